/**
 * Streams of files: what they read is what a dataset of the same files has, and each step is as if they had been
 * loaded.
 */
import { createEngine, Dataset, type Engine, mixup, picturesIn, randomResizedCrop, Stream } from "mixwell";
import { describe, expect, test } from "vitest";
import type { RawPixels } from "../../src/source/picture.ts";
import { pictureFiles } from "../decoded.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { type Entry, tarOf } from "../tar.ts";
import { getDevice } from "./device.ts";
import { batchesOf } from "./streamed.ts";

const size = { height: 8, width: 6 };

/** In Node a decoder of the test's own: a hash of the file as pixels, whatever is in it. */
const decoder = inBrowser ? {} : { decode: asNoise };

async function asNoise(file: Blob): Promise<RawPixels> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return {
    data: noise(
      12 * 9 * 3,
      bytes.reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7),
    ),
    width: 12,
    height: 9,
  };
}

async function compare(make: (device: GPUDevice) => Promise<Dataset>, stream: Stream, classes: number) {
  const device = await getDevice();
  const engine: Engine = await createEngine(device, {
    seed: 2,
    policy: [randomResizedCrop({ height: 8, width: 6 }), mixup({ alpha: 1 })],
    output: { format: "u8" },
    labels: { classes },
  });
  const dataset = await make(device);
  expect(stream.count).toBe(dataset.count);
  expect([...stream.labels!]).toEqual([...dataset.labels!]);
  expect(stream.classNames).toEqual(dataset.classNames);
  const options = { batchSize: 7, epoch: 1 };
  expect(await batchesOf(engine, stream, options)).toEqual(await batchesOf(engine, dataset, options));
  engine.destroy();
  dataset.destroy();
}

describe("a stream gives the batches of a dataset", () => {
  test("of pictures: files, handles of files and pixels, decoded when they are read", async () => {
    const files = await pictureFiles();
    const labels = files.map((_, i) => i % 3);
    const handles = files.map((file, i) => (i % 2 ? file : { name: file.name, getFile: async () => file }));
    const raw = { data: noise(5 * 4 * 3), width: 5, height: 4 };
    const options = { ...size, ...decoder, labels: [...labels, 2], classNames: ["a", "b", "c"] };
    const stream = await Stream.fromImages([...handles, raw], options);
    await compare((device) => Dataset.fromImages(device, [...files, raw], options), stream, 3);
    const { height: _, width: __, ...own } = { ...options, sizes: "own" as const, maxSide: 11 };
    const originals = await Stream.fromImages([...handles, raw], own);
    expect([originals.height, originals.width]).toEqual([undefined, undefined]);
    await compare((device) => Dataset.fromImages(device, [...files, raw], own), originals, 3);
  });

  test("of the same files in WebDataset shards", async () => {
    const files = await pictureFiles();
    const entries = await Promise.all(
      files.map(async (file, i) => {
        const key = `train/${String(i).padStart(4, "0")}`;
        const bytes = new Uint8Array(await file.arrayBuffer());
        const sample: Entry[] = [
          [`${key}.${file.name.split(".").at(-1)}`, bytes],
          i % 2 ? [`${key}.cls`, `${i % 3}`] : [`${key}.json`, `{ "label": ${i % 3} }`],
        ];
        return sample;
      }),
    );
    const shards = [entries.slice(0, 11), entries.slice(11)].map((some) => new Blob([tarOf(some.flat())]));
    const stream = await Stream.fromTar(shards, { ...size, ...decoder, classes: 3 });
    const options = {
      ...size,
      ...decoder,
      labels: files.map((_, i) => i % 3),
      fields: { name: entries.map(([picture]) => picture![0].split(".")[0]!) },
    };
    await compare((device) => Dataset.fromImages(device, files, options), stream, 3);
    const { height: _, width: __, ...own } = { ...options, sizes: "own" as const };
    const originals = await Stream.fromTar(shards, { ...decoder, sizes: "own", classes: 3 });
    await compare((device) => Dataset.fromImages(device, files, own), originals, 3);
  });

  test("of IDX files, and of CIFAR's", async () => {
    const idx = (dims: number[], bytes: Uint8Array<ArrayBuffer>) =>
      new Blob([Uint8Array.of(0, 0, 8, dims.length, ...dims.flatMap((dim) => [0, 0, 0, dim])), bytes]);
    const files = {
      images: idx([30, 5, 7], noise(30 * 35)),
      labels: idx(
        [30],
        noise(30).map((byte) => byte % 4),
      ),
    };
    await compare((device) => Dataset.fromIdx(device, files), await Stream.fromIdx(files), 4);
    const records = (count: number, seed: number) => {
      const bytes = noise(count * 3073, seed);
      for (let i = 0; i < count; i++) bytes[i * 3073]! %= 10;
      return new Blob([bytes]);
    };
    const batches = [records(9, 1), records(4, 2)];
    await compare((device) => Dataset.fromCifar(device, batches), await Stream.fromCifar(batches), 10);
  });
});

test("a picture that cannot be decoded ends the epoch by its name, or stays out", async () => {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [] });
  const broken = { data: noise(5), width: 2, height: 2 };
  const good = { data: noise(12), width: 2, height: 2 };
  const gone = { name: "gone.png", getFile: () => Promise.reject(new DOMException("it is gone", "NotFoundError")) };
  const pictures = [good, broken, good, gone];
  const stream = await Stream.fromImages(pictures, size);
  await expect(stream.batch(engine, [0, 1])).rejects.toThrow(
    "sample 1 (images[1]), images[1].data: expected 2 × 2 pixels of 1, 3 or 4 bytes, found 5 bytes",
  );
  await expect(stream.batch(engine, [3])).rejects.toThrow(
    "sample 3 (gone.png): expected a picture that can be read, found it is gone",
  );
  const skipping = await Stream.fromImages(pictures, { ...size, onError: "skip" });
  const ids: number[] = [];
  for await (const batch of engine.epoch(skipping, { batchSize: 2, shuffle: false })) ids.push(...batch.ids);
  expect(ids).toEqual([0, 2]);
  expect(skipping.skipped.map(({ index, name }) => [index, name])).toEqual([
    [1, "images[1]"],
    [3, "gone.png"],
  ]);
  engine.destroy();
});

test("a folder's pictures go into a stream with their classes", async () => {
  const made = ["cat/1.png", "dog/2.png", "dog/.3.png", "dog/notes.txt"].map((path) => {
    const file = new File(["x"], path.split("/")[1]!);
    Object.defineProperty(file, "webkitRelativePath", { value: path });
    return file;
  });
  const files = await picturesIn(made);
  const stream = await Stream.fromImages(files, { ...size, decode: asNoise });
  expect(stream.fieldsAt([0, 1])).toEqual({ name: ["cat/1.png", "dog/2.png"] });
});
