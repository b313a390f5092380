/**
 * The code in README.md and docs/ runs, and does what the text says of it. What needs another library runs in the tests
 * of adapters.
 */
import {
  type Batch,
  capacity,
  createEngine,
  type createOps,
  cutmix,
  Dataset,
  type Engine,
  lower,
  mixup,
  type OpCall,
  oneOf,
  type PolicyStage,
  type Recording,
  type ReferenceBatch,
  randAugment,
  reference,
  samplePlan,
} from "mixwell";
import { afterEach, describe, expect, test, vi } from "vitest";
import { drawsOfPolicy } from "../../src/policy/draws.ts";
import { runBlock } from "../docs-blocks.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { getAdapter, getDevice } from "./device.ts";
import { filled, readBack, syntheticDataset, upload } from "./help.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

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
  vi.stubGlobal("fetch", (name: string) => {
    fetched.push(name);
    return name.includes("images") ? idx([COUNT, 28, 28], noise(COUNT * 28 * 28)) : idx([COUNT], labels);
  });
  const trained: [GPUBuffer, GPUBuffer | undefined][] = [];
  const train = (...batch: [GPUBuffer, GPUBuffer | undefined]) => trained.push(batch);
  const { dataset, engine } = await runBlock<{ dataset: Dataset; engine: Engine }>("README.md#ten-lines", {
    device,
    train,
  });
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
  const { policy } = await runBlock<{ policy: PolicyStage[] }>("docs/policies.md#policies");
  const engine = await createEngine(device, { seed: 3, policy });
  const [batch] = engine.epoch(dataset, { epoch: 0, batchSize: 64 });
  expect(batch!.shape).toEqual([64, 32, 32, 3]);

  const { sources, stages } = batch!.plan;
  const drawn = new Set(sources.flatMap(({ ops = [] }) => ops.map(({ op }) => op)));
  expect([...drawn].sort()).toEqual(["cropAndResize", "flipX", "posterize", "rotate", "solarize"]);
  // A partner from the dataset gets what it gets as a picture of its own batch.
  const thresholds = new Map(
    sources.map(({ id, ops = [] }) => [id, ops.find((call) => call.op === "solarize")?.threshold as number]),
  );
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

/**
 * Of 64 pictures of 224 × 224 that are mixed with partners from a dataset; `tone` for each that has a tone op in the
 * pass.
 */
const GRIDS: Record<string, [number, number, number]> = {
  tone: [1, some, 1],
  augment: [784, some, 1],
  mix: [196, 64, 1],
  labels: [10, 1, 1],
};

test("RandAugment of two layers, then a mixer, are at most six dispatches and about 30 KB, whatever is drawn", () => {
  const ids = Array.from({ length: 64 }, (_, i) => i);
  const shape = { height: 224, width: 224, channels: 3 };
  const from = { from: "dataset", datasetSize: 1000, ids, height: 224, width: 224 } as const;
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
    const { dispatches, uploads } = lower(plan, { shape, ...kinds, ops: drawsOfPolicy(policy).ops });
    // x is for the picture, y for the pictures: 64 of the batch and their partners.
    for (const { kernel, groups } of dispatches)
      expect([kernel, groups]).toEqual([kernel, GRIDS[kernel.replace(/_.*/, "")]]);
    // The pass takes a picture once if it has two ops that are not one read: those that are read as they are, and those
    // that are read through a warp or stencil. The last of them is made while mixing.
    const passes = dispatches.filter(({ kernel }) => kernel.startsWith("augment"));
    expect(passes.map(({ kernel }) => kernel)).toEqual(["augment_u8", "augment_u8"]);
    expect(passes[0]!.groups[1] + passes[1]!.groups[1]).toBeLessThanOrEqual(128);
    expect(dispatches.at(-2)!.kernel).toBe("mix_augmented_u8_f32");
    // Without knowing the policy the kernels have the ops of the plan.
    expect(lower(plan, { shape, ...kinds }).dispatches.length).toBe(dispatches.length);
    return [dispatches.length, uploads.reduce((sum, { bytes }) => sum + bytes.length, 0)] as const;
  });
  expect(Math.max(...counts.map(([dispatches]) => dispatches))).toBe(6);
  expect(Math.max(...counts.map(([, bytes]) => bytes))).toBeLessThan(35_000);
  expect(Math.min(...counts.map(([, bytes]) => bytes))).toBeGreaterThan(27_000);
});

test("ops as functions give what the reference gives", async () => {
  const device = await getDevice();
  const pixels = noise(2 * 16 * 16 * 3);
  const images = upload(device, pixels);
  const shape = { height: 16, width: 16, channels: 3 };
  const brought = { device, batch: { images, size: 2, ...shape } };
  const { ops, solarized, turned } = await runBlock<{
    ops: ReturnType<typeof createOps>;
    solarized: Batch;
    turned: Batch;
  }>("docs/policies.md#without-a-policy", brought);
  const wanted = (calls: OpCall[]) => {
    const plan = samplePlan({ policy: [], seed: 0, step: 0, batchSize: 2, height: 16, width: 16 });
    for (const source of plan.sources) source.ops = calls;
    return reference(
      plan,
      { batch: { images: pixels }, shape, format: "u8", layout: "nhwc" },
      { output: { format: "u8" } },
    ).images;
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
  const { chain } = await runBlock<{ chain: PolicyStage[] }>("docs/mixers-and-labels.md#mixers-and-labels");
  const engine = await createEngine(device, { policy: chain });
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

test("oneOf draws MixUp twice as often as CutMix, as its weights say", async () => {
  const { either } = await runBlock<{ either: PolicyStage }>("docs/mixers-and-labels.md#mixers-and-labels");
  const plan = samplePlan({ policy: either, seed: 1, step: 0, batchSize: 3000, height: 8, width: 8 });
  const mixers = plan.stages[0]!.rows.map(({ mixer }) => mixer);
  // Of 3000 draws with a chance of 2/3 the standard deviation is 26; five of them.
  expect(Math.abs(mixers.filter((mixer) => mixer === "mixup").length - 2000)).toBeLessThan(130);
});

test("a peer's list of ops can be filtered and extended", async () => {
  const { policy } = await runBlock<{ policy: PolicyStage }>("docs/policies.md#stages");
  const plan = samplePlan({ policy, seed: 1, step: 0, batchSize: 200, height: 32, width: 32 });
  const calls = plan.sources.map(({ ops = [] }) => ops.map(({ op }) => op));
  const drawn = new Set(calls.flat());
  expect(Math.max(...calls.map(({ length }) => length))).toBe(3);
  expect([drawn.has("gridMask"), drawn.has("translateX"), drawn.has("shearX"), drawn.has("shearY")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

/** 32 pictures of 64×64×3 and their class ids, as the blocks about `encode` declare them. */
function batchOnTheGpu(device: GPUDevice) {
  const ids = Uint32Array.from(noise(32, 5), (byte) => byte % 10);
  return { pixels: upload(device, noise(32 * 64 * 64 * 3)), classIds: upload(device, ids) };
}

async function expectMixed(device: GPUDevice, images: GPUBuffer, labels: GPUBuffer) {
  const values = new Float32Array(await readBack(device, images));
  expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  expect(values.some((value) => value > 0.5)).toBe(true);
  const soft = new Float32Array(await readBack(device, labels));
  expect(soft.reduce((total, weight) => total + weight, 0)).toBeCloseTo(32, 4);
}

test("encode between passes of the caller's", async () => {
  const device = await getDevice();
  const { pixels, classIds } = batchOnTheGpu(device);
  const brought = { device, pixels, classIds };
  const { engine, batch } = await runBlock<{ engine: Engine; batch: Batch }>("README.md#your-own-passes", brought);
  await expectMixed(device, batch.images, batch.labels!);
  engine.destroy();
  for (const buffer of [pixels, classIds]) buffer.destroy();
});

test("encode writes into the caller's buffers", async () => {
  const device = await getDevice();
  const modelInput = filled(device, 32 * 64 * 64 * 3 * 4, 0xff);
  const modelTarget = filled(device, 32 * 10 * 4, 0xff);
  const brought = { device, ...batchOnTheGpu(device), modelInput, modelTarget };
  const { engine, batch } = await runBlock<{ engine: Engine; batch: Batch }>(
    "docs/your-own-loop.md#your-own-loop",
    brought,
  );
  expect([batch.images, batch.labels]).toEqual([modelInput, modelTarget]);
  await expectMixed(device, modelInput, modelTarget);
  engine.destroy();
  for (const buffer of [brought.pixels, brought.classIds, modelInput, modelTarget]) buffer.destroy();
});

test("training that was interrupted goes on with the batches that were missing", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 100, height: 4, width: 4, channels: 1, classes: 5 });
  const engine = await createEngine(device, { policy: mixup(), labels: { classes: 5 } });
  const sizes: number[] = [];
  const train = (images: GPUBuffer) => sizes.push(images.size / (4 * 16));
  const brought = { engine, dataset, train, saved: { epoch: 7, batch: 1 } };
  await runBlock("docs/your-own-loop.md#engineepochdataset-options", brought);
  // The second of two batches, and then two epochs of two batches.
  expect(sizes).toEqual([36, 64, 36, 64, 36]);
  engine.destroy();
  dataset.destroy();
});

test("a plan replays to the same bytes, and an edited one changes what was edited", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 32, height: 8, width: 8, channels: 3, classes: 5 });
  const engine = await createEngine(device, { seed: 1, policy: mixup({ alpha: 0.2 }), outputSets: 3 });
  const brought = { engine, dataset };
  const { batch, again, edited } = await runBlock<{ batch: Batch; again: Batch; edited: Batch }>(
    "docs/plans.md#plans",
    brought,
  );
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
  const device = await getDevice();
  const { engine, policy } = await runBlock<{ engine: Engine; policy: PolicyStage[] }>("docs/presets.md#presets", {
    device,
  });
  expect(engine.labels).toMatchObject({ classes: 100, smoothing: 0.1 });
  const plan = samplePlan({ policy, seed: 1, step: 0, batchSize: 8, height: 16, width: 16 });
  expect(plan.sources.some(({ ops = [] }) => ops.length > 0)).toBe(true);
  engine.destroy();
});

test("timm's command line is a recipe for the engine", async () => {
  const device = await getDevice();
  const { engine, recipe } = await runBlock<{ engine: Engine; recipe: { policy: PolicyStage[] } }>(
    "docs/presets.md#timms-command-line",
    { device },
  );
  expect(engine.labels).toMatchObject({ classes: 100, smoothing: 0.1 });
  const plan = samplePlan({ policy: recipe.policy, seed: 1, step: 0, batchSize: 8, height: 80, width: 96 });
  expect(plan.sources.some(({ ops = [] }) => ops.length > 0)).toBe(true);
  engine.destroy();
});

test("accuracy on mixed labels: naming every own class earns its share", async () => {
  const device = await getDevice();
  const { dataset, labels } = await syntheticDataset(device, {
    count: 32,
    height: 8,
    width: 8,
    channels: 1,
    classes: 32,
  });
  const engine = await createEngine(device, {
    seed: 1,
    policy: mixup({ alpha: 1 }),
    labels: { classes: 32, sparse: true },
  });
  const indices = [3, 1, 4, 15];
  const batch = engine.run({ dataset, indices }, {});
  const predictions = Uint32Array.from(indices, (index) => labels[index]!);
  const brought = { engine, batch, predictions };
  const { earned } = await runBlock<{ earned: number }>("docs/mixers-and-labels.md#labels", brought);
  const wanted = batch.plan.stages[0]!.rows.reduce((sum, row) => {
    if (row.mixer === "none") return sum + 1;
    const same = labels[batch.plan.sources[row.own]!.index] === labels[batch.plan.sources[row.partner]!.index];
    return sum + (same ? 1 : row.lambda);
  }, 0);
  expect(earned).toBeCloseTo(wanted / 4, 6);
  engine.destroy();
  dataset.destroy();
});

test("the reference mixes without a GPU", async () => {
  const brought = { pixels: noise(8 * 32 * 32 * 3), classIds: Uint32Array.from({ length: 8 }, (_, i) => i) };
  const { images, labels } = await runBlock<ReferenceBatch>("docs/plans.md#without-a-gpu", brought);
  expect(images).toBeInstanceOf(Float32Array);
  expect(labels!.reduce((total, weight) => total + weight, 0)).toBeCloseTo(8, 5);
});

test("a recording is the bytes and dispatches that the page prints", async () => {
  const { recording } = await runBlock<{ recording: Recording }>("docs/kernels-alone.md#the-kernels-alone");
  expect(recording.uploads.map(({ block, bytes }) => [block, bytes.byteLength])).toEqual([["mixChunks", 336]]);
  expect(recording.dispatches.map(({ kernel, groups }) => [kernel, groups])).toEqual([["mix_quads_u8_f32", [4, 8, 1]]]);
});

test("an error carries the path to what is wrong", async () => {
  const { path } = await runBlock<{ path: string }>("docs/errors-and-limits.md#errors", { device: await getDevice() });
  expect(path).toBe("mixup.alpha");
});

test("a dataset of arrays", async () => {
  const device = await getDevice();
  const brought = {
    device,
    bytes: noise(1000 * 32 * 32 * 3),
    classIds: Uint32Array.from({ length: 1000 }, (_, i) => i % 2),
  };
  const { dataset } = await runBlock<{ dataset: Dataset }>("docs/datasets.md#datasets", brought);
  expect([dataset.count, dataset.classes, dataset.classNames]).toEqual([1000, 2, ["cat", "dog"]]);
  dataset.destroy();
});

test("views of a dataset", async () => {
  const device = await getDevice();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const labels = Uint32Array.from({ length: 101 }, (_, i) => i % 5);
  const fields = { name: Array.from(labels, (_, i) => (i === 7 ? "blurred.png" : `${i}.png`)) };
  const dataset = await Dataset.fromArrays(device, { images: noise(101 * 16), shape: [101, 4, 4, 1], labels, fields });
  const views = await runBlock<Record<"sharp" | "train" | "validation" | "test", Dataset>>(
    "docs/datasets.md#views-subset-and-split",
    {
      dataset,
    },
  );
  expect(views.sharp.count).toBe(100);
  expect([views.train.count, views.validation.count, views.test.count].reduce((sum, count) => sum + count, 0)).toBe(
    100,
  );
  expect(log).toHaveBeenCalledWith(views.train.count, views.validation.labelCounts, views.test.ids);
  log.mockRestore();
  dataset.destroy();
});

test("an epoch under a sampler, and what its rows weigh", async () => {
  const device = await getDevice();
  const { dataset } = await syntheticDataset(device, { count: 100, height: 4, width: 4, channels: 1, classes: 5 });
  const engine = await createEngine(device, { policy: mixup(), labels: { classes: 5 } });
  const weights: number[] = [];
  const step = (_images: GPUBuffer, _labels: GPUBuffer, rows: Float32Array) => weights.push(...rows);
  const brought = { engine, dataset, step, importance: new Float32Array(100).fill(0.5) };
  const { train } = await runBlock<{ train: Dataset }>("docs/your-own-loop.md#samplers", brought);
  expect(weights).toHaveLength(2 * train.count);
  for (const weight of weights) expect(weight).toBeCloseTo(0.5, 6);
  engine.destroy();
  dataset.destroy();
});

test("a device that a dataset of 3000 photographs fits on", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const adapter = await getAdapter();
  const { pictures, device } = await runBlock<{ pictures: number; device: GPUDevice }>(
    "docs/datasets.md#larger-than-one-buffer",
    {
      adapter,
    },
  );
  expect(pictures).toBeGreaterThanOrEqual(3000);
  expect(capacity(device, { height: 224, width: 224, channels: 3 }).pictures).toBeGreaterThanOrEqual(3000);
  device.destroy();
  log.mockRestore();
});

test("a dataset of CIFAR's files, with progress and class names", async () => {
  const device = await getDevice();
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const record = 1 + 32 * 32 * 3;
  const parts = [0, 1].map(
    (part) =>
      new File([noise(3 * record, part).map((byte, i) => (i % record ? byte : part))], `data_batch_${part}.bin`),
  );
  const { dataset } = await runBlock<{ dataset: Dataset }>("docs/datasets.md#files", { device, parts });
  expect(dataset.count).toBe(6);
  expect(log).toHaveBeenCalledWith("airplane");
  expect(log.mock.calls.some(([phase]) => phase === "upload")).toBe(true);
  log.mockRestore();
  dataset.destroy();
});

describe("a folder of pictures", () => {
  const paths = ["pets/cat/1.png", "pets/cat/2.png", "pets/dog/1.png"];

  /** What an `<input webkitdirectory>` gives. */
  async function picked(): Promise<File[]> {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext("2d")!.fillRect(0, 0, 20, 30);
    const blob = await canvas.convertToBlob();
    return paths.map((path) =>
      Object.defineProperty(new File([blob], path.split("/").pop()!), "webkitRelativePath", { value: path }),
    );
  }

  // Dawn on Node has no decoder of pictures: there these two blocks are compiled (test/unit/docs-code.test.ts) and end
  // in this error.
  const hasDecoder = inBrowser;
  const inNode = () => paths.map((path) => Object.assign(new File(["x"], "a.png"), { webkitRelativePath: path }));

  test("becomes a dataset, whose classes are the folders", async () => {
    const device = await getDevice();
    const made = runBlock<{ dataset: Dataset }>("docs/datasets.md#classes", {
      device,
      files: hasDecoder ? await picked() : inNode(),
    });
    if (!hasDecoder) return expect(made).rejects.toThrow(/createImageBitmap|browser/);
    const { dataset } = await made;
    expect([dataset.count, dataset.height, dataset.classNames, [...dataset.labels!]]).toEqual([
      3,
      64,
      ["cat", "dog"],
      [0, 0, 1],
    ]);
    dataset.destroy();
  });

  test("keeps the pictures' sizes until the policy gives them one", async () => {
    const device = await getDevice();
    const files = hasDecoder ? await picked() : inNode();
    const brought = { device, files, labels: Uint32Array.of(0, 0, 1) };
    const made = runBlock<{ dataset: Dataset; engine: Engine }>("docs/datasets.md#pictures-of-different-size", brought);
    if (!hasDecoder) return expect(made).rejects.toThrow(/createImageBitmap|browser/);
    const { dataset, engine } = await made;
    expect([...dataset.sizes!]).toEqual([30, 40, 30, 40, 30, 40]);
    dataset.destroy();
    engine.destroy();
  });

  test("becomes batches as a model wants them", async () => {
    const device = await getDevice();
    const brought = { device, files: hasDecoder ? await picked() : inNode() };
    const made = runBlock<{ dataset: Dataset; engine: Engine; batch: Batch }>(
      "README.md#a-folder-of-pictures",
      brought,
    );
    if (!hasDecoder) return expect(made).rejects.toThrow(/createImageBitmap|browser/);
    const { dataset, engine, batch } = await made;
    expect([batch.shape, batch.layout]).toEqual([[2, 3, 224, 224], "nchw"]);
    const { images } = await engine.read(batch);
    // Black, normalised by ImageNet's mean and standard deviation: -0.485 / 0.229.
    expect([...images].reduce((least, value) => Math.min(least, value))).toBeCloseTo(-0.485 / 0.229, 4);
    engine.destroy();
    dataset.destroy();
  });
});
