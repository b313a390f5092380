/** Whether what a caller hands back as a batch is one. */
import { knownKeys } from "../check/options.ts";
import { InputError } from "../errors.ts";
import { isBuffer, oneOf, positive } from "./check.ts";
import type { Batch } from "./engine.ts";

/** Throws an InputError unless `batch` has what its buffers are read by. */
export function checkBatch(path: string, batch: Batch): void {
  if (typeof batch !== "object" || batch === null) throw new InputError(path, "a batch", batch);
  const { images, labels, sparse, size, shape, format, layout, classes } = batch;
  if (!Array.isArray(shape) || shape.length !== 4) throw new InputError(`${path}.shape`, "[B, H, W, C] or [B, C, H, W]", shape);
  for (const [i, side] of shape.entries()) positive(`${path}.shape[${i}]`, side);
  positive(`${path}.size`, size);
  if (size !== shape[0]) throw new InputError(`${path}.size`, `${shape[0]}, as the shape says`, size);
  oneOf(`${path}.format`, format, ["f32", "f16", "u8"]);
  oneOf(`${path}.layout`, layout, ["nhwc", "nchw"]);
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

function checkBuffer(path: string, buffer: unknown): void {
  if (!isBuffer(buffer)) throw new InputError(path, "a GPUBuffer", buffer);
}
