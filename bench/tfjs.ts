/**
 * The same mixing written with TensorFlow.js operations, on the same device.
 *
 * Tensors on the GPU are f32 or int32, never u8: for a u8 case tf starts from f32 values 0..255, four times the bytes,
 * already converted. What could be drawn or made beforehand (λ, boxes, coordinates, one-hot labels, the scale of 1/255
 * folded into the weights) is, and costs tf nothing here; this engine's own time includes its draws.
 */
import * as tf from "@tensorflow/tfjs-core";
import { affineOf } from "../src/format/format.ts";
import { CLASSES, pictureSize } from "./cases.ts";
import type { Work } from "./contender.ts";
import type { TensorMixing } from "./tfjs-contender.ts";

/** The draws of a step as tensors. */
type DrawTensors = {
  partner: tf.Tensor1D;
  /** [B, 1]: λ and 1 − λ. */
  own: tf.Tensor2D;
  other: tf.Tensor2D;
  /** [B, 1, 1, 1]: x0, y0, x1, y1. */
  box: [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
};

/** What does not change from step to step. */
type Constants = {
  images: tf.Tensor4D;
  labels: tf.Tensor2D;
  /** [1, 1, W, 1] and [1, H, 1, 1]. */
  x: tf.Tensor4D;
  y: tf.Tensor4D;
  /** [1, 1, 1, C]. */
  scale: tf.Tensor4D;
  bias: tf.Tensor4D;
};

/**
 * The mixing as one would write it, and where there is one a version that knows how tf's kernels go fast. tf has to be
 * on our device.
 */
export function tensorFlowMixing(work: Work): TensorMixing[] {
  const { mixer, format, output } = work.test;
  const [plain, tuned] = ["TensorFlow.js", "TensorFlow.js, tuned"];
  if (output.layout === "nchw") return [mixing(work, plain, mixNormalized, { pictures: 13, masks: 0 })];
  if (mixer === "mixup") {
    const moved = { pictures: 9, masks: 0 };
    return [mixing(work, plain, mixUp, moved), mixing(work, tuned, mixUpRows, moved)];
  }
  return [
    mixing(work, plain, cutMix, { pictures: 9, masks: 9 }),
    mixing(work, tuned, cutMixRows, { pictures: format === "u8" ? 14 : 12, masks: 4 }),
  ];
}

type Mix = (constants: Constants, draw: DrawTensors, gain: number) => tf.Tensor;

/**
 * How many tensors of the picture batch's size, and of its size at one channel, are read and written; listed at each
 * version.
 */
interface Moved {
  pictures: number;
  masks: number;
}

function mixing(work: Work, name: string, mix: Mix, { pictures, masks }: Moved): TensorMixing {
  const { test, draws } = work;
  const { constants, drawTensors } = tf.tidy(() => tensorsOf(work));
  const gain = test.format === "u8" ? 1 / 255 : 1;
  const picture = 4 * test.batch * pictureSize(test);
  return {
    name,
    bytes: pictures * picture + (masks * picture) / test.shape.channels + 9 * 4 * test.batch * CLASSES,
    batch(i) {
      const draw = drawTensors[i % draws.length]!;
      return tf.tidy(() => ({ images: mix(constants, draw, gain), labels: mixLabels(constants, draw) }));
    },
    destroy: () => tf.dispose([Object.values(constants), drawTensors.map((draw) => Object.values(draw))]),
  };
}

/** Gather (1 read, 1 written), two products (2, 2), a sum (2, 1). */
function mixUp({ images }: Constants, { partner, own, other }: DrawTensors, gain: number): tf.Tensor {
  const weights = (lambda: tf.Tensor2D) => tf.mul(tf.reshape(lambda, [-1, 1, 1, 1]), gain);
  return tf.add(tf.mul(images, weights(own)), tf.mul(tf.gather(images, partner), weights(other)));
}

/**
 * As MixUp; and of masks: the last `and` (1), cast, product and difference (2 each), and what the two products read
 * (2).
 */
function cutMix(constants: Constants, draw: DrawTensors, gain: number): tf.Tensor {
  const { images } = constants;
  // Masks of one channel: multiplying by them, scale included, moves less than `where`, which would spread them over
  // all channels.
  const taken = tf.mul(insideBox(constants, draw), gain);
  return tf.add(tf.mul(images, tf.sub(gain, taken)), tf.mul(tf.gather(images, draw.partner), taken));
}

/** As MixUp; and a sum (2) and a transposition (2). */
function mixNormalized({ images, scale, bias }: Constants, { partner, own, other }: DrawTensors): tf.Tensor {
  const weights = (lambda: tf.Tensor2D) => tf.mul(tf.reshape(lambda, [-1, 1, 1, 1]), scale);
  const mixed = tf.add(tf.mul(images, weights(own)), tf.mul(tf.gather(images, partner), weights(other)));
  return tf.transpose(tf.add(mixed, bias), [0, 3, 1, 2]);
}

/** Pictures as rows of H·W·C values: that length divides by 4, so that the kernels take four values at a time. */
function mixUpRows({ images }: Constants, { partner, own, other }: DrawTensors, gain: number): tf.Tensor {
  const rows = tf.reshape(images, [images.shape[0], -1]);
  return tf.add(tf.mul(rows, tf.mul(own, gain)), tf.mul(tf.gather(rows, partner), tf.mul(other, gain)));
}

/**
 * own + (partner − own) × mask in rows; the mask is spread over the channels first.
 * Gather (2), difference, product and sum (3 each), the spread mask (1), scaling where there is any (2); of masks:
 * `and` (1), cast (2), spreading (1).
 */
function cutMixRows(constants: Constants, draw: DrawTensors, gain: number): tf.Tensor {
  const { images } = constants;
  const rows = tf.reshape(images, [images.shape[0], -1]);
  const mask = tf.reshape(tf.tile(insideBox(constants, draw), [1, 1, 1, images.shape[3]]), rows.shape);
  const taken = tf.mul(tf.sub(tf.gather(rows, draw.partner), rows), mask);
  const mixed = tf.add(rows, taken);
  return gain === 1 ? mixed : tf.mul(mixed, gain);
}

/** 1 in the box, else 0: [B, H, W, 1]. */
function insideBox({ x, y }: Constants, { box: [x0, y0, x1, y1] }: DrawTensors): tf.Tensor {
  const inX = tf.logicalAnd(tf.greaterEqual(x, x0), tf.less(x, x1));
  const inY = tf.logicalAnd(tf.greaterEqual(y, y0), tf.less(y, y1));
  return tf.cast(tf.logicalAnd(inX, inY), "float32");
}

function mixLabels({ labels }: Constants, { partner, own, other }: DrawTensors): tf.Tensor {
  return tf.add(tf.mul(labels, own), tf.mul(tf.gather(labels, partner), other));
}

function tensorsOf({ test, images, labels, draws }: Work): { constants: Constants; drawTensors: DrawTensors[] } {
  const { batch } = test;
  const { height, width, channels } = test.shape;
  const { scale, bias } = affineOf(channels, test.format === "u8" ? [0, 255] : [0, 1], test.output);
  const constants: Constants = {
    images: tf.tensor4d(Float32Array.from(images), [batch, height, width, channels]),
    labels: tf.tensor2d(
      Float32Array.from({ length: batch * CLASSES }, (_, i) => Number(labels[Math.floor(i / CLASSES)] === i % CLASSES)),
      [batch, CLASSES],
    ),
    x: tf.reshape(tf.range(0, width), [1, 1, width, 1]),
    y: tf.reshape(tf.range(0, height), [1, height, 1, 1]),
    scale: tf.tensor4d(scale, [1, 1, 1, channels]),
    bias: tf.tensor4d(bias, [1, 1, 1, channels]),
  };
  const drawTensors = draws.map(({ partner, lambda, boxes }): DrawTensors => {
    const side = (k: number) =>
      tf.tensor4d(
        Float32Array.from({ length: batch }, (_, i) => boxes[4 * i + k]!),
        [batch, 1, 1, 1],
      );
    return {
      partner: tf.tensor1d(partner, "int32"),
      own: tf.tensor2d(lambda, [batch, 1]),
      other: tf.tensor2d(
        lambda.map((weight) => 1 - weight),
        [batch, 1],
      ),
      box: [side(0), side(1), side(2), side(3)],
    };
  });
  return { constants, drawTensors };
}
