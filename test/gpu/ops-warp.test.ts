/** Warps on the GPU against the reference: u8 to the byte, f32 to a few units in the last place. */
import { describe, expect, test } from "vitest";
import { throughPoints } from "../../src/ops/warp/perspective.ts";
import type { OpCall } from "../../src/plan/plan.ts";
import { asFloats, noisePicture, type Precision } from "../pictures.ts";
import { caseGenerator } from "../random.ts";
import { allOps, callsOf } from "../unit/ops/sample-calls.ts";
import { hasKernelsOf } from "./divided.ts";
import { differing, type Job, onBoth } from "./ops-on-both.ts";

const SHAPES = [
  [1, 1],
  [2, 2],
  [9, 1],
  [1, 7],
  [13, 8],
  [31, 22],
] as const;
/** Of what is cut out and resized. */
const SIZES = [
  [1, 1],
  [24, 5],
  [7, 17],
] as const;

/** Warps of every kind that the shader tells apart, all of pictures of one shape to results of one size. */
interface Batch {
  shape: { width: number; height: number; channels: number };
  /** Undefined: the size stays. */
  size: (typeof SIZES)[number] | undefined;
}

const batches: Batch[] = SHAPES.flatMap(([width, height]) =>
  [1, 3, 4].flatMap((channels) => [undefined, ...SIZES].map((size) => ({ shape: { width, height, channels }, size }))),
);

function randomCalls({ shape: { width, height }, size }: Batch, seed: number): OpCall[] {
  const { next, below, pick } = caseGenerator(seed);
  const spread = (by: number) => (next() - 0.5) * by;
  const reading = {
    interpolation: pick(["nearest", "bilinear", "bicubic"]),
    fill: pick([undefined, [0], [200], [1, 90, 255], [10, 20, 30, 40]]),
    peer: pick(["pillow", "torchvision", "kerascv"]),
  };
  const edge = pick(["constant", "constant", "reflect", "symmetric", "edge", "wrap"]);
  if (!size && next() < 0.3) {
    const corners = [
      [0, 0],
      [width, 0],
      [width, height],
      [0, height],
    ] as const;
    const ends = corners.map(([x, y]) => [x + spread(0.6 * width), y + spread(0.6 * height)] as const);
    return [{ op: "perspective", matrix: throughPoints(ends, corners), edge, ...reading }] as unknown as OpCall[];
  }
  const affine = {
    op: "affine",
    matrix: [1 + spread(3), spread(2), spread(2 * width), spread(2), 1 + spread(3), spread(2 * height)],
  };
  if (!size) return [{ ...affine, edge, ...reading }] as OpCall[];
  const [outWidth, outHeight] = size;
  // Where a part of the picture is left of it that a whole crop can take, that is folded in.
  const fits = outWidth <= width && outHeight <= height;
  if (fits && next() < 0.4)
    return [
      { ...affine, edge, ...reading },
      {
        op: "crop",
        top: below(height - outHeight + 1),
        left: below(width - outWidth + 1),
        height: outHeight,
        width: outWidth,
      },
    ] as OpCall[];
  const [left, top] = [below(width), below(height)];
  const window = { left, top, width: 1 + below(width - left), height: 1 + below(height - top) };
  const moved = {
    left: left + spread(1),
    top: top + spread(1),
    width: window.width + spread(0.5),
    height: window.height + next(),
  };
  const resized = {
    op: "cropAndResize",
    ...(next() < 0.5 ? window : moved),
    outHeight,
    outWidth,
    antialias: next() < 0.5,
    ...reading,
  };
  const overhang = pick(["fill", "cut"]);
  return [{ ...resized, overhang }, ...(next() < 0.4 ? [{ op: "flipX" }] : [])] as OpCall[];
}

const PER_BATCH = 9;

/** Every batch with a few warps: 648 in all. */
function jobsOf(batch: Batch, number: number, precision: Precision): Job[] {
  return Array.from({ length: PER_BATCH }, (_, i) => {
    const seed = number * PER_BATCH + i + 1;
    const bytes = noisePicture(batch.shape, "u8", seed);
    return { picture: precision === "u8" ? bytes : asFloats(bytes), calls: randomCalls(batch, seed) };
  });
}

describe("a few hundred warps of every kind, peer, edge and interpolation", () => {
  test.each(["u8", "f32"] as const)("%s: to the byte, or to 16 units in the last place of 1", async (precision) => {
    for (const [number, batch] of batches.entries()) {
      if (!hasKernelsOf(precision, batch.shape.channels)) continue;
      const jobs = jobsOf(batch, number, precision);
      for (const [i, made] of (await onBoth(jobs, precision, "rows")).entries()) {
        const wrong = differing(made, () => (precision === "u8" ? 0 : 16 * 2 ** -23));
        expect(wrong, `${JSON.stringify(batch.shape)} ${JSON.stringify(jobs[i]!.calls)}`).toBe("");
      }
    }
  });
});

/** Warps that keep the size and can be read in any way. */
const readable = allOps.filter(
  ([, { kind, args }]) =>
    kind === "warp" &&
    "interpolation" in args &&
    "edge" in args &&
    !Object.values(args).some((arg) => arg.sideOfResult),
);

/** Each op with pictures of some channels, as bytes and as floats: between them, ops have every kernel. */
const read = readable
  .flatMap(([name, op], i) => {
    const channels = [1, 3, 4][i % 3]!;
    return (["u8", "f32"] as const).map((precision) => [precision, channels, name, op] as const);
  })
  .filter(([precision, channels]) => hasKernelsOf(precision, channels));

test.each(read)(
  "%s, %i channels: %s, however it is read, to the byte, or to 16 units in the last place of 1",
  async (precision, channels, _, op) => {
    const shape = { height: 14, width: 19, channels };
    const readings = ["nearest", "bilinear", "bicubic"].flatMap((interpolation) =>
      ["constant", "edge", "reflect", "symmetric", "wrap"].map((edge) => ({ interpolation, edge })),
    );
    const calls = callsOf(op, shape).flatMap((call, i) =>
      readings.map((reading) => ({ ...call, ...reading, ...(i % 2 && { fill: [99] }) })),
    );
    const bytes = noisePicture(shape, "u8", 77);
    const picture = precision === "u8" ? bytes : asFloats(bytes);
    const jobs: Job[] = calls.map((call) => ({ picture, calls: [call as unknown as OpCall] }));
    for (const [i, made] of (await onBoth(jobs, precision, "rows")).entries()) {
      const wrong = differing(made, () => (precision === "u8" ? 0 : 16 * 2 ** -23));
      expect(wrong, JSON.stringify(jobs[i]!.calls)).toBe("");
    }
  },
);

test("large pictures: places deep in 4,096 pixels are the same on both sides", async () => {
  const picture = noisePicture({ width: 4096, height: 3, channels: 1 });
  const plain = { edge: "constant", fill: [7], peer: "pillow", interpolation: "bilinear" } as const;
  const same: OpCall[] = [
    { op: "affine", matrix: [1.0003, 0.2, -3.7, 0.0002, 1.1, 0.3], ...plain },
    { op: "perspective", matrix: [1.1, 0.02, 1.5, 0, 1, 0, 0.00002, 0, 1], ...plain },
  ];
  for (const calls of [same, [{ op: "resize", width: 37, height: 1, peer: "pillow" }] as OpCall[]])
    for (const [i, made] of (
      await onBoth(
        calls.map((call) => ({ picture, calls: [call] })),
        "u8",
        "rows",
      )
    ).entries())
      expect(
        differing(made, () => 0),
        JSON.stringify(calls[i]),
      ).toBe("");
});
