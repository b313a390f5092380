/**
 * 300 photographs of many sizes through a training policy: in a browser as files, PNG, JPEG and WebP, turned by EXIF,
 * grey and transparent; in Node, which decodes none, as pixels. `npm run test:whole` walks through all of them in every
 * way; elsewhere as many are taken as tell.
 */
import {
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  type EpochOptions,
  ops,
  randAugment,
  randomResizedCrop,
  Stream,
} from "mixwell";
import { expect, inject, test } from "vitest";
import { inBrowser, listFiles, loadFixture } from "../files.ts";
import { expectPillows, planOf } from "../own-sizes.ts";
import { asFiles, loadOracle, originalsOf } from "../photographs.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { rowsById } from "./help.ts";

const COUNT = 300;
const MAX_SIDE = 72;

/** Orders of one epoch, and how many of the photographs each of them has. A browser has some, and Node the others. */
const isWhole = inject("sweeps") === "whole";
const SHARDS: EpochOptions[] = [0, 1, 2].map((rank) => ({ batchSize: 25, shard: { rank, world: 3 } }));
const ORDERS: [name: string, orders: EpochOptions[], rows: number][] = [
  ["batches of 64", [{ batchSize: 64 }], COUNT],
  ["three shards", SHARDS, COUNT],
  isWhole
    ? ["batches of 7", [{ batchSize: 7 }], COUNT]
    : [
        "batches of 7, at both ends",
        [
          { batchSize: 7, batches: 6 },
          { batchSize: 7, start: 37 },
        ],
        6 * 7 + 5 * 7 + 6,
      ],
  isWhole
    ? ["one by one", [{ batchSize: 1 }], COUNT]
    : ["one by one, twenty", [{ batchSize: 1, start: 140, batches: 160 }], 20],
];

/** Each sample's row in some orders of an epoch. A sample that comes twice is an error. */
async function rowsOf(engine: Engine, samples: Dataset | Stream, orders: EpochOptions[]): Promise<Map<number, string>> {
  const rows = new Map<number, string>();
  for (const order of orders) {
    const options = { ...order, epoch: 1, lookAhead: 0 };
    const epoch = samples instanceof Dataset ? engine.epoch(samples, options) : engine.epoch(samples, options);
    for await (const batch of epoch)
      for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) {
        expect(rows.has(id), `sample ${id} came before`).toBe(false);
        rows.set(id, row);
      }
  }
  return rows;
}

test("300 photographs give the same bytes in any batches and shards, on the GPU and as a stream (R1)", async () => {
  const device = await getDevice();
  const { images, shown } = await asFiles(await originalsOf(await loadOracle()));
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
  const stream = await Stream.fromImages(images, options);
  const all = await rowsOf(engine, dataset, [{ batchSize: 50 }]);
  expect(all.size).toBe(COUNT);
  expect(new Set(all.values()).size).toBe(COUNT);
  for (const [name, orders, count] of ORDERS.filter((_, i) => isWhole || isMine(i)))
    for (const samples of [dataset, stream]) {
      const rows = await rowsOf(engine, samples, orders);
      expect(rows.size, name).toBe(count);
      for (const [id, row] of rows) if (row !== all.get(id)) expect(row, `${name}: sample ${id}`).toBe(all.get(id));
    }
  engine.destroy();
  dataset.destroy();
});

test("windows of 300 parts of photographs are Pillow's, on the GPU and as a stream", async () => {
  const device = await getDevice();
  const oracle = await loadOracle();
  const originals = await originalsOf(oracle);
  const windows = new Uint8Array(await loadFixture("own-sizes/pillow.bin"));
  const engine = await createEngine(device, { policy: [], output: { format: "u8" }, warm: false });
  const plan = planOf(oracle.cases, oracle.out, "dataset");
  const indices = originals.map((_, i) => i);
  const dataset = await Dataset.fromImages(device, originals, { sizes: "own" });
  const { images } = await engine.read(engine.run({ dataset, indices }, { plan }));
  expectPillows(images, windows);
  const stream = await Stream.fromImages(originals, { sizes: "own" });
  const streamed = await engine.read(await stream.batch(engine, indices, { plan }));
  expect(streamed.images).toEqual(images);
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
else
  test("files are refused in Node, which decodes none", async () => {
    const file = new File([await loadFixture("pictures/oriented/6.jpg")], "6.jpg");
    await expect(Dataset.fromImages(await getDevice(), [file], { sizes: "own" })).rejects.toThrow(
      "6.jpg: expected pixels as { data, width, height }",
    );
  });
