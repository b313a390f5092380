/** "My pictures do not fit": a stream gives the batches of a dataset of the same pictures, to the byte. */
import {
  createEngine,
  cutmix,
  Dataset,
  type EngineOptions,
  type EpochOptions,
  mixup,
  oneOf,
  ops,
  type PictureStore,
  randomErasing,
  Stream,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { batchesOf, COUNT, type Samples, SHAPE, SIZE, setUp, storeOf } from "./streamed.ts";

const overDataset: EngineOptions = {
  seed: 5,
  policy: [ops.rotate({ degrees: [-30, 30] }), randomErasing(), oneOf([mixup({ alpha: 1 }), cutmix()])],
  output: { format: "u8" },
  labels: { classes: 6 },
};
const inBatch: EngineOptions = {
  ...overDataset,
  policy: [ops.flipX({ prob: 0.5 }), cutmix({ pairing: "derangement" })],
};

describe("a stream gives the batches of a dataset on the GPU", () => {
  const policies: [string, EngineOptions][] = [
    ["partners in the batch", inBatch],
    ["partners from the dataset", overDataset],
  ];
  const orders: [string, Partial<EpochOptions>][] = [
    ["", { epoch: 3 }],
    ["one by one", { batchSize: 1, batches: 9 }],
    ["in one batch", { batchSize: 100 }],
    ["as they lie, filled up", { shuffle: false, last: "wrap" }],
    ["a shard, from the middle", { shard: { rank: 1, world: 3 }, start: 1 }],
    ["balanced and repeated", { sampler: { balance: true, repeats: 3 } }],
    ["far ahead", { lookAhead: 5 }],
    ["no batch ahead", { lookAhead: 0 }],
  ];
  test.each(policies)("with %s, in any order", async (_, options) => {
    const { engine, dataset, stream, done } = await setUp(options);
    for (const [name, order] of orders) {
      const wanted = await batchesOf(engine, dataset, { batchSize: 8, ...order });
      expect(wanted.length, name).toBeGreaterThan(0);
      expect(await batchesOf(engine, stream, { batchSize: 8, ...order }), name).toEqual(wanted);
    }
    done();
  });

  test.each(policies)("with %s, in views", async (_, options) => {
    const { engine, dataset, stream, done } = await setUp(options);
    const views = (whole: Samples): Samples[] => {
      const { train, validation } = whole.split({ validation: 0.3, seed: 2, stratify: true });
      return [train, validation, whole.subset(({ label, id }) => label !== 1 && id > 9), whole.subset([9, 2, 40])];
    };
    const [theirs, ours] = [views(dataset), views(stream)];
    for (const [i, view] of ours.entries()) {
      expect([...view.ids]).toEqual([...theirs[i]!.ids]);
      expect([...view.labels!]).toEqual([...theirs[i]!.labels!]);
      expect(await batchesOf(engine, view, { batchSize: 7 })).toEqual(
        await batchesOf(engine, theirs[i]!, { batchSize: 7 }),
      );
    }
    done();
  });

  test("whatever the store gives its pictures in, and whether labels and fields come before or with them", async () => {
    const { engine, dataset, stream, images, labels, fields, done } = await setUp(overDataset);
    const wanted = await batchesOf(engine, dataset, { batchSize: 8 });
    const whole = storeOf({ images, labels, fields });
    const late: PictureStore = {
      ...SHAPE,
      count: COUNT,
      // Not a promise, and clamped.
      read: (ids) => ({
        images: ids.map((id) => new Uint8ClampedArray(images.slice(id * SIZE, (id + 1) * SIZE))),
        labels: ids.map((id) => labels[id]!),
        fields: { name: ids.map((id) => fields.name[id]) },
      }),
    };
    const shared: PictureStore = {
      ...whole,
      async read(ids, context) {
        const { images } = (await whole.read(ids, context)) as { images: Uint8Array };
        // What pages have without being isolated.
        const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        const memory = new Uint8Array(buffer, 0, images.length);
        memory.set(images);
        return { images: memory };
      },
    };
    for (const store of [late, shared])
      expect(await batchesOf(engine, Stream.from(store), { batchSize: 8 })).toEqual(wanted);
    expect(stream.classes).toBe(6);
    expect(Stream.from(late).classes).toBe(0);
    done();
  });

  test("with label rows, channels first", async () => {
    const device = await getDevice();
    const rows = { data: Float32Array.from({ length: 2 * COUNT }, (_, i) => (i * 7) % 5), classes: 2 };
    const images = noise(COUNT * SIZE);
    const arrays = { images, shape: [COUNT, 3, 6, 5], layout: "nchw" as const, labelRows: rows };
    const dataset = await Dataset.fromArrays(device, arrays);
    const engine = await createEngine(device, { ...overDataset, labels: { classes: 2 } });
    const wanted = await batchesOf(engine, dataset, { batchSize: 8 });
    const read: PictureStore["read"] = (ids) => ({
      images: ids.map((id) => images.subarray(id * SIZE, (id + 1) * SIZE)),
    });
    const store = { ...SHAPE, layout: "nchw" as const, count: COUNT, read };
    expect(await batchesOf(engine, Stream.from({ ...store, labelRows: rows }), { batchSize: 8 })).toEqual(wanted);
    const late: PictureStore["read"] = (ids) => ({
      ...(read(ids, undefined as never) as { images: Uint8Array[] }),
      labelRows: ids.map((id) => rows.data.subarray(2 * id, 2 * id + 2)),
    });
    expect(await batchesOf(engine, Stream.from({ ...store, read: late }), { batchSize: 8 })).toEqual(wanted);
    engine.destroy();
    dataset.destroy();
  });
});
