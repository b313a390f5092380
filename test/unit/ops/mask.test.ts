/**
 * Boxes and grids: exact, against torchvision's erase and against KerasCV's and DALI's definitions of a grid written
 * out.
 */
import { describe, expect, test } from "vitest";
import { checkCall } from "../../../src/ops/check-call.ts";
import { cutoutOp } from "../../../src/ops/mask/cutout.ts";
import { eraseOp } from "../../../src/ops/mask/erase.ts";
import { fromDali, gridMaskOp } from "../../../src/ops/mask/grid-mask.ts";
import type { Args, ColorOp } from "../../../src/ops/op.ts";
import { encodeCall, wordsOfCall } from "../../../src/ops/words.ts";
import { type Block, loadOracleSet } from "../../oracles/files.ts";
import { applyOp, damage, noisePicture, pictureOf, shapeOf, storedOf } from "../../pictures.ts";

interface EraseCase {
  id: string;
  op: string;
  input: string;
  params: { i: number; j: number; h: number; w: number; v: number[] };
  output: Block & { dtype: "f32" };
}

describe("torchvision's erase", async () => {
  const { manifest, view } = await loadOracleSet<{
    inputs: { id: string; data: Block & { dtype: "f32" } }[];
    cases: EraseCase[];
  }>("image-ops/torchvision-pixel-f32");
  const cases = manifest.cases.filter(({ op }) => op === "erase");

  test.each(cases)("$id", ({ input, params: { i, j, h, w, v }, output }) => {
    const { data } = manifest.inputs.find(({ id }) => id === input)!;
    const picture = pictureOf(view(data), shapeOf(data.shape), "f32");
    const args = { box: [j, i, j + w, i + h], fill: v.map((value) => value * 255) };
    const wanted = Array.from(view(output));
    for (const op of [eraseOp, cutoutOp]) expect(storedOf(applyOp(op, args, picture, "f32"))).toEqual(wanted);
  });

  test("cases were found", () => expect(cases.length).toBe(3));
});

const neutral: [string, ColorOp, Args, Args][] = [
  ["cutout", cutoutOp, { box: [3, 2, 3, 9] }, { box: [1, 0, 2, 9] }],
  ["erase", eraseOp, { box: [-9, 0, 0, 9] }, { box: [0, 0, 2, 9], mode: "pixel" }],
  ["grid mask", gridMaskOp, { unit: 4, ratio: 0, rotation: 11 }, { unit: 4, ratio: 0.6, rotation: 11, fill: [9] }],
  [
    "noisy grid mask",
    gridMaskOp,
    { unit: 4, ratio: 0, mode: "pixel" },
    { unit: 4, ratio: 0.6, rotation: 11, mode: "pixel" },
  ],
];

describe.each(neutral)("%s", (_, op, none, some) => {
  test.each(["u8", "f32"] as const)(
    "an empty one changes nothing, bit for bit, and alpha and greyness survive (%s)",
    (precision) => {
      for (const channels of [1, 3, 4]) {
        for (const [width, height] of [
          [9, 1],
          [2, 2],
          [13, 7],
        ] as const) {
          const picture = noisePicture({ height, width, channels }, precision, 7);
          expect(applyOp(op, none, picture, precision).values).toEqual(picture.values);
          const result = applyOp(op, some, picture, precision).values;
          if (width === 13) expect(result).not.toEqual(picture.values);
          for (let i = 0; i < result.length; i += 4) {
            expect(result[i + 3]).toBe(picture.values[i + 3]);
            if (channels === 1) expect([result[i + 1], result[i + 2]]).toEqual([result[i], result[i]]);
          }
        }
      }
    },
  );
});

describe("boxes", () => {
  const picture = noisePicture({ height: 6, width: 11, channels: 4 }, "u8", 3);
  test("are half-open, cut off at the picture's edges, and filled channel by channel", () => {
    for (const op of [eraseOp, cutoutOp]) {
      const result = applyOp(op, { box: [8, -3, 99, 2], fill: [10, 20, 30] }, picture, "u8").values;
      for (let y = 0; y < 6; y++) {
        for (let x = 0; x < 11; x++) {
          const at = 4 * (11 * y + x);
          const own = Array.from(picture.values).slice(at, at + 4);
          expect(Array.from(result.slice(at, at + 4))).toEqual(x >= 8 && y < 2 ? [10, 20, 30, own[3]] : own);
        }
      }
    }
  });

  test("a channel without a value takes the first, as where warps fill", () => {
    for (const op of [eraseOp, cutoutOp]) {
      const args = { box: [0, 0, 1, 1], fill: [51, 102] };
      expect(Array.from(applyOp(op, args, picture, "u8").values.slice(0, 3))).toEqual([51, 102, 51]);
      const floats = applyOp(op, args, noisePicture({ height: 2, width: 2, channels: 3 }, "f32", 1), "f32").values;
      expect(Array.from(floats.slice(0, 3))).toEqual([0.2, 0.4, 0.2].map(Math.fround));
    }
  });

  test("a fourth value fills alpha, also in floats", () => {
    for (const op of [eraseOp, cutoutOp]) {
      const args = { box: [0, 0, 1, 1], fill: [10, 20, 30, 51] };
      expect(Array.from(applyOp(op, args, picture, "u8").values.slice(0, 4))).toEqual([10, 20, 30, 51]);
      const floats = applyOp(op, args, noisePicture({ height: 2, width: 2, channels: 4 }, "f32", 1), "f32").values;
      expect(floats[3]).toBe(Math.fround(0.2));
    }
  });
});

/**
 * KerasCV's definition without rotation: holes [k u - d - ratio u, k u - d) on a square canvas with the picture in its
 * middle.
 */
function isHole(
  x: number,
  y: number,
  width: number,
  height: number,
  unit: number,
  ratio: number,
  [dx, dy]: readonly number[],
): boolean {
  const side = Math.ceil(Math.sqrt(width * width + height * height));
  const inHole = (position: number, offset: number) => {
    for (let k = 1; k * unit < side + unit + Math.abs(offset) + unit; k++) {
      if (position >= k * unit - offset - ratio * unit && position < k * unit - offset) return true;
    }
    return false;
  };
  return inHole(x + ((side - width) >> 1), dx!) && inHole(y + ((side - height) >> 1), dy!);
}

describe("grid masks", () => {
  const holes = (args: Args, width: number, height: number): boolean[] => {
    const white = pictureOf(new Array(width * height * 3).fill(255), { height, width, channels: 3 });
    return Array.from(
      storedOf(applyOp(gridMaskOp, args, white, "u8")).filter((_, i) => i % 3 === 0),
      (value) => value === 0,
    );
  };
  const listed = (width: number, height: number, isIn: (x: number, y: number) => boolean) =>
    Array.from({ length: width * height }, (_, i) => isIn(i % width, Math.floor(i / width)));

  const grids: [unit: number, ratio: number, offset: number[]][] = [
    [8, 0.5, [0, 0]],
    [10, 0.3, [3, 7]],
    [12, 0.75, [11, 0]],
    [7, 1, [2, 5]],
    [9.37, 0.41, [4.2, 8.9]],
    [23.1, 0.63, [0.05, 17.77]],
  ];
  test.each(grids)("unit %d, ratio %d, offset %j: KerasCV's holes", (unit, ratio, offset) => {
    for (const [width, height] of [
      [40, 31],
      [17, 64],
      [9, 1],
      [50, 50],
    ] as const) {
      const wanted = listed(width, height, (x, y) => isHole(x, y, width, height, unit, ratio, offset));
      expect(holes({ unit, ratio, offset }, width, height)).toEqual(wanted);
    }
  });

  test("a quarter turn turns the mask of a square picture counter-clockwise", () => {
    const size = 30;
    const args = { unit: 11, ratio: 0.4, offset: [3, 5] };
    const plain = holes(args, size, size);
    const turned = holes({ ...args, rotation: 90 }, size, size);
    // The canvas of 43 is not centred on the picture to the pixel: its middle is at (21, 21), the picture's first pixel
    // at (6, 6).
    const canvas = (values: boolean[], x: number, y: number) => values[(y - 6) * size + (x - 6)];
    for (let y = 7; y < 36; y++) {
      for (let x = 7; x < 36; x++) expect(canvas(turned, x, y)).toBe(canvas(plain, 42 - y, x));
    }
    expect(turned).not.toEqual(plain);
  });

  const dali: [tile: number, ratio: number, angle: number, shiftX: number, shiftY: number][] = [
    [10, 0.5, 0, 0, 0],
    [13, 0.35, 0, 4, 9],
    [16, 0.6, 0.3, 2.5, -3.5],
    [21, 0.2, -2, 100, 7],
  ];
  test.each(dali)("DALI's tile %d, ratio %d, angle %d, shift %d, %d", (tile, ratio, angle, shiftX, shiftY) => {
    const [width, height] = [47, 33];
    const found = holes(fromDali({ tile, ratio, angle, shiftX, shiftY }, { width, height }), width, height);
    const place = (x: number, y: number) => [
      (Math.cos(angle) * x - Math.sin(angle) * y - shiftX) / tile,
      (Math.sin(angle) * x + Math.cos(angle) * y - shiftY) / tile,
    ];
    const wanted = listed(width, height, (x, y) => place(x, y).every((units) => units - Math.floor(units) < ratio));
    // On an axis-parallel grid pixels lie on edges, where rounding decides between the two of them.
    const onEdge = (x: number, y: number) =>
      place(x, y).some((units) => [0, ratio, 1].some((edge) => Math.abs(units - Math.floor(units) - edge) < 1e-6));
    expect(found.filter((hole, i) => hole !== wanted[i] && !onEdge(i % width, Math.floor(i / width)))).toEqual([]);
    expect(found.filter((hole) => hole).length / found.length).toBeCloseTo(ratio * ratio, 1);
  });

  test("more is masked at a greater magnitude, and nothing at 0", () => {
    const picture = noisePicture({ height: 45, width: 60, channels: 3 }, "u8", 9);
    const damages = [0, 0.2, 0.4, 0.6, 0.8, 1].map((m) =>
      damage(applyOp(gridMaskOp, gridMaskOp.atMagnitude!(m), picture, "u8"), picture),
    );
    expect(damages[0]).toBe(0);
    for (let i = 1; i < damages.length; i++) expect(damages[i]).toBeGreaterThan(damages[i - 1]!);
  });

  test.each(["u8", "f32"] as const)("noise is erasing's, in the grid's holes (%s)", (precision) => {
    const picture = noisePicture({ height: 30, width: 40, channels: 4 }, precision, 5);
    const noise = { mode: "pixel", mean: 200, std: 30, key: [7, 9] };
    const erased = applyOp(
      eraseOp,
      { box: [0, 0, 40, 30], ...noise, mean: [200], std: [30] },
      picture,
      precision,
    ).values;
    const grid = { unit: 9, ratio: 0.5, rotation: 20 };
    const result = applyOp(gridMaskOp, { ...grid, ...noise }, picture, precision).values;
    holes(grid, 40, 30).forEach((hole, i) => {
      const wanted = Array.from(hole ? erased : picture.values).slice(4 * i, 4 * i + 4);
      expect(Array.from(result.slice(4 * i, 4 * i + 4))).toEqual(wanted);
    });
  });

  test("noise of any mean and deviation is told from a constant", () => {
    const picture = noisePicture({ height: 4, width: 4, channels: 3 }, "u8", 1);
    for (const [mean, std] of [
      [0, 0],
      [255, 255],
      [255, 0],
    ] as const) {
      for (const precision of ["u8", "f32"] as const) {
        const last = (args: Args) => {
          const { args: taken } = checkCall({ op: "gridMask", unit: 8, ratio: 1, ...args }, "call");
          const named = encodeCall(gridMaskOp as ColorOp, taken, { ...picture, table: () => 0 }, precision);
          return wordsOfCall(gridMaskOp as ColorOp, named, precision)[7]!;
        };
        expect(last({ mode: "pixel", mean, std }) >>> 31).toBe(1);
        expect(last({ fill: [mean] }) >>> 31).toBe(0);
        expect(last({ fill: [mean, mean, -0] }) >>> 31).toBe(0);
      }
    }
  });

  test("floats have the same holes, filled exactly", () => {
    const picture = noisePicture({ height: 20, width: 30, channels: 3 }, "f32", 5);
    const args = { unit: 9, ratio: 0.5, rotation: 20, fill: [51, 102, 255] };
    const result = applyOp(gridMaskOp, args, picture, "f32").values;
    holes({ ...args, fill: [0] }, 30, 20).forEach((hole, i) => {
      const wanted = hole
        ? [Math.fround(0.2), Math.fround(0.4), 1]
        : Array.from(picture.values).slice(4 * i, 4 * i + 3);
      expect(Array.from(result.slice(4 * i, 4 * i + 3))).toEqual(wanted);
    });
  });
});
