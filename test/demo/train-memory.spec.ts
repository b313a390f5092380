/**
 * Two thousand steps leave memory level, on the GPU and in the JS heap: an object of 1 KB a step would show. What the
 * engine leaves behind is counted in every run: gpu/steady-state and gpu/memory.
 */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { dropFiles } from "./page.ts";
import { atRest, choose, idxPair, inState, openTraining, start, stepsDone } from "./train-page.ts";

const STEPS = 2000;

/**
 * Room for what moves without growing. The smallest buffer of a step, labels of 32 × 4 floats, lost at every step would
 * be 0.15 MB; a batch or the first layer's weights far more. In the heap, a batch that is kept at every step, 32 × 64
 * floats, would be 2.4 MB: the charts keep 400 points at most, and the engines may compile something meanwhile.
 */
const GPU_ROOM = 2 ** 17;
const HEAP_ROOM = 1.5 * 2 ** 20;

test(`${STEPS} steps of the MLP leave GPU and JS memory level`, { tag: "@whole" }, async ({ page }) => {
  await page.addInitScript(() => {
    const counter = { bytes: 0 };
    Object.assign(globalThis, { gpuCounter: counter });
    const living = new WeakSet<GPUBuffer>();
    const { createBuffer } = GPUDevice.prototype;
    const { destroy } = GPUBuffer.prototype;
    GPUDevice.prototype.createBuffer = function (descriptor) {
      const buffer = createBuffer.call(this, descriptor);
      living.add(buffer);
      counter.bytes += buffer.size;
      return buffer;
    };
    GPUBuffer.prototype.destroy = function () {
      if (living.delete(this)) counter.bytes -= this.size;
      return destroy.call(this);
    };
  });
  await openTraining(page);
  // Small pictures, so that steps are quick: 3,200 of them, 100 steps an epoch.
  await dropFiles(page, idxPair("greys", 4000), "#results");
  await expect(page.locator("#dataset-note")).toContainText("3,200 to train on");
  await choose(page, { arms: ["mixup"], epochs: 40, batchSize: 32 });
  await start(page);

  // By then there was more than one look at the test pictures, and at the batch.
  const before = await memoryAfter(page, 300);
  const after = await memoryAfter(page, before.step + STEPS);
  expect(after.step - before.step).toBeGreaterThanOrEqual(STEPS);
  expect(after.gpu).toBeLessThan(before.gpu + GPU_ROOM);
  expect(after.heap).toBeLessThan(before.heap + HEAP_ROOM);
  await page.getByRole("button", { name: "Stop" }).click();
  await inState(page, "ended");
});

/** Pauses at a step, or soon after, and goes on once it has measured. */
async function memoryAfter(page: Page, step: number): Promise<{ step: number; gpu: number; heap: number }> {
  await expect.poll(() => stepsDone(page), { intervals: [250] }).toBeGreaterThanOrEqual(step);
  await page.getByRole("button", { name: "Pause" }).click();
  await inState(page, "paused");
  await atRest(page);
  const session = await page.context().newCDPSession(page);
  // The second collection takes what the first one's finalizers let go of.
  for (let i = 0; i < 2; i++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const gpu = await page.evaluate(() => (globalThis as unknown as { gpuCounter: { bytes: number } }).gpuCounter.bytes);
  const measured = { step: await stepsDone(page), gpu, heap };
  await page.getByRole("button", { name: "Resume" }).click();
  return measured;
}
