/**
 * Thousands of pictures of 32 × 32 in shards: each comes once, as it is; memory stays flat; and an epoch that was
 * interrupted goes on where it was. `npm run test:whole` takes 20,000 of 64 × 64. What is fast about it:
 * `npm run bench -- --streams`.
 */
import { type Batch, createEngine, type EpochOptions, mixup, ops, Stream } from "mixwell";
import { expect, inject, test } from "vitest";
import { bmpOf, decodeBmp } from "../bmp.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { type Entry, tarOf } from "../tar.ts";
import { getDevice } from "./device.ts";
import { watch } from "./help.ts";
import { allOf } from "./streamed.ts";

const isWhole = inject("sweeps") === "whole";
const [COUNT, PER_SHARD, BATCH] = isWhole ? [20_000, 1000, 256] : inBrowser ? [2000, 500, 128] : [6000, 500, 128];
const SIDE = isWhole ? 64 : 32;
const BATCHES = Math.ceil(COUNT / BATCH);
const SIZE = SIDE * SIDE * 3;
/** Of the pictures that are read ahead. */
const AHEAD = (isWhole ? 8 : 2) * 2 ** 20;

const pixels = (id: number) => noise(SIZE, id);

function shards(): Blob[] {
  return Array.from({ length: COUNT / PER_SHARD }, (_, shard) => {
    const entries = Array.from({ length: PER_SHARD }, (_, i): Entry[] => {
      const id = shard * PER_SHARD + i;
      const key = String(id).padStart(6, "0");
      return [
        [`${key}.bmp`, bmpOf({ data: pixels(id), width: SIDE, height: SIDE })],
        [`${key}.cls`, `${id % 10}`],
      ];
    });
    return new Blob([tarOf(entries.flat())]);
  });
}

/** Bytes that this thread holds, once what nobody holds was let go; nothing where nobody says. */
async function heldBytes(): Promise<number | undefined> {
  if (inBrowser) return undefined;
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import("node:v8"), import("node:vm")]);
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Memory of array buffers is let go in a turn after the one that finds them.
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test(`${COUNT} pictures come once each, memory stays flat, and the middle can be begun with`, async () => {
  const device = await getDevice();
  const options = { height: SIDE, width: SIDE, classes: 10, ahead: { bytes: AHEAD } };
  const stream = await Stream.fromTar(shards(), { ...options, ...(inBrowser ? {} : { decode: decodeBmp }) });
  expect([stream.count, ...stream.labelCounts!]).toEqual([COUNT, ...Array.from({ length: 10 }, () => COUNT / 10)]);

  const plain = await createEngine(device, { seed: 4, policy: [], output: { format: "u8" }, labels: { classes: 10 } });
  const order: EpochOptions = { batchSize: BATCH, epoch: 2 };
  const times = new Uint8Array(COUNT);
  const held: number[] = [];
  let batches = 0;
  let seen: ReturnType<typeof watch> | undefined;
  for await (const batch of plain.epoch(stream, order)) {
    const { images, labels } = await plain.read(batch);
    batch.ids.forEach((id, row) => {
      times[id]!++;
      const wanted = pixels(id);
      const from = row * SIZE;
      if (wanted.some((value, i) => value !== images[from + i])) throw new Error(`sample ${id} has other bytes`);
      if (labels![row * 10 + (id % 10)] !== 1) throw new Error(`sample ${id} has another label`);
    });
    batches++;
    if (batches === 5) seen = watch(device);
    if (batches === BATCHES - 5) seen!.stop();
    if (batches % 15 === 0) held.push((await heldBytes()) ?? 0);
  }
  expect(batches).toBe(BATCHES);
  expect(times.every((count) => count === 1)).toBe(true);
  // The reader of results has buffers of its own, each of a batch and its labels; the stream makes none.
  expect(seen!.buffers.filter(({ label }) => label?.includes("stream"))).toEqual([]);
  // A leak of the pictures alone would be 12 MB from the first look to the last, or 184 of the large ones. What is read
  // ahead comes and goes.
  const spread = Math.max(...held) - Math.min(...held);
  expect(spread).toBeLessThan(isWhole ? 2 * AHEAD : 4 * AHEAD);
  plain.destroy();

  const mixing = await createEngine(device, {
    seed: 4,
    policy: [ops.flipX({ prob: 0.5 }), mixup({ alpha: 1 })],
    output: { format: "u8" },
    labels: { classes: 10 },
  });
  const half = Math.floor(BATCHES / 2);
  const middle = async (start: number) => {
    const found: Awaited<ReturnType<typeof allOf>>[] = [];
    for await (const batch of mixing.epoch(stream, { ...order, start, batches: half + 3 }) as AsyncIterable<Batch>)
      found.push(await allOf(mixing, batch));
    return found;
  };
  const uninterrupted = await middle(half - 1);
  expect(uninterrupted).toHaveLength(4);
  expect(await middle(half + 1)).toEqual(uninterrupted.slice(2));
  mixing.destroy();
});
