/** The form of the training page, as values. */

import { ARMS } from "../../training/arms.ts";
import type { RunSettings } from "../../training/types.ts";
import { byId } from "../page/elements.ts";

export type FormSettings = Omit<RunSettings, "data">;

/** @returns undefined while something is missing; the form has said what */
export function readForm(): FormSettings | undefined {
  const form = byId("controls", HTMLFormElement);
  const anyArm = byId("arm-none", HTMLInputElement);
  const fields = new FormData(form);
  const chosen = fields.getAll("arm");
  anyArm.setCustomValidity(chosen.length === 0 ? "Choose at least one." : "");
  // A field that is folded away can say nothing.
  if (!form.checkValidity()) byId("more", HTMLDetailsElement).open = true;
  if (!form.reportValidity()) return undefined;
  return {
    model: fields.get("model") as RunSettings["model"],
    backend: fields.get("backend") as RunSettings["backend"],
    order: fields.get("order") as RunSettings["order"],
    arms: ARMS.filter(({ id }) => chosen.includes(id)),
    labelNoise: Number(fields.get("noise")) / 100,
    epochs: Number(fields.get("epochs")),
    batchSize: Number(fields.get("batchSize")),
    seed: Number(fields.get("seed")),
    // Learns faster than with values from 0 to 1: a page has no patience.
    standardize: true,
  };
}

export function setUpForm(): void {
  const form = byId("controls", HTMLFormElement);
  const noise = byId("noise", HTMLInputElement);
  const show = () => {
    const words = `${noise.value} %`;
    byId("noise-value", HTMLOutputElement).value = words;
    noise.setAttribute("aria-valuetext", words);
    noise.style.setProperty("--fill", `${(Number(noise.value) / Number(noise.max)) * 100}%`);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    byId("arm-none", HTMLInputElement).setCustomValidity("");
    show();
  });
  show();
  // On the way back from another page, the browser puts in what was set here, and says so to nobody.
  addEventListener("pageshow", show);
}

/** What may not change while a run is on. */
export function lockForm(isLocked: boolean): void {
  for (const fieldset of byId("controls", HTMLFormElement).querySelectorAll("fieldset")) fieldset.disabled = isLocked;
}
