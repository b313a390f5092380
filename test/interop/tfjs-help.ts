/**
 * What the tests of `mixwell/tfjs` share: TensorFlow.js on the file's device, a small model, and a look at
 * TensorFlow.js' backend.
 */
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import { shareDevice } from "mixwell/tfjs";
import { getDevice } from "../gpu/device.ts";

/** How many operations TensorFlow.js collects when nobody tells it otherwise. */
export const DEFERRED = 15;

/** The file's device with TensorFlow.js on it, in its default mode: `importTensor` changes that. */
export async function tfOnDevice(): Promise<GPUDevice> {
  const device = await getDevice();
  await shareDevice(device);
  tf.env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", DEFERRED);
  // It computes small tensors that lie on the CPU there; these tests are about the GPU.
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  return device;
}

export const backend = () => tf.backend() as WebGPUBackend;

/** A storage buffer of floats. */
export function floats(device: GPUDevice, values: number[]): GPUBuffer {
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ size: 4 * values.length, usage });
  device.queue.writeBuffer(buffer, 0, new Float32Array(values));
  return buffer;
}

/** As people do it without us: whatever TensorFlow.js' own import takes. */
export const rawImport = (buffer: GPUBuffer, shape: number[]) =>
  tf.tensor({ buffer, zeroCopy: true }, shape as [number], "float32");

/** Weights by a formula, so that two models start alike. */
const weight = (rows: number, columns: number, salt: number) => {
  const value = (i: number) => (((i * 7919 + salt * 104_729) % 2003) / 2003 - 0.5) * (2 / Math.sqrt(rows));
  return Float32Array.from({ length: rows * columns }, (_, i) => value(i));
};

export interface Mlp {
  /** One step of Adam on soft labels; the loss before it. Disposes nothing that it is given. */
  step(images: tf.Tensor, labels: tf.Tensor): Promise<number>;
  dispose(): void;
}

/** inputs → hidden → classes, relu, softmax cross-entropy with soft targets, Adam 0.01. */
export function mlp(inputs: number, hidden: number, classes: number): Mlp {
  const variables = [
    tf.variable(tf.tensor2d(weight(inputs, hidden, 1), [inputs, hidden])),
    tf.variable(tf.zeros([hidden])),
    tf.variable(tf.tensor2d(weight(hidden, classes, 2), [hidden, classes])),
    tf.variable(tf.zeros([classes])),
  ] as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  const [w1, b1, w2, b2] = variables;
  const optimizer = tf.train.adam(0.01);
  return {
    async step(images, labels) {
      const loss = optimizer.minimize(
        () => {
          const x = tf.reshape(images, [images.shape[0]!, inputs]);
          const logits = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, w1), b1)), w2), b2);
          return tf.losses.softmaxCrossEntropy(labels, logits) as tf.Scalar;
        },
        true,
        variables,
      )!;
      const [value] = await loss.data();
      loss.dispose();
      return value!;
    },
    dispose() {
      tf.dispose(variables);
      optimizer.dispose();
    },
  };
}
