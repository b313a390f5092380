/** Ops of one's own on the GPU: equal to their reference in both precisions, and right where built-in ops are. */
import { createEngine, defineOp, GpuError, type OpCall, type Plan, reference, samplePlan } from "mixwell";
import { describe, expect, test } from "vitest";
import { dim, ownCalls } from "../own-ops.ts";
import { generator } from "../random.ts";
import { getDevice } from "./device.ts";
import { hasKernelsOf } from "./divided.ts";
import { upload } from "./help.ts";

const SHAPES = [
  [7, 9, 3],
  [16, 16, 1],
  [21, 18, 4],
  [1, 1, 3],
] as const;

/** What kernels are made to be fast on. */
const TUNINGS = ["hardware", "software"] as const;

/** What the GPU and the reference make of a plan, on the same noise. */
async function onBoth(plan: Plan, format: "u8" | "f32", channels: number, tuning: (typeof TUNINGS)[number]) {
  const device = await getDevice();
  const { height, width, sources } = plan;
  const { byte, next } = generator(3);
  const length = sources.length * height * width * channels;
  const images =
    format === "u8" ? Uint8Array.from({ length }, byte) : Float32Array.from({ length }, () => Math.fround(next()));
  const output = { format: format === "u8" ? "u8" : "f32" } as const;
  const engine = await createEngine(device, { policy: [], output, warm: false, tuning });
  const buffer = upload(device, images);
  const shape = { height, width, channels };
  const { images: got } = await engine.read(
    engine.run({ images: buffer, size: sources.length, ...shape, format }, { plan }),
  );
  engine.destroy();
  buffer.destroy();
  const wanted = reference(plan, { batch: { images }, shape, format, layout: "nhwc" }, { output }).images;
  return { got: Array.from(got), wanted: Array.from(wanted), images: Array.from(images) };
}

function planOf(calls: readonly (readonly OpCall[])[], height: number, width: number): Plan {
  return {
    ...samplePlan({ policy: [], seed: 1, step: 0, batchSize: calls.length, height, width }),
    sources: calls.map((ops, index) => ({ from: "batch", index, id: index, ops: [...ops] })),
  };
}

/** WGSL leaves roundings open; values are 0..1 or little more. */
const WITHIN = 1e-6;

function expectClose(got: readonly number[], wanted: readonly number[]) {
  expect(got.length).toBe(wanted.length);
  const worst = got.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i]!)), 0);
  expect(worst).toBeLessThanOrEqual(WITHIN);
}

describe.each(TUNINGS.flatMap((tuning) => ownCalls().map((call) => [call.op, tuning, call] as const)))(
  "%s, for %s",
  (_, tuning, call) => {
    test.each(SHAPES.filter(([, , channels]) => hasKernelsOf("u8", channels)))(
      "%i × %i × %i: the bytes of its reference",
      async (height, width, channels) => {
        const { got, wanted, images } = await onBoth(planOf([[call], []], height, width), "u8", channels, tuning);
        expect(got).toEqual(wanted);
        const half = images.length / 2;
        if (height > 1 && channels > 1) expect(got.slice(0, half)).not.toEqual(images.slice(0, half));
        expect(got.slice(half)).toEqual(images.slice(half));
      },
    );

    test.each(SHAPES.filter(([, , channels]) => hasKernelsOf("f32", channels)))(
      "%i × %i × %i: the floats of its reference",
      async (height, width, channels) => {
        const { got, wanted } = await onBoth(planOf([[call], []], height, width), "f32", channels, tuning);
        expectClose(got, wanted);
      },
    );
  },
);

describe("what only a compiler sees is said by the op's own line and column", () => {
  const broken = (name: string, wgsl: string) => defineOp({ name, kind: "color", wgsl });
  /**
   * Two lines of comment stand before it, a helper's name is longer in the kernel, and the mistake is not in the entry.
   */
  const helper = broken(
    "brokenHelper",
    `// µ is no letter of one byte,\r\n/* nor is 🎨,\r\n*/ fn half(v: Pixel) -> Pixel { let one = v; return one.nowhere; }
fn broken_helper(v: Pixel) -> Pixel { return half(v); }`,
  );
  const entry = broken(
    "brokenEntry",
    `fn twice(v: Pixel) -> Pixel { return v + v; }

fn broken_entry_u8(v: vec4i) -> vec4i {
  return twice(twice(v)) + true;
}
fn broken_entry_f32(v: vec4f) -> vec4f { return v; }`,
  );

  test.each([
    ["a helper, with comments of two bytes and more before", helper, /^brokenHelper\.wgsl:3:(53|56|57): /],
    ["after names that are longer in the kernel", entry, /^brokenEntry\.wgsl:(3:1|4:(10|26|28)): /],
  ])("%s", async (_, stage, message) => {
    const device = await getDevice();
    // Without `warm` kernels are for the like of the dataset that another file made last on the device.
    const options = { policy: [stage(), dim()], warm: { format: "u8" } } as const;
    const error = await createEngine(device, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GpuError);
    expect((error as GpuError).message).toMatch(message);
    expect((error as GpuError).message).not.toContain("own_");
  });

  test("and of f32 nothing is said for bytes", async () => {
    const device = await getDevice();
    const engine = await createEngine(device, { policy: entry(), warm: { format: "f32" } });
    engine.destroy();
  });

  test("a step says it too, and whoever has another op on the device goes on", async () => {
    const device = await getDevice();
    const images = upload(device, new Uint8Array(4 * 4 * 3).fill(9));
    const input = { images, size: 1, height: 4, width: 4, channels: 3 };
    const [bad, good] = await Promise.all(
      [entry(), dim({ strength: 0 })].map((policy) =>
        createEngine(device, { policy, output: { format: "u8" }, warm: false }),
      ),
    );
    device.pushErrorScope("validation");
    bad!.run(input, { step: 0 });
    await device.popErrorScope();
    for (let tries = 0; tries < 100; tries++) {
      try {
        device.pushErrorScope("validation");
        bad!.run(input, { step: 1 });
      } catch (error) {
        expect((error as Error).message).toMatch(/^brokenEntry\.wgsl:[34]:/);
        break;
      } finally {
        await device.popErrorScope();
      }
    }
    expect(() => bad!.run(input, { step: 2 })).toThrow(GpuError);
    const { images: got } = await good!.read(good!.run(input, { step: 1 }));
    expect(Array.from(got)).toEqual(new Array(48).fill(9));
    images.destroy();
  });
});
