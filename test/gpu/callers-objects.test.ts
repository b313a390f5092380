/** What the caller does to options, policies, plans and arrays after a call changes nothing that was made of them. */
import { createEngine, createOps, Dataset, type EngineOptions, mixup, type OpCall, ops } from "mixwell";
import { describe, expect, test } from "vitest";
import { getDevice } from "./device.ts";

const PICTURES = Uint8Array.from({ length: 4 * 4 * 4 * 3 }, (_, i) => (7 * i) % 256);

async function setUp() {
  const device = await getDevice();
  const labels = Uint32Array.of(0, 1, 2, 3);
  const fields = { name: ["a", "b", "c", "d"], weight: Float32Array.of(1, 2, 3, 4) };
  const classNames = ["w", "x", "y", "z"];
  const dataset = await Dataset.fromArrays(device, {
    images: PICTURES,
    shape: [4, 4, 4, 3],
    labels,
    classNames,
    fields,
  });
  return { device, dataset, labels, fields, classNames };
}

describe("an engine", () => {
  test("does what it was made for, whatever becomes of its options: policy[0].prob, output.normalize.mean[0], labels.smoothing", async () => {
    const { device, dataset } = await setUp();
    const options = {
      seed: 4,
      policy: [ops.invert({ prob: 0 }), mixup({ prob: 0 })],
      output: { format: "f32", normalize: { mean: [0.5, 0.5, 0.5], std: [1, 1, 1] } },
      labels: { classes: 4, smoothing: 0 },
    } satisfies EngineOptions;
    const engine = await createEngine(device, options);
    const made = async () => {
      const batch = engine.run({ dataset, indices: [0, 1, 2, 3] });
      const { images, labels } = await engine.read(batch);
      return { images: [...images], labels: [...labels!], plan: batch.plan };
    };
    const before = await made();
    options.policy[0]!.prob = 1;
    options.policy[1]!.prob = 1;
    options.policy.reverse();
    options.output.normalize.mean[0] = 0.9;
    options.output.normalize.std = [2, 2, 2];
    options.labels.smoothing = 0.5;
    expect(await made()).toEqual(before);
    // The control: an engine made of them now does something else.
    const other = await createEngine(device, options);
    expect(other.run({ dataset, indices: [0, 1, 2, 3] }).plan).not.toEqual(before.plan);
    other.destroy();
    engine.destroy();
    dataset.destroy();
  });

  test("cannot be changed by its own properties", async () => {
    const { device, dataset } = await setUp();
    const engine = await createEngine(device, {
      policy: [mixup()],
      output: { normalize: { mean: [0], std: [1] } },
      labels: { classes: 4 },
    });
    for (const part of [
      engine.policy,
      (engine.policy as object[])[0],
      engine.output,
      engine.output.normalize,
      engine.output.normalize!.mean,
      engine.labels,
    ])
      expect(Object.isFrozen(part)).toBe(true);
    engine.destroy();
    dataset.destroy();
  });

  test("takes a frozen policy, and one with a function of time", async () => {
    const { device, dataset } = await setUp();
    const engine = await createEngine(device, { policy: Object.freeze([Object.freeze(mixup({ prob: () => 0 }))]) });
    expect(engine.run({ dataset, indices: [0, 1] }).plan.stages[0]!.rows.map(({ mixer }) => mixer)).toEqual([
      "none",
      "none",
    ]);
    engine.destroy();
    dataset.destroy();
  });
});

describe("a batch", () => {
  test("keeps the plan that it was made by, when that is edited for the next one", async () => {
    const { device, dataset } = await setUp();
    const engine = await createEngine(device, { policy: [] });
    const input = { dataset, indices: [0, 1] };
    const plan = engine.draw(input);
    const first = engine.run(input, { plan });
    expect(first.plan).toEqual(plan);
    plan.stages[0]!.rows[0]!.own = 1;
    const second = engine.run(input, { plan });
    expect([first, second].map((batch) => batch.plan.stages[0]!.rows[0]!.own)).toEqual([0, 1]);
    second.plan.stages[0]!.rows[0]!.own = 0;
    expect(plan.stages[0]!.rows[0]!.own).toBe(1);
    engine.destroy();
    dataset.destroy();
  });

  test("of createOps has calls of its own in every row", async () => {
    const { device, dataset } = await setUp();
    const engine = await createEngine(device, { policy: [] });
    const call: Extract<OpCall, { op: "cutout" }> = { op: "cutout", box: [0, 0, 2, 2], fill: [1, 2, 3] };
    const { plan } = createOps(device).apply(engine.run({ dataset, indices: [0, 1] }), [call]);
    const [one, other] = plan.sources.map(({ ops }) => ops![0] as typeof call);
    expect([one, other]).toEqual([call, call]);
    expect(new Set([one, other, call]).size).toBe(3);
    expect(new Set([one!.fill, other!.fill, call.fill]).size).toBe(3);
    engine.destroy();
    dataset.destroy();
  });
});

describe("a dataset", () => {
  test("keeps labels, names and fields as they were", async () => {
    const { device, dataset, labels, fields, classNames } = await setUp();
    const engine = await createEngine(device, { policy: [], labels: { classes: 4 } });
    const made = async () => {
      const batch = engine.run({ dataset, indices: [0, 1, 2, 3] });
      return {
        fields: batch.fields,
        labels: [...(await engine.read(batch)).labels!],
        names: dataset.classNames,
        ids: [...dataset.labels!],
      };
    };
    const before = await made();
    labels.fill(3);
    fields.name[0] = "other";
    fields.weight.fill(0);
    classNames[0] = "other";
    expect(await made()).toEqual(before);
    engine.destroy();
    dataset.destroy();
  });

  test("keeps what was checked, when it is edited while the pictures are uploaded", async () => {
    const device = await getDevice();
    const labels = Uint32Array.of(0, 1);
    const name = ["a", "b"];
    const images = new Uint8Array(2 * 2048 * 2048 * 3);
    const loading = Dataset.fromArrays(device, { images, shape: [2, 2048, 2048, 3], labels, fields: { name } });
    labels.fill(99);
    name[0] = "other";
    const dataset = await loading;
    expect([[...dataset.labels!], dataset.maxLabel, dataset.fieldsAt([0, 1])]).toEqual([
      [0, 1],
      1,
      { name: ["a", "b"] },
    ]);
    dataset.destroy();
  });

  test("over a buffer keeps them too, and the value range", async () => {
    const device = await getDevice();
    const images = device.createBuffer({ size: 2 * 4 * 4, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(images, 0, Float32Array.of(0, 64, 128, 255, 0, 64, 128, 255));
    const given = {
      labels: Uint32Array.of(0, 1),
      fields: { name: ["a", "b"] },
      classNames: ["x", "y"],
      valueRange: [0, 255] as [number, number],
    };
    const dataset = Dataset.fromBuffer(device, {
      images,
      count: 2,
      height: 2,
      width: 2,
      channels: 1,
      format: "f32",
      ...given,
    });
    const engine = await createEngine(device, { policy: [] });
    const made = async () => {
      const batch = engine.run({ dataset, indices: [0, 1] });
      return {
        fields: batch.fields,
        images: [...(await engine.read(batch)).images],
        names: dataset.classNames,
        labels: [...dataset.labels!],
      };
    };
    const before = await made();
    given.labels.fill(1);
    given.fields.name[0] = "other";
    given.classNames[0] = "other";
    given.valueRange[1] = 1;
    expect(await made()).toEqual(before);
    engine.destroy();
    dataset.destroy();
    images.destroy();
  });
});

test("an epoch goes on as it was begun, whatever becomes of its options", async () => {
  const { device, dataset } = await setUp();
  const engine = await createEngine(device, { policy: [] });
  const options = { batchSize: 1, shard: { rank: 0, world: 2 }, shuffle: false };
  const epoch = engine.epoch(dataset, options);
  const ids = () => Array.from(epoch, (batch) => batch.ids);
  expect(ids()).toEqual([[0], [2]]);
  options.shard.rank = 1;
  options.batchSize = 2;
  expect(ids()).toEqual([[0], [2]]);
  engine.destroy();
  dataset.destroy();
});
