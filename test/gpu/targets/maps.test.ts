/** Class maps in an engine: the bytes of the reference, whatever the policy does. */
import {
  augMix,
  colorJitter,
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  mapTarget,
  mixup,
  mosaic,
  multimixup,
  type ObjectOutput,
  objectTarget,
  ops,
  type Plan,
  type Policy,
  randAugment,
  randomResizedCrop,
  reference,
  smoothmix,
  targetPlan,
  transformObjects,
} from "mixwell";
import { describe, expect, inject, test } from "vitest";
import { noise } from "../../random.ts";
import goldenPlan from "../../unit/sample/golden-ops-plan.json" with { type: "json" };
import { SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { isMine } from "../divided.ts";
import { upload } from "../help.ts";
import { batchOf, byReference, bytesOfIds, datasetWith, HARD_POLICIES, IDS, idMaps, PIXELS, pictures } from "./sets.ts";

const JITTER = { brightness: 0.4, contrast: 0.4, saturation: 0.4 };

/** What kernels are made for, by turns: each compiles its own. `npm run test:whole` has both for every policy. */
const tuningsOf = (number: number) =>
  (["software", "hardware"] as const).filter((_, i) => inject("sweeps") === "whole" || i === (number >> 1) % 2);

describe("ids on the GPU are the reference's, byte for byte", () => {
  const numbered = HARD_POLICIES.map(([name, policy], number) => [name, policy, number] as const);
  test.each(numbered.filter(([, , number]) => isMine(number)))("%s", async (_, policy, number) => {
    const device = await getDevice();
    const [one, two, three] = [idMaps(1), idMaps(2), idMaps(3)];
    const dataset = await datasetWith(device, {
      one: { kind: "mask", ids: one },
      two: { kind: "mask", ids: two },
      three: { kind: "mask", ids: three, ignoreIndex: 7 },
    });
    for (const tuning of tuningsOf(number)) {
      const targets = { one: mapTarget(), two: mapTarget({ hidden: "fill" }), three: mapTarget() };
      const engine = await createEngine(device, { policy, seed: 5, targets, tuning, warm: false });
      const { batch, host } = await batchOf(engine, dataset, tuning === "software" ? 0 : 1);
      const { plan } = batch;
      const wanted = (bytes: number, fill: number[], ids: ArrayLike<number>, hidden: "keep" | "fill" = "keep") =>
        byReference(plan, { kind: "mask", fill, hidden }, bytesOfIds(ids, bytes), bytes) as Uint8Array;
      expect(host.targets!.one).toEqual(wanted(1, [255], one));
      expect(bytesOfIds(host.targets!.two!, 2)).toEqual(wanted(2, [255, 255], two, "fill"));
      expect(bytesOfIds(host.targets!.three!, 3)).toEqual(wanted(3, [7, 0, 0], three));
      engine.destroy();
    }
    dataset.destroy();
  });
});

describe("batches of one's own", () => {
  test("bring their maps, and so does a second batch", async () => {
    const device = await getDevice();
    const images = upload(device, pictures(3));
    const [ids, others] = [idMaps(2, 3), idMaps(2, 4).slice(PIXELS)];
    const map = (from: Uint8Array | Uint16Array | Uint32Array) => ({ images: upload(device, from), bytes: 2 }) as const;
    const input = { images, size: 3, ...SIZE, channels: 3, targets: { masks: map(ids) } };
    const external = { images, size: 3, targets: { masks: map(others) } };
    const policy = [ops.rotate({ degrees: [-30, 30] }), cutmix({ pairing: "external" })];
    const engine = await createEngine(device, { policy, targets: { masks: mapTarget() }, warm: false });
    const batch = engine.run({ ...input, external }, { step: 3 });
    const host = await engine.read(batch);
    const source = { shape: { ...SIZE, channels: 2 }, format: "u8", layout: "nhwc" } as const;
    const sources = {
      batch: { images: bytesOfIds(ids, 2) },
      external: { images: bytesOfIds(others, 2) },
      ...source,
    };
    const wanted = reference(targetPlan(batch.plan, { kind: "mask", fill: [255, 255] }), sources, {
      output: { format: "u8" },
    });
    expect(bytesOfIds(host.targets!.masks!, 2)).toEqual(wanted.images);
    expect(batch.targets!.masks).toMatchObject({
      shape: [3, SIZE.height, SIZE.width, 2],
      bytes: 2,
      ignoreIndex: 65535,
    });
    engine.destroy();
  });

  test("ids come as floats too, exactly", async () => {
    const device = await getDevice();
    const ids = Uint8Array.from({ length: PIXELS }, (_, i) => i & 255);
    const input = { images: upload(device, pictures(1)), size: 1, ...SIZE, channels: 3 };
    const targets = { masks: mapTarget({ format: "f32" }) };
    const engine = await createEngine(device, { policy: [], targets, warm: false });
    const batch = engine.run({ ...input, targets: { masks: { images: upload(device, ids) } } }, { step: 0 });
    expect((await engine.read(batch)).targets!.masks).toEqual(Float32Array.from(ids));
    engine.destroy();
  });
});

test("dominant ids: of the larger part, row by row", async () => {
  const device = await getDevice();
  const ids = idMaps(1);
  const dataset = await datasetWith(device, { masks: { kind: "mask", ids } });
  for (const policy of [mixup({ alpha: 1 }), smoothmix(), multimixup(), augMix([ops.rotate({ degrees: [-30, 30] })])]) {
    const targets = { masks: mapTarget({ blends: "dominant", fill: 9 }) };
    const engine = await createEngine(device, { policy, targets, warm: false });
    const { batch, host } = await batchOf(engine, dataset);
    const rule = { kind: "mask", fill: [9], blends: "dominant" } as const;
    expect(host.targets!.masks).toEqual(byReference(batch.plan, rule, ids as Uint8Array, 1));
    engine.destroy();
  }
  dataset.destroy();
});

/** Dispatches of a batch, by an encoder that counts. */
function dispatchesOf(engine: Engine, dataset: Dataset): number {
  let count = 0;
  const pass = { setPipeline() {}, setBindGroup() {}, dispatchWorkgroups: () => count++, end() {} };
  const encoder = { beginComputePass: () => pass } as unknown as GPUCommandEncoder;
  engine.encode(encoder, { dataset, indices: IDS });
  return count;
}

const DISPATCHES: [string, Policy, number][] = [
  ["CutMix alone", cutmix(), 1],
  ["crop, mirror, jitter, CutMix", [randomResizedCrop(), ops.flipX({ prob: 0.5 }), colorJitter(JITTER), cutmix()], 2],
  // Crops of some pictures with copies of the others, and the cells.
  ["Mosaic and colours", [mosaic(), colorJitter(JITTER)], 2],
  // A turn, a crop that a colour keeps apart from it with copies of those without one, and the cells.
  ["turns, colours, Mosaic", [ops.rotate({ degrees: [-30, 30] }), colorJitter(JITTER), mosaic()], 3],
  ["RandAugment of two layers, dominant", [randAugment({ table: "torchvision" }), mixup()], 3],
  ["no geometry", [colorJitter(JITTER), ops.invert()], 1],
];

// Each compiles its kernels, and how many there are is drawn on the host.
test.each(DISPATCHES.filter((_, i) => isMine(i)))(
  "%s: a map adds no more dispatches than it should",
  async (_, policy, most) => {
    const device = await getDevice();
    const dataset = await datasetWith(device, { masks: { kind: "mask", ids: idMaps(1) } });
    const counts: number[] = [];
    for (const targets of [undefined, { masks: mapTarget({ blends: "dominant" }) }]) {
      const engine = await createEngine(device, { policy, tuning: "hardware", targets, warm: false });
      counts.push(dispatchesOf(engine, dataset));
      engine.destroy();
    }
    expect(counts[1]! - counts[0]!).toBeGreaterThan(0);
    expect(counts[1]! - counts[0]!).toBeLessThanOrEqual(most);
    dataset.destroy();
  },
);

test("plans of long ago are replayed with targets, and draw what they drew (traps P1, M7)", async () => {
  const device = await getDevice();
  const plan = JSON.parse(JSON.stringify(goldenPlan.dataset)) as Plan;
  const { height, width } = plan;
  const count = Math.max(...plan.sources.map(({ index }) => index)) + 1;
  const ids = noise(count * height * width);
  const images = noise(count * height * width * 3);
  const masks = { kind: "mask", ids } as const;
  const boxes = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? [[3, 4, 20, 22]] : []));
  const objects = { kind: "objects", format: "xyxy", boxes } as const;
  const dataset = await Dataset.fromArrays(device, {
    images,
    shape: [count, height, width, 3],
    targets: { masks, objects },
  });
  const targets = { masks: mapTarget({ blends: "dominant" }), objects: objectTarget({ copies: "ignore" }) };
  const engine = await createEngine(device, { policy: [], targets, warm: false, output: { format: "u8" } });
  const indices = plan.sources.slice(0, plan.batchSize).map(({ index }) => index);
  const batch = engine.run({ dataset, indices }, { plan });
  const host = await engine.read(batch);
  const source = { shape: { height, width, channels: 1 }, format: "u8", layout: "nhwc" } as const;
  const rule = { kind: "mask", fill: [255], blends: "dominant" } as const;
  const wanted = reference(
    targetPlan(plan, rule),
    { dataset: { images: ids }, ...source },
    { output: { format: "u8" } },
  );
  expect(host.targets!.masks).toEqual(wanted.images);
  expect(batch.plan).toEqual(goldenPlan.dataset);
  expect((batch.targets!.objects as ObjectOutput).boxes).toEqual(
    transformObjects(plan, { dataset: { format: "xyxy", boxes } }, { copies: "ignore" }).boxes,
  );
  engine.destroy();
  dataset.destroy();
});
