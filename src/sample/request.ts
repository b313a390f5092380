import { InputError } from "../check/errors.ts";
import { lengthOf, MAX_ROWS } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { isCallable } from "../check/values.ts";
import type { Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import type { OwnSizes, SizeOf } from "../plan/own-sizes.ts";
import { type LaidOut, pairingsOf } from "../policy/lay-out.ts";
import type { Policy } from "../policy/policy.ts";
import { laidOutStages, stagesOf } from "../policy/validate.ts";
import type { Members } from "./members.ts";
import type { ObjectsToDraw } from "./objects-to-draw.ts";
import { opDraws } from "./op-draws.ts";
import type { PartnerPool } from "./partners.ts";

/** What {@link samplePlan} needs to know: how to draw, and the shape of the batch it draws for. */
export interface DrawRequest {
  policy: Policy;
  /** An integer in 0..2^53−1. */
  seed: number;
  /** A u32, default 0. */
  epoch?: number;
  /** Where training stands, for schedules; and what a batch without ids is drawn by. A u32. */
  step?: number;
  /**
   * The sample ids, u32 each: dataset indices, or any numbers that name the samples for good. Left out, `step` and
   * `batchSize` are needed.
   */
  ids?: ArrayLike<number>;
  /**
   * Which occurrence of its sample each row is, u32 each: 0 the first, 1 the second … Every one is a draw of its own,
   * and the same one is the same draw in any batch. Default: counted within the batch, in order. Only with `ids`.
   */
  occurrences?: ArrayLike<number>;
  /** Rows of the batch; default the number of ids. */
  batchSize?: number;
  /** Picture size in pixels. */
  height?: number;
  width?: number;
  /** Instead of both, where pictures have sizes of their own: each draws from its own size. */
  sizes?: OwnSizes;
  /** Samples in the dataset; needed by the `dataset` pairing, whose ids are dataset indices. */
  datasetSize?: number;
  /**
   * The ids of a view of the dataset (`dataset.split`, `dataset.subset`), a `Set`: partners of the `dataset` pairing
   * are of it, and so must the batch be. Default: the whole dataset.
   */
  members?: Members;
  /** Rows of the second batch; needed by the `external` pairing, and then equal to the batch's. */
  externalSize?: number;
  /** The objects in the pictures, for crops that look at them: `objectsToDraw`. No other draw depends on them. */
  objects?: ObjectsToDraw;
  /** Where the batch itself comes from: rows the caller hands over (default), or samples of a dataset by their ids. */
  from?: "batch" | "dataset";
}

/** A request after checking, with every default filled in. */
export interface OpenRequest {
  seed: number;
  epoch: number;
  time: Time;
  /** The step when the batch has no ids of its own, else undefined. */
  drawnByStep: number | undefined;
  ids: Uint32Array;
  occurrences: Uint32Array;
  batchSize: number;
  /** The size of all pictures, or how to look up that of each. */
  size: Size | SizeOf;
  /** Where partners of the `dataset` pairing come from. */
  pool: PartnerPool | undefined;
  from: "batch" | "dataset";
  objects: ObjectsToDraw | undefined;
  policy: LaidOut;
}

const REQUEST_KEYS: readonly (keyof DrawRequest)[] = [
  "policy",
  "seed",
  "epoch",
  "step",
  "ids",
  "occurrences",
  "batchSize",
  "height",
  "width",
  "sizes",
  "datasetSize",
  "members",
  "externalSize",
  "objects",
  "from",
];

/** Checks a request. Throws InputError, or PolicyError where the policy is at fault. */
export function openRequest(request: DrawRequest): OpenRequest {
  knownKeys("samplePlan.request", request, REQUEST_KEYS);
  const { policy, seed, epoch = 0, step, height, width, from = "batch" } = request;
  const stages = stagesOf(policy);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  if (!isU32(epoch)) throw new InputError("epoch", "an integer in 0..2^32-1", epoch);
  if (step !== undefined && !isU32(step)) throw new InputError("step", "an integer in 0..2^32-1", step);
  if (request.sizes === undefined) {
    checkCount(height, "height", "a positive whole number of pixels");
    checkCount(width, "width", "a positive whole number of pixels");
  }
  if (from !== "batch" && from !== "dataset") throw new InputError("from", "batch or dataset", from);
  const { objects } = request;
  if (objects !== undefined && !(isOptions(objects as unknown) && isCallable(objects.boxesOf)))
    throw new InputError("objects", "what objectsToDraw returns", objects);
  const laidOut = laidOutStages(policy, stages, from === "dataset");
  const pairings = pairingsOf(laidOut);
  const needsDataset = from === "dataset" || pairings.includes("dataset");
  const ids = openIds(request, needsDataset);
  const pool = needsDataset ? openPool(ids, request) : undefined;
  if (pairings.includes("external") && request.externalSize !== ids.length) {
    throw new InputError(
      "externalSize",
      `${ids.length}, as many rows as the batch, for the external pairing`,
      request.externalSize,
    );
  }
  return {
    // Plus 0, because both stand in the plan, which survives JSON, and JSON has no −0.
    seed: seed + 0,
    epoch: epoch + 0,
    time: timeOf(epoch + 0, step),
    drawnByStep: request.ids ? undefined : step,
    ids,
    occurrences: openOccurrences(request, ids),
    batchSize: ids.length,
    size: openSize(request, ids.length),
    pool,
    from,
    objects,
    policy: laidOut,
  };
}

function openSize({ height, width, sizes, datasetSize, externalSize }: DrawRequest, batch: number): Size | SizeOf {
  if (sizes === undefined) return { height: height!, width: width! };
  if (height !== undefined) throw new InputError("height", "nothing where pictures have sizes of their own", height);
  if (width !== undefined) throw new InputError("width", "nothing where pictures have sizes of their own", width);
  return opDraws().openSizes("sizes", sizes, { batch, dataset: datasetSize, external: externalSize });
}

function openIds({ ids, step, batchSize }: DrawRequest, needsDataset: boolean): Uint32Array {
  if (batchSize !== undefined) checkCount(batchSize, "batchSize", "a positive whole number of rows");
  if (batchSize !== undefined && batchSize > MAX_ROWS)
    throw new InputError("batchSize", `${MAX_ROWS} rows at most`, batchSize);
  if (ids === undefined) {
    if (needsDataset) throw new InputError("ids", "the dataset index of every sample of the batch", ids);
    if (step === undefined) {
      throw new InputError(
        "ids",
        "the sample ids, or else the step: without either every batch would repeat the same draws",
        ids,
      );
    }
    if (batchSize === undefined)
      throw new InputError("batchSize", "the number of rows, where no ids are given", batchSize);
    return Uint32Array.from({ length: batchSize }, (_, i) => i);
  }
  const length = lengthOf("ids", ids, "one sample id a row, at least one");
  if (length === 0) throw new InputError("ids", "one sample id a row, at least one", ids);
  if (batchSize !== undefined && batchSize !== length)
    throw new InputError("ids", `${batchSize} sample ids, one a row`, length);
  return u32s("ids", ids, length);
}

/** A copy of numbers that must be u32. */
function u32s(path: string, list: ArrayLike<unknown>, length: number): Uint32Array {
  const copy = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const number = list[i];
    if (!isU32(number)) throw new InputError(`${path}[${i}]`, "an integer in 0..2^32-1", number);
    copy[i] = number;
  }
  return copy;
}

function openOccurrences({ ids: given, occurrences }: DrawRequest, ids: Uint32Array): Uint32Array {
  if (occurrences === undefined) return countOccurrences(ids);
  if (given === undefined) throw new InputError("occurrences", "nothing where there are no ids", occurrences);
  if (typeof occurrences !== "object" || occurrences === null || occurrences.length !== ids.length)
    throw new InputError("occurrences", `${ids.length} numbers, one a row`, occurrences);
  return u32s("occurrences", occurrences, ids.length);
}

/** How often each row's sample came before in the batch. */
function countOccurrences(ids: Uint32Array): Uint32Array {
  // Nearly every batch has each sample once.
  if (ids.length <= MOST_TABLED && !hasRepeats(ids)) return new Uint32Array(ids.length);
  const seen = new Map<number, number>();
  return ids.map((id) => {
    const before = seen.get(id) ?? 0;
    seen.set(id, before + 1);
    return before;
  });
}

/** A larger batch would keep much memory. */
const MOST_TABLED = 1 << 16;

/**
 * Where ids were seen, to be used again by the next batch: a table by their last bits, each entry an id and one more
 * than its row.
 */
let table = new Uint32Array(0);

function hasRepeats(ids: Uint32Array): boolean {
  const size = 2 ** Math.ceil(Math.log2(2 * ids.length));
  if (table.length < 2 * size) table = new Uint32Array(2 * size);
  else table.fill(0, 0, 2 * size);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    let at = id & (size - 1);
    while (table[2 * at + 1] !== 0) {
      if (table[2 * at] === id) return true;
      at = (at + 1) & (size - 1);
    }
    table[2 * at] = id;
    table[2 * at + 1] = row + 1;
  }
  return false;
}

function openPool(ids: Uint32Array, { datasetSize, members }: DrawRequest): PartnerPool {
  checkCount(datasetSize, "datasetSize", "the number of samples in the dataset");
  const wrong = ids.findIndex((id) => id >= datasetSize);
  if (wrong >= 0) throw new InputError(`ids[${wrong}]`, `a dataset index in 0..${datasetSize - 1}`, ids[wrong]);
  if (members === undefined) return { size: datasetSize };
  if (!isMembers(members)) throw new InputError("members", "a Set of dataset indices", members);
  const outside = ids.findIndex((id) => !members.has(id));
  if (outside >= 0) throw new InputError(`ids[${outside}]`, "one of the members", ids[outside]);
  return { size: datasetSize, members };
}

function isMembers(value: unknown): value is Members {
  if (typeof value !== "object" || value === null) return false;
  const { size, has, [Symbol.iterator]: iterator } = value as Partial<Members>;
  return typeof size === "number" && typeof has === "function" && typeof iterator === "function";
}

function checkCount(value: unknown, path: string, expected: string): asserts value is number {
  if (!isU32(value) || value === 0) throw new InputError(path, expected, value);
}

function isU32(value: unknown): value is number {
  return typeof value === "number" && value >>> 0 === value;
}

/** Asks for the step only where a strength really depends on it. */
function timeOf(epoch: number, step: number | undefined): Time {
  return {
    epoch,
    get step(): number {
      if (step === undefined)
        throw new InputError("step", "the number of the step: a strength of the policy depends on it", step);
      return step;
    },
  };
}
