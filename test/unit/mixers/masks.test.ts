/** Mixers by a weight for every pixel: GridMix, SmoothMix, FMix, and masks of one's own. */
import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { fmix } from "../../../src/mixers/fmix.ts";
import { gridmix } from "../../../src/mixers/gridmix.ts";
import { givenMask, maskmix } from "../../../src/mixers/maskmix.ts";
import { maskPlane, partnerShare } from "../../../src/mixers/masks/plane.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { smoothmix } from "../../../src/mixers/smoothmix.ts";
import type { MaskShape, Plan, Row } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { reference } from "../../../src/reference/reference.ts";
import { overDataset, plan, range, rows, unrolled } from "../sample/request.ts";
import { mixPainted, shownShares } from "./count.ts";

const SIZES = [
  [24, 32],
  [7, 5],
  [1, 9],
  [9, 1],
  [2, 2],
  [33, 8],
] as const;

const steps = givenMask(Uint8Array.of(0, 100, 127, 128, 200, 255), 2, 3);
const HARD: [string, Policy][] = [
  ["gridmix", gridmix({ cells: 4 })],
  ["fmix", fmix()],
  ["fmix, reference", fmix({ spectrum: "reference" })],
  ["fmix of a box", [cutmix(), fmix()]],
  ["gridmix of fmix", [fmix({ decay: 1 }), gridmix({ cells: 3 })]],
];
const SOFT: [string, Policy][] = [
  ["smoothmix", smoothmix()],
  ["maskmix", maskmix([steps])],
  ["smoothmix of a box", [cutmix(), smoothmix()]],
  ["smoothmix of smoothmix of mixup", [mixup(), smoothmix(), smoothmix()]],
];

const masksOf = (list: Row[]): MaskShape[] => list.flatMap((row) => (row.mixer === "mask" ? [row.mask] : []));

describe.each(HARD)("%s", (_, policy) => {
  test.each(SIZES)("%i × %i: every pixel is one sample's, and the label has the counted shares", (height, width) => {
    const whole = plan(policy, 5, { height, width });
    expect(validatePlan(whole, { batchSize: 5, height, width })).toBe(whole);
    const { labels } = mixPainted(whole, 5);
    for (const row of range(5)) {
      shownShares(whole, row, 5).forEach((share, k) => {
        expect(labels[row * 5 + k]).toBeCloseTo(share, 6);
      });
    }
  });
});

describe.each([...HARD, ...SOFT])("%s", (_, policy) => {
  test.each(SIZES)("%i × %i: the label is the mean of what the pixels show, and sums to 1", (height, width) => {
    const size = 4;
    const whole = plan(policy, size, { height, width });
    const { labels } = mixPainted(whole, size);
    const shape = { height, width, channels: 1 };
    for (const k of range(size)) {
      // Sample k is 1 everywhere and the others 0: the mean of a mixed picture is its share.
      const images = Float32Array.from({ length: size * height * width }, (_, i) =>
        Math.floor(i / (height * width)) === k ? 1 : 0,
      );
      const mixed = reference(whole, { batch: { images }, dataset: { images }, shape, format: "f32", layout: "nhwc" });
      for (const row of range(size)) {
        const pixels = (mixed.images as Float32Array).subarray(row * height * width, (row + 1) * height * width);
        expect(labels[row * size + k]).toBeCloseTo(pixels.reduce((sum, value) => sum + value, 0) / (height * width), 5);
      }
    }
    for (const row of range(size))
      expect(labels.subarray(row * size, row * size + size).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
  });
});

describe.each(["isotropic", "reference"] as const)("fmix, %s", (spectrum) => {
  const size = { height: 40, width: 56 };
  const shape = (own: number, key = 1, decay = 3): MaskShape => ({
    shape: "fourier",
    key: [key, 2],
    decay,
    spectrum,
    own,
  });

  test.each([0, 1, 7, 1000, 1120, 2239, 2240])("exactly %i pixels are the own ones", (own) => {
    const plane = maskPlane(shape(own), size);
    expect(plane.filter((byte) => byte === 0)).toHaveLength(own);
    expect(plane.filter((byte) => byte === 255)).toHaveLength(2240 - own);
    expect(partnerShare(shape(own), size)).toBe((2240 - own) / 2240);
  });

  test("masks of one field lie in each other", () => {
    const [small, large] = [maskPlane(shape(500), size), maskPlane(shape(900), size)];
    expect(small.every((byte, i) => byte === 255 || large[i] === 0)).toBe(true);
  });

  test("a larger decay is smoother, another key another mask", () => {
    const edges = (decay: number) =>
      range(20).reduce((sum, key) => {
        const plane = maskPlane(shape(1120, key, decay), size);
        return sum + plane.reduce((count, byte, i) => count + (i % 56 > 0 && byte !== plane[i - 1] ? 1 : 0), 0);
      }, 0);
    if (spectrum === "isotropic") expect(edges(3)).toBeLessThan(0.6 * edges(0));
    expect(maskPlane(shape(1120, 1), size)).not.toEqual(maskPlane(shape(1120, 2), size));
  });

  test("every pixel is the partner's half the time", () => {
    const sums = new Float64Array(2240);
    for (const key of range(300)) {
      maskPlane(shape(1120, key), size).forEach((byte, i) => {
        sums[i]! += byte / 255;
      });
    }
    // 300 coins a pixel: five standard deviations.
    for (const sum of sums) expect(Math.abs(sum / 300 - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 300));
  });

  test("λ is the drawn one, to a pixel", () => {
    const lambdas = rows(fmix({ spectrum, alpha: 1 }), 2000, { height: 64, width: 64 }).map((row) =>
      "lambda" in row ? row.lambda : 1,
    );
    for (const edge of [0.2, 0.5, 0.8])
      expect(Math.abs(lambdas.filter((l) => l < edge).length / 2000 - edge)).toBeLessThan(0.05);
    expect(lambdas.every((lambda) => Number.isInteger(lambda * 4096))).toBe(true);
  });
});

test("fmix, isotropic: as many edges along x as along y", () => {
  let [across, down] = [0, 0];
  for (const key of range(800)) {
    const plane = maskPlane(
      { shape: "fourier", key: [key, 0], decay: 3, spectrum: "isotropic", own: 800 },
      { height: 40, width: 40 },
    );
    plane.forEach((byte, i) => {
      if (i % 40 > 0 && byte !== plane[i - 1]) across++;
      if (i >= 40 && byte !== plane[i - 40]) down++;
    });
  }
  expect(Math.abs(across / down - 1)).toBeLessThan(0.08);
});

test("fmix: one wave along x at most in the reference spectrum, so no line changes hands more than twice; in the isotropic one some do", () => {
  const most = (spectrum: "isotropic" | "reference") => {
    let changes = 0;
    for (const key of range(60)) {
      const plane = maskPlane(
        { shape: "fourier", key: [key, 0], decay: 2, spectrum, own: 900 },
        { height: 40, width: 50 },
      );
      for (let y = 0; y < 40; y++) {
        const line = plane.subarray(50 * y, 50 * y + 50);
        changes = Math.max(changes, line.filter((byte, x) => byte !== line[(x + 49) % 50]).length);
      }
    }
    return changes;
  };
  expect(most("reference")).toBe(2);
  expect(most("isotropic")).toBeGreaterThan(2);
});

test("gridmix: square holes at the top left of square cells, on any picture", () => {
  const plane = maskPlane({ shape: "grid", cell: 4, hole: 2 }, { height: 6, width: 9 });
  const line = [255, 255, 0, 0, 255, 255, 0, 0, 255];
  const none = new Array(9).fill(0);
  expect(Array.from(plane)).toEqual([line, line, none, none, line, line].flat());
});

test("gridmix: the hole's share follows 1 − λ", () => {
  const list = masksOf(rows(gridmix({ cells: 4 }), 3000, { height: 160, width: 160 }));
  const holes = list.map((mask) => (mask.shape === "grid" ? mask.hole / mask.cell : 0));
  // hole = ⌊c √(1−λ)⌋ with λ uniform: P(hole < s c) = s², where s c is whole, as of 40 here.
  for (const s of [0.3, 0.6, 0.9])
    expect(Math.abs(holes.filter((hole) => hole < s).length / 3000 - s * s)).toBeLessThan(0.03);
});

test("smoothmix: the partner alone at the centre, exp(−½) of it one sigma away, and the label is not inverted", () => {
  const mask: MaskShape = { shape: "gaussian", center: [10, 5], sigma: 4 };
  const plane = maskPlane(mask, { height: 20, width: 30 });
  expect(plane[5 * 30 + 10]).toBe(255);
  expect(plane[5 * 30 + 14]).toBe(Math.round(255 * Math.exp(-0.5)));
  const row = rows(smoothmix({ sigma: [0.05, 0.05] }), 1, { height: 100, width: 100, batchSize: 1, ids: [3] })[0]!;
  expect(row.mixer).toBe("none");
  const narrow = rows(smoothmix({ sigma: [0.05, 0.05] }), 8, { height: 100, width: 100 });
  for (const one of narrow) if (one.mixer === "mask") expect(one.lambda).toBeGreaterThan(0.9);
});

test("a given mask is stretched without blending, and its shares are the parts' means", () => {
  const plane = maskPlane(steps, { height: 4, width: 6 });
  expect(Array.from(plane.subarray(0, 6))).toEqual([0, 0, 100, 100, 127, 127]);
  expect(partnerShare(steps, { height: 2, width: 3 })).toBe((0 + 100 + 127 + 129 + 201 + 256) / (256 * 6));
  expect(maskPlane(givenMask(Uint8Array.of(9), 1, 1), { height: 3, width: 2 })).toEqual(new Uint8Array(6).fill(9));
});

test("an edited mask is made anew", () => {
  const mask = { shape: "grid" as const, cell: 4, hole: 1 };
  const before = maskPlane(mask, { height: 4, width: 4 });
  mask.hole = 3;
  expect(maskPlane(mask, { height: 4, width: 4 })).not.toEqual(before);
});

test("rows that share a draw share a mask; a pair shares it with the pictures swapped", () => {
  expect(new Set(masksOf(rows(fmix({ granularity: "batch" }), 6))).size).toBe(1);
  const whole = rows(fmix({ granularity: "pair", pairing: "reverse" }), 6);
  const [first, last] = [whole[0]!, whole[5]!];
  if (first.mixer !== "mask" || last.mixer !== "mask") throw new Error("expected masks");
  expect([first.mask, first.own, first.partner]).toEqual([last.mask, last.partner, last.own]);
});

const ALL: Policy[] = [
  gridmix(),
  smoothmix(),
  fmix(),
  maskmix([steps, givenMask(Uint8Array.of(1, 2), 1, 2)]),
  [smoothmix(), fmix()],
];

test.each(ALL)("a row does not depend on the batch around it (I9): %j", (policy) => {
  const alone = (ids: number[], row: number) => unrolled(overDataset(policy, ids), row);
  expect(alone([7], 0)).toEqual(alone([3, 9, 7, 1], 2));
});

test.each(ALL)("policy and plan survive JSON: %j", (policy) => {
  const whole = plan(policy, 5);
  const again = JSON.parse(JSON.stringify(whole)) as Plan;
  expect(again).toEqual(whole);
  expect(validatePlan(again, { batchSize: 5, height: 24, width: 32 })).toBe(again);
  expect(mixPainted(again, 5)).toEqual(mixPainted(whole, 5));
  expect(plan(JSON.parse(JSON.stringify(policy)) as Policy, 5)).toEqual(whole);
});

const WRONG_ROWS: [mask: unknown, lambda: number, message: string][] = [
  [undefined, 0.5, "plan.stages[0].rows[0].mask: expected a mask, { shape, … }, found undefined"],
  [
    { shape: "circle" },
    0.5,
    'plan.stages[0].rows[0].mask.shape: expected one of grid, gaussian, fourier, given, found "circle"',
  ],
  [{ shape: "grid", cell: 4, hole: 5 }, 0.5, "plan.stages[0].rows[0].mask.hole: expected an integer in 0..4, found 5"],
  [
    { shape: "grid", cell: 0, hole: 0 },
    0.5,
    "plan.stages[0].rows[0].mask.cell: expected an integer in 1..65535, found 0",
  ],
  [
    { shape: "grid", cell: 4, hole: 2, angle: 3 },
    0.75,
    'plan.stages[0].rows[0].mask: expected only the fields shape, cell, hole, found "angle"',
  ],
  [
    { shape: "grid", cell: 4, hole: 2 },
    0.5,
    "plan.stages[0].rows[0].lambda: expected 0.75, one less the mean of the mask's weights, found 0.5",
  ],
  [
    { shape: "gaussian", center: [1], sigma: 2 },
    0.5,
    "plan.stages[0].rows[0].mask.center: expected [x, y] in pixels, found [1]",
  ],
  [
    { shape: "gaussian", center: [1, 2], sigma: 0 },
    0.5,
    "plan.stages[0].rows[0].mask.sigma: expected a number of pixels above 0, found 0",
  ],
  [
    { shape: "fourier", key: [1, -2], decay: 3, spectrum: "isotropic", own: 3 },
    0.5,
    "plan.stages[0].rows[0].mask.key: expected two integers in 0..2^32-1, found [1, -2]",
  ],
  [
    { shape: "fourier", key: [1, 2], decay: 11, spectrum: "isotropic", own: 3 },
    0.5,
    "plan.stages[0].rows[0].mask.decay: expected a number from 0 to 10, found 11",
  ],
  [
    { shape: "fourier", key: [1, 2], decay: 3, spectrum: "pink", own: 3 },
    0.5,
    'plan.stages[0].rows[0].mask.spectrum: expected one of isotropic, reference, found "pink"',
  ],
  [
    { shape: "fourier", key: [1, 2], decay: 3, spectrum: "isotropic", own: 769 },
    0.5,
    "plan.stages[0].rows[0].mask.own: expected an integer in 0..768, found 769",
  ],
  [
    { shape: "given", height: 2, width: 2, weights: "AAAA" },
    0.5,
    'plan.stages[0].rows[0].mask.weights: expected 4 bytes in base64, one a pixel, found "3 bytes"',
  ],
  [
    { shape: "given", height: 2, width: 2, weights: "!" },
    0.5,
    'plan.stages[0].rows[0].mask.weights: expected 4 bytes in base64, one a pixel, found "0 bytes"',
  ],
];

test.each(WRONG_ROWS)("a wrong mask row: %j, %d", (mask, lambda, message) => {
  const whole = plan(mixup({ pairing: "reverse" }), 2);
  whole.stages[0]!.rows[0] = { mixer: "mask", own: 0, partner: 1, mask: mask as MaskShape, lambda };
  expect(() => validatePlan(whole, { batchSize: 2, height: 24, width: 32 })).toThrow(message);
});
