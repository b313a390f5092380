/**
 * Whose a feed's buffers are, and when one is written again: never while anything can still read it, and not later than
 * that.
 */
import * as tf from "@tensorflow/tfjs-core";
import { createEngine, type Engine } from "mixwell";
import { bufferOf, createFeed, type TfjsFeed } from "mixwell/tfjs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { watch } from "../gpu/help.ts";
import { floats, tfOnDevice } from "./tfjs-help.ts";

let device: GPUDevice;
let engine: Engine;
let feed: TfjsFeed;
let tensors: number;
let sources: GPUBuffer[];

beforeEach(async () => {
  device = await tfOnDevice();
  engine = await createEngine(device, { policy: [] });
  feed = createFeed(engine);
  tensors = tf.memory().numTensors;
  sources = [];
});
afterEach(() => {
  feed.destroy();
  engine.destroy();
  for (const source of sources) source.destroy();
  // Nothing that the feed made is left behind in TensorFlow.js.
  expect(tf.memory().numTensors).toBe(tensors);
});

/** A batch of one 2 × 2 picture of this value. */
function batch(value: number): tf.Tensor4D {
  const images = floats(device, Array(4).fill(value));
  sources.push(images);
  return feed.run({ images, size: 1, height: 2, width: 2, channels: 1, format: "f32" }, { step: 0 }).images;
}

const values = async (tensor: tf.Tensor) => [...(await tensor.data())];
const full = (value: number) => Array(4).fill(value);

describe("a buffer is not written again while TensorFlow.js has its data", () => {
  const holders: [string, (x: tf.Tensor4D) => tf.Tensor][] = [
    ["the tensor itself", (x) => x],
    ["a clone", (x) => once(x, (it) => it.clone())],
    ["a reshape, which shares the data", (x) => once(x, (it) => tf.reshape(it, [4]))],
    ["a variable made of it", (x) => once(x, (it) => tf.variable(it))],
    [
      "what a tidy returned",
      (x) =>
        tf.tidy(() =>
          tf.reshape(
            once(x, (it) => it.clone()),
            [2, 2],
          ),
        ),
    ],
    ["what was kept in a tidy", (x) => tf.tidy(() => tf.keep(once(x, (it) => it.clone())))],
  ];
  const once = <T extends tf.Tensor>(x: tf.Tensor4D, make: (x: tf.Tensor4D) => T): T => {
    const made = make(x);
    x.dispose();
    return made;
  };
  test.each(holders)("%s", async (_, hold) => {
    const x = batch(1);
    const { buffer } = bufferOf(x);
    const held = hold(x);
    const others = [batch(2), batch(3), batch(4)];
    for (const other of others) expect(bufferOf(other).buffer).not.toBe(buffer);
    expect(await values(held)).toEqual(full(1));
    for (const [i, other] of others.entries()) expect(await values(other)).toEqual(full(i + 2));
    tf.dispose([held, ...others]);
  });

  test("an operation that is not submitted yet", async () => {
    const x = batch(1);
    const sum = tf.add(x, 0);
    x.dispose();
    const next = batch(2);
    expect(await values(sum)).toEqual(full(1));
    expect(await values(next)).toEqual(full(2));
    tf.dispose([sum, next]);
  });
});

describe("a buffer is used again", () => {
  test("once its tensor was disposed, or its tidy is over", () => {
    const buffers = new Set<GPUBuffer>();
    for (let step = 0; step < 20; step++) {
      tf.tidy(() => {
        const x = batch(step);
        buffers.add(bufferOf(x).buffer);
        tf.sum(tf.mul(x, 2));
      });
    }
    for (let step = 0; step < 20; step++) {
      const x = batch(step);
      buffers.add(bufferOf(x).buffer);
      x.dispose();
    }
    expect(buffers.size).toBe(1);
  });

  test("300 steps with operations in between make no more buffers than three do", async () => {
    const step = async (number: number) => {
      const x = batch(number);
      const sum = tf.tidy(() => tf.sum(tf.square(x)));
      x.dispose();
      expect((await values(sum))[0]).toBeCloseTo(4 * number * number, 1);
      sum.dispose();
      sources.pop()!.destroy();
    };
    for (let number = 0; number < 3; number++) await step(number);
    const seen = watch(device);
    for (let number = 3; number < 303; number++) await step(number);
    seen.stop();
    // One a step is the test's own picture; TensorFlow.js' staging buffers come from its pool.
    const ours = seen.buffers.filter(({ label }) => label.startsWith("mixwell"));
    expect(ours).toHaveLength(0);
    expect(seen.buffers.length).toBeLessThan(2 * 300);
  });

  test("and freed when its size went out of use", () => {
    let freed = 0;
    const spied = new Set<GPUBuffer>();
    const use = (size: number) => {
      const images = floats(device, Array(4 * size).fill(size));
      const { images: x } = feed.run({ images, size, height: 2, width: 2, channels: 1, format: "f32" }, { step: 0 });
      const { buffer } = bufferOf(x);
      if (!spied.has(buffer)) {
        spied.add(buffer);
        const destroy = buffer.destroy.bind(buffer);
        buffer.destroy = () => {
          freed++;
          destroy();
        };
      }
      x.dispose();
      images.destroy();
    };
    for (let size = 1; size <= 10; size++) use(size);
    expect([spied.size, freed]).toEqual([10, 0]);
    for (let step = 0; step < 200; step++) use(3);
    expect([spied.size, freed]).toEqual([10, 9]);
  });
});

describe("nothing is lost", () => {
  test("when the engine refuses a batch", () => {
    const images = floats(device, full(1));
    sources.push(images);
    const input = { images, size: 1, height: 2, width: 2, channels: 1, format: "f32" } as const;
    expect(() => feed.run({ ...input, size: 9 }, { step: 0 })).toThrow(/input\.images: expected at least/);
    expect(() => feed.run(input, { step: 0, out: { images } } as never)).toThrow(
      "step.out: expected nothing: the feed writes into buffers of its own",
    );
    const seen = watch(device);
    const first = feed.run(input, { step: 0 }).images;
    first.dispose();
    const second = feed.run(input, { step: 1 }).images;
    second.dispose();
    seen.stop();
    expect(seen.buffers.filter(({ label }) => label === "mixwell feed")).toHaveLength(1);
  });

  test("when a step fails after its buffers were lent", () => {
    const seen = watch(device);
    const { finish } = GPUCommandEncoder.prototype;
    for (let step = 0; step < 5; step++) {
      // The last thing that a step does before it submits.
      GPUCommandEncoder.prototype.finish = function (this: GPUCommandEncoder, descriptor) {
        if (this.label === "mixwell") throw new Error("failed on purpose");
        return finish.call(this, descriptor);
      };
      try {
        expect(() => batch(1)).toThrow("failed on purpose");
      } finally {
        GPUCommandEncoder.prototype.finish = finish;
      }
    }
    batch(1).dispose();
    seen.stop();
    expect(seen.buffers.filter(({ label }) => label === "mixwell feed")).toHaveLength(1);
  });

  test("after destroy the feed says so", () => {
    feed.destroy();
    feed.destroy();
    expect(() => batch(1)).toThrow("this feed was destroyed; make a new one with createFeed");
  });

  test("and an engine of another format is refused", async () => {
    for (const format of ["u8", "f16"] as const) {
      const other = await createEngine(device, { policy: [], output: { format } });
      expect(() => createFeed(other)).toThrow('createFeed.engine.output.format: expected "f32"');
      other.destroy();
    }
  });
});
