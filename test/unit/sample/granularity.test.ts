import { describe, expect, test } from "vitest";
import { cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import type { Row } from "../../../src/plan/plan.ts";
import { isMixed, overDataset, plan, range, rows } from "./request.ts";

/** What was drawn for a row, without who it was drawn for. */
const drawn = (row: Row) => JSON.stringify({ ...row, own: 0, partner: 0 });
const different = (list: Row[]) => new Set(list.map(drawn)).size;

describe("sample", () => {
  test("every row has its own lambda and box", () => {
    expect(different(rows(cutmix(), 32, { height: 500, width: 500 }))).toBe(32);
    expect(different(rows(mixup(), 32))).toBe(32);
  });

  test("boxes differ in position along each axis by itself", () => {
    const boxes = rows(cutmix({ alpha: 100 }), 64, { height: 500, width: 500 }).map((row) =>
      row.mixer === "cutmix" ? row.bbox : [],
    );
    for (const corner of [0, 1, 2, 3]) expect(new Set(boxes.map((bbox) => bbox[corner])).size).toBeGreaterThan(25);
  });
});

describe("batch", () => {
  test("all rows share gate, choice, lambda and box", () => {
    const policy = oneOf([mixup(), cutmix()], { prob: 0.5, granularity: "batch" });
    const kinds = range(60).map((epoch) => {
      const list = rows(policy, 8, { epoch });
      expect(new Set(list.map(({ mixer }) => mixer)).size).toBe(1);
      expect(different(list.filter(isMixed))).toBeLessThan(2);
      return list[0]!.mixer;
    });
    for (const [kind, expected] of [
      ["none", 30],
      ["mixup", 15],
      ["cutmix", 15],
    ] as const) {
      expect(Math.abs(kinds.filter((k) => k === kind).length - expected)).toBeLessThan(12);
    }
  });
});

describe("pair", () => {
  test.each(["reverse", "permutation", "derangement"] as const)(
    "%s: partners of each other, sharing every draw",
    (pairing) => {
      const policy = oneOf([mixup({ prob: 0.8 }), cutmix()], { granularity: "pair", pairing, prob: 0.8 });
      for (const size of [8, 9]) {
        let alone = 0;
        for (const epoch of range(10)) {
          const list = rows(policy, size, { epoch });
          list.forEach((row, i) => {
            if (!isMixed(row)) {
              alone++;
              return;
            }
            const other = list[row.partner]!;
            expect(isMixed(other) && other.partner).toBe(i);
            expect(drawn(other)).toBe(drawn(row));
          });
          expect(different(list.filter(isMixed))).toBe(list.filter(isMixed).length / 2);
        }
        expect(alone).toBeGreaterThan(0);
      }
    },
  );

  test("one row of an odd batch is left alone, by reverse always the middle", () => {
    const alone = (pairing: "reverse" | "derangement") =>
      range(30).map((epoch) => {
        const list = rows(mixup({ granularity: "pair", pairing }), 7, { epoch });
        const found = range(7).filter((i) => !isMixed(list[i]!));
        expect(found).toHaveLength(1);
        return found[0]!;
      });
    expect(new Set(alone("reverse"))).toEqual(new Set([3]));
    expect(new Set(alone("derangement"))).toEqual(new Set(range(7)));
  });

  test("is drawn at the id of the one that comes first", () => {
    const [first, second] = rows(mixup({ granularity: "pair" }), 2, { ids: [40, 41] });
    const [alone] = rows(mixup(), 2, { ids: [40, 99] });
    expect(drawn(first!)).toBe(drawn(alone!));
    expect(drawn(second!)).toBe(drawn(alone!));
  });
});

describe("half", () => {
  test.each([
    [8, 4],
    [7, 4],
    [2, 1],
  ])("%i rows in, %i out, each mixed with its mirror image", (size, half) => {
    const whole = plan(cutmix({ granularity: "half" }), size);
    const list = whole.stages[0]!.rows;
    expect(whole.sources).toHaveLength(size);
    expect(list).toHaveLength(half);
    list.forEach((row, i) => {
      expect(row.own).toBe(i);
      if (i === size - 1 - i) expect(row.mixer).toBe("none");
      else expect(isMixed(row) && row.partner).toBe(size - 1 - i);
    });
    expect(different(list)).toBe(half);
  });

  test("after a stage over the dataset, which makes the whole batch", () => {
    const whole = overDataset([mixup(), cutmix({ granularity: "half" })], [1, 2, 3, 4, 5]);
    expect(whole.stages.map((stage) => stage.rows.length)).toEqual([5, 3]);
    expect(whole.sources).toHaveLength(10);
  });
});

describe("a mixer of oneOf", () => {
  test("takes the choice's granularity", () => {
    const list = rows(oneOf([mixup(), cutmix()], { granularity: "batch" }), 8);
    expect(different(list)).toBe(1);
  });

  test("or has its own: the choice once for the batch, lambda for every sample", () => {
    const policy = oneOf([mixup({ granularity: "sample" }), cutmix({ granularity: "sample" })], {
      granularity: "batch",
    });
    const kinds = range(20).map((epoch) => {
      const list = rows(policy, 8, { epoch });
      expect(new Set(list.map(({ mixer }) => mixer)).size).toBe(1);
      expect(different(list)).toBeGreaterThan(6);
      return list[0]!.mixer;
    });
    expect(new Set(kinds)).toEqual(new Set(["mixup", "cutmix"]));
  });

  test("or lambda once for the batch, the choice for every sample", () => {
    const list = rows(oneOf([mixup({ granularity: "batch" }), cutmix({ granularity: "batch" })]), 32);
    expect(different(list)).toBe(2);
  });
});

test("an empty policy leaves every picture as it is", () => {
  expect(plan([], 3).stages).toEqual([{ pairing: "reverse", rows: range(3).map((own) => ({ mixer: "none", own })) }]);
});
