/** A vignette, written by docs/own-ops.md alone: colour by place, in u8 and f32, on the GPU as in its reference. */
import { type At, createEngine, defineOp, opAt, reference, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { getDevice } from "./device.ts";

/** Distances are squares in units of a half diagonal: 256 levels of them are a table, with whatever fall-off. */
const vignette = defineOp({
  name: "vignette",
  kind: "mask",
  about: "Darkens smoothly from a radius on, to the corners.",
  args: {
    strength: { type: "number", min: 0, max: 1, identity: 0, unit: "factor" },
    radius: { type: "number", min: 0, max: 1, default: 0.3, unit: "share of the half diagonal" },
  },
  wgsl: `
    struct Vignette { falloff: u32 }
    struct VignetteF32 { strength: f32, radius: f32 }

    fn square(at: At) -> u32 {
      let x = 2 * i32(at.x) + 1 - i32(at.width);
      let y = 2 * i32(at.y) + 1 - i32(at.height);
      return u32(x * x + y * y);
    }

    fn corner(at: At) -> u32 {
      return at.width * at.width + at.height * at.height;
    }

    fn vignette_u8(v: vec4i, args: Vignette, at: At) -> vec4i {
      let kept = i32(host_byte(args.falloff, square(at) * 255u / corner(at)));
      return vec4i((v.xyz * kept + 127) / 255, v.w);
    }

    fn vignette_f32(v: vec4f, args: VignetteF32, at: At) -> vec4f {
      let distance = sqrt(f32(square(at)) / f32(corner(at)));
      let beyond = clamp((distance - args.radius) / max(1.0 - args.radius, 1e-3), 0.0, 1.0);
      return vec4f(v.xyz * (1.0 - args.strength * beyond * beyond), v.w);
    }
  `,
  encode({ strength, radius }, { table }) {
    const falloff = (_: unknown, i: number) => Math.round(255 * kept(Math.sqrt(i / 255), strength, radius));
    return { falloff: table(Uint8Array.from({ length: 256 }, falloff)) };
  },
  encodeF32: ({ strength, radius }) => ({ strength, radius }),
  u8(v, { falloff }, at, tables) {
    const kept = tables[falloff * 16 + Math.trunc((square(at) * 255) / corner(at))]!;
    const dark = (value: number) => Math.trunc((value * kept + 127) / 255);
    return [dark(v[0]), dark(v[1]), dark(v[2]), v[3]];
  },
  f32(v, { strength, radius }, at) {
    const part = kept(Math.sqrt(square(at) / corner(at)), strength, radius);
    return [v[0] * part, v[1] * part, v[2] * part, v[3]];
  },
  atMagnitude: (strength) => ({ strength }),
});

function kept(distance: number, strength: number, radius: number): number {
  const beyond = Math.min(1, Math.max(0, (distance - radius) / Math.max(1 - radius, 1e-3)));
  return 1 - strength * beyond * beyond;
}

const square = ({ x, y, width, height }: At) => (2 * x + 1 - width) ** 2 + (2 * y + 1 - height) ** 2;
const corner = ({ width, height }: At) => width ** 2 + height ** 2;

const [size, height, width, channels] = [6, 15, 22, 3];

test.each(["u8", "f32"] as const)("%s: what the GPU makes is what the reference makes", async (format) => {
  const device = await getDevice();
  const policy = [vignette({ strength: [0.3, 1], radius: { choice: [0, 0.5] } })];
  const bytes = Uint8Array.from({ length: size * height * width * channels }, (_, i) => (i * 89 + (i >> 4)) & 255);
  const images = format === "u8" ? bytes : Float32Array.from(bytes, (byte) => byte / 255);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ size: images.byteLength, usage });
  device.queue.writeBuffer(buffer, 0, images);

  const output = { format };
  const engine = await createEngine(device, { policy, output });
  const plan = samplePlan({ policy, seed: 7, step: 0, batchSize: size, height, width });
  const batch = engine.run({ images: buffer, size, height, width, channels, format }, { plan });
  const { images: got } = await engine.read(batch);
  const shape = { height, width, channels };
  const wanted = reference(plan, { batch: { images }, shape, format, layout: "nhwc" }, { output }).images;

  expect(got.length).toBe(wanted.length);
  const worst = Array.from(got).reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i]!)), 0);
  // Floats may be fused, and a square root is not rounded the same way everywhere.
  expect(worst).toBeLessThanOrEqual(format === "u8" ? 0 : 1e-6);
  expect(got.some((value, i) => value < images[i]! * 0.8)).toBe(true);
  engine.destroy();
  buffer.destroy();
});

test("by strength, from JSON", () => {
  const stage = JSON.parse(JSON.stringify(opAt("own", "vignette", { magnitude: 0.4 })));
  const plan = samplePlan({ policy: stage, seed: 1, step: 0, batchSize: 1, height, width });
  expect(plan.sources[0]!.ops).toEqual([{ op: "vignette", strength: 0.4 }]);
});
