/** Loss and accuracy as they grow, and how far confidence can be trusted. */
import * as Plot from "@observablehq/plot";
import { keys } from "../charts/keys.ts";
import { responsive } from "../charts/responsive.ts";
import { byId, make } from "../page/elements.ts";
import { smoothed } from "./curve.ts";
import type { ArmRecord, RunRecord } from "./record.ts";
import { percent } from "./words.ts";

/** Points that a drawn point is the mean of. */
const WINDOW = 8;

export function showCurves(record: RunRecord): void {
  const lines = record.arms.map(({ arm, colour, curve, tests }) => ({
    title: arm.title,
    colour,
    train: smoothed(curve.points, WINDOW),
    test: tests,
  }));
  const steps = lines.flatMap(({ train, test }) => [...train, ...test].map(({ step }) => step));
  const entries = lines.map(({ title, colour }) => ({ title, colour }));
  const words = record.arms
    .map(({ arm, curve, tests }) => {
      const last = curve.points.at(-1);
      const test = tests.at(-1);
      if (!last) return `${arm.title}: no step yet`;
      return `${arm.title}: training loss ${last.loss.toFixed(2)}${test ? `, test accuracy ${percent(test.accuracy)}` : ""}`;
    })
    .join("; ");

  responsive(byId("loss-chart", HTMLElement), (width) =>
    keys(
      Plot.plot({
        ...frame(width, steps),
        ariaLabel: "Training loss by step",
        ariaDescription: words,
        y: { label: "loss", ticks: 5, grid: true, zero: true, nice: true },
        marks: lines.map(({ train, colour }) =>
          Plot.line(train, { x: "step", y: "loss", stroke: colour, strokeWidth: 2 }),
        ),
      }),
      entries.map(({ title, colour }) => ({ colour, kind: "line", text: title })),
    ),
  );
  responsive(byId("accuracy-chart", HTMLElement), (width) =>
    keys(
      Plot.plot({
        ...frame(width, steps),
        ariaLabel: "Training and test accuracy by step",
        ariaDescription: words,
        y: { label: "accuracy", domain: [0, 1], ticks: 5, grid: true, tickFormat: "%" },
        marks: lines.flatMap(({ train, test, colour }) => [
          Plot.line(train, { x: "step", y: "accuracy", stroke: colour, strokeWidth: 1.5, strokeDasharray: "2 4" }),
          Plot.line(test, { x: "step", y: "accuracy", stroke: colour, strokeWidth: 2.25 }),
          Plot.dot(test, { x: "step", y: "accuracy", fill: colour, r: test.length > 30 ? 1.5 : 3 }),
        ]),
      }),
      [
        ...entries.map(({ title, colour }) => ({ colour, kind: "line", text: `${title}, test` })),
        { colour: "var(--ink-soft)", kind: "dashed", text: "dotted: on the training batches" },
      ],
    ),
  );
}

const frame = (width: number, steps: number[]) => ({
  width,
  height: Math.max(230, Math.min(300, width * 0.52)),
  marginLeft: 42,
  marginRight: 12,
  marginBottom: 34,
  x: { label: "step of each arm", ticks: wholeTicks(steps, width < 420 ? 4 : 7), tickFormat: "d" },
});

/** No more ticks than there are steps to stand at: halves of one would be written as if they were whole. */
function wholeTicks(steps: number[], most: number): number {
  const span = Math.floor(Math.max(...steps) - Math.min(...steps));
  return Math.max(1, Math.min(most, span));
}

/** One diagram an arm, of its latest look at the test pictures. */
export function showReliability(record: RunRecord): void {
  const place = byId("reliability", HTMLElement);
  const ready = record.arms.filter(({ latest }) => latest !== undefined);
  byId("reliability-empty", HTMLElement).hidden = ready.length > 0;
  if (place.childElementCount !== ready.length) {
    place.replaceChildren(...ready.map(({ arm }) => make("figure", { className: "half", "data-arm": arm.id })));
  }
  ready.forEach((one, i) => {
    const figure = place.children[i] as HTMLElement;
    const { step, evaluation } = one.latest!;
    const said = `${step} ${evaluation.ece}`;
    if (figure.dataset.said === said) return;
    figure.dataset.said = said;
    const plot = make("div", { className: "plot" });
    const caption = make(
      "figcaption",
      {},
      make("h3", {}, one.arm.title),
      make("p", {}, `ECE ${percent(evaluation.ece)}, after step ${step.toLocaleString("en")}`),
    );
    figure.replaceChildren(caption, plot);
    responsive(plot, (width) => diagram(one, width));
  });
}

function diagram({ arm, colour, latest }: ArmRecord, width: number): SVGSVGElement {
  const { bins, ece } = latest!.evaluation;
  const bars = bins.filter(({ count }) => count > 0);
  const most = Math.max(...bars.map(({ count }) => count));
  return Plot.plot({
    width,
    height: Math.max(190, Math.min(280, width * 0.8)),
    marginLeft: 42,
    marginRight: 10,
    marginBottom: 36,
    ariaLabel: `Reliability diagram of ${arm.title}`,
    ariaDescription: `Expected calibration error ${percent(ece)}. ${bars
      .map((bar) => `Confidence ${percent(bar.confidence)}: ${percent(bar.accuracy)} right, of ${bar.count}`)
      .join("; ")}`,
    opacity: { type: "identity" },
    x: { domain: [0, 1], label: "confidence", ticks: width < 260 ? 2 : 5, tickFormat: "%" },
    y: { domain: [0, 1], label: "share that is right", ticks: 5, tickFormat: "%", grid: true },
    marks: [
      Plot.rectY(bars, {
        x1: "low",
        x2: "high",
        y1: 0,
        y2: "accuracy",
        fill: colour,
        fillOpacity: ({ count }) => 0.12 + 0.6 * Math.sqrt(count / most),
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.ruleX(bars, { x: "confidence", y1: "accuracy", y2: "confidence", stroke: colour, strokeWidth: 1.5 }),
      Plot.dot(bars, { x: "confidence", y: "accuracy", fill: colour, r: 2.5 }),
      Plot.line(
        [
          [0, 0],
          [1, 1],
        ],
        { stroke: "currentColor", strokeDasharray: "4 3", strokeOpacity: 0.7 },
      ),
      Plot.ruleY([0], { stroke: "var(--line-strong)" }),
    ],
  }) as SVGSVGElement;
}
