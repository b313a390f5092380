/** Pictures that have sizes of their own: what is said of them, and how it is looked up. */

import { found, InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { isCallable } from "../check/values.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import type { SourceRef } from "./plan.ts";

/** The height and width of one picture after the other: `[h₀, w₀, h₁, w₁, …]`. */
export type SizePairs = ArrayLike<number>;

/** The sizes of source pictures, for pictures of different size in one batch. */
export interface OwnSizes {
  /** Of the batch, by row. */
  batch?: SizePairs;
  /** Of the dataset, by sample id; or a function that is asked for the size of a sample. */
  dataset?: SizePairs | ((id: number) => Size);
  /** Of the second batch, by row. */
  external?: SizePairs;
}

/** The size of a source picture. */
export type SizeOf = (from: SourceRef["from"], index: number) => Size;

const NAMES = ["batch", "dataset", "external"] as const;

/**
 * Looks sizes up. Lists must have a pair for each of `counts`; a pair is checked when it is asked for.
 * @throws InputError
 */
export function openSizes(
  path: string,
  sizes: OwnSizes,
  counts: Readonly<Partial<Record<SourceRef["from"], number>>>,
): SizeOf {
  knownKeys(path, sizes, NAMES);
  for (const name of NAMES) {
    const given = sizes[name];
    if (given !== undefined && !isCallable(given)) checkPairs(`${path}.${name}`, given, counts[name]);
  }
  return (from, index) => {
    const given = sizes[from];
    if (given === undefined) throw new InputError(`${path}.${from}`, "sizes, as for the other pictures", given);
    if (typeof given === "function") return checked(`${path}.${from}(${index})`, given(index));
    return pairAt(`${path}.${from}`, given, index);
  };
}

/** Throws InputError unless there is a pair for each of `count` pictures, if that is known. */
export function checkPairs(path: string, pairs: unknown, count: number | undefined): asserts pairs is SizePairs {
  const { length } = (typeof pairs === "object" && pairs !== null ? pairs : {}) as { length?: unknown };
  if (!Number.isInteger(length) || (length as number) % 2 !== 0)
    throw new InputError(path, "a list of [height, width] pairs, one number after the other", pairs);
  if (count !== undefined && length !== 2 * count)
    throw new InputError(path, `${2 * count} numbers, a height and a width for each of ${count}`, found(`${length}`));
}

/** The size of the `index`th picture. */
export function pairAt(path: string, pairs: SizePairs, index: number): Size {
  const [height, width] = [pairs[2 * index]!, pairs[2 * index + 1]!];
  if (!isSide(height)) throw new InputError(`${path}[${2 * index}]`, `a height, an integer in 1..${MAX_SIDE}`, height);
  if (!isSide(width)) throw new InputError(`${path}[${2 * index + 1}]`, `a width, an integer in 1..${MAX_SIDE}`, width);
  return { height, width };
}

function checked(path: string, size: unknown): Size {
  const { height, width } = (typeof size === "object" && size !== null ? size : {}) as Partial<Size>;
  if (isSide(height) && isSide(width)) return { height, width };
  throw new InputError(path, `{ height, width }, integers in 1..${MAX_SIDE}`, size);
}

const isSide = (side: unknown): side is number =>
  Number.isInteger(side) && (side as number) >= 1 && (side as number) <= MAX_SIDE;
