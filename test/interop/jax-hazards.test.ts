/**
 * What goes wrong, without an error, when buffers are given to jax-js by hand, and that it cannot happen through the
 * feed. Each hazard is first shown to be real: a test that could not fail would prove nothing.
 */
import { type Array as JaxArray, jit, numpy as np } from "@jax-js/jax";
import { type BatchInput, createEngine, InputError } from "mixwell";
import { bufferOf, createFeed } from "mixwell/jax";
import { beforeEach, describe, expect, test } from "vitest";
import { readBack, upload } from "../gpu/help.ts";
import { jaxOnDevice } from "./jax-help.ts";

let device: GPUDevice;
beforeEach(async () => {
  device = await jaxOnDevice();
});

const SIDE = 16;
const VALUES = 2 * SIDE * SIDE;
/** These draws do not matter: the policy has none. */
const STEP = { step: 0 };

/** Two pictures whose every value is this one; 256 values each, more than jax keeps inline. */
const flat = (value: number): BatchInput => ({
  images: upload(device, new Float32Array(VALUES).fill(value)),
  size: 2,
  height: SIDE,
  width: SIDE,
  channels: 1,
  format: "f32",
});

/** An engine that only converts, so that what comes out is what went in. */
const plainFeed = async () => {
  const engine = await createEngine(device, { policy: [] });
  return { engine, feed: createFeed(engine) };
};

const first = async (array: JaxArray) => (await array.data())[0];

describe("overwrite before await", () => {
  test("by hand: a lazy operation reads what was written after it was called", async () => {
    const x = np.zeros([VALUES]);
    const buffer = x.ref.gpuBufferSync();
    device.queue.writeBuffer(buffer, 0, new Float32Array(VALUES).fill(1));
    const y = x.ref.mul(2);
    device.queue.writeBuffer(buffer, 0, new Float32Array(VALUES).fill(100));
    expect(await first(y)).toBe(200);
    x.dispose();
  });

  test.each(["plain", "jit"])(
    "through the feed: every operation reads its own batch, however late it runs (%s)",
    async (kind) => {
      const { engine, feed } = await plainFeed();
      const twice = kind === "jit" ? jit((x: JaxArray) => x.mul(2).sum()) : (x: JaxArray) => x.mul(2).sum();
      // None of them is awaited before all ten batches are made.
      const sums = Array.from({ length: 10 }, (_, i) => twice(feed.run(flat(i + 1), STEP).images));
      const found: number[] = [];
      for (const sum of sums.reverse()) found.push((await sum.data())[0] as number);
      expect(found.reverse()).toEqual(Array.from({ length: 10 }, (_, i) => 2 * (i + 1) * VALUES));
      engine.destroy();
    },
  );

  test("through the feed: an operation on a batch that was let go keeps the batch's values", async () => {
    const { engine, feed } = await plainFeed();
    const { images } = feed.run(flat(3), STEP);
    const y = images.ref.mul(2);
    images.dispose();
    for (let i = 0; i < 5; i++) feed.run(flat(50), STEP).images.dispose();
    expect(await first(y)).toBe(6);
    engine.destroy();
  });
});

describe("a buffer that goes back to jax's pool", () => {
  test("by hand: without `.ref` the next array of that size gets the very same buffer", () => {
    const lost = np.zeros([VALUES]).gpuBufferSync();
    const next = np.zeros([VALUES]);
    expect(next.ref.gpuBufferSync()).toBe(lost);
    next.dispose();
  });

  test("through the feed: arrays that live have buffers of their own", async () => {
    const { engine, feed } = await plainFeed();
    const batches = Array.from({ length: 6 }, (_, i) => feed.run(flat(i), STEP));
    const buffers = batches.map(({ images }) => bufferOf(images).buffer);
    expect(new Set(buffers).size).toBe(6);
    // jax's own arrays of the same size do not get them either.
    const others = Array.from({ length: 6 }, () => np.zeros([VALUES]));
    for (const other of others) expect(buffers).not.toContain(other.ref.gpuBufferSync());
    for (const [i, { images }] of batches.entries()) expect(await first(images)).toBe(i);
    for (const other of others) other.dispose();
    engine.destroy();
  });

  test("through the feed: a buffer comes back only when its array and all work on it are gone, and nobody sees a mixture", async () => {
    const { engine, feed } = await plainFeed();
    const once = feed.run(flat(1), STEP);
    const { buffer } = bufferOf(once.images);
    const pending = once.images.sum();
    // `sum` took the array, but has not run: the buffer is still in use.
    const second = feed.run(flat(2), STEP);
    expect(bufferOf(second.images).buffer).not.toBe(buffer);
    expect(await first(pending)).toBe(VALUES);
    const third = feed.run(flat(3), STEP);
    expect(bufferOf(third.images).buffer).toBe(buffer);
    expect([await first(second.images), await first(third.images)]).toEqual([2, 3]);
    engine.destroy();
  });

  test("bufferOf leaves the array alive and gives the same buffer every time", async () => {
    const x = np.zeros([VALUES]).add(7);
    const { buffer, device: on, bytes, shape, dtype } = bufferOf(x);
    expect({ bytes, shape, dtype, usage: buffer.usage, size: buffer.size }).toEqual({
      bytes: 4 * VALUES,
      shape: [VALUES],
      dtype: "float32",
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
      size: 4 * VALUES,
    });
    expect(on).toBe(device);
    expect(bufferOf(x).buffer).toBe(buffer);
    expect(x.refCount).toBe(1);
    const other = np.zeros([VALUES]);
    expect(bufferOf(other).buffer).not.toBe(buffer);
    other.dispose();
    expect(await first(x)).toBe(7);
  });
});

describe("reading what jax writes", () => {
  test("bufferOf submits what is still to be computed, so the engine reads right values with no flush", async () => {
    const { engine, feed } = await plainFeed();
    const x = np.zeros([2, SIDE, SIDE, 1]).add(4).mul(2);
    const { images } = feed.run({ ...flat(0), images: bufferOf(x).buffer }, STEP);
    // Gone before the engine's work has run on the GPU: it was submitted, so it comes first.
    x.dispose();
    np.zeros([2, SIDE, SIDE, 1]).add(99).ref.gpuBufferSync();
    expect(await first(images)).toBe(8);
    engine.destroy();
  });

  test("a view has a contiguous buffer of its own", async () => {
    const x = np.arange(400).astype(np.float32).reshape([20, 20]);
    const whole = bufferOf(x).buffer;
    const turned = np.transpose(x.ref);
    const { buffer, shape, bytes } = bufferOf(turned);
    expect(buffer).not.toBe(whole);
    expect({ shape, bytes }).toEqual({ shape: [20, 20], bytes: 1600 });
    expect([...new Float32Array(await readBack(device, buffer, 0, 16))]).toEqual([0, 20, 40, 60]);
    for (const array of [x, turned]) array.dispose();
  });

  test("bufferOf refuses arrays that are gone, are elsewhere, or are none", async () => {
    const gone = np.zeros([VALUES]);
    gone.dispose();
    expect(() => bufferOf(gone)).toThrow(InputError);
    expect(() => bufferOf(gone)).toThrow("bufferOf.array: expected a living array");
    const elsewhere = np.zeros([4], { device: "cpu" });
    expect(() => bufferOf(elsewhere)).toThrow("expected an array on jax's webgpu backend");
    expect(() => bufferOf([1, 2] as never)).toThrow("bufferOf.array: expected a jax array, found [1, 2]");
    elsewhere.dispose();
  });
});
