/**
 * Training in TensorFlow.js on the CPU, in WebAssembly, for machines whose only WebGPU adapter is one in software.
 * Mixwell still mixes on the GPU device; the batch is then read back.
 *
 * On such an adapter TensorFlow.js' WebGPU kernels, made for workgroup memory, are slower by far than its WebAssembly
 * ones. Those lack the gradients of convolution and pooling, so they are written here as operations that it has.
 */
import * as tf from "@tensorflow/tfjs-core";
import type { Batch, Engine } from "mixwell";
import type { TfjsKernels } from "./tfjs-network.ts";
import { type TensorSource, TfjsTrainer } from "./tfjs-trainer.ts";
import type { Library, TrainerSetup } from "./trainer.ts";

/** @param start makes TensorFlow.js' WebAssembly backend the active one */
export function tfjsOnCpu(start: () => Promise<void>): Library {
  return {
    layout: () => "nhwc",
    prepare: start,
    trainer: (setup) => new TfjsTrainer(setup, new ReadBackSource(setup), wasmKernels),
  };
}

class ReadBackSource implements TensorSource {
  constructor(private readonly setup: TrainerSetup) {}

  async mixed(indices: readonly number[], address: { epoch: number; step: number }) {
    const { engine, train, network } = this.setup;
    const batch = engine.run({ dataset: train, indices }, address);
    const { images, labels } = await engine.read(batch);
    return { xs: picturesOf(batch, images), ys: tf.tensor2d(labels!, [batch.size, network.classes]) };
  }

  async plain(indices: readonly number[]) {
    const { plainEngine, test } = this.setup;
    const batch = plainEngine.run({ dataset: test, indices });
    return picturesOf(batch, (await plainEngine.read(batch)).images);
  }

  destroy(): void {}
}

const picturesOf = ({ shape }: Batch, images: Awaited<ReturnType<Engine["read"]>>["images"]) =>
  tf.tensor4d(images as Float32Array, shape);

export const wasmKernels: TfjsKernels = { conv: convolve, pool: largestOfFour };

/**
 * All three products of a convolution are convolutions themselves, and the forward one is what this backend does best:
 * - the gradient by the pictures: that by the result, padded, with the kernel turned round;
 * - the gradient by the kernel: the pictures as [channels, rows, columns, batch], with the gradient by the result as
 *   the kernel.
 */
function convolve(pictures: tf.Tensor4D, kernel: tf.Tensor4D, isFirst: boolean): tf.Tensor4D {
  const forward = (save: Save) => {
    // What is not saved is gone by the time of the gradient.
    save([pictures, kernel]);
    return tf.conv2d(pictures, kernel, 1, "valid");
  };
  // Nobody asks for a gradient by the first layer's pictures.
  const convolution = isFirst
    ? tf.customGrad((_kernel, save) => ({ value: forward(save as Save), gradFunc: (dy, [x]) => byKernel(x!, dy) }))(
        kernel,
      )
    : tf.customGrad((_pictures, _kernel, save) => ({
        value: forward(save as Save),
        gradFunc: (dy, [x, w]) => [byPictures(dy, w!), byKernel(x!, dy)],
      }))(pictures, kernel);
  return convolution as tf.Tensor4D;
}

/** What TensorFlow.js hands to a function with a gradient of its own, after the function's tensors. */
type Save = (tensors: tf.Tensor[]) => void;

function byPictures(dy: tf.Tensor, kernel: tf.Tensor): tf.Tensor4D {
  const [height, width] = kernel.shape as [number, number];
  const [rows, columns] = [height - 1, width - 1];
  const wide = tf.pad(dy, [
    [0, 0],
    [rows, rows],
    [columns, columns],
    [0, 0],
  ]) as tf.Tensor4D;
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]) as tf.Tensor4D;
  return tf.conv2d(wide, turned, 1, "valid");
}

function byKernel(pictures: tf.Tensor, dy: tf.Tensor): tf.Tensor4D {
  const asPictures = tf.transpose(pictures, [3, 1, 2, 0]) as tf.Tensor4D;
  const asKernel = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D;
  return tf.transpose(tf.conv2d(asPictures, asKernel, 1, "valid"), [1, 2, 0, 3]);
}

/**
 * Pairs of rows, then pairs of columns: `maximum` of two halves has a gradient here, and it is cheaper than `max` over
 * an axis.
 */
function largestOfFour(pictures: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = pictures.shape;
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const isEven = 2 * rows === height && 2 * columns === width;
  const even = isEven ? pictures : tf.slice(pictures, [0, 0, 0, 0], [batch, 2 * rows, 2 * columns, channels]);
  const byRows = largerHalf(tf.reshape(even, [batch * rows, 2, 2 * columns * channels]));
  const byColumns = largerHalf(tf.reshape(byRows, [batch * rows * columns, 2, channels]));
  return tf.reshape(byColumns, [batch, rows, columns, channels]);
}

/** The larger of [N, 0, M] and [N, 1, M]. */
function largerHalf(pairs: tf.Tensor3D): tf.Tensor3D {
  const [count, , size] = pairs.shape;
  return tf.maximum(tf.slice(pairs, [0, 0, 0], [count, 1, size]), tf.slice(pairs, [0, 1, 0], [count, 1, size]));
}
