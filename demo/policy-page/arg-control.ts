/**
 * A control for one argument of an op, made from its descriptor: sliders with units, a choice, a box to tick, or JSON
 * for the rest.
 */
import type { Arg, ArgDraw } from "mixwell";
import { make } from "../page/elements.ts";
import { drawText, isRange } from "./words.ts";

export interface ArgControl {
  /** For screen readers: "rotate degrees". */
  label: string;
  /** What stands before the control. */
  name: string;
  arg: Arg;
  value: ArgDraw | boolean | undefined;
  /** Of the pictures, for what counts pixels. */
  side: number;
  /** One value only: a chance, a deviation. */
  isSingle?: boolean;
  /** Throws when the value cannot be. */
  change(value: ArgDraw | boolean | undefined): void;
}

export function argControl(control: ArgControl): HTMLElement {
  const complaint = make("p", { className: "complaint", role: "status" });
  const field = fieldFor({
    ...control,
    change(value) {
      try {
        control.change(value);
        complaint.textContent = "";
      } catch (error) {
        complaint.textContent = (error as Error).message;
      }
    },
  });
  field.append(complaint);
  return field;
}

function fieldFor(control: ArgControl): HTMLElement {
  const { arg, value } = control;
  const shown = value === undefined ? (arg.default as ArgDraw) : value;
  if (arg.type === "boolean") return tick(control, shown === true);
  if (arg.type === "choice" && typeof shown === "string") return choice(control, shown);
  const isNumeric = arg.type === "number" || arg.type === "integer";
  if (isNumeric && (typeof shown === "number" || isRange(shown))) return numberField(control, shown, (next) => next);
  if (arg.type === "list" && isAll(shown)) return numberField(control, shown.all, (all) => ({ all }));
  return jsonField(control, shown);
}

const isAll = (value: unknown): value is { all: number | [number, number] } =>
  typeof value === "object" &&
  value !== null &&
  "all" in value &&
  (typeof value.all === "number" || isRange(value.all));

/** One slider for a value, two for a range, and a button from one to the other. */
function numberField(
  control: ArgControl,
  value: number | [number, number],
  wrap: (next: number | [number, number]) => ArgDraw,
): HTMLElement {
  const { label, name, arg } = control;
  const [least, most] = boundsFor(control, value);
  const step = arg.type === "integer" ? 1 : stepOf(most - least);
  let current = value;
  const output = make("output", {});
  const sliders: HTMLInputElement[] = [];
  const say = () => {
    output.value = drawText(current, arg);
    sliders.forEach((slider, i) => {
      const own = isRange(current) ? current[i]! : current;
      slider.value = String(own);
      slider.setAttribute("aria-valuetext", drawText(own, arg));
      slider.style.setProperty("--fill", `${((own - least) / (most - least)) * 100}%`);
    });
  };
  const field = make(
    "fieldset",
    { className: "field slider drawn-field" },
    make("legend", { className: "visually-hidden" }, label),
  );
  const lay = () => {
    sliders.length = 0;
    const ends = isRange(current) ? ["from", "to"] : ["value"];
    for (const [i, end] of ends.entries()) {
      const slider = make("input", { type: "range", "aria-label": isRange(current) ? `${label}, ${end}` : label });
      slider.classList.toggle("from", isRange(current) && i === 0);
      Object.assign(slider, { min: String(least), max: String(most), step: String(step) });
      slider.addEventListener("input", () => {
        const next = Number(slider.value);
        // The two ends push each other along.
        if (isRange(current))
          current = i === 0 ? [next, Math.max(next, current[1])] : [Math.min(next, current[0]), next];
        else current = next;
        say();
        control.change(wrap(current));
      });
      sliders.push(slider);
    }
    const toggle = make(
      "button",
      { type: "button", className: "link-button" },
      isRange(current) ? "one value" : "draw from a range",
    );
    toggle.setAttribute("aria-label", `${label}: ${toggle.textContent}`);
    toggle.addEventListener("click", () => {
      current = isRange(current) ? (current[1] as number) : spreadAround(current, least, most, step);
      lay();
      field.querySelector("button")!.focus();
      control.change(wrap(current));
    });
    field.replaceChildren(
      make("legend", { className: "visually-hidden" }, label),
      make("span", { className: "field-name", "aria-hidden": true }, name),
      output,
      ...sliders,
      ...(control.isSingle ? [] : [toggle]),
      ...[...field.children].filter((child) => child.classList.contains("complaint")),
    );
    say();
  };
  lay();
  return field;
}

function spreadAround(value: number, least: number, most: number, step: number): [number, number] {
  const half = (most - least) / 8;
  const onStep = (x: number) => Number((least + Math.round((x - least) / step) * step).toFixed(6));
  return [onStep(Math.max(least, value - half)), onStep(Math.min(most, value + half))];
}

/** What a hand wants to reach; arguments may go further, and then so does the slider. */
function boundsFor({ arg, side }: ArgControl, value: number | [number, number]): [number, number] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, unit, identity } = arg;
  const [low, high] = usualBounds(unit, side, identity, max - min);
  const given = [value].flat();
  return [Math.min(Math.max(min, low), ...given), Math.max(Math.min(max, high), ...given)];
}

function usualBounds(unit: string, side: number, identity: unknown, span: number): [number, number] {
  if (unit === "degrees") return [-180, 180];
  if (unit === "turns") return [-0.5, 0.5];
  if (unit === "pixels") return [-side / 2, side / 2];
  if (unit.startsWith("pixels ")) return [-1, 1];
  if (unit === "exponent") return [0.1, 4];
  if (identity === 1 && span > 20) return [0.1, 4];
  if (span <= 512) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [-255, 255];
}

const stepOf = (span: number): number => (span > 400 ? 1 : span > 60 ? 0.5 : span > 12 ? 0.1 : span > 2 ? 0.05 : 0.01);

function tick({ label, name, change }: ArgControl, isOn: boolean): HTMLElement {
  const input = make("input", { type: "checkbox", checked: isOn, "aria-label": label });
  input.addEventListener("change", () => change(input.checked));
  return make("label", { className: "field tick" }, input, make("span", {}, name));
}

function choice({ label, name, arg, change }: ArgControl, value: string): HTMLElement {
  const select = make(
    "select",
    { "aria-label": label },
    ...(arg.values ?? []).map((one) => make("option", { value: one }, one)),
  );
  select.value = value;
  select.addEventListener("change", () => change(select.value));
  return make(
    "div",
    { className: "field" },
    make("span", { className: "field-name", "aria-hidden": true }, name),
    select,
  );
}

function jsonField({ label, name, arg, change }: ArgControl, value: unknown): HTMLElement {
  const input = make("input", {
    type: "text",
    spellcheck: false,
    "aria-label": `${label}, as JSON`,
    placeholder: arg.unit,
  });
  input.value = value === undefined || value === null ? "" : JSON.stringify(value);
  input.addEventListener("input", () =>
    input.setCustomValidity(isJson(input.value) ? "" : "expected JSON, such as [0, 0]"),
  );
  input.addEventListener("change", () => {
    if (input.reportValidity()) change(input.value.trim() === "" ? undefined : JSON.parse(input.value));
  });
  return make(
    "div",
    { className: "field" },
    make("span", { className: "field-name", "aria-hidden": true }, name),
    input,
  );
}

function isJson(text: string): boolean {
  try {
    return text.trim() === "" || JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
