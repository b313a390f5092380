/** The README's code runs, and does what the README says of it. */
import { createEngine, mixup } from "mixwell";
import { expect, test } from "vitest";
import { getDevice } from "./device.ts";
import { filled, noise, readBack, syntheticDataset, upload } from "./help.ts";
import { accuracy, chain, embed, kernelsAlone, onTheCpu, preset, replay, tenLines } from "./readme-example.ts";

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
