/** One soft label as bars, a class each. */
import * as Plot from "@observablehq/plot";
import { type ClassShare, percent } from "../studio/words.ts";

const NAME_WIDTH = 92;
const BAR_HEIGHT = 22;

interface Options {
  width: number;
  /** The own picture's class is blue and the partner's orange; what others get by smoothing is grey. */
  own: string;
  partner: string | undefined;
  /** What the chart is of, for those who cannot see it. */
  describe: string;
}

export function labelBars(label: ClassShare[], { width, own, partner, describe }: Options): SVGSVGElement {
  const colour = (name: string) =>
    name === own ? "var(--own)" : name === partner ? "var(--partner)" : "var(--line-strong)";
  const short = (name: string) => (name.length > 13 ? `${name.slice(0, 12)}…` : name);
  return Plot.plot({
    width,
    height: label.length * BAR_HEIGHT + 6,
    marginLeft: NAME_WIDTH,
    marginRight: 46,
    marginTop: 2,
    marginBottom: 4,
    ariaLabel: describe,
    ariaDescription: label
      .filter(({ share }) => share > 0)
      .map(({ name, share }) => `${name} ${percent(share)}`)
      .join(", "),
    x: { domain: [0, 1], axis: null },
    y: { domain: label.map(({ name }) => name), label: null, tickSize: 0, tickFormat: short, padding: 0.28 },
    marks: [
      Plot.barX(label, { x: 1, y: "name", fill: "var(--sunken)", rx: 3 }),
      Plot.barX(label, { x: "share", y: "name", fill: ({ name }) => colour(name), rx: 3 }),
      Plot.text(label, {
        x: 1,
        y: "name",
        text: ({ share }) => (share > 0 ? percentFine(share) : "0"),
        textAnchor: "end",
        dx: 44,
        fontWeight: 600,
        fill: "currentColor",
      }),
    ],
  }) as SVGSVGElement;
}

const percentFine = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`;
