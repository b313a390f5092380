/** Batches mixed with TensorFlow.js operations, as contenders. */
import type * as tf from "@tensorflow/tfjs-core";
import { dispose } from "@tensorflow/tfjs-core";
import { flush, shareDevice } from "../src/interop/tfjs.ts";
import type { Contender, Work } from "./contender.ts";
import { tensorFlowMixing } from "./tfjs.ts";
import { tensorFlowOps } from "./tfjs-ops.ts";

/** A way to mix. Its tensors live on our device. */
export interface TensorMixing {
  name: string;
  /** As in a contender. */
  bytes: number;
  /** Records step i's mixing; the tensors are the caller's to dispose. */
  batch(i: number): { images: tf.Tensor; labels: tf.Tensor };
  destroy(): void;
}

/** All the ways there are to mix as the case says. */
export async function tensorFlowWays(work: Work): Promise<TensorMixing[]> {
  await shareDevice(work.device);
  return work.test.augment ? tensorFlowOps(work) : tensorFlowMixing(work);
}

export async function tensorFlow(work: Work): Promise<Contender[]> {
  const ways = await tensorFlowWays(work);
  return ways.map((way) => ({
    name: way.name,
    bytes: way.bytes,
    async burst(steps) {
      const start = performance.now();
      for (let i = 0; i < steps; i++) dispose(Object.values(way.batch(i)));
      flush();
      await work.device.queue.onSubmittedWorkDone();
      return performance.now() - start;
    },
    async output() {
      const made = way.batch(0);
      const [images, labels] = [await made.images.data<"float32">(), await made.labels.data<"float32">()];
      dispose(Object.values(made));
      return { images, labels };
    },
    destroy() {
      way.destroy();
      flush();
    },
  }));
}
