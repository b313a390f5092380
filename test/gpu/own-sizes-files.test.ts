/**
 * 300 photographs of many sizes through a training policy: in a browser as files, PNG, JPEG and WebP, turned by EXIF,
 * grey and transparent; in Node, which decodes none, as pixels.
 */
import { createEngine, cutmix, Dataset, ops, randAugment, randomResizedCrop, Stream } from "mixwell";
import { expect, test } from "vitest";
import { inBrowser, listFiles, loadFixture } from "../files.ts";
import { expectPillows, originalOf, planOf, type WindowCase } from "../own-sizes.ts";
import { generator } from "../random.ts";
import { getDevice } from "./device.ts";
import { rowsById, upload } from "./help.ts";

type ImageInput = Parameters<typeof Dataset.fromImages>[1][number];

const COUNT = 300;
const MAX_SIDE = 72;

/** A picture of soft colours, H × W × 3 or 4. */
function pixels(height: number, width: number, channels: number, seed: number): Uint8ClampedArray<ArrayBuffer> {
  const { below } = generator(seed);
  const [across, down, shift] = [1 + below(7), 1 + below(7), below(256)];
  return Uint8ClampedArray.from({ length: height * width * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    const wave = across * (pixel % width) + down * Math.floor(pixel / width) + 60 * (i % channels) + shift;
    return channels === 4 && i % 4 === 3 ? 128 + (wave % 128) : wave % 256;
  });
}

/** Pictures, as this platform can have them, and the size that each is shown in. */
async function photographs(): Promise<{ images: ImageInput[]; shown: [number, number][] }> {
  const { below } = generator(31);
  const oriented = (await listFiles("fixtures")).filter((name) => /oriented\/[1-8]\.(jpg|png|webp)$/.test(name));
  const images: ImageInput[] = [];
  const shown: [number, number][] = [];
  for (let i = 0; i < COUNT; i++) {
    const [height, width] = [8 + below(80), 8 + below(80)];
    const channels = [3, 4, 1][i % 3]!;
    if (inBrowser && i % 5 === 0) {
      const name = oriented[(i / 5) % oriented.length]!;
      images.push(new File([await loadFixture(name)], name));
      shown.push([32, 48]);
    } else if (inBrowser && channels !== 1) {
      const canvas = new OffscreenCanvas(width, height);
      const rgba = pixels(height, width, 4, i);
      if (channels === 3) for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
      canvas.getContext("2d")!.putImageData(new ImageData(rgba, width, height), 0, 0);
      const type = ["image/png", "image/jpeg", "image/webp"][below(3)]!;
      images.push(await canvas.convertToBlob({ type, quality: 0.9 }));
      shown.push([height, width]);
    } else {
      images.push({ data: pixels(height, width, channels, i), height, width });
      shown.push([height, width]);
    }
  }
  return { images, shown };
}

test("300 photographs give the same bytes in batches of 1, 7 and 64, in three shards, and as a stream (R1)", async () => {
  const device = await getDevice();
  const { images, shown } = await photographs();
  const labels = Uint32Array.from({ length: COUNT }, (_, i) => i % 10);
  const options = { sizes: "own", maxSide: MAX_SIDE, labels, classes: 10 } as const;
  const dataset = await Dataset.fromImages(device, images, options);
  const wanted = shown.map(([height, width]) => {
    const by = Math.max(height, width) / MAX_SIDE;
    return by <= 1 ? [height, width] : [Math.round(height / by), Math.round(width / by)];
  });
  expect([...dataset.sizes!]).toEqual(wanted.flat());
  expect(new Set(wanted.map(String)).size).toBeGreaterThan(60);

  const engine = await createEngine(device, {
    seed: 13,
    policy: [randomResizedCrop({ height: 32, width: 32 }), ops.flipX({ prob: 0.5 }), randAugment(), cutmix()],
    labels: { classes: 10 },
    output: { format: "u8" },
    warm: dataset,
  });
  const walk = async (options: { batchSize: number; shard?: { rank: number; world: number } }) => {
    const rows = new Map<number, string>();
    for (const batch of engine.epoch(dataset, { ...options, epoch: 1, lookAhead: 0 }))
      for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) rows.set(id, row);
    return rows;
  };
  const rows = await walk({ batchSize: 64 });
  expect(rows.size).toBe(COUNT);
  expect(new Set(rows.values()).size).toBe(COUNT);
  expect(await walk({ batchSize: 7 })).toEqual(rows);
  const byId = (all: Map<number, string>) => new Map([...all].sort(([a], [b]) => a - b));
  const shards = [];
  for (let rank = 0; rank < 3; rank++) shards.push(...(await walk({ batchSize: 25, shard: { rank, world: 3 } })));
  expect(byId(new Map(shards))).toEqual(byId(rows));
  // One by one, as many as tell.
  let at = 0;
  for (const batch of engine.epoch(dataset, { batchSize: 1, epoch: 1, lookAhead: 0, batches: 60 })) {
    const [[id, row]] = [...rowsById(await engine.read(batch), batch.ids)] as [[number, string]];
    expect(row, `sample ${id}`).toBe(rows.get(id));
    at++;
  }
  expect(at).toBe(60);
  // Read while the epoch goes on.
  const stream = await Stream.fromImages(images, options);
  const stepwise: [number, string][] = [];
  for (const more of [
    { batchSize: 64 },
    { batchSize: 7, start: 20, batches: 23 },
    { batchSize: 1, batches: 9 },
    { batchSize: 25, shard: { rank: 2, world: 3 } },
  ]) {
    for await (const batch of engine.epoch(stream, { ...more, epoch: 1, lookAhead: 0 }))
      stepwise.push(...rowsById(await engine.read(batch), batch.ids));
    expect(stepwise.length).toBeGreaterThan(0);
    for (const [id, row] of stepwise.splice(0)) expect(row, `sample ${id}`).toBe(rows.get(id));
  }
  engine.destroy();
  dataset.destroy();
});

if (inBrowser)
  test("a file is turned before its size is taken, in every format and orientation (R2)", async () => {
    const device = await getDevice();
    const names = (await listFiles("fixtures")).filter((name) => /oriented\/.*\.(jpg|png|webp)$/.test(name));
    const files = await Promise.all(names.map(async (name) => new File([await loadFixture(name)], name)));
    const dataset = await Dataset.fromImages(device, files, { sizes: "own", channels: 1 });
    expect([...dataset.sizes!]).toEqual(names.flatMap(() => [32, 48]));
    // The square that is 250 is in the corner below on the right: a window of it, in the turned picture.
    const engine = await createEngine(device, {
      policy: [ops.crop({ top: 20, left: 36, height: 8, width: 8 })],
      output: { format: "u8" },
      warm: false,
    });
    const batch = engine.run({ dataset, indices: names.map((_, i) => i) });
    const { images } = await engine.read(batch);
    expect(Math.min(...images)).toBeGreaterThan(240);
    engine.destroy();
    dataset.destroy();
  });
else {
  test("files are refused in Node, which decodes none", async () => {
    const file = new File([await loadFixture("pictures/oriented/6.jpg")], "6.jpg");
    await expect(Dataset.fromImages(await getDevice(), [file], { sizes: "own" })).rejects.toThrow(
      "6.jpg: expected pixels as { data, width, height }",
    );
  });

  // The photographs are the demo's, which only Node reads from the disk.
  test("windows of 300 parts of photographs are Pillow's", async () => {
    const { readFile } = await import("node:fs/promises");
    const { readRgb } = await import("../../tools/ops-docs/png.ts");
    const photoOf = async (name: string) =>
      readRgb(new Uint8Array(await readFile(new URL(`../../demo/public/photos/${name}.png`, import.meta.url))));
    const device = await getDevice();
    const text = new TextDecoder().decode(await loadFixture("own-sizes/pillow.json"));
    const oracle = JSON.parse(text) as { out: [number, number]; cases: WindowCase[] };
    const photos = new Map<string, Awaited<ReturnType<typeof photoOf>>>();
    for (const [name] of oracle.cases) if (!photos.has(name)) photos.set(name, await photoOf(name));
    const originals = oracle.cases.map((one) => originalOf(photos.get(one[0])!, one));
    const sizes = originals.flatMap(({ height, width }) => [height, width]);
    const images = upload(device, Uint8Array.from(originals.flatMap(({ data }) => [...data])));
    const engine = await createEngine(device, { policy: [], output: { format: "u8" }, warm: false });
    const batch = engine.run(
      { images, size: originals.length, sizes, channels: 3 },
      { plan: planOf(oracle.cases, oracle.out) },
    );
    expectPillows((await engine.read(batch)).images, new Uint8Array(await loadFixture("own-sizes/pillow.bin")));
    images.destroy();
    engine.destroy();
  });
}
