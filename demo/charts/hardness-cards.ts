/** MixUp and CutMix side by side: label hardness, and one soft label of each with its picture. */
import * as Plot from "@observablehq/plot";
import { cutmix, type MixStage, mixup } from "mixwell";
import { byId, make } from "../page/elements.ts";
import { drawPlan } from "../policy.ts";
import { DEFAULTS, type Settings } from "../settings.ts";
import type { Backend } from "../studio/backend.ts";
import { paint } from "../studio/draw.ts";
import { labelVector, nameOfPartner, nameOfSample, percent, rowOf, softLabel } from "../studio/words.ts";
import { HARDNESS_PICTURES, hardnessOf } from "./hardness.ts";
import { histogram } from "./histogram.ts";
import { labelBars } from "./label-bars.ts";
import { responsive } from "./responsive.ts";

const CARDS: { title: string; colour: string; policy: MixStage }[] = [
  { title: "MixUp, alpha 0.4", colour: "var(--own)", policy: mixup({ alpha: 0.4, pairing: "dataset" }) },
  { title: "CutMix, alpha 1.0", colour: "var(--partner)", policy: cutmix({ alpha: 1, pairing: "dataset" }) },
];

export async function showHardness(backend: Backend, settings: Settings, isCurrent: () => boolean): Promise<void> {
  const cards: HTMLElement[] = [];
  for (const { title, colour, policy } of CARDS) {
    const values = hardnessOf(policy, settings, backend.facts);
    const chart = make("div", { className: "plot" });
    const words = describe(values);
    responsive(chart, (width) => hardnessChart(values, { width, colour, title, words }));
    const caption = make("figcaption", {}, make("h3", {}, title), make("p", {}, words));
    const example = await exampleOf(backend, settings, policy, title);
    if (!isCurrent()) return;
    cards.push(make("div", { className: "half" }, make("figure", {}, caption, chart), example));
  }
  byId("hardness", HTMLElement).replaceChildren(...cards);
}

function describe(values: number[]): string {
  const hard = values.filter((value) => value > 0.95).length / values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `Largest label weight of ${HARDNESS_PICTURES.toLocaleString("en")} pictures: ${mean.toFixed(2)} on average, above 0.95 in ${percent(hard)} of them.`;
}

function hardnessChart(
  values: number[],
  { width, colour, title, words }: { width: number; colour: string; title: string; words: string },
): SVGSVGElement {
  const low = Math.min(0.5, Math.floor(10 * Math.min(...values)) / 10);
  const bins = histogram(values, [low, 1], Math.round((1 - low) * 40)).map((bin) => ({
    ...bin,
    share: (100 * bin.count) / values.length,
  }));
  return Plot.plot({
    width,
    height: 200,
    marginTop: 26,
    marginLeft: 36,
    marginRight: 10,
    marginBottom: 34,
    ariaLabel: `Label hardness of ${title}`,
    ariaDescription: words,
    x: { domain: [low, 1], label: "largest label weight", ticks: 5 },
    y: {
      domain: [0, Math.max(10, ...bins.map(({ share }) => share)) * 1.05],
      label: "% of pictures",
      ticks: 4,
      grid: true,
    },
    marks: [
      Plot.rectY(bins, {
        x1: "x1",
        x2: "x2",
        y: "share",
        fill: colour,
        fillOpacity: 0.75,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  }) as SVGSVGElement;
}

/** A row of the page's batch, mixed this way: the first that shows two classes, if one does. */
async function exampleOf(backend: Backend, settings: Settings, policy: MixStage, title: string): Promise<HTMLElement> {
  const { facts } = backend;
  const { seed, epoch, batch, batchSize } = settings;
  const plan = drawPlan({ ...DEFAULTS, seed, epoch, batch, batchSize }, facts, policy);
  const mixed = await backend.mix(plan, settings.smoothing);
  const labels = Array.from({ length: mixed.count }, (_, row) => softLabel(facts, plan, row, mixed.labels));
  const row = Math.max(
    0,
    labels.findIndex(([first]) => first!.share < 0.9),
  );
  const own = nameOfSample(facts, plan.sources[rowOf(plan, row).own]!.index);

  const words = labels[row]!.slice(0, 2)
    .map(({ name, share }) => `${name} ${percent(share)}`)
    .join(", ");
  const canvas = make("canvas", { role: "img", "aria-label": `${title}: ${words}` });
  paint(canvas, mixed, row);
  const bars = make("div", { className: "plot" });
  const partner = nameOfPartner(facts, plan, row);
  const vector = labelVector(facts, plan, row, mixed.labels);
  responsive(bars, (width) => labelBars(vector, { width, own, partner, describe: `A soft label of ${title}` }));
  return make(
    "figure",
    { className: "example" },
    canvas,
    bars,
    make("figcaption", {}, make("p", {}, `One soft label: picture ${row + 1} of the batch.`)),
  );
}
