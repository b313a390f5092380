/** Calls with pictures of different size that don't fit: each refused in full, with nothing uploaded. */
import {
  createEngine,
  createOps,
  cutmix,
  Dataset,
  mixup,
  ops,
  type Plan,
  randomCrop,
  randomResizedCrop,
} from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { filled, watch } from "./help.ts";
import { type Case, expectRefused } from "./refused.ts";

/** Four pictures, of 100 bytes in all. */
const sizes = [2, 5, 1, 1, 5, 5, 8, 8];
const BYTES = 10 + 1 + 25 + 64;
const window = randomResizedCrop({ height: 4, width: 4 });
const NEVER =
  "PolicyError: policy: expected a stage that gives all pictures one size before they are mixed and come out, such as " +
  "randomResizedCrop({ height: 224, width: 224 }), ops.resize({ height: 224, width: 224 }) or ops.resize({ shortest: 256 }) and " +
  "ops.centerCrop({ height: 224, width: 224 }), found none, for pictures with sizes of their own";

test("run, draw, encode and epoch refuse in full sentences, before anything is uploaded", async () => {
  const device = await getDevice();
  const images = filled(device, BYTES, 7);
  const small = filled(device, BYTES - 4, 7);
  const input = { images, size: 4, sizes, channels: 1 };
  const external = { images, size: 4, sizes };
  const dataset = await Dataset.fromArrays(device, { images: noise(BYTES), sizes, channels: 1 });
  const engineOf = (policy: unknown) => createEngine(device, { policy: policy as never, warm: false });
  const engine = await engineOf([window]);
  const [none, late, cropped, paired] = await Promise.all(
    [
      [],
      [mixup(), ops.resize({ height: 4, width: 4 })],
      [randomCrop({ height: 3, width: 3 })],
      [window, cutmix({ pairing: "external" })],
    ].map(engineOf),
  );
  const functions = createOps(device);
  const plan = engine.draw(input, { step: 0 });
  const edited = (edit: (plan: Plan) => void): Plan => {
    const copy = structuredClone(plan);
    edit(copy);
    return copy;
  };
  const even = engine.draw({ images, size: 1, height: 10, width: 10, channels: 1 }, { step: 0 });
  const step = { step: 0 };
  const calls: Case[] = [
    [
      "sizes and a height",
      () => engine.run({ ...input, height: 4 }),
      "InputError: input.height: expected nothing where pictures have sizes of their own, found 4",
    ],
    [
      "sizes and a width",
      () => engine.run({ ...input, width: 4 }),
      "InputError: input.width: expected nothing where pictures have sizes of their own, found 4",
    ],
    [
      "neither",
      () => engine.run({ ...input, sizes: undefined }),
      "InputError: input.height: expected an integer in 1..65535, found undefined",
    ],
    [
      "too few sizes",
      () => engine.run({ ...input, sizes: [2, 5] }),
      "InputError: input.sizes: expected 8 numbers, a height and a width for each of 4, found 2",
    ],
    [
      "half a size",
      () => engine.run({ ...input, sizes: [2, 5, 1] }),
      "InputError: input.sizes: expected a list of [height, width] pairs, one number after the other, found [2, 5, 1]",
    ],
    [
      "a size of nothing",
      () => engine.run({ ...input, sizes: [2, 5, 1, 0, 5, 5, 8, 8] }),
      "InputError: input.sizes[3]: expected a width, an integer in 1..65535, found 0",
    ],
    [
      "a side beyond 16 bits",
      () => engine.run({ ...input, sizes: [2, 5, 1, 1, 65_536, 5, 8, 8] }),
      "InputError: input.sizes[4]: expected a height, an integer in 1..65535, found 65536",
    ],
    [
      "sizes as a word",
      () => engine.run({ ...input, sizes: "own" as never }),
      'InputError: input.sizes: expected a list of [height, width] pairs, one number after the other, found "own"',
    ],
    [
      "a buffer that is too small for them",
      () => engine.run({ ...input, images: small }),
      "InputError: input.images: expected at least 100 bytes, found 96 bytes",
    ],
    [
      "floats in a buffer for bytes",
      () => engine.run({ ...input, format: "f32" }),
      "InputError: input.images: expected at least 400 bytes, found 100 bytes",
    ],
    [
      "a second batch without sizes",
      () => paired!.run({ ...input, external: { ...external, sizes: undefined } }, step),
      "InputError: input.external.sizes: expected a list of [height, width] pairs, one number after the other, found undefined",
    ],
    [
      "a second batch alone with sizes",
      () => paired!.run({ images, size: 4, height: 5, width: 5, channels: 1, external }, step),
      "InputError: input.external.sizes: expected nothing, as the batch's pictures have one size, found [2, 5, 1, 1, 5, 5, 8, 8]",
    ],
    ["a policy that never fixes the size", () => none!.run(input, step), NEVER],
    ["one that fixes it too late", () => late!.draw(input, step), NEVER],
    ["one for an encoder", () => none!.encode(device.createCommandEncoder(), input, step), NEVER],
    ["one in an epoch", () => [...none!.epoch(dataset, { batchSize: 2 })], NEVER],
    [
      "a window larger than a picture",
      () => cropped!.run(input, step),
      "PolicyError: policy[0].randomCrop.height: expected at most 2, the padded picture's, found 3",
    ],
    [
      "a plan for other sizes",
      () => engine.run(input, { plan: edited((p) => (p.sources[2]!.height = 6)) }),
      "PlanError: plan.sources[2].height: expected 5, the picture's, found 6",
    ],
    [
      "a plan for pictures of one size",
      () => engine.run({ ...input, size: 1, sizes: [10, 10] }, { plan: even }),
      "PlanError: plan.sources[0].height: expected 10, the picture's, found undefined",
    ],
    [
      "a plan for pictures of different size",
      () => engine.run({ images, size: 4, height: 5, width: 5, channels: 1 }, { plan }),
      "PlanError: plan.sources[0].height: expected nothing, since the pictures are not said to have sizes of their own, found 2",
    ],
    [
      "a plan whose ops lead elsewhere",
      () => engine.run(input, { plan: edited((p) => delete p.sources[1]!.ops) }),
      "PlanError: plan.sources[1].ops: expected ops that lead to 4 × 4, as those of the first picture, found 1 × 1",
    ],
    [
      "a plan that says another end",
      () => engine.run(input, { plan: edited((p) => (p.width = 9)) }),
      "PlanError: plan.width: expected 4, which the sources' ops lead to, found 9",
    ],
    [
      "op functions with no end",
      () => functions.invert(input),
      "InputError: calls: expected ops that give all pictures one size, since they have sizes of their own (resize, centerCrop …), found ops that lead to 2 × 5 and to 1 × 1",
    ],
    [
      "op functions with too few sizes",
      () => functions.resize({ ...input, sizes: [1, 1] }, { height: 2, width: 2 }),
      "InputError: input.sizes: expected 8 numbers, a height and a width for each of 4, found 2",
    ],
    [
      "kernels for a side and own sizes",
      () => engine.warm({ sizes: "own", height: 4 }),
      "InputError: warm.input.height: expected nothing beside sizes, found 4",
    ],
    [
      "kernels for sizes that are none",
      () => engine.warm({ sizes: "all" as never }),
      'InputError: warm.input.sizes: expected "own", found "all"',
    ],
    ["kernels for a policy that never fixes the size", () => none!.warm(dataset), NEVER],
  ];
  await expectRefused(calls);
  for (const one of [engine, none!, late!, cropped!, paired!]) one.destroy();
  functions.destroy();
  dataset.destroy();
  for (const buffer of [images, small]) buffer.destroy();
});

test("loaders refuse sizes that do not fit, and pictures that do not fit a page", async () => {
  const device = await getDevice();
  const arrays = { images: noise(BYTES), sizes, channels: 1 };
  const images = filled(device, BYTES, 7);
  const buffer = { images, count: 4, sizes, channels: 1 };
  const seen = watch(device);
  const load = (more: object, options: object = {}) => Dataset.fromArrays(device, { ...arrays, ...more }, options);
  const cases: [() => unknown, string][] = [
    [() => load({ sizes: [2, 5] }), "images: expected 10 bytes, as the sizes say, found 100"],
    [() => load({ images: [noise(10), noise(12)] }), "images: expected 4 pictures, as the sizes say, found 2"],
    [
      () => load({ sizes: undefined, channels: undefined, images: [noise(10), noise(12)] }),
      "images: expected pictures of one size (for pictures of different size give `sizes`), found 10 and 12 bytes",
    ],
    [
      () => load({}, { pageBytes: 63 }),
      "dataset.pictures[3]: expected at most 63 bytes, the size of a page (give fromImages a maxSide, or give a larger pageBytes), found 8 × 8 × 1",
    ],
    [
      () => load({ sizes: [1, 20, 1, 20, 1, 20, 1, 20, 1, 20] }, { pageBytes: 24 }),
      "dataset: expected at most the first 4 of these pictures, in 4 pages of 24 bytes (for all 5 give a larger pageBytes, or use a Stream, which need not fit), found 5 pictures",
    ],
    [
      () => Dataset.fromBuffer(device, { ...buffer, sizes: [1, 1] }),
      "fromBuffer.sizes: expected 8 numbers, a height and a width for each of 4, found 2",
    ],
    [
      () => Dataset.fromBuffer(device, { ...buffer, height: 4 }),
      "fromBuffer.height: expected nothing where pictures have sizes of their own, found 4",
    ],
    [
      () => Dataset.fromBuffer(device, { ...buffer, format: "f16" }),
      "fromBuffer.images: expected at least 200 bytes, found 100 bytes",
    ],
    [
      () => Dataset.fromImages(device, [], { sizes: "own" }),
      "images: expected a list of at least one picture, found []",
    ],
    [
      () => Dataset.fromImages(device, [], { sizes: "own", height: 3 } as never),
      'height: expected nothing beside sizes: "own", found 3',
    ],
  ];
  for (const [call, message] of cases) await expect(Promise.resolve().then(call), message).rejects.toThrow(message);
  expect(seen.calls).toEqual({});
  seen.stop();
  images.destroy();
});

test("a batch whose originals do not fit between passes is refused by its bytes", async () => {
  const device = await getDevice();
  const limit = Math.min(device.limits.maxStorageBufferBindingSize, device.limits.maxBufferSize);
  const side = Math.ceil(Math.sqrt(limit / 4)) + 1;
  const images = device.createBuffer({ size: Math.ceil((side * side) / 4) * 4, usage: GPUBufferUsage.STORAGE });
  const engine = await createEngine(device, { policy: [ops.invert(), ops.equalize(), window], warm: false });
  expect(() => engine.run({ images, size: 1, sizes: [side, side], channels: 1 }, { step: 0 })).toThrow(
    `input.size: expected a batch whose pictures between passes fit in ${limit} bytes`,
  );
  engine.destroy();
  images.destroy();
});
