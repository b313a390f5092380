/** `elastic-law`: torchvision's elastic fields as they are distributed, and ours of the same alpha and sigma. */
import { geometryOf, type OpCall } from "mixwell";
import { planOf } from "./sets.ts";

export interface LawTable {
  law: { columns: string[]; rows: number[][] };
}

/** As the table says: 3 %, and 0.03. */
const STD_WITHIN = 0.03;
const CORRELATION_WITHIN = 0.03;

const DRAWS = 400;
const LAGS = [1, 5, 10];
/** Pixels between the places that are looked at: all phases of the nodes are met. */
const STEP = 3;

/** What is wrong with a row, or undefined. Whatever `folds`, where coefficients reach that far. */
export function checkLaw({ columns, rows }: LawTable["law"], row: number): string | undefined {
  const wanted = Object.fromEntries(columns.map((name, i) => [name, rows[row]![i]!])) as Record<string, number>;
  const { height, width, alpha, sigma, stdTheory } = wanted as Record<string, number>;
  const std = (0.0814 * alpha!) / sigma!;
  if (Math.abs(std - stdTheory!) > 0.001 * stdTheory!) return `a std of ${std} instead of ${stdTheory}`;
  const call: OpCall = { op: "elastic", sigma: sigma!, std, folds: true, key: [0, 0] };
  const made = lawOf(call, [height!, width!], Math.ceil(4 * sigma!));
  for (const [name, value] of Object.entries(made)) {
    const off = name.startsWith("std") ? Math.abs(value / wanted[name]! - 1) : Math.abs(value - wanted[name]!);
    const within = name.startsWith("std") ? STD_WITHIN : CORRELATION_WITHIN;
    if (!(off <= within)) return `${name} is ${value} instead of ${wanted[name]}`;
  }
  return undefined;
}

/** The standard deviations of fields, and correlations of dx and dy along x and y, as the table has them. */
export function lawOf(
  call: OpCall,
  [height, width]: readonly [number, number],
  margin: number,
): Record<string, number> {
  const points: number[] = [];
  for (let y = margin + 0.5; y + 10 < height - margin; y += STEP)
    for (let x = margin + 0.5; x + 10 < width - margin; x += STEP) {
      points.push(x, y);
      for (const lag of LAGS) points.push(x + lag, y, x, y + lag);
    }
  const sums: Record<string, number> = {};
  const add = (name: string, value: number) => {
    sums[name] = (sums[name] ?? 0) + value;
  };
  let count = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const moved = geometryOf(planOf([height, width], [[{ ...call, key: [1, draw] } as OpCall]]), 0).back(points);
    for (let at = 0; at < points.length; at += 14) {
      const by = (point: number, axis: 0 | 1) => moved[at + 2 * point + axis]! - points[at + 2 * point + axis]!;
      const [dx, dy] = [by(0, 0), by(0, 1)];
      count++;
      add("xx", dx * dx);
      add("yy", dy * dy);
      add("xy", dx * dy);
      LAGS.forEach((lag, i) => {
        add(`x${lag}`, dx * by(1 + 2 * i, 0) + dy * by(1 + 2 * i, 1));
        add(`y${lag}`, dx * by(2 + 2 * i, 0) + dy * by(2 + 2 * i, 1));
      });
    }
  }
  const both = sums.xx! + sums.yy!;
  return {
    stdX: Math.sqrt(sums.xx! / count),
    stdY: Math.sqrt(sums.yy! / count),
    crossXY: sums.xy! / Math.sqrt(sums.xx! * sums.yy!),
    ...Object.fromEntries(
      LAGS.flatMap((lag) => ["x", "y"].map((axis) => [`${axis}${lag}`, sums[`${axis}${lag}`]! / both])),
    ),
  };
}
