import { describe, expect, it } from "vitest";
import { type ArrayInput, fromArrays } from "../../../src/source/arrays.ts";
import { outcome, ramp } from "./files.ts";

describe("fromArrays", () => {
  it("takes bytes as they are, without a copy", () => {
    const images = ramp(2 * 3 * 4 * 3);
    const read = fromArrays({
      images,
      shape: [2, 3, 4, 3],
      labels: [1, 0],
      classes: 2,
      classNames: ["a", "b"],
      fields: { id: ["x", "y"] },
    });
    expect(read).toEqual({
      count: 2,
      height: 3,
      width: 4,
      channels: 3,
      layout: "nhwc",
      pixels: images,
      labels: Uint32Array.of(1, 0),
      classNames: ["a", "b"],
      fields: { id: ["x", "y"] },
    });
    expect(read.pixels.buffer).toBe(images.buffer);
    const clamped = new Uint8ClampedArray(images.buffer, 12, 12);
    expect(fromArrays({ images: clamped, shape: [1, 3, 4] }).pixels).toEqual(images.subarray(12, 24));
  });

  it("reads the shape in the layout's order", () => {
    const images = ramp(2 * 3 * 4 * 5);
    expect(fromArrays({ images, shape: [2, 3, 4, 5] })).toMatchObject({ count: 2, height: 3, width: 4, channels: 5 });
    expect(fromArrays({ images, shape: [2, 3, 4, 5], layout: "nchw" })).toMatchObject({
      count: 2,
      channels: 3,
      height: 4,
      width: 5,
    });
    expect(fromArrays({ images, shape: [10, 3, 4] })).toMatchObject({ count: 10, height: 3, width: 4, channels: 1 });
  });

  it("takes nested and flat lists of numbers", () => {
    expect(
      fromArrays({
        images: [
          [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        ],
      }),
    ).toMatchObject({ count: 1, height: 3, width: 2, channels: 1, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect(
      fromArrays({
        images: [
          [
            [
              [1, 2],
              [3, 4],
            ],
          ],
        ],
        shape: [1, 1, 2, 2],
      }),
    ).toMatchObject({ channels: 2, pixels: Uint8Array.of(1, 2, 3, 4) });
    expect(fromArrays({ images: [9, 8, 7, 6], shape: [1, 2, 2] })).toMatchObject({
      height: 2,
      pixels: Uint8Array.of(9, 8, 7, 6),
    });
    expect(fromArrays({ images: [[[0, 255]], [[7, 8]]], labels: Uint8Array.of(0, 1) }).labels).toEqual(
      Uint32Array.of(0, 1),
    );
    expect(fromArrays({ images: [[ramp(3), ramp(3)]] }).pixels).toEqual(Uint8Array.of(0, 1, 2, 0, 1, 2));
  });

  it("takes every array of whole numbers as labels", () => {
    for (const type of [Uint8Array, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array]) {
      expect(fromArrays({ images: ramp(2), shape: [2, 1, 1], labels: type.of(5, 0) }).labels).toEqual(
        Uint32Array.of(5, 0),
      );
    }
  });

  it("takes soft rows, flat or one by one", () => {
    const rows = Float32Array.of(1, 0, 0.5, 0, 1, 1);
    const base = { images: ramp(2), shape: [2, 1, 1] };
    expect(fromArrays({ ...base, labelRows: rows }).labelRows).toEqual({ data: rows, classes: 3 });
    expect(
      fromArrays({
        ...base,
        labelRows: [
          [1, 0, 0.5],
          [0, 1, 1],
        ],
        classes: 3,
      }).labelRows,
    ).toEqual({ data: rows, classes: 3 });
    expect(fromArrays({ ...base, labelRows: [rows.subarray(0, 3), rows.subarray(3)] }).labelRows).toEqual({
      data: rows,
      classes: 3,
    });
  });
});

describe("fromArrays refuses", () => {
  const base = { images: ramp(24), shape: [2, 3, 4] };
  const wantBytes = "expected bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays)";
  const wantIds = "SourceError: labels: expected class ids as whole numbers (number[], Uint8Array, Uint32Array …)";
  const wrong: [unknown, string][] = [
    [{ ...base, images: ramp(23) }, "SourceError: images: expected 24 bytes (N × H × W = 2 × 3 × 4), found 23"],
    [
      { images: ramp(64 * 32 * 32 * 3), shape: [32, 32, 3] },
      "SourceError: images: expected 3072 bytes (N × H × W = 32 × 32 × 3), found 196608 (N comes first: is it shape: [64, 32, 32, 3]?)",
    ],
    [
      { images: ramp(64 * 32 * 32 * 3), shape: [3, 32, 32], layout: "nchw" },
      "SourceError: images: expected 3072 bytes (N × H × W = 3 × 32 × 32), found 196608 (N comes first: is it shape: [64, 3, 32, 32]?)",
    ],
    [
      { ...base, shape: [2, 3, 4, 3], layout: "nchw" },
      "SourceError: images: expected 72 bytes (N × C × H × W = 2 × 3 × 4 × 3), found 24",
    ],
    [{ ...base, images: ramp(25) }, "SourceError: images: expected 24 bytes (N × H × W = 2 × 3 × 4), found 25"],
    [
      { ...base, images: Array(23).fill(0) },
      "SourceError: images: expected 24 bytes (N × H × W = 2 × 3 × 4), found 23",
    ],
    [
      { ...base, images: new Float32Array(24) },
      `SourceError: images: ${wantBytes}, found Float32Array of 24 (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)`,
    ],
    [{ ...base, images: new Uint16Array(24) }, `SourceError: images: ${wantBytes}, found Uint16Array of 24`],
    [
      { ...base, images: ramp(24).buffer },
      `SourceError: images: ${wantBytes}, found ArrayBuffer (wrap it: new Uint8Array(buffer))`,
    ],
    [{ ...base, images: "pixels" }, `SourceError: images: ${wantBytes}, found "pixels"`],
    [{ shape: [2, 3, 4] }, `SourceError: images: ${wantBytes}, found undefined`],
    [
      { images: ramp(24) },
      "InputError: shape: expected [N, H, W, C] (a flat array has none of its own), found undefined",
    ],
    [
      { images: [1, 2, 3] },
      "InputError: shape: expected [N, H, W, C] (a flat array has none of its own), found undefined",
    ],
    [{ ...base, shape: [6, 4] }, "InputError: shape: expected [N, H, W, C] or [N, H, W], found [6, 4]"],
    [{ ...base, shape: [6, 4], layout: "nchw" }, "InputError: shape: expected [N, C, H, W] or [N, H, W], found [6, 4]"],
    [{ ...base, shape: "2x3x4" }, 'InputError: shape: expected a list of sizes, found "2x3x4"'],
    [{ ...base, shape: [2, 3.5, 4] }, "InputError: shape[1]: expected a whole number of at least 1, found 3.5"],
    [{ ...base, shape: [0, 3, 4] }, "InputError: shape[0]: expected a whole number of at least 1, found 0"],
    [{ ...base, shape: [2, 3, Number.NaN] }, "InputError: shape[2]: expected a whole number of at least 1, found NaN"],
    [{ ...base, layout: "NHWC" }, 'InputError: layout: expected "nhwc" or "nchw", found "NHWC"'],
    [{ images: [[[1, 2], [3]]] }, "SourceError: images[0][1]: expected 2 entries, found 1"],
    [{ images: [[[1, 2], 3]] }, "SourceError: images[0][1]: expected 2 entries, found 3"],
    [{ images: [[[1, 256]]] }, "SourceError: images[0][0][1]: expected a whole number 0..255, found 256"],
    [{ images: [[[-1]]] }, "SourceError: images[0][0][0]: expected a whole number 0..255, found -1"],
    [
      { images: [[[0, 0.5]]] },
      "SourceError: images[0][0][1]: expected a whole number 0..255, found 0.5 (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)",
    ],
    [{ images: [[["1"]]] }, 'SourceError: images[0][0][0]: expected a whole number 0..255, found "1"'],
    [
      { images: [[new Float32Array(2)]] },
      `SourceError: images[0][0]: ${wantBytes}, found Float32Array of 2 (multiply by 255 and round; float pictures enter by Dataset.fromBuffer)`,
    ],
    [{ images: [[[1, 2]]], shape: [1, 2, 1] }, "SourceError: images: expected the shape [1, 2, 1], found [1, 1, 2]"],
    [{ ...base, labels: [0] }, "SourceError: labels: expected 2 labels, one per picture, found 1"],
    [{ ...base, labels: [0, 10], classes: 10 }, "SourceError: labels[1]: expected a class id 0..9, found 10"],
    [
      { ...base, labels: [0, 2], classNames: ["cat", "dog"] },
      "SourceError: labels[1]: expected a class id 0..1, found 2",
    ],
    [
      { ...base, labels: [-1, 0] },
      "SourceError: labels[0]: expected a class id (a whole number of at least 0), found -1",
    ],
    [
      { ...base, labels: Int32Array.of(0, -7), classes: 3 },
      "SourceError: labels[1]: expected a class id 0..2, found -7",
    ],
    [
      { ...base, labels: [0, 1.5] },
      "SourceError: labels[1]: expected a class id (a whole number of at least 0), found 1.5",
    ],
    [
      { ...base, labels: [0, "1"] },
      'SourceError: labels[1]: expected a class id (a whole number of at least 0), found "1"',
    ],
    [
      { ...base, labels: Float32Array.of(0, 1) },
      `${wantIds}, found Float32Array of 2 (ids are never a float; soft rows go into labelRows)`,
    ],
    [{ ...base, labels: BigInt64Array.of(0n, 1n) }, `${wantIds}, found BigInt64Array of 2`],
    [{ ...base, labels: "01" }, `${wantIds}, found "01"`],
    [
      {
        ...base,
        labels: [
          [1, 0],
          [0, 1],
        ],
      },
      "SourceError: labels[0]: expected a class id (soft or multi-label rows go into labelRows), found [1, 0]",
    ],
    [
      { ...base, labels: [0, 1], labelRows: new Float32Array(4) },
      "InputError: labelRows: expected either labels or labelRows, found both",
    ],
    [
      { ...base, labelRows: new Float32Array(5) },
      "SourceError: labelRows: expected a multiple of 2 numbers, one row per picture, found 5",
    ],
    [
      { ...base, labelRows: new Float32Array(0) },
      "SourceError: labelRows: expected a multiple of 2 numbers, one row per picture, found 0",
    ],
    [
      { ...base, labelRows: new Float32Array(6), classes: 4 },
      "SourceError: labelRows: expected 2 × 4 numbers, found 6",
    ],
    [
      { ...base, labelRows: Float32Array.of(1, 0, 0, Number.NaN) },
      "SourceError: labelRows[1][1]: expected a finite number, found NaN",
    ],
    [
      {
        ...base,
        labelRows: [
          [1, 0],
          [Number.POSITIVE_INFINITY, 0],
        ],
      },
      "SourceError: labelRows[1][0]: expected a finite number, found Infinity",
    ],
    [{ ...base, labelRows: [[1, 0]] }, "SourceError: labelRows: expected 2 rows, one per picture, found 1"],
    [
      { ...base, labelRows: [[1, 0], [1]] },
      "SourceError: labelRows[1]: expected 2 numbers, as in the first row, found 1",
    ],
    [{ ...base, labelRows: [0, 1] }, "SourceError: labelRows[0]: expected an array of numbers, found 0"],
    [
      {
        ...base,
        labelRows: [
          [1, 0],
          [1, "0"],
        ],
      },
      'SourceError: labelRows[1][1]: expected a finite number, found "0"',
    ],
    [
      { ...base, labelRows: new Float64Array(4) },
      "SourceError: labelRows: expected a Float32Array or one array per picture, found Float64Array of 4",
    ],
    [{ ...base, classes: 1.5 }, "InputError: classes: expected a whole number of at least 1, found 1.5"],
    [{ ...base, classes: 3, classNames: ["a"] }, "InputError: classNames: expected 3 names, one per class, found 1"],
    [{ ...base, classNames: "cat dog" }, 'InputError: classNames: expected a list of names, found "cat dog"'],
    [{ ...base, classNames: ["cat", 7] }, "InputError: classNames[1]: expected a string, found 7"],
    [{ ...base, fields: { weight: [1] } }, "SourceError: fields.weight: expected 2 entries, one per picture, found 1"],
    [{ ...base, fields: { name: "ab" } }, 'SourceError: fields.name: expected an array, found "ab"'],
  ];
  for (const [input, message] of wrong) {
    it(message, async () => expect(await outcome(() => fromArrays(input as ArrayInput))).toBe(message));
  }
});
