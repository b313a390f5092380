import { describe, expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import type { Row } from "../../../src/plan/plan.ts";
import { isMixed, overDataset, plan, range, rows } from "./request.ts";

/** The partner's position of every row; a row left alone has itself. */
const partners = (drawn: Row[]) => drawn.map((row) => (isMixed(row) ? row.partner : row.own));

describe("pairings within the batch", () => {
  test("reverse: i with B-1-i, the middle of an odd batch alone", () => {
    expect(partners(rows(mixup({ pairing: "reverse" }), 4))).toEqual([3, 2, 1, 0]);
    expect(partners(rows(mixup({ pairing: "reverse" }), 5))).toEqual([4, 3, 2, 1, 0]);
    expect(rows(mixup({ pairing: "reverse" }), 5)[2]).toEqual({ mixer: "none", own: 2 });
  });

  test("roll: i with i-1", () => {
    expect(partners(rows(mixup({ pairing: "roll" }), 5))).toEqual([4, 0, 1, 2, 3]);
  });

  test.each(["permutation", "derangement"] as const)(
    "%s: everybody is somebody's partner once, differently every epoch",
    (pairing) => {
      const drawn = range(40).map((epoch) => partners(rows(mixup({ pairing }), 7, { epoch })));
      for (const order of drawn) expect([...order].sort()).toEqual(range(7));
      expect(new Set(drawn.map(String)).size).toBeGreaterThan(35);
      const selfPairs = drawn.flat().filter((partner, i) => partner === i % 7).length;
      // A permutation has one fixed point on average.
      if (pairing === "derangement") expect(selfPairs).toBe(0);
      else expect(Math.abs(selfPairs - 40)).toBeLessThan(25);
    },
  );

  test("a batch of one is left alone by every one of them, and by granularity pair and half", () => {
    for (const pairing of ["reverse", "roll", "permutation", "derangement"] as const) {
      expect(rows(mixup({ pairing }), 1)).toEqual([{ mixer: "none", own: 0 }]);
    }
    expect(rows(cutmix({ granularity: "pair" }), 1)).toEqual([{ mixer: "none", own: 0 }]);
    expect(rows(cutmix({ granularity: "half" }), 1)).toEqual([{ mixer: "none", own: 0 }]);
    expect(rows(cutmix({ granularity: "batch" }), 1)).toEqual([{ mixer: "none", own: 0 }]);
  });

  test("two are each other's derangement", () => {
    expect(partners(rows(mixup(), 2))).toEqual([1, 0]);
  });
});

describe("the dataset pairing", () => {
  const partnerIds = (count: number, epoch: number) =>
    range(count).map((id) => {
      const { sources, stages } = overDataset(mixup(), [id], { datasetSize: count, epoch });
      const row = stages[0]!.rows[0]!;
      return sources[isMixed(row) ? row.partner : row.own]!.id;
    });

  test.each([2, 3, 10, 64, 101])("of %i samples: everybody is somebody's partner once, nobody their own", (count) => {
    for (const epoch of [0, 1, 2]) {
      const ids = partnerIds(count, epoch);
      expect([...ids].sort((a, b) => a - b)).toEqual(range(count));
      expect(ids.some((partner, id) => partner === id)).toBe(false);
    }
  });

  test("another epoch pairs otherwise", () => {
    expect(partnerIds(64, 0)).not.toEqual(partnerIds(64, 1));
  });

  test("a dataset of one is left alone", () => {
    const whole = overDataset(mixup(), [0], { datasetSize: 1 });
    expect(whole.stages[0]!.rows).toEqual([{ mixer: "none", own: 0 }]);
    expect(whole.sources).toEqual([{ from: "dataset", index: 0, id: 0 }]);
  });

  test("the batch comes first among the sources, then the partners of the rows that are mixed", () => {
    const { sources, stages, batchSize } = overDataset(mixup({ prob: 0.5 }), [30, 31, 32, 33, 34, 35, 36, 37]);
    const mixed = stages[0]!.rows.filter(isMixed);
    expect(batchSize).toBe(8);
    expect(sources.slice(0, 8).map(({ id }) => id)).toEqual([30, 31, 32, 33, 34, 35, 36, 37]);
    expect(mixed.map(({ partner }) => partner)).toEqual(range(mixed.length).map((i) => 8 + i));
    expect(sources).toHaveLength(8 + mixed.length);
    expect(mixed.length).toBeLessThan(8);
  });

  test("serves a batch of the caller's own, too", () => {
    const { sources } = plan(mixup({ pairing: "dataset" }), 2, { ids: [7, 9], datasetSize: 50 });
    expect(sources.map(({ from }) => from)).toEqual(["batch", "batch", "dataset", "dataset"]);
    expect(sources.slice(0, 2)).toEqual([
      { from: "batch", index: 0, id: 7 },
      { from: "batch", index: 1, id: 9 },
    ]);
  });

  test("twice in a row makes the partners' partners", () => {
    const { sources, stages } = overDataset([mixup(), cutmix()], [5, 6]);
    expect(stages.map(({ rows }) => rows.length)).toEqual([4, 2]);
    expect(sources).toHaveLength(8);
    expect(stages[1]!.rows.map((row) => (isMixed(row) ? [row.own, row.partner] : []))).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});

describe("the external pairing", () => {
  test("row i with row i of the second batch, which comes last among the sources", () => {
    const { sources, stages } = plan(mixup({ pairing: "external" }), 3, { ids: [7, 8, 9], externalSize: 3 });
    expect(partners(stages[0]!.rows)).toEqual([3, 4, 5]);
    expect(sources.slice(3)).toEqual(range(3).map((index) => ({ from: "external", index, id: index })));
  });

  test("a batch of one is mixed", () => {
    expect(rows(mixup({ pairing: "external" }), 1, { externalSize: 1 })[0]!.mixer).toBe("mixup");
  });
});

describe("the pairing when none is named", () => {
  const pairings = (whole: { stages: { pairing: string }[] }) => whole.stages.map(({ pairing }) => pairing);

  test("dataset over a dataset, derangement in a batch", () => {
    expect(pairings(overDataset([mixup(), cutmix()], [1, 2]))).toEqual(["dataset", "dataset"]);
    expect(pairings(plan([mixup(), cutmix()], 4))).toEqual(["derangement", "derangement"]);
    expect(pairings(plan(mixup(), 4, { datasetSize: 50 }))).toEqual(["derangement"]);
  });

  test("derangement after a stage that mixes within the batch", () => {
    expect(pairings(overDataset([mixup(), mixup({ pairing: "roll" }), cutmix()], [1, 2]))).toEqual([
      "dataset",
      "roll",
      "derangement",
    ]);
    expect(pairings(overDataset([mixup({ pairing: "external" }), cutmix()], [1, 2], { externalSize: 2 }))).toEqual([
      "external",
      "derangement",
    ]);
  });

  test("what pair and half need", () => {
    expect(pairings(overDataset(mixup({ granularity: "pair" }), [1, 2]))).toEqual(["derangement"]);
    expect(pairings(overDataset([mixup(), mixup({ granularity: "half" })], [1, 2]))).toEqual(["dataset", "reverse"]);
    expect(pairings(overDataset(oneOf([mixup({ granularity: "pair" })]), [1, 2]))).toEqual(["derangement"]);
  });
});
