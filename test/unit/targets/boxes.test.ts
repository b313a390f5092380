/** Boxes by themselves: formats, edges, what is refused. */
import { type BoxFormat, clampBoxes, convertBoxes, sanitizeBoxes } from "mixwell";
import { describe, expect, test } from "vitest";
import { directionOf, wrapDegrees } from "../../../src/targets/angle.ts";
import { BOX_FORMATS } from "../../../src/targets/formats.ts";
import { generator } from "../../random.ts";

const size = { height: 480, width: 640 };

test.each<[format: BoxFormat, normalized: boolean, numbers: number[]]>([
  ["xyxy", false, [64, 48, 320, 144]],
  ["xywh", false, [64, 48, 256, 96]],
  ["cxcywh", false, [192, 96, 256, 96]],
  ["yxyx", false, [48, 64, 144, 320]],
  ["xyxy", true, [0.1, 0.1, 0.5, 0.3]],
  ["cxcywh", true, [0.3, 0.2, 0.4, 0.2]],
  ["yxyx", true, [0.1, 0.1, 0.3, 0.5]],
  ["cxcywhr", false, [192, 96, 256, 96, 0]],
  ["xywhr", false, [64, 48, 256, 96, 0]],
  ["xyxyxyxy", false, [64, 48, 320, 48, 320, 144, 64, 144]],
  ["xyxyxyxy", true, [0.1, 0.1, 0.5, 0.1, 0.5, 0.3, 0.1, 0.3]],
])("%s, normalized %s, is the same box", (format, normalized, numbers) => {
  const form = { format, normalized };
  const given = Float64Array.from(numbers);
  Array.from(convertBoxes(given, form, "xyxy", size), (number, i) =>
    expect(number).toBeCloseTo([64, 48, 320, 144][i]!, 9),
  );
  Array.from(convertBoxes(Float64Array.of(64, 48, 320, 144), "xyxy", form, size), (number, i) =>
    expect(number).toBeCloseTo(numbers[i]!, 9),
  );
});

test("from any format to any other and back is the same box, where the other can say it", () => {
  const { next } = generator(3);
  for (let i = 0; i < 200; i++) {
    const turned = Float64Array.of(
      100 + 300 * next(),
      100 + 200 * next(),
      1 + 50 * next(),
      1 + 50 * next(),
      720 * next() - 360,
    );
    const corners = convertBoxes(turned, "cxcywhr", "xyxyxyxy");
    for (const format of BOX_FORMATS.filter((one) => one.endsWith("r") || one === "xyxyxyxy")) {
      const back = convertBoxes(convertBoxes(corners, "xyxyxyxy", format), format, "xyxyxyxy");
      Array.from(back, (number, k) => expect(number).toBeCloseTo(corners[k]!, 8));
    }
  }
});

test("the enclosing box of a turned one", () => {
  const box = convertBoxes(Float64Array.of(50, 50, 20, 10, 90), "cxcywhr", "xyxy");
  Array.from(box, (number, i) => expect(number).toBeCloseTo([45, 40, 55, 60][i]!, 12));
});

test("what comes out is as exact as what goes in", () => {
  expect(convertBoxes(Float32Array.of(1, 2, 3, 4), "xyxy", "xywh")).toEqual(Float32Array.of(1, 2, 2, 2));
  expect(convertBoxes([[1, 2, 3, 4]], "xyxy", "xywh")).toEqual(Float32Array.of(1, 2, 2, 2));
  expect(convertBoxes(Float64Array.of(0.1, 0.2, 0.3, 0.4), "xyxy", "yxyx")).toEqual(
    Float64Array.of(0.2, 0.1, 0.4, 0.3),
  );
  expect(convertBoxes(new Float32Array(), "xyxy", "xywh").length).toBe(0);
});

test("numbers that are handed in stay as they are (B15)", () => {
  const boxes = Float32Array.of(-5, 0, 700, 10);
  const before = boxes.slice();
  convertBoxes(boxes, "xyxy", "cxcywh");
  clampBoxes(boxes, size);
  sanitizeBoxes({ boxes, format: "xyxy", size });
  expect(boxes).toEqual(before);
});

test("clamping cuts off, and leaves a box without area of what is outside", () => {
  const boxes = [
    [-10, -10, 10, 10],
    [630, 470, 700, 500],
    [700, 10, 800, 20],
  ];
  expect(Array.from(clampBoxes(boxes, size))).toEqual([0, 0, 10, 10, 630, 470, 640, 480, 640, 10, 640, 20]);
  const halves = Array.from(
    clampBoxes(Float64Array.of(0, 0.5, 0.5, 0.5), size, { format: "cxcywh", normalized: true }),
  );
  expect(halves).toEqual([0.125, 0.5, 0.25, 0.5]);
});

describe("directions without Math.atan2", () => {
  test("are within 2^-45 of Math.atan2 everywhere, and exact along axes and diagonals", () => {
    for (let i = 0; i < 3600; i++) {
      const angle = (i / 3600) * 2 * Math.PI - Math.PI;
      const [x, y] = [Math.cos(angle) * (1 + i), -Math.sin(angle) * (1 + i)];
      const wanted = (Math.atan2(-y, x) * 180) / Math.PI;
      expect(Math.abs(wrapDegrees(directionOf(x, y) - wanted))).toBeLessThan(360 * 2 ** -45);
    }
    const exact = [
      [1, 0, 0],
      [1, -1, 45],
      [0, -1, 90],
      [-1, -1, 135],
      [-1, 0, -180],
      [-1, 1, -135],
      [0, 1, -90],
      [1, 1, -45],
      [0, 0, 0],
    ];
    for (const [x, y, degrees] of exact) expect(directionOf(3 * x!, 3 * y!)).toBe(degrees);
  });
});

describe("filtering a table", () => {
  const table = {
    boxes: Float32Array.of(0, 0, 10, 10, 0, 0, 0.5, 10, 5, 5, 9, 9),
    format: "xyxy" as const,
    offsets: Uint32Array.of(0, 1, 1, 3),
    labels: Uint32Array.of(4, 5, 6),
    keypoints: { data: Float32Array.from({ length: 18 }, (_, i) => i), count: 2, at: "edge" as const },
    polygons: {
      vertices: Float32Array.from({ length: 18 }, (_, i) => i),
      offsets: Uint32Array.of(0, 3, 6, 9),
      rings: Uint32Array.of(0, 1, 2, 3),
    },
    fields: { name: ["a", "b", "c"], pair: Uint8Array.of(1, 1, 2, 2, 3, 3) },
  };

  test("shortens every column (B7)", () => {
    const kept = sanitizeBoxes(table);
    expect(kept.boxes).toEqual(Float32Array.of(0, 0, 10, 10, 5, 5, 9, 9));
    expect(kept.offsets).toEqual(Uint32Array.of(0, 1, 1, 2));
    expect(kept.labels).toEqual(Uint32Array.of(4, 6));
    expect(kept.keypoints.data).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17));
    expect(kept.polygons.vertices).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5, 12, 13, 14, 15, 16, 17));
    expect(kept.polygons.rings).toEqual(Uint32Array.of(0, 1, 2));
    expect(kept.fields).toEqual({ name: ["a", "c"], pair: Uint8Array.of(1, 1, 3, 3) });
    expect(table.labels.length).toBe(3);
  });

  test("keeps nothing of an empty one", () => {
    const empty = { boxes: new Float32Array(), format: "xyxy" as const, offsets: Uint32Array.of(0, 0, 0) };
    expect(sanitizeBoxes(empty)).toEqual(empty);
  });
});

describe("wrong boxes are refused by name", () => {
  const wrong: [call: () => unknown, message: string][] = [
    [
      () => convertBoxes([[1, 2, 3]], "xyxy", "xywh"),
      "convertBoxes.boxes[0]: expected a list of 4 numbers, as xyxy has",
    ],
    [
      () => convertBoxes(new Float32Array(5), "xyxy", "xywh"),
      "convertBoxes.boxes: expected whole boxes, of 4 numbers each",
    ],
    [
      () => convertBoxes([[1, Number.NaN, 3, 4]], "xyxy", "xywh"),
      "convertBoxes.boxes[0]: expected finite numbers, found NaN",
    ],
    [
      () => convertBoxes([[1, "2", 3, 4]] as never, "xyxy", "xywh"),
      'convertBoxes.boxes[0][1]: expected a number, found "2"',
    ],
    [
      () => convertBoxes(new Uint16Array(4) as never, "xyxy", "xywh"),
      "convertBoxes.boxes: expected a Float32Array, a Float64Array",
    ],
    [() => convertBoxes([], "coco" as never, "xywh"), '(that is "xywh"), found "coco"'],
    [() => convertBoxes([], "xyxy", "yolo" as never), "convertBoxes.to: expected one of xyxy, xywh, cxcywh, yxyx"],
    [() => convertBoxes([], "xyxy", "xywj" as never), "(did you mean xywh?)"],
    [() => convertBoxes([], { format: "xyxy", normalised: true } as never, "xywh"), "(did you mean normalized?)"],
    [
      () => convertBoxes([], { format: "xyxy", normalized: 1 } as never, "xywh"),
      "convertBoxes.from.normalized: expected true or false",
    ],
    [
      () => convertBoxes([], { format: "xyxy", normalized: true }, "xywh"),
      "convertBoxes.size: expected { height, width } of the picture",
    ],
    [
      () => clampBoxes([], { height: 0, width: 1 }),
      "clampBoxes.size.height: expected an integer in 1..16777216, found 0",
    ],
    [() => clampBoxes([], size, "cxcywhr"), "clampBoxes.form: expected a format of upright boxes"],
    [() => clampBoxes(undefined as never, size), "clampBoxes.boxes: expected a Float32Array"],
    [
      () => sanitizeBoxes({ boxes: [], format: "xyxy" }, { minArea: -1 }),
      "sanitizeBoxes.thresholds.minArea: expected a number of at least 0",
    ],
    [
      () => sanitizeBoxes({ boxes: [], format: "xyxy" }, { minVisibility: 2 }),
      "expected a number from 0 to 1, found 2",
    ],
    [() => sanitizeBoxes({ boxes: [], format: "xyxy" }, { minSide: 2 } as never), "(did you mean minSize?)"],
    [
      () => sanitizeBoxes({ boxes: [], format: "xyxy" }, { preset: "coco" as never }),
      'expected "torchvision" or "yolo"',
    ],
    [
      () => sanitizeBoxes({ boxes: [[0, 0, 1, 1]], format: "xyxy", labels: new Uint32Array(2) }),
      "sanitizeBoxes.table.labels: expected 1 numbers",
    ],
    [
      () => sanitizeBoxes({ boxes: [[0, 0, 1, 1]], format: "xyxy", offsets: Uint32Array.of(0, 2) }),
      "sanitizeBoxes.table.offsets[1]: expected 1, as there are boxes",
    ],
    [
      () => sanitizeBoxes({ boxes: [[0, 0, 1, 1]], format: "xyxy", normalized: true }),
      "sanitizeBoxes.table.size: expected { height, width }",
    ],
  ];
  test.each(wrong)("%s", (call, message) => {
    expect(call).toThrow(message);
  });
});
