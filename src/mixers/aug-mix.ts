import { checkKeys, checkName } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { PROB } from "../draw/bounds.ts";
import { PURPOSE } from "../draw/keys.ts";
import { checkStream, given } from "../draw/options.ts";
import { type Bounds, checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import type { OpCall, Row } from "../plan/plan.ts";
import { beta } from "../random/beta.ts";
import { foldIn, type Key } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { callsOf, checkCount } from "../stages/groups.ts";
import { IMAGE_GRANULARITIES, IMAGE_OPTIONS, type ImageOptions, type ImageStage } from "../stages/image-stage.ts";
import { checkImageStage, prepareImageStage } from "../stages/index.ts";
import type { ImageContext } from "../stages/stage.ts";
import { sizeAfterStage } from "../stages/stage-size.ts";

export const MAX_CHAINS = 7;

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

const ALPHA: Bounds = { low: 0.01, high: 10, expected: "a number from 0.01 to 10" };

/**
 * AugMix (Hendrycks et al. 2020, arXiv:1912.02781): out = (1 − m)·x + m·Σ wᵢ·chainᵢ(x), with w ~ Dirichlet(alpha, …) and m ~ Beta(alpha, alpha);
 * every chain runs one to three ops on a copy of the picture. Labels stay: all copies are the same sample.
 *
 * In a plan the copies are pictures of their own, with their chain as `ops`, and rows of MixUp blend them, two by two: `width` chains take
 * ⌈log2(width + 1)⌉ of the four levels of mixing that a policy has (two for the usual three chains).
 *
 * - `stages`: what a chain draws from, all alike; `augMixPolicy()` has the peers' lists.
 * - `width`: chains, 1 to 7, default 3. `depth`: ops in a chain, default [1, 3]. `alpha`: 0.01 to 10, default 1.
 * - `prob`, `granularity`, `stream`: as in every image stage. AugMix stands in a policy's list and not inside other stages.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function augMix(stages: ImageStage[], options: Omit<AugMix, "kind" | "stages"> = {}): AugMix {
  const stage: AugMix = { width: 3, depth: [1, 3], alpha: 1, prob: 1, ...given(options, "augMix"), kind: "augMix", stages };
  checkAugMix(stage as unknown as Record<string, unknown>, "augMix");
  return stage;
}

/** Checks the options at `path`. */
export function checkAugMix(value: Record<string, unknown>, path: string): void {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, ["stages", "width", "depth", "alpha", ...IMAGE_OPTIONS]);
  const { stages, width, depth, alpha, prob, granularity, stream } = value;
  if (!Array.isArray(stages) || stages.length === 0)
    throw new PolicyError(`${path}.stages`, "an array of at least one image stage", stages);
  stages.forEach((stage: unknown, i) => {
    checkImageStage(stage, `${path}.stages[${i}]`, 1);
  });
  if (width !== undefined && !(Number.isInteger(width) && (width as number) >= 1 && (width as number) <= MAX_CHAINS)) {
    throw new PolicyError(`${path}.width`, `an integer from 1 to ${MAX_CHAINS}`, width);
  }
  if (depth !== undefined) checkCount(depth, `${path}.depth`);
  if (alpha !== undefined) checkScalar(alpha, `${path}.alpha`, ALPHA);
  if (prob !== undefined) checkScalar(prob, `${path}.prob`, PROB);
  checkName(granularity, `${path}.granularity`, IMAGE_GRANULARITIES);
  checkStream(stream, `${path}.stream`);
}

/** How many levels of the plan it takes to blend a picture with its chains, two by two. */
export const augMixLevels = ({ width = 3 }: { width?: number }): number => Math.ceil(Math.log2(width + 1));

/** What one picture gets: its chains, and the weight of each picture, the picture itself first. */
export interface DrawnChains {
  chains: OpCall[][];
  weights: number[];
}

/** Gets AugMix ready; `context.path` leads to its options. Undefined for a picture that is left alone. */
export function prepareAugMix(stage: AugMix, context: ImageContext): (id: number) => DrawnChains | undefined {
  const { key, time, path, firstId } = context;
  const { stages, width = 3, depth = [1, 3], granularity = context.granularity } = stage;
  const prob = resolveScalar(stage.prob ?? 1, time, `${path}.prob`, PROB);
  const alpha = resolveScalar(stage.alpha ?? 1, time, `${path}.alpha`, ALPHA);
  sizeAfterStage({ kind: "randomPipeline", stages }, context, path);
  const gateKey = foldIn(key, PURPOSE.imageProb);
  const weightKeys = Array.from({ length: width }, (_, i) => foldIn(key, PURPOSE.weight + i));
  const chains = Array.from({ length: width }, (_, i) =>
    prepareImageStage(
      { kind: "randomPipeline", stages, augmentationsPerImage: depth },
      { ...context, granularity, key: foldIn(key, PURPOSE.slot + i) },
    ),
  );
  return (id) => {
    const at = granularity === "batch" ? firstId : id;
    if (prob < 1 && uniform01(gateKey, at, 0) >= prob) return undefined;
    return { chains: chains.map((chain) => callsOf(chain, id)), weights: drawWeights(weightKeys, at, alpha) };
  };
}

/** 1 − m, and m times a Dirichlet draw, by breaking a stick: the first piece of k is Beta(alpha, (k − 1)·alpha) of what is left. */
function drawWeights(keys: readonly Key[], id: number, alpha: number): number[] {
  let left = beta(keys[0]!, id, alpha, alpha);
  const weights = [1 - left];
  for (let k = keys.length; k > 1; k--) {
    const piece = left * beta(keys[keys.length - k + 1]!, id, alpha, (k - 1) * alpha);
    weights.push(piece);
    left -= piece;
  }
  weights.push(left);
  return weights;
}

/** The levels of rows that blend pictures with their chains; the last one has a row a picture, in their order. */
export function blendLevels(levels: number, pictures: { leaves: number[]; weights: number[] }[]): Row[][] {
  const rows: Row[][] = Array.from({ length: levels }, () => []);
  // Makes the blend of leaves [from, to) at a level and returns its position there.
  const blend = (level: number, { leaves, weights }: { leaves: number[]; weights: number[] }, from: number, to: number): number => {
    if (level === 0) return leaves[from]!;
    const middle = from + 2 ** (level - 1);
    const own = blend(level - 1, { leaves, weights }, from, Math.min(to, middle));
    const [here, there] = [sum(weights, from, Math.min(to, middle)), sum(weights, middle, to)];
    if (to <= middle) return rows[level - 1]!.push({ mixer: "none", own }) - 1;
    const partner = blend(level - 1, { leaves, weights }, middle, to);
    const lambda = here + there > 0 ? Math.fround(here / (here + there)) : 1;
    return rows[level - 1]!.push({ mixer: "mixup", own, partner, lambda }) - 1;
  };
  for (const picture of pictures) blend(levels, picture, 0, picture.leaves.length);
  return rows;
}

function sum(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i]!;
  return total;
}
