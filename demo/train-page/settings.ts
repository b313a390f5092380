/** The form of the training page, as values. */

import { ARMS } from "../../training/arms.ts";
import type { RunSettings } from "../../training/types.ts";
import { writeHash } from "../page/address.ts";
import { byId } from "../page/elements.ts";
import { fromHash, toHash, valuesOf } from "../page/form-address.ts";
import type { Chosen } from "./program.ts";

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

/** In the menu of datasets, the visitor's files. They cannot be in an address. */
export const OWN = "own files";

let defaults: ReadonlyMap<string, string> = new Map();

/** After a change of anything, the menu of datasets included: the address that opens the page so. */
export function writeAddress(): void {
  const given = new URLSearchParams(toHash(byId("controls", HTMLFormElement), defaults));
  if (given.get("data") === OWN) given.delete("data");
  writeHash(given.toString());
}

/** The set that the address asks for, which is offered once the page knows of it. */
export const dataOfAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get("data");

/** The form for a program. */
export function readChosen(): Chosen {
  const values = valuesOf(byId("controls", HTMLFormElement));
  const [backend, epochs, batchSize, seed] = ["backend", "epochs", "batchSize", "seed"].map(
    (name) => values.get(name)!,
  );
  return { arm: values.get("arm")!.split(",").at(-1)!, backend, epochs, batchSize, seed } as Chosen;
}

/** @param onChange after the visitor, or a link, changed something */
export function setUpForm(onChange: () => void): void {
  const form = byId("controls", HTMLFormElement);
  defaults = valuesOf(form);
  const open = () => {
    const served = byId("served", HTMLSelectElement);
    const before = served.value;
    fromHash(form, defaults, location.hash);
    if (served.value !== before) served.dispatchEvent(new Event("change"));
    show();
    onChange();
  };
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
    writeAddress();
    onChange();
  });
  // A run goes on as it was begun.
  addEventListener("hashchange", () => {
    if (!form.querySelector("fieldset")!.disabled) open();
  });
  open();
  // On the way back from another page, the browser puts in what was set here, and says so to nobody.
  addEventListener("pageshow", () => {
    show();
    onChange();
  });
}

/** What may not change while a run is on. */
export function lockForm(isLocked: boolean): void {
  for (const fieldset of byId("controls", HTMLFormElement).querySelectorAll("fieldset")) fieldset.disabled = isLocked;
}
