/** The code of docs/live-frames.md, as it stands there. */
import type { Engine, Plan } from "mixwell";
import { afterAll, expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { getDevice } from "./device.ts";
import { picture, textureOf } from "./frames/help.ts";

const textures: GPUTexture[] = [];
afterAll(() => {
  for (const texture of textures) texture.destroy();
});

async function frames(count: number): Promise<GPUTexture[]> {
  const device = await getDevice();
  const made = Array.from({ length: count }, (_, i) => textureOf(device, picture(40, 30, { seed: i + 1 })));
  textures.push(...made);
  return made;
}

test("two frames", async () => {
  const [video, canvas] = await frames(2);
  const made = await runBlock<{ engine: Engine; batch: { shape: number[]; labels?: GPUBuffer } }>(
    "docs/live-frames.md#live-frames",
    { device: await getDevice(), video, canvas },
  );
  expect(made.batch.shape).toEqual([2, 224, 224, 3]);
  expect(made.batch.labels).toBeDefined();
  made.engine.destroy();
});

test("clips", async () => {
  const made = await runBlock<{ engine: Engine; images: GPUBuffer; plan: Plan }>("docs/live-frames.md#clips", {
    device: await getDevice(),
    frames: await frames(32),
  });
  expect(made.images.size).toBe(4 * 32 * 112 * 112 * 3);
  expect(made.plan.sources).toHaveLength(32);
  expect(made.plan.sources.map(({ id }) => id).slice(7, 9)).toEqual([10, 11]);
  made.engine.destroy();
});
