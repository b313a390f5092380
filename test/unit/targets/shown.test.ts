/**
 * O12: every object drawn as a map of its own, through the derived plan and the reference. Every pixel that it shows
 * must lie in its box, and no box may be larger than its pixels.
 */
import { geometryOf, type ObjectBatch, type Plan, reference, targetPlan, transformObjects } from "mixwell";
import { describe, expect, test } from "vitest";
import { generator } from "../../random.ts";
import { drawn, POLICIES, SIZE } from "./plans.ts";

const PICTURES = 8;

/** Of an AugMix the copies that are warped show, and have no boxes. */
const GHOSTS = ["augMix"];

/** Where holes and masks hide the ends of an object, its box stays. */
const HIDES_ENDS = ["holes", "masks", "smoothmix"];

/** Positions are fixed point: a lens is rounded to 1/1,000 pixel. */
const ROUNDING = 2e-3;
/**
 * A picture that is read twice from the nearest pixel is off by half a pixel in between, which may then be enlarged.
 */
const READ_AGAIN = 1;
/** A tip that is thinner than a pixel meets no pixel's middle. */
const TIP = 3;

type Box = [x0: number, y0: number, x1: number, y1: number];

/** A box in whole pixels for every picture. */
function boxesFrom(next: () => number): Box[] {
  return Array.from({ length: PICTURES }, () => {
    const [x, y] = [Math.floor(24 * next()), Math.floor(14 * next())];
    return [x, y, x + 3 + Math.floor(9 * next()), y + 3 + Math.floor(7 * next())];
  });
}

/** The pixels of each row where a box of one picture shows. */
function shownPixels(plan: Plan, picture: number, [x0, y0, x1, y1]: Box, size: { height: number; width: number }) {
  const { height, width } = SIZE;
  const images = new Uint8Array(PICTURES * height * width);
  for (let y = y0; y < Math.min(y1, height); y++) {
    const line = (picture * height + y) * width;
    images.fill(255, line + x0, line + Math.min(x1, width));
  }
  const sources = {
    dataset: { images },
    shape: { ...SIZE, channels: 1 },
    format: "u8" as const,
    layout: "nhwc" as const,
  };
  const map = reference(plan, sources).images;
  const rows: [x: number, y: number][][] = plan.stages.at(-1)!.rows.map(() => []);
  map.forEach((value, i) => {
    const pixel = i % (size.height * size.width);
    if (value > 0)
      rows[(i - pixel) / (size.height * size.width)]!.push([pixel % size.width, Math.floor(pixel / size.width)]);
  });
  return rows;
}

/** The objects of a row that come from a picture. */
const objectsOf = (plan: Plan, { offsets, source }: ObjectBatch, row: number, picture: number): number[] =>
  Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, i) => offsets[row]! + i).filter(
    (i) => plan.sources[source[i]!]!.index === picture,
  );

const boxOf = ({ boxes }: ObjectBatch, i: number) => Array.from(boxes.subarray(4 * i, 4 * i + 4)) as Box;

const isIn = ([x0, y0, x1, y1]: Box, x: number, y: number, slack: number) =>
  x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack;

/** By how much a box is larger than its pixels. */
function excess([x0, y0, x1, y1]: Box, shown: readonly [number, number][]): number {
  const [xs, ys] = [shown.map(([x]) => x), shown.map(([, y]) => y)];
  return Math.max(Math.min(...xs) - x0, x1 - Math.max(...xs) - 1, Math.min(...ys) - y0, y1 - Math.max(...ys) - 1);
}

/** How often pictures of a plan are read on the way, at most. */
function readsOf(plan: Plan): number {
  const leaves = 2 ** plan.stages.length;
  const ways = plan.stages
    .at(-1)!
    .rows.flatMap((_, row) => Array.from({ length: leaves }, (__, leaf) => geometryOf(plan, row, leaf).moves));
  return Math.max(...ways.map((moves) => moves.filter(({ kind }) => kind === "warp" || kind === "field").length));
}

describe.each(Object.entries(POLICIES).filter(([name]) => !GHOSTS.includes(name)))("%s", (name, policy) => {
  test("every pixel that an object shows lies in its box, and boxes are not larger than that (O12)", () => {
    const { next } = generator(11);
    for (let seed = 0; seed < 3; seed++) {
      const boxes = boxesFrom(next);
      const plan = drawn(policy, seed);
      const options = { minArea: 0, minSize: 0, copies: "ignore" } as const;
      const objects = transformObjects(
        plan,
        { dataset: { format: "xyxy", boxes: boxes.map((box) => [box]) } },
        options,
      );
      const map = targetPlan(plan, { kind: "mask", fill: [0], blends: "soft", hidden: "fill" });
      const slack = ROUNDING + READ_AGAIN * Math.max(0, readsOf(plan) - 1);
      for (const picture of new Set(plan.sources.map(({ index }) => index))) {
        shownPixels(map, picture, boxes[picture]!, objects.size).forEach((shown, row) => {
          const mine = objectsOf(plan, objects, row, picture);
          const outside = shown.filter(([x, y]) => !mine.some((i) => isIn(boxOf(objects, i), x + 0.5, y + 0.5, slack)));
          expect([name, seed, row, outside]).toEqual([name, seed, row, []]);
          const [first, more] = mine;
          if (first === undefined || more !== undefined || shown.length === 0 || HIDES_ENDS.includes(name)) return;
          if (objects.visible[first]! > 0.2) expect(excess(boxOf(objects, first), shown)).toBeLessThan(TIP + slack);
        });
      }
    }
  });
});

test("the comparison sees a box that is a pixel off", () => {
  const plan = drawn([], 0);
  const [row] = shownPixels(plan, 1, [4, 4, 9, 9], SIZE);
  expect([isIn([5, 4, 9, 9], row![0]![0] + 0.5, row![0]![1] + 0.5, ROUNDING), excess([4, 4, 10, 9], row!)]).toEqual([
    false,
    1,
  ]);
});
