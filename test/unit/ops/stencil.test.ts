/** Stencils: every golden case of Pillow and torchvision, and what must hold for any picture. */
import { describe, expect, test } from "vitest";
import { gaussian, gaussianBlurOp, quantise } from "../../../src/ops/stencil/gaussian-blur.ts";
import type { Args, StencilOp } from "../../../src/ops/op.ts";
import { sharpnessOp } from "../../../src/ops/stencil/sharpness.ts";
import { smooth3x3Op } from "../../../src/ops/stencil/smooth3x3.ts";
import { peerBlend, pillowBlend } from "../../../src/ops/lib/soft-float.ts";
import { f32 } from "../../../src/format/words.ts";
import { type Block, listOracleFiles, loadOracleSet } from "../../oracles/files.ts";
import { damage, type Pipeline, packed, randomPicture, runOp, toPicture } from "./run-op.ts";

interface Tolerance {
  kind: "exact" | "maxAbs";
  value: number;
  maxDifferingShare?: number;
}

interface Manifest {
  inputs: { id: string; data: Block }[];
  cases: { id: string; op: string; input: string; params: Record<string, unknown>; output: Block; tol: Tolerance; strictTol?: Tolerance }[];
}

/** The golden sets that stencils are in; photographs only where the shared folder is. */
const sets = (await listOracleFiles())
  .filter((path) => /^image-ops(-photos)?\/(pillow|torchvision)-pixel.*\.json$/.test(path))
  .map((path) => path.slice(0, -".json".length));

/** Our op and its arguments for a golden case. */
function callOf(op: string, params: Record<string, unknown>, peer: string): [StencilOp, Args] | undefined {
  if (op === "sharpness") return [sharpnessOp, { ...params, peer }];
  if (op === "smooth3x3") return [smooth3x3Op, {}];
  if (op === "gaussian_blur") {
    // torchvision gives width first.
    const [kx, ky] = params.kernel_size as number[];
    const [sx, sy] = params.sigma as number[];
    return [gaussianBlurOp, { kernel: [ky, kx], sigma: [sy, sx], peer }];
  }
  if (op === "gaussian_blur_boxapprox") return [gaussianBlurOp, { sigma: [params.radius, params.radius], peer }];
  return undefined;
}

describe.each(sets)("golden set %s", async (set) => {
  const { manifest, view } = await loadOracleSet<Manifest>(set);
  const peer = set.includes("pillow") ? "pillow" : "torchvision";
  const pipeline: Pipeline = set.endsWith("f32") ? "f32" : "u8";
  const calls = manifest.cases.flatMap((golden) => {
    const call = callOf(golden.op, golden.params, peer);
    return call ? [{ golden, call }] : [];
  });

  test.each(calls)("$golden.id $golden.op of $golden.input", ({ golden, call: [op, args] }) => {
    const { data } = manifest.inputs.find(({ id }) => id === golden.input)!;
    const scale = pipeline === "f32" && data.dtype === "u8" ? 255 : 1;
    const input = Array.from(view(data), (value) => Math.fround(value / scale));
    const picture = toPicture(input, data.shape, pipeline === "f32" ? 1 : 255);
    const result = packed(runOp(op, args, picture, pipeline), picture.channels);
    const wanted = view(golden.output);
    expect(result.length).toBe(wanted.length);
    const errors = result.map((value, i) => Math.abs(value - wanted[i]!));
    expect(Math.max(...errors)).toBeLessThanOrEqual(golden.tol.kind === "exact" ? 0 : golden.tol.value);
    const differing = errors.filter((error) => error > 0).length / errors.length;
    if (golden.strictTol?.maxDifferingShare !== undefined) expect(differing).toBeLessThanOrEqual(golden.strictTol.maxDifferingShare);
    // What `about` claims beyond that.
    if (pipeline === "u8" && (op !== gaussianBlurOp || peer === "pillow")) expect(differing).toBe(0);
  });

  test("cases were found", () => expect(calls.length).toBeGreaterThan(0));
});

const sizes: [width: number, height: number][] = [
  [9, 1],
  [2, 2],
  [1, 1],
  [13, 7],
  [3, 20],
];

const changing: [string, StencilOp, Args, Args][] = [
  ["sharpness as Pillow", sharpnessOp, { factor: 1 }, { factor: 2.5 }],
  ["sharpness as torchvision", sharpnessOp, { factor: 1, peer: "torchvision" }, { factor: 0.3, peer: "torchvision" }],
  ["Gaussian blur", gaussianBlurOp, { sigma: [0, 0] }, { sigma: [1.5, 0.7] }],
  ["Gaussian blur of one tap", gaussianBlurOp, { sigma: [1, 1], kernel: [1, 1] }, { sigma: [1, 1], kernel: [5, 3] }],
  ["Gaussian blur as Pillow", gaussianBlurOp, { sigma: [0, 0], peer: "pillow" }, { sigma: [2, 1], peer: "pillow" }],
  ["Gaussian blur as KerasCV", gaussianBlurOp, { sigma: [0, 0], peer: "kerascv" }, { sigma: [2, 1], peer: "kerascv" }],
];

describe.each(changing)("%s", (_, op, neutral, args) => {
  test.each(["u8", "f32"] as const)("its neutral arguments change nothing, bit for bit (%s)", (pipeline) => {
    for (const channels of [1, 3, 4]) {
      for (const [width, height] of sizes) {
        const picture = randomPicture(width, height, channels, width + channels, pipeline);
        expect(runOp(op, neutral, picture, pipeline)).toEqual(picture.values);
      }
    }
    // The control: other arguments do.
    const picture = randomPicture(13, 7, 3, 5, pipeline);
    expect(runOp(op, args, picture, pipeline)).not.toEqual(picture.values);
  });

  test.each(["u8", "f32"] as const)("one channel stays grey and every result is a pixel (%s)", (pipeline) => {
    for (const [width, height] of sizes) {
      const result = runOp(op, args, randomPicture(width, height, 1, 3, pipeline), pipeline);
      for (let i = 0; i < result.length; i += 4) {
        expect([result[i + 1], result[i + 2]]).toEqual([result[i], result[i]]);
        if (pipeline === "u8") expect(Number.isInteger(result[i]) && result[i]! >= 0 && result[i]! <= 255).toBe(true);
      }
    }
  });

  // With zeros around it, it can't.
  if (args.peer === "kerascv") return;
  test("a constant picture stays what it is", () => {
    for (const level of [0, 1, 77, 254, 255]) {
      const picture = toPicture(new Array(8 * 6 * 3).fill(level), [6, 8, 3], 255);
      const off = args.peer === "torchvision" ? 1 : 0; // f32 arithmetic may fall short of the level it started from.
      for (const value of runOp(op, args, picture, "u8").filter((_, i) => i % 4 < 3))
        expect(Math.abs(value - level)).toBeLessThanOrEqual(off);
    }
  });
});

describe("blends in integers are the f32 arithmetic of the peers", () => {
  const factors = [0, 1e-6, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999, 1, 1.1, 1.3, 1.5, 1.9, 2, 3.3, 6.999, 7].map(Math.fround);
  const clip = (value: number) => Math.trunc(Math.min(Math.max(value, 0), 255));
  test.each(factors)("for a factor of %d and every pair of bytes", (factor) => {
    const rest = Math.fround(1 - factor);
    const wrong: number[][] = [];
    for (let d = 0; d < 256; d++) {
      for (let v = 0; v < 256; v++) {
        const torch = clip(Math.fround(Math.fround(factor * v) + Math.fround(rest * d)));
        if (peerBlend(d, v, f32(factor), f32(rest), true) !== torch) wrong.push([d, v, 0]);
        const pillow = clip(Math.fround(d + Math.fround(factor * (v - d))));
        if (pillowBlend(d, v, f32(factor)) !== pillow) wrong.push([d, v, 1]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("strength", () => {
  const picture = randomPicture(24, 17, 3, 11);
  test.each([sharpnessOp, gaussianBlurOp])("$name does more at a greater magnitude, and nothing at 0", (op) => {
    const damages = [0, 0.1, 0.25, 0.5, 0.75, 1].map((m) => damage(runOp(op, op.atMagnitude!(m), picture, "u8"), picture));
    expect(damages[0]).toBe(0);
    for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
  });

  test("a sharper picture than the source varies more, a blurred one less", () => {
    const contrast = (values: ArrayLike<number>) =>
      Array.from(values).reduce((sum, v, i) => sum + (i >= 4 ? Math.abs(v - values[i - 4]!) : 0), 0);
    const at = (factor: number) => contrast(runOp(sharpnessOp, { factor }, picture, "u8"));
    expect(at(0)).toBeLessThan(at(1));
    expect(at(1)).toBeLessThan(at(2));
  });
});

describe("Gaussian weights", () => {
  test.each([0.1, 0.6, 1, 2, 3.3, 10])("of sigma %d sum to one and are symmetric", (sigma) => {
    for (const taps of [0, 1, 3, 11, 23]) {
      const weights = gaussian(sigma, taps);
      expect(weights.length % 2).toBe(1);
      expect(weights.length).toBeLessThanOrEqual(23);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
      const words = quantise(weights);
      expect(words.reduce((sum, word) => sum + word, 0)).toBe(65536);
      expect([...words].reverse()).toEqual(words);
      expect(Math.min(...words)).toBeGreaterThanOrEqual(0);
    }
  });

  test("zeros outside of the picture darken its edges, reflection does not", () => {
    const picture = toPicture(new Array(9 * 9 * 3).fill(200), [9, 9, 3], 255);
    const corner = (peer: string) => runOp(gaussianBlurOp, { sigma: [1, 1], peer }, picture, "u8")[0];
    expect(corner("torchvision")).toBe(200);
    expect(corner("kerascv")).toBeLessThan(110);
  });

  test("a wider Pillow blur than its window holds is refused", () => {
    expect(() => runOp(gaussianBlurOp, { sigma: [3.5, 1], peer: "pillow" }, randomPicture(4, 4, 3, 1), "u8")).toThrow(
      /sigma: expected at most 3.4/,
    );
  });

  test("alpha is blurred like a colour, and kept by sharpness", () => {
    const picture = randomPicture(8, 8, 4, 2);
    const alpha = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => i % 4 === 3);
    expect(alpha(runOp(gaussianBlurOp, { sigma: [1, 1] }, picture, "u8"))).not.toEqual(alpha(picture.values));
    expect(alpha(runOp(sharpnessOp, { factor: 3 }, picture, "u8"))).toEqual(alpha(picture.values));
  });
});
