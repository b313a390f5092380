/** The trainers of the training page: both libraries learn the same from the same, and what they report is true. */
import * as tf from "@tensorflow/tfjs-core";
import { createEngine, mixedAccuracy } from "mixwell";
import { beforeEach, describe, expect, test } from "vitest";
import { armOf } from "../../training/arms.ts";
import type { Network } from "../../training/models.ts";
import { wasmKernels } from "../../training/tfjs-cpu.ts";
import { nativeKernels } from "../../training/tfjs-network.ts";
import { getDevice } from "../gpu/device.ts";
import { countCrossings } from "./crossings.ts";
import { tfOnDevice } from "./tfjs-help.ts";
import { crossEntropy, mixedOnHost, mlpOnHost, openTrainer, smallData } from "./training-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await getDevice();
});

const network = { height: 16, width: 16, channels: 1, classes: 4 };
const mlp: Network = { model: "mlp", ...network };
const cnn: Network = { model: "cnn", ...network };
const batch = (step: number) => Array.from({ length: 8 }, (_, i) => (8 * step + i) % 40);

describe.each(["tfjs", "jax"] as const)("a step in %s", (backend) => {
  test("reports the loss and the λ-weighted accuracy that the weights have on the mixed batch", async () => {
    const { policy } = armOf("mixup");
    const { trainer, setup, close } = await openTrainer(device, backend, mlp, policy, smallData);
    const sparse = await createEngine(device, { seed: 9, policy, labels: { classes: 4, sparse: true } });
    for (let step = 0; step < 3; step++) {
      const weights = await trainer.getWeights();
      const { images, labels, classes, shares } = await mixedOnHost(sparse, setup, batch(step), { epoch: 2, step });
      const scores = mlpOnHost(images, weights, 256);
      const { loss, accuracy } = await trainer.step(batch(step), { epoch: 2, step });
      // Sums of 256 products in f32 against f64.
      expect(Math.abs(loss - crossEntropy(scores, labels!, 4))).toBeLessThan(1e-5);
      expect(accuracy).toBeCloseTo(mixedAccuracy(scores, { classes: classes!, shares: shares!, sources: 2 }), 5);
    }
    for (const mine of [sparse, { destroy: close }]) mine.destroy();
  });

  test("moves no picture between GPU and CPU: a few KB go up, two numbers come down", async () => {
    const { trainer, close } = await openTrainer(device, backend, mlp, armOf("cutmix").policy, smallData);
    for (let step = 0; step < 4; step++) await trainer.step(batch(step), { epoch: 0, step });
    const crossed = countCrossings(device);
    await trainer.step(batch(4), { epoch: 0, step: 4 });
    crossed.stop();
    // The plan of 8 rows and a few scalars; the batch itself would be 8 KB.
    expect(crossed.up).toBeLessThan(6 * 1024);
    expect(crossed.down).toEqual([8]);
    close();
  });

  test("predicts probabilities of the test pictures, in the order that is asked for", async () => {
    const { trainer, close } = await openTrainer(device, backend, mlp, [], smallData);
    const [some, turned] = [await trainer.predict([0, 1, 2]), await trainer.predict([2, 1, 0])];
    expect(some).toHaveLength(12);
    for (let row = 0; row < 3; row++) {
      const probabilities = some.subarray(4 * row, 4 * row + 4);
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      for (let k = 0; k < 4; k++) expect(turned[4 * (2 - row) + k]).toBeCloseTo(probabilities[k]!, 6);
    }
    close();
  });
});

describe("TensorFlow.js and jax-js, from the same weights and without dropout", () => {
  test.each([
    // Adam divides small gradients by small gradients: differences of rounding grow from step to step.
    { model: mlp, steps: 6, tolerance: 1e-4 },
    { model: cnn, steps: 3, tolerance: 1e-4 },
  ])("have the same losses: $model.model", async ({ model, steps, tolerance }) => {
    const opened = {
      tfjs: await openTrainer(device, "tfjs", model, armOf("mixup").policy, smallData, 0),
      jax: await openTrainer(device, "jax", model, armOf("mixup").policy, smallData, 0),
    };
    const losses: { tfjs: number; jax: number }[] = [];
    for (let step = 0; step < steps; step++) {
      const tfjs = await opened.tfjs.trainer.step(batch(step), { epoch: 0, step });
      const jax = await opened.jax.trainer.step(batch(step), { epoch: 0, step });
      losses.push({ tfjs: tfjs.loss, jax: jax.loss });
      expect(tfjs.accuracy).toBeCloseTo(jax.accuracy, 5);
    }
    for (const { tfjs, jax } of losses) expect(Math.abs(tfjs - jax)).toBeLessThan(tolerance);
    // They would agree as well if nothing were learnt.
    expect(new Set(losses.map(({ tfjs }) => tfjs.toFixed(3))).size).toBe(steps);
    const [ours, theirs] = [await opened.tfjs.trainer.getWeights(), await opened.jax.trainer.getWeights()];
    // Every weight has moved by about 0.001 a step; where a gradient is next to nothing, its sign may differ.
    ours.forEach((weights, layer) => {
      const far = weights.filter((value, i) => Math.abs(value - theirs[layer]![i]!) > 2e-4).length;
      expect(far / weights.length).toBeLessThan(0.02);
    });
    for (const { close } of Object.values(opened)) close();
  });
});

describe("the cnn's dropout", () => {
  test.each(["tfjs", "jax"] as const)(
    "in %s is the same for the same seed, epoch and step, and nothing in predictions",
    async (backend) => {
      const losses: number[] = [];
      for (const step of [0, 0, 1]) {
        const { trainer, close } = await openTrainer(device, backend, cnn, [], smallData, 0.5);
        const before = await trainer.predict([0]);
        expect(await trainer.predict([0])).toEqual(before);
        losses.push((await trainer.step(batch(0), { epoch: 0, step })).loss);
        close();
      }
      expect(losses[1]).toBe(losses[0]);
      expect(losses[2]).not.toBe(losses[0]);
    },
  );
});

describe("convolution and pooling for the CPU, written as what WebAssembly has", () => {
  const wave = (shape: number[], salt: number) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return tf.tensor(
      Float32Array.from({ length: size }, (_, i) => Math.sin(i * 0.37 + salt) + Math.sin(i * 0.011 * salt)),
      shape,
    );
  };

  test.each([
    { pictures: [3, 12, 10, 2], kernel: [5, 5, 2, 4], first: false },
    { pictures: [2, 9, 9, 1], kernel: [5, 5, 1, 3], first: true },
    { pictures: [2, 8, 11, 3], kernel: [3, 5, 3, 2], first: false },
  ])(
    "convolve as TensorFlow.js does, gradients included: $pictures with $kernel",
    async ({ pictures, kernel, first }) => {
      await tfOnDevice();
      const [x, w] = [wave(pictures, 1), wave(kernel, 2)] as [tf.Tensor4D, tf.Tensor4D];
      const results = [nativeKernels, wasmKernels].map((kernels) =>
        tf.tidy(() => {
          const value = kernels.conv(x, w, first);
          const dy = wave(value.shape, 3);
          const [dx, dw] = first
            ? [undefined, tf.grad((w) => kernels.conv(x, w as tf.Tensor4D, true))(w, dy)]
            : tf.grads((x, w) => kernels.conv(x as tf.Tensor4D, w as tf.Tensor4D, false))([x, w], dy);
          return [value, dw!, ...(dx ? [dx] : [])];
        }),
      );
      await expectSame(results, first ? 2 : 3);
    },
  );

  test.each([[[2, 8, 6, 3]], [[2, 7, 9, 2]]])("pool as TensorFlow.js does, gradients included: %j", async (shape) => {
    await tfOnDevice();
    const x = wave(shape, 1) as tf.Tensor4D;
    const results = [nativeKernels, wasmKernels].map((kernels) =>
      tf.tidy(() => {
        const value = kernels.pool(x);
        return [value, tf.grad((x) => kernels.pool(x as tf.Tensor4D))(x, wave(value.shape, 3))];
      }),
    );
    await expectSame(results, 2);
  });

  /** Products of unit size, a few hundred to a sum. */
  async function expectSame([expected, found]: tf.Tensor[][], count: number) {
    expect(found).toHaveLength(count);
    for (const [i, tensor] of found!.entries()) {
      expect(tensor.shape).toEqual(expected![i]!.shape);
      const [values, wanted] = [await tensor.data(), await expected![i]!.data()];
      expect(Math.max(...wanted.map(Math.abs))).toBeGreaterThan(0.1);
      expect(Math.max(...values.map((value, at) => Math.abs(value - wanted[at]!)))).toBeLessThan(1e-3);
    }
    tf.dispose([...expected!, ...found!]);
  }
});
