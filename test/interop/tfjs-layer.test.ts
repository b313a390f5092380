/** `augmentLayer`: image ops inside a model, while it trains. */
import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import {
  augMix,
  autoAugment,
  type BatchInput,
  createEngine,
  InputError,
  mixup,
  opAt,
  ops,
  type Policy,
  PolicyError,
  presets,
  randAugment,
  randomErasing,
  randomResizedCrop,
  repeatedAugmentation,
  threeAugment,
  trivialAugmentWide,
} from "mixwell";
import { AugmentLayer, augmentLayer, createFeed, shareDevice } from "mixwell/tfjs";
import { beforeEach, describe, expect, test } from "vitest";
import { newDevice } from "../gpu/device.ts";
import { watch } from "../gpu/help.ts";
import { floats, tfOnDevice } from "./tfjs-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await tfOnDevice();
});

const inputShape: [number, number, number] = [8, 8, 3];
/** Every value from 0 to `top` in steps of 1/250 of it. */
const pictures = (count: number, top = 1) =>
  tf.tensor4d(
    Float32Array.from({ length: count * 192 }, (_, i) => (top * (i % 251)) / 250),
    [count, 8, 8, 3],
  );
const apply = (layer: AugmentLayer, x: tf.Tensor4D, training: boolean) => layer.apply(x, { training }) as tf.Tensor4D;

test("it augments in training, and hands its input on otherwise", async () => {
  const layer = augmentLayer(ops.invert(), { inputShape });
  const x = pictures(2);
  const plain = apply(layer, x, false);
  const inverted = apply(layer, x, true);
  expect(await plain.data()).toEqual(await x.data());
  const want = (await x.data()).map((value) => 1 - value);
  const got = await inverted.data();
  // One rounding of 1 − x in f32, here and there.
  for (const [i, value] of got.entries()) expect(Math.abs(value - want[i]!)).toBeLessThan(1e-6);
  tf.dispose([x, plain, inverted]);
  layer.dispose();
});

test("it draws what the engine draws for the same seed and step, anew at every call, in the caller's value range", async () => {
  const policy = [randAugment({ layers: 2, magnitude: 0.5 }), ops.flipX({ prob: 0.5 })];
  const layer = augmentLayer(policy, { seed: 7, valueRange: [0, 255], inputShape });
  const engine = await createEngine(device, { policy, seed: 7, output: { valueRange: [0, 255] } });
  const x = pictures(4, 255);
  const images = floats(device, [...(await x.data())]);
  const seen: string[] = [];
  for (let step = 0; step < 3; step++) {
    const input: BatchInput = {
      images,
      size: 4,
      height: 8,
      width: 8,
      channels: 3,
      format: "f32",
      valueRange: [0, 255],
    };
    const want = await engine.read(engine.run(input, { step }));
    const got = apply(layer, x, true);
    expect(await got.data()).toEqual(want.images);
    seen.push((await got.data()).join());
    got.dispose();
  }
  expect(new Set(seen).size).toBe(3);
  x.dispose();
  layer.dispose();
  engine.destroy();
  images.destroy();
});

test("int32, as fromPixels gives it, is taken for the numbers that it holds", async () => {
  const layer = augmentLayer(ops.invert(), { valueRange: [0, 255], inputShape });
  const x = tf.tidy(() => tf.cast(pictures(2, 255), "int32"));
  const before = tf.memory().numTensors;
  const [plain, inverted] = [apply(layer, x, false), apply(layer, x, true)];
  expect([plain.dtype, inverted.dtype]).toEqual(["float32", "float32"]);
  expect(tf.memory().numTensors).toBe(before + 2);
  expect([...(await plain.data())]).toEqual([...(await x.data())]);
  const want = (await x.data()).map((value) => 255 - value);
  // Whole numbers by a division and a multiplication by 255 in f32.
  for (const [i, value] of (await inverted.data()).entries()) expect(Math.abs(value - want[i]!)).toBeLessThan(1e-4);
  tf.dispose([x, plain, inverted]);
  layer.dispose();
});

describe("its memory", () => {
  const made = (seen: { buffers: GPUBuffer[] }) => seen.buffers.filter(({ label }) => label === "mixwell feed");

  test("is one buffer while its tensors are disposed, and is freed with the layer", () => {
    const layer = augmentLayer(ops.invert(), { inputShape });
    const x = pictures(2);
    const seen = watch(device);
    for (let step = 0; step < 20; step++) apply(layer, x, true).dispose();
    seen.stop();
    expect(made(seen)).toHaveLength(1);
    let freed = 0;
    made(seen)[0]!.destroy = () => {
      freed++;
    };
    layer.dispose();
    expect(freed).toBe(1);
    x.dispose();
  });

  test("comes back from a call that fails", () => {
    const layer = augmentLayer(randomResizedCrop({ height: 4, width: 4 }));
    // Without a size here, what the policy makes of it shows only when it is called.
    layer.build([null, null, null, 3]);
    const x = pictures(2);
    const seen = watch(device);
    const message = "augmentLayer.policy: expected ops that leave [2,8,8,3] as it is, found [2,4,4,3]";
    for (let step = 0; step < 3; step++) expect(() => apply(layer, x, true)).toThrow(message);
    expect(made(seen)).toHaveLength(0);
    const working = augmentLayer(ops.invert(), { inputShape });
    const { finish } = GPUCommandEncoder.prototype;
    for (let step = 0; step < 3; step++) {
      // The last thing before the engine submits: the buffer is lent by then.
      GPUCommandEncoder.prototype.finish = function (this: GPUCommandEncoder, descriptor) {
        if (this.label === "mixwell") throw new Error("failed on purpose");
        return finish.call(this, descriptor);
      };
      try {
        expect(() => apply(working, x, true)).toThrow("failed on purpose");
      } finally {
        GPUCommandEncoder.prototype.finish = finish;
      }
    }
    apply(working, x, true).dispose();
    seen.stop();
    expect(made(seen)).toHaveLength(1);
    x.dispose();
    working.dispose();
  });

  test("moves with TensorFlow.js to another device", async () => {
    const layer = augmentLayer(ops.invert(), { inputShape });
    const before = pictures(1);
    apply(layer, before, true).dispose();
    before.dispose();
    await shareDevice(await newDevice());
    const x = pictures(1);
    const y = apply(layer, x, true);
    const want = (await x.data()).map((value) => 1 - value);
    for (const [i, value] of (await y.data()).entries()) expect(Math.abs(value - want[i]!)).toBeLessThan(1e-6);
    tf.dispose([x, y]);
    layer.dispose();
  });
});

describe("in a tf.sequential", () => {
  const build = (layer: AugmentLayer) => {
    const model = layers.sequential();
    model.add(layer);
    model.add(layers.layers.flatten());
    model.add(
      layers.layers.dense({
        units: 4,
        activation: "softmax",
        kernelInitializer: layers.initializers.glorotUniform({ seed: 3 }),
      }),
    );
    model.compile({ optimizer: tf.train.sgd(0.1), loss: "categoricalCrossentropy" });
    return model;
  };
  const labels = (count: number) =>
    tf.tensor2d(
      Float32Array.from({ length: count * 4 }, (_, i) => (i % 4 === (i >> 2) % 4 ? 1 : 0)),
      [count, 4],
    );

  test("fit trains, predict does not augment, and nothing is left over", async () => {
    const model = build(
      augmentLayer([ops.rotate({ degrees: [-30, 30] }), ops.brightness({ factor: [0.5, 1.5] })], {
        inputShape,
        seed: 1,
      }),
    );
    const [x, y] = [pictures(16), labels(16)];
    const [first, again] = [model.predict(x) as tf.Tensor, model.predict(x) as tf.Tensor];
    expect(await first.data()).toEqual(await again.data());
    const before = tf.memory().numTensors;
    const { history } = await model.fit(x, y, { epochs: 3, batchSize: 8, verbose: 0 });
    const losses = history.loss as number[];
    expect(losses[2]).toBeLessThan(losses[0]!);
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose([x, y, first, again]);
    model.dispose();
  });

  test("it takes the tensors of a feed", async () => {
    const engine = await createEngine(device, { policy: [] });
    const feed = createFeed(engine);
    const images = floats(
      device,
      Array.from({ length: 2 * 192 }, (_, i) => (i % 5) / 4),
    );
    const { images: x } = feed.run({ images, size: 2, height: 8, width: 8, channels: 3, format: "f32" }, { step: 0 });
    const model = build(augmentLayer(ops.invert(), { inputShape }));
    const y = labels(2);
    const loss = (await model.trainOnBatch(x, y)) as number;
    expect(Number.isFinite(loss)).toBe(true);
    tf.dispose([x, y]);
    model.dispose();
    for (const thing of [feed, engine, images]) thing.destroy();
  });

  test("the model can be saved and loaded, and goes on with the same policy", async () => {
    const policy = [augMix([ops.equalize(), ops.posterize({ bits: 4 })]), ops.solarize({ threshold: [0, 256] })];
    const model = build(augmentLayer(policy, { seed: 5, valueRange: [0, 1], inputShape, name: "augment" }));
    let artifacts!: tf.io.ModelArtifacts;
    await model.save(
      tf.io.withSaveHandler(async (saved) => {
        artifacts = JSON.parse(JSON.stringify({ ...saved, weightData: undefined }));
        artifacts.weightData = saved.weightData;
        return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(saved) };
      }),
    );
    const loaded = (await layers.loadLayersModel(tf.io.fromMemory(artifacts))) as layers.Sequential;
    const layer = loaded.getLayer("augment") as AugmentLayer;
    expect(layer).toBeInstanceOf(AugmentLayer);
    expect(layer.getConfig()).toMatchObject({ policy: { name: JSON.stringify(policy) }, seed: 5, valueRange: [0, 1] });
    const x = pictures(4);
    const [a, b] = [apply(layer, x, true), apply(augmentLayer(policy, { seed: 5, inputShape }), x, true)];
    expect(await a.data()).toEqual(await b.data());
    tf.dispose([x, a, b]);
    model.dispose();
    loaded.dispose();
  });

  const mixers = /mix(up)?$|mosaic$/i;
  const called = (all: object) =>
    Object.entries(all)
      .filter(([name, preset]) => typeof preset === "function" && (!mixers.test(name) || name.endsWith("AugMix")))
      // Its pictures have 224 pixels a side unless it is told another; then it stands below.
      .filter(([name]) => name !== "fromTimm")
      .map(([name, preset]): [string, Policy] => [name, preset().policy]);
  // TensorFlow.js rewrites names on the way to a file and back ("AutoContrast", "rand-m9"), so every table of them
  // makes the way.
  test.each([
    ...called(presets),
    ["fromTimm", presets.fromTimm("--aa rand-m9 --reprob 0.25", { imgSize: 8 }).policy],
    ["threeAugment", threeAugment()],
    ["autoAugment cifar10", autoAugment({ policy: "cifar10" })],
    ["trivialAugmentWide", trivialAugmentWide()],
    ["randomErasing", randomErasing({ stream: "Erase", mode: "pixel" })],
    ["opAt", opAt("kerascv", "AutoContrast", { magnitude: 0.5 })],
    [
      "a stream of one's own and options left open",
      ops.flipX({ prob: 0.5, stream: "Flip_both ways", replace: undefined } as never),
    ],
  ] as [string, Policy][])("a saved policy is the same when it is loaded: %s", async (_, policy) => {
    const model = layers.sequential();
    model.add(augmentLayer(policy, { inputShape, name: "augment" }));
    const json = model.toJSON(null, false) as never;
    const loaded = await layers.loadLayersModel(tf.io.fromMemory({ modelTopology: JSON.parse(JSON.stringify(json)) }), {
      strict: false,
    });
    expect(loaded.getLayer("augment").getConfig()).toEqual(model.getLayer("augment").getConfig());
    model.dispose();
    loaded.dispose();
  });

  test("behind a layer with weights it says that gradients do not pass", async () => {
    const model = layers.sequential();
    model.add(layers.layers.conv2d({ filters: 3, kernelSize: 1, inputShape }));
    model.add(augmentLayer(ops.invert(), { name: "late" }));
    model.add(layers.layers.flatten());
    model.add(layers.layers.dense({ units: 4, activation: "softmax" }));
    model.compile({ optimizer: tf.train.sgd(0.1), loss: "categoricalCrossentropy" });
    const [x, y] = [pictures(2), labels(2)];
    await expect(model.trainOnBatch(x, y)).rejects.toThrow(
      "late: expected to stand before the first layer with weights",
    );
    tf.dispose([x, y]);
    model.dispose();
  });
});

describe("what a layer cannot do is refused", () => {
  const unknown = { kind: "op", op: "sharpen" } as never;
  const wrong: [string, () => unknown, typeof InputError | typeof PolicyError, RegExp][] = [
    [
      "a mixer",
      () => augmentLayer(mixup()),
      InputError,
      /augmentLayer\.policy\[0\]: expected an image stage; a layer has no labels to mix .*found "mixup"/,
    ],
    [
      "repeated augmentation",
      () => augmentLayer([repeatedAugmentation([ops.invert()])]),
      InputError,
      /augmentLayer\.policy\[0\]: expected an image stage/,
    ],
    ["an unknown op", () => augmentLayer(unknown), PolicyError, /^augmentLayer\.policy.*sharpen/],
    [
      "a range upside down",
      () => augmentLayer(ops.invert(), { valueRange: [1, 0] }),
      InputError,
      /^augmentLayer\.valueRange: expected \[low, high\]/,
    ],
    [
      "a schedule that is a function",
      () => augmentLayer(ops.invert({ prob: () => 0.5 })),
      InputError,
      /augmentLayer\.policy: expected plain data/,
    ],
    [
      "a misspelt option",
      () => augmentLayer(ops.invert(), { sed: 3 } as never),
      InputError,
      /augmentLayer\.options: expected only seed, .*did you mean seed\?\), found "sed"/,
    ],
    [
      "a wrong seed",
      () => augmentLayer(ops.invert(), { seed: -1 }),
      InputError,
      /^augmentLayer\.seed: expected an integer/,
    ],
    [
      "another size",
      () => augmentLayer(randomResizedCrop({ height: 4, width: 4 }), { inputShape }).build([null, 8, 8, 3]),
      InputError,
      /a stage that leaves 8 × 8 as it is .*found 4 × 4/,
    ],
    [
      "two channels",
      () => augmentLayer(ops.invert()).build([null, 8, 8, 2]),
      InputError,
      /augmentLayer\.inputShape: expected \[batch, height, width, channels\] with 1, 3 or 4 channels/,
    ],
    ["vectors", () => augmentLayer(ops.invert()).build([null, 8]), InputError, /augmentLayer\.inputShape: expected/],
  ];
  test.each(wrong)("%s", (_, make, kind, message) => {
    expect(make).toThrow(kind);
    expect(make).toThrow(message);
  });
});
