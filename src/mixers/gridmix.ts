import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import type { Scalar } from "../draw/schedule.ts";
import { beta } from "../random/beta.ts";
import { maskRow, remembered } from "./mask-rows.ts";
import { gridMaskForm } from "./masks/grid.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { checkAlpha, resolveAlpha, STAGE_OPTIONS } from "./options.ts";

/** Made by `gridmix()`. */
export interface GridMix extends StageOptions {
  kind: "gridmix";
  /** λ ~ Beta(alpha, alpha), or Beta(a, b) for `[a, b]`. Default 1. */
  alpha?: Scalar | [Scalar, Scalar];
  /** Cells along the width. Default 20. */
  cells?: number;
}

declare module "./mixer.ts" {
  interface Mixers {
    gridmix: GridMix;
  }
}

/**
 * GridMix (Baek et al. 2021), as openmixup's `gridmix`: the partner shows through square holes on a grid. λ ~
 * Beta(alpha, alpha), cells of c = ⌈W / cells⌉ pixels a side, and at the top left of each a hole of ⌊c·√(1−λ)⌋, at
 * least 1 and at most c − 1. The label weights are the counted shares of the pixels.
 *
 * - `alpha`: 0.01 to 100, default 1; `[a, b]` draws from Beta(a, b).
 * - `cells`: cells along the width, a whole number from 1 to 1024, default 20. A cell has 2 pixels a side at least, or
 *   could not be shared.
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`.
 *
 * One level of mixing. Throws PolicyError when an option is unknown or out of range.
 */
export function gridmix(options: Omit<GridMix, "kind"> = {}): GridMix {
  return made(gridmixOp, { alpha: 1, cells: CELLS, prob: 1, ...given(options, "gridmix"), kind: "gridmix" });
}

const CELLS = 20;

/** The op behind {@link gridmix}: its options and the draw of one row. */
export const gridmixOp: MixOp<GridMix> = {
  options: ["alpha", "cells", ...STAGE_OPTIONS],
  masks: { grid: gridMaskForm },
  draws: () => ({ rows: "mask" }),

  check({ alpha, cells }, path) {
    if (alpha !== undefined) checkAlpha(alpha, `${path}.alpha`);
    if (cells === undefined || (Number.isInteger(cells) && (cells as number) >= 1 && (cells as number) <= 1024)) return;
    throw new PolicyError(`${path}.cells`, "an integer from 1 to 1024", cells);
  },

  prepare({ alpha = 1, cells = CELLS }, { height, width, time, path, key }) {
    const [a, b] = resolveAlpha(alpha, time, `${path}.alpha`);
    const lambdaKey = key("lambda");
    const cell = Math.max(2, Math.ceil(width / cells));
    return remembered((id) => {
      const hole = Math.min(cell - 1, Math.max(1, Math.trunc(cell * Math.sqrt(1 - beta(lambdaKey, id, a, b)))));
      return maskRow({ shape: "grid", cell, hole }, height, width);
    });
  },
};
