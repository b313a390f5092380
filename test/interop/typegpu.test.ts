/** TypeGPU needs no adapter: it takes a device and buffers of ours, and its own unwrap to plain ones. */
import { createEngine, ops } from "mixwell";
import tgpu from "typegpu";
import { arrayOf, f32 } from "typegpu/data";
import { expect, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { readBack } from "../gpu/help.ts";

test("its buffers are the engine's input and output, the engine's output a buffer of its", async () => {
  const device = await getDevice();
  const root = tgpu.initFromDevice({ device });
  const pictures = arrayOf(f32, 2 * 2 * 2 * 3);
  const values = Array.from({ length: 24 }, (_, i) => i / 32);
  const from = root.createBuffer(pictures, values).$usage("storage");
  const to = root.createBuffer(pictures).$usage("storage");
  const engine = await createEngine(device, { policy: ops.invert() });
  const input = { images: root.unwrap(from), size: 2, height: 2, width: 2, channels: 3, format: "f32" } as const;

  engine.run(input, { step: 0, out: { images: root.unwrap(to) } });
  // Multiples of 1/32, so 1 − x is exact.
  const inverted = values.map((value) => 1 - value);
  expect(await to.read()).toEqual(inverted);

  const { images } = engine.run(input, { step: 0 });
  const ours = root.createBuffer(pictures, images).$usage("storage");
  expect(await ours.read()).toEqual(inverted);

  root.destroy();
  // It destroys its own buffers; the device and the batch stay.
  expect([...new Float32Array(await readBack(device, images))]).toEqual(inverted);
  engine.destroy();
});
