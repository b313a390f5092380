/**
 * Real files, from the file to a mixed epoch: Fashion-MNIST as IDX, CIFAR-10 as its binary batches. Where
 * ../shared/data is absent, files of the same formats are made here, so that every line of the way is walked all the
 * same.
 */
import { CIFAR10_CLASSES, createEngine, cutmix, Dataset, FASHION_MNIST_CLASSES, mixup, oneOf } from "mixwell";
import { expect, test } from "vitest";
import { loadShared } from "../files.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";

const policy = oneOf([mixup({ alpha: 0.2 }), cutmix({ alpha: 1 })]);

/** One epoch: every sample once, every picture within range and not flat, every label row whole. */
async function expectEpoch(dataset: Dataset, batchSize: number, batches: number) {
  const device = await getDevice();
  const engine = await createEngine(device, { seed: 1, policy, labels: { classes: 10, smoothing: 0.1 } });
  const ids: number[] = [];
  const epoch = engine.epoch(dataset, { epoch: 0, batchSize });
  expect(epoch.length).toBe(batches);
  let flat = 0;
  let reads = 0;
  for (const batch of epoch) {
    ids.push(...batch.ids);
    // Reading them all back would only test the bus: every seventh, and the last.
    if (reads++ % 7 !== 0 && reads !== batches) continue;
    const { images, labels } = await engine.read(batch);
    const elements = images.length / batch.size;
    for (let row = 0; row < batch.size; row++) {
      const picture = images.subarray(row * elements, (row + 1) * elements);
      let [low, high] = [1, 0];
      for (const value of picture) [low, high] = [Math.min(low, value), Math.max(high, value)];
      if (!(low >= 0 && high <= 1 + 1e-6))
        throw new Error(`sample ${batch.ids[row]} has values from ${low} to ${high}`);
      if (high - low < 0.02) flat++;
      const sum = labels!.subarray(row * 10, (row + 1) * 10).reduce((total, value) => total + value, 0);
      if (!(Math.abs(sum - 1) < 1e-5)) throw new Error(`the labels of sample ${batch.ids[row]} sum to ${sum}`);
    }
  }
  expect(flat).toBe(0);
  expect(reads).toBe(batches);
  expect(ids.toSorted((a, b) => a - b)).toEqual(Array.from({ length: dataset.count }, (_, i) => i));
  engine.destroy();
}

/** The pictures themselves, unmixed: what the epoch's bytes are made of. */
async function firstPicture(dataset: Dataset): Promise<Uint8Array> {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], output: { format: "u8" } });
  const { images } = await engine.read(engine.run({ dataset, indices: [0] }));
  engine.destroy();
  return images as Uint8Array;
}

/** The files below ../shared/data, or undefined after saying so. */
async function files(folder: string, names: string[]): Promise<ArrayBuffer[] | undefined> {
  const loaded = await Promise.all(names.map((name) => loadShared(`data/${folder}/${name}`)));
  if (loaded.every((file) => file !== undefined)) return loaded as ArrayBuffer[];
  console.warn(`no ../shared/data/${folder}: files made in the test stand in for it`);
  return undefined;
}

const bigEndian = (value: number) => [24, 16, 8, 0].map((shift) => (value >> shift) & 255);

test("Dataset.fromIdx: Fashion-MNIST, an epoch of 3000 in batches of 64", async () => {
  const device = await getDevice();
  const count = 3000;
  const real = await files("fashion-mnist-subset", ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"]);
  const [images, labels] = real ?? [
    new Uint8Array([0, 0, 8, 3, ...bigEndian(count), ...bigEndian(28), ...bigEndian(28), ...noise(count * 784)]).buffer,
    new Uint8Array([0, 0, 8, 1, ...bigEndian(count), ...noise(count).map((byte) => byte % 10)]).buffer,
  ];
  const phases = new Set<string>();
  const dataset = await Dataset.fromIdx(
    device,
    { images: images!, labels: labels! },
    { classNames: [...FASHION_MNIST_CLASSES], onProgress: ({ phase }) => phases.add(phase) },
  );
  expect([dataset.count, dataset.height, dataset.width, dataset.channels, dataset.classes]).toEqual([
    count,
    28,
    28,
    1,
    10,
  ]);
  expect(new Set(dataset.labels).size).toBe(10);
  expect(dataset.classNames).toEqual(FASHION_MNIST_CLASSES);
  expect(phases).toContain("upload");
  if (real) expect((await firstPicture(dataset)).some((value) => value > 200)).toBe(true);
  else expect(await firstPicture(dataset)).toEqual(noise(784));
  await expectEpoch(dataset, 64, 47);
  dataset.destroy();
});

test("Dataset.fromCifar: CIFAR-10, both files as one dataset, an epoch in batches of 250", async () => {
  const device = await getDevice();
  const real = await files("cifar10-subset", ["data_batch.bin.gz", "test_batch.bin.gz"]);
  const record = (i: number) => [i % 10, ...noise(3072, i)];
  const made = [0, 1].map(
    (file) => new Uint8Array(Array.from({ length: 500 }, (_, i) => record(500 * file + i)).flat()).buffer,
  );
  const dataset = await Dataset.fromCifar(device, real ?? made);
  expect([dataset.height, dataset.width, dataset.channels, dataset.classes, dataset.layout]).toEqual([
    32,
    32,
    3,
    10,
    "nchw",
  ]);
  expect(dataset.classNames).toEqual(CIFAR10_CLASSES);
  expect(new Set(dataset.labels).size).toBe(10);
  expect(dataset.count % 250).toBe(0);
  await expectEpoch(dataset, 250, dataset.count / 250);
  dataset.destroy();
});

test("the size that networks take: 8 × 224 × 224 × 3 from u8 to normalised NCHW f32", async () => {
  const device = await getDevice();
  const [size, side] = [8, 224];
  const pixels = noise(size * side * side * 3);
  const dataset = await Dataset.fromArrays(device, { images: pixels, shape: [size, side, side, 3] });
  const [mean, std] = [
    [0.485, 0.456, 0.406],
    [0.229, 0.224, 0.225],
  ];
  const engine = await createEngine(device, { policy: cutmix(), output: { layout: "nchw", normalize: { mean, std } } });
  const batch = engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5, 6, 7] });
  const { images } = await engine.read(batch);
  const row = batch.plan.stages[0]!.rows[3]!;
  if (row.mixer !== "cutmix") throw new Error("not cut");
  const partner = batch.plan.sources[row.partner]!.index;
  const [x0, y0, x1, y1] = row.bbox;
  for (let i = 0; i < side * side * 3; i += 101) {
    const [channel, y, x] = [Math.floor(i / side / side), Math.floor(i / side) % side, i % side];
    const source = x >= x0 && x < x1 && y >= y0 && y < y1 ? partner : 3;
    const byte = pixels[((source * side + y) * side + x) * 3 + channel]!;
    expect(images[3 * side * side * 3 + i]).toBeCloseTo((byte / 255 - mean[channel]!) / std[channel]!, 4);
  }
  engine.destroy();
  dataset.destroy();
});
