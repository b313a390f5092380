/** The networks of `models.ts` in operations of TensorFlow.js. */
import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "./models.ts";

/** The two operations that a backend may need done in its own way. Neither pads. */
export interface TfjsKernels {
  /** Pictures [B, H, W, C] with a kernel [k, k, C, O]. The first layer needs no gradient by its pictures. */
  conv(pictures: tf.Tensor4D, kernel: tf.Tensor4D, isFirst: boolean): tf.Tensor4D;
  /** The largest of every 2 × 2 pixels; an odd row or column at the end is left out. */
  pool(pictures: tf.Tensor4D): tf.Tensor4D;
}

/** TensorFlow.js' own, for backends that have them and their gradients. */
export const nativeKernels: TfjsKernels = {
  conv: (pictures, kernel) => tf.conv2d(pictures, kernel, 1, "valid"),
  pool: (pictures) => tf.maxPool(pictures, 2, 2, "valid"),
};

/** Dropout in training: its rate, and a seed of this one step. */
export interface Drop {
  rate: number;
  seed: string;
}

/** Scores [B, K] for pictures [B, H, W, C], before the softmax. With `drop` as in training. */
export function logitsOf(
  { model }: Network,
  kernels: TfjsKernels,
  weights: readonly tf.Tensor[],
  pictures: tf.Tensor4D,
  drop?: Drop,
): tf.Tensor2D {
  const convolved = (x: tf.Tensor4D, layer: number) =>
    tf.relu(tf.add(kernels.conv(x, weights[layer] as tf.Tensor4D, layer === 0), weights[layer + 1]!));
  const dense = (x: tf.Tensor2D, layer: number) =>
    tf.add(tf.matMul(x, weights[layer] as tf.Tensor2D), weights[layer + 1]!) as tf.Tensor2D;
  if (model === "mlp") return dense(tf.relu(dense(tf.reshape(pictures, [pictures.shape[0], -1]), 0)), 2);
  const first = kernels.pool(convolved(pictures, 0) as tf.Tensor4D);
  const second = kernels.pool(convolved(first, 2) as tf.Tensor4D);
  const kept = drop && drop.rate > 0 ? tf.dropout(second, drop.rate, undefined, drop.seed) : second;
  return dense(tf.relu(dense(tf.mean(kept, [1, 2]), 4)), 6);
}
