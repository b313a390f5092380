import { checkRange } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import { cropOp } from "../ops/warp/crop.ts";
import { uniform01 } from "../random/uniform.ts";
import { bringOps } from "../stages/brings.ts";
import { drawsOf } from "../stages/draws.ts";
import { boxRow } from "./box-rows.ts";
import { type MixLeaf, type MixOp, type MixTree, made, type StageOptions } from "./mixer.ts";
import { STAGE_OPTIONS } from "./options.ts";

/** Pictures along one side of a mosaic, and in one `multimixup`. */
export const MAX_GRID = 4;

/** Made by `mosaic()`. */
export interface Mosaic extends StageOptions {
  kind: "mosaic";
  /** Rows and columns, 1 to 4 each and two pictures at least. Default [2, 2]. */
  grid?: [number, number];
  /** Where two pictures meet, as a share of the side. Default [0.25, 0.75]. */
  center?: [number, number];
}

declare module "./mixer.ts" {
  interface Mixers {
    mosaic: Mosaic;
  }
}

/**
 * Mosaic (Bochkovskiy et al. 2020, arXiv:2004.10934): a grid of pictures, the own one first; the label weights are the
 * shares of the pixels. As KerasCV's `Mosaic` of 2 × 2: the pictures meet at a point ~ U(0.25, 0.75) of each side, and
 * each shows its part next to that point, moved and not resized. (KerasCV stretches the result by W / (W − 1); here
 * pixels move whole.)
 *
 * - `grid`: rows and columns, 1 to 4 each, two pictures at least. Default [2, 2].
 * - `center`: where two pictures meet, as a share of the side, drawn for each side. Of n along a side the k-th and
 * the next meet at (k − 1 + 2u) / n of it, for u drawn from this range, and never before those above; inner pictures
 * show their middle.
 * - `prob`, `granularity` (`"batch"` or `"sample"`), `stream`: as in `mixup`.
 * - `pairing`: as in `mixup`, without `"reverse"` and `"external"`, which know one partner. Every further partner is
 *   drawn by itself and may be one of the others.
 *
 * Levels of mixing: ⌈log2 rows⌉ + ⌈log2 columns⌉ of the four there are; 2 for 2 × 2, all four for 3 × 3 and 4 × 4. In
 * the plan it is nested CutMix rows over pictures with a `crop` op, so pictures need 1, 3 or 4 channels.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function mosaic(options: Omit<Mosaic, "kind"> = {}): Mosaic {
  return made(mosaicOp, { grid: GRID, center: CENTER, prob: 1, ...given(options, "mosaic"), kind: "mosaic" });
}

const GRID: [number, number] = [2, 2];
const CENTER: [number, number] = [0.25, 0.75];

/** The op behind {@link mosaic}: its options and the draw of one tree. */
export const mosaicOp: MixOp<Mosaic> = {
  options: ["grid", "center", ...STAGE_OPTIONS],
  uses: () => bringOps([cropOp]),
  draws: () => ({ rows: "cutmix", ...drawsOf(cropOp) }),

  check({ grid, center }, path) {
    const expected = `[rows, columns], 1 to ${MAX_GRID} each and two pictures at least`;
    const fits = (n: number) => Number.isInteger(n) && n >= 1 && n <= MAX_GRID;
    if (grid !== undefined)
      checkRange(grid, `${path}.grid`, expected, (rows, columns) => fits(rows) && fits(columns) && rows * columns > 1);
    if (center === undefined) return;
    checkRange(
      center,
      `${path}.center`,
      "[low, high] with 0 <= low <= high <= 1",
      (low, high) => low >= 0 && low <= high && high <= 1,
    );
  },

  needs: ({ grid: [rows, columns] = GRID }) => ({ partners: rows * columns - 1, levels: depth(rows) + depth(columns) }),

  prepare({ grid: [rows, columns] = GRID, center = CENTER }, { height, width, key, path }) {
    if (Math.max(height, width) > MAX_SIDE)
      throw new PolicyError(path, `pictures of at most ${MAX_SIDE} pixels a side`, [height, width]);
    const boxKey = key("box");
    return (id) => {
      const down = drawCuts((k) => uniform01(boxKey, id, k), rows, height, center);
      const across = drawCuts((k) => uniform01(boxKey, id, MAX_GRID + k), columns, width, center);
      const cell = (row: number, column: number): MixLeaf => {
        const top = firstShown(down, row, height);
        const left = firstShown(across, column, width);
        const of = row * columns + column;
        return top === 0 && left === 0 ? { of } : { of, ops: [{ op: "crop", top, left, height, width }] };
      };
      const line = (row: number) =>
        halved(
          0,
          columns,
          (column) => cell(row, column),
          (column) => boxRow([across[column]!, 0, width, height], height, width),
        );
      return halved(0, rows, line, (row) => boxRow([0, down[row]!, width, height], height, width));
    };
  },
};

/** As far as a crop reaches. */
const MAX_SIDE = 16_384;

const depth = (n: number) => Math.ceil(Math.log2(n));

/** The borders of `n` cells along a side of `length` pixels; `draw` gives the number for each of those inside. */
function drawCuts(
  draw: (k: number) => number,
  n: number,
  length: number,
  [low, high]: readonly [number, number],
): number[] {
  const cuts = [0];
  for (let k = 1; k < n; k++) {
    const u = low + (high - low) * draw(k);
    const cut = Math.round((length * (k - 1 + 2 * u)) / n);
    cuts.push(Math.min(length, Math.max(cuts[k - 1]!, cut)));
  }
  return [...cuts, length];
}

/**
 * Which pixel of its picture a cell begins with, less where the cell begins: the first cell ends with its picture, the
 * last begins with it.
 */
function firstShown(cuts: readonly number[], cell: number, length: number): number {
  const n = cuts.length - 1;
  const hidden = length - (cuts[cell + 1]! - cuts[cell]!);
  const begin = n === 1 ? 0 : Math.round((hidden * (n - 1 - cell)) / (n - 1));
  return begin - cuts[cell]!;
}

/**
 * A tree over parts `from` to `to`, split in the middle again and again; `split` is the row that shows its partner from
 * that part on.
 */
function halved(
  from: number,
  to: number,
  part: (i: number) => MixTree,
  split: (i: number) => ReturnType<typeof boxRow>,
): MixTree {
  if (to - from === 1) return part(from);
  const middle = from + Math.ceil((to - from) / 2);
  return { row: split(middle), own: halved(from, middle, part, split), partner: halved(middle, to, part, split) };
}
