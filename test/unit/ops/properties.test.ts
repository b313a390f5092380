/**
 * What holds for every image op, whatever it does. The tests go through the registry, so a new op is held to it by being there; an
 * op for which a law means nothing stands in a list here, with the reason, and the list must be exactly those.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Args, ImageOp } from "../../../src/ops/op.ts";
import { sizeAfterCalls } from "../../../src/ops/size.ts";
import type { OpCall } from "../../../src/plan/plan.ts";
import { applyOps, type PixelPicture } from "../../../src/reference/ops.ts";
import { sizeAfterStage } from "../../../src/stages/stage-size.ts";
import { readRgb } from "../../../tools/ops-docs/png.ts";
import { MAGNITUDES, pictureOf } from "../../../tools/ops-docs/strips.ts";
import { allOps, callsOf, filledPicture, noisePicture, type Pipeline, runsIn, type Shape } from "./sample-calls.ts";

/** One row, one column, the smallest square, one pixel, and two that are not square, one of them larger than any stencil. */
const SIZES: [height: number, width: number][] = [
  [1, 9],
  [9, 1],
  [2, 2],
  [1, 1],
  [5, 8],
  [23, 12],
];
const SHAPES: Shape[] = SIZES.flatMap(([height, width]) => [1, 3, 4].map((channels) => ({ height, width, channels })));
const PIPELINES: Pipeline[] = ["u8", "f32"];

const title = ({ height, width, channels }: Shape) => `${height} × ${width} × ${channels}`;
const shown = (call: OpCall, shape: Shape, pipeline: Pipeline) => `${JSON.stringify(call)} on ${title(shape)}, ${pipeline}`;

/** What a batch stores of a picture. */
function storedOf({ channels, values }: PixelPicture): number[] {
  return Array.from(values).filter((_, i) => i % 4 < channels);
}

describe("identity arguments change nothing, bit for bit", () => {
  /** Where they depend on the picture's size, or are a box or an order that means nothing. */
  const BY_HAND: Record<string, (size: Shape) => Args[]> = {
    crop: ({ height, width }) => [{ top: 0, left: 0, height, width }],
    resize: ({ height, width }) => ["fill", "cover", "contain"].map((fit) => ({ height, width, fit })),
    cropAndResize: ({ height, width }) => [{ top: 0, left: 0, height, width, outHeight: height, outWidth: width }],
    cutout: ({ width }) => [{ box: [1, 1, 1, 5] }, { box: [width, 0, width + 9, 9] }],
    erase: ({ width }) => [{ box: [1, 1, 1, 5], mode: "pixel" }, { box: [width, 0, width + 9, 9] }],
    jigsaw: () => [
      { grid: [1, 1], order: [0] },
      { grid: [2, 3], order: [0, 1, 2, 3, 4, 5] },
    ],
    identity: () => [{}],
  };
  /** They do something whatever they are given: there is nothing to leave out of a flip, and JPEG rounds even at quality 100. */
  const NONE = ["autocontrast", "equalize", "flipX", "flipY", "grayscale", "invert", "jpegQuality", "smooth3x3"];

  /** Floats that come back through HSV, or through weights whose sum is divided by (one unit in the last place): how far off they are. */
  const FLOATS: Record<string, number> = { hue: 5e-7, resize: 2 ** -24, cropAndResize: 2 ** -24 };

  function identitiesOf(op: ImageOp, size: Shape): Args[] {
    if (BY_HAND[op.name]) return BY_HAND[op.name]!(size);
    const given = Object.entries(op.args);
    const isComplete = given.every(([, arg]) => "identity" in arg || "default" in arg) && given.some(([, arg]) => "identity" in arg);
    const byName = isComplete
      ? [Object.fromEntries(given.flatMap(([name, arg]) => ("identity" in arg ? [[name, arg.identity]] : [])))]
      : [];
    const byStrength = op.atMagnitude && !NONE.includes(op.name) ? [op.atMagnitude(0)] : [];
    return [...byName, ...byStrength];
  }

  /** However a warp reads, and whoever rounds. */
  function waysOf(op: ImageOp, args: Args): OpCall[] {
    const peers = op.peers ?? [undefined];
    const ways = op.kind === "warp" && "interpolation" in op.args ? ["nearest", "bilinear", "bicubic"] : [undefined];
    const edges = op.kind === "warp" && "edge" in op.args ? ["constant", "wrap"] : [undefined];
    return peers.flatMap((peer) =>
      ways.flatMap((interpolation) =>
        edges.map((edge) => ({
          op: op.name,
          ...args,
          ...(peer && { peer }),
          ...(interpolation && { interpolation }),
          ...(edge && { edge, fill: [9] }),
        })),
      ),
    );
  }

  test("every op has such arguments, but for exactly those that cannot", () => {
    expect(allOps.filter(([, op]) => identitiesOf(op, SHAPES[0]!).length === 0).map(([name]) => name)).toEqual(NONE);
  });

  test.each(allOps.filter(([name]) => !NONE.includes(name)))("%s", (name, op) => {
    let count = 0;
    for (const shape of SHAPES) {
      for (const pipeline of PIPELINES.filter((one) => runsIn(name, one))) {
        const picture = noisePicture(shape, pipeline, 5);
        for (const call of identitiesOf(op, shape).flatMap((args) => waysOf(op, args))) {
          const wanted = storedOf(picture);
          const found = storedOf(applyOps(picture, [call], pipeline));
          const slack = pipeline === "f32" ? (FLOATS[name] ?? 0) : 0;
          for (let i = 0; i < wanted.length; i++) {
            if (!(Math.abs(found[i]! - wanted[i]!) <= slack))
              throw new Error(`${shown(call, shape, pipeline)}: ${found[i]} for ${wanted[i]}`);
          }
          count++;
        }
      }
    }
    expect(count).toBeGreaterThanOrEqual(SHAPES.length);
  });

  test("the others do something, to a photograph", () => {
    for (const name of NONE) {
      const args = name === "jpegQuality" ? { quality: 100 } : {};
      const most = Math.max(...photographs.map((picture) => damage(name, args, picture)));
      expect(most, name).toBeGreaterThan(0.1);
    }
  });
});

const photographs = ["astronaut", "chelsea", "coffee", "raccoon", "rocket"].map((name) =>
  pictureOf(readRgb(readFileSync(fileURLToPath(new URL(`../../../demo/public/photos/${name}.png`, import.meta.url))))),
);

/** Mean absolute change of the colours, in levels. */
function damage(name: string, args: Args, picture: PixelPicture): number {
  const { values } = applyOps(picture, [{ op: name, ...args }], "u8");
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (i % 4 < 3) sum += Math.abs(values[i]! - picture.values[i]!);
  return sum / (values.length * 0.75);
}

describe("damage grows with strength", () => {
  /**
   * On or off, or a place or an order and no amount; and jigsaw, whose finer grid moves more tiles but each to as random a place:
   * past two by two, how far the picture is from itself does not grow.
   */
  const WITHOUT = {
    "no strength": [
      ...["autocontrast", "channelShuffle", "crop", "cropAndResize", "cutout", "equalize", "erase", "flipX", "flipY", "grayscale"],
      ...["identity", "invert", "normalize", "resize", "smooth3x3"],
    ],
    "a strength that is no amount": ["jigsaw"],
  };

  test("every op has a strength, but for exactly those where there is none", () => {
    expect(allOps.filter(([, op]) => !op.atMagnitude).map(([name]) => name)).toEqual(WITHOUT["no strength"]);
  });

  /**
   * Over five photographs it grows; over one alone, a hue that goes all the way round can come back by some per cent. At full strength
   * solarization only inverts the sum, whose bright parts the addition had changed more: a hundredth less.
   */
  const SLACK: Record<string, number> = { solarization: 0.01 };

  test.each(allOps.filter(([name, op]) => op.atMagnitude && !Object.values(WITHOUT).flat().includes(name)))("%s", (name, op) => {
    const means = MAGNITUDES.map((magnitude) => {
      const each = photographs.map((picture) => damage(name, op.atMagnitude!(magnitude), picture));
      return each.reduce((sum, one) => sum + one, 0) / each.length;
    });
    for (const [i, mean] of means.entries()) {
      if (i > 0) expect(mean, `${means}`).toBeGreaterThan(means[i - 1]! * (1 - (SLACK[name] ?? 0)));
    }
    // At full strength it can be seen: two per cent of the range.
    expect(means.at(-1)).toBeGreaterThan(5);
  });

  test("jigsaw moves most of the picture at any strength above 0", () => {
    const jigsaw = allOps.find(([name]) => name === "jigsaw")![1];
    for (const magnitude of MAGNITUDES.slice(1)) {
      for (const picture of photographs) expect(damage("jigsaw", jigsaw.atMagnitude!(magnitude), picture)).toBeGreaterThan(10);
    }
  });
});

describe.each(SHAPES.map((shape) => [title(shape), shape] as const))("%s", (_, shape) => {
  test("every op gives a picture of its size, in its range", () => {
    for (const pipeline of PIPELINES) {
      const picture = noisePicture(shape, pipeline, 3);
      for (const [name, op] of allOps.filter(([one]) => runsIn(one, pipeline))) {
        for (const call of callsOf(op, shape)) {
          const result = applyOps(picture, [call], pipeline);
          expect([result.height, result.width], shown(call, shape, pipeline)).toEqual(sidesAfter(op, call, shape));
          const inRange = (value: number) => Number.isFinite(value) && value >= 0 && (pipeline === "u8" ? Number.isInteger(value) : true);
          // Normalised values leave 0..1, as they should.
          const highest = pipeline === "u8" ? 255 : 1;
          const isRight = (value: number) => (name === "normalize" ? Number.isFinite(value) : inRange(value) && value <= highest);
          expect(
            storedOf(result).filter((value) => !isRight(value)),
            shown(call, shape, pipeline),
          ).toEqual([]);
        }
      }
    }
  });

  test("a picture of one colour keeps that colour, or has another one, everywhere", () => {
    /** They draw something on it: holes, boxes, noise. */
    const DRAWN = ["cutout", "erase", "gaussianNoise", "gridMask", "saltAndPepper"];
    for (const pipeline of PIPELINES) {
      const colour = pipeline === "u8" ? [90, 20, 200, 77] : [0.375, 0.1, 0.8, 0.25].map(Math.fround);
      const picture = filledPicture(shape, pipeline, (channel) => colour[channel]!);
      for (const [name, op] of allOps.filter(([one]) => runsIn(one, pipeline) && !DRAWN.includes(one))) {
        for (const given of callsOf(op, shape)) {
          // Nothing shows beside a picture that goes on: no fill, no dark border.
          if (given.peer === "kerascv" && name === "gaussianBlur") continue;
          if (op.kind === "warp" && (given.fill || given.overhang)) continue;
          const call = op.kind === "warp" && "edge" in op.args ? { ...given, edge: "edge" } : given;
          if (name === "cropAndResize" && (given.top as number) < 0) continue;
          const { channels, values } = applyOps(picture, [call], pipeline);
          // A mean of equal floats is that float, but for the rounding of the sum of up to 23 × 23 weights that should be 1.
          const slack = pipeline === "u8" ? 0 : 1e-6;
          const off = Array.from(values).filter((value, i) => i % 4 < channels && !(Math.abs(value - values[i % 4]!) <= slack));
          expect(off, shown(call, shape, pipeline)).toEqual([]);
        }
      }
    }
  });
});

/** What the op's own description says of its result's size. */
function sidesAfter(op: ImageOp, call: OpCall, { height, width }: Shape): number[] {
  const sides = { height, width };
  for (const [name, { sideOfResult }] of Object.entries(op.args)) if (sideOfResult) sides[sideOfResult] = call[name] as number;
  return [sides.height, sides.width];
}

test("policies and plans know the size an op leads to from its description alone", () => {
  const size = { height: 7, width: 11 };
  const resizing: string[] = [];
  for (const [name, op] of allOps) {
    for (const call of callsOf(op, { ...size, channels: 3 })) {
      const { height, width } = applyOps(noisePicture({ ...size, channels: 3 }, "f32"), [call], "f32");
      expect(sizeAfterStage({ ...call, kind: "op" }, size, "policy"), JSON.stringify(call)).toEqual({ height, width });
      expect(sizeAfterCalls([call], size, "ops"), JSON.stringify(call)).toEqual({ height, width });
      if ((height !== size.height || width !== size.width) && !resizing.includes(name)) resizing.push(name);
    }
  }
  const marked = allOps.filter(([, op]) => Object.values(op.args).some(({ sideOfResult }) => sideOfResult)).map(([name]) => name);
  expect(resizing).toEqual(marked);
  expect(marked.length).toBeGreaterThan(0);
});

test("colours, tones and masks leave alpha alone, unless they are given a number for it", () => {
  let count = 0;
  for (const pipeline of PIPELINES) {
    const shape = { height: 12, width: 9, channels: 4 };
    const picture = noisePicture(shape, pipeline, 9);
    for (const [, op] of allOps.filter(([name, { kind }]) => runsIn(name, pipeline) && ["color", "tone", "mask"].includes(kind))) {
      for (const call of callsOf(op, shape)) {
        if ([call.fill, call.mean].some((list) => Array.isArray(list) && list.length === 4)) continue;
        const { values } = applyOps(picture, [call], pipeline);
        expect(
          Array.from(values).every((value, i) => i % 4 < 3 || value === picture.values[i]),
          shown(call, shape, pipeline),
        ).toBe(true);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(150);
});
