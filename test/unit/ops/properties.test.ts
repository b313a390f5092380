/**
 * What holds for every image op, whatever it does. The tests go through the registry, so a new op is held to it by
 * being there; where an op differs, it says so itself (`laws` in src/ops/image-op.ts).
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, test } from "vitest";
import { checkCall } from "../../../src/ops/check-call.ts";
import { imageOps } from "../../../src/ops/index.ts";
import type { AnyCall, Args, ImageOp } from "../../../src/ops/op.ts";
import { sizeAfterCalls } from "../../../src/ops/size.ts";
import { sizeAfterStage } from "../../../src/stages/index.ts";
import { examplesOf, MAGNITUDES } from "../../../tools/ops-docs/examples.ts";
import { readRgb } from "../../../tools/ops-docs/png.ts";
import { pictureOf } from "../../../tools/ops-docs/strips.ts";
import {
  applyCalls,
  applyOp,
  damage,
  filledPicture,
  noisePicture,
  type PictureShape,
  type PixelPicture,
  type Precision,
  storedOf,
} from "../../pictures.ts";
import { allOps, callsOf, runsIn } from "./sample-calls.ts";

/**
 * One row, one column, the smallest square, one pixel, and two that are not square, one of them larger than any
 * stencil.
 */
const SIZES: [height: number, width: number][] = [
  [1, 9],
  [9, 1],
  [2, 2],
  [1, 1],
  [5, 8],
  [23, 12],
];
const CHANNELS = [1, 3, 4];
/** Every size with one count of channels; `npm run test:whole` has it with all. */
const SHAPES: PictureShape[] = SIZES.flatMap(([height, width], i) =>
  (inject("sweeps") === "whole" ? CHANNELS : [CHANNELS[i % 3]!]).map((channels) => ({ height, width, channels })),
);
const PRECISIONS: Precision[] = ["u8", "f32"];

const title = ({ height, width, channels }: PictureShape) => `${height} × ${width} × ${channels}`;
const shown = (call: AnyCall, shape: PictureShape, precision: Precision) =>
  `${JSON.stringify(call)} on ${title(shape)}, ${precision}`;

describe("neutral arguments change nothing, bit for bit", () => {
  function neutralsOf(op: ImageOp, shape: PictureShape): readonly Args[] {
    const { neutral } = op.laws ?? {};
    if (neutral === "none") return [];
    if (neutral) return neutral(shape);
    const given = Object.entries(op.args);
    const isComplete =
      given.every(([, arg]) => "identity" in arg || "default" in arg) && given.some(([, arg]) => "identity" in arg);
    const byName = isComplete
      ? [Object.fromEntries(given.flatMap(([name, arg]) => ("identity" in arg ? [[name, arg.identity]] : [])))]
      : [];
    return [...byName, ...(op.atMagnitude ? [op.atMagnitude(0)] : [])];
  }

  /** However a warp reads, and whoever rounds. */
  function waysOf(op: ImageOp, args: Args): AnyCall[] {
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

  test.each(allOps.filter(([, { laws }]) => laws?.neutral !== "none"))("%s", (_, op) => {
    let count = 0;
    for (const shape of SHAPES) {
      for (const precision of PRECISIONS.filter((one) => runsIn(op, one))) {
        const picture = noisePicture(shape, precision, 5);
        for (const call of neutralsOf(op, shape).flatMap((args) => waysOf(op, args))) {
          const wanted = storedOf(picture);
          const found = storedOf(applyCalls(picture, [call], precision));
          const slack = precision === "f32" ? (op.laws?.neutralWithin ?? 0) : 0;
          for (let i = 0; i < wanted.length; i++) {
            if (!(Math.abs(found[i]! - wanted[i]!) <= slack))
              throw new Error(`${shown(call, shape, precision)}: ${found[i]} for ${wanted[i]}`);
          }
          count++;
        }
      }
    }
    expect(count, `${op.name} has neither neutral arguments nor \`laws: { neutral: "none" }\``).toBeGreaterThanOrEqual(
      SHAPES.length,
    );
  });

  test.each(allOps.filter(([, { laws }]) => laws?.neutral === "none"))(
    "%s has none: it does something to a photograph",
    (_, op) => {
      const [weakest] = examplesOf(op, photographs[0]!);
      expect(
        Math.max(...photographs.map((picture) => damage(applyOp(op, weakest!, picture), picture))),
      ).toBeGreaterThan(0.1);
    },
  );
});

/** At half the side that the documentation shows them at: a quarter of the work, and the laws hold there too. */
const photographs = ["astronaut", "chelsea", "coffee", "raccoon", "rocket"].map((name) =>
  halved(
    pictureOf(
      readRgb(readFileSync(fileURLToPath(new URL(`../../../demo/public/photos/${name}.png`, import.meta.url)))),
    ),
  ),
);

/** Every pixel is the mean of four. */
function halved({ height, width, channels, values }: PixelPicture): PixelPicture {
  const row = 4 * width;
  const small = Float64Array.from({ length: values.length / 4 }, (_, i) => {
    const [pixel, channel] = [i >> 2, i & 3];
    const at = Math.floor(pixel / (width / 2)) * 2 * row + (pixel % (width / 2)) * 8 + channel;
    return (values[at]! + values[at + 4]! + values[at + row]! + values[at + row + 4]! + 2) >> 2;
  });
  return { height: height / 2, width: width / 2, channels, values: small };
}

describe("damage grows with strength", () => {
  const strong = allOps.filter(([, op]) => op.atMagnitude);

  test.each(strong.filter(([, { laws }]) => laws?.shrinksBy !== "any"))("%s", (_, op) => {
    const left = 1 - ((op.laws?.shrinksBy as number | undefined) ?? 0);
    // Over five photographs it grows; over one alone, a hue that goes all the way round can come back by some per cent.
    const means = MAGNITUDES.map((magnitude) => {
      const each = photographs.map((picture) => damage(applyOp(op, op.atMagnitude!(magnitude), picture), picture));
      return each.reduce((sum, one) => sum + one, 0) / each.length;
    });
    for (const [i, mean] of means.entries()) if (i > 0) expect(mean, `${means}`).toBeGreaterThan(means[i - 1]! * left);
    // At full strength it can be seen: two per cent of the range.
    expect(means.at(-1)).toBeGreaterThan(5);
    if (op.kind !== "color" && op.kind !== "tone") return;
    // Colours need no photograph: noise changes more too, in either precision.
    for (const precision of PRECISIONS.filter((one) => runsIn(op, one))) {
      const picture = noisePicture({ height: 16, width: 16, channels: 3 }, precision, 12345);
      const changes = MAGNITUDES.map((magnitude) =>
        damage(applyOp(op, op.atMagnitude!(magnitude), picture, precision), picture),
      );
      expect(changes[0], `${precision}: ${changes}`).toBeLessThan(precision === "u8" ? 0.0001 : 0.0001 / 255);
      for (const [i, change] of changes.entries())
        if (i > 0) expect(change, `${precision}: ${changes}`).toBeGreaterThan(changes[i - 1]! * left);
    }
  });

  test("is asked of every op that has a strength", () => {
    expect(strong.map(([name]) => name)).toContain("solarize");
  });

  test("jigsaw moves most of the picture at any strength above 0", () => {
    for (const magnitude of MAGNITUDES.slice(1)) {
      for (const picture of photographs)
        expect(
          damage(applyOp(imageOps.jigsaw, imageOps.jigsaw.atMagnitude!(magnitude), picture), picture),
        ).toBeGreaterThan(10);
    }
  });
});

describe.each(SHAPES.map((shape) => [title(shape), shape] as const))("%s", (_, shape) => {
  test("every op gives a picture of its size, in its range", () => {
    for (const precision of PRECISIONS) {
      const picture = noisePicture(shape, precision, 3);
      for (const [, op] of allOps.filter(([, one]) => runsIn(one, precision))) {
        for (const call of callsOf(op, shape)) {
          const result = applyCalls(picture, [call], precision);
          const [height, width] = sidesAfter(op, call, shape);
          if (result.height !== height || result.width !== width)
            throw new Error(`${shown(call, shape, precision)}: ${title(result)}, not ${height} × ${width}`);
          const beyond = op.laws?.leavesRangeBy ?? 0;
          const [low, high] = precision === "u8" ? [0, 255] : [-beyond, 1 + beyond];
          const isWrong = (value: number) =>
            !(value >= low! && value <= high! && (precision === "f32" || Number.isInteger(value)));
          const wrong = storedOf(result).find(isWrong);
          if (wrong !== undefined) throw new Error(`${shown(call, shape, precision)}: ${wrong}`);
        }
      }
    }
  });

  test("a picture of one colour keeps that colour, or has another one, everywhere", () => {
    // Masks draw something on it: holes, boxes, noise.
    for (const precision of PRECISIONS) {
      const colour = precision === "u8" ? [90, 20, 200, 77] : [0.375, 0.1, 0.8, 0.25].map(Math.fround);
      const picture = filledPicture(shape, precision, (channel) => colour[channel]!);
      for (const [name, op] of allOps.filter(([, one]) => runsIn(one, precision) && one.kind !== "mask")) {
        for (const given of callsOf(op, shape)) {
          // Nothing shows beside a picture that goes on: no fill, no dark border.
          if (given.peer === "kerascv" && name === "gaussianBlur") continue;
          if (op.kind === "warp" && (given.fill || given.overhang)) continue;
          const call = op.kind === "warp" && "edge" in op.args ? { ...given, edge: "edge" } : given;
          if (name === "cropAndResize" && (given.top as number) < 0) continue;
          const { channels, values } = applyCalls(picture, [call], precision);
          // A mean of equal floats is that float, but for the rounding of the sum of up to 23 × 23 weights that should
          // be 1.
          const slack = precision === "u8" ? 0 : 1e-6;
          const off = values.findIndex((value, i) => i % 4 < channels && !(Math.abs(value - values[i % 4]!) <= slack));
          if (off >= 0) throw new Error(`${shown(call, shape, precision)}: ${values[off]}, not ${values[off % 4]}`);
        }
      }
    }
  });
});

/** What the op's own description says of its result's size. */
function sidesAfter(op: ImageOp, call: AnyCall, { height, width }: PictureShape): number[] {
  const { args } = checkCall(call, "call");
  const own = op.kind === "warp" && !op.place ? op.sizeAfter?.(args, { height, width }) : undefined;
  const sides = { height, width };
  for (const [name, { sideOfResult }] of Object.entries(op.args))
    if (sideOfResult && sideOfResult !== "both") sides[sideOfResult] = args[name] as number;
  return own ? [own.height, own.width] : [sides.height, sides.width];
}

test("policies and plans know the size an op leads to from its description alone", () => {
  const size = { height: 7, width: 11 };
  const resizing: string[] = [];
  for (const [name, op] of allOps) {
    for (const call of callsOf(op, { ...size, channels: 3 })) {
      const { height, width } = applyCalls(noisePicture({ ...size, channels: 3 }, "f32"), [call], "f32");
      expect(sizeAfterStage({ ...call, kind: "op" } as never, size, "policy"), JSON.stringify(call)).toEqual({
        height,
        width,
      });
      expect(sizeAfterCalls([call as never], size, "ops"), JSON.stringify(call)).toEqual({ height, width });
      if ((height !== size.height || width !== size.width) && !resizing.includes(name)) resizing.push(name);
    }
  }
  const marked = allOps
    .filter(([, op]) => Object.values(op.args).some(({ sideOfResult }) => sideOfResult))
    .map(([name]) => name);
  expect(resizing).toEqual(marked);
  expect(marked.length).toBeGreaterThan(0);
});

test("colours, tones and masks leave alpha alone, unless they are given a number for it", () => {
  let count = 0;
  for (const precision of PRECISIONS) {
    const shape = { height: 12, width: 9, channels: 4 };
    const picture = noisePicture(shape, precision, 9);
    for (const [, op] of allOps.filter(
      ([, one]) => runsIn(one, precision) && ["color", "tone", "mask"].includes(one.kind),
    )) {
      for (const call of callsOf(op, shape)) {
        if ([(call as AnyCall).fill, (call as AnyCall).mean].some((list) => Array.isArray(list) && list.length === 4))
          continue;
        const { values } = applyCalls(picture, [call], precision);
        expect(
          Array.from(values).every((value, i) => i % 4 < 3 || value === picture.values[i]),
          shown(call, shape, precision),
        ).toBe(true);
        count++;
      }
    }
  }
  expect(count).toBeGreaterThan(150);
});

describe("an op by levels is three curves", () => {
  const shape: PictureShape = { height: 16, width: 16, channels: 3 };
  /** Level v of all channels at place v, and the same levels in another order for each channel. */
  const grey = filledByPlace((place) => place);
  const shuffled = filledByPlace((place, channel) => (place * (2 * channel + 3) + 7 * channel) % 256);

  function filledByPlace(level: (place: number, channel: number) => number) {
    let place = -1;
    return filledPicture(shape, "u8", (channel) => level(channel === 0 ? ++place : place, channel));
  }

  /** Whether what the op makes of a pixel can be looked up, channel by channel, in what it makes of all levels. */
  function isThreeCurves(call: AnyCall): boolean {
    const [curves, made] = [grey, shuffled].map((picture) => applyCalls(picture, [call], "u8").values) as [
      Float64Array,
      Float64Array,
    ];
    return made.every((value, i) => value === (i % 4 === 3 ? 255 : curves[4 * shuffled.values[i]! + (i % 4)]));
  }

  const colours = allOps.filter(([, op]) => op.kind === "color" && runsIn(op, "u8"));
  const byLevel = colours.filter(([, op]) => "byLevel" in op);

  test.each(byLevel)("%s", (_, op) => {
    for (const call of callsOf(op, shape)) expect(isThreeCurves(call), JSON.stringify(call)).toBe(true);
  });

  test("the others are not, but for those that change nothing", () => {
    const others = colours.filter(([, op]) => !("byLevel" in op));
    const curves = others.filter(([, op]) =>
      callsOf(op, shape)
        .filter(({ channels }) => channels !== "one")
        .every(isThreeCurves),
    );
    expect(curves.map(([name]) => name)).toEqual(["identity"]);
  });
});
