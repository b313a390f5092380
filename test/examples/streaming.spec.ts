import type * as Mixwell from "mixwell";
import type { Page } from "playwright/test";
import type * as Patches from "../../examples/streaming/patch-store.ts";
import type * as Streams from "../../examples/streaming/stream.ts";
import { mixwellUrl } from "../demo/page.ts";
import { expect, runExample, sharesIn, test } from "./fixtures.ts";

test("streaming: a hundred batches of a dataset of 3.2 GB, with labels that add up", async ({ page }) => {
  const lines = await runExample(page, "streaming");
  expect(lines[0]).toBe("260743 pictures, 3204.0 MB; a batch and its partners on the GPU are 1.6 MB");
  expect(lines.at(-1)).toBe("100 batches of 64");
  const rows = lines.slice(1, -1).map(sharesIn);
  expect(rows).toHaveLength(5);
  // Printed with four digits each.
  for (const row of rows) expect(Object.values(row).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
});

test("streaming: the same batches, to the byte, as from a dataset that lies on the GPU", async ({ page }) => {
  await page.goto("/");
  const { streamed, resident } = await bothWays(page, { lookAhead: 3 });
  expect(resident).toHaveLength(5);
  expect(new Set(resident).size).toBe(5);
  expect(streamed).toEqual(resident);
});

test("streaming: with partners from a second pass, every row is mixed with the picture that pass has in its place", async ({
  page,
}) => {
  await page.goto("/");
  const rows = await page.evaluate(async (mixwellUrl) => {
    const { createEngine, epochOrder, mixup } = (await import(mixwellUrl)) as typeof Mixwell;
    const { stream } = (await import("/streaming/stream.ts" as string)) as typeof Streams;
    const { patchStore } = (await import("/streaming/patch-store.ts" as string)) as typeof Patches;
    const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const engine = await createEngine(device, {
      seed: 5,
      policy: mixup({ alpha: 1, pairing: "external" }),
      labels: { classes: 7, dense: false, sparse: true },
    });
    const [store, partners] = [await patchStore(70), await patchStore(20)];
    const order = epochOrder({ seed: 6, epoch: 1, count: 20, batchSize: 16, last: "wrap" });
    const found: [number, number][] = [];
    let index = 0;
    for await (const batch of stream(engine, store, { epoch: 1, batchSize: 16, partners })) {
      const { classes } = await engine.read(batch);
      const wanted = order.batch(index++ % order.length);
      for (let row = 0; row < batch.size; row++) found.push([classes![2 * row + 1]!, wanted[row]! % 7]);
    }
    engine.destroy();
    return found;
  }, mixwellUrl);
  expect(rows).toHaveLength(70);
  expect(rows.map(([partner]) => partner)).toEqual(rows.map(([, wanted]) => wanted));
  // Not by chance: all classes come as partners.
  expect(new Set(rows.map(([partner]) => partner)).size).toBe(7);
});

test("streaming: batches of any number of bytes, and partners of one size", async ({ page }) => {
  await page.goto("/");
  const { bytes, refusal } = await page.evaluate(async (mixwellUrl) => {
    const { createEngine } = (await import(mixwellUrl)) as typeof Mixwell;
    const { stream } = (await import("/streaming/stream.ts" as string)) as typeof Streams;
    const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const engine = await createEngine(device, { policy: [], output: { format: "u8" } });
    // Batches of 54 bytes, and a last one of 27. Each byte is its picture's number.
    const store = (side: number) => ({
      ...{ count: 5, height: side, width: side, channels: 3 },
      read: async (ids: number[]) => ({
        images: Uint8Array.from(ids.flatMap((id) => new Array<number>(side * side * 3).fill(id))),
        labels: Uint32Array.from(ids),
      }),
    });
    const bytes: number[] = [];
    for await (const batch of stream(engine, store(3), { batchSize: 2 }))
      bytes.push(...(await engine.read(batch)).images);
    const refusal = await stream(engine, store(3), { batchSize: 2, partners: store(4) })
      .next()
      .catch((error) => String(error));
    engine.destroy();
    return { bytes, refusal };
  }, mixwellUrl);
  expect(bytes.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4].flatMap((id) => new Array(27).fill(id)));
  expect(refusal).toBe("Error: the partners' pictures have another size");
});

test("streaming: reads so many batches ahead, and no further", async ({ page }) => {
  await page.goto("/");
  expect((await bothWays(page, { lookAhead: 2 })).readsBeforeEachBatch).toEqual([3, 4, 5, 5, 5]);
  expect((await bothWays(page, { lookAhead: 0 })).readsBeforeEachBatch).toEqual([1, 2, 3, 4, 5]);
});

/** 70 patches in batches of 16, streamed and from the GPU: pictures and labels of each batch as text. */
function bothWays(page: Page, options: { lookAhead: number }) {
  return page.evaluate(
    async ({ mixwellUrl, lookAhead }) => {
      const { createEngine, cutmix, Dataset, mixup, oneOf } = (await import(mixwellUrl)) as typeof Mixwell;
      const { stream } = (await import("/streaming/stream.ts" as string)) as typeof Streams;
      const { patchStore } = (await import("/streaming/patch-store.ts" as string)) as typeof Patches;
      const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
      const policy = oneOf([mixup({ alpha: 1 }), cutmix()], { pairing: "derangement" });
      const engine = await createEngine(device, { seed: 5, policy, output: { format: "u8" }, labels: { classes: 7 } });
      const textOf = async (batch: Mixwell.Batch) => {
        const { images, labels } = await engine.read(batch);
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", images as Uint8Array<ArrayBuffer>));
        return `${batch.shape} ${hash} ${labels}`;
      };

      const store = await patchStore(70);
      let reads = 0;
      const counted = {
        ...store,
        read: (ids: number[]) => {
          reads++;
          return store.read(ids);
        },
      };
      const streamed: string[] = [];
      const readsBeforeEachBatch: number[] = [];
      for await (const batch of stream(engine, counted, { epoch: 2, batchSize: 16, lookAhead })) {
        readsBeforeEachBatch.push(reads);
        streamed.push(await textOf(batch));
      }

      const { images, labels } = await store.read(Array.from({ length: 70 }, (_, id) => id));
      const dataset = await Dataset.fromArrays(device, { images, shape: [70, 64, 64, 3], labels });
      const resident: string[] = [];
      for (const batch of engine.epoch(dataset, { epoch: 2, batchSize: 16 })) resident.push(await textOf(batch));
      engine.destroy();
      return { streamed, resident, readsBeforeEachBatch };
    },
    { mixwellUrl, ...options },
  );
}
