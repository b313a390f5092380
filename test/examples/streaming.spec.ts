import type * as Mixwell from "mixwell";
import type * as Patches from "../../examples/streaming/patch-store.ts";
import { mixwellUrl } from "../demo/page.ts";
import { expect, runExample, test } from "./fixtures.ts";

test("streaming: a hundred batches of a dataset of 3.2 GB, with labels that add up", {
  tag: "@whole",
}, async ({ page }) => {
  const lines = await runExample(page, "streaming");
  expect(lines[0]).toBe("260743 pictures, 3204.0 MB; a batch and its partners on the GPU are 1.6 MB");
  expect(lines.at(-1)).toBe("100 batches of 64");
  const titles = lines.slice(1, -1).map((line) => line.replace(/^batch \d+: /, ""));
  expect(titles).toHaveLength(5);
  for (const title of titles) {
    // A share that would be 0.00 is not said.
    expect(title).toMatch(/^[a-z]+( 0\.\d\d(, [a-z]+ 0\.\d\d)?)?$/);
    const shares = [...title.matchAll(/0\.\d\d/g)].map(Number);
    // Printed with two digits each; a name alone is all of it.
    if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 1);
  }
  await expect(page.locator("canvas")).toHaveAttribute("aria-label", /^8 pictures: [a-z]/);
});

test("streaming: the same batches, to the byte, as from a dataset that lies on the GPU", { tag: "@whole" }, async ({
  page,
}) => {
  await page.goto("/");
  const { streamed, resident } = await page.evaluate(async (mixwellUrl) => {
    const { createEngine, cutmix, Dataset, mixup, oneOf, Stream } = (await import(mixwellUrl)) as typeof Mixwell;
    const { patchStore } = (await import("/streaming/patch-store.ts" as string)) as typeof Patches;
    const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const policy = oneOf([mixup({ alpha: 1 }), cutmix()]);
    const engine = await createEngine(device, { seed: 5, policy, output: { format: "u8" }, labels: { classes: 7 } });
    const store = await patchStore(70);
    const all = Array.from({ length: 70 }, (_, id) => id);
    const { images } = await store.read(all, { signal: new AbortController().signal });
    const dataset = await Dataset.fromArrays(device, {
      images: images as Uint8Array,
      shape: [70, 64, 64, 3],
      labels: store.labels,
    });
    const textOf = async (batch: Mixwell.Batch) => {
      const { images, labels } = await engine.read(batch);
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", images as Uint8Array<ArrayBuffer>));
      return `${batch.shape} ${hash} ${labels}`;
    };
    const options = { epoch: 2, batchSize: 16 };
    const [streamed, resident]: string[][] = [[], []];
    for await (const batch of engine.epoch(Stream.from(store), options)) streamed!.push(await textOf(batch));
    for (const batch of engine.epoch(dataset, options)) resident!.push(await textOf(batch));
    engine.destroy();
    return { streamed, resident };
  }, mixwellUrl);
  expect(resident).toHaveLength(5);
  expect(new Set(resident).size).toBe(5);
  expect(streamed).toEqual(resident);
});
