/** Whether two ways to measure the same cases say the same: the demo's Speed page and the bench. */
import type { SpeedRow } from "../demo/speed-page/report.ts";
import { summary } from "./stopwatch.ts";

/** What one side said in its turns: the median of their medians, and how far these spread. */
export interface Said {
  median: number;
  p10: number;
  p90: number;
}

/** A number of one contender, as both sides give it. */
export interface Pair {
  case: string;
  shape: string;
  contender: string;
  unit: "ms" | "of the copy";
  page: Said;
  bench: Said;
  /** The bench's over the page's: the median of the turns' own, as what slows the machine down slows both of a turn. */
  ratio: number;
  /** The medians differ by no more than the wider of the two spreads, from the 10th to the 90th percentile. */
  agrees: boolean;
}

const NUMBERS = [
  ["ms", "medianMs"],
  ["of the copy", "shareOfCopy"],
] as const;

/**
 * Holds the turns of the page to those of the bench, of which there are as many.
 * @throws where a contender of one is not among the other's, or was wrong
 */
export function compareSpeeds(page: readonly SpeedRow[][], bench: readonly SpeedRow[][]): Pair[] {
  return page[0]!.flatMap((row) =>
    NUMBERS.map(([unit, key]) => {
      const [a, b] = [page, bench].map((turns) => turns.map((rows) => numberOf(rows, row, key))) as [
        number[],
        number[],
      ];
      const [onPage, inBench] = [summary(a), summary(b)];
      const spread = Math.max(onPage.p90 - onPage.p10, inBench.p90 - inBench.p10);
      const { median: ratio } = summary(a.map((value, turn) => b[turn]! / value));
      const agrees = Math.abs(onPage.median - inBench.median) <= spread;
      const { case: name, shape, contender } = row;
      return { case: name, shape, contender, unit, page: onPage, bench: inBench, ratio, agrees };
    }),
  );
}

function numberOf(rows: readonly SpeedRow[], like: SpeedRow, key: (typeof NUMBERS)[number][1]): number {
  const name = `${like.case}, ${like.shape}, ${like.contender}`;
  const row = rows.find((one) => `${one.case}, ${one.shape}, ${one.contender}` === name);
  const value = row?.[key];
  if (typeof value !== "number") throw new Error(`${name}: expected a time, found ${row?.error ?? "no such row"}`);
  return value;
}

export const doAgree = (pairs: readonly Pair[]) => pairs.every(({ agrees }) => agrees);

const HEAD = ["case", "contender", "", "page", "10 % … 90 %", "bench", "10 % … 90 %", "bench / page", "agree"];

/** As a table, and what it comes to. */
export function printAgreement(pairs: readonly Pair[]): string {
  const cells = pairs.map(({ case: name, shape, contender, unit, page, bench, ratio, agrees }) => [
    `${name}, ${shape}`,
    contender,
    unit,
    ...[page, bench].flatMap(({ median, p10, p90 }) => [digits(median), `${digits(p10)} … ${digits(p90)}`]),
    ratio.toFixed(2),
    agrees ? "yes" : "NO",
  ]);
  const widths = HEAD.map((head, k) => Math.max(head.length, ...cells.map((line) => line[k]!.length)));
  // Names to the left, numbers to the right.
  const line = (row: string[]) =>
    row.map((cell, k) => (k < 3 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join("  ");
  const apart = pairs.filter(({ agrees }) => !agrees).length;
  const verdict =
    apart === 0
      ? "The page and the bench agree: no two medians differ by more than the wider spread."
      : `${apart} of ${pairs.length} medians differ by more than the wider spread.`;
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(HEAD), rule, ...cells.map(line), "", verdict].join("\n");
}

/** Three significant digits. */
const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
