/** Warps that only put whole pixels in other places: every byte is known. */
import { describe, expect, test } from "vitest";
import { imageOps } from "../../../src/ops/index.ts";
import type { WarpOp } from "../../../src/ops/op.ts";
import {
  applyOp,
  asFloats,
  noisePicture,
  type PixelPicture,
  pictureOf,
  storedOf,
  warped,
  warpOf,
} from "../../pictures.ts";

const shapes: [width: number, height: number][] = [
  [2, 2],
  [9, 1],
  [1, 9],
  [5, 3],
  [12, 7],
];
const pictures = shapes.flatMap(([width, height]) =>
  [1, 3, 4].map((channels) => noisePicture({ height, width, channels })),
);
const interpolations = ["nearest", "bilinear", "bicubic"] as const;
const peers = ["pillow", "torchvision", "kerascv"] as const;
const name = ({ width, height, channels }: PixelPicture) => `${width}×${height}×${channels}`;

/** The picture whose pixel (x, y) is pixel `from(x, y)` of another. */
function moved(
  picture: PixelPicture,
  from: (x: number, y: number) => [number, number] | undefined,
  fill = 0,
): number[] {
  const { width, height, channels, values } = picture;
  return Array.from({ length: width * height * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    const found = from(pixel % width, Math.floor(pixel / width));
    const inside = found && found[0] >= 0 && found[0] < width && found[1] >= 0 && found[1] < height;
    return inside ? values[(found[1] * width + found[0]) * 4 + (i % channels)]! : fill;
  });
}

const identities: [WarpOp, Record<string, unknown>][] = [
  [imageOps.shearX, { share: 0 }],
  [imageOps.shearY, { share: 0 }],
  [imageOps.translateX, { pixels: 0 }],
  [imageOps.translateY, { pixels: 0 }],
  [imageOps.rotate, { degrees: 0 }],
  [imageOps.rotate, { degrees: 360 }],
  [imageOps.zoom, { height: 1 }],
  [imageOps.affine, {}],
  [imageOps.affine, { matrix: [1, 0, 0, 0, 1, 0] }],
  [imageOps.perspective, { matrix: [1, 0, 0, 0, 1, 0, 0, 0, 1] }],
  [imageOps.perspective, { start: [0, 0, 8, 0, 8, 5, 0, 5], end: [0, 0, 8, 0, 8, 5, 0, 5] }],
];

describe.each(pictures.map((picture) => [name(picture), picture] as const))("%s", (_, picture) => {
  const { width, height } = picture;

  test("identity arguments change nothing, bit for bit, in either precision", () => {
    const floats = asFloats(picture);
    for (const [op, args] of identities) {
      for (const interpolation of interpolations) {
        for (const edge of ["constant", "reflect", "symmetric", "edge", "wrap"]) {
          for (const peer of peers) {
            const call = { ...args, interpolation, edge, peer, fill: [9, 8, 7, 6] };
            expect(storedOf(applyOp(op, call, picture)), `${op.name} ${JSON.stringify(call)}`).toEqual(
              storedOf(picture),
            );
            expect(storedOf(applyOp(op, call, floats, "f32")), `${op.name} f32 ${JSON.stringify(call)}`).toEqual(
              storedOf(floats),
            );
          }
        }
      }
    }
    for (const [op, args] of [
      [imageOps.crop, { top: 0, left: 0, height, width }],
      [imageOps.resize, { height, width }],
      [imageOps.cropAndResize, { top: 0, left: 0, height, width, outHeight: height, outWidth: width }],
    ] as [WarpOp, Record<string, unknown>][]) {
      for (const peer of peers)
        expect(storedOf(applyOp(op, { ...args, peer }, picture)), op.name).toEqual(storedOf(picture));
      expect(storedOf(applyOp(op, args, floats, "f32")), `${op.name} f32`).toEqual(storedOf(floats));
    }
  });

  test("flips are exact, and twice is nothing", () => {
    const flippedX = applyOp(imageOps.flipX, {}, picture);
    expect(storedOf(flippedX)).toEqual(moved(picture, (x, y) => [width - 1 - x, y]));
    expect(storedOf(applyOp(imageOps.flipX, {}, flippedX))).toEqual(storedOf(picture));
    const flippedY = applyOp(imageOps.flipY, {}, picture);
    expect(storedOf(flippedY)).toEqual(moved(picture, (x, y) => [x, height - 1 - y]));
    expect(storedOf(applyOp(imageOps.flipY, {}, flippedY))).toEqual(storedOf(picture));
  });

  test("quarter turns are exact about the middle, corners that turn out are fill", () => {
    const fill = [77];
    for (const interpolation of interpolations) {
      for (const turns of [-1, 0, 1]) {
        const turned = (degrees: number) =>
          storedOf(
            applyOp(imageOps.rotate, { degrees: degrees + 360 * turns, interpolation, fill, peer: "pillow" }, picture),
          );
        expect(turned(180), `180 ${interpolation}`).toEqual(moved(picture, (x, y) => [width - 1 - x, height - 1 - y]));
        // Where the sides' sum is odd, a quarter turn puts pixel centres between pixels: nothing to move whole.
        if ((width + height) % 2 === 1) continue;
        const [across, down] = [(width + height) / 2, (height - width) / 2];
        expect(turned(90), `90 ${interpolation}`).toEqual(moved(picture, (x, y) => [across - 1 - y, x + down], 77));
        expect(turned(270), `270 ${interpolation}`).toEqual(moved(picture, (x, y) => [y - down, across - 1 - x], 77));
      }
    }
  });

  test("whole pixels move whole, right and down for positive numbers, and back for negative ones", () => {
    for (const interpolation of interpolations) {
      for (const pixels of [-3, -1, 1, 2]) {
        const call = { pixels, interpolation, fill: [5] };
        expect(storedOf(applyOp(imageOps.translateX, call, picture))).toEqual(
          moved(picture, (x, y) => [x - pixels, y], 5),
        );
        expect(storedOf(applyOp(imageOps.translateY, call, picture))).toEqual(
          moved(picture, (x, y) => [x, y - pixels], 5),
        );
      }
    }
  });

  test("torchvision moves by whole pixels: the number is cut off, toward 0", () => {
    for (const [pixels, whole] of [
      [1.9, 1],
      [-1.9, -1],
      [0.9, 0],
    ] as const) {
      const call = { pixels, peer: "torchvision", interpolation: "nearest" };
      expect(storedOf(applyOp(imageOps.translateX, call, picture))).toEqual(moved(picture, (x, y) => [x - whole, y]));
    }
  });

  test("what lies outside follows the edge", () => {
    const size = Math.max(width, height);
    const box = { top: -2 * size - 1, left: -2 * size - 1, height: 5 * size, width: 5 * size };
    const mod = (i: number, n: number) => ((i % n) + n) % n;
    const rules: Record<string, (i: number, n: number) => number> = {
      edge: (i, n) => Math.min(Math.max(i, 0), n - 1),
      wrap: mod,
      // … d c | a b c d | b a … by walking to and fro, without and with a step on the spot.
      reflect: (i, n) =>
        n === 1 ? 0 : [...Array(n).keys(), ...Array.from({ length: n - 2 }, (_, k) => n - 2 - k)][mod(i, 2 * n - 2)]!,
      symmetric: (i, n) => [...Array(n).keys(), ...Array.from({ length: n }, (_, k) => n - 1 - k)][mod(i, 2 * n)]!,
    };
    for (const [edge, rule] of Object.entries(rules)) {
      const padded = applyOp(imageOps.crop, { ...box, edge }, picture);
      const wanted = Array.from({ length: box.height * box.width * picture.channels }, (_, i) => {
        const pixel = Math.floor(i / picture.channels);
        const x = rule((pixel % box.width) + box.left, width);
        const y = rule(Math.floor(pixel / box.width) + box.top, height);
        return picture.values[(y * width + x) * 4 + (i % picture.channels)]!;
      });
      expect(storedOf(padded), edge).toEqual(wanted);
    }
  });
});

test("for KerasCV reflect is symmetric", () => {
  const picture = noisePicture({ height: 5, width: 7, channels: 3 });
  const [keras, symmetric] = [
    { edge: "reflect", peer: "kerascv" },
    { edge: "symmetric", peer: "pillow" },
  ].map((reading) => storedOf(applyOp(imageOps.rotate, { degrees: 33, ...reading }, picture)));
  expect(keras).toEqual(symmetric);
  expect(keras).not.toEqual(
    storedOf(applyOp(imageOps.rotate, { degrees: 33, edge: "reflect", peer: "pillow" }, picture)),
  );
});

test("a fill is one level for all channels, or one per channel, and three are opaque", () => {
  const picture = noisePicture({ height: 4, width: 4, channels: 4 });
  const corner = (fill: unknown) => storedOf(applyOp(imageOps.translateX, { pixels: 2, fill }, picture)).slice(0, 4);
  expect(corner([9])).toEqual([9, 9, 9, 9]);
  expect(corner([1, 2, 3])).toEqual([1, 2, 3, 255]);
  expect(corner([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  expect(corner(undefined)).toEqual([0, 0, 0, 0]);
});

test("a constant picture stays constant inside, whatever reads it", () => {
  for (const level of [0, 1, 100, 254, 255]) {
    const picture = pictureOf(new Array(104).fill(level), { height: 8, width: 13, channels: 1 });
    for (const interpolation of interpolations) {
      for (const peer of peers) {
        for (const [op, args] of [
          [imageOps.rotate, { degrees: 29.3, edge: "edge" }],
          [imageOps.resize, { height: 3, width: 5 }],
          [imageOps.resize, { height: 3, width: 5, antialias: false }],
          [imageOps.resize, { height: 31, width: 50 }],
        ] as [WarpOp, Record<string, unknown>][]) {
          const made = applyOp(op, { ...args, interpolation, peer }, picture);
          expect(new Set(storedOf(made)), `${op.name} ${interpolation} ${peer}`).toEqual(new Set([level]));
        }
      }
    }
  }
});

test("what of a box sticks out is fill, or cut off first", () => {
  const picture = noisePicture({ height: 6, width: 8, channels: 1 });
  const box = { top: -2, left: 4, height: 4, width: 8, outHeight: 4, outWidth: 8, fill: [99] };
  for (const antialias of [true, false]) {
    for (const peer of peers) {
      const filled = applyOp(imageOps.cropAndResize, { ...box, antialias, peer }, picture);
      expect(storedOf(filled)).toEqual(
        storedOf(applyOp(imageOps.crop, { top: -2, left: 4, height: 4, width: 8, fill: [99] }, picture)),
      );
      const cut = applyOp(imageOps.cropAndResize, { ...box, antialias, peer, overhang: "cut" }, picture);
      const inside = { ...box, top: 0, height: 2, width: 4 };
      expect(storedOf(cut)).toEqual(storedOf(applyOp(imageOps.cropAndResize, { ...inside, antialias, peer }, picture)));
    }
  }
});

test("only pixels of the box are read", () => {
  const picture = noisePicture({ height: 9, width: 12, channels: 3 });
  const box = { top: 2, left: 3, height: 5, width: 6 };
  const cut = applyOp(imageOps.crop, box, picture);
  for (const interpolation of interpolations) {
    for (const [outHeight, outWidth] of [
      [3, 4],
      [9, 11],
    ] as const) {
      const once = applyOp(imageOps.cropAndResize, { ...box, outHeight, outWidth, interpolation }, picture);
      expect(storedOf(once)).toEqual(
        storedOf(
          applyOp(
            imageOps.cropAndResize,
            { top: 0, left: 0, height: 5, width: 6, outHeight, outWidth, interpolation },
            cut,
          ),
        ),
      );
    }
  }
});

test("sizes: crops and resizes say theirs, others leave it", () => {
  const size = { width: 9, height: 4 };
  expect(warpOf(imageOps.crop, { top: 1, left: 2, height: 2, width: 3 }, size).size).toEqual({ height: 2, width: 3 });
  expect(warpOf(imageOps.resize, { height: 2, width: 3 }, size).size).toEqual({ height: 2, width: 3 });
  expect(warpOf(imageOps.rotate, { degrees: 90 }, size).size).toBeUndefined();
});

test("what no integer can hold is refused by name", () => {
  const picture = noisePicture({ height: 4, width: 4, channels: 1 });
  const warp = warpOf(imageOps.affine, { matrix: [1, 0, 0, 0, 1, 0] }, picture);
  expect(() => warped(picture, { ...warp, matrix: [1, 0, 1e7, 0, 1, 0] })).toThrow(
    "matrix: expected input positions within 262,140 pixels",
  );
  expect(() => warped(picture, { ...warp, matrix: [1, 0, Number.NaN, 0, 1, 0] })).toThrow(
    "matrix: expected finite numbers",
  );
  expect(() => warped(picture, { ...warp, matrix: [1, 0, 0, 0, 1, 0, 0.01, 0, Number.POSITIVE_INFINITY] })).toThrow(
    "finite numbers",
  );
  expect(() =>
    applyOp(imageOps.perspective, { start: [0, 0, 1, 1, 2, 2, 0, 2], end: [0, 0, 1, 1, 2, 2, 0, 2] }, picture),
  ).toThrow("no three are on a line");
  expect(() => applyOp(imageOps.perspective, {}, picture)).toThrow(
    "ops[0]: expected a matrix, or start and end points",
  );
  expect(() =>
    applyOp(imageOps.cropAndResize, { top: 0, left: 4, height: 2, width: 2, outHeight: 2, outWidth: 2 }, picture),
  ).toThrow("ops[0].left");
  expect(() => applyOp(imageOps.rotate, { degrees: 3, peer: "timm" }, picture)).toThrow("peer: expected one of");
});
