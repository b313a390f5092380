/** `reference` takes and refuses what `Engine.run` does, before it computes anything. */
import { type HostSources, mixup, ops, type Plan, type ReferenceOptions, reference, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { InputError, PlanError } from "../../src/check/errors.ts";

const shape = { height: 2, width: 2, channels: 1 };
const plan = samplePlan({ policy: mixup(), seed: 1, ids: [0, 1], height: 2, width: 2 });
const images = Uint8Array.from([0, 10, 20, 30, 100, 110, 120, 130]);
const sources: HostSources = { batch: { images, labels: Uint32Array.of(0, 1) }, shape, format: "u8", layout: "nhwc" };
const OPTIONS: ReferenceOptions = { output: { format: "u8" }, labels: { classes: 2 } };

test("what is right is computed", () => {
  const { size, images: mixed, labels } = reference(plan, sources, OPTIONS);
  expect([size, mixed.length, labels!.length]).toEqual([2, 8, 4]);
  expect([...mixed, ...labels!].every(Number.isFinite)).toBe(true);
});

const batchOf = (batch: object): HostSources => ({ ...sources, batch: { ...sources.batch!, ...batch } });
const withLambda = (lambda: number): Plan => ({
  ...plan,
  stages: [
    { pairing: "reverse", rows: [0, 1].map((own) => ({ mixer: "mixup" as const, own, partner: 1 - own, lambda })) },
  ],
});
const floats = Float32Array.from(images, (byte) => byte / 255);

/** What somebody may hand over, and the message. */
const WRONG: [what: string, plan: unknown, sources: unknown, options: unknown, message: string][] = [
  [
    "a share above 1",
    withLambda(1.5),
    sources,
    OPTIONS,
    "plan.stages[0].rows[0].lambda: expected a number from 0 to 1, found 1.5",
  ],
  ["no plan", undefined, sources, OPTIONS, "plan: expected an object with"],
  [
    "a plan of other pictures",
    { ...plan, height: 3 },
    sources,
    OPTIONS,
    "plan.height: expected 2, as the batch has, found 3",
  ],
  [
    "a plan of a dataset",
    { ...plan, sources: plan.sources.map((one) => ({ ...one, from: "dataset" })) },
    sources,
    OPTIONS,
    "plan.sources[0].from: expected no source from a dataset",
  ],
  [
    "no sources",
    plan,
    undefined,
    OPTIONS,
    "reference.sources: expected { batch, dataset, external, shape, format, layout, valueRange }, found undefined",
  ],
  [
    "a memory order in capitals",
    plan,
    { ...sources, layout: "NHWC" },
    OPTIONS,
    'reference.sources.layout: expected "nhwc" or "nchw", found "NHWC"',
  ],
  [
    "no memory order",
    plan,
    { ...sources, layout: undefined },
    OPTIONS,
    'reference.sources.layout: expected "nhwc" or "nchw", found undefined',
  ],
  [
    "an element type nobody has",
    plan,
    { ...sources, format: "uint8" },
    OPTIONS,
    'reference.sources.format: expected "u8" or "f32" or "f16", found "uint8"',
  ],
  [
    "no shape",
    plan,
    { ...sources, shape: undefined },
    OPTIONS,
    "reference.sources.shape: expected { height, width, channels }, found undefined",
  ],
  [
    "half a picture",
    plan,
    { ...sources, shape: { ...shape, height: 1.5 } },
    OPTIONS,
    "reference.sources.shape.height: expected an integer in 1..65535, found 1.5",
  ],
  [
    "a range of bytes",
    plan,
    { ...sources, valueRange: [0, 1] },
    OPTIONS,
    "reference.sources.valueRange: expected nothing for u8 pictures, which are 0..255, found [0, 1]",
  ],
  [
    "a range upside down",
    plan,
    { ...batchOf({ images: floats }), format: "f32", valueRange: [1, 0] },
    OPTIONS,
    "reference.sources.valueRange: expected [low, high]",
  ],
  [
    "no batch",
    plan,
    { ...sources, batch: undefined },
    OPTIONS,
    "reference.sources.batch: expected pictures, since the plan reads them, found undefined",
  ],
  [
    "no images",
    plan,
    batchOf({ images: undefined }),
    OPTIONS,
    "reference.sources.batch.images: expected a Uint8Array, for the format u8, found undefined",
  ],
  [
    "floats for bytes",
    plan,
    batchOf({ images: floats }),
    OPTIONS,
    "reference.sources.batch.images: expected a Uint8Array, for the format u8, found Float32Array of 8",
  ],
  [
    "bytes for floats",
    plan,
    { ...sources, format: "f32" },
    OPTIONS,
    "reference.sources.batch.images: expected a Float32Array, for the format f32, found Uint8Array of 8",
  ],
  [
    "one picture of two",
    plan,
    batchOf({ images: images.slice(4) }),
    OPTIONS,
    "reference.sources.batch.images: expected 2 pictures, as the plan's batch has, found 1",
  ],
  [
    "images cut off",
    plan,
    batchOf({ images: images.slice(1) }),
    OPTIONS,
    "reference.sources.batch.images: expected whole pictures, of 4 values each, found 7",
  ],
  [
    "labels in bytes",
    plan,
    batchOf({ labels: Uint8Array.of(0, 1) }),
    OPTIONS,
    "reference.sources.batch.labels: expected a Uint32Array of class ids or a Float32Array of label rows, found Uint8Array of 2",
  ],
  [
    "no labels",
    plan,
    batchOf({ labels: undefined }),
    OPTIONS,
    "reference.sources.batch.labels: expected labels, since `labels` is set in the options, found undefined",
  ],
  [
    "too few labels",
    plan,
    batchOf({ labels: Uint32Array.of(0) }),
    OPTIONS,
    "reference.sources.batch.labels: expected 2 class ids, found 1",
  ],
  [
    "a class there is not",
    plan,
    batchOf({ labels: Uint32Array.of(0, 2) }),
    OPTIONS,
    "reference.sources.batch.labels[1]: expected a class id in 0..1, found 2",
  ],
  [
    "a label row with NaN",
    plan,
    batchOf({ labels: Float32Array.of(0, 1, Number.NaN, 0) }),
    OPTIONS,
    "reference.sources.batch.labels[2]: expected a finite number, found NaN",
  ],
  [
    "sparse labels of rows",
    plan,
    batchOf({ labels: new Float32Array(4) }),
    { labels: { classes: 2, sparse: true } },
    "labels.sparse: expected class ids as input",
  ],
  ["a misspelt source", plan, { ...sources, datset: {} }, OPTIONS, "reference.sources: expected only batch, dataset"],
  [
    "a misspelt option",
    plan,
    sources,
    { outptu: {} },
    "reference.options: expected only output, labels (did you mean output?)",
  ],
  ["an output nobody can write", plan, sources, { output: { format: "u16" } }, "output.format: expected"],
  [
    "a mean for three channels",
    plan,
    sources,
    { output: { normalize: { mean: [0, 0, 0], std: 1 } } },
    "output.normalize.mean: expected 1 number, or 1, one per channel, found 3",
  ],
  ["no classes", plan, sources, { labels: {} }, "labels.classes: expected an integer in 1.."],
];

test.each(WRONG)("%s is refused by name", (_, wrongPlan, wrongSources, options, message) => {
  const call = () => reference(wrongPlan as Plan, wrongSources as HostSources, options as ReferenceOptions);
  expect(call).toThrow(message);
  expect(call).toThrow(message.startsWith("plan") ? PlanError : InputError);
});

test("ops on pictures that no kernel takes are refused, as `run` does", () => {
  const drawn = samplePlan({ policy: ops.invert(), seed: 1, ids: [0], height: 2, width: 2 });
  const two: HostSources = { batch: { images }, shape: { ...shape, channels: 2 }, format: "u8", layout: "nhwc" };
  expect(() => reference(drawn, two)).toThrow("ops on pictures of 1, 3 or 4 channels only, found 2");
});
