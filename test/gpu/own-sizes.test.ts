/** Pictures of different size in one batch: the GPU does what the plan says, whatever else is in the batch. */
import {
  createEngine,
  createOps,
  cutmix,
  Dataset,
  type Format,
  jitteredResize,
  mixup,
  ops,
  type Policy,
  presets,
  randAugment,
  randomAspectRatio,
  randomChoice,
  randomCrop,
  randomResizedCrop,
  reference,
  repeatedAugmentation,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { awkwardSizes, hostSources, ownSized, pictureAt } from "../own-sizes.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { rowsById, upload, watch } from "./help.ts";

/** Policies that end in one size, by where the size is fixed and what happens before. */
const POLICIES: Record<string, Policy> = {
  "a window, in one read": [randomResizedCrop({ height: 12, width: 16 }), ops.flipX({ prob: 0.5 })],
  "and then layers of ops": [
    randomResizedCrop({ height: 16, width: 16 }),
    randAugment({ layers: 2 }),
    cutmix({ alpha: 1 }),
  ],
  "flips before it": [
    ops.flipX({ prob: 0.5 }),
    ops.flipY({ prob: 0.5 }),
    ops.resize({ height: 8, width: 12 }),
    mixup(),
  ],
  "the shorter side, and the middle": [ops.resize({ shortest: 14 }), ops.centerCrop({ height: 12, width: 12 })],
  "the longer side, and a border": [
    ops.resize({ longest: 12, peer: "pillow" }),
    ops.padIfNeeded({ minHeight: 12, minWidth: 12, fill: [114] }),
  ],
  "a letterbox": [ops.resize({ height: 12, width: 20, fit: "contain", fill: [7] })],
  "neighbours, histograms, tiles and colours of the original": [
    ops.gaussianBlur({ sigma: [1, 1], prob: 0.5 }),
    ops.equalize({ prob: 0.5 }),
    ops.jpegQuality({ quality: 60, prob: 0.5 }),
    ops.invert({ prob: 0.5 }),
    ops.rotate({ degrees: [-30, 30], edge: "reflect" }),
    ops.centerCrop({ height: 12, width: 12 }),
  ],
  "sizes that are drawn": [
    randomAspectRatio({ factor: [0.5, 2] }),
    ops.sharpness({ factor: 2 }),
    randomChoice([ops.centerCrop({ height: 9, width: 9 }), ops.crop({ top: 0, left: 0, height: 5, width: 7 })]),
    ops.resize({ height: 12, width: 12, interpolation: "nearest" }),
  ],
  "jittered, and two copies": [
    repeatedAugmentation([
      jitteredResize({ height: 8, width: 8, scale: [0.8, 1.25] }),
      ops.resize({ height: 8, width: 8 }),
    ]),
    cutmix(),
  ],
};

describe("the GPU makes what the reference makes of", () => {
  const all = Object.keys(POLICIES).flatMap((name, i) => [
    { name, channels: 3, format: "u8", layout: "nhwc" } as const,
    {
      name,
      channels: [1, 3, 4][i % 3]!,
      format: i % 2 === 0 ? "f32" : "f16",
      layout: i % 4 < 2 ? "nchw" : "nhwc",
    } as const,
    { name, channels: [4, 1][i % 2]!, format: "u8", layout: "nchw" } as const,
  ]);
  const cases = all.filter((_, i) => isMine(i));
  test.each(cases)("$name: $format, $layout, $channels channels", async ({ name, channels, format, layout }) => {
    const device = await getDevice();
    const count = 13;
    const pictures = ownSized(awkwardSizes(count, 23), channels, format);
    const engine = await createEngine(device, {
      seed: 3,
      policy: POLICIES[name]!,
      output: { format: "f32" },
      warm: false,
    });
    const images = upload(device, pictures.images);
    const { sizes } = pictures;
    const ids = Array.from({ length: count }, (_, i) => 100 + i);
    const batch = engine.run({ images, size: count, sizes, channels, format, layout }, { ids });
    const { images: got } = await engine.read(batch);
    const { plan } = batch;
    const wanted = reference(plan, hostSources({ batch: pictures }, channels, format, layout)).images;
    expect(got.length).toBe(wanted.length);
    let most = 0;
    for (let i = 0; i < wanted.length; i++) most = Math.max(most, Math.abs(got[i]! - wanted[i]!));
    // Bytes are exact, and then divided by 255; floats are rounded by each GPU in its own way.
    expect(most).toBeLessThanOrEqual(format === "u8" ? 1e-7 : 2e-6);
    images.destroy();
    engine.destroy();
  });
});

describe("a dataset", () => {
  const channels = 3;
  const count = 40;
  const sizes = awkwardSizes(count, 40, 5);
  const pictures = ownSized(sizes, channels, "u8");
  const labels = Uint32Array.from({ length: count }, (_, i) => i % 4);
  const arrays = { ...pictures, channels, labels, classes: 4 } as const;
  const policy = [randomResizedCrop({ height: 16, width: 16 }), ops.flipX({ prob: 0.5 }), randAugment(), cutmix()];

  async function rowsOf(dataset: Dataset, options: Parameters<typeof epoch>[1]) {
    return epoch(dataset, options);
  }
  async function epoch(dataset: Dataset, options: { batchSize: number; shard?: { rank: number; world: number } }) {
    const engine = await createEngine(await getDevice(), { seed: 7, policy, labels: { classes: 4 }, warm: false });
    const rows = new Map<number, string>();
    for (const batch of engine.epoch(dataset, { ...options, lookAhead: 0 }))
      for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) rows.set(id, row);
    engine.destroy();
    return rows;
  }

  test("gives the same bytes in batches of any size, in shards, in pages, from a buffer, and as a batch of one's own", async () => {
    const device = await getDevice();
    const dataset = await Dataset.fromArrays(device, arrays);
    expect(dataset.sizes).toEqual(sizes);
    const wanted = await rowsOf(dataset, { batchSize: 40 });
    expect(wanted.size).toBe(count);
    for (const batchSize of [1, 7]) expect(await rowsOf(dataset, { batchSize })).toEqual(wanted);
    const shards = await Promise.all(
      [0, 1, 2].map((rank) => rowsOf(dataset, { batchSize: 7, shard: { rank, world: 3 } })),
    );
    expect(new Map(shards.flatMap((rows) => [...rows]).sort(([a], [b]) => a - b))).toEqual(
      new Map([...wanted].sort(([a], [b]) => a - b)),
    );

    const largest = 40 * 39 * 3;
    const seen = watch(device);
    const pageBytes = Math.max(largest, Math.ceil(pictures.images.length / 3.5));
    const paged = await Dataset.fromArrays(device, arrays, { pageBytes });
    seen.stop();
    expect(seen.buffers.filter(({ label }) => label.includes("page")).length).toBe(4);
    expect(await rowsOf(paged, { batchSize: 16 })).toEqual(wanted);

    const images = upload(device, pictures.images);
    const lent = Dataset.fromBuffer(device, { images, count, sizes, channels, labels, classes: 4 });
    expect(await rowsOf(lent, { batchSize: 16 })).toEqual(wanted);
    for (const one of [dataset, paged, lent]) one.destroy();
    images.destroy();
  });

  test("has views that keep sizes, ids and draws", async () => {
    const device = await getDevice();
    const dataset = await Dataset.fromArrays(device, arrays);
    const own = [randomResizedCrop({ height: 8, width: 8 })];
    const engine = await createEngine(device, { seed: 7, policy: own, warm: false });
    const view = dataset.subset([31, 4, 17]).subset([2, 0]);
    expect(view.sizes).toEqual(Uint32Array.of(sizes[34]!, sizes[35]!, sizes[62]!, sizes[63]!));
    const whole = engine.run({ dataset, indices: [17, 31] });
    const wanted = (await engine.read(whole)).images.slice();
    const part = engine.run({ dataset: view, indices: [0, 1] });
    expect((await engine.read(part)).images).toEqual(wanted);
    expect(part.plan).toEqual(whole.plan);
    engine.destroy();
    dataset.destroy();
  });

  test("a pair of batches draws by each one's own sizes", async () => {
    const device = await getDevice();
    const size = 6;
    const [own, theirs] = [1, 2].map((seed) => ownSized(awkwardSizes(size, 20, seed), channels, "u8", seed));
    const [images, others] = [own!, theirs!].map((one) => upload(device, one.images));
    const external = { images: others!, size, sizes: theirs!.sizes };
    const engine = await createEngine(device, {
      policy: [randomResizedCrop({ height: 8, width: 8 }), mixup({ pairing: "external", alpha: 1 })],
      output: { format: "u8" },
      warm: false,
    });
    const batch = engine.run({ images: images!, size, sizes: own!.sizes, channels, external }, { step: 1 });
    const wanted = reference(batch.plan, hostSources({ batch: own!, external: theirs! }, channels, "u8"), {
      output: { format: "u8" },
    });
    expect((await engine.read(batch)).images).toEqual(wanted.images);
    expect(batch.plan.sources.flatMap(({ height, width }) => [height, width])).toEqual([
      ...own!.sizes,
      ...theirs!.sizes,
    ]);
    for (const buffer of [images!, others!]) buffer.destroy();
    engine.destroy();
  });

  test("a plan replays from JSON, and one for other sizes is refused", async () => {
    const device = await getDevice();
    const dataset = await Dataset.fromArrays(device, arrays);
    const engine = await createEngine(device, { seed: 7, policy, warm: false });
    const batch = engine.run({ dataset, indices: [3, 9, 20] });
    const wanted = (await engine.read(batch)).images.slice();
    const plan = JSON.parse(JSON.stringify(batch.plan));
    expect((await engine.read(engine.run({ dataset, indices: [3, 9, 20] }, { plan }))).images).toEqual(wanted);
    plan.sources[1].width++;
    expect(() => engine.run({ dataset, indices: [3, 9, 20] }, { plan })).toThrow(
      `plan.sources[1].width: expected ${sizes[19]}, the picture's, found ${sizes[19]! + 1}`,
    );
    engine.destroy();
    dataset.destroy();
  });
});

test("pictures of one size may take ops that give them sizes of their own, and stages that not all of them get", async () => {
  const device = await getDevice();
  const [size, height, width, channels] = [9, 14, 11, 3];
  const sizes = Uint32Array.from({ length: 2 * size }, (_, i) => (i % 2 === 0 ? height : width));
  const { images: bytes } = ownSized(sizes, channels, "u8");
  const images = upload(device, bytes);
  const policies: Policy[] = [
    // A flip is a read of its own before a window, so pictures are cut in different passes.
    [ops.flipX({ prob: 0.5 }), randomResizedCrop({ height: 8, width: 9 }), mixup()],
    [presets.kerasCv.RandomAspectRatio({ factor: [0.5, 2] }), ops.resize({ height: 8, width: 8, fit: "contain" })],
    [mixup(), randomAspectRatio({ factor: [0.5, 2] }), randomCrop({ height: 5, width: 5 }), cutmix()],
    [ops.crop({ top: 1, left: 1, height: 6, width: 6, prob: 0.5 }), ops.centerCrop({ height: 7, width: 7 })],
  ];
  for (const policy of policies) {
    const engine = await createEngine(device, { policy, output: { format: "u8" }, warm: false });
    const batch = engine.run({ images, size, height, width, channels }, { step: 3 });
    const shape = { height, width, channels };
    const sources = { batch: { images: bytes }, shape, format: "u8", layout: "nhwc" } as const;
    expect((await engine.read(batch)).images).toEqual(
      reference(batch.plan, sources, { output: { format: "u8" } }).images,
    );
    engine.destroy();
  }
  images.destroy();
});

test("op functions take pictures of different size, and say so where they do not end in one", async () => {
  const device = await getDevice();
  const functions = createOps(device);
  const pictures = ownSized(awkwardSizes(5, 20), 3, "u8");
  const images = upload(device, pictures.images);
  const batch = { images, size: 5, sizes: pictures.sizes, channels: 3 };
  const made = functions.resize(batch, { height: 6, width: 7 });
  expect(made.shape).toEqual([5, 6, 7, 3]);
  const engine = await createEngine(device, { policy: [], warm: false });
  const got = (await engine.read(made)).images;
  const each = 6 * 7 * 3;
  for (let i = 0; i < 5; i++) {
    const { values, ...shape } = pictureAt(pictures, i, 3);
    const one = upload(device, values);
    const alone = functions.resize({ images: one, size: 1, ...shape }, { height: 6, width: 7 });
    expect(got.slice(i * each, (i + 1) * each)).toEqual((await engine.read(alone)).images);
    one.destroy();
  }
  expect(() => functions.flipX(batch)).toThrow(
    "calls: expected ops that give all pictures one size, since they have sizes of their own (resize, centerCrop …), found ops that lead to 1 × 1 and to 1 × 20",
  );
  engine.destroy();
  functions.destroy();
  images.destroy();
});

test("kernels are compiled before the first batch", async () => {
  const device = await getDevice();
  for (const [name, policy] of Object.entries(POLICIES)) {
    for (const format of (name.includes("tiles") ? ["u8", "f16"] : ["u8"]) satisfies Format[]) {
      const engine = await createEngine(device, { policy, warm: { sizes: "own", format } });
      const pictures = ownSized(awkwardSizes(13, 23), 3, format);
      const images = upload(device, pictures.images);
      const seen = watch(device);
      for (let step = 0; step < 3; step++)
        engine.run({ images, size: 13, sizes: pictures.sizes, channels: 3, format }, { step });
      seen.stop();
      expect(seen.calls.createComputePipeline ?? 0, `${name}, ${format}`).toBe(0);
      images.destroy();
      engine.destroy();
    }
  }
});
