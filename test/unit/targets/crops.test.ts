/** Crops that look at objects, and the zoom out (trap B19): what they promise, by the plans that they draw. */
import {
  cutmix,
  type DrawRequest,
  type ObjectSet,
  objectsToDraw,
  ops,
  type Policy,
  randomBoxSafeCrop,
  randomIouCrop,
  randomZoomOut,
  samplePlan,
  sequential,
  transformObjects,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { generator } from "../../random.ts";

const SIZE = { height: 120, width: 160 };
const COUNT = 64;
const IDS = Array.from({ length: COUNT }, (_, i) => i);

/** Picture i has i % 4 objects, of whole and of broken pixels, some at the border. */
const boxes = (() => {
  const { next, below } = generator(4);
  return IDS.map((i) =>
    Array.from({ length: i % 4 }, () => {
      const [width, height] = [4 + below(60), 4 + 50 * next()];
      const [x, y] = [below(SIZE.width - width), next() * (SIZE.height - height)];
      return [x, y, x + width, y + height];
    }),
  );
})();
const SET: ObjectSet = { format: "xyxy", boxes };

const draw = (policy: Policy, more: Partial<DrawRequest> = {}) =>
  samplePlan({
    ...{ policy, seed: 5, ids: IDS, ...SIZE, from: "dataset", datasetSize: COUNT },
    objects: objectsToDraw({ dataset: SET }),
    ...more,
  });

interface Crop {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** The last crop of each source, and where there is none the whole picture. */
const windows = (policy: Policy, more: Partial<DrawRequest> = {}) =>
  draw(policy, more).sources.map(({ ops }): Crop => {
    const call = ops?.find(({ op }) => op === "cropAndResize") as Crop | undefined;
    return call ?? { top: 0, left: 0, ...SIZE };
  });

const isWhole = ({ height, width }: Crop) => height === SIZE.height && width === SIZE.width;

/** The largest overlap with an object whose middle lies inside. */
function overlap({ top, left, height, width }: Crop, list: readonly number[][]): number {
  const inside = list.filter(([x0, y0, x1, y1]) => {
    const [x, y] = [(x0! + x1!) / 2, (y0! + y1!) / 2];
    return x > left && x < left + width && y > top && y < top + height;
  });
  const shares = inside.map(([x0, y0, x1, y1]) => {
    const shared =
      (Math.min(x1!, left + width) - Math.max(x0!, left)) * (Math.min(y1!, top + height) - Math.max(y0!, top));
    return shared / ((x1! - x0!) * (y1! - y0!) + height * width - shared);
  });
  return Math.max(-1, ...shares);
}

describe("a crop by overlap", () => {
  test.each([0, 0.1, 0.3, 0.5])("windows overlap an object by %s at least", (least) => {
    let some = 0;
    for (const epoch of [0, 1, 2]) {
      windows(randomIouCrop({ overlaps: [least], height: 64, width: 64 }), { epoch }).forEach((window, i) => {
        if (isWhole(window)) return;
        some++;
        const { top, left, height, width } = window;
        expect([top, left, height, width].every(Number.isInteger)).toBe(true);
        expect(top >= 0 && left >= 0 && top + height <= SIZE.height && left + width <= SIZE.width).toBe(true);
        expect(width / height >= 0.5 && width / height <= 2).toBe(true);
        // The boxes that are looked at are f32.
        if (boxes[i]!.length > 0) expect(overlap(window, boxes[i]!)).toBeGreaterThan(least - 1e-6);
      });
    }
    expect(some).toBeGreaterThan(COUNT / 2);
  });

  test("it ends where no window will do, and without objects it takes the first (trap B19)", () => {
    const found = windows(randomIouCrop({ overlaps: [0.99], tries: 3 }));
    for (const [i, window] of found.entries()) if (boxes[i]!.length > 0) expect(isWhole(window)).toBe(true);
    const without = windows(randomIouCrop({ overlaps: [0.9] })).filter((_, i) => boxes[i]!.length === 0);
    expect(without.filter((window) => !isWhole(window)).length).toBe(without.length);
    expect(windows(randomIouCrop({ overlaps: [1] })).every(isWhole)).toBe(true);
    expect(draw(randomIouCrop({ overlaps: [1] })).sources.every(({ ops }) => ops === undefined)).toBe(true);
  });

  test("overlaps are drawn alike, and the law of the windows is torchvision's", () => {
    // torchvision's windows of a picture without objects: sides of 0.3 to 1, width over height of 0.5 to 2.
    const empty: ObjectSet = { format: "xyxy", boxes: IDS.map(() => []) };
    const areas = Array.from({ length: 60 }, (_, epoch) =>
      windows(randomIouCrop({ overlaps: [0] }), { epoch, objects: objectsToDraw({ dataset: empty }) }),
    ).flatMap((list) => list.map(({ height, width }) => (height * width) / (SIZE.height * SIZE.width)));
    const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
    const { next } = generator(9);
    const wanted: number[] = [];
    while (wanted.length < 40_000) {
      const [width, height] = [0.3 + 0.7 * next(), 0.3 + 0.7 * next()].map((share, i) =>
        Math.trunc(share * [SIZE.width, SIZE.height][i]!),
      ) as [number, number];
      if (width / height >= 0.5 && width / height <= 2) wanted.push((width * height) / (SIZE.width * SIZE.height));
    }
    const other = wanted.reduce((sum, area) => sum + area, 0) / wanted.length;
    // 3,840 windows, whose areas have a standard deviation of 0.2: five standard errors.
    expect(Math.abs(mean - other)).toBeLessThan((5 * 0.2) / Math.sqrt(areas.length));
    const whole = windows(randomIouCrop({ overlaps: [0, 1] }), { objects: objectsToDraw({ dataset: empty }) });
    const share = whole.filter(isWhole).length / COUNT;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.75);
  });
});

describe("a crop that is safe for objects", () => {
  const kept = (policy: Policy) =>
    transformObjects(draw(policy), { dataset: SET }, { minArea: 0, minSize: 0, keep: "all" });

  test("keeps each of them whole", () => {
    const { visible } = kept(randomBoxSafeCrop({ height: 50, width: 50 }));
    expect(visible.length).toBe(boxes.flat().length);
    for (const share of visible) expect(share).toBeGreaterThan(1 - 1e-6);
    const list = windows(randomBoxSafeCrop());
    expect(list.filter((window) => !isWhole(window)).length).toBeGreaterThan(COUNT / 2);
  });

  test("with erosion they lose so much at most", () => {
    const { visible } = kept(randomBoxSafeCrop({ erosion: 0.1 }));
    for (const share of visible) expect(share).toBeGreaterThan(0.64 - 1e-6);
    expect(visible.some((share) => share < 0.99)).toBe(true);
  });

  test("an object that is the whole picture, and one of a pixel that is eroded to nothing", () => {
    const all: ObjectSet = {
      format: "xyxy",
      boxes: IDS.map((i) => (i % 2 ? [[0, 0, 160, 120]] : [[159, 119, 160, 120]])),
    };
    for (const erosion of [0, 0.5])
      for (const { top, left, height, width } of windows(randomBoxSafeCrop({ erosion }), {
        objects: objectsToDraw({ dataset: all }),
      })) {
        expect(height >= 1 && width >= 1).toBe(true);
        expect(top + height <= 120 && left + width <= 160).toBe(true);
      }
  });
});

test("a zoom out makes all objects smaller, and loses none", () => {
  const plan = draw(randomZoomOut({ side: [2, 4], fill: [9] }));
  const { boxes: after, index, source, visible } = transformObjects(plan, { dataset: SET }, { minArea: 0, minSize: 0 });
  expect(visible.length).toBe(boxes.flat().length);
  for (let i = 0; i < visible.length; i++) {
    const [x0, , x1] = boxes[source[i]!]![index[i]!]!;
    const times = (x1! - x0!) / (after[4 * i + 2]! - after[4 * i]!);
    expect(times).toBeGreaterThan(1.98);
    expect(times).toBeLessThan(4.001);
    expect(visible[i]).toBeCloseTo(1, 6);
  }
});

test("they look at objects where the ops before have brought them", () => {
  const flipped: ObjectSet = { format: "xyxy", boxes: IDS.map(() => [[0, 40, 20, 60]]) };
  const objects = objectsToDraw({ dataset: flipped });
  const crop = randomIouCrop({ overlaps: [0], scale: [0.3, 0.5] });
  const list = windows([ops.flipX(), sequential([crop])], { objects });
  const cropped = list.filter((window) => !isWhole(window));
  expect(cropped.length).toBeGreaterThan(10);
  for (const window of cropped) expect(overlap(window, [[140, 40, 160, 60]])).toBeGreaterThan(0);
});

test("a sample draws alike in any batch, partners from the dataset too; and nothing else depends on objects", () => {
  const crop = randomIouCrop({ height: 40, width: 40 });
  const whole = draw([crop, cutmix({ pairing: "dataset" })]);
  const some = draw([crop, cutmix({ pairing: "dataset" })], { ids: [7, 3] });
  const of = (plan: typeof whole, id: number) => plan.sources.find((source) => source.index === id)!.ops;
  for (const { index } of some.sources) expect(of(some, index)).toEqual(of(whole, index));
  const plain: Policy = [ops.rotate({ degrees: [-9, 9] }), cutmix()];
  expect(draw(plain)).toEqual(draw(plain, { objects: undefined }));
  expect(draw([crop])).toEqual(draw([crop]));
});

const refusals: [string, () => unknown, string][] = [
  [
    "no objects",
    () => draw(randomIouCrop(), { objects: undefined }),
    "PolicyError: policy.randomIouCrop: expected objects to look at, before the first mixer: an engine with an objectTarget, or `objects` of samplePlan, found none",
  ],
  [
    "after a mixer",
    () => draw([cutmix(), randomBoxSafeCrop()]),
    "PolicyError: policy[1].randomBoxSafeCrop: expected objects to look at, before the first mixer: an engine with an objectTarget, or `objects` of samplePlan, found none",
  ],
  [
    "boxes in place of objects",
    () => draw(randomIouCrop(), { objects: [] as never }),
    "InputError: objects: expected what objectsToDraw returns, found []",
  ],
  [
    "objects of another place",
    () => draw(randomIouCrop(), { objects: objectsToDraw({ batch: SET }) }),
    "InputError: objectsToDraw.sources.dataset: expected objects, since plan.sources[0] is from there, found undefined",
  ],
  [
    "fewer pictures",
    () => draw(randomIouCrop(), { objects: objectsToDraw({ dataset: { format: "xyxy", boxes: [[]] } }) }),
    "InputError: objectsToDraw.sources.dataset: expected the objects of 2 pictures, since the plan reads picture 1, found 1",
  ],
  [
    "a place that is none",
    () => objectsToDraw({ here: SET } as never),
    'InputError: objectsToDraw.sources: expected only batch, dataset, external, found "here"',
  ],
  [
    "no overlaps",
    () => randomIouCrop({ overlaps: [] }),
    "PolicyError: randomIouCrop.overlaps: expected a list of numbers from 0 to 1, at least one, found []",
  ],
  [
    "an overlap of more than all",
    () => randomIouCrop({ overlaps: [1.5] }),
    "PolicyError: randomIouCrop.overlaps: expected a list of numbers from 0 to 1, at least one, found [1.5]",
  ],
  [
    "no tries",
    () => randomIouCrop({ tries: 0 }),
    "PolicyError: randomIouCrop.tries: expected an integer in 1..1000, found 0",
  ],
  [
    "a scale the wrong way round",
    () => randomIouCrop({ scale: [1, 0.3] }),
    "PolicyError: randomIouCrop.scale: expected [low, high], from 0.01 to 1, found [1, 0.3]",
  ],
  [
    "a ratio of nothing",
    () => randomIouCrop({ ratio: [0, 2] }),
    "PolicyError: randomIouCrop.ratio: expected [low, high], from 0.01 to 100, found [0, 2]",
  ],
  [
    "erosion of more than all",
    () => randomBoxSafeCrop({ erosion: 0.6 }),
    "PolicyError: randomBoxSafeCrop.erosion: expected a number from 0 to 0.5, found 0.6",
  ],
  [
    "a scale that is one number",
    () => randomBoxSafeCrop({ scale: 0.5 as never }),
    "PolicyError: randomBoxSafeCrop.scale: expected [low, high], from 0.01 to 1, found 0.5",
  ],
  [
    "a canvas that is smaller",
    () => randomZoomOut({ side: [0.5, 2] }),
    "PolicyError: randomZoomOut.side: expected [low, high], from 1 to 16, found [0.5, 2]",
  ],
  [
    "an option of another name",
    () => randomZoomOut({ scale: [1, 2] } as never),
    'PolicyError: randomZoomOut: expected only the options height, width, interpolation, antialias, side, fill, prob, granularity, stream, found "scale"',
  ],
];

test("what is refused, in words", () => {
  const found = refusals.map(([what, call]) => {
    try {
      call();
      return [what, "no error"];
    } catch (error) {
      return [what, `${(error as Error).name}: ${(error as Error).message}`];
    }
  });
  expect(found).toEqual(refusals.map(([what, , message]) => [what, message]));
});
