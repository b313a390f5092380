/** Bytes a second as bars, a group for each case. */
import * as Plot from "@observablehq/plot";
import { responsive } from "../charts/responsive.ts";
import type { SpeedRow } from "./report.ts";

const ROW = 26;

export function showSpeed(place: HTMLElement, rows: readonly SpeedRow[]): void {
  const timed = rows.filter(({ gbPerSecond }) => gbPerSecond !== null);
  const names = [...new Set(timed.map(({ case: name }) => name))];
  const contenders = [...new Set(timed.map(({ contender }) => contender))];
  const words = timed
    .map(({ case: name, contender, gbPerSecond }) => `${name}, ${contender}: ${gbPerSecond!.toPrecision(3)} GB/s`)
    .join("; ");
  responsive(place, (width) => {
    // On a phone the contenders' names stand above their bars.
    const isNarrow = width < 560;
    const name = ({ contender }: SpeedRow) => contender;
    return Plot.plot({
      width,
      height: 60 + names.length * (contenders.length * (isNarrow ? ROW + 14 : ROW) + 34),
      marginLeft: isNarrow ? 8 : 150,
      marginRight: 70,
      marginTop: 28,
      ariaLabel: "Bytes a second by case and contender",
      ariaDescription: words,
      x: { label: "GB/s", ticks: isNarrow ? 4 : 8, grid: true },
      y: { label: null, domain: contenders, axis: isNarrow ? null : "left" },
      fy: { label: null, domain: names, axis: null, padding: 0.24 },
      marks: [
        Plot.barX(timed, {
          x: "gbPerSecond",
          y: "contender",
          fy: "case",
          fill: ({ contender }: SpeedRow) => colourOf(contender),
          insetTop: isNarrow ? 16 : 3,
          insetBottom: 3,
        }),
        Plot.text(timed, {
          x: "gbPerSecond",
          y: "contender",
          fy: "case",
          text: ({ gbPerSecond }: SpeedRow) => gbPerSecond!.toPrecision(3),
          textAnchor: "start",
          dx: 6,
          dy: isNarrow ? 6 : 0,
          fill: "var(--ink)",
        }),
        ...(isNarrow
          ? [
              Plot.text(timed, {
                x: 0,
                y: "contender",
                fy: "case",
                text: name,
                textAnchor: "start",
                dy: -9,
                fill: "var(--ink-soft)",
              }),
            ]
          : []),
        Plot.text(names, {
          fy: (title: string) => title,
          text: (title: string) => title,
          frameAnchor: "top-left",
          dy: -16,
          dx: isNarrow ? 0 : -142,
          textAnchor: "start",
          fontWeight: 650,
          fill: "var(--ink)",
        }),
        Plot.ruleX([0], { stroke: "var(--line-strong)" }),
      ],
    });
  });
}

function colourOf(contender: string): string {
  if (contender.startsWith("copy")) return "var(--track)";
  return contender.startsWith("mixwell") ? "var(--own)" : "var(--partner)";
}
