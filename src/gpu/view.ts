/**
 * What a view of a dataset is asked for: samples by a list or a question, or the parts of a split. All checked, nothing
 * drawn.
 */
import { found, InputError } from "../check/errors.ts";
import { listOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";

/** One sample, as `dataset.subset` asks about it. */
export interface Sample {
  /** Its place in the dataset that is asked, 0 to count − 1. */
  index: number;
  /** Its number in the whole dataset. */
  id: number;
  /** Its class id, where there are class ids. */
  label?: number;
  /** Its fields, by name. */
  fields: Record<string, unknown>;
}

export interface SplitOptions {
  /** Share of the samples for validation, between 0 and 1. */
  validation?: number;
  /** Share for a test. The rest is `train`. */
  test?: number;
  /** An integer in 0..2^53 − 1; default 0. It has nothing to do with the engine's. */
  seed?: number;
  /** Split each class by itself, so that all parts have about the same mix of classes; default false. */
  stratify?: boolean;
}

const PARTS = ["validation", "test"] as const;

/** `train`, and the parts that the options have. */
export type Split<Part, Options extends SplitOptions> = { train: Part } & {
  [part in keyof Pick<Options, keyof Options & (typeof PARTS)[number]>]: Part;
};

/** The places of a list in a dataset of `count` samples, each at most once. */
export function checkPlaces(path: string, indices: ArrayLike<number>, count: number): Uint32Array {
  const list = listOf(
    path,
    indices,
    "a list of dataset indices, or a function that says of a sample whether it is in",
  ) as number[];
  const seen = new Set<number>();
  list.forEach((index, i) => {
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new InputError(`${path}[${i}]`, `an integer in 0..${count - 1}`, index);
    if (seen.has(index))
      throw new InputError(`${path}[${i}]`, "each sample once (the sampler of an epoch repeats samples)", index);
    seen.add(index);
  });
  if (list.length === 0) throw new InputError(path, "at least one sample", found("none"));
  return Uint32Array.from(list);
}

/** The places of the samples that a predicate says true of. */
export function placesWhere(
  path: string,
  predicate: (sample: Sample) => boolean,
  samples: Iterable<Sample>,
): Uint32Array {
  const places: number[] = [];
  for (const sample of samples) {
    const isIn: unknown = predicate(sample);
    if (typeof isIn !== "boolean") throw new InputError(`${path}(sample ${sample.index})`, "true or false", isIn);
    if (isIn) places.push(sample.index);
  }
  if (places.length === 0) throw new InputError(path, "at least one sample", found("none"));
  return Uint32Array.from(places);
}

/** What of a split's options `splitSamples` needs. */
export interface OpenSplit {
  parts: (typeof PARTS)[number][];
  shares: number[];
  seed: number;
  stratify: boolean;
}

/** Checks the options of a split. @throws InputError */
export function openSplit(options: SplitOptions, hasIds: boolean): OpenSplit {
  knownKeys("split.options", options, [...PARTS, "seed", "stratify"]);
  const { seed = 0, stratify = false } = options;
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new InputError("split.options.seed", "an integer in 0..2^53-1", seed);
  if (typeof stratify !== "boolean") throw new InputError("split.options.stratify", "true or false", stratify);
  if (stratify && !hasIds)
    throw new InputError("split.options.stratify", "false for a dataset without class ids", stratify);
  const parts = PARTS.filter((part) => options[part] !== undefined);
  if (parts.length === 0) throw new InputError("split.options.validation", "a share between 0 and 1", undefined);
  const shares = parts.map((part) => options[part] as number);
  shares.forEach((share, i) => {
    if (!(typeof share === "number" && share > 0 && share < 1))
      throw new InputError(`split.options.${parts[i]}`, "a share between 0 and 1", share);
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  if (sum >= 1)
    throw new InputError("split.options", "shares that leave something to train with", found(`a sum of ${sum}`));
  return { parts, shares, seed, stratify };
}
