/** What an engine makes in a step, and what a step can be told. */
import { InputError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { oneOf, positive, range } from "../check/values.ts";
import type { Format, Layout } from "../format/format.ts";
import type { Plan } from "../plan/plan.ts";
import { isBuffer } from "./check.ts";
import type { TargetOutput } from "./targets/types.ts";
import type { BatchValues } from "./values.ts";

/** What changes from step to step. */
export interface StepOptions {
  /** Default 0. Part of every draw's address. */
  epoch?: number;
  /** The step in training: for schedules, and as the address of the draws when there are no `ids`. */
  step?: number;
  /** A number for every sample that is the same whenever the sample is seen; a dataset's indices are its ids. */
  ids?: ArrayLike<number>;
  /**
   * Which occurrence of its sample each row is, 0 the first: every one is a draw of its own. Default: counted within
   * the batch. Whoever draws a sample into several batches of an epoch (oversampling) counts through the epoch here, as
   * `epoch` with `last: "wrap"` does.
   */
  occurrences?: ArrayLike<number>;
  /** Replay or apply this plan instead of drawing one. The batch gets a copy of it. */
  plan?: Plan;
  /**
   * Write here instead of into our own buffers; each at least as large as the output, usage STORAGE. A function is
   * asked for every output that is made, with its shape and type, once everything else about the step was checked.
   * Those of targets have names such as `targets.masks` and, of padded objects, `targets.objects.boxes`; the latter
   * are written by the queue, and need COPY_DST too.
   */
  out?: OutBuffers | ((name: OutName, shape: number[], type: OutType) => GPUBuffer);
}

/** An output of a step, as a function in `out` is asked for it. */
export type OutName = keyof OutBuffers | `targets.${string}`;

/** What the elements of an output are. */
export type OutType = Format | "u32";

/** What {@link StepOptions} has. */
export const STEP_KEYS: readonly (keyof StepOptions)[] = ["epoch", "step", "ids", "occurrences", "plan", "out"];

/** Buffers to write to: pictures, dense labels, and the class ids and shares of `labels.sparse`. */
export interface OutBuffers {
  images?: GPUBuffer;
  labels?: GPUBuffer;
  classes?: GPUBuffer;
  shares?: GPUBuffer;
}

/** A mixed batch. The buffers are ours (valid until their turn comes round, see `outputSets`) unless given in `out`. */
export interface Batch extends BatchValues {
  /** [B, H, W, C] or [B, C, H, W] values, tightly packed from offset 0. */
  images: GPUBuffer;
  /** f32 [B, K], rows sum to 1 (label rows: to the weighted sum of the sources' rows). */
  labels?: GPUBuffer;
  /**
   * Class id (u32 [B, T]) and exact share (f32 [B, T]) of every source. One mixer: T = 2, (own, partner) and (λ, 1 −
   * λ).
   */
  sparse?: { classes: GPUBuffer; shares: GPUBuffer; sources: number };
  /** Pictures in the batch, B. */
  size: number;
  shape: [number, number, number, number];
  format: Format;
  layout: Layout;
  /** K, where there are labels. */
  classes?: number;
  /** Sample ids, row by row: of the sample that the row's own picture shows. */
  ids: number[];
  /** What was drawn: read it, store it, edit it, replay it. */
  plan: Plan;
  /**
   * The input's other fields, row by row as the ids, values untouched. Of a batch of yours they are the same object
   * where the rows are the batch's, in order; else what has an entry a picture follows the rows, and the rest is handed
   * on.
   */
  fields: Record<string, unknown>;
  /** What belongs to the pictures, by the names of the engine's option `targets`. */
  targets?: Record<string, TargetOutput>;
}

/** Throws an InputError unless `batch` has what its buffers are read by. */
export function checkBatch(path: string, batch: Batch): void {
  if (typeof batch !== "object" || batch === null) throw new InputError(path, "a batch", batch);
  const { images, labels, sparse, size, shape, format, layout, classes, valueRange, normalize } = batch;
  if (!Array.isArray(shape) || shape.length !== 4)
    throw new InputError(`${path}.shape`, "[B, H, W, C] or [B, C, H, W]", shape);
  for (const [i, side] of shape.entries()) positive(`${path}.shape[${i}]`, side);
  positive(`${path}.size`, size);
  if (size !== shape[0]) throw new InputError(`${path}.size`, `${shape[0]}, as the shape says`, size);
  oneOf(`${path}.format`, format, ["f32", "f16", "u8"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  if (valueRange !== undefined) range(`${path}.valueRange`, valueRange);
  if (normalize !== undefined) checkNormalize(`${path}.normalize`, normalize, layout === "nhwc" ? shape[3] : shape[1]);
  checkBuffer(`${path}.images`, images);
  if (labels !== undefined) checkBuffer(`${path}.labels`, labels);
  if (labels !== undefined || classes !== undefined) positive(`${path}.classes`, classes);
  if (sparse === undefined) return;
  knownKeys(`${path}.sparse`, sparse, ["classes", "shares", "sources"]);
  checkBuffer(`${path}.sparse.classes`, sparse.classes);
  checkBuffer(`${path}.sparse.shares`, sparse.shares);
  positive(`${path}.sparse.sources`, sparse.sources);
}

function checkNormalize(path: string, normalize: NonNullable<Batch["normalize"]>, channels: number): void {
  knownKeys(path, normalize, ["mean", "std"]);
  for (const name of ["mean", "std"] as const) {
    const list: unknown = normalize[name];
    if (!isListOf(list, Number.isFinite) || list.length !== channels)
      throw new InputError(`${path}.${name}`, `${channels} finite numbers, one per channel`, list);
  }
}

function checkBuffer(path: string, buffer: unknown): void {
  if (!isBuffer(buffer)) throw new InputError(path, "a GPUBuffer", buffer);
}
