/** Streams of pictures that have sizes of their own: the batches of a ragged dataset, to the byte. */
import {
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  type EngineOptions,
  type EpochOptions,
  mixup,
  mosaic,
  ops,
  type Pairing,
  type PictureStore,
  randAugment,
  randomResizedCrop,
  Stream,
} from "mixwell";
import { describe, expect, test, vi } from "vitest";
import { awkwardSizes, ownSized, pictureAt } from "../own-sizes.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";
import { allOf, batchesOf } from "./streamed.ts";

const COUNT = 40;
const SIZES = awkwardSizes(COUNT, 40, 5);
const PICTURES = ownSized(SIZES, 3, "u8");
const LABELS = Uint32Array.from({ length: COUNT }, (_, i) => i % 4);
const EACH = Array.from({ length: COUNT }, (_, i) => {
  const { height, width, values } = pictureAt(PICTURES, i, 3);
  return { data: values as Uint8Array<ArrayBuffer>, height, width };
});

/** A store that writes down what it is asked for. */
function storeOf(more: Partial<PictureStore> = {}): PictureStore & { asked: number[][] } {
  const asked: number[][] = [];
  return {
    ...{ count: COUNT, channels: 3, sizes: "own", labels: LABELS, classes: 4, asked },
    async read(ids) {
      asked.push([...ids]);
      await new Promise((resolve) => setTimeout(resolve));
      return { images: ids.map((id) => EACH[id]!) };
    },
    ...more,
  };
}

const optionsWith = (mixer: EngineOptions["policy"]): EngineOptions => ({
  seed: 7,
  policy: [randomResizedCrop({ height: 16, width: 16 }), ops.flipX({ prob: 0.5 }), randAugment(), mixer].flat(),
  output: { format: "u8" },
  labels: { classes: 4 },
  warm: false,
});

async function setUp(options: EngineOptions) {
  const device = await getDevice();
  const engine = await createEngine(device, options);
  const dataset = await Dataset.fromArrays(device, { ...PICTURES, channels: 3, labels: LABELS, classes: 4 });
  return { device, engine, dataset };
}

const ORDERS: Partial<EpochOptions>[] = [
  { epoch: 3 },
  { batchSize: 1, batches: 7 },
  { batchSize: 64 },
  { shard: { rank: 1, world: 3 }, start: 1, batchSize: 4 },
  { sampler: { balance: true, repeats: 2 }, lookAhead: 0 },
];

describe("a stream of pictures that have sizes of their own gives the batches of a dataset", () => {
  test.each<[string, EngineOptions["policy"]]>([
    ["in the batch", cutmix({ pairing: "derangement" })],
    ["from the dataset", mixup({ alpha: 1, pairing: "dataset" })],
    ["three each", mosaic()],
  ])("with partners %s, in any order", async (_, mixer) => {
    const { engine, dataset } = await setUp(optionsWith(mixer));
    for (const order of ORDERS) {
      const wanted = await batchesOf(engine, dataset, { batchSize: 7, ...order });
      expect(wanted.length).toBeGreaterThan(0);
      const stream = Stream.from(storeOf());
      expect(await batchesOf(engine, stream, { batchSize: 7, ...order })).toEqual(wanted);
    }
    dataset.destroy();
    engine.destroy();
  });

  test("in views, one by one, and with a plan of the dataset's", async () => {
    const { engine, dataset } = await setUp(optionsWith(mixup({ alpha: 1 })));
    const stream = Stream.from(storeOf());
    const chosen = [30, 2, 11, 7, 25];
    expect(await batchesOf(engine, stream.subset(chosen), { batchSize: 2 })).toEqual(
      await batchesOf(engine, dataset.subset(chosen), { batchSize: 2 }),
    );
    const wanted = engine.run({ dataset, indices: [9, 3, 3] }, { epoch: 2 });
    const bytes = await allOf(engine, wanted);
    expect(await allOf(engine, await stream.batch(engine, [9, 3, 3], { epoch: 2 }))).toEqual(bytes);
    expect(await allOf(engine, await stream.batch(engine, [9, 3, 3], { plan: wanted.plan }))).toEqual(bytes);
    // Sizes that a plan says wrongly are found before anything is written.
    const wrong = structuredClone(wanted.plan);
    wrong.sources[0]!.height!++;
    await expect(stream.batch(engine, [9, 3, 3], { plan: wrong })).rejects.toThrow("sources[0]");
    dataset.destroy();
    engine.destroy();
  });

  test("zipped, row by row", async () => {
    const pairing: Pairing = "external";
    const { device, engine, dataset } = await setUp(optionsWith(mixup({ alpha: 1, pairing })));
    const stream = Stream.from(storeOf());
    const batches = await batchesOf(engine, stream.zip(stream), { batchSize: 8, batches: 3 });
    expect(batches).toHaveLength(3);
    for (const { plan, images, labels } of batches) {
      const rows = (from: "dataset" | "external") => plan.sources.filter((source) => source.from === from);
      // The second batch by hand: who is in it is seen by its sizes and labels.
      expect(rows("external").every(({ height, width }) => height !== undefined && width !== undefined)).toBe(true);
      const theirs = await externalOf(
        engine,
        stream,
        plan.epoch,
        batches.findIndex((one) => one.plan === plan),
      );
      const buffers = [rows("dataset").map(({ index }) => index), theirs].map((ids) => ({
        ids,
        images: upload(device, joined(ids)),
        sizes: ids.flatMap((id) => [EACH[id]!.height, EACH[id]!.width]),
        labels: Uint32Array.from(ids, (id) => LABELS[id]!),
      }));
      const [own, external] = buffers as [(typeof buffers)[0], (typeof buffers)[0]];
      const input = {
        ...{ images: own.images, size: own.ids.length, sizes: own.sizes, channels: 3, labels: own.labels },
        external: { images: external.images, size: theirs.length, sizes: external.sizes, labels: external.labels },
      };
      const given = { ...plan, sources: plan.sources.map((source, i) => ({ ...source, ...batchSource(source, i) })) };
      const got = await engine.read(engine.run(input, { plan: given }));
      expect(got.images.join()).toBe(images);
      expect(got.labels!.join()).toBe(labels);
      for (const buffer of buffers) buffer.images.destroy();
    }
    dataset.destroy();
    engine.destroy();
  });
});

/** The ids of a second batch: those of the partners' own order. */
async function externalOf(engine: Engine, stream: Stream, epoch: number, number: number): Promise<number[]> {
  const { epochOrder } = await import("mixwell");
  const order = epochOrder({
    ...{ seed: engine.seed, epoch, batchSize: 8, batches: 3, count: stream.count, pass: 1 },
    sampler: { samples: stream.count },
  });
  return order.batch(number);
}

const batchSource = (source: { from: string }, row: number) =>
  source.from === "dataset" ? ({ from: "batch", index: row } as const) : {};

function joined(ids: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ids.reduce((sum, id) => sum + EACH[id]!.data.length, 0));
  let at = 0;
  for (const id of ids) {
    bytes.set(EACH[id]!.data, at);
    at += EACH[id]!.data.length;
  }
  return bytes;
}

test("as far ahead as the pictures read so far say", async () => {
  const { engine, dataset } = await setUp(optionsWith(cutmix({ pairing: "derangement" })));
  const store = storeOf();
  const stream = Stream.from(store, { ahead: { bytes: 3 * 3 * 40 * 40 } });
  const walk = engine.epoch(stream, { batchSize: 4, lookAhead: 0 })[Symbol.asyncIterator]();
  await walk.next();
  // Of the first batch nobody knows how large it is: it is read alone. Then one more, at most two, have room.
  await vi.waitFor(() => expect(store.asked.length).toBeGreaterThan(1), { timeout: 120_000, interval: 2 });
  // What should not happen has the time to.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(store.asked.length).toBeLessThan(COUNT / 4);
  await walk.return!();
  dataset.destroy();
  engine.destroy();
});

test("a picture that is larger than a page is named, and a policy that fixes no size is refused before any read", async () => {
  const { device, engine, dataset } = await setUp(optionsWith(cutmix({ pairing: "derangement" })));
  const limit = device.limits.maxStorageBufferBindingSize;
  const side = 16_384;
  const large = Stream.from({
    ...{ count: 1, channels: 3, sizes: "own", labels: [0], classes: 4 },
    read: () => ({ images: [{ data: new Uint8Array(3 * side * side), height: side, width: side }] }),
  });
  await expect(large.batch(engine, [0])).rejects.toThrow(
    `stream: expected pictures of at most ${limit} bytes, the size of a page (give a maxSide, or request a higher maxStorageBufferBindingSize), found 16384 × 16384 × 3`,
  );
  const loose = await createEngine(device, { policy: [ops.flipX()], warm: false });
  const store = storeOf();
  await expect(Stream.from(store).batch(loose, [0, 1])).rejects.toThrow("one size");
  expect(store.asked).toEqual([]);
  loose.destroy();
  dataset.destroy();
  engine.destroy();
});
