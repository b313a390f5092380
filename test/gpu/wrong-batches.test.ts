/** Calls of `run` and `encode` with a batch that doesn't fit. */
import { createEngine, cutmix, linear, mixup, type Plan, type Row } from "mixwell";
import { expect, test } from "vitest";
import { filled } from "./help.ts";
import { type Case, expectRefused, threePictures } from "./refused.ts";

test("run and encode refuse in full sentences, before anything is uploaded, what doesn't fit", async () => {
  const { device, images, input } = await threePictures();
  const engine = await createEngine(device, { policy: mixup(), labels: { classes: 4 } });
  const bytes = await createEngine(device, { policy: mixup(), output: { format: "u8" }, labels: { classes: 4 } });
  const sparse = await createEngine(device, { policy: mixup(), labels: { classes: 4, sparse: true } });
  const normalised = await createEngine(device, {
    policy: mixup(),
    output: { normalize: { mean: [0, 0, 0], std: [1] } },
  });
  const external = await createEngine(device, { policy: cutmix({ pairing: "external" }), labels: { classes: 4 } });
  const byStep = await createEngine(device, {
    policy: mixup({ prob: linear({ from: 0, to: 1, end: 9, unit: "step" }) }),
    labels: { classes: 4 },
  });
  const [words, large] = [filled(device, 16, 0), filled(device, 4096, 0)];
  const copyOnly = device.createBuffer({ size: 48, usage: GPUBufferUsage.COPY_DST });
  const mapped = device.createBuffer({ size: 48, usage: GPUBufferUsage.STORAGE, mappedAtCreation: true });
  const plan = engine.draw(input, { step: 0 });
  const withRow = (row: Row): Plan => ({
    ...plan,
    stages: [{ ...plan.stages[0]!, rows: [row, ...plan.stages[0]!.rows.slice(1)] }],
  });
  const calls: Case[] = [
    [
      "no input",
      () => engine.run(undefined as never),
      "InputError: input: expected { images, size, … } or { dataset, indices }, found undefined",
    ],
    [
      "an input field misspelt",
      () => engine.run({ ...input, dtype: "u8" } as never),
      'InputError: input: expected only images, size, height, width, sizes, channels, format, layout, valueRange, labels, labelForm, external, clip, noise, targets, fields, found "dtype"',
    ],
    [
      "a step option misspelt",
      () => engine.run(input, { epochs: 1, step: 0 } as never),
      'InputError: step: expected only epoch, step, ids, occurrences, plan, out (did you mean epoch?), found "epochs"',
    ],
    [
      "no pictures",
      () => engine.run({ ...input, images: undefined as never }),
      "InputError: input.images: expected a GPUBuffer, found undefined",
    ],
    [
      "pictures in host memory",
      () => engine.run({ ...input, images: new Uint8Array(48) as never }),
      "InputError: input.images: expected a GPUBuffer, found Uint8Array of 48",
    ],
    [
      "pictures in a buffer of another use",
      () => engine.run({ ...input, images: copyOnly }),
      "InputError: input.images: expected a buffer with usage STORAGE, found usage 8",
    ],
    [
      "pictures in a buffer that is mapped",
      () => engine.run({ ...input, images: mapped }),
      "InputError: input.images: expected an unmapped buffer, found mapped",
    ],
    [
      "a buffer that is too small",
      () => engine.run({ ...input, height: 5 }),
      "InputError: input.images: expected at least 60 bytes, found 48 bytes",
    ],
    [
      "a buffer that is too small by a part of a word",
      () => engine.run({ ...input, size: 1, height: 1, width: 49 }),
      "InputError: input.images: expected at least 52 bytes (49, rounded up to whole words), found 48 bytes",
    ],
    [
      "a batch of none",
      () => engine.run({ ...input, size: 0 }),
      "InputError: input.size: expected an integer in 1..1073741824, found 0",
    ],
    [
      "half a batch",
      () => engine.run({ ...input, size: 1.5 }),
      "InputError: input.size: expected an integer in 1..1073741824, found 1.5",
    ],
    [
      "no height",
      () => engine.run({ ...input, height: undefined as never }),
      "InputError: input.height: expected an integer in 1..65535, found undefined",
    ],
    [
      "a width beyond 16 bits",
      () => engine.run({ ...input, width: 65536 }),
      "InputError: input.width: expected an integer in 1..65535, found 65536",
    ],
    [
      "no channels",
      () => engine.run({ ...input, channels: 0 }),
      "InputError: input.channels: expected an integer in 1..2147483648, found 0",
    ],
    [
      "an input format that is none",
      () => engine.run({ ...input, format: "rgba8unorm" as never }),
      'InputError: input.format: expected "u8" or "f32" or "f16", found "rgba8unorm"',
    ],
    [
      "an input layout that is none",
      () => engine.run({ ...input, layout: "hwc" as never }),
      'InputError: input.layout: expected "nhwc" or "nchw", found "hwc"',
    ],
    [
      "a value range of bytes",
      () => engine.run({ ...input, valueRange: [0, 255] }),
      "InputError: input.valueRange: expected nothing for u8 pictures, which are 0..255, found [0, 255]",
    ],
    [
      "no labels where they are asked for",
      () => engine.run({ ...input, labels: undefined }),
      "InputError: input.labels: expected labels, since `labels` is set on the engine, found undefined",
    ],
    [
      "labels as plain numbers",
      () => engine.run({ ...input, labels: [0, 1, 2] as never }),
      "InputError: input.labels: expected a GPUBuffer, a Uint32Array of class ids or a Float32Array of label rows, found [0, 1, 2]",
    ],
    [
      "a label too few",
      () => engine.run({ ...input, labels: Uint32Array.of(0, 1) }),
      "InputError: input.labels: expected 3 class ids, found 2",
    ],
    [
      "a label that is no class",
      () => engine.run({ ...input, labels: Uint32Array.of(0, 1, 4) }),
      "InputError: input.labels[2]: expected a class id in 0..3, found 4",
    ],
    [
      "float labels that are too few for rows",
      () => engine.run({ ...input, labels: Float32Array.of(0, 1, 2) }),
      "InputError: input.labels: expected 3 rows of 4 weights, found 3 numbers",
    ],
    [
      "label rows with a NaN",
      () => engine.run({ ...input, labels: new Float32Array(12).fill(Number.NaN, 7) }),
      "InputError: input.labels[7]: expected a finite number, found NaN",
    ],
    [
      "float labels said to be ids",
      () => engine.run({ ...input, labels: new Float32Array(12), labelForm: "ids" }),
      "InputError: input.labels: expected a Uint32Array of class ids: ids are never a float, found Float32Array of 12",
    ],
    [
      "ids said to be rows",
      () => engine.run({ ...input, labelForm: "rows" }),
      "InputError: input.labels: expected a Float32Array of label rows, found Uint32Array of 3",
    ],
    [
      "a label form that is none",
      () => engine.run({ ...input, labelForm: "onehot" as never }),
      'InputError: input.labelForm: expected "ids" or "rows", found "onehot"',
    ],
    [
      "a label buffer that is too small for rows",
      () => engine.run({ ...input, labels: words, labelForm: "rows" }),
      "InputError: input.labels: expected at least 48 bytes, found 16 bytes",
    ],
    [
      "rows of weights where sparse labels are asked for",
      () => sparse.run({ ...input, labels: new Float32Array(12) }),
      "InputError: labels.sparse: expected class ids as input (a row of weights has no single class), found label rows",
    ],
    [
      "neither ids nor step",
      () => engine.run(input),
      "InputError: ids: expected the sample ids, or else the step: without either every batch would repeat the same draws, found undefined",
    ],
    [
      "a step for the options",
      () => engine.run(input, 3 as never),
      "InputError: step: expected { epoch, step, ids, occurrences, plan, out }, found 3",
    ],
    [
      "a class for the buffers",
      () => engine.run(input, { step: 0, out: class {} as never }),
      "InputError: out: expected buffers by name, or a function that gives them, found a class",
    ],
    [
      "a step below 0",
      () => engine.run(input, { step: -1 }),
      "InputError: step: expected an integer in 0..2^32-1, found -1",
    ],
    [
      "an epoch with a fraction",
      () => engine.run(input, { step: 0, epoch: 0.5 }),
      "InputError: epoch: expected an integer in 0..2^32-1, found 0.5",
    ],
    [
      "ids too few",
      () => engine.run(input, { ids: [1, 2] }),
      "InputError: ids: expected 3 sample ids, one a row, found 2",
    ],
    [
      "an id that is no integer",
      () => engine.run(input, { ids: [1, 2, 2.5] }),
      "InputError: ids[2]: expected an integer in 0..2^32-1, found 2.5",
    ],
    [
      "normalisation for other channels",
      () => normalised.run({ ...input, height: 2, channels: 2 }, { step: 0 }),
      "InputError: output.normalize.mean: expected 1 number, or 2, one per channel, found 3",
    ],
    [
      "a second batch that is missing",
      () => external.run({ ...input }, { step: 0 }),
      "InputError: externalSize: expected 3, as many rows as the batch, for the external pairing, found undefined",
    ],
    [
      "a second batch of another size",
      () => external.run({ ...input, external: { images, size: 2, labels: Uint32Array.of(0, 1) } }, { step: 0 }),
      "InputError: externalSize: expected 3, as many rows as the batch, for the external pairing, found 2",
    ],
    [
      "a second batch without labels",
      () => external.run({ ...input, external: { images, size: 3 } }, { step: 0 }),
      "InputError: input.external.labels: expected labels, since `labels` is set on the engine, found undefined",
    ],
    [
      "a second batch with labels of another form",
      () => external.run({ ...input, external: { images, size: 3, labels: new Float32Array(12) } }, { step: 0 }),
      "InputError: input.external.labels: expected a Uint32Array of class ids: ids are never a float, found Float32Array of 12",
    ],
    [
      "a strength that needs the step",
      () => byStep.run(input, { ids: [1, 2, 3] }),
      "InputError: step: expected the number of the step: a strength of the policy depends on it, found undefined",
    ],
    [
      "an output into the input",
      () => bytes.run(input, { step: 0, out: { images } }),
      "InputError: out.images: expected another buffer than the input's, found the same one",
    ],
    [
      "an output that is too small",
      () => engine.run(input, { step: 0, out: { images: words } }),
      "InputError: out.images: expected at least 192 bytes, found 16 bytes",
    ],
    [
      "two outputs in one buffer",
      () => engine.run(input, { step: 0, out: { images: large, labels: large } }),
      "InputError: out.images: expected a buffer of its own, found one given twice",
    ],
    [
      "an output that this engine doesn't make",
      () => engine.run(input, { step: 0, out: { shares: large } }),
      "InputError: out.shares: expected nothing: this engine does not make it (see `labels`), found GPUBuffer",
    ],
    [
      "an output in host memory",
      () => engine.run(input, { step: 0, out: { images: new Float32Array(48) as never } }),
      "InputError: out.images: expected a GPUBuffer, found Float32Array of 48",
    ],
    [
      "a plan for another batch",
      () => engine.run(input, { plan: { ...plan, batchSize: 2 } }),
      "PlanError: plan.batchSize: expected 3, as the batch has, found 2",
    ],
    [
      "a plan for pictures of another size",
      () => engine.run(input, { plan: { ...plan, width: 5 } }),
      "PlanError: plan.width: expected 4, as the batch has, found 5",
    ],
    [
      "a plan of another version",
      () => engine.run(input, { plan: { ...plan, version: 2 as never } }),
      "PlanError: plan.version: expected 1, the one version there is, found 2",
    ],
    [
      "a plan as text",
      () => engine.run(input, { plan: JSON.stringify(plan) as never }),
      'PlanError: plan: expected an object with version, seed, epoch, height, width, sources, batchSize, stages, found "{\\"version\\":1,\\"seed\\":0,\\"epoch\\":0,\\"height\\":4,\\"width\\":4,\\"bat…"',
    ],
    [
      "a plan with a partner that is not there",
      () => engine.run(input, { plan: withRow({ mixer: "mixup", own: 0, partner: 3, lambda: 0.5 }) }),
      "PlanError: plan.stages[0].rows[0].partner: expected an integer in 0..2, found 3",
    ],
    [
      "a plan with a lambda above 1",
      () => engine.run(input, { plan: withRow({ mixer: "mixup", own: 0, partner: 1, lambda: 1.5 }) }),
      "PlanError: plan.stages[0].rows[0].lambda: expected a number from 0 to 1, found 1.5",
    ],
    [
      "a plan with a box beyond the picture",
      () =>
        engine.run(input, { plan: withRow({ mixer: "cutmix", own: 0, partner: 1, bbox: [0, 0, 5, 1], lambda: 0.5 }) }),
      "PlanError: plan.stages[0].rows[0].bbox[2]: expected an integer in 0..4, found 5",
    ],
    [
      "a plan with samples of a dataset that is not there",
      () => engine.run(input, { plan: { ...plan, sources: [...plan.sources, { from: "dataset", index: 0, id: 0 }] } }),
      'PlanError: plan.sources[3].from: expected no source from a dataset, because none is given, found "dataset"',
    ],
    [
      "an encoder that is none",
      () => engine.encode(device.queue as never, input, { step: 0 }),
      "InputError: encode.encoder: expected a GPUCommandEncoder, found GPUQueue",
    ],
  ];

  await expectRefused(calls);
  // The control: the same call with nothing wrong is none of these.
  expect((await engine.read(engine.run(input, { plan }))).images.length).toBe(48);
  for (const thing of [engine, bytes, sparse, normalised, external, byStep, images, words, large, copyOnly, mapped])
    thing.destroy();
});
