/**
 * Ops of one's own in engines: before built-in ops and after, warm, on one device with other engines, in `createOps`.
 */
import {
  createEngine,
  createOps,
  Dataset,
  type Engine,
  halfToFloat,
  type ImageStage,
  mixup,
  opAt,
  ops,
  type Policy,
  type PolicyStage,
  randomPipeline,
  readBatch,
  reference,
} from "mixwell";
import { afterEach, expect, test } from "vitest";
import { coarse, dim, halves, lean, redShift, relief, speckle, waves, widest } from "../own-ops.ts";
import { noise } from "../random.ts";
import { getDevice, newDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { upload, type Watch, watch } from "./help.ts";

let seen: Watch | undefined;
afterEach(() => seen?.stop());

const SIDE = 12;
const COUNT = 24;
const shape = { height: SIDE, width: SIDE, channels: 3 };
const images = noise(COUNT * SIDE * SIDE * 3);

const datasetOn = (device: GPUDevice) =>
  Dataset.fromArrays(device, {
    images,
    shape: [COUNT, SIDE, SIDE, 3],
    labels: Uint32Array.from({ length: COUNT }, (_, i) => i % 3),
    classes: 3,
  });

/** Each compiles kernels of its own for all these ops, so Chromium has one tuning and Dawn the other. */
const TUNINGS = (["hardware", "software"] as const).filter((_, i) => isMine(i));

/** What an engine makes of some samples, and what the reference makes of the same plan. */
async function batchOf(engine: Engine, dataset: Dataset, indices: number[], epoch: number) {
  const batch = engine.run({ dataset, indices }, { epoch });
  const { images: got } = await engine.read(batch);
  const wanted = reference(
    batch.plan,
    { dataset: { images }, shape, format: "u8", layout: "nhwc" },
    { output: engine.output },
  );
  return { got, wanted: wanted.images };
}

/** Ops of one's own, one of every kind, and two of those that read neighbours and move pixels. */
const OWN: ImageStage[] = [
  opAt("own", "dim", { magnitude: [0, 1] }),
  opAt("own", "relief", { magnitude: 0.5 }),
  opAt("own", "speckle", { magnitude: 0.3 }),
  opAt("own", "waves", { magnitude: 0.7 }),
  redShift({ by: [-8, 8] }),
  halves(),
  coarse(),
  widest(),
  lean({ by: [-0.5, 0.5], edge: "reflect" }),
];

/** One of every kind. */
const BUILT_IN: ImageStage[] = [
  ops.posterize({ bits: 4 }),
  ops.equalize(),
  ops.sharpness({ factor: [0.1, 1.9] }),
  ops.rotate({ degrees: [-20, 20], interpolation: "bilinear" }),
  ops.cutout({ box: [2, 3, 7, 9] }),
];

test.each(TUNINGS)("beside built-in ops in one choice, for %s: the bytes of the reference", async (tuning) => {
  const device = await getDevice();
  const dataset = await datasetOn(device);
  const engine = await createEngine(device, {
    policy: randomPipeline([...BUILT_IN, ...OWN], { augmentationsPerImage: [1, 3] }),
    output: { format: "u8" },
    warm: dataset,
    tuning,
  });
  for (let epoch = 0; epoch < 6; epoch++) {
    const { got, wanted } = await batchOf(
      engine,
      dataset,
      Array.from({ length: COUNT }, (_, i) => i),
      epoch,
    );
    expect(got).toEqual(wanted);
  }
  engine.destroy();
  dataset.destroy();
});

test.each(TUNINGS)("a warm engine makes no pipeline for an epoch, for %s", async (tuning) => {
  const device = await newDevice();
  const dataset = await datasetOn(device);
  // All of these kernels are compiled once more, for a device of the test's own: so it is one op of every
  // kind, and one that is built in.
  const some = [
    ops.rotate({ degrees: [-20, 20] }),
    opAt("own", "relief", { magnitude: 0.5 }),
    opAt("own", "speckle", { magnitude: 0.3 }),
    redShift({ by: [-8, 8] }),
    lean({ by: [-0.5, 0.5] }),
    halves(),
    coarse(),
  ];
  const policy: Policy = [
    randomPipeline(some, { augmentationsPerImage: [1, 3] }),
    mixup(),
    dim({ strength: [0, 1], prob: 0.5 }),
  ];
  const engine = await createEngine(device, { policy, labels: { classes: 3 }, tuning });
  seen = watch(device);
  let batches = 0;
  for (const _ of engine.epoch(dataset, { batchSize: 5 })) batches++;
  expect(batches).toBe(5);
  const { createComputePipeline = 0, createComputePipelineAsync = 0, createShaderModule = 0 } = seen.calls;
  expect({ createComputePipeline, createComputePipelineAsync, createShaderModule }).toEqual({
    createComputePipeline: 0,
    createComputePipelineAsync: 0,
    createShaderModule: 0,
  });
  device.destroy();
});

test("engines with other ops of one's own on a device keep theirs", async () => {
  const device = await getDevice();
  const dataset = await datasetOn(device);
  const stages: PolicyStage[] = [dim({ strength: 0.9 }), speckle({ amount: 30 }), relief({ amount: 3 }), widest()];
  const engines = await Promise.all(
    stages.map((stage) => createEngine(device, { policy: [stage], output: { format: "u8" } })),
  );
  for (const epoch of [0, 1])
    for (const engine of engines) {
      const { got, wanted } = await batchOf(engine, dataset, [3, 1, 4], epoch);
      expect(got).toEqual(wanted);
    }
  for (const engine of engines) engine.destroy();
  dataset.destroy();
});

test("a plan brings ops that the policy has not", async () => {
  const device = await getDevice();
  const dataset = await datasetOn(device);
  const engine = await createEngine(device, { policy: [ops.invert()], output: { format: "u8" } });
  const plan = engine.draw({ dataset, indices: [7, 8] }, { epoch: 0 });
  plan.sources[1]!.ops!.push(dim.opCall({ strength: 0.5 }), waves.opCall({ amplitude: 3 }));
  const batch = engine.run({ dataset, indices: [7, 8] }, { plan: JSON.parse(JSON.stringify(plan)) });
  const wanted = reference(
    plan,
    { dataset: { images }, shape, format: "u8", layout: "nhwc" },
    { output: engine.output },
  );
  expect((await engine.read(batch)).images).toEqual(wanted.images);
  engine.destroy();
  dataset.destroy();
});

test("as functions of a batch, one or several in a row, of u8, f32 and f16", async () => {
  const device = await getDevice();
  const own = createOps(device, { own: [dim, widest] });
  const pictures = { size: 1, height: 1, width: 4, channels: 1 };
  const bytes = upload(device, Uint8Array.of(10, 200, 30, 40));
  const once = own.widest({ ...pictures, images: bytes });
  expect(Array.from((await readBatch(device, once)).images)).toEqual([200, 200, 40, 40]);
  const calls = [widest.opCall(), { op: "invert" } as const, dim.opCall({ strength: 0 })];
  const row = own.apply({ ...pictures, images: bytes }, calls);
  expect(Array.from((await readBatch(device, row)).images)).toEqual([55, 55, 215, 215]);
  const halfs = upload(device, Uint16Array.of(0x3800, 0x3c00, 0, 0x3400)); // 0.5, 1, 0, 0.25
  const half = own.widest({ ...pictures, images: halfs, format: "f16" });
  const { images: made } = await readBatch(device, half);
  expect(Array.from(made, halfToFloat)).toEqual([1, 1, 0.25, 0.25]);
  expect(() => own.dim({ ...pictures, images: bytes }, { strength: 2 })).toThrow(
    "dim.strength: expected a number 0 to 1 (factor), found 2",
  );
  expect(() => createOps(device, { own: [ops.invert] as never })).toThrow(
    "createOps.own: expected a list of ops that defineOp made",
  );
  own.destroy();
  bytes.destroy();
  halfs.destroy();
});
