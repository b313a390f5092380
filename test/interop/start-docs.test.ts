/** The code of docs/start.md runs as it stands there. */
import type { Batch, Dataset, Engine } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { getDevice } from "../gpu/device.ts";

/** What a browser gives for a folder that was chosen: three pictures of a class each. */
async function chosen(): Promise<File[]> {
  const classes = ["cat", "coffee", "rocket"];
  return Promise.all(
    Array.from({ length: 9 }, async (_, i) => {
      const path = `pictures/${classes[i % 3]}/${i}.png`;
      const file = new File([await pngOf(i)], `${i}.png`, { type: "image/png" });
      return Object.defineProperty(file, "webkitRelativePath", { value: path });
    }),
  );
}

async function pngOf(seed: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(40, 30);
  const context = canvas.getContext("2d")!;
  context.fillStyle = `hsl(${seed * 40} 80% 50%)`;
  context.fillRect(0, 0, 40, 30);
  return canvas.convertToBlob({ type: "image/png" });
}

test("a device, a folder, a batch on a canvas, and an epoch", async () => {
  const { device: own } = await runBlock<{ device: GPUDevice }>("docs/start.md#a-device");
  own.destroy();
  const device = await getDevice();
  const canvas = document.createElement("canvas");
  document.body.append(canvas);
  const { batch, dataset, engine } = await runBlock<{ batch: Batch; dataset: Dataset; engine: Engine }>(
    "docs/start.md#a-batch",
    { device, chosen: await chosen(), canvas },
  );
  expect([batch.shape, batch.classes, dataset.classNames]).toEqual([[8, 96, 96, 3], 3, ["cat", "coffee", "rocket"]]);
  expect(canvas.getAttribute("aria-label")).toMatch(/cat|coffee|rocket/);
  const trained: GPUBuffer[] = [];
  await runBlock("docs/start.md#an-epoch", { engine, dataset, train: (images: GPUBuffer) => trained.push(images) });
  expect(trained.length).toBe(2);
  canvas.remove();
  engine.destroy();
  dataset.destroy();
});
