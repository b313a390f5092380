/** What a stream asks of its store, and when: ahead, within limits, each picture once; and how its reads end. */
import {
  type Batch,
  createEngine,
  cutmix,
  DeviceLostError,
  type EngineOptions,
  type EpochOptions,
  epochOrder,
  MixwellError,
  mixup,
  type PictureStore,
  Stream,
} from "mixwell";
import { describe, expect, test, vi } from "vitest";
import { newDevice } from "./device.ts";
import { upload, watch } from "./help.ts";
import { allOf, batchesOf, COUNT, SHAPE, SIZE, setUp } from "./streamed.ts";

const inBatch: EngineOptions = {
  seed: 5,
  policy: cutmix({ pairing: "derangement" }),
  output: { format: "u8" },
  labels: { classes: 6 },
};
const overDataset: EngineOptions = { ...inBatch, policy: mixup({ alpha: 1 }) };

const walkOf = (epoch: AsyncIterable<Batch>) => epoch[Symbol.asyncIterator]();
/** Lets everything that is ready happen: what should not happen had the time to. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
/** Waits until a list is so long, however slow the machine is; a list that never is fails the test. */
const reaches = (list: readonly unknown[], length: number) =>
  vi.waitFor(() => expect(list.length).toBeGreaterThanOrEqual(length), { timeout: 120_000, interval: 2 });

describe("reading ahead", () => {
  test("goes so many pictures far, or so many bytes, and goes on when they are used", async () => {
    for (const ahead of [{ pictures: 20 }, { bytes: 20 * SIZE + 7 }]) {
      const { engine, stream, store, done } = await setUp(inBatch, {}, { ahead });
      const walk = walkOf(engine.epoch(stream, { batchSize: 6, lookAhead: 0 }));
      expect(store.reads).toHaveLength(0);
      // Three batches of six are at most 20, and the one that is handed out was used.
      for (const count of [4, 5, 6, 7, 8, 9, 10, 10, 10, 10]) {
        await walk.next();
        await reaches(store.reads, count);
        await settle();
        expect(store.reads).toHaveLength(count);
      }
      expect((await walk.next()).done).toBe(true);
      expect(store.reads.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, id) => id));
      done();
    }
  });

  test("reads the batch that is asked for, however small the limit", async () => {
    const { engine, stream, store, dataset, done } = await setUp(overDataset, {}, { ahead: { pictures: 1 } });
    const wanted = await batchesOf(engine, dataset, { batchSize: 8 });
    const walk = walkOf(engine.epoch(stream, { batchSize: 8 }));
    await walk.next();
    await settle();
    expect(store.reads).toHaveLength(1);
    await walk.return!();
    expect(await batchesOf(engine, stream, { batchSize: 8 })).toEqual(wanted);
    done();
  });

  test("asks for a partner once as long as it is near, and for no picture twice where all have room", async () => {
    const { engine, stream, store, done } = await setUp(overDataset);
    await batchesOf(engine, stream, { batchSize: 8 });
    expect(store.reads.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, id) => id));
    done();
    const small = await setUp(overDataset, {}, { ahead: { pictures: 24 } });
    await batchesOf(small.engine, small.stream, { batchSize: 4 });
    const asked = small.store.reads.flat();
    // Everybody is read as a row, and again as a partner unless that was near.
    expect(asked.length).toBeGreaterThan(COUNT);
    expect(asked.length).toBeLessThan(2 * COUNT);
    expect(new Set(asked).size).toBe(COUNT);
    small.done();
  });

  test("makes buffers at the beginning alone, and one write of pictures a batch", async () => {
    const { engine, device, stream, done } = await setUp(inBatch);
    const walk = walkOf(engine.epoch(stream, { batchSize: 5, lookAhead: 0 }));
    await walk.next();
    await walk.next();
    const seen = watch(device);
    for (let number = 2; number < 12; number++) await walk.next();
    expect(seen.buffers).toHaveLength(0);
    expect(seen.calls.submit).toBe(10);
    // Pictures, labels, rows and label rows.
    expect(seen.calls.writeBuffer).toBe(40);
    seen.stop();
    await walk.return!();
    done();
  });
});

describe("a picture that cannot be read", () => {
  /** A store in which some pictures cannot be read, whoever they are read with. */
  const broken = (bad: number[]): Partial<PictureStore> => ({
    read(ids) {
      const first = ids.find((id) => bad.includes(id));
      if (first !== undefined) throw new Error(`disk error at ${first}`);
      return { images: new Uint8Array(ids.length * SIZE) };
    },
  });

  test("ends the epoch at its batch, and is named", async () => {
    for (const lookAhead of [0, 4]) {
      const { engine, stream, done } = await setUp(inBatch, broken([23]));
      const walk = walkOf(engine.epoch(stream, { batchSize: 10, shuffle: false, lookAhead }));
      for (const number of [0, 1]) expect((await walk.next()).value?.ids[0]).toBe(10 * number);
      await expect(walk.next()).rejects.toThrow(
        "sample 23 (picture 23): expected a picture that can be read, found disk error at 23",
      );
      expect(await walk.next()).toEqual({ done: true, value: undefined });
      done();
    }
  });

  test("can be skipped: the others are as in a view without it, partners from the dataset too", async () => {
    const bad = [0, 7, 8, 30, 59];
    const good = await setUp(overDataset);
    const rest = good.dataset.subset(({ id }) => !bad.includes(id));
    const rowsOf = async (batches: Awaited<ReturnType<typeof batchesOf>>) => {
      const rows = new Map<number, string>();
      for (const { ids, images, labels } of batches) {
        const [pixels, shares] = [images.split(","), labels!.split(",")];
        ids.forEach((id, i) => {
          rows.set(id, `${pixels.slice(i * SIZE, (i + 1) * SIZE)}|${shares.slice(6 * i, 6 * i + 6)}`);
        });
      }
      return rows;
    };
    const wanted = await rowsOf(await batchesOf(good.engine, rest, { batchSize: 8 }));
    expect(wanted.size).toBe(COUNT - bad.length);
    const { store } = good;
    for (const batchSize of [1, 8, 100]) {
      const stream = Stream.from(
        {
          ...store,
          async read(ids, context) {
            const { images } = (await store.read(ids, context)) as { images: Uint8Array };
            return {
              images: ids.map((id, i) =>
                bad.includes(id) ? new Error("gone") : images.subarray(i * SIZE, (i + 1) * SIZE),
              ),
            };
          },
        },
        { onError: "skip" },
      );
      expect(await rowsOf(await batchesOf(good.engine, stream, { batchSize })), `${batchSize}`).toEqual(wanted);
      expect(stream.skipped.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(bad);
      expect(stream.skipped[0]).toMatchObject({ reason: "expected a picture that can be read, found gone" });
      expect(stream.subset([7, 1]).skipped.map(({ index, name }) => [index, name])).toEqual([[7, "picture 7"]]);
    }
    good.done();
  });

  test("of which there is nothing else, ends the epoch all the same", async () => {
    const all = Array.from({ length: COUNT }, (_, id) => id);
    const { engine, stream, done } = await setUp(inBatch, broken(all), { onError: "skip" });
    for (let again = 0; again < 2; again++)
      await expect(batchesOf(engine, stream, { batchSize: 50, shuffle: false })).rejects.toThrow(
        "stream: expected at least one picture that can be read, found none of 60; picture 0: expected a picture that can be read, found disk error at 0",
      );
    done();
  });
});

describe("the end of a walk", () => {
  test("ends its reads: the loop is left, at once, by whatever way", async () => {
    const { engine, stream, store, done } = await setUp(inBatch, {}, { ahead: { pictures: 12 } });
    for await (const _ of engine.epoch(stream, { batchSize: 4 })) break;
    expect(store.signals.at(-1)!.aborted).toBe(true);
    await expect(
      (async () => {
        for await (const _ of engine.epoch(stream, { batchSize: 4 })) throw new Error("enough");
      })(),
    ).rejects.toThrow("enough");
    expect(store.signals.at(-1)!.aborted).toBe(true);
    // While it waits for a read that never ends.
    const stuck = Stream.from({ ...store, read: () => new Promise<never>(() => {}) });
    const walk = walkOf(engine.epoch(stuck, { batchSize: 4 }));
    const waiting = [walk.next(), walk.next()];
    await settle();
    expect(await walk.return!()).toEqual({ done: true, value: undefined });
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ]);
    done();
  });

  test("comes with the end of the engine, and with the loss of the device", async () => {
    const { store, done } = await setUp(inBatch);
    const signals: AbortSignal[] = [];
    const stuck = Stream.from({
      ...store,
      read(_, { signal }) {
        signals.push(signal);
        return new Promise<never>(() => {});
      },
    });
    const device = await newDevice();
    const first = await createEngine(device, inBatch);
    const waiting = [walkOf(first.epoch(stuck, { batchSize: 4 })).next(), stuck.batch(first, [1, 2])];
    await reaches(signals, 2);
    first.destroy();
    for (const one of waiting) await expect(one).rejects.toThrow("this engine was destroyed");
    const second = await createEngine(device, inBatch);
    const already = signals.length;
    const lost = [walkOf(second.epoch(stuck, { batchSize: 4 })).next(), stuck.batch(second, [1, 2])];
    await reaches(signals, already + 2);
    device.destroy();
    for (const one of lost) await expect(one).rejects.toThrow(DeviceLostError);
    expect(signals.length).toBeGreaterThan(3);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    done();
  });

  test("leaves nothing on the GPU but the outputs, which the next walk has", async () => {
    const { engine, device, stream, done } = await setUp(overDataset);
    await batchesOf(engine, stream, { batchSize: 8 });
    const seen = watch(device);
    const destroyed: GPUBuffer[] = [];
    const walk = walkOf(engine.epoch(stream, { batchSize: 8 }));
    await walk.next();
    const pages = seen.buffers.filter(({ label }) => label.startsWith("mixwell stream"));
    expect(seen.buffers).toEqual(pages);
    for (const page of pages) {
      const destroy = page.destroy.bind(page);
      page.destroy = () => {
        destroyed.push(page);
        destroy();
      };
    }
    await walk.return!();
    expect(destroyed).toEqual(pages);
    seen.stop();
    done();
  });
});

test("more walks than an engine holds at once come to the same batches", async () => {
  const { engine, stream, dataset, done } = await setUp(overDataset);
  const options = { batchSize: 16 };
  const wanted = await batchesOf(engine, dataset, options);
  const walks = Array.from({ length: 11 }, () => walkOf(engine.epoch(stream, options)));
  const found = walks.map((): unknown[] => []);
  for (let number = 0; number < wanted.length; number++) {
    const batches = await Promise.all(walks.map((walk) => walk.next()));
    // Of the walks that were paused meanwhile the batches are no longer there: they are compared by what they say.
    batches.forEach(({ value }, i) => {
      found[i]!.push(value!.plan);
    });
  }
  for (const plans of found) expect(plans).toEqual(wanted.map(({ plan }) => plan));
  // One after the other, each batch is read before another walk is asked.
  const again = Array.from({ length: 10 }, () => walkOf(engine.epoch(stream, options)));
  for (const { images } of wanted)
    for (const walk of again) expect((await allOf(engine, (await walk.next()).value!)).images).toBe(images);
  done();
});

describe("zipped with a second pass", () => {
  const external: EngineOptions = { ...inBatch, policy: [mixup({ alpha: 1, pairing: "external" })] };

  test("a stream gives what `run` gives for the two batches, read by hand", async () => {
    const { engine, device, stream, images, labels, done } = await setUp(external);
    const partners = stream.subset(({ id }) => id % 3 === 0);
    const given = { epoch: 2, batchSize: 8, last: "wrap" } as const;
    const orders: Partial<EpochOptions>[] = [{}, { shard: { rank: 1, world: 3 } }, { start: 2 }, { shuffle: false }];
    for (const order of orders) {
      const { start = 0, ...rest } = order;
      const own = epochOrder({ seed: 5, count: COUNT, ...given, ...rest });
      const theirs = epochOrder({ seed: 5, count: 20, ...given, ...rest, sampler: { samples: COUNT }, pass: 1 });
      expect(own.length).toBe(theirs.length);
      const wanted: { ids: number[]; images: string; labels: string | undefined }[] = [];
      for (let number = start; number < own.length; number++) {
        const ids = own.batch(number);
        const second = theirs.batch(number).map((place) => partners.ids[place]!);
        const put = (list: number[]) => ({
          images: upload(
            device,
            Uint8Array.from(list.flatMap((id) => [...images.subarray(id * SIZE, (id + 1) * SIZE)])),
          ),
          size: list.length,
          labels: Uint32Array.from(list, (id) => labels[id]!),
        });
        const input = { ...put(ids), ...SHAPE, external: put(second) };
        const step = 2 * own.steps + number;
        const batch = engine.run(input, { ids, epoch: 2, step, occurrences: own.occurrences(number) });
        const { images: pixels, labels: shares } = await allOf(engine, batch);
        wanted.push({ ids, images: pixels, labels: shares });
      }
      const found = await batchesOf(engine, stream.zip(partners), { ...given, ...order });
      expect(found.map(({ ids, images, labels }) => ({ ids, images, labels }))).toEqual(wanted);
    }
    done();
  });

  test("the second order is another one, even over the same samples, and all come as partners equally often", async () => {
    const { stream, done } = await setUp(external);
    const order = (pass: number, samples?: number) => {
      const { at } = epochOrder({
        seed: 5,
        epoch: 0,
        count: COUNT,
        batchSize: 8,
        pass,
        ...(samples && { sampler: { samples } }),
      });
      return Array.from({ length: samples ?? COUNT }, (_, i) => at(i));
    };
    expect(order(1)).not.toEqual(order(0));
    expect(order(1).toSorted((a, b) => a - b)).toEqual(order(0).toSorted((a, b) => a - b));
    expect(order(1, 2 * COUNT).slice(COUNT)).not.toEqual(order(1));
    expect(stream.zip(stream).count).toBe(COUNT);
    done();
  });

  test("a row is skipped with its partner, and the others stay in their places", async () => {
    const { engine, stream, store, done } = await setUp(external);
    const bad = Stream.from(
      { ...store, read: (ids) => ({ images: ids.map((id) => (id === 3 ? new Error("gone") : new Uint8Array(SIZE))) }) },
      { onError: "skip" },
    );
    const options = { batchSize: 10 };
    const whole = await batchesOf(engine, stream.zip(stream), options);
    const order = epochOrder({ seed: 5, epoch: 0, count: COUNT, batchSize: 10, sampler: { samples: COUNT }, pass: 1 });
    const own = epochOrder({ seed: 5, epoch: 0, count: COUNT, batchSize: 10 });
    const out = [3, own.at(Array.from({ length: COUNT }, (_, i) => i).find((i) => order.at(i) === 3)!)];
    const found = await batchesOf(engine, bad.zip(bad), options);
    expect(found.map(({ ids }) => ids)).toEqual(whole.map(({ ids }) => ids.filter((id) => !out.includes(id))));
    expect(bad.zip(bad).skipped.map(({ index }) => index)).toEqual([3]);
    done();
  });
});

describe("one batch", () => {
  test("is what `run` makes of a dataset, partners read along, plans given or drawn", async () => {
    const { engine, dataset, stream, store, done } = await setUp(overDataset);
    const indices = [50, 3, 3, 17];
    const wanted = engine.run({ dataset, indices }, { epoch: 4 });
    expect(await allOf(engine, await stream.batch(engine, indices, { epoch: 4 }))).toEqual(await allOf(engine, wanted));
    const asked = new Set([...indices, ...wanted.plan.sources.map(({ index }) => index)]);
    expect(store.reads).toEqual([[...asked]]);
    // The same pictures drawn anew are not read again.
    await stream.batch(engine, [17, 50], { epoch: 4 });
    expect(store.reads).toHaveLength(1);
    const replayed = await stream.batch(engine, indices, { plan: wanted.plan });
    expect(await allOf(engine, replayed)).toEqual(await allOf(engine, wanted));
    const [view, shown] = [dataset.subset([9, 5, 1]), stream.subset([9, 5, 1])];
    expect(await allOf(engine, await shown.batch(engine, [2, 0]))).toEqual(
      await allOf(engine, engine.run({ dataset: view, indices: [2, 0] })),
    );
    done();
  });

  test("can be given up", async () => {
    const { engine, store, done } = await setUp(overDataset);
    const signals: AbortSignal[] = [];
    const stuck = Stream.from({
      ...store,
      read(_, { signal }) {
        signals.push(signal);
        return new Promise<never>(() => {});
      },
    });
    const giving = new AbortController();
    const reason = new MixwellError("enough");
    const waiting = stuck.batch(engine, [1], {}, { signal: giving.signal });
    await reaches(signals, 1);
    giving.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await expect(stuck.batch(engine, [1], {}, { signal: giving.signal })).rejects.toBe(reason);
    expect(signals).toHaveLength(1);
    done();
  });
});
