/** A sample's draws are a pure function of (seed, epoch, sample id, policy): invariant I9, at the level of the plan. */
import { describe, expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { epochOrder } from "../../../src/sample/epoch-order.ts";
import { overDataset, plan, range, rows, unrolled } from "./request.ts";

const POLICIES: Record<string, Policy> = {
  mixup: mixup(),
  "cutmix, gated": cutmix({ prob: 0.6 }),
  "one of two": oneOf([mixup({ prob: 0.8 }), cutmix({ minmax: [0.2, 0.7] })], { weights: [1, 2], prob: 0.9 }),
  "three stages": [cutmix({ prob: 0.5 }), mixup(), oneOf([cutmix({ box: "keras3", alphaRange: [0, 1] }), mixup()])],
};

describe.each(Object.entries(POLICIES))("over a dataset: %s", (_, policy) => {
  /** Every sample of the epoch, as drawn in batches of one. */
  const alone = range(100).map((id) => unrolled(overDataset(policy, [id], { epoch: 4 }), 0));

  test.each([1, 7, 64, 100])("batches of %i, in shuffled order", (batchSize) => {
    const order = epochOrder({ seed: 1, epoch: 4, count: 100, batchSize });
    for (let b = 0; b < order.length; b++) {
      const ids = order.batch(b);
      const whole = overDataset(policy, ids, { epoch: 4 });
      ids.forEach((id, row) => {
        expect(unrolled(whole, row)).toEqual(alone[id]);
      });
    }
  });

  test("three shards", () => {
    const seen: number[] = [];
    for (const rank of [0, 1, 2]) {
      const order = epochOrder({ seed: 1, epoch: 4, count: 100, batchSize: 16, shard: { rank, world: 3 } });
      for (let b = 0; b < order.length; b++) {
        const ids = order.batch(b);
        const whole = overDataset(policy, ids, { epoch: 4 });
        ids.forEach((id, row) => {
          expect(unrolled(whole, row)).toEqual(alone[id]);
        });
        seen.push(...ids);
      }
    }
    expect(seen.sort((a, b) => a - b)).toEqual(range(100));
  });

  test("a partner from the dataset is made as it would be for itself", () => {
    const whole = overDataset(policy, [42], { epoch: 4 });
    whole.stages.slice(0, -1).forEach((stage, k) => {
      const shorter = (policy as Policy[]).slice(0, k + 1) as Policy;
      const ids = idsOfLevel(whole, k + 1);
      stage.rows.forEach((_, row) => {
        expect(unrolled(whole, row, k + 1)).toEqual(unrolled(overDataset(shorter, [ids[row]!], { epoch: 4 }), 0));
      });
    });
  });

  test("another epoch and another seed draw something else", () => {
    const whole = overDataset(policy, range(20), { epoch: 4 });
    expect(overDataset(policy, range(20), { epoch: 5 }).stages).not.toEqual(whole.stages);
    expect(overDataset(policy, range(20), { epoch: 4, seed: 2 }).stages).not.toEqual(whole.stages);
  });
});

/** The ids of the pictures of a level: those of their own pictures, all the way down. */
function idsOfLevel(whole: ReturnType<typeof overDataset>, level: number): number[] {
  if (level === 0) return whole.sources.map(({ id }) => id);
  const below = idsOfLevel(whole, level - 1);
  return whole.stages[level - 1]!.rows.map(({ own }) => below[own]!);
}

test("draws do not depend on what was drawn before", () => {
  const policy = POLICIES["three stages"]!;
  const first = overDataset(policy, [3, 1, 4]);
  overDataset(POLICIES.mixup!, range(50));
  overDataset(policy, [9, 2, 6], { epoch: 3 });
  expect(overDataset(policy, [3, 1, 4])).toEqual(first);
});

test("a plan survives JSON", () => {
  for (const policy of Object.values(POLICIES)) {
    const whole = overDataset(policy, range(10));
    expect(JSON.parse(JSON.stringify(whole))).toStrictEqual(whole);
  }
});

describe("within a batch", () => {
  test("lambda and box belong to the sample's id, whoever the partner is", () => {
    const drawn = (ids: number[], id: number) => {
      const row = rows(cutmix({ pairing: "reverse" }), ids.length, { ids })[ids.indexOf(id)]!;
      return row.mixer === "cutmix" ? [row.bbox, row.lambda] : [];
    };
    expect(drawn([5, 77, 900, 4], 77)).toEqual(drawn([77, 5], 77));
    expect(drawn([5, 77, 900, 4], 77)).not.toEqual(drawn([5, 77, 900, 4], 900));
  });

  test("an id far beyond 2^31 is drawn from as such", () => {
    const lambda = (id: number) =>
      rows(mixup(), 2, { ids: [id, 5] }).map((row) => ("lambda" in row ? row.lambda : -1))[0];
    expect(new Set([lambda(2 ** 32 - 1), lambda(2 ** 31 - 1), lambda(2 ** 31), lambda(0)]).size).toBe(4);
  });

  test("a stage with a stream keeps its draws when a stage comes before it", () => {
    const request = { epoch: 2 };
    const named = mixup({ stream: "mix", pairing: "derangement" });
    const cut = cutmix({ pairing: "derangement" });
    expect(plan([cut, named], 8, request).stages[1]).toEqual(plan(named, 8, request).stages[0]);
    const nameless = mixup({ pairing: "derangement" });
    expect(plan([cut, nameless], 8, request).stages[1]).not.toEqual(plan(nameless, 8, request).stages[0]);
  });

  test("two stages alike draw differently", () => {
    const whole = plan([mixup({ pairing: "reverse" }), mixup({ pairing: "reverse" })], 8);
    expect(whole.stages[0]).not.toEqual(whole.stages[1]);
  });

  test("the mixers of oneOf draw differently, though they are alike", () => {
    const first = rows(oneOf([mixup(), mixup()], { weights: [1, 0] }), 8);
    const second = rows(oneOf([mixup(), mixup()], { weights: [0, 1] }), 8);
    expect(second).not.toEqual(first);
  });
});

describe("a batch without ids", () => {
  test("is drawn by its step: the same again, another one at another step or epoch", () => {
    const drawn = (step: number, epoch = 0) => plan(mixup(), 6, { ids: undefined, batchSize: 6, step, epoch });
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5).stages).not.toEqual(drawn(6).stages);
    expect(drawn(5).stages).not.toEqual(drawn(5, 1).stages);
    expect(drawn(5).sources.map(({ id }) => id)).toEqual(range(6));
  });

  test("is not what a batch with the same ids is", () => {
    expect(plan(mixup(), 6, { ids: undefined, batchSize: 6, step: 0 }).stages).not.toEqual(plan(mixup(), 6).stages);
  });

  test("with ids the step moves nothing but schedules", () => {
    expect(plan(mixup(), 6, { step: 1 })).toEqual(plan(mixup(), 6, { step: 2 }));
  });
});
