/** Boxes and maps of pictures of different size: each by its own picture's size, whatever else is in the batch. */
import { expect, test } from "vitest";
import { samplePlan } from "../../../src/sample/sample.ts";
import * as ops from "../../../src/stages/ops.ts";
import { randomResizedCrop } from "../../../src/stages/random-resized-crop.ts";
import { geometryOf } from "../../../src/targets/geometry.ts";
import { targetPlan } from "../../../src/targets/target-plan.ts";
import { transformObjects } from "../../../src/targets/transform.ts";
import { awkwardSizes } from "../../own-sizes.ts";

const COUNT = 20;
const sizes = awkwardSizes(COUNT, 90, 8);
const policy = [
  ops.flipX({ prob: 0.5 }),
  randomResizedCrop({ height: 32, width: 40 }),
  ops.rotate({ degrees: [-20, 20] }),
];
const ids = Array.from({ length: COUNT }, (_, i) => i + 5);
const plan = samplePlan({ policy, seed: 2, ids, sizes: { batch: sizes } });
/** The middle half of every picture, as shares of its sides. */
const boxesOf = (count: number) => ({
  ...({ format: "cxcywh", normalized: true } as const),
  offsets: Uint32Array.from({ length: count + 1 }, (_, i) => i),
  boxes: Float32Array.from({ length: 4 * count }, () => 0.5),
  labels: Uint32Array.from({ length: count }, (_, i) => i),
});

test("boxes are those of a batch in which all pictures have this one's size, normalised by its own (R1)", () => {
  const all = transformObjects(plan, { batch: boxesOf(COUNT) });
  let shown = 0;
  for (let i = 0; i < COUNT; i++) {
    const size = { height: sizes[2 * i]!, width: sizes[2 * i + 1]! };
    const alone = samplePlan({ policy, seed: 2, ids: [ids[i]!], ...size });
    const [from, to] = [all.offsets[i]!, all.offsets[i + 1]!];
    expect(all.boxes.slice(4 * from, 4 * to)).toEqual(transformObjects(alone, { batch: boxesOf(1) }).boxes);
    expect(geometryOf(plan, i).forth([1, 1])).toEqual(geometryOf(alone, 0).forth([1, 1]));
    shown += to - from;
  }
  expect(shown).toBeGreaterThan(COUNT / 2);
});

test("the plan of a map keeps every picture's size and calls (R1)", () => {
  const map = targetPlan(plan, { kind: "mask", fill: [255] });
  map.sources.forEach((source, i) => {
    const size = { height: sizes[2 * i]!, width: sizes[2 * i + 1]! };
    expect(source).toMatchObject(size);
    const alone = samplePlan({ policy, seed: 2, ids: [ids[i]!], ...size });
    expect(source.ops).toEqual(targetPlan(alone, { kind: "mask", fill: [255] }).sources[0]!.ops);
  });
});
