/** Objects through hand-written plans. The numbers are those of the traps that other libraries fell into. */
import { type OpCall, type Row, transformObjects } from "mixwell";
import { describe, expect, test } from "vitest";
import { drawn, POLICIES, pasted, planOf, rowsOf, SIZE, through } from "./plans.ts";

const SQUARE = { height: 40, width: 40 };
const turn = (degrees: number, more: object = {}): OpCall => ({ op: "rotate", degrees, ...more });
const invert: OpCall = { op: "invert" };

test("a box of 10 × 10, turned by 30° and back, is 10 × 10 again; as torchvision does it, 18.66 (B1)", () => {
  const plan = planOf([[turn(30), invert, turn(-30)]], undefined, SQUARE);
  const box = [[[15, 15, 25, 25]]];
  const made = through(plan, box);
  Array.from(made.boxes, (number, i) => expect(number).toBeCloseTo([15, 15, 25, 25][i]!, 5));
  expect(made.visible[0]).toBe(1);
  const [x0, , x1] = through(plan, box, { preset: "torchvision" }).boxes;
  expect(x1! - x0!).toBeCloseTo(18.66, 2);
});

test("a mirror takes x to W − x and swaps both sides (B2)", () => {
  const boxes = [
    [
      [0, 0, 10, 24],
      [35, 3, 36, 4],
    ],
  ];
  expect(rowsOf(through(planOf([[{ op: "flipX" }]]), boxes))).toEqual([
    [
      [26, 0, 36, 24],
      [0, 3, 1, 4],
    ],
  ]);
  expect(rowsOf(through(planOf([[{ op: "flipY" }]]), boxes))).toEqual([
    [
      [0, 0, 10, 24],
      [35, 20, 36, 21],
    ],
  ]);
});

test("half a turn is both mirrors, for boxes and for points of either origin (B3)", () => {
  const both = planOf([[{ op: "flipX" }, { op: "flipY" }]]);
  for (const at of ["index", "edge"] as const) {
    const keypoints = { data: Float64Array.of(0, 0, 2, 3.5, 7, 2), count: 2, at };
    const [a, b] = [both, planOf([[turn(180)]])].map((plan) => through(plan, [[[1, 2, 9, 8]]], {}, { keypoints }));
    expect(a!.boxes).toEqual(b!.boxes);
    expect(a!.keypoints).toEqual(b!.keypoints);
  }
});

test("a quarter turn is counter-clockwise: what was on the right is above (B4)", () => {
  const made = through(planOf([[turn(90)]], undefined, SQUARE), [[[30, 10, 40, 12]]]);
  expect(rowsOf(made)).toEqual([[[10, 0, 12, 10]]]);
  const wide = planOf([[turn(90)]]);
  // Of 36 × 24 the ends are turned out: 6 columns on each side.
  expect(rowsOf(through(wide, [[[0, 0, 36, 24]]]))).toEqual([[[6, 0, 30, 24]]]);
  expect(through(wide, [[[0, 0, 36, 24]]]).visible[0]).toBeCloseTo(24 / 36, 6);
});

test("a crop moves, cuts off and drops boxes: inside, half out, all out, at the border, around the window (B5)", () => {
  const plan = planOf([[{ op: "crop", top: 4, left: 10, height: 12, width: 16 }]]);
  const boxes = [
    [12, 6, 20, 10],
    [5, 6, 15, 10],
    [0, 0, 9, 4],
    [10, 4, 26, 16],
    [0, 0, 36, 24],
    [26, 0, 30, 24],
  ];
  const made = through(plan, [boxes]);
  expect(rowsOf(made)).toEqual([
    [
      [2, 2, 10, 6],
      [0, 2, 5, 6],
      [0, 0, 16, 12],
      [0, 0, 16, 12],
    ],
  ]);
  expect(Array.from(made.visible)).toEqual([1, 0.5, 1, Math.fround((16 * 12) / (36 * 24))]);
  expect(Array.from(made.index)).toEqual([0, 1, 3, 4]);
});

test("a picture without objects has none, first, in the middle and last, through every policy (B6)", () => {
  const nothing = { format: "xyxy" as const, boxes: new Float32Array(), offsets: new Uint32Array(9) };
  const some = Array.from({ length: 8 }, (_, i) => (i % 3 === 1 ? [[4, 4, 20, 20]] : []));
  for (const policy of Object.values(POLICIES)) {
    const plan = drawn(policy, 1);
    const empty = transformObjects(plan, { dataset: nothing });
    expect([empty.offsets, empty.boxes.length, empty.labels.length]).toEqual([new Uint32Array(5), 0, 0]);
    const made = through(plan, some);
    expect(made.offsets.length).toBe(5);
    expect(made.offsets.at(-1)).toBe(made.labels.length);
  }
});

test("labels, points, polygons and fields go with their box, and the partner's with the partner's (B7)", () => {
  const boxes = [
    [
      [0, 0, 6, 6],
      [20, 2, 30, 10],
    ],
    [[2, 2, 8, 8]],
    [],
    [[10, 10, 14, 14]],
  ];
  const plan = planOf(
    [[{ op: "flipX" }], undefined, undefined, undefined],
    [[pasted(0, 1, [0, 0, 10, 24]), { mixer: "mixup", own: 3, partner: 2, lambda: 0.25 }]],
  );
  const more = {
    labels: [10, 11, 12, 13],
    keypoints: { data: Float64Array.of(1, 1, 2, 21, 3, 2, 3, 3, 2, 11, 11, 1), count: 1, at: "edge" as const },
    fields: { name: ["a", "b", "c", "d"], pair: Uint8Array.of(0, 0, 1, 1, 2, 2, 3, 3) },
  };
  const made = through(plan, boxes, {}, more);
  expect(Array.from(made.labels)).toEqual([10, 11, 12, 13]);
  expect(made.fields).toEqual({ name: ["a", "b", "c", "d"], pair: Uint8Array.of(0, 0, 1, 1, 2, 2, 3, 3) });
  expect(rowsOf(made)[0]).toEqual([
    [30, 0, 36, 6],
    [10, 2, 16, 10],
    [2, 2, 8, 8],
  ]);
  expect(Array.from(made.keypoints!.data)).toEqual([35, 1, 2, 15, 3, 2, 3, 3, 2, 11, 11, 1]);
  expect(Array.from(made.source)).toEqual([0, 0, 1, 3]);
});

test("normalised boxes that touch 1, and the f32 after it, end at W exactly (B8)", () => {
  const over = Math.fround(1 + 2 ** -23);
  for (const right of [1, over]) {
    const boxes = Float32Array.of(0.3, 0, right, right);
    const set = { format: "xyxy" as const, normalized: true, boxes, offsets: Uint32Array.of(0, 1) };
    for (const policy of [undefined, [{ op: "flipX" }, { op: "flipX" }] as OpCall[], [turn(360)]]) {
      const plan = planOf([policy], undefined, { height: 333, width: 517 });
      const made = transformObjects(plan, { dataset: set }, { format: "xyxy", normalized: false });
      expect([made.boxes[2], made.boxes[3], made.visible[0]]).toEqual([517, 333, 1]);
    }
  }
});

test("three crops that keep 0.6 each leave 0.216 (B9)", () => {
  const crop = (left: number): OpCall[] => [
    { op: "cropAndResize", top: 0, left, height: 60, width: 60, outHeight: 60, outWidth: 100 },
    invert,
  ];
  const plan = planOf([[0, 1, 2].flatMap(() => crop(0))], undefined, { height: 60, width: 100 });
  const made = through(plan, [[[0, 0, 100, 60]]]);
  expect(made.visible[0]).toBeCloseTo(0.216, 6);
  expect(through(plan, [[[0, 0, 100, 60]]], { minVisibility: 0.216 }).labels.length).toBe(1);
  expect(through(plan, [[[0, 0, 100, 60]]], { minVisibility: 0.22 }).labels.length).toBe(0);
});

test("a threshold that is just met is met; YOLO's is not (B10)", () => {
  const boxes = [
    [
      [0, 0, 2, 2],
      [0, 0, 2.5, 2.5],
      [0, 0, 1, 100],
      [0, 0, 1, 1],
    ],
  ];
  const plan = planOf([undefined], undefined, { height: 120, width: 120 });
  expect(Array.from(through(plan, boxes, { minSize: 2, minArea: 4 }).index)).toEqual([0, 1]);
  expect(Array.from(through(plan, boxes, { maxAspect: 100 }).index)).toEqual([0, 1, 2, 3]);
  const yolo = transformObjects(plan, { dataset: { format: "xyxy", boxes } }, { preset: "yolo" });
  expect(Array.from(yolo.index)).toEqual([1]);
});

test("a mosaic has no phantom box, none across a seam, and slivers by threshold (B11)", () => {
  const shift = (left: number, top: number): OpCall[] => [{ op: "crop", left, top, ...SIZE }];
  const plan = planOf(
    [shift(18, 12), shift(-18, 12), shift(18, -12), shift(-18, -12)],
    [[pasted(0, 1, [18, 0, 36, 24]), pasted(2, 3, [18, 0, 36, 24])], [pasted(0, 1, [0, 12, 36, 24])]],
  );
  const boxes = [
    [[0, 0, 36, 24]],
    [[0, 12, 10, 24]],
    [],
    [
      [17.5, 0, 30, 2],
      [0, 0, 36, 24],
    ],
  ];
  const made = through(plan, boxes);
  expect(rowsOf(made)).toEqual([
    [
      [0, 0, 18, 12],
      [18, 0, 28, 12],
      [35.5, 12, 36, 14],
      [18, 12, 36, 24],
    ],
  ]);
  expect(Array.from(made.source)).toEqual([0, 1, 3, 3]);
  expect(Array.from(made.visible, (v) => Math.round(v * 1000))).toEqual([250, 1000, 40, 250]);
  expect(through(plan, boxes, { minSize: 1 }).labels.length).toBe(3);
});

test("CutMix: covered wholly is gone, a strip that is left is that strip, a hole lowers what is visible (B12)", () => {
  const plan = planOf([undefined, undefined], [[pasted(0, 1, [10, 6, 20, 18])]]);
  const made = through(plan, [
    [
      [12, 8, 18, 14],
      [5, 8, 20, 14],
      [5, 2, 25, 22],
      [0, 0, 4, 4],
    ],
    [
      [12, 8, 30, 10],
      [0, 0, 9, 5],
    ],
  ]);
  expect(rowsOf(made)).toEqual([
    [
      [5, 8, 10, 14],
      [5, 2, 25, 22],
      [0, 0, 4, 4],
      [12, 8, 20, 10],
    ],
  ]);
  expect(Array.from(made.visible, (v) => Math.round(v * 1e6) / 1e6)).toEqual([0.333333, 0.7, 1, 0.444444]);
  expect(Array.from(made.weight)).toEqual([1, 1, 1, 1]);
});

test("MixUp: λ stands beside every box, also 0 and 1, and each list keeps its labels (B13)", () => {
  const boxes = [
    [[0, 0, 5, 5]],
    [
      [1, 1, 6, 6],
      [2, 2, 7, 7],
    ],
  ];
  const mix = (lambda: number) =>
    through(
      planOf([undefined, undefined], [[{ mixer: "mixup", own: 0, partner: 1, lambda }]]),
      boxes,
      {},
      { labels: [1, 2, 3] },
    );
  expect([Array.from(mix(0.75).weight), Array.from(mix(0.75).labels)]).toEqual([
    [0.75, 0.25, 0.25],
    [1, 2, 3],
  ]);
  expect([Array.from(mix(1).weight), Array.from(mix(1).labels)]).toEqual([[1], [1]]);
  expect([Array.from(mix(0).weight), Array.from(mix(0).labels)]).toEqual([
    [1, 1],
    [2, 3],
  ]);
});

test("NaN, inverted and empty boxes are named by picture and number (B15)", () => {
  const plan = planOf([undefined, undefined]);
  const bad = (box: number[], degenerate?: "drop") => () =>
    through(plan, [[[0, 0, 5, 5]], [[1, 1, 2, 2], box]], {}, degenerate && { degenerate });
  const at = "transformObjects.sources.dataset.boxes[2] (picture 1, object 1): expected";
  expect(bad([0, Number.NaN, 5, 5])).toThrow("dataset.boxes[1][1]: expected finite numbers, found NaN");
  const flat = { format: "xyxy" as const, boxes: Float32Array.of(0, 0, 5, 5, 1, 1, 2, 2, 0, Number.NaN, 5, 5) };
  const sets = { dataset: { ...flat, offsets: Uint32Array.of(0, 1, 3) } };
  expect(() => transformObjects(plan, sets)).toThrow(`${at} finite numbers, found NaN`);
  expect(bad([5, 0, 0, 5])).toThrow(`${at} a width and a height of 0 at least, found -5 × 5`);
  expect(bad([5, 0, 0, 5], "drop")).toThrow(at);
  expect(bad([5, 0, 5, 5])).toThrow(
    `${at} a box with an area in its picture (or degenerate: "drop"), found [5, 0, 5, 5]`,
  );
  expect(bad([50, 0, 55, 5])).toThrow(at);
  expect(Array.from((bad([50, 0, 55, 5], "drop")() as { index: Uint32Array }).index)).toEqual([0, 0]);
});

test("what comes out is f32, ids are u32, counts say how many, and no label is −1 (B16)", () => {
  const made = through(
    drawn(POLICIES.mosaic!, 1),
    Array.from({ length: 8 }, () => [[1, 1, 30, 20]]),
  );
  expect([made.boxes, made.weight, made.visible, made.area].every((column) => column instanceof Float32Array)).toBe(
    true,
  );
  expect([made.offsets, made.labels, made.source, made.index].every((column) => column instanceof Uint32Array)).toBe(
    true,
  );
  expect(() => through(planOf([undefined]), [], {}, { labels: [-1] })).toThrow("expected a Uint32Array of 0 class ids");
});

test("boxes are divided by the size that they belong to (B17)", () => {
  const plan = planOf([[{ op: "resize", height: 48, width: 18 }]]);
  const set = { format: "cxcywh" as const, normalized: true, boxes: [[[0.5, 0.5, 0.5, 0.25]]] };
  const options = { format: "xyxy" as const, normalized: false };
  expect(Array.from(transformObjects(plan, { dataset: set }, options).boxes)).toEqual([4.5, 18, 13.5, 30]);
  const back = transformObjects(plan, { dataset: set });
  expect([back.format, back.normalized, Array.from(back.boxes)]).toEqual(["cxcywh", true, [0.5, 0.5, 0.5, 0.25]]);
});

test.each(["reflect", "symmetric", "wrap"] as const)(
  "an edge that repeats the picture is refused: %s (B18)",
  (edge) => {
    const plan = planOf([[invert, turn(20, { edge })]]);
    const message = `plan.sources[0].ops[1].edge: expected constant or edge, for boxes and points (or the option copies: "ignore", or "objects"), found "${edge}"`;
    expect(() => through(plan, [[[1, 1, 9, 9]]])).toThrow(message);
    const plain = through(planOf([[invert, turn(20)]]), [[[1, 1, 9, 9]]]);
    expect(through(plan, [[[1, 1, 9, 9]]], { copies: "ignore" }).boxes).toEqual(plain.boxes);
  },
);

test("CutBlur and an AugMix of colours have each object once, and all of it (B20)", () => {
  const boxes = Array.from({ length: 8 }, (_, i) => [[i, 2, i + 20, 20]]);
  for (const name of ["cutblur", "augMix of colours", "augMix"]) {
    const plan = drawn(POLICIES[name]!, 2);
    const made = through(plan, boxes, {}, { polygons: undefined });
    expect([name, made.labels.length]).toEqual([name, 4]);
    expect(Array.from(made.visible)).toEqual([1, 1, 1, 1]);
    expect(Array.from(made.weight, (w) => Math.round(w * 1e6) / 1e6)).toEqual([1, 1, 1, 1]);
    expect(rowsOf(made).map(([box]) => box![0])).toEqual([1, 4, 2, 7]);
  }
});

test("a picture mixed with itself in parts shows what either part shows, once", () => {
  const rows: Row[][] = [
    [pasted(0, 1, [0, 0, 18, 24]), pasted(1, 0, [0, 0, 24, 24])],
    [{ mixer: "mixup", own: 0, partner: 1, lambda: 0.25 }],
  ];
  const made = through(planOf([undefined, undefined], rows), [[[0, 0, 36, 24]], [[10, 0, 20, 24]]]);
  // Picture 0 is on the right of 18 with 0.25, and on the left of 24 with 0.75; picture 1 is on the other sides.
  expect(rowsOf(made)).toEqual([
    [
      [0, 0, 36, 24],
      [10, 0, 18, 24],
    ],
  ]);
  expect(Array.from(made.visible, (v) => Math.round(v * 1e6) / 1e6)).toEqual([1, 0.8]);
  expect(Array.from(made.weight)).toEqual([1, 0.25]);
});

describe("what is painted over", () => {
  const erase: OpCall = { op: "erase", box: [0, 0, 10, 24] };
  const cutout: OpCall = { op: "cutout", box: [5, 0, 15, 24] };
  const boxes = [[[0, 0, 20, 24]]];

  test("lowers what is visible, counted once where two lie over each other", () => {
    const made = through(planOf([[erase, cutout]]), boxes);
    expect([rowsOf(made), made.visible[0], made.area[0]]).toEqual([[boxes[0]], 0.25, 480]);
  });

  test("is looked past, or shrinks the box", () => {
    expect(through(planOf([[erase]]), boxes, { hidden: "ignore" }).visible[0]).toBe(1);
    const made = through(planOf([[erase]]), boxes, { hidden: "shrink" });
    expect([rowsOf(made), made.visible[0]]).toEqual([[[[10, 0, 20, 24]]], 0.5]);
  });

  test("is gone where all of it is", () => {
    expect(through(planOf([[erase]]), [[[1, 1, 9, 9]]]).labels.length).toBe(0);
  });

  test("is cut with the picture: a crop to the clean half sees all of what is there", () => {
    const crop: OpCall = { op: "crop", top: 0, left: 10, height: 24, width: 20 };
    expect(through(planOf([[erase, crop]]), boxes).visible[0]).toBe(0.5);
  });

  test("between the holes of a grid is counted by pixels", () => {
    const grid: OpCall = { op: "gridMask", unit: 4, ratio: 0.5 };
    const { visible } = through(planOf([[grid]]), [
      [
        [0, 0, 36, 24],
        [0, 0, 4, 4],
      ],
    ]);
    expect(Array.from(visible)).toEqual([0.75, 0.75]);
  });
});

test("objects that are not kept stay in their rows, on demand", () => {
  const plan = planOf([[{ op: "crop", top: 0, left: 0, height: 24, width: 10 }]]);
  const made = through(
    plan,
    [
      [
        [20, 0, 30, 5],
        [5, 0, 15, 5],
      ],
    ],
    { keep: "all", minVisibility: 0.9 },
  );
  expect([rowsOf(made), Array.from(made.kept!), Array.from(made.visible)]).toEqual([
    [
      [
        [0, 0, 0, 0],
        [5, 0, 10, 5],
      ],
    ],
    [0, 0],
    [0, 0.5],
  ]);
});

test("the objects of a picture that a dataset does not have are asked for", () => {
  const plan = planOf([undefined, undefined]);
  expect(() => through(plan, [[]])).toThrow(
    "expected the objects of 2 pictures, since the plan reads picture 1, found 1",
  );
  expect(() => transformObjects(plan, {})).toThrow(
    "transformObjects.sources.dataset: expected objects, since plan.sources[0] is from there",
  );
});

test("polygons are cut and moved with their objects, and boxes are what encloses them", () => {
  const polygons = { vertices: [0, 0, 20, 0, 0, 20, 30, 10, 36, 10, 36, 16], offsets: [0, 3, 6], rings: [0, 1, 2] };
  const plan = planOf([[{ op: "crop", top: 0, left: 10, height: 24, width: 26 }]]);
  const made = through(
    plan,
    [
      [
        [0, 0, 20, 20],
        [30, 10, 36, 16],
      ],
    ],
    {},
    { polygons },
  );
  expect(rowsOf(made)).toEqual([
    [
      [0, 0, 10, 10],
      [20, 10, 26, 16],
    ],
  ]);
  expect(Array.from(made.visible)).toEqual([0.25, 1]);
  expect(Array.from(made.polygons!.rings)).toEqual([0, 1, 2]);
  expect(made.polygons!.vertices.length).toBe(12);
});

test("a turned box keeps its direction through a cut, and both its sides are tested (B21)", () => {
  const set = { format: "cxcywhr" as const, boxes: [[[20, 20, 20, 4, 30]]] };
  const plan = planOf([[{ op: "crop", top: 0, left: 0, height: 40, width: 20 }]], undefined, SQUARE);
  const made = transformObjects(plan, { dataset: set });
  expect(made.boxes[4]).toBeCloseTo(30, 4);
  expect(made.boxes[3]).toBeCloseTo(4, 4);
  const flipped = transformObjects(planOf([[{ op: "flipX" }]], undefined, SQUARE), { dataset: set });
  // The first side, which went to the right and up, goes to the left and up.
  expect(flipped.boxes[4]).toBeCloseTo(150, 4);
  for (const boxes of [[[[20, 20, 10, 0.5, 0]]], [[[20, 20, 0.5, 10, 0]]]])
    expect(transformObjects(planOf([undefined], undefined, SQUARE), { dataset: { ...set, boxes } }).labels.length).toBe(
      0,
    );
});

test("before, across and behind a horizon: whole, cut, and gone (B14)", () => {
  // The denominator 1 − X / 40 is 0 at the right border: what is read there is infinitely far.
  const plan = planOf([[{ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, -1 / 40, 0, 1] }]], undefined, SQUARE);
  const made = through(
    plan,
    [
      [
        [4, 4, 8, 8],
        [10, 0, 40, 40],
      ],
    ],
    { keep: "all" },
  );
  expect(made.visible[0]).toBe(1);
  expect(made.boxes[0]).toBeCloseTo(4 / (1 + 4 / 40), 4);
  // The source ends at 40, which is at X = 20.
  expect([made.boxes[4], made.boxes[6]].map((x) => Math.round(x!))).toEqual([8, 20]);
  // With the sign turned, the denominator is positive in the middle only up to X = 30; behind it nothing is.
  const behind = planOf([[{ op: "perspective", matrix: [1, 0, 0, 0, 1, 0, 0.05, 0, -0.5] }]], undefined, SQUARE);
  const far = through(
    behind,
    [
      [
        [-40, 0, 4, 4],
        [30, 0, 40, 4],
      ],
    ],
    { keep: "all" },
    { degenerate: "drop" },
  );
  expect(Array.from(far.visible).every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(Array.from(far.boxes).every((number) => number >= 0 && number <= 40)).toBe(true);
});

describe("wrong options and sets are refused by name", () => {
  const plan = planOf([undefined]);
  const set = { format: "xyxy" as const, boxes: [[[0, 0, 5, 5]]] };
  const options: [options: unknown, message: string][] = [
    [{ format: "coco" }, "transformObjects.options.format: expected one of xyxy"],
    [{ normalized: "yes" }, "options.normalized: expected true or false"],
    [{ keep: "none" }, 'options.keep: expected "kept" or "all"'],
    [{ outline: "circle" }, 'options.outline: expected "box" or "ellipse"'],
    [{ hidden: "mark" }, 'options.hidden: expected "count" or "ignore" or "shrink"'],
    [{ copies: "keep" }, 'options.copies: expected "refuse" or "ignore" or "objects"'],
    [{ outside: "clamp" }, 'options.outside: expected "keep" or "zero"'],
    [{ hiddenPoints: "zero" }, 'options.hiddenPoints: expected "keep" or "mark"'],
    [{ minSize: Number.NaN }, "options.minSize: expected a number of at least 0, found NaN"],
    [{ minWeight: 1.5 }, "options.minWeight: expected a number from 0 to 1, found 1.5"],
    [{ maxAspect: 0.5 }, "options.maxAspect: expected a number of at least 1, found 0.5"],
    [{ minVisibilty: 1 }, "(did you mean minVisibility?)"],
    [{ preset: "torchvision", format: "cxcywhr" }, "expected a format of upright boxes, with the preset torchvision"],
  ];
  test.each(options)("options %j", (given, message) => {
    expect(() => transformObjects(plan, { dataset: set }, given as never)).toThrow(message);
  });

  const sets: [more: unknown, message: string][] = [
    [{ format: undefined }, "dataset.format: expected one of xyxy"],
    [{ boxes: new Float32Array(4) }, "dataset.offsets: expected where each picture's boxes begin"],
    [{ boxes: new Float32Array(4), offsets: [0, 2] }, "dataset.offsets[1]: expected 1, as there are boxes, found 2"],
    [{ boxes: new Float32Array(8), offsets: [0, 2, 1] }, "dataset.offsets[2]: expected a whole number of at least 2"],
    [{ boxes: new Float32Array(8), offsets: [1, 2] }, "dataset.offsets[0]: expected 0, found 1"],
    [
      { boxes: new Float32Array(5), offsets: [0, 1] },
      "expected whole boxes, of 4 numbers each in xyxy, found 5 numbers",
    ],
    [{ boxes: [[1, 2, 3, 4]] }, "dataset.boxes[0][0]: expected a list of 4 numbers"],
    [{ boxes: [7] }, "dataset.boxes[0]: expected a list of the picture's boxes, found 7"],
    [{ boxes: new Uint16Array(4), offsets: [0, 1] }, "dataset.boxes: expected a Float32Array, a Float64Array"],
    [{ labels: [1, 2] }, "dataset.labels: expected a Uint32Array of 1 class ids"],
    [{ labels: [0.5] }, "dataset.labels[0]: expected a class id, a whole number below 2^32, found 0.5"],
    [{ fields: { name: ["a", "b", "c"], id: [] } }, "dataset.fields.id: expected a list of 1 values"],
    [{ fields: [1] }, "dataset.fields: expected an object of lists by name"],
    [{ polygons: { vertices: [1], offsets: [0] } }, "dataset.polygons.vertices: expected a Float32Array of x and y"],
    [{ polygons: { vertices: [1, 2, 3, 4], offsets: [0, 2] } }, "expected rings of three vertices at least, found 2"],
    [
      { polygons: { vertices: [], offsets: [0] } },
      "dataset.polygons.offsets: expected 2 numbers, one more than objects",
    ],
    [{ degenerate: "keep" }, 'dataset.degenerate: expected "throw" or "drop"'],
    [{ label: [1] }, "(did you mean labels?)"],
  ];
  test.each(sets)("sets %j", (more, message) => {
    expect(() => transformObjects(plan, { dataset: { ...set, ...(more as object) } })).toThrow(message);
  });

  test("two sets that do not have the same columns", () => {
    const both = planOf([undefined, undefined]);
    both.sources[1] = { from: "external", index: 0, id: 0 };
    both.stages[0]!.rows.pop();
    both.batchSize = 1;
    const more = { ...set, fields: { name: ["a"] } };
    expect(() => transformObjects(both, { dataset: set, external: more })).toThrow(
      'transformObjects.sources.external.fields: expected the fields of the others: none, found ["name"]',
    );
  });
});
