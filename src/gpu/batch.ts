/** Whether what a caller hands back as a batch is one. */
import { isListOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { InputError } from "../check/errors.ts";
import { isBuffer, oneOf, positive, range } from "./check.ts";
import type { Batch } from "./engine.ts";

/** Throws an InputError unless `batch` has what its buffers are read by. */
export function checkBatch(path: string, batch: Batch): void {
  if (typeof batch !== "object" || batch === null) throw new InputError(path, "a batch", batch);
  const { images, labels, sparse, size, shape, format, layout, classes, valueRange, normalize } = batch;
  if (!Array.isArray(shape) || shape.length !== 4) throw new InputError(`${path}.shape`, "[B, H, W, C] or [B, C, H, W]", shape);
  for (const [i, side] of shape.entries()) positive(`${path}.shape[${i}]`, side);
  positive(`${path}.size`, size);
  if (size !== shape[0]) throw new InputError(`${path}.size`, `${shape[0]}, as the shape says`, size);
  oneOf(`${path}.format`, format, ["f32", "f16", "u8"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
  if (valueRange !== undefined) range(`${path}.valueRange`, valueRange);
  if (normalize !== undefined) checkNormalize(`${path}.normalize`, normalize, layout === "nhwc" ? shape[3] : shape[1]);
  checkBuffer(`${path}.images`, images);
  if (labels !== undefined) {
    checkBuffer(`${path}.labels`, labels);
    positive(`${path}.classes`, classes);
  }
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
      throw new InputError(`${path}.${name}`, `${channels} finite numbers, one a channel`, list);
  }
}

function checkBuffer(path: string, buffer: unknown): void {
  if (!isBuffer(buffer)) throw new InputError(path, "a GPUBuffer", buffer);
}
