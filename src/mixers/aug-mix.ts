import { PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import { type Bounds, checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import { beta } from "../random/beta.ts";
import { checkCount } from "../stages/count.ts";
import { allDraws } from "../stages/draws.ts";
import { callsOf, checkImageStage, drawsOfStage, prepareImageStage, sizeAfterStage } from "../stages/index.ts";
import { useForm } from "../stages/made.ts";
import { type RandomPipeline, randomPipelineForm } from "../stages/random-pipeline.ts";
import { IMAGE_OPTIONS, type ImageGranularity, type ImageOptions, type ImageStage } from "../stages/stage.ts";
import { blended, dirichlet } from "./blend.ts";
import { type MixOp, type MixTree, made } from "./mixer.ts";

const MAX_CHAINS = 7;

/** Made by `augMix()`: a picture is blended with augmented copies of itself. Not inside other stages. */
export interface AugMix extends ImageOptions {
  kind: "augMix";
  /** What the chains are made of. */
  stages: ImageStage[];
  /** Chains, 1 to 7. Default 3. */
  width?: number;
  /** Ops in a chain, or `[least, most]`. Default [1, 3]. */
  depth?: number | [number, number];
  /** Chain weights ~ Dirichlet(alpha, …), the mixture's weight ~ Beta(alpha, alpha). Default 1. */
  alpha?: Scalar;
}

declare module "./mixer.ts" {
  interface SelfMixers {
    augMix: AugMix;
  }
}

const ALPHA: Bounds = { low: 0.01, high: 10, expected: "a number from 0.01 to 10" };

/**
 * AugMix (Hendrycks et al. 2020, arXiv:1912.02781): out = (1 − m)·x + m·Σ wᵢ·chainᵢ(x), with w ~ Dirichlet(alpha, …)
 * and m ~ Beta(alpha, alpha); every chain runs one to three ops on a copy of the picture. Labels stay: all copies are
 * the same sample.
 *
 * In a plan the copies are pictures of their own, with their chain as `ops`, and rows of MixUp blend them, two by two:
 * `width` chains take ⌈log2(width + 1)⌉ of the four levels of mixing that a policy has (two for the usual three
 * chains).
 *
 * - `stages`: what a chain draws from, all alike; `augMixPolicy()` has the peers' lists.
 * - `width`: chains, 1 to 7, default 3. `depth`: ops in a chain, default [1, 3]. `alpha`: 0.01 to 10, default 1.
 * - `prob`, `granularity`, `stream`: as in every image stage. AugMix stands in a policy's list and not inside other
 *   stages.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function augMix(stages: ImageStage[], options: Omit<AugMix, "kind" | "stages"> = {}): AugMix {
  useForm("randomPipeline", randomPipelineForm);
  return made(augMixOp, {
    width: 3,
    depth: [1, 3],
    alpha: 1,
    prob: 1,
    ...given(options, "augMix"),
    kind: "augMix",
    stages,
  });
}

/** What makes a chain. */
function chainOf({ stages, depth = [1, 3] }: Pick<AugMix, "stages" | "depth">): RandomPipeline {
  return { kind: "randomPipeline", stages, augmentationsPerImage: depth };
}

/** The op behind {@link augMix}: its options and the draw of one tree. */
export const augMixOp: MixOp<AugMix> & { isSelf: true } = {
  options: ["stages", "width", "depth", "alpha", ...IMAGE_OPTIONS],
  isSelf: true,

  check({ stages, width, depth, alpha }, path) {
    if (!Array.isArray(stages) || stages.length === 0)
      throw new PolicyError(`${path}.stages`, "an array of at least one image stage", stages);
    Array.from(stages as unknown[]).forEach((stage, i) => {
      checkImageStage(stage, `${path}.stages[${i}]`, 1);
    });
    if (
      width !== undefined &&
      !(Number.isInteger(width) && (width as number) >= 1 && (width as number) <= MAX_CHAINS)
    ) {
      throw new PolicyError(`${path}.width`, `an integer from 1 to ${MAX_CHAINS}`, width);
    }
    if (depth !== undefined) checkCount(depth, `${path}.depth`);
    if (alpha !== undefined) checkScalar(alpha, `${path}.alpha`, ALPHA);
  },

  draws: ({ stages }) => ({ rows: "mixup", ...allDraws(stages.map(drawsOfStage)) }),

  copies: chainOf,

  needs: ({ width = 3 }) => ({ partners: 0, levels: levelsOf(width) }),

  prepare({ width = 3, alpha: givenAlpha = 1, ...chain }, { key, ...context }) {
    const { time, path, granularity } = context;
    const alpha = resolveScalar(givenAlpha, time, `${path}.alpha`, ALPHA);
    sizeAfterStage(chainOf(chain), context, path);
    const [mixtureKey, ...weightKeys] = range(width).map((i) => key("weight", i));
    const chains = range(width).map((i) =>
      prepareImageStage(chainOf(chain), {
        ...context,
        granularity: granularity as ImageGranularity,
        key: key("slot", i),
      }),
    );
    return (id, picture) => {
      const mixture = beta(mixtureKey!, id, alpha, alpha);
      const copies: MixTree[] = chains.map((chain) => ({ of: 0, ops: callsOf(chain, picture) }));
      return blendOfChains([1 - mixture, ...dirichlet(weightKeys, id, alpha, mixture)], [{ of: 0 }, ...copies]);
    };
  },
};

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** How many levels of the plan it takes to blend a picture with its chains, two by two. */
const levelsOf = (width: number) => Math.ceil(Math.log2(width + 1));

/** The blend of a picture and its chains, in a full tree that lacks its last leaves. */
export function blendOfChains(
  weights: readonly number[],
  leaves: readonly MixTree[],
  level = levelsOf(leaves.length - 1),
): MixTree {
  if (leaves.length === 1) return leaves[0]!;
  const middle = 2 ** (level - 1);
  const own = blendOfChains(weights.slice(0, middle), leaves.slice(0, middle), level - 1);
  if (leaves.length <= middle) return { own };
  return blended(weights, middle, own, blendOfChains(weights.slice(middle), leaves.slice(middle), level - 1));
}
