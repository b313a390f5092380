/**
 * Kernels are compiled before the first batch, which then makes none; and whatever goes wrong meanwhile is told to
 * whoever waits.
 */
import {
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  type EngineTarget,
  GpuError,
  InputError,
  imageTarget,
  mapTarget,
  mixup,
  mosaic,
  oneOf,
  ops,
  type Policy,
  randAugment,
  randomCrop,
  type WarmProgress,
} from "mixwell";
import { afterEach, describe, expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { newDevice, takeGpuErrors } from "./device.ts";
import { isMine } from "./divided.ts";
import { expectLost, upload, type Watch, watch } from "./help.ts";

const CLASSES = 3;

const datasetOn = (device: GPUDevice, [count, height, width, channels]: [number, number, number, number]) =>
  Dataset.fromArrays(device, {
    images: noise(count * height * width * channels),
    shape: [count, height, width, channels],
    labels: Uint32Array.from({ length: count }, (_, i) => i % CLASSES),
    classes: CLASSES,
  });

let seen: Watch | undefined;
afterEach(() => seen?.stop());

/** What was compiled since the watch began or was reset, at once and beside the program. */
const compiled = () => {
  const {
    createComputePipeline: atOnce = 0,
    createComputePipelineAsync: beside = 0,
    createShaderModule: modules = 0,
  } = seen!.calls;
  return { atOnce, beside, modules };
};

const NOTHING = { atOnce: 0, beside: 0, modules: 0 };

/** All sorts of batches of a dataset. */
function runAll(engine: Engine, dataset: Dataset): void {
  for (const indices of [[0], [1, 2], [0, 1, 2, 3, 4, 5, 6, 7]])
    for (let epoch = 0; epoch < 4; epoch++) engine.run({ dataset, indices }, { epoch });
  for (const _ of engine.epoch(dataset, { batchSize: 4 }));
}

const POLICIES: [string, Policy][] = [
  ["nothing", []],
  ["MixUp", mixup()],
  ["ops before and after a mixer", [ops.invert({ prob: 0.3 }), oneOf([mixup(), cutmix()]), ops.flipX({ prob: 0.5 })]],
];

describe("no step of an engine compiles anything", () => {
  test.each(POLICIES)("%s, over the dataset that was made before", async (_, policy) => {
    const device = await newDevice();
    seen = watch(device);
    const dataset = await datasetOn(device, [12, 4, 6, 1]);
    const engine = await createEngine(device, { policy, labels: { classes: CLASSES, sparse: true } });
    expect(compiled()).toEqual({ atOnce: 0, beside: expect.any(Number), modules: expect.any(Number) });
    expect(compiled().beside).toBeGreaterThan(2);
    seen.reset();
    runAll(engine, dataset);
    expect(compiled()).toEqual(NOTHING);
  });

  test("RandAugment and MixUp, which another engine on the device has compiled", async () => {
    const device = await newDevice();
    const dataset = await datasetOn(device, [12, 8, 8, 3]);
    const policy = [randAugment({ table: "torchvision" }), mixup()];
    const first = await createEngine(device, { policy, warm: dataset });
    seen = watch(device);
    const told: WarmProgress[] = [];
    const second = await createEngine(device, { policy, warm: dataset, onProgress: (progress) => told.push(progress) });
    runAll(first, dataset);
    runAll(second, dataset);
    expect(compiled()).toEqual(NOTHING);
    expect(told).toEqual([]);
  });

  const FOLLOWED: [string, Policy, Record<string, EngineTarget>][] = [
    [
      "ids, through colours, turns and CutMix",
      [
        ops.invert({ prob: 0.5 }),
        ops.rotate({ degrees: [-20, 20] }),
        ops.equalize({ prob: 0.5 }),
        ops.flipX(),
        cutmix(),
      ],
      { masks: mapTarget() },
    ],
    ["ids, through colours alone", [ops.invert({ prob: 0.5 }), ops.equalize({ prob: 0.5 })], { masks: mapTarget() }],
    [
      "ids and a further picture, through ops between mixers",
      [cutmix(), ops.rotate({ degrees: [-20, 20], prob: 0.5 }), ops.equalize({ prob: 0.5 }), mosaic()],
      { masks: mapTarget({ hidden: "fill" }), depth: imageTarget() },
    ],
    [
      "soft maps, through MixUp",
      [ops.elastic({ std: 1 }), ops.invert({ prob: 0.5 }), mixup()],
      { masks: mapTarget({ output: "soft", classes: 5 }) },
    ],
  ];

  // Which kernels an engine needs is known on the host.
  test.each(FOLLOWED.filter((_, i) => isMine(i)))("with what belongs to pictures: %s", async (_, policy, targets) => {
    const device = await newDevice();
    const [count, height, width] = [8, 8, 12];
    const dataset = await Dataset.fromArrays(device, {
      images: noise(count * height * width * 3),
      shape: [count, height, width, 3],
      targets: {
        masks: { kind: "mask", ids: noise(count * height * width) },
        depth: { kind: "image", data: new Float32Array(count * height * width) },
      },
    });
    seen = watch(device);
    const engine = await createEngine(device, { policy, targets, warm: dataset });
    seen.reset();
    for (let epoch = 0; epoch < 6; epoch++) engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5] }, { epoch });
    expect(compiled()).toEqual(NOTHING);
  });

  test("where nothing is known: bytes of three channels, at sides that divide by four", async () => {
    const device = await newDevice();
    const engine = await createEngine(device, {
      policy: mixup(),
      output: { layout: "nchw" },
      labels: { classes: CLASSES },
    });
    const images = upload(device, noise(4 * 8 * 12 * 3));
    seen = watch(device);
    engine.run({ images, size: 4, height: 8, width: 12, channels: 3, labels: new Uint32Array(4) }, { step: 0 });
    expect(compiled()).toEqual(NOTHING);
    images.destroy();
  });

  test("where it is said: floats of another shape, in channels first, with label rows", async () => {
    const device = await newDevice();
    await datasetOn(device, [4, 4, 4, 3]);
    const [height, width, channels] = [5, 3, 2] as const;
    const form = { height, width, channels, format: "f32", layout: "nchw" } as const;
    const engine = await createEngine(device, {
      policy: mixup(),
      labels: { classes: CLASSES },
      warm: { ...form, labelForm: "rows" },
    });
    const images = upload(device, new Float32Array(4 * height * width * channels));
    seen = watch(device);
    engine.run({ images, size: 4, ...form, labels: new Float32Array(4 * CLASSES) }, { step: 0 });
    expect(compiled()).toEqual(NOTHING);
    images.destroy();
  });

  test("with a second batch", async () => {
    const device = await newDevice();
    const engine = await createEngine(device, { policy: mixup({ pairing: "external" }) });
    const images = upload(device, noise(2 * 48));
    seen = watch(device);
    engine.run({ images, size: 2, height: 4, width: 4, channels: 3, external: { images, size: 2 } }, { step: 0 });
    expect(compiled()).toEqual(NOTHING);
    images.destroy();
  });

  test("what is asked of it later", async () => {
    const device = await newDevice();
    const engine = await createEngine(device, { policy: mixup() });
    const dataset = await datasetOn(device, [8, 5, 5, 4]);
    await engine.warm(dataset);
    seen = watch(device);
    runAll(engine, dataset);
    expect(compiled()).toEqual(NOTHING);
  });
});

test("the page's code says when it is done, and batches of both kinds compile nothing", async () => {
  const device = await newDevice();
  const lines: string[] = [];
  const brought = { device, show: (words: string) => lines.push(words) };
  const { engine } = await runBlock<{ engine: Engine }>("docs/your-own-loop.md#enginewarminput-options", brought);
  expect(lines.at(-1)).toMatch(/^(\d) of \1 kernels$/);
  const images = upload(device, new Float32Array(2 * 64 * 64 * 3));
  seen = watch(device);
  for (let step = 0; step < 8; step++) {
    engine.run({ images, size: 2, height: 64, width: 64, channels: 3, format: "f32" }, { step });
    engine.run({ images, size: 2, height: 64, width: 64, channels: 1 }, { step });
  }
  expect(compiled()).toEqual(NOTHING);
  images.destroy();
});

describe("what is compiled when", () => {
  test("with `warm: false` the first batch compiles, as the control of the tests above", async () => {
    const device = await newDevice();
    const dataset = await datasetOn(device, [8, 4, 4, 3]);
    seen = watch(device);
    const engine = await createEngine(device, { policy: mixup(), warm: false });
    expect(compiled()).toEqual(NOTHING);
    engine.run({ dataset, indices: [0, 1] });
    expect(compiled()).toEqual({ atOnce: 1, beside: 0, modules: 1 });
  });

  test("progress counts up to all of them", async () => {
    const device = await newDevice();
    const told: WarmProgress[] = [];
    seen = watch(device);
    await createEngine(device, {
      policy: mixup(),
      labels: { classes: 2 },
      onProgress: (progress) => told.push(progress),
    });
    const { beside: total } = compiled();
    expect(total).toBe(2);
    expect(told).toEqual([0, 1, 2].map((done) => ({ done, total })));
  });

  test("engines that are made at the same time compile a kernel once", async () => {
    const device = await newDevice();
    seen = watch(device);
    await Promise.all([1, 2].map((seed) => createEngine(device, { seed, policy: mixup() })));
    expect(compiled()).toEqual({ atOnce: 0, beside: 1, modules: 1 });
  });

  test("a step that comes meanwhile compiles what it needs itself, and does what it should", async () => {
    const device = await newDevice();
    const dataset = await datasetOn(device, [8, 4, 4, 3]);
    const [early, late] = await Promise.all([1, 2].map(() => createEngine(device, { policy: mixup(), warm: false })));
    const warming = early!.warm(dataset);
    const first = await early!.read(early!.run({ dataset, indices: [0, 1, 2] }));
    await warming;
    const second = await late!.read(late!.run({ dataset, indices: [0, 1, 2] }));
    expect(first.images).toEqual(second.images);
  });

  test("pictures that the policy does not fit are no reason to refuse an engine, unless they were named", async () => {
    const device = await newDevice();
    const policy = [randomCrop({ height: 4, width: 4, prob: 0.5 }), mixup()];
    const dataset = await datasetOn(device, [8, 8, 8, 3]);
    const engine = await createEngine(device, { policy });
    await expect(engine.warm(dataset)).rejects.toThrow(
      "policy[0].randomCrop.prob: expected 1, because the stage changes the size to 4 × 4",
    );
    await expect(createEngine(device, { policy, warm: dataset })).rejects.toThrow("policy[0].randomCrop.prob");
  });
});

describe("what goes wrong", () => {
  test("a kernel that the GPU refuses is a GpuError with the compiler's words", async () => {
    const device = await newDevice();
    const real = device.createShaderModule.bind(device);
    Object.defineProperty(device, "createShaderModule", {
      value: () => real({ code: "fn broken() { return 1; }" }),
      configurable: true,
    });
    const error = await createEngine(device, { policy: mixup() }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GpuError);
    expect((error as GpuError).message).toMatch(/^mix_quads_u8_f32: the GPU refused the kernel: .*return/s);
  });

  test("a device that is lost meanwhile is a DeviceLostError", async () => {
    const device = await newDevice();
    const dataset = await datasetOn(device, [8, 4, 4, 3]);
    const making = createEngine(device, { policy: [randAugment(), mixup()], onProgress: () => device.destroy() });
    if (await expectLost(device, making, (engine) => engine.run({ dataset, indices: [0] }))) await takeGpuErrors();
  });

  test("an engine that is destroyed meanwhile says so", async () => {
    const device = await newDevice();
    const engine = await createEngine(device, { policy: mixup(), warm: false });
    const warming = engine.warm({});
    engine.destroy();
    await expect(warming).rejects.toThrow("this engine was destroyed");
    await expect(engine.warm({})).rejects.toThrow("this engine was destroyed");
  });

  test("what `onProgress` throws comes out", async () => {
    const device = await newDevice();
    const tell = () => {
      throw new Error("enough");
    };
    await expect(createEngine(device, { policy: mixup(), onProgress: tell })).rejects.toThrow("enough");
  });

  test("a dataset of another device", async () => {
    const [device, other] = [await newDevice(), await newDevice()];
    const dataset = await datasetOn(other, [4, 4, 4, 3]);
    await expect(createEngine(device, { policy: [], warm: dataset })).rejects.toThrow(
      new InputError("warm.input", "a dataset on the engine's device", "").message.split(", found")[0],
    );
  });
});
