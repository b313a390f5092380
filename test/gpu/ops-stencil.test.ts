/**
 * Stencils, tile ops and masks on the GPU against their CPU references: in u8 the same bytes, in f32 within the bound
 * that the op gives.
 */

import { describe, expect, test } from "vitest";
import type { OpName } from "../../src/ops/index.ts";
import type { Args, ImageOp } from "../../src/ops/op.ts";
import type { OpCall } from "../../src/plan/plan.ts";
import { noisePicture, type PictureShape, type PixelPicture, type Precision, storedOf } from "../pictures.ts";
import { generator } from "../random.ts";
import { allOps, callsOf } from "../unit/ops/sample-calls.ts";
import { hasKernelsOf } from "./divided.ts";
import { differing, floatsWithin, type Job, onBoth } from "./ops-on-both.ts";

const { next: draw, word } = generator(2024);

const many = (make: () => Args, count = 12): Args[] => Array.from({ length: count }, make);
const key = () => [word(), word()];
const box = () => {
  const [x0, y0] = [Math.floor(draw() * 26) - 10, Math.floor(draw() * 26) - 10];
  return [x0, y0, x0 + 5 + Math.floor(draw() * 30), y0 + 5 + Math.floor(draw() * 30)];
};
const fill = () => Array.from({ length: draw() < 0.3 ? 1 : draw() < 0.5 ? 3 : 4 }, () => Math.floor(draw() * 256));

/** Arguments of all kinds, beside those that every op is called with. No op need be here. */
const MORE: { [op in OpName]?: Args[] } = {
  sharpness: [...many(() => ({ factor: 7 * draw() })), ...many(() => ({ factor: 7 * draw(), peer: "torchvision" }))],
  gaussianBlur: [
    ...many(() => ({
      sigma: [3 * draw(), 3 * draw()],
      kernel: [2 * Math.floor(6 * draw()) + 1, 2 * Math.floor(6 * draw()) + 1],
    })),
    ...many(() => ({ sigma: [3.4 * draw(), 3.4 * draw()], peer: "pillow" })),
    ...many(() => ({ sigma: [2 * draw(), 2 * draw()], peer: "kerascv" }), 4),
    { sigma: [10, 10], kernel: [23, 23] },
    { sigma: [0, 0] },
  ],
  downscale: [1, 2, 3, 7, 16].map((factor) => ({ factor })),
  jigsaw: [
    { grid: [2, 2], order: [3, 0, 1, 2] },
    { grid: [1, 4], order: [1, 3, 0, 2] },
    { grid: [3, 2], order: [5, 1, 4, 2, 0, 3] },
    { grid: [16, 16], order: Array.from({ length: 256 }, (_, i) => (77 * i + 5) % 256) },
    { grid: [40, 1], order: Array.from({ length: 40 }, (_, i) => 39 - i) },
  ],
  jpegQuality: [1, 7, 30, 50, 75, 92, 100].flatMap((quality) =>
    ["4:2:0", "4:4:4"].map((chroma) => ({ quality, chroma })),
  ),
  cutout: many(() => ({ box: box(), fill: fill() })),
  erase: [
    ...many(() => ({ box: box(), fill: fill() })),
    ...many(() => ({
      box: box(),
      mode: "pixel",
      mean: [255 * draw(), 255 * draw(), 255 * draw()],
      std: [255 * draw()],
      key: key(),
    })),
    ...many(() => ({
      box: box(),
      mode: "channel",
      mean: [255 * draw()],
      std: [99 * draw(), 9 * draw(), 255],
      key: key(),
    })),
  ],
  gridMask: [
    ...many(() => ({
      unit: 1 + 30 * draw(),
      ratio: draw(),
      offset: [30 * draw(), 30 * draw()],
      rotation: 720 * draw() - 360,
      fill: fill(),
    })),
    ...many(() => ({
      unit: 1 + 30 * draw(),
      ratio: draw(),
      mode: "pixel",
      mean: 255 * draw(),
      std: 255 * draw(),
      key: key(),
    })),
    { unit: 8, ratio: 0.5 },
    { unit: 8, ratio: 0 },
    { unit: 8, ratio: 1 },
  ],
  gaussianNoise: many(() => ({ std: 255 * draw(), key: key() })),
  saltAndPepper: many(() => ({ salt: 0.5 * draw(), pepper: 0.5 * draw(), key: key() })),
};

const sizes: [width: number, height: number, channels: number][] = [
  [25, 19, 3],
  [9, 1, 1],
  [2, 2, 4],
  [12, 25, 4],
  [16, 16, 1],
];
/** More than one tile each way. */
const tiled: typeof sizes = [
  [4, 33, 3],
  [65, 18, 3],
];
const isTiled = (op: ImageOp) => op.kind === "tile";

/**
 * The picture, and for tiles its levels about the middle, where no colour is cut off, so that every value of a
 * transform shows.
 */
function picturesOf(op: ImageOp, shape: PictureShape, precision: Precision): PixelPicture[] {
  if (!isTiled(op)) return [noisePicture(shape, precision, 99)];
  const bytes = noisePicture(shape, "u8", 5);
  const pictures = [bytes, { ...bytes, values: bytes.values.map((value) => 96 + (value >> 2)) }];
  if (precision === "u8") return pictures;
  // A little off the levels, as an op before might leave them.
  const off = (value: number, i: number) => Math.fround((value + (i % 7) / 20 - 0.15) / 255);
  return pictures.map((picture) => ({ ...picture, values: picture.values.map(off) }));
}

const ops = allOps.filter(([, { kind }]) => kind === "stencil" || kind === "tile" || kind === "mask");
const argsOf = (op: ImageOp, shape: PictureShape): Args[] => [
  ...callsOf(op, shape),
  ...(MORE[op.name as OpName] ?? []),
];

describe.each(ops)("%s", (name, op) => {
  const all = isTiled(op) ? [...sizes, ...tiled] : sizes;
  const mine = (["u8", "f32"] as const).flatMap((precision) =>
    all
      .filter(([, , channels]) => hasKernelsOf(precision, channels))
      .map(([width, height, channels]) => ({ precision, width, height, channels })),
  );
  test.each(mine)("$precision, $width × $height, $channels channels", async ({ precision, ...shape }) => {
    const calls = argsOf(op, shape).map((args) => ({ ...args, op: name }) as OpCall);
    const jobs: Job[] = picturesOf(op, shape, precision).flatMap((picture) =>
      calls.map((call) => ({ picture, calls: [call] })),
    );
    let changed = 0;
    for (const [i, made] of (await onBoth(jobs, precision, "rows")).entries()) {
      const {
        calls: [call],
        picture,
      } = jobs[i]!;
      const bound = precision === "u8" ? 0 : floatsWithin(call!);
      expect(
        differing(made, () => bound),
        JSON.stringify(call),
      ).toBe("");
      const before = storedOf(picture);
      if (Array.from(made.wanted).some((value, at) => value !== before[at])) changed += 1;
    }
    // The control: most calls do something to a picture that has an inside.
    if (shape.width > 9 && shape.height > 9) expect(changed).toBeGreaterThan(jobs.length / 2);
  });
});
