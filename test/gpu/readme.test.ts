/** The README's code runs, and does what the README says of it. */
import { createEngine, cutmix, lower, mixup, type OpCall, oneOf, randAugment, reference, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { expectedOps } from "../../src/policy/expected-ops.ts";
import { getDevice } from "./device.ts";
import { filled, noise, readBack, syntheticDataset, upload } from "./help.ts";
import { accuracy, augment, chain, embed, functions, kernelsAlone, onTheCpu, preset, replay, tenLines } from "./readme-example.ts";

/** An IDX file of bytes, gzipped, as a server would send it. */
async function idx(dims: number[], data: Uint8Array<ArrayBuffer>): Promise<Response> {
  const header = new DataView(new ArrayBuffer(4 + 4 * dims.length));
  header.setUint32(0, 0x0800 + dims.length);
  dims.forEach((size, i) => {
    header.setUint32(4 + 4 * i, size);
  });
  const packed = new Blob([header, data]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(await new Response(packed).arrayBuffer());
}

const COUNT = 150;

test("ten lines: from IDX files to an epoch of mixed batches", async () => {
  const device = await getDevice();
  const labels = noise(COUNT, 3).map((byte) => byte % 10);
  const fetched: string[] = [];
  const fetch = (name: string) => {
    fetched.push(name);
    return name.includes("images") ? idx([COUNT, 28, 28], noise(COUNT * 28 * 28)) : idx([COUNT], labels);
  };
  const trained: [GPUBuffer, GPUBuffer | undefined][] = [];
  const { dataset, engine } = await tenLines(device, fetch, (...batch) => trained.push(batch));
  expect(fetched).toEqual(["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"]);
  expect(trained.map(([images, soft]) => [images.size, soft?.size])).toEqual([
    [64 * 28 * 28 * 4, 64 * 10 * 4],
    [64 * 28 * 28 * 4, 64 * 10 * 4],
    [22 * 28 * 28 * 4, 22 * 10 * 4],
  ]);
  const soft = new Float32Array(await readBack(device, trained[0]![1]!));
  for (let row = 0; row < 64; row++) {
    const sum = soft.subarray(10 * row, 10 * row + 10).reduce((total, weight) => total + weight, 0);
    expect(sum).toBeCloseTo(1, 6);
  }
  expect(soft.filter((weight) => weight > 0.02 && weight < 0.9).length).toBeGreaterThan(0);
  engine.destroy();
  dataset.destroy();
});

test("a policy of image ops: every picture its own, mixed in between, and of the size that was asked for", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 64, height: 48, width: 40, channels: 3, classes: 5 });
  const engine = await createEngine(device, { seed: 3, policy: augment() });
  const [batch] = engine.epoch(dataset, { epoch: 0, batchSize: 64 });
  expect(batch!.shape).toEqual([64, 32, 32, 3]);

  const { sources, stages } = batch!.plan;
  const drawn = new Set(sources.flatMap(({ ops = [] }) => ops.map(({ op }) => op)));
  expect([...drawn].sort()).toEqual(["cropAndResize", "flipX", "posterize", "rotate", "solarize"]);
  // A partner from the dataset gets what it gets as a picture of its own batch.
  const thresholds = new Map(sources.map(({ id, ops = [] }) => [id, ops.find((call) => call.op === "solarize")!.threshold]));
  for (const [id, threshold] of thresholds) if (threshold === undefined) thresholds.delete(id);
  expect(thresholds.size).toBeGreaterThan(5);
  expect(new Set(thresholds.values()).size).toBe(thresholds.size);
  expect(Math.max(...thresholds.values())).toBeLessThanOrEqual(256);
  const erased = stages[0]!.rows.filter(({ ops = [] }) => ops.length > 0);
  expect(erased.length).toBeGreaterThan(0);
  expect(erased.length).toBeLessThan(32);
  expect((await engine.read(batch!)).images.every((value) => value >= 0 && value <= 1)).toBe(true);
  engine.destroy();
  dataset.destroy();
});

/** Some of 64 pictures and their partners. */
const some = expect.toSatisfy((pictures: number) => pictures > 0 && pictures < 128) as number;

/** Of 64 pictures of 224 × 224 that are mixed with partners from a dataset; `tone` for each that has a tone op in the pass. */
const GRIDS: Record<string, [number, number, number]> = {
  tone: [1, some, 1],
  augment: [784, some, 1],
  mix: [196, 64, 1],
  labels: [10, 1, 1],
};

test("RandAugment of two layers, then a mixer, are at most eight dispatches and about 30 KB, whatever is drawn", () => {
  const ids = Array.from({ length: 64 }, (_, i) => i);
  const shape = { height: 224, width: 224, channels: 3 };
  const from = { from: "dataset", datasetSize: 1000, ids, ...shape } as const;
  const kinds = {
    format: "u8",
    layout: "nhwc",
    output: {},
    labels: { classes: 10 },
    labelForm: "ids",
    pages: 1,
    picturesPerPage: 1000,
  } as const;
  const counts = [0, 1, 2, 3].map((seed) => {
    const policy = [randAugment({ layers: 2, magnitude: 0.3 }), oneOf([mixup(), cutmix()])];
    const plan = samplePlan({ policy, seed, ...from });
    const { dispatches, uploads } = lower(plan, { shape, ...kinds, ops: expectedOps(policy) });
    // x is for the picture, y for the pictures: 64 of the batch and their partners.
    for (const { kernel, groups } of dispatches) expect([kernel, groups]).toEqual([kernel, GRIDS[kernel.replace(/_.*/, "")]]);
    // Each pass takes every picture once: those that are read as they are, and those that are read through a warp or stencil.
    for (const pass of ["augment_u8", "augment_pixels_u8"]) {
      const taken = dispatches.filter(({ kernel }) => kernel === pass).map(({ groups }) => groups[1]);
      expect([taken.length, taken[0]! + taken[1]!]).toEqual([2, 128]);
    }
    // Without knowing the policy there is one kernel for all of them.
    expect(lower(plan, { shape, ...kinds }).dispatches.length).toBe(6);
    return [dispatches.length, uploads.reduce((sum, { bytes }) => sum + bytes.length, 0)] as const;
  });
  expect(Math.max(...counts.map(([dispatches]) => dispatches))).toBe(8);
  expect(Math.max(...counts.map(([, bytes]) => bytes))).toBeLessThan(35_000);
  expect(Math.min(...counts.map(([, bytes]) => bytes))).toBeGreaterThan(27_000);
});

test("ops as functions give what the reference gives", async () => {
  const device = await getDevice();
  const pixels = noise(2 * 16 * 16 * 3);
  const images = upload(device, pixels);
  const shape = { height: 16, width: 16, channels: 3 };
  const { ops, solarized, turned } = functions(device, { images, size: 2, ...shape });
  const wanted = (calls: OpCall[]) => {
    const plan = samplePlan({ policy: [], seed: 0, step: 0, batchSize: 2, height: 16, width: 16 });
    for (const source of plan.sources) source.ops = calls;
    return reference(plan, { batch: { images: pixels }, shape, format: "u8", layout: "nhwc" }, { output: { format: "u8" } }).images;
  };
  const inverted: OpCall[] = [{ op: "solarize", threshold: 128 }];
  expect(new Uint8Array(await readBack(device, solarized.images))).toEqual(wanted(inverted));
  expect(new Uint8Array(await readBack(device, turned.images))).toEqual(
    wanted([...inverted, { op: "rotate", degrees: 10 }, { op: "equalize" }]),
  );
  ops.destroy();
  images.destroy();
});

test("a chain with schedules: half of the pictures have a box, and none from epoch 80 on", async () => {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: chain() });
  const { dataset } = await syntheticDataset(device, { count: 64, height: 8, width: 8, channels: 3, classes: 5 });
  const boxes = (epoch: number) => {
    const [epochBatch] = engine.epoch(dataset, { epoch, batchSize: 64 });
    return epochBatch!.plan.stages[0]!.rows.filter(({ mixer }) => mixer === "cutmix").length;
  };
  expect(boxes(79)).toBeGreaterThan(0);
  expect(boxes(80)).toBe(0);
  engine.destroy();
  dataset.destroy();
});

test("encode writes into the caller's buffers", async () => {
  const device = await getDevice();
  const values = 32 * 64 * 64 * 3;
  const pixels = upload(device, noise(values));
  const classIds = upload(
    device,
    Uint32Array.from(noise(32, 5), (byte) => byte % 10),
  );
  const modelInput = filled(device, values * 4, 0xff);
  const modelTarget = filled(device, 32 * 10 * 4, 0xff);
  const { engine, batch } = await embed(device, pixels, classIds, modelInput, modelTarget);
  expect([batch.images, batch.labels]).toEqual([modelInput, modelTarget]);
  const images = new Float32Array(await readBack(device, modelInput));
  expect(images.every((value) => value >= 0 && value <= 1)).toBe(true);
  const soft = new Float32Array(await readBack(device, modelTarget));
  expect(soft.reduce((total, weight) => total + weight, 0)).toBeCloseTo(32, 4);
  engine.destroy();
  for (const buffer of [pixels, classIds, modelInput, modelTarget]) buffer.destroy();
});

test("a plan replays to the same bytes, and an edited one changes what was edited", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 32, height: 8, width: 8, channels: 3, classes: 5 });
  const engine = await createEngine(device, { seed: 1, policy: mixup({ alpha: 0.2 }), outputSets: 3 });
  const { batch, again, edited } = replay(engine, dataset);
  expect(batch.plan.stages[0]!.rows[0]).toMatchObject({ mixer: "mixup" });
  const [first, second, third] = await Promise.all([batch, again, edited].map((one) => engine.read(one)));
  expect(second!.images).toEqual(first!.images);
  const picture = 8 * 8 * 3;
  expect(third!.images.subarray(picture)).toEqual(first!.images.subarray(picture));
  expect(third!.images.subarray(0, picture)).not.toEqual(first!.images.subarray(0, picture));
  engine.destroy();
  dataset.destroy();
});

test("a preset is spread into the options, labels too", async () => {
  const engine = await preset(await getDevice());
  expect(engine.labels).toMatchObject({ classes: 100, smoothing: 0.1 });
  engine.destroy();
});

test("accuracy on mixed labels: naming every own class earns its share", async () => {
  const device = await getDevice();
  const { dataset, labels } = await syntheticDataset(device, { count: 32, height: 8, width: 8, channels: 1, classes: 32 });
  const engine = await createEngine(device, { seed: 1, policy: mixup({ alpha: 1 }), labels: { classes: 32, sparse: true } });
  const indices = [3, 1, 4, 15];
  const batch = engine.run({ dataset, indices }, {});
  const earned = await accuracy(
    engine,
    batch,
    Uint32Array.from(indices, (index) => labels[index]!),
  );
  const wanted = batch.plan.stages[0]!.rows.reduce((sum, row) => {
    if (row.mixer === "none") return sum + 1;
    const same = labels[batch.plan.sources[row.own]!.index] === labels[batch.plan.sources[row.partner]!.index];
    return sum + (same ? 1 : row.lambda);
  }, 0);
  expect(earned).toBeCloseTo(wanted / 4, 6);
  engine.destroy();
  dataset.destroy();
});

test("the reference mixes without a GPU", () => {
  const { images, labels } = onTheCpu(
    noise(8 * 32 * 32 * 3),
    Uint32Array.from({ length: 8 }, (_, i) => i),
  );
  expect(images).toBeInstanceOf(Float32Array);
  expect(labels!.reduce((total, weight) => total + weight, 0)).toBeCloseTo(8, 5);
});

test("a recording is the bytes and dispatches that the README prints", () => {
  const recording = kernelsAlone();
  expect(recording.uploads.map(({ block, bytes }) => [block, bytes.byteLength])).toEqual([["mixChunks", 336]]);
  expect(recording.dispatches.map(({ kernel, groups }) => [kernel, groups])).toEqual([["mix_quads_u8_f32", [4, 8, 1]]]);
});
