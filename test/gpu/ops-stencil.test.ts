/** Stencils and masks on the GPU against their CPU references: in u8 the same bytes, in f32 within the bound that is given. */
import { describe, expect, test } from "vitest";
import { cutoutOp } from "../../src/ops/mask/cutout.ts";
import { downscaleOp } from "../../src/ops/stencil/downscale.ts";
import { eraseOp } from "../../src/ops/mask/erase.ts";
import { gaussianBlurOp } from "../../src/ops/stencil/gaussian-blur.ts";
import { gaussianNoiseOp } from "../../src/ops/mask/gaussian-noise.ts";
import { gridMaskOp } from "../../src/ops/mask/grid-mask.ts";
import type { Args, ColorOp, StencilOp } from "../../src/ops/op.ts";
import { jigsawOp } from "../../src/ops/stencil/jigsaw.ts";
import { jpegQualityOp } from "../../src/ops/stencil/jpeg-quality.ts";
import { saltAndPepperOp } from "../../src/ops/mask/salt-and-pepper.ts";
import { sharpnessOp } from "../../src/ops/stencil/sharpness.ts";
import { smooth3x3Op } from "../../src/ops/stencil/smooth3x3.ts";
import { coded, encodeOp, type Picture, type Pipeline, randomPicture, runOp } from "../unit/ops/run-op.ts";
import { getDevice } from "./device.ts";
import { runKernel } from "./op-kernel.ts";

/** A stream of numbers in 0..1 for arguments. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}

const draw = numbers(2024);
const many = (make: () => Args, count = 12): Args[] => Array.from({ length: count }, make);
const word = () => Math.floor(draw() * 0x100000000);
const key = () => [word(), word()];
const box = () => {
  const [x0, y0] = [Math.floor(draw() * 26) - 10, Math.floor(draw() * 26) - 10];
  return [x0, y0, x0 + 5 + Math.floor(draw() * 30), y0 + 5 + Math.floor(draw() * 30)];
};
const fill = () => Array.from({ length: draw() < 0.3 ? 1 : draw() < 0.5 ? 3 : 4 }, () => Math.floor(draw() * 256));

/** Name in WGSL, op, argument sets, and how far f32 may be off. */
const ops: [string, StencilOp | ColorOp, Args[], f32Bound: number][] = [
  ["smooth3x3", smooth3x3Op, [{}], 1e-6],
  ["sharpness", sharpnessOp, [...many(() => ({ factor: 7 * draw() })), ...many(() => ({ factor: 7 * draw(), peer: "torchvision" }))], 2e-6],
  [
    "gaussian_blur",
    gaussianBlurOp,
    [
      ...many(() => ({ sigma: [3 * draw(), 3 * draw()], kernel: [2 * Math.floor(6 * draw()) + 1, 2 * Math.floor(6 * draw()) + 1] })),
      ...many(() => ({ sigma: [3.4 * draw(), 3.4 * draw()], peer: "pillow" })),
      ...many(() => ({ sigma: [2 * draw(), 2 * draw()], peer: "kerascv" }), 4),
      { sigma: [10, 10], kernel: [23, 23] },
      { sigma: [0, 0] },
    ],
    1e-6,
  ],
  ["downscale", downscaleOp, [1, 2, 3, 7, 16].map((factor) => ({ factor })), 1e-6],
  [
    "jigsaw",
    jigsawOp,
    [
      { grid: [2, 2], order: [3, 0, 1, 2] },
      { grid: [1, 4], order: [1, 3, 0, 2] },
      { grid: [3, 2], order: [5, 1, 4, 2, 0, 3] },
      { grid: [16, 16], order: Array.from({ length: 256 }, (_, i) => (77 * i + 5) % 256) },
      { grid: [40, 1], order: Array.from({ length: 40 }, (_, i) => 39 - i) },
    ],
    0,
  ],
  ["cutout", cutoutOp, many(() => ({ box: box(), fill: fill() })), 0],
  [
    "erase",
    eraseOp,
    [
      ...many(() => ({ box: box(), fill: fill() })),
      ...many(() => ({ box: box(), mode: "pixel", mean: [255 * draw(), 255 * draw(), 255 * draw()], std: [255 * draw()], key: key() })),
      ...many(() => ({ box: box(), mode: "channel", mean: [255 * draw()], std: [99 * draw(), 9 * draw(), 255], key: key() })),
    ],
    1e-6,
  ],
  [
    "grid_mask",
    gridMaskOp,
    [
      ...many(() => ({
        unit: 1 + 30 * draw(),
        ratio: draw(),
        offset: [30 * draw(), 30 * draw()],
        rotation: 720 * draw() - 360,
        fill: fill(),
      })),
      ...many(() => ({ unit: 1 + 30 * draw(), ratio: draw(), mode: "pixel", mean: 255 * draw(), std: 255 * draw(), key: key() })),
      { unit: 8, ratio: 0.5 },
      { unit: 8, ratio: 0 },
      { unit: 8, ratio: 1 },
    ],
    // Exact where constant.
    1e-6,
  ],
  ["gaussian_noise", gaussianNoiseOp, many(() => ({ std: 255 * draw(), key: key() })), 1e-6],
  ["salt_and_pepper", saltAndPepperOp, many(() => ({ salt: 0.5 * draw(), pepper: 0.5 * draw(), key: key() })), 0],
];

const sizes: [width: number, height: number, channels: number][] = [
  [37, 29, 3],
  [9, 1, 1],
  [2, 2, 4],
  [20, 41, 4],
  [16, 16, 1],
];

describe.each(ops)("%s", (name, op, argSets, bound) => {
  test.each(sizes)("%d × %d, %d channels: u8 exactly, f32 within its bound", async (width, height, channels) => {
    const device = await getDevice();
    for (const pipeline of ["u8", "f32"] as const) {
      const picture = randomPicture(width, height, channels, 99, pipeline);
      const bytes: number[] = [];
      const calls = argSets.map((args) => encodeOp(op, args, picture, pipeline, bytes).words);
      const kind = op.kind === "stencil" ? "stencil" : "mask";
      const results = await runKernel(device, { op: name, pipeline, kind, ...picture, calls, tables: bytes });
      let changed = 0;
      results.forEach((result, i) => {
        const wanted = runOp(op, argSets[i]!, picture, pipeline);
        expectClose(result, wanted, pipeline === "u8" ? 0 : bound, `${pipeline} ${JSON.stringify(argSets[i])}`);
        if (wanted.some((value, at) => value !== picture.values[at])) changed += 1;
      });
      // The control: most argument sets do something to a picture that has an inside.
      if (width > 9) expect(changed).toBeGreaterThan(argSets.length / 2);
    }
  });
});

describe("jpeg_quality", () => {
  const argSets: Args[] = [1, 7, 30, 50, 75, 92, 100].flatMap((quality) => ["4:2:0", "4:4:4"].map((chroma) => ({ quality, chroma })));

  test.each([...sizes, [4, 33, 3], [65, 18, 3]] as typeof sizes)(
    "%d × %d, %d channels: both halves exactly, f32 within 1e-6",
    async (width, height, channels) => {
      const device = await getDevice();
      for (const pipeline of ["u8", "f32"] as const) {
        const picture = levels(randomPicture(width, height, channels, 5), pipeline);
        const calls = argSets.map((args) => encodeOp(jpegQualityOp, args, picture, pipeline).words);
        const tiles = await runKernel(device, { op: "jpeg", pipeline, kind: "tile", ...picture, calls });
        for (const [i, words] of calls.entries()) {
          const wanted = coded(picture, words, pipeline);
          const bytes = Array.from(wanted, (value) => (pipeline === "u8" ? value : Math.floor(value * 255 + 0.5)));
          expectClose(tiles[i]!, bytes, 0, `tiles, ${pipeline} ${JSON.stringify(argSets[i])}`);
          const [shown] = await runKernel(device, {
            op: "jpeg_quality",
            pipeline,
            kind: "stencil",
            ...picture,
            values: wanted,
            calls: [words],
          });
          expectClose(shown!, runOp(jpegQualityOp, argSets[i]!, picture, pipeline), pipeline === "u8" ? 0 : 1e-6, `${pipeline} ${i}`);
        }
      }
    },
  );

  /** The picture, or its levels as f32 a little off, as an op before might leave them. */
  function levels(picture: Picture, pipeline: Pipeline): Picture {
    if (pipeline === "u8") return picture;
    const values = Float64Array.from(picture.values, (value, i) => Math.fround((value + (i % 7) / 20 - 0.15) / 255));
    return { ...picture, values };
  }
});

function expectClose(actual: ArrayLike<number>, wanted: ArrayLike<number>, bound: number, what: string): void {
  expect(actual.length, what).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) {
    if (!(Math.abs(actual[i]! - wanted[i]!) <= bound))
      throw new Error(`${what}: value ${i} is ${actual[i]}, the reference says ${wanted[i]}`);
  }
}
