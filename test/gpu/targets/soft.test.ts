/** Soft class maps: what every class has of a pixel, as the pictures' weights say. */
import {
  createEngine,
  cutmix,
  halfToFloat,
  type MapTargetOptions,
  mapTarget,
  mixup,
  ops,
  type Plan,
  reference,
  targetPlan,
} from "mixwell";
import { expect, test } from "vitest";
import { POLICIES, SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { isMine } from "../divided.ts";
import { batchOf, COUNT, datasetWith, IDS, PIXELS } from "./sets.ts";

const CLASSES = 5;
const IGNORED = 200;
/** Ids 0 to 4, and some that are ignored. */
const ids = Uint16Array.from({ length: COUNT * PIXELS }, (_, i) => {
  const id = (Math.floor((i % SIZE.width) / 4) + Math.floor(i / 150)) % (CLASSES + 1);
  return id === CLASSES ? IGNORED : id;
});

/** Each class as a picture of black and white, the plan's way. */
function planes(plan: Plan, fill: number): Float32Array[] {
  return Array.from({ length: CLASSES }, (_, k) => {
    const images = Uint8Array.from(ids, (id) => (id === k ? 255 : 0));
    const rule = { kind: "mask", fill: [fill === k ? 255 : 0], blends: "soft" } as const;
    const source = { shape: { ...SIZE, channels: 1 }, format: "u8", layout: "nhwc" } as const;
    const output = { format: "f32" } as const;
    return reference(targetPlan(plan, rule), { dataset: { images }, ...source }, { output }).images as Float32Array;
  });
}

// Ids cannot be blended and then moved.
const SOFT = Object.entries(POLICIES).filter(([name]) => !["cutmix and mixup, turned between"].includes(name));

const WAYS = [
  ["software", {}],
  ["hardware", { format: "f16", layout: "nchw", fill: 3 }],
] as const satisfies [string, MapTargetOptions][];

const CASES = SOFT.flatMap(([name, policy]) => WAYS.map(([tuning, more]) => [name, tuning, policy, more] as const));

test.each(CASES.filter((_, i) => isMine(i)))("%s, %s", async (_, tuning, policy, more) => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { masks: { kind: "mask", ids, classes: CLASSES, ignoreIndex: IGNORED } });
  const targets = { masks: mapTarget({ output: "soft", ...more }) };
  const engine = await createEngine(device, { policy, seed: 8, targets, tuning, warm: false });
  const { batch, host } = await batchOf(engine, dataset);
  const isHalf = "format" in more;
  const made = isHalf ? Array.from(host.targets!.masks!, halfToFloat) : (host.targets!.masks as Float32Array);
  const wanted = planes(batch.plan, isHalf ? 3 : IGNORED);
  const size = wanted[0]!.length;
  const pixels = size / IDS.length;
  expect(batch.targets!.masks).toMatchObject({ kind: "soft", classes: CLASSES });
  expect(made.length).toBe(size * CLASSES);
  let worst = 0;
  for (let i = 0; i < size; i++)
    for (let k = 0; k < CLASSES; k++) {
      const at = isHalf ? (Math.floor(i / pixels) * CLASSES + k) * pixels + (i % pixels) : i * CLASSES + k;
      worst = Math.max(worst, Math.abs(made[at]! - wanted[k]![i]!));
    }
  // Sums of the same weights: a few roundings of f32, and one of f16.
  expect(worst).toBeLessThan(isHalf ? 5e-4 : 1e-6);
  engine.destroy();
  dataset.destroy();
});

test("what nobody labelled is a row of zeros, and a row's sum is what is labelled (trap M9)", async () => {
  const device = await getDevice();
  const own = new Uint8Array(COUNT * PIXELS).fill(255);
  own.fill(2, 0, 2 * PIXELS);
  const dataset = await datasetWith(device, { masks: { kind: "mask", ids: own, classes: 3 } });
  const masks = mapTarget({ output: "soft" });
  const engine = await createEngine(device, { policy: mixup({ pairing: "roll" }), targets: { masks }, warm: false });
  const batch = engine.run({ dataset, indices: [0, 5, 6] });
  const soft = (await engine.read(batch)).targets!.masks as Float32Array;
  const sum = (row: number) => soft[row * PIXELS * 3 + 2]!;
  const [first, second] = batch.plan.stages[0]!.rows as { lambda: number }[];
  expect([sum(0), sum(1), sum(2)]).toEqual([first!.lambda, Math.fround(1 - second!.lambda), 0]);
  expect(soft.filter((_, i) => i % 3 !== 2).every((value) => value === 0)).toBe(true);
  engine.destroy();
  dataset.destroy();
});

test("what cannot be: no classes, options of ids, blends that are moved", async () => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { masks: { kind: "mask", ids } });
  const engine = await createEngine(device, { policy: [], targets: { masks: mapTarget({ output: "soft" }) } });
  expect(() => engine.run({ dataset, indices: [0] })).toThrow(
    "createEngine.options.targets.masks.classes: expected how many there are, found undefined",
  );
  const masks = mapTarget({ output: "soft", classes: CLASSES });
  const policy = [mixup({ prob: 1 }), ops.rotate({ degrees: 30 }), cutmix()];
  const moved = await createEngine(device, { policy, targets: { masks }, warm: false });
  expect(() => moved.run({ dataset, indices: IDS })).toThrow(/rows that do not blend, for ids/);
  expect(() => mapTarget({ output: "soft", blends: "dominant" })).toThrow("nothing for soft maps");
  expect(() => mapTarget({ classes: 3 })).toThrow("mapTarget.options.classes: expected nothing for ids, found 3");
  expect(() => mapTarget({ layout: "nchw" })).toThrow("nothing for ids");
  expect(() => mapTarget({ output: "soft", format: "u8" })).toThrow('expected "f32" or "f16"');
  for (const one of [engine, moved]) one.destroy();
  dataset.destroy();
});
