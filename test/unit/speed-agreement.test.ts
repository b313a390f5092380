/** `npm run bench -- --speed-page`: what it takes for agreement, and its table. No clock: the times are made up. */
import { describe, expect, test } from "vitest";
import { compareSpeeds, doAgree, printAgreement } from "../../bench/agreement.ts";
import { shapeName } from "../../bench/cases.ts";
import { speedCases } from "../../bench/speed-set.ts";
import { speedRows } from "../../demo/speed-page/report.ts";

const SAME = { shape: "64×32×32×3", bytes: 8e6, ratio_to_copy: null };

/** A turn in which a copy took the one time, and MixUp the other. */
const turn = (copy: number, mixwell: number) =>
  speedRows([
    { ...SAME, case: "mixup u8", contender: "copy f32", median_ms: copy },
    { ...SAME, case: "mixup u8", contender: "mixwell", median_ms: mixwell },
  ]);

describe("compareSpeeds", () => {
  test("gives the medians of both sides and the spread of each, in ms and as a share of the copy", () => {
    const page = [turn(1, 2), turn(1, 4), turn(1, 3)];
    const bench = [turn(2, 4), turn(2, 6), turn(2, 5)];
    const pairs = compareSpeeds(page, bench);
    expect(pairs.map(({ contender, unit }) => `${contender}, ${unit}`)).toEqual([
      "copy f32, ms",
      "copy f32, of the copy",
      "mixwell, ms",
      "mixwell, of the copy",
    ]);
    const [, , time, share] = pairs;
    expect(time!.page).toEqual({ median: 3, p10: 2.2, p90: 3.8 });
    expect(time!.bench).toEqual({ median: 5, p10: 4.2, p90: 5.8 });
    expect(share!.page.median).toBeCloseTo(1 / 3, 12);
    expect(share!.bench.median).toBeCloseTo(2 / 5, 12);
  });

  test("they agree as long as the medians differ by no more than the wider spread", () => {
    // The page's spread is 1.6 (2.2 to 3.8), the bench's 0.
    const page = [turn(1, 2), turn(1, 3), turn(1, 4)];
    const against = (ms: number) => compareSpeeds(page, [turn(1, ms), turn(1, ms), turn(1, ms)])[2]!.agrees;
    expect([1.3, 1.5, 3, 4.5, 4.7].map(against)).toEqual([false, true, true, true, false]);
  });

  test("the ratio is that of the turns, whatever slows down both sides of one", () => {
    const page = [turn(1, 1), turn(1, 10), turn(1, 3)];
    const bench = [turn(1, 1.1), turn(1, 11), turn(1, 3.3)];
    expect(compareSpeeds(page, bench)[2]!.ratio).toBeCloseTo(1.1, 12);
  });

  test("one case's copy is no measure of another's", () => {
    const other = { ...SAME, case: "cutmix u8" };
    const rows = speedRows([
      { ...SAME, case: "mixup u8", contender: "copy f32", median_ms: 4 },
      { ...other, contender: "copy f32", median_ms: 1 },
      { ...other, contender: "mixwell", median_ms: 2 },
    ]);
    expect(rows.map(({ shareOfCopy }) => shareOfCopy)).toEqual([1, 1, 0.5]);
  });

  test("a contender that was wrong, or that only one side has, is an error", () => {
    const failed = speedRows([
      { ...SAME, case: "mixup u8", contender: "copy f32", median_ms: null, error: "wrong: images" },
    ]);
    expect(() => compareSpeeds([turn(1, 2)], [failed])).toThrow("copy f32: expected a time, found wrong: images");
    expect(() => compareSpeeds([turn(1, 2)], [turn(1, 2).slice(0, 1)])).toThrow(
      "mixwell: expected a time, found no such row",
    );
  });
});

describe("the table", () => {
  const page = [turn(1, 2), turn(1, 2), turn(1, 2)];

  test("has both medians with their spreads, and says that they agree", () => {
    const pairs = compareSpeeds(page, page);
    const lines = printAgreement(pairs).split("\n");
    expect(lines[0]).toMatch(/case +contender +page +10 % … 90 % +bench +10 % … 90 % +bench \/ page +agree$/);
    expect(lines[4]).toMatch(/^mixup u8, 64×32×32×3 +mixwell +ms +2.00 +2.00 … 2.00 +2.00 +2.00 … 2.00 +1.00 +yes$/);
    expect(lines.at(-1)).toMatch(/^The page and the bench agree/);
    expect(doAgree(pairs)).toBe(true);
  });

  test("says how many do not", () => {
    const pairs = compareSpeeds(page, [turn(1, 4), turn(1, 4), turn(1, 4)]);
    expect(printAgreement(pairs).split("\n").at(-1)).toBe("2 of 4 medians differ by more than the wider spread.");
    expect(doAgree(pairs)).toBe(false);
  });
});

test.each(["quick", "large"] as const)("the %s set is three cases of one shape, RandAugment among them", (set) => {
  const cases = speedCases(set);
  expect(cases.map(({ name }) => name)).toEqual(["mixup u8", "cutmix u8", "RandAugment(2) + mixup u8, normalised"]);
  expect(new Set(cases.map(shapeName)).size).toBe(1);
});
