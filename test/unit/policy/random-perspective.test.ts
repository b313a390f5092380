/** What `randomPerspective` draws, against torchvision's `RandomPerspective.make_params` and its `F.perspective`. */
import { describe, expect, test } from "vitest";
import { validatePlan } from "../../../src/analysis/validate.ts";
import { linear } from "../../../src/draw/schedules.ts";
import type { AnyCall } from "../../../src/ops/op.ts";
import { samplePlan } from "../../../src/sample/sample.ts";
import { type RandomPerspective, randomPerspective } from "../../../src/stages/random-perspective.ts";
import { applyCalls, noisePicture } from "../../pictures.ts";

interface Draws {
  count?: number;
  height?: number;
  width?: number;
  epoch?: number;
}

/** What each picture gets: one call, or none. The plan has passed the checks of foreign plans. */
function drawn(
  stage: RandomPerspective,
  { count = 2000, height = 40, width = 101, epoch = 0 }: Draws = {},
): (AnyCall | undefined)[] {
  const ids = Array.from({ length: count }, (_, i) => i);
  const plan = validatePlan(samplePlan({ policy: stage, seed: 5, ids, height, width, epoch }), {
    batchSize: count,
    height,
    width,
  });
  expect(plan.sources.filter(({ ops = [] }) => ops.length > 1)).toEqual([]);
  return plan.sources.map(({ ops = [] }) => ops[0]);
}

/** How far each corner moved inwards: x, y of the upper left, upper right, lower right and lower left. */
const inwards = ({ start, end }: AnyCall): number[] =>
  (end as number[]).map((to, i) => ((start as number[])[i] === 0 ? to : (start as number[])[i]! - to));

test("its defaults are torchvision's", () => {
  expect(randomPerspective()).toEqual({ kind: "randomPerspective", prob: 0.5 });
  const calls = drawn(randomPerspective());
  const applied = calls.filter((call) => call !== undefined);
  // Five standard deviations of 2,000 coins.
  expect(Math.abs(applied.length - 1000)).toBeLessThan(5 * Math.sqrt(500));
  for (const call of applied) {
    expect(call).toMatchObject({ op: "perspective", start: [0, 0, 100, 0, 100, 39, 0, 39], fill: [0] });
    expect(Object.keys(call).sort()).toEqual(["end", "fill", "op", "start"]);
  }
});

describe("each corner moves inwards by itself, by 0 to distortionScale · half a side", () => {
  test.each([
    [0.5, 25, 10],
    [0.33, 16, 6],
    [0.05, 2, 1],
  ])("%d", (distortionScale, across, down) => {
    const moves = drawn(randomPerspective({ distortionScale, prob: 1 }), { count: 8000 }).map((call) => inwards(call!));
    for (let i = 0; i < 8; i++) {
      const most = i % 2 === 0 ? across : down;
      const counts = new Array(most + 1).fill(0);
      for (const move of moves) counts[move[i]!]++;
      expect(counts).toHaveLength(most + 1);
      const expected = 8000 / (most + 1);
      const square = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Mean and variance of χ² are its freedom and twice that: six standard deviations.
      expect(square).toBeLessThan(most + 6 * Math.sqrt(2 * most));
      for (let k = 0; k < i; k++) {
        const other = k % 2 === 0 ? across : down;
        const together = moves.reduce((sum, move) => sum + (move[i]! - most / 2) * (move[k]! - other / 2), 0) / 8000;
        const variance = (n: number) => (n * (n + 2)) / 12;
        // Correlations are 0 within five standard deviations of 8,000 draws.
        expect(Math.abs(together) / Math.sqrt(variance(most) * variance(other))).toBeLessThan(5 / Math.sqrt(8000));
      }
    }
  });

  test("which may be a schedule", () => {
    const stage = randomPerspective({ distortionScale: linear({ from: 0, to: 1, end: 10 }), prob: 1 });
    const most = (epoch: number) =>
      Math.max(...drawn(stage, { epoch }).map((call) => (call ? Math.max(...inwards(call)) : 0)));
    expect([0, 2, 10].map(most)).toEqual([0, 10, 50]);
  });
});

test("interpolation and fill are the call's", () => {
  for (const call of drawn(randomPerspective({ prob: 1, interpolation: "nearest", fill: [1, -0, 3] }))) {
    expect(call).toMatchObject({ interpolation: "nearest" });
    expect(call!.fill).toStrictEqual([1, 0, 3]);
  }
});

test("one draw for the batch, if asked", () => {
  const calls = drawn(randomPerspective({ prob: 1, granularity: "batch" }), { count: 20 });
  for (const call of calls) expect(call).toEqual(calls[0]);
});

describe("what the op cannot show is left as it is", () => {
  const SIZES = [
    [1, 1],
    [1, 50],
    [50, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [7, 5],
    [40, 101],
    [224, 224],
  ] as const;

  test.each(SIZES)("%i × %i: what is drawn can be run, whatever the scale", (height, width) => {
    for (const distortionScale of [0, 0.5, 0.7, 1]) {
      const calls = drawn(randomPerspective({ distortionScale, prob: 1 }), { height, width, count: 500 });
      const picture = noisePicture({ height, width, channels: 1 });
      for (const call of new Set(calls.slice(0, height > 50 ? 4 : 60)))
        if (call) expect(() => applyCalls(picture, [call], "u8")).not.toThrow();
      if (height === 1 || width === 1) expect(calls.every((call) => call === undefined)).toBe(true);
    }
  });

  test("some draws of 4 × 4 pixels are such", () => {
    const calls = drawn(randomPerspective({ prob: 1 }), { height: 4, width: 4 });
    const none = calls.filter((call) => call === undefined).length;
    expect(none).toBeGreaterThan(0);
    expect(none).toBeLessThan(1000);
    const picture = noisePicture({ height: 4, width: 4, channels: 1 });
    const call = { op: "perspective", start: [0, 0, 3, 0, 3, 3, 0, 3], end: [1, 1, 2, 1, 2, 1, 0, 3] };
    expect(() => applyCalls(picture, [call], "u8")).toThrow("no three are on a line");
  });
});
