/** Colour and tone ops: the GPU kernels against the CPU reference; in u8 byte for byte, whatever the adapter. */
import { describe, expect, test } from "vitest";
import { COLOR_AND_TONE_CALLS, FLOAT_ONLY } from "../unit/ops/op-calls.ts";
import { type Picture, type Pipeline, runOp, widen } from "../unit/ops/op-driver.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { type Job, runOnGpu } from "./op-kernels.ts";

const SIDE = 64;
const CHANNELS = [1, 3, 4];

/** Every level as grey, the corners and edges of the colour cube, then anything. */
function samplePicture(channels: number, seed: number): Picture {
  const values = new Uint8Array(SIDE * SIDE * channels);
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  for (let i = 0; i < SIDE * SIDE; i++) {
    for (let c = 0; c < channels; c++) {
      values[i * channels + c] = i < 256 ? i : i < 512 ? ((i >> c) & 1) * 255 : i < 1024 ? [0, 255, i >> 2, i >> 1][(i >> c) & 3]! : next();
    }
  }
  return { height: SIDE, width: SIDE, channels, values };
}

const asFloats = (picture: Picture): Picture => ({ ...picture, values: Float32Array.from(picture.values, (x) => x / 255) });
const narrowed = ({ height, width, channels, values }: Picture): Picture => ({
  height,
  width,
  channels,
  values: Uint8Array.from(values, (x) => 90 + (x >> 3)),
});

function jobs(channels: number, pipeline: Pipeline): Job[] {
  return COLOR_AND_TONE_CALLS.filter(({ op }) => pipeline === "f32" || !FLOAT_ONLY.has(op)).flatMap((call, i) => {
    const picture = samplePicture(channels, i + 1);
    const pictures = [picture, narrowed(picture)];
    return pictures.map((each) => ({ call, picture: pipeline === "u8" ? each : asFloats(each) }));
  });
}

/** What WGSL leaves open: the rounding of a division, the contraction of a × b + c, and the error of `pow`. */
const slack: Record<string, number> = { gamma: 1e-5, hue: 1e-6, normalize: 2e-6, saturation: 1e-6 };

describe("the kernels do what the reference does", () => {
  test.each(CHANNELS.filter((_, i) => isMine(i)))("u8, %i channels: the same bytes", async (channels) => {
    const all = jobs(channels, "u8");
    const found = await runOnGpu(await getDevice(), all, "u8");
    all.forEach(({ picture, call }, i) => {
      const expected = widen(runOp(picture, call, "u8"), "u8").values;
      const wrong = differing(found[i]!, expected, channels, () => 0);
      expect(wrong, `${JSON.stringify(call)} on picture ${i}`).toBe("");
    });
  });

  test.each(CHANNELS.filter((_, i) => isMine(i + 1)))("f32, %i channels: as close as WGSL's accuracy lets them be", async (channels) => {
    const all = jobs(channels, "f32");
    const found = await runOnGpu(await getDevice(), all, "f32");
    all.forEach(({ picture, call }, i) => {
      const expected = widen(runOp(picture, call, "f32"), "f32").values;
      const wrong = differing(found[i]!, expected, channels, (size) => (slack[call.op] ?? 5e-7) * Math.max(1, size));
      expect(wrong, `${JSON.stringify(call)} on picture ${i}`).toBe("");
    });
  });
});

test("the comparison sees one byte that is off", () => {
  const same = new Uint8Array(8).fill(7);
  expect(differing(same, [...same], 3, () => 0)).toBe("");
  expect(differing(same, [7, 7, 7, 7, 7, 8, 7, 7], 3, () => 0)).toBe("value 5: found 7, expected 8");
  expect(differing(same, [7, 7, 7, 7, Number.NaN, 7, 7, 7], 1, () => 1)).toContain("value 4");
});

/** The first value that is off, or "". Of one channel only the first counts. */
function differing(found: ArrayLike<number>, expected: ArrayLike<number>, channels: number, allowed: (size: number) => number): string {
  if (found.length !== expected.length) return `${found.length} values`;
  for (let i = 0; i < found.length; i++) {
    if (channels === 1 && i % 4 !== 0) continue;
    if (!(Math.abs(found[i]! - expected[i]!) <= allowed(Math.abs(expected[i]!))))
      return `value ${i}: found ${found[i]}, expected ${expected[i]}`;
  }
  return "";
}
