/**
 * What is drawn, in the long run. Seeds are fixed, so these cannot fail by chance; the tolerances are about four
 * standard errors, so they would not have failed for another seed either.
 */
import { describe, expect, test } from "vitest";
import { type CutMix, cutmix } from "../../../src/mixers/cutmix.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import { oneOf } from "../../../src/mixers/one-of.ts";
import { presets } from "../../../src/peers/presets.ts";
import type { Row } from "../../../src/plan/plan.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { isMixed, range, rows } from "./request.ts";

const N = 20_000;
const many = (policy: Policy, height = 224, width = 224): Row[] => rows(policy, N, { height, width });
const rate = (list: Row[], mixer: Row["mixer"]) => list.filter((row) => row.mixer === mixer).length / list.length;
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe("chances", () => {
  test("prob is applied once: p, and not p squared", () => {
    for (const prob of [0.1, 0.3, 0.5, 0.9]) {
      expect(Math.abs(rate(many(mixup({ prob })), "mixup") - prob)).toBeLessThan(0.014);
      expect(Math.abs(rate(many(oneOf([mixup(), cutmix()], { prob })), "none") - (1 - prob))).toBeLessThan(0.014);
    }
  });

  test("prob 0 never mixes, prob 1 always", () => {
    expect(rate(many(mixup({ prob: 0 })), "none")).toBe(1);
    expect(rate(many(mixup({ prob: 1 })), "mixup")).toBe(1);
  });

  test("timm's switchProb is the rate of CutMix", () => {
    for (const switchProb of [0, 0.2, 0.5, 1]) {
      const { policy } = presets.timmMixup({ cutmixAlpha: 1, switchProb, mode: "elem" });
      expect(Math.abs(rate(many(policy), "cutmix") - switchProb)).toBeLessThan(0.014);
    }
  });

  test("weights are relative", () => {
    const list = many(oneOf([mixup(), cutmix(), mixup({ alpha: [100, 1] })], { weights: [2, 1, 1] }));
    expect(Math.abs(rate(list, "cutmix") - 0.25)).toBeLessThan(0.013);
    // Beta(100, 1) is above 0.9 in all but 3 of 100 000 draws, Beta(0.2, 0.2) in 0.32 of them.
    const high = list.filter((row) => row.mixer === "mixup" && row.lambda > 0.9).length / N;
    expect(Math.abs(high - (0.25 + 0.5 * 0.32))).toBeLessThan(0.02);
  });

  test("a mixer's own prob counts where it was chosen, beside the stage's", () => {
    const list = many(oneOf([mixup({ prob: 0.5 }), cutmix()], { prob: 0.8 }));
    expect(Math.abs(rate(list, "mixup") - 0.2)).toBeLessThan(0.012);
    expect(Math.abs(rate(list, "cutmix") - 0.4)).toBeLessThan(0.014);
  });

  test("gate, choice and lambda are independent of each other", () => {
    const list = many(oneOf([mixup({ alpha: 1 }), mixup({ alpha: 1 })], { prob: 0.5 })).filter(isMixed);
    const gated = mean(list.map((row) => row.lambda));
    expect(Math.abs(gated - 0.5)).toBeLessThan(0.012);
    const all = many(oneOf([mixup({ alpha: 1 }), cutmix({ lambda: "beta" })]));
    for (const mixer of ["mixup", "cutmix"]) {
      expect(
        Math.abs(mean(all.filter((row) => row.mixer === mixer).map((row) => ("lambda" in row ? row.lambda : 1))) - 0.5),
      ).toBeLessThan(0.012);
    }
  });
});

describe("lambda", () => {
  const lambdas = (policy: Policy) => many(policy).map((row) => (isMixed(row) ? row.lambda : 1));

  test.each([0.1, 0.2, 1, 8])("of alpha %d: in [0, 1], symmetric, with the variance of Beta", (alpha) => {
    const list = lambdas(mixup({ alpha }));
    expect(Math.min(...list)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...list)).toBeLessThanOrEqual(1);
    expect(Math.abs(mean(list) - 0.5)).toBeLessThan(0.015);
    expect(mean(list.map((lambda) => (lambda - 0.5) ** 2))).toBeCloseTo(1 / (4 * (2 * alpha + 1)), 2);
  });

  test("of [a, b]: the mean is a / (a + b), the weight of the own picture", () => {
    expect(Math.abs(mean(lambdas(mixup({ alpha: [3, 1] }))) - 0.75)).toBeLessThan(0.006);
  });

  test("is an f32 number", () => {
    const list = lambdas(oneOf([mixup(), cutmix(), cutmix({ box: "kerascv", lambda: "unclipped" })]));
    expect(list.map(Math.fround)).toEqual(list);
  });

  test("of alpha 0.01 is 0 or 1 now and then, and never anything else than a number", () => {
    const list = lambdas(mixup({ alpha: 0.01 }));
    expect(list.filter((lambda) => lambda === 1).length).toBeGreaterThan(N / 4);
    expect(list.filter((lambda) => lambda === 0).length).toBeGreaterThan(N / 10);
    expect(list.every((lambda) => lambda >= 0 && lambda <= 1)).toBe(true);
  });
});

/** The mean share of the picture that is pasted, and the mean label weight that the partner gets. */
function pastedAndClaimed(policy: CutMix, height = 224, width = 224) {
  const list = many(policy, height, width).filter((row) => row.mixer === "cutmix");
  const pasted = mean(list.map(({ bbox: [x0, y0, x1, y1] }) => ((x1 - x0) * (y1 - y0)) / (height * width)));
  return { pasted, claimed: mean(list.map(({ lambda }) => 1 - lambda)) };
}

describe("what a box is worth", () => {
  test("KerasCV's label gives the partner 0.497 for 0.319 of the pixels", () => {
    const { pasted, claimed } = pastedAndClaimed(presets.kerasCvCutMix().policy as CutMix);
    expect(Math.abs(pasted - 0.319)).toBeLessThan(0.006);
    expect(Math.abs(claimed - 0.497)).toBeLessThan(0.009);
  });

  test.each(["timm", "kerascv", "keras3", "datarax"] as const)("exact labels of %s boxes are their pixels", (box) => {
    const { pasted, claimed } = pastedAndClaimed(cutmix({ box }), 33, 21);
    expect(claimed).toBeCloseTo(pasted, 7);
  });

  test("Keras 3's boxes are never clipped, so the label is worth its pixels within a row and a column", () => {
    const { pasted, claimed } = pastedAndClaimed(cutmix({ box: "keras3", lambda: "beta" }));
    expect(Math.abs(pasted - claimed)).toBeLessThan(0.002);
    expect(Math.abs(claimed - 0.5)).toBeLessThan(0.009);
  });

  test("Datarax's real area is the pixels' within a row and a column", () => {
    const { pasted, claimed } = pastedAndClaimed(cutmix({ box: "datarax", lambda: "continuous" }));
    expect(Math.abs(pasted - claimed)).toBeLessThan(0.002);
  });

  test("alphaRange below the least alpha draws with that one", () => {
    expect(many(cutmix({ alphaRange: [0, 0] }))).toEqual(many(cutmix({ alpha: 0.01 })));
  });

  test("alphaRange draws alpha too: lambda is more extreme than at its upper end", () => {
    const spread = (policy: CutMix) =>
      mean(many(policy).map((row) => (row.mixer === "cutmix" ? (row.lambda - 0.5) ** 2 : 0)));
    // The mean over alpha ~ U(0, 1) of 1 / (4 (2 alpha + 1)) is ln(3) / 8.
    expect(spread(cutmix({ alphaRange: [0, 1], box: "keras3", lambda: "beta" }))).toBeCloseTo(Math.log(3) / 8, 2);
    expect(spread(cutmix({ alphaRange: [1, 1], box: "keras3", lambda: "beta" }))).toBeCloseTo(1 / 12, 2);
  });
});

describe("where a box lies", () => {
  const boxes = (policy: CutMix, height: number, width: number) =>
    many(policy, height, width)
      .filter((row) => row.mixer === "cutmix")
      .map(({ bbox }) => bbox);

  test.each(["timm", "kerascv", "keras3", "datarax"] as const)(
    "%s: inside the picture, and at each of its four borders",
    (box) => {
      const list = boxes(cutmix({ box, alpha: 5 }), 40, 60);
      const isInside = ([x0, y0, x1, y1]: (typeof list)[number]) =>
        x0 >= 0 && x0 <= x1 && x1 <= 60 && y0 >= 0 && y0 <= y1 && y1 <= 40;
      expect(list.filter((bbox) => !isInside(bbox))).toEqual([]);
      for (const [corner, border] of [0, 0, 60, 40].entries()) {
        // A real start above 0 leaves pixel 0 out, so Keras 3 never pastes the first row and column.
        if (box === "keras3" && border === 0) expect(list.every((bbox) => bbox[corner]! > 0)).toBe(true);
        else
          expect(
            list.filter((bbox) => bbox[corner] === border && bbox[2] > bbox[0] && bbox[3] > bbox[1]).length,
          ).toBeGreaterThan(N / 200);
      }
    },
  );

  test("the centres of timm's boxes are uniform on both axes", () => {
    // Beta(100, 100) makes all boxes about 0.7 of a side, so that a first column of c - half shows the centre where it
    // is not clipped.
    const list = boxes(cutmix({ alpha: 100 }), 100, 100);
    for (const corner of [0, 1] as const) {
      const atBorder = list.filter((bbox) => bbox[corner] === 0).length / N;
      // c <= half for a half of about 35.4: 36 or so of the 100 centres.
      expect(Math.abs(atBorder - 0.36)).toBeLessThan(0.02);
      const counts = range(40).map((start) => list.filter((bbox) => bbox[corner] === start + 10).length / N);
      for (const share of counts) expect(Math.abs(share - 0.01)).toBeLessThan(0.004);
    }
  });

  test("the two axes and lambda are drawn apart from each other", () => {
    const correlation = (a: number[], b: number[]) => {
      const [meanA, meanB] = [mean(a), mean(b)];
      const covariance = mean(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
      return (
        covariance /
        Math.sqrt(mean(a.map((value) => (value - meanA) ** 2)) * mean(b.map((value) => (value - meanB) ** 2)))
      );
    };
    const apart = (columns: number[][]) => {
      for (const [i, j] of [
        [0, 1],
        [0, 2],
        [1, 2],
      ] as const)
        expect(Math.abs(correlation(columns[i]!, columns[j]!))).toBeLessThan(0.03);
    };
    // A place is given as the share of the free way, which is what is drawn.
    const real = many(cutmix({ box: "keras3", alpha: 4, lambda: "beta" }), 9000, 9000).filter(
      (row) => row.mixer === "cutmix",
    );
    const way = ({ bbox, lambda }: (typeof real)[number], corner: 0 | 1) =>
      bbox[corner] / (9000 * (1 - Math.sqrt(1 - lambda)));
    apart([real.map((row) => way(row, 0)), real.map((row) => way(row, 1)), real.map(({ lambda }) => lambda)]);
    const whole = many(cutmix({ alpha: 100, lambda: "beta" })).filter((row) => row.mixer === "cutmix");
    apart([
      whole.map(({ bbox }) => bbox[0] + bbox[2]),
      whole.map(({ bbox }) => bbox[1] + bbox[3]),
      whole.map(({ lambda }) => lambda),
    ]);
    const fitted = boxes(cutmix({ minmax: [0.2, 0.4] }), 224, 224);
    apart([fitted.map(([x0]) => x0), fitted.map(([, y0]) => y0), fitted.map((_, i) => i)]);
    const [widths, heights] = [fitted.map(([x0, , x1]) => x1 - x0), fitted.map(([, y0, , y1]) => y1 - y0)];
    apart([widths, heights, fitted.map((_, i) => i)]);
  });

  test("min/max boxes fit, and have every side of their range and every place", () => {
    const list = boxes(cutmix({ minmax: [0.25, 0.75] }), 12, 16);
    const values = (of: (bbox: (typeof list)[number]) => number) => [...new Set(list.map(of))].sort((a, b) => a - b);
    expect(values(([x0, , x1]) => x1 - x0)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    expect(values(([, y0, , y1]) => y1 - y0)).toEqual([3, 4, 5, 6, 7, 8]);
    // numpy's randint(0, W - cut) never draws the last place that would fit, so neither do we: 16 - 4 - 1.
    expect(values(([x0]) => x0)).toEqual(range(12));
    expect(values(([, y0]) => y0)).toEqual(range(9));
  });

  test("a picture of one pixel, one row or one column is no special case", () => {
    for (const [height, width] of [
      [1, 1],
      [1, 9],
      [9, 1],
    ] as const) {
      for (const policy of [
        cutmix(),
        cutmix({ box: "kerascv" }),
        cutmix({ box: "keras3" }),
        cutmix({ minmax: [0.2, 0.8] }),
      ]) {
        for (const [x0, y0, x1, y1] of boxes(policy, height, width).slice(0, 200)) {
          expect(x0 >= 0 && x0 <= x1 && x1 <= width && y0 >= 0 && y0 <= y1 && y1 <= height).toBe(true);
        }
      }
    }
  });
});
