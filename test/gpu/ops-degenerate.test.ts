/**
 * Every op of the registry on pictures that have no inside, no second row, no colour or no contrast: the GPU and the reference agree,
 * in u8 byte for byte. One batch a shape holds all calls that lead to the same size, so few kernels are compiled and few batches run.
 */
import { createEngine, type Engine, imageOps, type OpCall, type Plan, reference } from "mixwell";
import { afterAll, describe, expect, test } from "vitest";
import type { ImageOp } from "../../src/ops/op.ts";
import { sizeAfterCalls } from "../../src/ops/size.ts";
import { callsOf, type Pipeline, runsIn, type Shape } from "../unit/ops/sample-calls.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { noise, upload } from "./help.ts";

const SHAPES: Shape[] = [
  { height: 1, width: 9, channels: 1 },
  { height: 1, width: 9, channels: 3 },
  { height: 1, width: 9, channels: 4 },
  { height: 2, width: 2, channels: 1 },
  { height: 2, width: 2, channels: 3 },
  { height: 2, width: 2, channels: 4 },
  { height: 7, width: 3, channels: 3 },
];

/** A picture of one colour, or of one grey. */
const constant = (count: number, channels: number) => Uint8Array.from({ length: count }, (_, i) => [90, 20, 200, 77][i % channels]!);

const all = Object.entries(imageOps) as [string, ImageOp][];

/** All calls for a shape, by the shape they lead to: pictures of a batch have one size. */
function groupsOf(shape: Shape, pipeline: Pipeline): OpCall[][] {
  const groups = new Map<string, OpCall[]>();
  for (const [, op] of all.filter(([name]) => runsIn(name, pipeline))) {
    for (const call of callsOf(op, shape)) {
      const { height, width } = sizeAfterCalls([call], shape, "ops");
      const key = `${height} × ${width}, ${call.channels ?? "same"}`;
      groups.set(key, [...(groups.get(key) ?? []), call]);
    }
  }
  return [...groups.values()];
}

const engines = new Map<Pipeline, Engine>();
afterAll(() => {
  for (const engine of engines.values()) engine.destroy();
});

async function engineFor(pipeline: Pipeline): Promise<Engine> {
  const engine = engines.get(pipeline) ?? (await createEngine(await getDevice(), { policy: [], output: { format: pipeline } }));
  engines.set(pipeline, engine);
  return engine;
}

/** One picture a call, all of them the same picture. */
function planOf(calls: OpCall[], { height, width }: Shape): Plan {
  const sources = calls.map((call, id) => ({ from: "batch" as const, index: id, id, ops: [call] }));
  const rows = sources.map(({ index }) => ({ mixer: "none" as const, own: index }));
  const stages = [{ pairing: "reverse" as const, rows }];
  return { version: 1, seed: 0, epoch: 0, height, width, sources, batchSize: sources.length, stages };
}

describe.each(["u8", "f32"] as const)("%s", (pipeline) => {
  const first = pipeline === "u8" ? 0 : 1;
  test.each(SHAPES.filter((_, i) => isMine(first + i)))("$height × $width × $channels: every op", async (shape) => {
    const device = await getDevice();
    const engine = await engineFor(pipeline);
    const seen = new Set<string>();
    const elements = shape.height * shape.width * shape.channels;
    for (const calls of groupsOf(shape, pipeline)) {
      // Every call twice: first on the picture of one colour, then on noise.
      const plan = planOf([...calls, ...calls], shape);
      const bytes = Uint8Array.of(...repeat(constant(elements, shape.channels), calls.length), ...repeat(noise(elements, 3), calls.length));
      const pictures = pipeline === "u8" ? bytes : Float32Array.from(bytes, (byte) => byte / 255);
      const images = upload(device, pictures);
      const batch = engine.run({ images, size: plan.batchSize, ...shape, format: pipeline }, { plan });
      const got = (await engine.read(batch)).images;
      images.destroy();
      const sources = { batch: { images: pictures }, shape, format: pipeline, layout: "nhwc" } as const;
      const wanted = reference(plan, sources, { output: { format: pipeline } }).images;
      expect(got.length).toBe(wanted.length);
      for (let i = 0; i < wanted.length; i++) {
        // Floats: the widest bound an op names, gamma's, for a power.
        const slack = pipeline === "u8" ? 0 : 1e-5 * Math.max(1, Math.abs(wanted[i]!));
        if (Math.abs(got[i]! - wanted[i]!) <= slack) continue;
        const picture = Math.floor((i * plan.batchSize) / wanted.length);
        const what = `${JSON.stringify(calls[picture % calls.length])} on ${picture < calls.length ? "one colour" : "noise"}`;
        throw new Error(`${what}: value ${i} is ${got[i]}, the reference says ${wanted[i]}`);
      }
      for (const { op } of calls) seen.add(op);
    }
    expect([...seen].sort()).toEqual(
      all
        .map(([name]) => name)
        .filter((name) => runsIn(name, pipeline))
        .sort(),
    );
  });
});

function repeat(one: Uint8Array, times: number): Uint8Array {
  const whole = new Uint8Array(one.length * times);
  for (let k = 0; k < times; k++) whole.set(one, k * one.length);
  return whole;
}
