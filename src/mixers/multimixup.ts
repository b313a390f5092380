import { PolicyError } from "../check/errors.ts";
import { ALPHA } from "../draw/bounds.ts";
import { given } from "../draw/options.ts";
import { checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import { foldIn } from "../random/key.ts";
import { blended, dirichlet } from "./blend.ts";
import { type MixOp, type MixTree, made, type StageOptions } from "./mixer.ts";
import { STAGE_OPTIONS } from "./options.ts";

export const MAX_SOURCES = 16;

/** Made by `multimixup()`. */
export interface MultiMixUp extends StageOptions {
  kind: "multimixup";
  /** Pictures that are blended, 2 to 16. Default 3. */
  sources?: number;
  /** Weights ~ Dirichlet(alpha, …). Default 1. */
  alpha?: Scalar;
}

declare module "./mixer.ts" {
  interface Mixers {
    multimixup: MultiMixUp;
  }
}

/**
 * MixUp of several pictures: every pixel and every label is Σ wₖ·pictureₖ with w ~ Dirichlet(alpha, …), as Zhang et al.
 * 2018 (arXiv:1710.09412, section 3.3) tried for three. Two `sources` are MixUp itself: Dirichlet(alpha, alpha) is
 * Beta(alpha, alpha).
 *
 * - `sources`: pictures that are blended, the own one among them, 2 to 16, default 3.
 * - `alpha`: 0.01 to 100 / (sources − 1), default 1: all weights alike likely.
 * - `prob`, `granularity` (`"batch"` or `"sample"` beyond two sources), `stream`: as in `mixup`.
 * - `pairing`: as in `mixup`; beyond two sources without `"reverse"` and `"external"`, which know one partner. Every
 *   further partner is drawn by itself and may be one of the others.
 *
 * Levels of mixing: ⌈log2 sources⌉ of the four there are. In the plan it is a binary tree of MixUp rows, whose λs are
 * f32: weights are the products of up to four of them, and sum to 1 within their rounding.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function multimixup(options: Omit<MultiMixUp, "kind"> = {}): MultiMixUp {
  return made(multimixupOp, {
    sources: SOURCES,
    alpha: 1,
    prob: 1,
    ...given(options, "multimixup"),
    kind: "multimixup",
  });
}

const SOURCES = 3;

/** What the Beta draws of the weights can do: the first is Beta(alpha, (sources − 1) · alpha). */
const boundsFor = (sources: number) => {
  const high = ALPHA.high / (sources - 1);
  return { low: ALPHA.low, high, expected: `a number from ${ALPHA.low} to 100 / (sources - 1)` };
};

/** The op behind {@link multimixup}: its options and the draw of one tree. */
export const multimixupOp: MixOp<MultiMixUp> = {
  options: ["sources", "alpha", ...STAGE_OPTIONS],
  draws: () => ({ rows: "mixup" }),

  check({ sources = SOURCES, alpha }, path) {
    if (!(Number.isInteger(sources) && (sources as number) >= 2 && (sources as number) <= MAX_SOURCES)) {
      throw new PolicyError(`${path}.sources`, `an integer from 2 to ${MAX_SOURCES}`, sources);
    }
    if (alpha !== undefined) checkScalar(alpha, `${path}.alpha`, boundsFor(sources as number));
  },

  needs: ({ sources = SOURCES }) => ({ partners: sources - 1, levels: Math.ceil(Math.log2(sources)) }),

  prepare({ sources = SOURCES, alpha: given = 1 }, { time, path, key }) {
    const alpha = resolveScalar(given, time, `${path}.alpha`, boundsFor(sources));
    const lambdaKey = key("lambda");
    const keys = Array.from({ length: sources - 1 }, (_, k) => foldIn(lambdaKey, k));
    return (id) => blend(dirichlet(keys, id, alpha));
  },
};

/** The blend of pictures `from` and after, in halves. */
function blend(weights: readonly number[], from = 0): MixTree {
  if (weights.length === 1) return { of: from };
  const middle = Math.ceil(weights.length / 2);
  return blended(weights, middle, blend(weights.slice(0, middle), from), blend(weights.slice(middle), from + middle));
}
