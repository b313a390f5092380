/** Sixteen pictures, and under each what it drew. */
import type { Plan, Policy } from "mixwell";
import { byId, make } from "../page/elements.ts";
import type { DatasetFacts } from "../sources/source.ts";
import type { MixedPictures } from "../studio/backend.ts";
import { paint } from "../studio/draw.ts";
import { describeRow } from "../studio/words.ts";
import { historyOf, type Line, linesOf } from "./drawn.ts";

export interface ShownSamples {
  facts: DatasetFacts;
  plan: Plan;
  made: MixedPictures;
  /** What the plan was drawn from. */
  policy: Policy;
}

export function showSamples(shown: ShownSamples, choose: (row: number) => void): void {
  const list = byId("samples", HTMLElement);
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
  list.replaceChildren(...Array.from({ length: shown.made.count }, (_, row) => sampleTile(shown, row, choose)));
  if (focused >= 0)
    list.querySelectorAll("button")[Math.min(focused, shown.made.count - 1)]?.focus({ preventScroll: true });
}

export function markSample(row: number): void {
  for (const [i, button] of byId("samples", HTMLElement).querySelectorAll("button").entries()) {
    button.setAttribute("aria-pressed", String(i === row));
  }
}

function sampleTile({ facts, plan, made }: ShownSamples, row: number, choose: (row: number) => void): HTMLElement {
  const lines = linesOf(historyOf(plan, row), facts);
  const canvas = make("canvas", { role: "presentation" });
  paint(canvas, made, row);
  const tile = make(
    "button",
    {
      type: "button",
      className: "tile",
      "aria-pressed": false,
      "aria-label": `Sample ${row + 1}, ${describeRow(facts, plan, row)}`,
    },
    canvas,
  );
  tile.addEventListener("click", () => choose(row));
  tile.addEventListener("focus", () => choose(row));
  return make("li", {}, make("figure", {}, tile, make("figcaption", {}, ...lines.map(lineElement))));
}

export function lineElement({ kind, head, tail }: Line): HTMLElement {
  const words: (Node | string)[] = [make("b", {}, head)];
  if (tail) words.push(" ", make("span", {}, tail));
  return make("span", { className: `drawn ${kind}` }, ...words);
}
