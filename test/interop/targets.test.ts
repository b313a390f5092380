/** What belongs to the pictures, as tensors of TensorFlow.js and arrays of jax-js: the engine's own numbers. */
import type { Array as JaxArray } from "@jax-js/jax";
import type { Tensor } from "@tensorflow/tfjs-core";
import * as tf from "@tensorflow/tfjs-core";
import {
  type Batch,
  createEngine,
  cutmix,
  Dataset,
  type EngineOptions,
  imageTarget,
  mapTarget,
  objectTarget,
  ops,
} from "mixwell";
import { createFeed as createJaxFeed, type ObjectTensors } from "mixwell/jax";
import { createFeed } from "mixwell/tfjs";
import { expect, test } from "vitest";
import { readBack } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countLiving, jaxOnDevice } from "./jax-help.ts";
import { tfOnDevice } from "./tfjs-help.ts";

const COUNT = 6;
const SIDE = 8;
const INDICES = [1, 4, 2];

async function setUp(device: GPUDevice, options: Partial<EngineOptions> = {}) {
  const dataset = await Dataset.fromArrays(device, {
    images: noise(COUNT * SIDE * SIDE * 3),
    shape: [COUNT, SIDE, SIDE, 3],
    targets: {
      masks: { kind: "mask", ids: noise(COUNT * SIDE * SIDE, 5), ignoreIndex: 0 },
      depth: { kind: "image", data: new Float32Array(COUNT * SIDE * SIDE).fill(0.5) },
      objects: {
        kind: "objects",
        format: "xyxy",
        boxes: Array.from({ length: COUNT }, (_, i) => Array.from({ length: i % 3 }, (_, k) => [k, 1, 5 + k, 6])),
        keypoints: { data: Array.from({ length: 6 }, () => [2, 2, 2]).flat(), count: 1 },
      },
    },
  });
  const targets = {
    masks: mapTarget({ format: "f32" }),
    soft: mapTarget({ output: "soft", classes: 4, layout: "nchw" }),
    depth: imageTarget(),
    objects: objectTarget({ pad: 3, minArea: 0, minSize: 0 }),
  };
  await dataset.addTargets({
    soft: { kind: "mask", ids: noise(COUNT * SIDE * SIDE, 7).map((id) => id & 3), classes: 4 },
  });
  const policy = [ops.flipX({ prob: 0.5 }), cutmix()];
  const engine = await createEngine(device, { policy, targets, warm: false, ...options });
  const input = { dataset, indices: INDICES };
  const done = () => {
    engine.destroy();
    dataset.destroy();
  };
  return { dataset, engine, input, done };
}

/** The numbers behind each output, by name. */
async function numbersOf(device: GPUDevice, { targets }: Batch): Promise<Record<string, number[]>> {
  const { masks, soft, depth, objects } = targets as unknown as Record<string, { buffer: GPUBuffer; padded: object }>;
  const buffers: Record<string, GPUBuffer> = { masks: masks!.buffer, soft: soft!.buffer, depth: depth!.buffer };
  for (const [name, buffer] of Object.entries(objects!.padded))
    if (name !== "rows") buffers[name] = buffer as GPUBuffer;
  const read = Object.entries(buffers).map(async ([name, buffer]) => {
    const bytes = await readBack(device, buffer);
    const isWhole = name === "labels" || name === "counts";
    return [name, Array.from(isWhole ? new Uint32Array(bytes) : new Float32Array(bytes))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const SHAPES = {
  ...{ masks: [3, 8, 8], soft: [3, 4, 8, 8], depth: [3, 8, 8, 1], boxes: [3, 3, 4], labels: [3, 3] },
  ...{ weight: [3, 3], counts: [3], keypoints: [3, 3, 1, 3] },
};

/** Tensors by name, those of objects beside the others. */
const flat = <T>({ objects, ...others }: Record<string, T | ObjectTensors<T>>) =>
  ({ ...others, ...(objects as ObjectTensors<T>) }) as Record<string, T>;

test("TensorFlow.js: tensors of every target, and none is left when they are disposed", async () => {
  const device = await tfOnDevice();
  const { engine, input, dataset, done } = await setUp(device);
  const feed = createFeed(engine);
  const wanted = await numbersOf(device, engine.run(input));
  const before = tf.memory().numTensors;
  const { images, targets } = feed.run(input);
  const tensors = flat<Tensor>(targets!);
  expect(Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]))).toEqual(SHAPES);
  const whole = Object.entries(tensors).filter(([, { dtype }]) => dtype === "int32");
  expect(whole.map(([name]) => name)).toEqual(["labels", "counts"]);
  for (const [name, tensor] of Object.entries(tensors)) expect(Array.from(await tensor.data())).toEqual(wanted[name]);
  tf.dispose([images, ...Object.values(tensors)]);
  expect(tf.memory().numTensors).toBe(before);
  for (const { xs, targets: made } of feed.epoch(dataset, { batchSize: 3 })) {
    expect(flat<Tensor>(made!).masks!.shape).toEqual([3, 8, 8]);
    tf.dispose([xs, ...Object.values(flat<Tensor>(made!))]);
  }
  expect(tf.memory().numTensors).toBe(before);
  feed.destroy();
  done();
});

test("jax-js: arrays of every target, and none is left when they are disposed", async () => {
  const device = await jaxOnDevice();
  const { engine, input, dataset, done } = await setUp(device);
  const feed = createJaxFeed(engine);
  const wanted = await numbersOf(device, engine.run(input));
  const { images, targets } = feed.run(input);
  const arrays = flat<JaxArray>(targets!);
  expect(Object.fromEntries(Object.entries(arrays).map(([name, { shape }]) => [name, shape]))).toEqual(SHAPES);
  expect([arrays.labels!.dtype, arrays.counts!.dtype]).toEqual(["uint32", "uint32"]);
  images.dispose();
  for (const [name, array] of Object.entries(arrays)) expect(Array.from(await array.data())).toEqual(wanted[name]);
  // A loop that is left early gives back what was made ahead: memory stays level.
  const counted = countLiving(device);
  const after: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (const batch of feed.epoch(dataset, { batchSize: 2 })) {
      for (const array of [batch.images, ...Object.values(flat<JaxArray>(batch.targets!))]) array.dispose();
      break;
    }
    after.push(counted.bytes());
  }
  counted.stop();
  expect(after.slice(1)).toEqual([after[0], after[0], after[0]]);
  done();
});

test("bytes are refused where the library has none", async () => {
  const device = await tfOnDevice();
  await jaxOnDevice();
  const { engine, input, done } = await setUp(device, { targets: { masks: mapTarget() } });
  const feed = createFeed(engine);
  expect(() => feed.run(input)).toThrow(
    'createFeed.engine.targets.masks: expected "f32" as its format: TensorFlow.js has no other float or byte, found "u8"',
  );
  expect(() => createJaxFeed(engine).run(input)).toThrow(
    'createFeed.engine.targets.masks: expected "f32" as its format: jax has no 8-bit type, found "u8"',
  );
  feed.destroy();
  done();
});
