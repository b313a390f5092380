import { describe, expect, test } from "vitest";
import { boxLambda, cutBox, cutSpan, minmaxSides, placedBox } from "../../../src/mixers/cutmix-box.ts";
import { loadFixture } from "../../files.ts";

async function readJson(path: string) {
  return JSON.parse(new TextDecoder().decode(await loadFixture(path)));
}

const table = await readJson("oracles/mixup/cutmix-bbox.json");

describe("timm's boxes", () => {
  test("all 400 recorded boxes and their corrected lambdas", () => {
    expect(table.rand_bbox.rows).toHaveLength(400);
    for (const [H, W, lam, cy, cx, yl, yh, xl, xh, corrected] of table.rand_bbox.rows) {
      const box = cutBox("timm", { height: H, width: W }, lam, cx, cy);
      expect([box.y.start, box.y.end, box.x.start, box.x.end]).toEqual([yl, yh, xl, xh]);
      expect(boxLambda("exact", H, W, box, lam)).toBe(corrected);
      expect(boxLambda("beta", H, W, box, lam)).toBe(lam);
    }
  });

  test("all 120 recorded min/max boxes: the sides are in our range, at its ends too, and lambda is theirs", () => {
    expect(table.rand_bbox_minmax.rows).toHaveLength(120);
    let least = 0;
    let most = 0;
    for (const [H, W, min, max, cutH, cutW, y, x, yl, yh, xl, xh, lam] of table.rand_bbox_minmax.rows) {
      for (const [length, cut, start] of [
        [H, cutH, y],
        [W, cutW, x],
      ]) {
        const { first, count } = minmaxSides(length, [min, max]);
        expect(cut).toBeGreaterThanOrEqual(first);
        expect(cut).toBeLessThan(first + count);
        expect(start).toBeLessThan(length - cut);
        if (cut === first) least++;
        if (cut === first + count - 1) most++;
      }
      const box = placedBox(x, y, cutW, cutH);
      expect([box.y.start, box.y.end, box.x.start, box.x.end]).toEqual([yl, yh, xl, xh]);
      expect(boxLambda("exact", H, W, box, 1)).toBe(lam);
    }
    // Nine or so of 240 sides fall on each end of their range, so an interval one pixel short would show.
    expect(least).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(0);
  });

  test.each(["timm-mixup", "timm-fastcollate"])("every box of %s, replayed from its recorded draws", async (set) => {
    const { cases, inputs } = await readJson(`oracles/mixup/${set}.json`);
    let boxes = 0;
    for (const { input, params } of cases) {
      const [size, H, W] = inputs.find(({ id }: { id: string }) => id === input).data.shape;
      const draws = params.draws.filter(({ call }: { call: string }) => call === "randint");
      const take = (low: number, high: number) => {
        const draw = draws.shift();
        expect(draw.args).toEqual([low, high]);
        return draw.value as number;
      };
      const drawn = params.mode === "batch" ? 1 : params.mode === "pair" ? size / 2 : params.samples.length;
      for (const sample of params.samples.slice(0, drawn)) {
        if (!sample.bbox) continue;
        const box = params.cutmix_minmax
          ? replayMinmax(H, W, params.cutmix_minmax, take)
          : replayCentre(H, W, sample.lam0, take);
        expect([box.y.start, box.y.end, box.x.start, box.x.end]).toEqual(sample.bbox);
        const corrected = params.correct_lam || params.cutmix_minmax;
        expect(boxLambda(corrected ? "exact" : "beta", H, W, box, sample.lam0)).toBe(sample.lam);
        boxes++;
      }
      expect(draws).toEqual([]);
    }
    expect(boxes).toBe({ "timm-mixup": 106, "timm-fastcollate": 48 }[set]);
  });

  type Take = (low: number, high: number) => number;

  function replayCentre(H: number, W: number, lambda: number, take: Take) {
    const y = take(0, H);
    return cutBox("timm", { height: H, width: W }, lambda, take(0, W), y);
  }

  function replayMinmax(H: number, W: number, minmax: [number, number], take: Take) {
    const [tall, wide] = [minmaxSides(H, minmax), minmaxSides(W, minmax)];
    const height = take(tall.first, tall.first + tall.count);
    const width = take(wide.first, wide.first + wide.count);
    const y = take(0, H - height);
    return placedBox(take(0, W - width), y, width, height);
  }
});

/** The pixels of a span as a row of 0 and 1, found pixel by pixel from the rule in words. */
const inside = (length: number, isInside: (i: number) => boolean) =>
  Array.from({ length }, (_, i) => Number(isInside(i)));
const pixels = (length: number, { start, end }: { start: number; end: number }) =>
  inside(length, (i) => i >= start && i < end);

describe("the other rules, against their words pixel by pixel", () => {
  const ratios = [0, 0.01, 0.2, 1 / 3, 0.5, 0.7, Math.sqrt(0.5), 0.99, 1];

  test("kerascv: c - cut/2 <= i < c + cut/2 with a whole cut", () => {
    for (const length of [1, 2, 7, 8, 28]) {
      for (const ratio of ratios) {
        const cut = Math.trunc(ratio * length);
        for (let c = 0; c < length; c++) {
          const span = cutSpan("kerascv", length, ratio, c);
          expect(pixels(length, span)).toEqual(inside(length, (i) => c - cut / 2 <= i && i < c + cut / 2));
          expect(span.side).toBe(cut);
        }
      }
    }
  });

  test("kerascv keeps odd sides odd where timm makes them even", () => {
    expect(cutSpan("kerascv", 28, 9 / 28, 14)).toMatchObject({ start: 10, end: 19 });
    expect(cutSpan("timm", 28, 9 / 28, 14)).toMatchObject({ start: 10, end: 18 });
  });

  test("datarax: a real side about a whole centre", () => {
    for (const length of [1, 5, 16]) {
      for (const ratio of ratios) {
        for (let c = 0; c < length; c++) {
          const side = ratio * length;
          const span = cutSpan("datarax", length, ratio, c);
          expect(pixels(length, span)).toEqual(inside(length, (i) => c - side / 2 <= i && i < c + side / 2));
          expect(span.clipped).toBeCloseTo(Math.min(length, c + side / 2) - Math.max(0, c - side / 2), 12);
        }
      }
    }
  });

  test("keras3: start <= i < start + side with a real start, inside the picture", () => {
    for (const length of [1, 5, 16]) {
      for (const ratio of ratios) {
        for (const u of [0, 0.1, 0.5, 0.9, 1 - 2 ** -24]) {
          const side = ratio * length;
          const start = u * (length - side);
          const span = cutSpan("keras3", length, ratio, u);
          expect(pixels(length, span)).toEqual(inside(length, (i) => start <= i && i < start + side));
          expect(Math.abs(span.end - span.start - side)).toBeLessThan(1);
          expect(span.clipped).toBeCloseTo(side, 12);
        }
      }
    }
  });

  test("every rule: nothing at lambda 1, everything possible at lambda 0, never outside", () => {
    for (const rule of ["timm", "kerascv", "keras3", "datarax"] as const) {
      for (let c = 0; c < 9; c++) {
        const position = rule === "keras3" ? c / 9 : c;
        const nothing = cutBox(rule, { height: 9, width: 9 }, 1, position, position);
        expect(boxLambda("exact", 9, 9, nothing, 1)).toBe(1);
        const most = cutBox(rule, { height: 9, width: 9 }, 0, position, position);
        expect(most.x.start).toBeGreaterThanOrEqual(0);
        expect(most.x.end).toBeLessThanOrEqual(9);
      }
    }
    expect(boxLambda("exact", 8, 8, cutBox("timm", { height: 8, width: 8 }, 0, 4, 4), 0)).toBe(0);
    expect(boxLambda("exact", 8, 8, cutBox("keras3", { height: 8, width: 8 }, 0, 0.7, 0.3), 0)).toBe(0);
  });
});

describe("lambda modes", () => {
  const corner = (rule: "timm" | "kerascv" | "datarax") => cutBox(rule, { height: 10, width: 20 }, 0.75, 0, 0);

  test("of a box half outside on both axes", () => {
    expect(boxLambda("exact", 10, 20, corner("timm"), 0.75)).toBe(1 - (2 * 5) / 200);
    expect(boxLambda("unclipped", 10, 20, corner("timm"), 0.75)).toBe(1 - (4 * 10) / 200);
    expect(boxLambda("unclipped", 10, 20, corner("kerascv"), 0.75)).toBe(1 - (5 * 10) / 200);
    expect(boxLambda("exact", 10, 20, corner("kerascv"), 0.75)).toBe(1 - (3 * 5) / 200);
    expect(boxLambda("continuous", 10, 20, corner("datarax"), 0.75)).toBe(1 - (2.5 * 5) / 200);
    expect(boxLambda("beta", 10, 20, corner("timm"), 0.75)).toBe(0.75);
  });

  test("Keras 3's real area is the lambda that was drawn", () => {
    for (const lambda of [0, 0.1, 0.5, 0.99, 1]) {
      expect(
        boxLambda("continuous", 31, 17, cutBox("keras3", { height: 31, width: 17 }, lambda, 0.4, 0.6), lambda),
      ).toBeCloseTo(lambda, 12);
    }
  });
});

test("min/max sides of a picture too small for its range are int(side * min)", () => {
  expect(minmaxSides(3, [0.4, 0.6])).toEqual({ first: 1, count: 1 });
  expect(minmaxSides(1, [0.2, 0.8])).toEqual({ first: 0, count: 1 });
  expect(minmaxSides(13, [0.2, 0.8])).toEqual({ first: 2, count: 8 });
  expect(minmaxSides(10, [0, 1])).toEqual({ first: 0, count: 10 });
});
