/**
 * The code in README.md and docs/ that needs another library runs as it stands there, and does what the text says of
 * it.
 */
import { defaultDevice, type Array as JaxArray } from "@jax-js/jax";
import * as tf from "@tensorflow/tfjs-core";
import { initializers, layers, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import { type Batch, createEngine, Dataset, type Engine, mixup } from "mixwell";
import { tfjsDevice } from "mixwell/tfjs";
import { expect, test, vi } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { getDevice } from "../gpu/device.ts";
import { readBack } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { jaxOnDevice } from "./jax-help.ts";
import { numbers, sumModel } from "./ort-help.ts";
import { tfOnDevice } from "./tfjs-help.ts";

const ids = Uint32Array.from({ length: 200 }, (_, i) => i % 5);

function classifier(side: number, activation: "softmax" | "linear") {
  const model = sequential();
  model.add(layers.flatten({ inputShape: [side, side, 3] }));
  model.add(layers.dense({ units: 5, activation, kernelInitializer: initializers.heNormal({ seed: 1 }) }));
  return model;
}

test("TensorFlow.js: a feed goes into fitDataset, and the model's weights move", async () => {
  await tfOnDevice();
  const model = classifier(32, "softmax");
  model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy" });
  const before = await model.getWeights()[0]!.data();
  const brought = { model, images: noise(200 * 32 * 32 * 3), labels: ids };
  const { dataset, engine, feed } = await runBlock<{ dataset: Dataset; engine: Engine; feed: { destroy(): void } }>(
    "README.md#tensorflowjs",
    brought,
  );
  expect(await model.getWeights()[0]!.data()).not.toEqual(before);
  for (const mine of [feed, engine, dataset]) mine.destroy();
  model.dispose();
});

test("TensorFlow.js: a loop of one's own over a feed moves the weights, and leaks no tensor", async () => {
  await tfOnDevice();
  const device = await tfjsDevice();
  const dataset = await Dataset.fromArrays(device, {
    images: noise(200 * 16 * 16 * 3),
    shape: [200, 16, 16, 3],
    labels: ids,
  });
  const engine = await createEngine(device, { policy: mixup(), labels: { classes: 5 } });
  const model = classifier(16, "linear");
  const optimizer = tf.train.sgd(0.01);
  const before = await model.getWeights()[0]!.data();
  const tensors = tf.memory().numTensors;
  await runBlock("docs/other-libraries.md#tensorflowjs", { model, optimizer, engine, dataset });
  expect(tf.memory().numTensors).toBe(tensors);
  expect(await model.getWeights()[0]!.data()).not.toEqual(before);
  for (const mine of [engine, dataset]) mine.destroy();
  model.dispose();
  optimizer.dispose();
});

test("jax-js: a feed's batches are arrays", async () => {
  await jaxOnDevice();
  expect(defaultDevice()).toBe("webgpu");
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const brought = { pixels: noise(200 * 16 * 16 * 3), classIds: ids };
  const { engine, dataset } = await runBlock<{ engine: Engine; dataset: Dataset }>(
    "docs/other-libraries.md#jax-js",
    brought,
  );
  const means = log.mock.calls.map(([values]) => (values as Awaited<ReturnType<JaxArray["data"]>>)[0]!);
  log.mockRestore();
  // Four batches of uniform bytes as 0 to 1: the mean of 12,288 values or more is within 0.02 of a half.
  expect(means).toHaveLength(4);
  for (const mean of means) expect(Math.abs(Number(mean) - 0.5)).toBeLessThan(0.02);
  engine.destroy();
  dataset.destroy();
});

test("ONNX Runtime Web: a feed runs a model on augmented pictures", async () => {
  const images = noise(2 * 4 * 2 * 3);
  const brought = { device: await getDevice(), model: sumModel(["batch", 4, 2, 3]), images };
  const { outputs, engine, dataset } = await runBlock<{
    outputs: Record<string, never>;
    engine: Engine;
    dataset: Dataset;
  }>("docs/other-libraries.md#onnx-runtime-web", brought);
  // A flip changes no sum. 24 floats in whatever order: a few units in the last place.
  const sums = [0, 24].map((at) => images.subarray(at, at + 24).reduce((sum, byte) => sum + byte, 0) / 255);
  for (const [i, sum] of (await numbers(outputs.y)).entries())
    expect(Math.abs(sum - sums[i]!)).toBeLessThan(1e-5 * sums[i]!);
  engine.destroy();
  dataset.destroy();
});

test("TypeGPU: its buffers are the engine's, and the engine's are its", async () => {
  const device = await getDevice();
  const { batch, to, root, engine } = await runBlock<{
    batch: Batch;
    to: { read(): Promise<number[]> };
    root: { destroy(): void };
    engine: Engine;
  }>("docs/other-libraries.md#typegpu", { device });
  // Its buffers begin as zeros, and the op inverts them.
  expect(new Set(await to.read())).toEqual(new Set([1]));
  expect(new Set(new Float32Array(await readBack(device, batch.images)))).toEqual(new Set([1]));
  root.destroy();
  engine.destroy();
});

test("the recipe of photographs: from files by class to a model that moved, and a look at a batch", async () => {
  await tfOnDevice();
  const files: File[] = [];
  for (let i = 0; i < 30; i++) {
    const picture = new OffscreenCanvas(60, 52);
    const context = picture.getContext("2d")!;
    context.fillStyle = `hsl(${(i % 5) * 72} 80% ${30 + i}%)`;
    context.fillRect(0, 0, 60, 52);
    const file = new File([await picture.convertToBlob({ type: "image/png" })], `${i}.png`, { type: "image/png" });
    Object.defineProperty(file, "webkitRelativePath", { value: `photos/class-${i % 5}/${i}.png` });
    files.push(file);
  }
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  const { training, plain, feed, plainFeed, all, train, validation, model, history } = await runBlock<{
    training: Engine;
    plain: Engine;
    feed: { destroy(): void };
    plainFeed: { destroy(): void };
    all: Dataset;
    train: Dataset;
    validation: Dataset;
    model: Sequential;
    history: { history: Record<string, number[]> };
  }>("docs/recipes/photographs-tfjs.md#photographs-with-tensorflowjs", { chosen: files, canvas });
  expect([train.count, validation.count, all.classNames?.length]).toEqual([25, 5, 5]);
  expect([...validation.labelCounts!]).toEqual([1, 1, 1, 1, 1]);
  expect(canvas.getAttribute("aria-label")).toMatch(/class-\d/);
  const { loss, val_loss: validationLoss } = history.history;
  expect([...loss!, ...validationLoss!].every(Number.isFinite)).toBe(true);
  expect([loss!.length, new Set(loss).size]).toEqual([2, 2]);
  canvas.remove();
  for (const mine of [feed, plainFeed, training, plain, all]) mine.destroy();
  model.dispose();
});
