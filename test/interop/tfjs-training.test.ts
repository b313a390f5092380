/** Training on batches that never leave the GPU: the same numbers as from the CPU, and nothing else crosses. */
import * as tf from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import { createEngine, cutmix, Dataset, type Engine, mixup, oneOf, ops, type Plan, reference } from "mixwell";
import { bufferOf, createFeed } from "mixwell/tfjs";
import { beforeEach, describe, expect, test } from "vitest";
import { syntheticDataset, watch } from "../gpu/help.ts";
import { noise } from "../random.ts";
import { countCrossings } from "./crossings.ts";
import { mlp, tfOnDevice } from "./tfjs-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await tfOnDevice();
});

const SIDE = 8;
const CLASSES = 10;
const shape = { height: SIDE, width: SIDE, channels: 1 };
const policy = [ops.flipX({ prob: 0.5 }), oneOf([mixup({ alpha: 0.4 }), cutmix()])];

async function setUp(
  count: number,
  options: object = {},
): Promise<{ dataset: Dataset; engine: Engine; images: Uint8Array; labels: Uint32Array }> {
  const { dataset, images, labels } = await syntheticDataset(device, { count, classes: CLASSES, ...shape });
  const engine = await createEngine(device, {
    seed: 42,
    policy,
    labels: { classes: CLASSES, smoothing: 0.1 },
    ...options,
  });
  return { dataset, engine, images, labels };
}

describe("six steps of an MLP with Adam on mixed pictures and soft labels", () => {
  test("give the losses that the CPU reference gives with the same plans", async () => {
    const { dataset, engine, images, labels } = await setUp(48);
    const feed = createFeed(engine);
    const fed = { gpu: mlp(SIDE * SIDE, 32, CLASSES), cpu: mlp(SIDE * SIDE, 32, CLASSES) };
    const losses: { gpu: number[]; cpu: number[] } = { gpu: [], cpu: [] };
    for (const { xs, ys, batch } of feed.epoch(dataset, { epoch: 3, batchSize: 8 })) {
      losses.gpu.push(await fed.gpu.step(xs, ys!));
      const sources = { dataset: { images, labels }, shape, format: "u8", layout: "nhwc" } as const;
      const host = reference(batch.plan, sources, { labels: { classes: CLASSES, smoothing: 0.1 } });
      const [x, y] = [tf.tensor4d(host.images as Float32Array, batch.shape), tf.tensor2d(host.labels!, [8, CLASSES])];
      losses.cpu.push(await fed.cpu.step(x, y));
      tf.dispose([x, y, xs, ys!]);
    }
    expect(losses.gpu).toHaveLength(6);
    // Alike to the last bit on SwiftShader. Elsewhere a GPU may fuse a multiplication and an addition, and a picture's
    // value then differs in its last place; six steps of Adam at 0.01 do not make more than this of it.
    for (const [step, loss] of losses.gpu.entries()) expect(Math.abs(loss - losses.cpu[step]!)).toBeLessThan(1e-5);
    // The runs would agree as well if nothing were learnt from the pictures.
    expect(new Set(losses.gpu.map((loss) => loss.toFixed(3))).size).toBe(6);
    for (const thing of [fed.gpu, fed.cpu]) thing.dispose();
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("send a few KB up and nothing down but the loss", async () => {
    // 32 pictures of 32 × 32 × 3: 96 KB as bytes, 384 KB as the floats that the model sees.
    const big = { height: 32, width: 32, channels: 3 };
    const labels = Uint32Array.from(noise(64, 3), (byte) => byte % CLASSES);
    const images = noise(64 * 32 * 32 * 3);
    const dataset = await Dataset.fromArrays(device, { images, shape: [64, 32, 32, 3], labels, classes: CLASSES });
    const engine = await createEngine(device, { policy, labels: { classes: CLASSES } });
    const feed = createFeed(engine);
    const model = mlp(big.height * big.width * big.channels, 16, CLASSES);
    const step = async (number: number) => {
      const crossed = countCrossings(device);
      const { images: xs, labels: ys } = feed.run(
        { dataset, indices: Array.from({ length: 32 }, (_, i) => (i + number) % 64) },
        { epoch: number },
      );
      const feeding = { up: crossed.up, down: crossed.down.length };
      await model.step(xs, ys!);
      crossed.stop();
      tf.dispose([xs, ys!]);
      return { feeding, crossed };
    };
    for (let number = 0; number < 2; number++) await step(number);
    for (let number = 2; number < 8; number++) {
      const { feeding, crossed } = await step(number);
      // The plan of 32 rows, in the engine's uniform blocks and op program; on a GPU in software each op that was drawn
      // has a block of 256 bytes more.
      expect(feeding.up).toBeGreaterThan(0);
      expect(feeding.up).toBeLessThan(16 * 1024);
      expect(feeding.down).toBe(0);
      // And the shapes that TensorFlow.js writes for every operation of the step: some hundred bytes each.
      expect(crossed.up - feeding.up).toBeLessThan(10 * 1024);
      // The one read is the loss, which the test asks for: one float.
      expect(crossed.down).toEqual([4]);
    }
    model.dispose();
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("the counter of the test above sees pictures that are fed from the CPU", async () => {
    const crossed = countCrossings(device);
    const x = tf.tensor4d(new Float32Array(32 * 32 * 32 * 3), [32, 32, 32, 3]);
    const sum = tf.add(x, 1);
    await sum.data();
    crossed.stop();
    expect(crossed.up).toBeGreaterThanOrEqual(32 * 32 * 32 * 3 * 4);
    expect(crossed.down).toEqual([32 * 32 * 32 * 3 * 4]);
    tf.dispose([x, sum]);
  });
});

describe("feed.epoch", () => {
  test("gives the numbers of engine.epoch, the smaller last batch included", async () => {
    const { dataset, engine } = await setUp(20, { labels: { classes: CLASSES, sparse: true } });
    const feed = createFeed(engine);
    const epoch = feed.epoch(dataset, { epoch: 1, batchSize: 8, lookAhead: 2 });
    expect([epoch.length, epoch.lookAhead]).toEqual([3, 2]);
    const expected = [...engine.epoch(dataset, { epoch: 1, batchSize: 8, lookAhead: 16 })];
    let at = 0;
    for (const { xs, ys, sparse, batch } of epoch) {
      const want = await engine.read(expected[at]!);
      expect(batch).toMatchObject({ shape: expected[at]!.shape, ids: expected[at]!.ids, plan: expected[at]!.plan });
      expect([xs.shape, ys!.shape]).toEqual([batch.shape, [batch.size, CLASSES]]);
      expect([sparse!.classes.dtype, sparse!.shares.dtype]).toEqual(["int32", "float32"]);
      expect(await xs.data()).toEqual(want.images);
      expect(await ys!.data()).toEqual(want.labels);
      expect([...(await sparse!.classes.data())]).toEqual([...want.classes!]);
      expect(await sparse!.shares.data()).toEqual(want.shares);
      tf.dispose([xs, ys!, sparse!.classes, sparse!.shares]);
      at++;
    }
    expect(at).toBe(3);
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("keeps batches made ahead out of a tidy that is open, and gives them back when a loop is left", async () => {
    const { dataset, engine } = await setUp(48);
    const feed = createFeed(engine);
    const before = tf.memory().numTensors;
    const sums: number[] = [];
    const seen = watch(device);
    for (let pass = 0; pass < 2; pass++) {
      if (pass === 1) seen.reset();
      const walk = feed.epoch(dataset, { batchSize: 8, lookAhead: 3 })[Symbol.iterator]();
      for (let step = 0; step < 3; step++) {
        const sum = tf.tidy(() => tf.sum(walk.next().value!.xs));
        sums.push((await sum.data())[0]!);
        sum.dispose();
      }
      walk.return!();
    }
    seen.stop();
    // The second pass has all that it needs from the first.
    expect(seen.buffers.filter(({ label }) => label === "mixwell feed")).toEqual([]);
    expect(sums.slice(3)).toEqual(sums.slice(0, 3));
    expect(new Set(sums).size).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });
});

test("destroy frees what a walk made ahead and nobody asked for", async () => {
  const { dataset, engine } = await setUp(48);
  const feed = createFeed(engine);
  const seen = watch(device);
  const walk = feed.epoch(dataset, { batchSize: 8, lookAhead: 3 })[Symbol.iterator]();
  const { xs, ys } = walk.next().value!;
  seen.stop();
  const buffers = seen.buffers.filter(({ label }) => label === "mixwell feed");
  // Pictures and labels of four batches.
  expect(buffers).toHaveLength(8);
  const freed: GPUBuffer[] = [];
  for (const buffer of buffers) {
    buffer.destroy = () => {
      freed.push(buffer);
    };
  }
  feed.destroy();
  expect(freed).toHaveLength(6);
  for (const held of [xs, ys!]) expect(freed).not.toContain(bufferOf(held).buffer);
  expect(() => walk.next()).toThrow("this feed was destroyed");
  tf.dispose([xs, ys!]);
  for (const thing of [engine, dataset]) thing.destroy();
});

describe("feed.dataset", () => {
  test("gives pictures and dense labels and nothing else, and begins where it is told in the first pass alone", async () => {
    const { dataset, engine } = await setUp(24, { labels: { classes: CLASSES, sparse: true } });
    const feed = createFeed(engine);
    const examples = feed.dataset(dataset, { batchSize: 8, epoch: 4, start: 2, repeat: true });
    const want = [
      ...[...feed.epoch(dataset, { batchSize: 8, epoch: 4 })].slice(2),
      ...feed.epoch(dataset, { batchSize: 8, epoch: 5 }),
      ...[...feed.epoch(dataset, { batchSize: 8, epoch: 6 })].slice(0, 1),
    ];
    const iterator = await examples.iterator();
    const before = tf.memory().numTensors;
    for (const { xs, ys } of want) {
      const { value } = await iterator.next();
      expect(Object.keys(value)).toEqual(["xs", "ys"]);
      expect(tf.memory().numTensors).toBe(before + 2);
      expect(await value.xs.data()).toEqual(await xs.data());
      expect(await value.ys.data()).toEqual(await ys!.data());
      tf.dispose(value);
    }
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });
});

test("feed.dataset takes views, samplers and limits, and keeps what it was given", async () => {
  const { dataset, engine } = await setUp(24);
  const feed = createFeed(engine);
  const view = dataset.subset(({ id }) => id % 3 !== 0);
  const weights = Array.from(view.ids, (id) => id % 4);
  const sampler = { weights, balance: true, repeats: 2, samples: 30 };
  const options = { batchSize: 8, epoch: 2, batches: 3, sampler: { ...sampler, weights: [...weights] } };
  const examples = feed.dataset(view, { ...options, repeat: true });
  expect(feed.dataset(view, options).size).toBe(3);
  const want = [2, 3].flatMap((epoch) =>
    [...engine.epoch(view, { batchSize: 8, epoch, batches: 3, sampler, lookAhead: 0 })].map(({ plan }) => plan),
  );
  options.sampler.weights.fill(0);
  const ran: Plan[] = [];
  const run = engine.run.bind(engine);
  engine.run = (input, step) => {
    const batch = run(input, step);
    ran.push(batch.plan);
    return batch;
  };
  const iterator = await examples.iterator();
  for (const _ of want) tf.dispose((await iterator.next()).value);
  expect(ran.slice(0, 6)).toEqual(want);
  for (const thing of [feed, engine, dataset]) thing.destroy();
});

describe("model.fitDataset", () => {
  const build = () => {
    const model = layers.sequential();
    model.add(layers.layers.flatten({ inputShape: [SIDE, SIDE, 1] }));
    model.add(
      layers.layers.dense({
        units: 16,
        activation: "relu",
        kernelInitializer: layers.initializers.glorotUniform({ seed: 1 }),
      }),
    );
    const kernelInitializer = layers.initializers.glorotUniform({ seed: 2 });
    model.add(layers.layers.dense({ units: CLASSES, activation: "softmax", kernelInitializer }));
    model.compile({ optimizer: tf.train.adam(0.01), loss: "categoricalCrossentropy" });
    return model;
  };

  test("trains on a feed, every epoch with its own draws, and disposes what it took", async () => {
    const { dataset, engine } = await setUp(40);
    const feed = createFeed(engine);
    const model = build();
    const ran: (number | undefined)[] = [];
    const run = engine.run.bind(engine);
    engine.run = (input, step) => {
      ran.push(step?.epoch);
      return run(input, step);
    };
    const train = feed.dataset(dataset, { batchSize: 8, epoch: 5 });
    expect(train.size).toBe(5);
    let tensors = 0;
    const history = await model.fitDataset(train, {
      epochs: 4,
      verbose: 0,
      validationData: feed.dataset(dataset, { batchSize: 8, shuffle: false }),
      callbacks: {
        onEpochEnd: async (epoch) => {
          if (epoch === 0) tensors = tf.memory().numTensors;
          // The loss and validation loss of an epoch stay in the history; nothing else does.
          else expect(tf.memory().numTensors).toBeLessThanOrEqual(tensors + 2 * epoch);
        },
      },
    });
    expect(history.epoch).toEqual([0, 1, 2, 3]);
    const losses = history.history.loss as number[];
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses[3]).toBeLessThan(losses[0]!);
    // Five batches a pass: the epochs of training and of validation in turn.
    const epochs = ran.filter((_, i) => i % 5 === 0);
    expect(epochs).toEqual([5, 0, 6, 1, 7, 2, 8, 3]);
    model.dispose();
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("goes on without end for batchesPerEpoch, and stops in the middle without a trace", async () => {
    const { dataset, engine } = await setUp(24);
    const feed = createFeed(engine);
    const model = build();
    const endless = feed.dataset(dataset, { batchSize: 8, repeat: true });
    expect(endless.size).toBe(Number.POSITIVE_INFINITY);
    const before = tf.memory().numTensors;
    let batches = 0;
    await model.fitDataset(endless, {
      epochs: 2,
      batchesPerEpoch: 5,
      verbose: 0,
      callbacks: {
        onBatchEnd: async () => {
          batches++;
        },
      },
    });
    expect(batches).toBe(10);
    const stopping = {
      onBatchEnd: async () => {
        model.stopTraining = true;
      },
    };
    await model.fitDataset(endless, { epochs: 3, batchesPerEpoch: 5, verbose: 0, callbacks: stopping });
    // The optimizer has made its two moments and two accumulated betas for the model's four variables; no batch is
    // among them.
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(2 * 4 + 2);
    model.dispose();
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("and evaluateDataset give what the same pass gives by hand", async () => {
    const { dataset, engine } = await setUp(24);
    const feed = createFeed(engine);
    const model = build();
    const loss = (await model.evaluateDataset(feed.dataset(dataset, { batchSize: 8, epoch: 2 }), {})) as tf.Scalar;
    let sum = 0;
    for (const { xs, ys } of feed.epoch(dataset, { batchSize: 8, epoch: 2 })) {
      const one = model.evaluate(xs, ys!, { batchSize: 8 }) as tf.Scalar;
      sum += (await one.data())[0]!;
      tf.dispose([xs, ys!, one]);
    }
    expect((await loss.data())[0]).toBeCloseTo(sum / 3, 5);
    loss.dispose();
    model.dispose();
    for (const thing of [feed, engine, dataset]) thing.destroy();
  });

  test("is refused where it could not work, before anything is trained", async () => {
    const { dataset, engine } = await setUp(8, { labels: undefined });
    const feed = createFeed(engine);
    expect(() => feed.dataset(dataset, { batchSize: 8 })).toThrow(
      "dataset: expected an engine that makes dense labels (`labels: { classes }`), found one that makes none",
    );
    for (const thing of [feed, engine, dataset]) thing.destroy();
    const other = await setUp(8);
    const otherFeed = createFeed(other.engine);
    expect(() => otherFeed.dataset(other.dataset, { batchSize: 0 })).toThrow(/batchSize/);
    expect(() => otherFeed.dataset(other.dataset, undefined as never)).toThrow(
      "dataset.options: expected { epoch, batchSize, shuffle, shard, last, sampler, batches, lookAhead, start, repeat }, found undefined",
    );
    expect(() => otherFeed.dataset(other.dataset, { batchSize: 4, shufle: false } as never)).toThrow(
      /dataset\.options: expected only .*did you mean shuffle\?\), found "shufle"/,
    );
    expect(() => otherFeed.dataset(other.dataset, { batchSize: 1000, last: "drop", repeat: true })).toThrow(
      /^batchSize: expected at most (\d+), the \1 samples: with last "drop" no batch would be left, found 1000$/,
    );
    expect(() => otherFeed.dataset(other.dataset, { batchSize: 4, repeat: 2 as never })).toThrow(
      "dataset.repeat: expected true or false, found 2",
    );
    for (const thing of [otherFeed, other.engine, other.dataset]) thing.destroy();
  });
});
