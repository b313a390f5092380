/**
 * Textures as frames, in Chromium and in Node: every fit and number of channels, to the byte of the rule for pictures.
 */
import {
  type Batch,
  createEngine,
  cutmix,
  type Engine,
  type FrameOptions,
  liveFrames,
  mixup,
  ops,
  type Plan,
  validatePlan,
} from "mixwell";
import { afterEach, describe, expect, inject, test } from "vitest";
import { planOfClips } from "../../../src/plan/clips.ts";
import { getDevice, newDevice, takeGpuErrors } from "../device.ts";
import { watch } from "../help.ts";
import { expectRefused } from "../refused.ts";
import { bytesIn, bytesOf, passing, picture, textureOf, wanted } from "./help.ts";

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function textures(...sizes: [number, number][]) {
  const device = await getDevice();
  const pictures = sizes.map(([width, height], i) => picture(width, height, { alpha: true, seed: i + 1 }));
  const made = pictures.map((one) => textureOf(device, one));
  ends.push(() => {
    for (const texture of made) texture.destroy();
  });
  return { device, pictures, textures: made };
}

/** The message of what a call throws; "" when it does not. */
function saidBy(call: () => unknown): string {
  try {
    call();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("bytes are those of the rule for pictures", () => {
  test.each<[string, FrameOptions]>([
    ["as they are", {}],
    ["with alpha", { channels: 4 }],
    ["grey", { channels: 1 }],
    ["on a background", { background: [200, 100, 7] }],
    ["grey, on a background", { channels: 1, background: [200, 100, 7] }],
  ])("%s", async (_, options) => {
    const { pictures, textures: frames } = await textures([5, 7], [5, 7], [5, 7]);
    expect(await bytesOf(frames, options)).toEqual(await wanted(pictures, options));
  });

  const sizes: [number, number][] = [
    [226, 170],
    [64, 48],
    [5, 31],
    [1, 1],
    [37, 2],
    [90, 90],
  ];
  const targets = [
    [20, 20],
    [7, 13],
    [1, 1],
    [60, 200],
  ] as const;
  const fits = (["cover", "contain", "fill"] as const).flatMap((fit) =>
    ([1, 3, 4] as const).map((channels) => ({ fit, channels })),
  );
  test.each(fits)("$fit to other sizes, $channels channels", async ({ fit, channels }) => {
    const { pictures, textures: frames } = await textures(...sizes);
    for (const [height, width] of targets) {
      const options: FrameOptions = { height, width, fit, channels, background: [9, 80, 200, 77] };
      expect(await bytesOf(frames, options), `${height} × ${width}`).toEqual(await wanted(pictures, options));
    }
  });

  const formats = ["rgba8unorm", "rgba8unorm-srgb", "bgra8unorm", "bgra8unorm-srgb"] as const;
  test.for(formats)("%s", async (format, { skip, task }) => {
    const { features } = await getDevice();
    if (format === "bgra8unorm-srgb" && inject("adapter").options && !features.has("core-features-and-limits")) {
      Object.assign(task.meta, { why: "a device of the compatibility level has no such textures" });
      skip();
    }
    const device = await getDevice();
    const one = picture(30, 20);
    const texture = textureOf(device, one, { format });
    ends.push(() => texture.destroy());
    expect(await bytesOf([texture])).toEqual(await wanted([one]));
  });
});

test("a frame is copied at the call: what is done to it afterwards changes nothing", async () => {
  const device = await getDevice();
  const one = picture(30, 20);
  const texture = textureOf(device, one);
  const engine = await passing();
  const batch = engine.run({ frames: [texture] }, { step: 0 });
  device.queue.writeTexture({ texture }, new Uint8Array(4 * 600), { bytesPerRow: 120 }, [30, 20]);
  texture.destroy();
  expect(await bytesIn(engine, batch)).toEqual(await wanted([one]));
  engine.destroy();
});

test("an engine takes batches between frames, and draws for frames what it runs", async () => {
  const { device, pictures, textures: frames } = await textures([16, 12], [16, 12], [16, 12]);
  const engine = await createEngine(device, {
    policy: [ops.flipX({ prob: 0.5 }), cutmix()],
    output: { format: "u8" },
    labels: { classes: 3 },
    frames: liveFrames(),
  });
  const labels = Uint32Array.of(0, 1, 2);
  const input = { frames, labels, fields: { name: ["a", "b", "c"] } };
  const seen = watch(device);
  const drawn = engine.draw(input, { step: 4 });
  expect(seen.calls).toEqual({});
  seen.stop();
  const batch = engine.run(input, { step: 4 });
  expect(batch.plan).toEqual(drawn);
  expect(batch.fields).toEqual({ name: ["a", "b", "c"] });
  const found = await engine.read(batch);
  // The same pictures, uploaded by hand.
  const images = device.createBuffer({
    size: 3 * 16 * 12 * 3,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(images, 0, Uint8Array.from(await wanted(pictures)));
  const uploaded = engine.run({ images, size: 3, height: 12, width: 16, channels: 3, labels }, { step: 4 });
  expect(await engine.read(uploaded)).toEqual(found);
  expect(await engine.read(engine.run(input, { plan: drawn }))).toEqual(found);
  images.destroy();
  engine.destroy();
});

describe("clips", () => {
  const CLIP = 4;
  let engine: Engine;
  async function run(size = 3): Promise<{ batch: Batch; bytes: number[]; picture: number }> {
    const { device, textures: frames } = await textures(
      ...Array.from({ length: size * CLIP }, () => [8, 8] as [number, number]),
    );
    engine = await createEngine(device, {
      policy: [ops.rotate({ degrees: [-90, 90] }), ops.gaussianNoise({ std: [1, 30] }), mixup({ alpha: 2 })],
      output: { format: "u8" },
      labels: { classes: 3 },
      frames: liveFrames(),
      warm: false,
    });
    ends.push(() => engine.destroy());
    const batch = engine.run({ frames, labels: Uint32Array.of(0, 1, 2), clip: CLIP }, { ids: [7, 8, 9] });
    return { batch, bytes: await bytesIn(engine, batch), picture: 8 * 8 * 3 };
  }

  test("a clip shares one draw, clips differ, and frame t is mixed with frame t", async () => {
    const { batch } = await run();
    const { plan } = batch;
    expect(batch.shape).toEqual([12, 8, 8, 3]);
    expect(batch.ids).toEqual([7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9]);
    const opsOf = (i: number) => JSON.stringify(plan.sources[i]!.ops);
    for (let i = 0; i < 12; i++) expect(opsOf(i)).toBe(opsOf(i - (i % CLIP)));
    expect(new Set([0, 4, 8].map(opsOf)).size).toBe(3);
    plan.stages[0]!.rows.forEach((row, i) => {
      const first = plan.stages[0]!.rows[i - (i % CLIP)] as typeof row & { lambda: number; partner: number };
      expect(row).toMatchObject({
        mixer: first.mixer,
        lambda: first.lambda,
        own: i,
        partner: first.partner + (i % CLIP),
      });
    });
    expect(() => validatePlan(plan, { batchSize: 12, height: 8, width: 8 })).not.toThrow();
  });

  test("its draw is that of one picture with the clip's id", async () => {
    const { batch } = await run();
    const one = engine.draw(
      { images: batch.images, size: 3, height: 8, width: 8, channels: 3, labels: Uint32Array.of(0, 1, 2) },
      { ids: [7, 8, 9] },
    );
    expect(batch.plan).toEqual(planOfClips(one, CLIP));
  });

  test("labels are the clip's, one row a frame", async () => {
    const { batch } = await run();
    const { labels } = await engine.read(batch);
    const rows = Array.from({ length: 12 }, (_, i) => Array.from(labels!.subarray(3 * i, 3 * i + 3)));
    rows.forEach((row, i) => {
      expect(row).toEqual(rows[i - (i % CLIP)]);
    });
    const row = batch.plan.stages[0]!.rows[0] as { lambda: number };
    expect(rows[0]![0]).toBeCloseTo(row.lambda, 6);
  });

  test("what a plan of clips shares with the drawn one is nothing that can be edited", () => {
    const drawn: Plan = {
      version: 1,
      seed: 0,
      epoch: 0,
      height: 8,
      width: 8,
      batchSize: 1,
      sources: [{ from: "batch", index: 0, id: 5, ops: [{ op: "rotate", degrees: 3 }] }],
      stages: [{ pairing: "reverse", rows: [{ mixer: "none", own: 0 }] }],
    };
    const clips = planOfClips(drawn, 2);
    (clips.sources[0]!.ops![0] as { degrees: number }).degrees = 99;
    expect(clips.sources[1]!.ops).toEqual([{ op: "rotate", degrees: 3 }]);
    expect(drawn.sources[0]!.ops).toEqual([{ op: "rotate", degrees: 3 }]);
  });
});

test("five hundred frames allocate nothing after the first ones", async () => {
  const { device, textures: frames } = await textures([40, 30], [64, 20], [40, 30]);
  const engine = await passing({ height: 16, width: 16 });
  const run = (i: number) => engine.run({ frames: [frames[i % 3]!, frames[(i + 1) % 3]!] }, { step: i });
  for (let i = 0; i < 4; i++) run(i);
  const seen = watch(device);
  for (let i = 4; i < 500; i++) run(i);
  await device.queue.onSubmittedWorkDone();
  seen.stop();
  expect(
    Object.keys(seen.calls).filter(
      (name) => name.startsWith("create") && name !== "createCommandEncoder" && name !== "createBindGroup",
    ),
  ).toEqual([]);
  engine.destroy();
});

test("kernels are compiled before the first frame", async () => {
  const { device, textures: frames } = await textures([40, 30]);
  const engine = await createEngine(device, {
    policy: [ops.flipX(), mixup()],
    frames: liveFrames({ height: 10, width: 10, channels: 1 }),
  });
  const seen = watch(device);
  engine.run({ frames: [frames[0]!, frames[0]!] }, { step: 0 });
  seen.stop();
  expect(Object.keys(seen.calls).filter((name) => /Pipeline|Module/.test(name))).toEqual([]);
  engine.destroy();
});

test("wrong frames are refused by name, before anything is made or copied", async () => {
  const { device, textures: made } = await textures([16, 12], [20, 12]);
  const [texture, other] = made as [GPUTexture, GPUTexture];
  const usage = GPUTextureUsage.COPY_SRC | GPUTextureUsage.COPY_DST;
  const make = (more: Partial<GPUTextureDescriptor>) => {
    const one = device.createTexture({ size: [8, 8], format: "rgba8unorm", usage, ...more });
    ends.push(() => one.destroy());
    return one;
  };
  const plain = await createEngine(device, { policy: [], warm: false });
  const engine = await createEngine(device, { policy: [], frames: liveFrames(), labels: { classes: 2 }, warm: false });
  const sized = await passing({ height: 8, width: 8 });
  ends.push(() => {
    for (const one of [plain, engine, sized]) one.destroy();
  });
  const labels = Uint32Array.of(0);
  const run =
    (given: object, step: object = { step: 0 }) =>
    () =>
      engine.run({ labels, ...given } as never, step);
  const LIST = "a video, VideoFrame, ImageBitmap, canvas, OffscreenCanvas, image, ImageData or GPUTexture";
  const [half, float, depth, array, samples, unreadable] = [
    make({ format: "r8unorm" }),
    make({ format: "rgba16float" }),
    make({ size: [4, 4, 4], dimension: "3d" }),
    make({ size: [8, 8, 2] }),
    make({ sampleCount: 4, usage: GPUTextureUsage.COPY_SRC | GPUTextureUsage.RENDER_ATTACHMENT }),
    make({ usage: GPUTextureUsage.COPY_DST }),
  ];
  await expectRefused([
    [
      "an engine without frames",
      () => plain.run({ frames: [texture] }, { step: 0 }),
      "InputError: input.frames: expected an engine that takes frames: createEngine({ frames: liveFrames() }), found one that does not",
    ],
    [
      "its plan, too",
      () => plain.draw({ frames: [texture] }, { step: 0 }),
      "InputError: input.frames: expected an engine that takes frames: createEngine({ frames: liveFrames() }), found one that does not",
    ],
    [
      "recording them",
      () => engine.encode({ beginComputePass() {} } as never, { frames: [texture], labels }, { step: 0 }),
      "InputError: input.frames: expected `run`: frames are copied at the call, and an encoder waits, found `encode`",
    ],
    ["no list", run({ frames: texture }), "InputError: input.frames: expected a list of frames, found GPUTexture"],
    ["nothing", run({ frames: undefined }), "InputError: input.frames: expected a list of frames, found undefined"],
    ["no frames", run({ frames: [] }), "InputError: input.frames: expected at least one frame, found []"],
    ["a hole", run({ frames: [texture, undefined] }), `InputError: input.frames[1]: expected ${LIST}, found undefined`],
    [
      "a buffer",
      run({ frames: [new Uint8Array(4)] }),
      `InputError: input.frames[0]: expected ${LIST}, found Uint8Array of 4`,
    ],
    [
      "a promise",
      run({ frames: [Promise.resolve(texture)] }),
      `InputError: input.frames[0]: expected ${LIST}, found a promise (did you forget \`await\`?)`,
    ],
    [
      "a view of a texture",
      run({ frames: [texture.createView()] }),
      `InputError: input.frames[0]: expected ${LIST}, found GPUTextureView`,
    ],
    [
      "one channel",
      run({ frames: [half] }),
      'InputError: input.frames[0].format: expected "rgba8unorm" or "rgba8unorm-srgb" or "bgra8unorm" or "bgra8unorm-srgb", found "r8unorm"',
    ],
    [
      "floats",
      run({ frames: [float] }),
      'InputError: input.frames[0].format: expected "rgba8unorm" or "rgba8unorm-srgb" or "bgra8unorm" or "bgra8unorm-srgb", found "rgba16float"',
    ],
    [
      "three dimensions",
      run({ frames: [depth] }),
      "InputError: input.frames[0]: expected a 2d texture of one layer and one sample, found dimension 3d, 4 layers, 1 samples",
    ],
    [
      "two layers",
      run({ frames: [array] }),
      "InputError: input.frames[0]: expected a 2d texture of one layer and one sample, found dimension 2d, 2 layers, 1 samples",
    ],
    [
      "four samples",
      run({ frames: [samples] }),
      "InputError: input.frames[0]: expected a 2d texture of one layer and one sample, found dimension 2d, 1 layers, 4 samples",
    ],
    [
      "one that cannot be copied",
      run({ frames: [unreadable] }),
      "InputError: input.frames[0]: expected a texture with usage COPY_SRC, found usage 2",
    ],
    [
      "frames of two sizes",
      run({ frames: [texture, other], labels: Uint32Array.of(0, 1) }),
      "InputError: input.frames[1]: expected 16 × 12 pixels, as the first (or the size to make of all: liveFrames({ height, width })), found 20 × 12",
    ],
    [
      "a size at the call",
      run({ frames: [texture], height: 8 }),
      'InputError: input: expected only frames, labels, labelForm, clip, noise, fields, found "height"',
    ],
    [
      "no labels",
      run({ frames: [texture], labels: undefined }),
      "InputError: input.labels: expected labels, since `labels` is set on the engine, found undefined",
    ],
    [
      "too many labels",
      run({ frames: [texture], labels: Uint32Array.of(0, 1) }),
      "InputError: input.labels: expected 1 class ids, found 2",
    ],
    [
      "a clip of none",
      run({ frames: [texture], clip: 0 }),
      "InputError: input.clip: expected a positive integer, found 0",
    ],
    [
      "half a clip",
      run({ frames: [texture, texture, texture], clip: 2 }),
      "InputError: input.frames: expected a multiple of 2 frames, as input.clip says, found 3",
    ],
    [
      "ids of frames where a clip has one",
      run({ frames: [texture, texture], clip: 2 }, { ids: [1, 2] }),
      "InputError: ids: expected 1 sample ids, one a row, found 2",
    ],
    [
      "neither step nor ids",
      run({ frames: [texture] }, {}),
      "InputError: ids: expected the sample ids, or else the step: without either every batch would repeat the same draws, found undefined",
    ],
    [
      "an output that is too small",
      run({ frames: [texture] }, { step: 0, out: { images: make_small(device) } }),
      "InputError: out.images: expected at least 2304 bytes, found 16 bytes",
    ],
    [
      "one side",
      () => liveFrames({ height: 8 }),
      "InputError: liveFrames.width: expected both sides, or none, found undefined",
    ],
    [
      "no side",
      () => liveFrames({ height: 0, width: 8 }),
      "InputError: liveFrames.height: expected an integer in 1..65535, found 0",
    ],
    [
      "a fit of CSS",
      () => liveFrames({ fit: "scale-down" as never }),
      'InputError: liveFrames.fit: expected "cover" or "contain" or "fill", found "scale-down"',
    ],
    [
      "two channels",
      () => liveFrames({ channels: 2 as never }),
      "InputError: liveFrames.channels: expected 1, 3 or 4, found 2",
    ],
    [
      "a background of floats",
      () => liveFrames({ background: [0.5, 0, 0] }),
      "InputError: liveFrames.background: expected [red, green, blue] or [red, green, blue, alpha], each 0..255, found [0.5, 0, 0]",
    ],
    [
      "an option it does not have",
      () => liveFrames({ size: 8 } as never),
      'InputError: liveFrames: expected only height, width, fit, channels, background, found "size"',
    ],
    [
      "frames of one's own",
      () => createEngine(device, { policy: [], frames: { height: 8, width: 8 } as never }),
      "InputError: frames: expected what liveFrames() makes, found Object",
    ],
  ]);
});

function make_small(device: GPUDevice): GPUBuffer {
  const buffer = device.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE });
  ends.push(() => buffer.destroy());
  return buffer;
}

describe("what only WebGPU sees is said at the next call", () => {
  test("a texture of another device, and one that was destroyed", async () => {
    const device = await getDevice();
    const other = await newDevice();
    const foreign = textureOf(other, picture(8, 8));
    const dead = textureOf(device, picture(8, 8));
    dead.destroy();
    const good = textureOf(device, picture(8, 8));
    ends.push(() => good.destroy());
    for (const frame of [foreign, dead]) {
      const engine = await passing();
      const batch = engine.run({ frames: [good, frame] }, { step: 0 });
      await expect(engine.read(batch)).rejects.toThrow(
        /^input\.frames\[1\]: expected a living texture of the engine's device, found /,
      );
      // It was said, and the engine goes on.
      expect(await bytesIn(engine, engine.run({ frames: [good] }, { step: 1 }))).toEqual(await wanted([picture(8, 8)]));
      engine.run({ frames: [frame] }, { step: 2 });
      // The next run says it, once the device has told what it found.
      await expect
        .poll(() => saidBy(() => engine.run({ frames: [good] }, { step: 3 })), { timeout: 240_000 })
        .toMatch(/^input\.frames\[0\]: expected a living texture/);
      engine.destroy();
    }
    expect(await takeGpuErrors()).toEqual([]);
  });
});
