/** How one mixed picture was made: own, partner, result, and the label that comes of it. */
import { labelBars } from "../charts/label-bars.ts";
import { responsive } from "../charts/responsive.ts";
import { byId, make } from "../page/elements.ts";
import type { Pictures } from "./backend.ts";
import type { ShownBatch } from "./batch.ts";
import { paint } from "./draw.ts";
import { boxOutline } from "./gallery.ts";
import { labelVector, lambdaText, nameOfPartner, nameOfSample, percent, rowOf } from "./words.ts";

export function showInspector(batch: ShownBatch, row: number): void {
  const { facts, plan, parts, mixed } = batch;
  const drawn = rowOf(plan, row);
  const sample = (position: number) => nameOfSample(facts, plan.sources[position]!.index);
  const number = (position: number) => `sample ${plan.sources[position]!.index}`;

  const own = picture(parts, drawn.own, "own", `Own: ${sample(drawn.own)}`, number(drawn.own));
  const partner =
    drawn.mixer === "none"
      ? make("figure", {}, make("div", {}, make("div", { className: "faded" }, "no partner")), make("figcaption"))
      : picture(
          parts,
          drawn.partner,
          "partner",
          `Partner: ${sample(drawn.partner)}`,
          number(drawn.partner),
          boxOutline(batch, row),
        );
  const result = picture(mixed, row, "result", `Mixed ${row + 1}`, TITLES[drawn.mixer]);
  const sign = (text: string) => make("span", { className: "sign", "aria-hidden": true }, text);

  const bars = make("div", { className: "plot" });
  const label = labelVector(facts, plan, row, mixed.labels);
  byId("inspector", HTMLElement).replaceChildren(
    make("div", { className: "equation" }, own, sign("+"), partner, sign("="), result),
    make("div", {}, make("h3", {}, facts.labels ? "Soft label" : "Shares of the sources"), bars),
    make("p", { className: "inspector-words" }, sentence(batch, row)),
  );
  responsive(bars, (width) =>
    labelBars(label, {
      width,
      own: sample(drawn.own),
      partner: nameOfPartner(facts, plan, row),
      describe: `Soft label of mixed picture ${row + 1}`,
    }),
  );
}

const TITLES = { none: "not mixed", mixup: "MixUp", cutmix: "CutMix", mask: "mask" };

function picture(
  pictures: Pictures,
  index: number,
  side: string,
  title: string,
  note: string,
  over: Node[] = [],
): HTMLElement {
  const canvas = make("canvas", { role: "img", "aria-label": title });
  paint(canvas, pictures, index);
  return make(
    "figure",
    { className: side },
    make("div", {}, canvas, ...over),
    make("figcaption", {}, make("b", {}, title), note),
  );
}

function sentence({ plan }: ShownBatch, row: number): string {
  const drawn = rowOf(plan, row);
  if (drawn.mixer === "none")
    return "This picture was left alone: the draw for its probability said so, or its partner is itself.";
  const [own, partner] = [lambdaText(drawn.lambda), lambdaText(1 - drawn.lambda)];
  if (drawn.mixer === "mixup")
    return `MixUp: every pixel and the label are λ · own + (1 − λ) · partner, with λ = ${own} and 1 − λ = ${partner}.`;
  if (drawn.mixer === "mask")
    return `Mask: the partner has a weight at every pixel, and the label their mean, 1 − λ = ${partner}.`;
  const [x0, y0, x1, y1] = drawn.bbox;
  const [width, height] = [x1 - x0, y1 - y0];
  if (width <= 0 || height <= 0)
    return "CutMix: λ was drawn so close to 1 that the box has no pixels. The picture and its label stay whole.";
  const area = `${width * height} of ${plan.width * plan.height} pixels`;
  return `CutMix: the partner's pixels fill x ${x0} to ${x1} and y ${y0} to ${y1}, ${width} × ${height}. That is ${area}, so exactly ${percent(
    1 - drawn.lambda,
  )} of the label: λ = ${own}, counted after the box was clipped at the edge.`;
}
