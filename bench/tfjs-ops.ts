/**
 * RandAugment and MixUp written with TensorFlow.js operations, on the same device.
 *
 * Operations work on whole batches, so every op is computed for every picture, and masks (or arguments that change
 * nothing) pick each picture's own, layer after layer. All 14 ops of torchvision's table are there, on values 0..255,
 * truncated where torchvision truncates. There are two forms: the one that people write, an op after the other
 * (tfjs-masked.ts), and this one, tuned by hand:
 * - the five warps are one `tf.image.transform` with a matrix a picture; two in a row are one matrix, as the engine
 *   folds them;
 * - brightness, colour, contrast and sharpness are one blend, f v + a grey + b mean + c smoothed, whose weights are the
 *   masks;
 * - posterise, solarise, autocontrast and equalise are level curves: computed on 256 levels, not on pixels, and looked
 *   up by one gather; the histograms behind them are one bincount.
 * What could be made beforehand (matrices, factors, masks) is, and costs tf nothing here; this engine's own time
 * includes its draws.
 */
import * as tf from "@tensorflow/tfjs-core";
import { affineOf } from "../src/format/format.ts";
import { CLASSES, pictureSize } from "./cases.ts";
import type { Work } from "./contender.ts";
import type { Draw } from "./draws.ts";
import { type LayerArguments, layersOf } from "./layers.ts";
import type { TensorMixing } from "./tfjs-contender.ts";
import { type Constants, type Layer, LIFT } from "./tfjs-layer.ts";
import { applyMasked, MASKED_MOVED, maskedLayer } from "./tfjs-masked.ts";

type DrawTensors = {
  layers: Layer[];
  partner: tf.Tensor1D;
  own: tf.Tensor2D;
  other: tf.Tensor2D;
};

/** The form that people write, and the one tuned by hand. tf has to be on our device. */
export function tensorFlowOps(work: Work): TensorMixing[] {
  const { test, draws } = work;
  const constants = tf.tidy(() => constantsOf(work));
  const drawTensors = draws.map((draw) => tf.tidy(() => tensorsOf(work, draw)));
  const picture = 4 * test.batch * pictureSize(test);
  const forms: [string, ApplyLayer, number][] = [
    ["TensorFlow.js", applyMasked, MASKED_MOVED],
    ["TensorFlow.js, tuned by hand", applyLayer, LAYER_MOVED],
  ];
  let inUse = forms.length;
  return forms.map(([name, apply, moved]) => ({
    name,
    bytes: moved * 2 * picture + MIX_MOVED * picture,
    batch: (i) => tf.tidy(() => augmentAndMix(constants, drawTensors[i % draws.length]!, apply)),
    destroy() {
      // Both forms read the same tensors.
      if (--inUse > 0) return;
      tf.dispose([Object.values(constants), drawTensors.map((draw) => Object.values(draw))]);
      for (const { layers } of drawTensors)
        tf.dispose(layers.map(({ masked, ...layer }) => [...Object.values(layer), ...Object.values(masked)]));
    },
  }));
}

type ApplyLayer = (constants: Constants, layer: Layer, images: tf.Tensor4D) => tf.Tensor4D;

/**
 * Tensors of the batch's size that a layer reads and writes: the transform (2), grey (1⅓), its rounding (⅔), smoothing
 * and its rounding (4), the four products (2 + 1⅓ + 2⅓ and none for the mean) and three sums (3 + 3 + 2), the lift,
 * clip and floor (6), the index (2), its cast (2), the count (1), the lookup (2).
 */
const LAYER_MOVED = 2 + 1.33 + 0.67 + 4 + 5.67 + 8 + 6 + 2 + 2 + 1 + 2;
/** Gather (2), two products (4), two sums (5). */
const MIX_MOVED = 11;

function augmentAndMix(
  constants: Constants,
  { layers, partner, own, other }: DrawTensors,
  apply: ApplyLayer,
): { images: tf.Tensor; labels: tf.Tensor } {
  const { images, labels, scale, bias } = constants;
  const augmented = layers.reduce<tf.Tensor4D>((now, layer) => apply(constants, layer, now), images);
  const weights = (lambda: tf.Tensor2D) => tf.mul(tf.reshape(lambda, [-1, 1, 1, 1]), scale);
  const mixed = tf.add(tf.mul(augmented, weights(own)), tf.mul(tf.gather(augmented, partner), weights(other)));
  return {
    images: tf.add(mixed, bias),
    labels: tf.add(tf.mul(labels, own), tf.mul(tf.gather(labels, partner), other)),
  };
}

function applyLayer(constants: Constants, layer: Layer, images: tf.Tensor4D): tf.Tensor4D {
  const warped = tf.image.transform(images, layer.matrices, "nearest", "constant", 0);
  return applyCurves(constants, layer, blend(constants, layer, warped));
}

/** trunc(f v + (1 − f) d), where d is nothing, the pixel's grey, the picture's mean grey or the smoothed picture. */
function blend({ greys, kernel }: Constants, { own, grey, mean, smooth }: Layer, v: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width] = v.shape;
  const weighted = tf.matMul(tf.reshape(v, [-1, 3]), greys);
  const greyed = tf.floor(tf.reshape(weighted, [batch, height, width, 1]));
  const smoothed = tf.round(tf.depthwiseConv2d(v, kernel, 1, "same"));
  const aside = tf.add(tf.mul(greyed, grey), tf.mul(tf.mean(greyed, [1, 2, 3], true), mean));
  const sum = tf.add(tf.add(tf.mul(v, own), aside), tf.mul(smoothed, smooth));
  return tf.floor(tf.clipByValue(tf.add(sum, LIFT), 0, 255));
}

function applyCurves({ levels, curves, none }: Constants, layer: Layer, v: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = v.shape;
  const index = tf.cast(tf.add(v, curves), "int32");
  // Indices are counted as they are: one row of 256 counts for every channel of every picture.
  const counted = tf.denseBincount(tf.reshape(index, [-1]) as tf.Tensor1D, none, batch * channels * 256);
  const counts = tf.reshape(counted, [batch, channels, 256]);
  const occurs = tf.cast(tf.greater(counts, 0), "float32");
  const below = tf.sub(tf.cumsum(counts, 2), counts);

  const high = tf.max(tf.mul(occurs, levels), 2, true);
  const low = tf.sub(255, tf.max(tf.mul(occurs, tf.sub(255, levels)), 2, true));
  const range = tf.sub(high, low);
  const stretches = tf.mul(layer.autocontrast, tf.cast(tf.greater(range, 0), "float32"));
  const stretched = tf.floor(
    tf.clipByValue(tf.add(tf.mul(tf.sub(levels, low), tf.div(255, tf.maximum(range, 1))), LIFT), 0, 255),
  );

  // All but those of the highest level, in 255 shares.
  const share = tf.floor(tf.div(tf.add(tf.max(tf.mul(below, occurs), 2, true), 0.5), 255));
  const equalizes = tf.mul(layer.equalize, tf.cast(tf.greater(share, 0), "float32"));
  const placed = tf.add(tf.add(below, tf.floor(tf.div(share, 2))), 0.5);
  const equal = tf.clipByValue(tf.floor(tf.div(placed, tf.maximum(share, 1))), 0, 255);

  const posterized = tf.mul(tf.floor(tf.div(levels, layer.step)), layer.step);
  const solarized = tf.where(tf.greaterEqual(posterized, layer.threshold), tf.sub(255, posterized), posterized);
  const both = tf.add(solarized, tf.mul(stretches, tf.sub(stretched, solarized)));
  const curve = tf.add(both, tf.mul(equalizes, tf.sub(equal, both)));
  return tf.reshape(tf.gather(tf.reshape(curve, [-1]), tf.reshape(index, [-1]) as tf.Tensor1D), [
    batch,
    height,
    width,
    channels,
  ]);
}

function constantsOf({ test, images, labels }: Work): Constants {
  const { batch, shape, output } = test;
  const { height, width, channels } = shape;
  const { scale, bias } = affineOf(channels, [0, 255], output);
  const smoothing = [1, 1, 1, 1, 5, 1, 1, 1, 1].flatMap((weight) => Array<number>(channels).fill(weight / 13));
  return {
    images: tf.tensor4d(Float32Array.from(images), [batch, height, width, channels]),
    labels: tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), CLASSES, 1, 0, "float32") as tf.Tensor2D,
    scale: tf.tensor4d(scale, [1, 1, 1, channels]),
    bias: tf.tensor4d(bias, [1, 1, 1, channels]),
    greys: tf.tensor2d([0.2989, 0.587, 0.114], [3, 1]),
    kernel: tf.tensor4d(smoothing, [3, 3, channels, 1]),
    levels: tf.reshape(tf.range(0, 256), [1, 1, 256]),
    curves: tf.reshape(tf.mul(tf.range(0, batch * channels), 256), [batch, 1, 1, channels]),
    inside: tf.cast(tf.tensor4d(insideOf(height, width), [1, height, width, 1]), "bool"),
    none: tf.tensor1d([], "float32"),
  };
}

function tensorsOf({ test }: Work, { plan, partner, lambda }: Draw): DrawTensors {
  const { height, width } = test.shape;
  return {
    layers: layersOf(plan).map((pictures) =>
      layerTensors(pictures, tf.tensor4d(insideOf(height, width), [1, height, width, 1])),
    ),
    partner: tf.tensor1d(partner, "int32"),
    own: tf.tensor2d(lambda, [lambda.length, 1]),
    other: tf.tensor2d(
      lambda.map((weight) => 1 - weight),
      [lambda.length, 1],
    ),
  };
}

/** 0 on the border of one pixel, else 1. */
function insideOf(height: number, width: number): Float32Array {
  return Float32Array.from({ length: height * width }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return Number(x > 0 && y > 0 && x < width - 1 && y < height - 1);
  });
}

/** Smoothing leaves the border of one pixel as it is: there, its weight is the picture's own. */
function layerTensors(pictures: LayerArguments[], inside: tf.Tensor): Layer {
  const column = (value: (picture: LayerArguments) => number, rank: number) =>
    tf.tensor(Float32Array.from(pictures, value), [pictures.length, ...Array<number>(rank - 1).fill(1)]);
  const smooth = column(({ smooth }) => smooth, 4);
  const border = tf.mul(smooth, tf.sub(1, inside));
  return {
    matrices: tf.tensor2d(
      pictures.flatMap(({ matrix }) => matrix),
      [pictures.length, 8],
    ),
    own: tf.add(
      column(({ own }) => own, 4),
      border,
    ),
    grey: column(({ grey }) => grey, 4),
    mean: column(({ mean }) => mean, 4),
    smooth: tf.mul(smooth, inside),
    step: column(({ step }) => step, 3),
    threshold: column(({ threshold }) => threshold, 3),
    autocontrast: column(({ autocontrast }) => Number(autocontrast), 3),
    equalize: column(({ equalize }) => Number(equalize), 3),
    masked: maskedLayer(pictures),
  };
}
