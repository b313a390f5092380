/** Image ops as functions of a batch. */
import { createEngine, createOps, type OpFunctions } from "mixwell";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDevice } from "./device.ts";

let device: GPUDevice;
let ops: OpFunctions;

beforeAll(async () => {
  device = await getDevice();
  ops = createOps(device);
});
afterAll(() => ops.destroy());

/** Two pictures of 1 × 4 × 1. */
function pictures(bytes = [0, 100, 128, 255, 1, 2, 3, 4]) {
  const images = device.createBuffer({ size: 8, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(images, 0, Uint8Array.from(bytes));
  return { images, size: 2, height: 1, width: 4, channels: 1 };
}

async function bytesOf(batch: Parameters<Awaited<ReturnType<typeof createEngine>>["read"]>[0]) {
  const engine = await createEngine(device, { policy: [], warm: false });
  const { images } = await engine.read(batch);
  engine.destroy();
  return [...images];
}

test("one op, arguments given, every picture alike", async () => {
  const batch = ops.solarize(pictures(), { threshold: 128 });
  expect(batch.format).toBe("u8");
  expect(await bytesOf(batch)).toEqual([0, 100, 127, 0, 1, 2, 3, 4]);
});

test("a result is the next op's batch", async () => {
  const batch = ops.flipX(ops.invert(pictures()));
  expect(await bytesOf(batch)).toEqual([0, 127, 155, 255, 251, 252, 253, 254]);
});

test("several in a row are one call", async () => {
  expect(await bytesOf(ops.apply(pictures(), [{ op: "invert" }, { op: "flipX" }]))).toEqual([
    0, 127, 155, 255, 251, 252, 253, 254,
  ]);
});

test("an op may change the size", async () => {
  const batch = ops.crop(pictures(), { top: 0, left: 1, height: 1, width: 2 });
  expect(batch.shape).toEqual([2, 1, 2, 1]);
  expect(await bytesOf(batch)).toEqual([100, 128, 2, 3]);
});

test("arguments that cannot work are refused by name", () => {
  expect(() => ops.solarize(pictures(), { treshold: 1 } as never)).toThrow("(did you mean threshold?)");
  expect(() => ops.posterize(pictures(), { bits: 9 })).toThrow(/posterize\.bits: expected .*, found 9/);
  expect(() => ops.apply(pictures(), [{ op: "blur" } as never])).toThrow(/op: expected the name of an image op/);
  expect(() => ops.invert(undefined as never)).toThrow(
    "batch: expected { images, size, height, width, channels, … }, found undefined",
  );
});

test("grey can be a picture of one channel", async () => {
  const images = device.createBuffer({ size: 12, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(images, 0, Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]));
  const batch = ops.apply({ images, size: 1, height: 1, width: 4, channels: 3 }, [
    { op: "grayscale", channels: "one" },
    { op: "invert" },
  ]);
  expect(batch.shape).toEqual([1, 1, 4, 1]);
  // 255 minus Pillow's 76, 150, 29 and 255.
  expect(await bytesOf(batch)).toEqual([179, 105, 226, 0]);
});
