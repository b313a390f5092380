/**
 * A layer of RandAugment as one writes it with TensorFlow.js: an op after the other, each computed for the whole batch,
 * and a mask that says who gets it. The five warps are one `tf.image.transform` all the same.
 */
import * as tf from "@tensorflow/tfjs-core";
import type { LayerArguments } from "./layers.ts";
import { type Constants, type Layer, LIFT, type MaskedLayer } from "./tfjs-layer.ts";

/**
 * Tensors of the batch's size that a layer reads and writes: the transform 2; the four blends 8, 11, 11 and 14;
 * posterise and solarise 7 each; the stretch 14; equalize 9.
 */
export const MASKED_MOVED = 2 + 8 + 11 + 11 + 14 + 7 + 7 + 14 + 9;

export function maskedLayer(pictures: LayerArguments[]): MaskedLayer {
  const column = (value: (picture: LayerArguments) => number) =>
    tf.tensor4d(Float32Array.from(pictures, value), [pictures.length, 1, 1, 1]);
  const mask = (is: (picture: LayerArguments) => boolean) =>
    tf.cast(
      column((picture) => Number(is(picture))),
      "bool",
    );
  const isBright = ({ own, grey, mean, smooth }: LayerArguments) =>
    own !== 1 && grey === 0 && mean === 0 && smooth === 0;
  return {
    brightness: column((picture) => (isBright(picture) ? picture.own : 1)),
    brightnessMask: mask(isBright),
    color: column(({ grey }) => 1 - grey),
    colorMask: mask(({ grey }) => grey !== 0),
    contrast: column(({ mean }) => 1 - mean),
    contrastMask: mask(({ mean }) => mean !== 0),
    sharpness: column(({ smooth }) => 1 - smooth),
    sharpnessMask: mask(({ smooth }) => smooth !== 0),
    step4: column(({ step }) => step),
    posterizeMask: mask(({ step }) => step !== 1),
    threshold4: column(({ threshold }) => threshold),
    solarizeMask: mask(({ threshold }) => threshold !== 256),
    autocontrastMask: mask(({ autocontrast }) => autocontrast),
    equalizeMask: mask(({ equalize }) => equalize),
  };
}

export function applyMasked(constants: Constants, { matrices, masked }: Layer, images: tf.Tensor4D): tf.Tensor4D {
  const { greys, kernel, inside } = constants;
  const [batch, height, width] = images.shape;
  const pick = (mask: tf.Tensor, changed: tf.Tensor, v: tf.Tensor) => tf.where(mask, changed, v) as tf.Tensor4D;
  const blend = (v: tf.Tensor, factor: tf.Tensor, other: tf.Tensor) =>
    truncate(tf.add(tf.mul(v, factor), tf.mul(other, tf.sub(1, factor))));
  const greyOf = (v: tf.Tensor4D) =>
    tf.floor(tf.reshape(tf.matMul(tf.reshape(v, [-1, 3]), greys), [batch, height, width, 1]));

  let v: tf.Tensor4D = tf.image.transform(images, matrices, "nearest", "constant", 0);
  v = pick(masked.brightnessMask, truncate(tf.mul(v, masked.brightness)), v);
  v = pick(masked.colorMask, blend(v, masked.color, greyOf(v)), v);
  v = pick(masked.contrastMask, blend(v, masked.contrast, tf.mean(greyOf(v), [1, 2, 3], true)), v);
  const sharp = blend(v, masked.sharpness, tf.round(tf.depthwiseConv2d(v, kernel, 1, "same")));
  v = pick(tf.logicalAnd(masked.sharpnessMask, inside), sharp, v);
  v = pick(masked.posterizeMask, tf.mul(tf.floor(tf.div(v, masked.step4)), masked.step4), v);
  v = pick(tf.logicalAnd(masked.solarizeMask, tf.greaterEqual(v, masked.threshold4)), tf.sub(255, v), v);
  v = pick(masked.autocontrastMask, stretched(v), v);
  return pick(masked.equalizeMask, equalized(constants, v), v);
}

const truncate = (v: tf.Tensor) => tf.floor(tf.clipByValue(tf.add(v, LIFT), 0, 255));

/** Each channel from its darkest to its brightest level; a channel of one level stays. */
function stretched(v: tf.Tensor4D): tf.Tensor {
  const low = tf.min(v, [1, 2], true);
  const range = tf.sub(tf.max(v, [1, 2], true), low);
  const wide = truncate(tf.mul(tf.sub(v, low), tf.div(255, tf.maximum(range, 1))));
  return tf.where(tf.greater(range, 0), wide, v);
}

/** Each channel's levels by how many pixels are below them. */
function equalized({ levels, curves, none }: Constants, v: tf.Tensor4D): tf.Tensor {
  const [batch, , , channels] = v.shape;
  const index = tf.cast(tf.add(v, curves), "int32");
  const counted = tf.denseBincount(tf.reshape(index, [-1]) as tf.Tensor1D, none, batch * channels * 256);
  const counts = tf.reshape(counted, [batch, channels, 256]);
  const below = tf.sub(tf.cumsum(counts, 2), counts);
  const occurs = tf.cast(tf.greater(counts, 0), "float32");
  // All but those of the highest level, in 255 shares.
  const share = tf.floor(tf.div(tf.add(tf.max(tf.mul(below, occurs), 2, true), 0.5), 255));
  const placed = tf.add(tf.add(below, tf.floor(tf.div(share, 2))), 0.5);
  const equal = tf.clipByValue(tf.floor(tf.div(placed, tf.maximum(share, 1))), 0, 255);
  const curve = tf.where(tf.greater(share, 0), equal, tf.add(tf.zerosLike(equal), levels));
  return tf.reshape(tf.gather(tf.reshape(curve, [-1]), tf.reshape(index, [-1]) as tf.Tensor1D), v.shape);
}
