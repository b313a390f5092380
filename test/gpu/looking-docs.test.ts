/** The code of docs/looking.md, as it stands there. */
import { type Batch, createEngine, cutmix, Dataset, type Engine, explain, ops } from "mixwell";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { inBrowser } from "../files.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";

let device: GPUDevice;
let dataset: Dataset;
let engine: Engine;
let batch: Batch;

beforeAll(async () => {
  device = await getDevice();
  const classNames = ["cat", "dog"];
  const images = noise(4 * 8 * 8 * 3);
  dataset = await Dataset.fromArrays(device, { images, shape: [4, 8, 8, 3], labels: [0, 1, 0, 1], classNames });
  const policy = [ops.rotate({ degrees: [-30, 30] }), cutmix()];
  engine = await createEngine(device, { policy, output: { format: "u8" }, labels: { classes: 2 } });
  batch = engine.run({ dataset, indices: [0, 1, 2, 3] }, { epoch: 3 });
});
afterAll(() => {
  engine.destroy();
  dataset.destroy();
});

/** Where there are canvases. */
async function draws(): Promise<void> {
  const canvas = new OffscreenCanvas(400, 1);
  const { titles, words } = await runBlock<{ titles: string[]; words: string }>("docs/looking.md#looking-at-batches", {
    engine,
    dataset,
    canvas,
  });
  expect(titles).toHaveLength(4);
  expect(titles.join()).toMatch(/cat|dog/);
  expect(words).toMatch(/^sample 0: rotated by /);
  expect(canvas.height).toBeGreaterThan(90);
}
if (inBrowser) test("drawing a batch", draws);

test("a picture as ImageData", async () => {
  const { width, height, data } = await runBlock<ImageData>("docs/looking.md#toimagedatadevice-batch-row-options", {
    device,
    batch,
  });
  expect([width, height, data.length]).toEqual([8, 8, 256]);
});

test("what was drawn, with the classes' names", async () => {
  const { lines } = await runBlock<{ lines: string[] }>("docs/looking.md#explainbatch-row-options", { dataset, batch });
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(explain(batch, 0).replace(/sample (\d)/g, (_, id: string) => ["cat", "dog"][Number(id) % 2]!));
});
