/** The two grids: originals, and below them, place by place, what became of them. */
import { byId, make } from "../page/elements.ts";
import type { ShownBatch } from "./batch.ts";
import { paint } from "./draw.ts";
import { describeRow, lambdaText, nameOfPartner, nameOfSample, percent, rowOf, softLabel } from "./words.ts";

/** `choose` is told which mixed picture is pointed at, focused or pressed. */
export function showGallery(batch: ShownBatch, choose: (row: number) => void): void {
  const { plan, mixed } = batch;
  byId("originals", HTMLElement).replaceChildren(
    ...Array.from({ length: plan.batchSize }, (_, i) => original(batch, i)),
  );
  const list = byId("mixed", HTMLElement);
  // A keyboard that stands on a picture stays there when the picture changes.
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
  list.replaceChildren(...Array.from({ length: mixed.count }, (_, row) => mixedTile(batch, row, choose)));
  if (focused >= 0) list.querySelectorAll("button")[Math.min(focused, mixed.count - 1)]?.focus({ preventScroll: true });
}

/** Marks the picture that the inspector explains. */
export function markChosen(row: number): void {
  byId("mixed", HTMLElement)
    .querySelectorAll("button")
    .forEach((button, i) => {
      button.setAttribute("aria-pressed", String(i === row));
    });
}

function original({ facts, plan, sources }: ShownBatch, i: number): HTMLElement {
  const { index } = plan.sources[i]!;
  const name = nameOfSample(facts, index);
  const canvas = make("canvas", { role: "img", "aria-label": `${name}, sample ${index}` });
  paint(canvas, sources, i);
  return make("li", {}, make("figure", {}, canvas, make("figcaption", {}, name)));
}

function mixedTile(batch: ShownBatch, row: number, choose: (row: number) => void): HTMLElement {
  const { facts, plan, mixed } = batch;
  const canvas = make("canvas", { role: "presentation" });
  paint(canvas, mixed, row);
  const titles = softLabel(facts, plan, row, mixed.labels).slice(0, 2);
  const spoken = titles.map(({ name, share }) => `${name} ${percent(share)}`).join(", ");
  const tile = make(
    "button",
    {
      type: "button",
      className: "tile",
      "aria-pressed": false,
      "aria-label": `Mixed picture ${row + 1}: ${spoken}. ${describeRow(facts, plan, row)}`,
    },
    canvas,
    ...boxOutline(batch, row),
    make("span", { className: "peek" }, ...peekLines(batch, row)),
  );
  for (const event of ["pointerenter", "focus", "click"]) tile.addEventListener(event, () => choose(row));
  return make("li", {}, make("figure", {}, tile, make("figcaption", {}, ...titleLines(batch, row))));
}

/** The top two classes; blue is the own picture's, orange the partner's. */
function titleLines({ facts, plan, mixed }: ShownBatch, row: number): HTMLElement[] {
  const own = nameOfSample(facts, plan.sources[rowOf(plan, row).own]!.index);
  const partner = nameOfPartner(facts, plan, row);
  const [first, second] = softLabel(facts, plan, row, mixed.labels);
  const line = (title: typeof first, order: string) => {
    if (!title) return make("span", { className: "share none" }, "\u00a0");
    const side = title.name === own ? "own" : title.name === partner ? "partner" : "none";
    return make(
      "span",
      { className: `share ${side} ${order}` },
      make("span", { title: title.name }, title.name),
      make("span", {}, percent(title.share)),
    );
  };
  return [line(first, "first"), line(second, "second")];
}

function peekLines({ facts, plan }: ShownBatch, row: number): (Node | string)[] {
  const drawn = rowOf(plan, row);
  if (drawn.mixer === "none") return ["not mixed"];
  const lines = [`λ ${lambdaText(drawn.lambda)}`, `with ${nameOfPartner(facts, plan, row)}`];
  if (drawn.mixer === "cutmix") lines.push(boxSize(drawn.bbox));
  return lines.flatMap((text, i) => (i === 0 ? [text] : [make("br"), text]));
}

function boxSize([x0, y0, x1, y1]: readonly [number, number, number, number]): string {
  return x0 < x1 && y0 < y1 ? `${x1 - x0} × ${y1 - y0} at ${x0}, ${y0}` : "an empty box";
}

/** A frame around the partner's box, in percent of the picture. */
export function boxOutline({ plan }: ShownBatch, row: number): HTMLElement[] {
  const drawn = rowOf(plan, row);
  if (drawn.mixer !== "cutmix") return [];
  const [x0, y0, x1, y1] = drawn.bbox;
  if (x0 >= x1 || y0 >= y1) return [];
  const outline = make("span", { className: "box-outline" });
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  Object.assign(outline.style, {
    left: share(x0, plan.width),
    top: share(y0, plan.height),
    width: share(x1 - x0, plan.width),
    height: share(y1 - y0, plan.height),
  });
  return [outline];
}
