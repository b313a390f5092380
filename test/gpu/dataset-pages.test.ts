/** A dataset larger than one binding lies in up to four pages, and nobody can tell from the batches. */
import { createEngine, cutmix, Dataset, mixup } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { rowsById, watch } from "./help.ts";

describe("a dataset in pages gives the bytes of a dataset in one", () => {
  test.each([
    { name: "quads", shape: [23, 4, 5, 3], perPage: 7, pages: 4 },
    { name: "odd bytes, pages that end inside a word", shape: [23, 3, 5, 1], perPage: 7, pages: 4 },
    { name: "pages that are full to the last byte", shape: [21, 3, 3, 1], perPage: 7, pages: 3 },
    { name: "one picture a page", shape: [4, 3, 5, 3], perPage: 1, pages: 4 },
    { name: "page sizes that are no whole picture", shape: [9, 3, 5, 1], perPage: 4.9, pages: 3 },
  ])("$name", async ({ shape, perPage, pages }) => {
    const device = await getDevice();
    const count = shape[0]!;
    const picture = shape[1]! * shape[2]! * shape[3]!;
    const images = noise(count * picture);
    const labels = Uint32Array.from({ length: count }, (_, i) => i % 4);
    const load = async (pageBytes?: number) => {
      const seen = watch(device);
      const dataset = await Dataset.fromArrays(device, { images, shape, labels, classes: 4 }, { pageBytes });
      seen.stop();
      return { dataset, made: seen.buffers.filter(({ label }) => label.includes("page")).length };
    };
    const whole = await load();
    const paged = await load(Math.floor(perPage * picture));
    expect([whole.made, paged.made]).toEqual([1, pages]);
    for (const output of [{ format: "u8" }, { format: "f32", layout: "nchw" }] as const) {
      const engine = await createEngine(device, {
        seed: 5,
        policy: [cutmix(), mixup({ alpha: 1 })],
        output,
        labels: { classes: 4 },
      });
      const read = async (dataset: Dataset) => {
        const rows = new Map<number, string>();
        for (const batch of engine.epoch(dataset, { batchSize: 6, lookAhead: 0 })) {
          for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) rows.set(id, row);
        }
        return rows;
      };
      const wanted = await read(whole.dataset);
      expect(wanted.size).toBe(count);
      expect(await read(paged.dataset)).toEqual(wanted);
      engine.destroy();
    }
    whole.dataset.destroy();
    paged.dataset.destroy();
  });

  test("what does not fit four pages is refused, and so is a page size that is none", async () => {
    const device = await getDevice();
    const arrays = { images: noise(9 * 15), shape: [9, 3, 5, 1] };
    const seen = watch(device);
    await expect(Dataset.fromArrays(device, arrays, { pageBytes: 44 })).rejects.toThrow(
      "dataset: expected at most 8 pictures of 3 × 5 × 1, in 4 pages of 44 bytes (for all 9 give a larger pageBytes, or use a Stream, which need not fit), found 9 pictures",
    );
    await expect(Dataset.fromArrays(device, arrays, { pageBytes: 14 })).rejects.toThrow(
      "dataset: expected at most 0 pictures of 3 × 5 × 1",
    );
    await expect(Dataset.fromArrays(device, arrays, { pageBytes: 0 })).rejects.toThrow(
      "pageBytes: expected a positive integer, found 0",
    );
    expect(seen.calls).toEqual({});
    seen.stop();
  });
});
