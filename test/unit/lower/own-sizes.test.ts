/** What pictures of different size cost: passes in which each has its own size, and only as many as it takes. */
import { expect, test } from "vitest";
import { packPictures } from "../../../src/analysis/places.ts";
import { lower } from "../../../src/checked-plan.ts";
import type { LowerOptions } from "../../../src/lower/lowering.ts";
import { trafficOf } from "../../../src/lower/traffic.ts";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomAspectRatio } from "../../../src/stages/random-aspect-ratio.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import { awkwardSizes } from "../../own-sizes.ts";

const COUNT = 64;
const sizes = awkwardSizes(COUNT, 200);
const base: LowerOptions = {
  shape: { height: 200, width: 200, channels: 3 },
  format: "u8",
  layout: "nhwc",
  output: {},
  pages: 1,
  picturesPerPage: COUNT,
};
const ids = Array.from({ length: COUNT }, (_, i) => i);
const window = randomResizedCrop({ height: 96, width: 96 });
const places = packPictures("sizes", sizes, 3, Number.POSITIVE_INFINITY);

/** The kernels of a batch, those marked in which pictures have sizes of their own. */
function kernelsOf(policy: Policy, own: boolean): string[] {
  const size = own ? { sizes: { batch: sizes } } : { height: 200, width: 200 };
  const plan = samplePlan({ policy, seed: 5, ids, ...size });
  const { firsts, pageStarts } = places;
  const { dispatches } = lower(plan, own ? { ...base, places: { firsts, pageStarts } } : base);
  return dispatches.map(({ kernel, constants }) => `${kernel}${constants.RAGGED ? " ragged" : ""}`);
}

test("a window is one pass, and nothing after it is any different", () => {
  const policy = [window, ops.flipX(), ops.equalize(), cutmix()];
  expect(kernelsOf(policy, true)).toEqual([
    "augment_u8 ragged",
    "tone_pixels_u8",
    "augment_pixels_u8",
    "mix_quads_pixels_u8_f32",
  ]);
  expect(kernelsOf([window, cutmix()], true)).toEqual(["augment_u8 ragged", "mix_quads_pixels_u8_f32"]);
});

test("passes are ragged until all have one size, and no longer", () => {
  const policy = [
    ops.resize({ shortest: 100 }),
    ops.sharpness({ factor: 2 }),
    ops.centerCrop({ height: 64, width: 64 }),
    ops.sharpness({ factor: 2 }),
  ];
  expect(kernelsOf(policy, true)).toEqual([
    "augment_u8 ragged",
    "augment_pixels_u8 ragged",
    "augment_pixels_u8 ragged",
    "augment_pixels_u8",
    "mix_quads_pixels_u8_f32",
  ]);
});

test("pictures of one size get sizes of their own and lose them again", () => {
  const policy = [
    ops.invert(),
    randomAspectRatio({ factor: [0.5, 2] }),
    ops.resize({ height: 64, width: 64 }),
    ops.equalize(),
  ];
  const kernels = kernelsOf(policy, false);
  expect(kernels.filter((kernel) => kernel.endsWith("ragged")).length).toBe(3);
  expect(kernels.slice(-3)).toEqual(["tone_pixels_u8", "augment_pixels_u8", "mix_quads_pixels_u8_f32"]);
});

test("one size takes kernels that know no other", () => {
  expect(kernelsOf([window, cutmix()], false).join()).not.toContain("ragged");
});

test("the bytes of a ragged pass are those of its pictures", () => {
  const plan = samplePlan({ policy: [window], seed: 5, ids, sizes: { batch: sizes } });
  const [pass] = trafficOf(lower(plan, { ...base, places: { firsts: places.firsts, pageStarts: places.pageStarts } }));
  expect(pass).toEqual({ read: places.pageValues[0], written: COUNT * 96 * 96 * 4 });
});

const { firsts, pageStarts } = places;
test.each<[Partial<LowerOptions>, string]>([
  [{}, "plan.sources[0].height: expected nothing, since the pictures are not said to have sizes of their own, found 1"],
  [
    { places: { firsts: Uint32Array.of(0), pageStarts } },
    "lower.options.places.firsts[1]: expected where the picture begins in its page, in values, found undefined",
  ],
  [
    { places: { firsts, pageStarts: [1] } },
    "lower.options.places.pageStarts: expected the first picture of each of 1 pages at most, the first of all 0, found [1]",
  ],
  [
    { places: { firsts, pageStarts: [0, 3] } },
    "lower.options.places.pageStarts: expected the first picture of each of 1 pages at most",
  ],
  [{ places }, "lower.options.places: expected only firsts, pageStarts"],
])("lower says what is wrong with where pictures lie", (more, message) => {
  const plan = samplePlan({ policy: [window], seed: 5, ids, sizes: { batch: sizes } });
  expect(() => lower(plan, { ...base, ...more })).toThrow(message);
});
