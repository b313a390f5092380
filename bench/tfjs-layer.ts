/** What the two TensorFlow.js forms of RandAugment compute with: tensors made beforehand, which cost them nothing. */
import type * as tf from "@tensorflow/tfjs-core";

/**
 * f32 keeps products of bytes a little below the integer they stand for; what is truncated is lifted by this much
 * first.
 */
export const LIFT = 2 ** -12;

export type Layer = {
  /** [B, 8], as `tf.image.transform` wants them. */
  matrices: tf.Tensor2D;
  /**
   * [B, 1, 1, 1]: weights of the picture, its grey, its mean grey; [B, H, W, 1]: of the smoothed picture, 0 on the
   * border.
   */
  own: tf.Tensor;
  grey: tf.Tensor;
  mean: tf.Tensor;
  smooth: tf.Tensor;
  /** [B, 1, 1]: the step of posterise (1: none) and the threshold of solarise (256: none). */
  step: tf.Tensor;
  threshold: tf.Tensor;
  /** [B, 1, 1]: 1 for pictures that drew it. */
  autocontrast: tf.Tensor;
  equalize: tf.Tensor;
  masked: MaskedLayer;
};

/** By op: a factor (or step, or threshold) a picture, and who drew it; all [B, 1, 1, 1]. */
export type MaskedLayer = Record<`${"brightness" | "color" | "contrast" | "sharpness"}${"" | "Mask"}`, tf.Tensor> &
  Record<"posterizeMask" | "solarizeMask" | "autocontrastMask" | "equalizeMask" | "step4" | "threshold4", tf.Tensor>;

export type Constants = {
  images: tf.Tensor4D;
  labels: tf.Tensor2D;
  scale: tf.Tensor;
  bias: tf.Tensor;
  /** [3, 1]: torchvision's weights of grey. */
  greys: tf.Tensor2D;
  /** [3, 3, 3, 1]: what its sharpness smooths with. */
  kernel: tf.Tensor4D;
  /** [1, 1, 256]: 0..255. */
  levels: tf.Tensor;
  /** [B, 1, 1, 3]: 256 × the number of a picture's channel, where its curve begins. */
  curves: tf.Tensor;
  /** [1, H, W, 1]: all but the border of one pixel. */
  inside: tf.Tensor;
  /** No weights. Of f32, because with int32 the backend counts in the bits of floats. */
  none: tf.Tensor1D;
};
