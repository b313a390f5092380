/**
 * Warps that say by a function where they read: the arithmetic they are given, and that everything after the place is
 * what it is for matrices.
 */
import { describe, expect, test } from "vitest";
import { PIXEL, pictureMiddle, pixelCentre, scaled } from "../../../src/ops/lib/place.ts";
import { encodeWarp, foldWarps } from "../../../src/ops/lib/warp-words.ts";
import type { At, PlacedWarp, Reading, Warp } from "../../../src/ops/op.ts";
import { asFloats, noisePicture, storedOf, warped } from "../../pictures.ts";
import { generator } from "../../random.ts";

describe("scaled", () => {
  /** With as many bits as it takes. */
  function exact(a: number, b: number, bits: number): number {
    const product = BigInt(a) * BigInt(b);
    const size = ((product < 0n ? -product : product) + (1n << BigInt(bits - 1))) >> BigInt(bits);
    return Number(product < 0n ? -size : size);
  }

  test("is the product to the last bit, whatever the sizes and signs", () => {
    const { word } = generator(7);
    let count = 0;
    const wrong: string[] = [];
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [(word() | 0) >> (word() % 31), (word() | 0) >> (word() % 31)];
      for (const bits of [1, 4, 15, 16, 17, 30, 31]) {
        const wanted = exact(a, b, bits);
        if (Math.abs(wanted) >= 2 ** 31) continue;
        const found = scaled(a, b, bits);
        if (found !== wanted) wrong.push(`${a} · ${b} / 2^${bits}: ${found}, expected ${wanted}`);
        count++;
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(50_000);
  });

  test("rounds halves away from zero", () => {
    expect([1, 3, -1, -3].map((a) => scaled(a, 1, 1))).toEqual([1, 2, -1, -2]);
    expect(scaled(0x7fffffff, -0x7fffffff, 31)).toBe(-0x7ffffffe);
  });
});

/** A move by parts of a pixel that both fixed points hold, as a matrix and as a function. */
function moved(by: readonly [number, number], reading: Reading): [Warp, PlacedWarp] {
  const matrix = [1, 0, by[0], 0, 1, by[1]];
  const place = (at: At) => {
    const [x, y] = pixelCentre(at);
    return { x: x + by[0] * PIXEL, y: y + by[1] * PIXEL, valid: true };
  };
  return [
    { matrix, ...reading },
    { op: "moved", id: 0, words: [], place, ...reading },
  ];
}

const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"] as const;
const EDGES = ["constant", "edge", "reflect", "symmetric", "wrap"] as const;
const readings: Reading[] = INTERPOLATIONS.flatMap((interpolation) =>
  EDGES.flatMap((edge) =>
    (["pillow", "torchvision"] as const).flatMap((peer) =>
      [undefined, [9, 80, 200, 30]].map((fill) => ({ interpolation, edge, peer, fill })),
    ),
  ),
);

describe("a place is read as a matrix is", () => {
  const picture = noisePicture({ height: 9, width: 13, channels: 4 });
  test.each(INTERPOLATIONS)("%s, at every edge and by every peer", (interpolation) => {
    for (const reading of readings.filter((one) => one.interpolation === interpolation)) {
      for (const by of [
        [0, 0],
        [0.25, -0.4375],
        [-5.5, 20.125],
      ] as const) {
        const [matrix, placed] = moved(by, reading);
        expect(storedOf(warped(picture, placed)), JSON.stringify({ by, reading })).toEqual(
          storedOf(warped(picture, matrix)),
        );
        const floats = asFloats(picture);
        expect(storedOf(warped(floats, placed, "f32"))).toEqual(storedOf(warped(floats, matrix, "f32")));
      }
    }
  });

  test("a place that is not valid is fill", () => {
    const [, placed] = moved([0, 0], { interpolation: "bilinear", edge: "wrap", peer: "pillow", fill: [7] });
    const nowhere = { ...placed, place: () => ({ x: 0, y: 0, valid: false }) };
    expect(new Set(storedOf(warped(picture, nowhere)))).toEqual(new Set([7]));
  });
});

test("the middle of the picture is where its own pixels say", () => {
  const at = { x: 3, y: 0, width: 7, height: 4, channels: 1 };
  expect(pictureMiddle(at)).toEqual([pixelCentre(at)[0], 2 * PIXEL]);
});

test("its words are the op's own, and it folds with nothing", () => {
  const [matrix, placed] = moved([1, 0], readings[0]!);
  const words = Array.from({ length: 8 }, (_, i) => i + 1);
  const size = { height: 4, width: 4 };
  expect(encodeWarp({ warp: { ...placed, words, id: 9 }, input: size, output: size }, "u8")).toMatchObject({
    x: [1, 2, 3],
    y: [4, 5, 6],
    low: 7,
    lower: 8,
  });
  expect(foldWarps(matrix, placed)).toBeUndefined();
  expect(foldWarps(placed, matrix)).toBeUndefined();
  expect(foldWarps(matrix, matrix)).toBeDefined();
});
