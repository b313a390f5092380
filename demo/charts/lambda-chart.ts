/** Drawn lambdas as a histogram, against the density they should have. */
import * as Plot from "@observablehq/plot";
import { byId } from "../page/elements.ts";
import type { DatasetShape } from "../policy.ts";
import type { Settings } from "../settings.ts";
import { betaDensity } from "./beta-density.ts";
import { histogram } from "./histogram.ts";
import { keys } from "./keys.ts";
import { DRAWS, drawLambdas } from "./lambda-draws.ts";
import { responsive } from "./responsive.ts";

const BINS = 40;
const CURVE_POINTS = 400;

export function showLambdaChart(settings: Settings, dataset: DatasetShape): void {
  const draws = drawLambdas(settings, dataset);
  const total = draws.mixup.length + draws.cutmix.length;
  // A bar's area is its share of all draws, so that bars and curve have one scale.
  const density = (count: number) => (total === 0 ? 0 : (count * BINS) / total);
  const [blends, boxes, exact] = [draws.mixup, draws.cutmix, draws.cutmixExact].map((values) =>
    histogram(values, [0, 1], BINS),
  ) as [Bins, Bins, Bins];
  const bars = blends.flatMap(({ x1, x2, count }, i) => [
    { x1, x2, y1: 0, y2: density(count), mixer: "mixup" },
    { x1, x2, y1: density(count), y2: density(count + boxes[i]!.count), mixer: "cutmix" },
  ]);
  const shares = [draws.mixup.length / total, draws.cutmix.length / total] as const;
  const curve = Array.from({ length: CURVE_POINTS }, (_, i) => {
    const x = (i + 0.5) / CURVE_POINTS;
    const y = mixture(x, settings, shares);
    return { x, y };
  });
  const steps = exact.flatMap(({ x1, x2, count }) => [x1, x2].map((x) => ({ x, y: density(count) })));
  const hasBoxes = draws.cutmix.length > 0;
  // A small alpha's curve rises without end; the bars decide how much of it is seen.
  const top = Math.max(1.2, ...bars.map(({ y2 }) => y2 * 1.12));
  const words = describe(settings, total);
  byId("lambda-note", HTMLElement).textContent = words;

  responsive(byId("lambda-chart", HTMLElement), (width) => {
    const svg = Plot.plot({
      width,
      height: Math.max(220, Math.min(320, width * 0.36)),
      marginLeft: 36,
      marginRight: 8,
      marginBottom: 34,
      ariaLabel: "Histogram of drawn lambdas with the Beta density",
      ariaDescription: words,
      x: { domain: [0, 1], label: "λ, the own picture's share", ticks: width < 480 ? 5 : 10 },
      y: { domain: [0, top], label: "density", ticks: 4, grid: true },
      marks: [
        Plot.rectY(
          bars.filter(({ y1, y2 }) => y2 > y1),
          {
            x1: "x1",
            x2: "x2",
            y1: "y1",
            y2: "y2",
            fill: ({ mixer }) => (mixer === "mixup" ? "var(--own)" : "var(--partner)"),
            fillOpacity: 0.62,
            insetLeft: 0.5,
            insetRight: 0.5,
          },
        ),
        Plot.line(hasBoxes ? steps : [], {
          x: "x",
          y: "y",
          stroke: "var(--partner)",
          strokeDasharray: "4 3",
          strokeWidth: 1.5,
          clip: true,
        }),
        Plot.line(total === 0 ? [] : curve, { x: "x", y: "y", stroke: "currentColor", strokeWidth: 2.25, clip: true }),
        Plot.ruleY([0], { stroke: "var(--line-strong)" }),
      ],
    });
    const entries = [
      draws.mixup.length > 0 && { colour: "var(--own)", kind: "area", text: "MixUp, drawn" },
      hasBoxes && { colour: "var(--partner)", kind: "area", text: "CutMix, drawn" },
      { colour: "var(--ink)", kind: "line", text: "Beta density" },
      hasBoxes && {
        colour: "var(--partner)",
        kind: "dashed",
        text: "CutMix, own pixels after clipping: the label's λ",
      },
    ];
    return keys(
      svg,
      entries.filter((entry) => entry !== false),
    );
  });
}

type Bins = ReturnType<typeof histogram>;

function mixture(x: number, { mixupAlpha, cutmixAlpha }: Settings, [blend, box]: readonly [number, number]): number {
  const part = (share: number, alpha: number) => (share > 0 ? share * betaDensity(x, alpha, alpha) : 0);
  return part(blend, mixupAlpha) + part(box, cutmixAlpha);
}

function describe({ mixer, mixupAlpha, cutmixAlpha, granularity }: Settings, mixed: number): string {
  const unit = { sample: "pictures", pair: "pairs", batch: "batches", half: "pictures" }[granularity];
  const laws = [
    mixer !== "cutmix" && `MixUp's from Beta(${mixupAlpha}, ${mixupAlpha})`,
    mixer !== "mixup" && `CutMix's from Beta(${cutmixAlpha}, ${cutmixAlpha})`,
  ].filter(Boolean);
  const left = mixed === DRAWS ? "" : ` ${(DRAWS - mixed).toLocaleString("en")} were left unmixed.`;
  return `${DRAWS.toLocaleString("en")} ${unit} with these settings and this seed; ${laws.join(", ")}.${left}`;
}
