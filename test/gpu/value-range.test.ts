/** What a batch says of its values, and image ops as functions of batches in any range. */
import {
  type Batch,
  createEngine,
  createOps,
  floatToHalf,
  halfToFloat,
  type OpCall,
  type OpFunctions,
  type OutputOptions,
  type Plan,
  reference,
  ops as stages,
} from "mixwell";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBatch } from "../../src/gpu/read.ts";
import { getDevice } from "./device.ts";

let device: GPUDevice;
let ops: OpFunctions;

beforeAll(async () => {
  device = await getDevice();
  ops = createOps(device);
});
afterAll(() => ops.destroy());

/** One picture of 1 × 4 × 1. */
const LEVELS = [0, 51, 128, 255];

function buffer(data: Uint8Array | Float32Array | Uint16Array): GPUBuffer {
  const images = device.createBuffer({
    size: Math.ceil(data.byteLength / 4) * 4,
    usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  });
  const bytes = new Uint8Array(images.size);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  device.queue.writeBuffer(images, 0, bytes);
  return images;
}

const shape = { size: 1, height: 1, width: 4, channels: 1 };

/** The levels as an engine writes them. */
async function batchOf(output: OutputOptions, levels = LEVELS, channels = 1): Promise<Batch> {
  const engine = await createEngine(device, { policy: [], output });
  return engine.run(
    { ...shape, width: levels.length / channels, channels, images: buffer(Uint8Array.from(levels)) },
    { step: 0 },
  );
}

async function valuesOf(batch: Batch): Promise<number[]> {
  const { images } = await readBatch(device, batch);
  return Array.from(images, (value) => (batch.format === "f16" ? halfToFloat(value) : value));
}

const near = (values: readonly number[], digits = 3) => values.map((value) => expect.closeTo(value, digits));

describe("the inverse of values in [0, 255] is not 1, -127, -254", () => {
  test.each([
    ["f32", { valueRange: [0, 255] }, [255, 204, 127, 0]],
    ["f32", { valueRange: [-1, 1] }, [1, 0.6, -0.00392, -1]],
    ["f32", {}, [1, 0.8, 0.49804, 0]],
    ["f16", { valueRange: [0, 255] }, [255, 204, 127, 0]],
    ["u8", {}, [255, 204, 127, 0]],
  ] as const)("%s, %j", async (format, given, wanted) => {
    const output = { format, ...given } as OutputOptions;
    const inverse = ops.invert(await batchOf(output));
    expect(await valuesOf(inverse)).toEqual(near(wanted));
    const range = format === "u8" ? [0, 255] : (output.valueRange ?? [0, 1]);
    expect([inverse.valueRange, inverse.normalize, inverse.format]).toEqual([range, undefined, format]);
    // A result is the next op's batch.
    expect(await valuesOf(ops.flipX(ops.invert(inverse)))).toEqual(
      near(await valuesOf(await batchOf(output, LEVELS.toReversed()))),
    );
  });

  test("nor are those of the caller's own floats", async () => {
    const inverse = ops.invert({
      ...shape,
      images: buffer(Float32Array.from(LEVELS)),
      format: "f32",
      valueRange: [0, 255],
    });
    expect(await valuesOf(inverse)).toEqual(near([255, 204, 127, 0]));
    expect(inverse.valueRange).toEqual([0, 255]);
    const halves = Uint16Array.from(LEVELS, (level) => floatToHalf(level));
    expect(
      await valuesOf(ops.invert({ ...shape, images: buffer(halves), format: "f16", valueRange: [0, 255] })),
    ).toEqual(near([255, 204, 127, 0]));
  });
});

describe("normalising a batch gives (v - mean) / std with white 1, whatever its range", () => {
  const WANTED = LEVELS.map((level) => (level / 255 - 0.4) / 0.25);
  test.each([
    ["f32", {}],
    ["f32", { valueRange: [0, 255] }],
    ["f32", { valueRange: [-1, 1] }],
    ["f16", {}],
    ["f16", { valueRange: [0, 255] }],
  ] as const)("%s, %j", async (format, given) => {
    const batch = await batchOf({ format, ...given } as OutputOptions);
    const normal = ops.normalize(batch, { mean: [0.4], std: [0.25] });
    expect(await valuesOf(normal)).toEqual(near(WANTED, format === "f16" ? 2 : 5));
    const [low, high] = batch.valueRange!;
    expect(normal.valueRange).toEqual([low, high]);
    expect(normal.normalize).toEqual({ mean: near([low + 0.4 * (high - low)]), std: near([0.25 * (high - low)]) });
  });

  test("bytes hold no normalised values, which is said", async () => {
    const bytes = await batchOf({ format: "u8" });
    expect(() => ops.normalize(bytes, { mean: [0.4], std: [0.25] })).toThrow("pictures of floats (format f32 or f16)");
  });

  test("statistics of levels are refused", async () => {
    const batch = await batchOf({ valueRange: [0, 255] });
    expect(() => ops.normalize(batch, { mean: [123.7], std: [58.4] })).toThrow(
      "normalize.mean: expected a list of numbers -1000000 to 1 (white is 1, not 255), found [123.7]",
    );
  });
});

describe("a normalised batch keeps its normalisation, and ops see its black and white", () => {
  const RGB = [0, 51, 128, 255, 255, 0, 51, 128, 10, 20, 30, 40];
  const STATISTICS = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };
  const inRange = ({ mean, std }: typeof STATISTICS, width: number) => ({
    mean: mean.map((m) => m * width),
    std: std.map((s) => s * width),
  });

  test.each([
    ["f32", [0, 1]],
    ["f32", [0, 255]],
    ["f16", [0, 1]],
  ] as const)("%s, %j", async (format, [low, high]) => {
    const normalize = inRange(STATISTICS, high - low);
    const output: OutputOptions = { format, valueRange: [low, high], normalize };
    const batch = await batchOf(output, RGB, 3);
    expect([batch.valueRange, batch.normalize]).toEqual([[low, high], normalize]);
    const inverse = ops.invert(batch);
    const wanted = await valuesOf(
      await batchOf(
        output,
        RGB.map((level) => 255 - level),
        3,
      ),
    );
    expect(await valuesOf(inverse)).toEqual(near(wanted, format === "f16" ? 1 : 4));
    expect([inverse.valueRange, inverse.normalize]).toEqual([[low, high], normalize]);
    expect(await valuesOf(ops.invert(inverse))).toEqual(near(await valuesOf(batch), format === "f16" ? 1 : 4));
  });

  test("also one that an op function normalised", async () => {
    const batch = await batchOf({}, RGB, 3);
    const wanted = await valuesOf(ops.normalize(ops.invert(batch), STATISTICS));
    expect(await valuesOf(ops.invert(ops.normalize(batch, STATISTICS)))).toEqual(near(wanted, 4));
  });

  test("one mean for all channels stays one when grey is left", async () => {
    const grey = ops.grayscale(await batchOf({ normalize: { mean: 0.5, std: 0.25 } }, [255, 255, 255, 0, 0, 0], 3), {
      channels: "one",
    });
    expect(await valuesOf(grey)).toEqual(near([2, -2]));
    expect(grey.normalize).toEqual({ mean: [0.5], std: [0.25] });
  });

  test("what cannot be taken back is refused", async () => {
    const batch = await batchOf({ normalize: STATISTICS }, RGB, 3);
    expect(() => ops.normalize(batch, STATISTICS)).toThrow(
      "batch: expected pictures that are not normalised yet, for normalize, found normalised ones",
    );
    expect(() => ops.grayscale(batch, { channels: "one" })).toThrow(
      "batch: expected pictures whose channels are normalised alike",
    );
    const turned = await batchOf({ normalize: { mean: 0.5, std: -0.25 } });
    expect(() => ops.invert(turned)).toThrow("batch.normalize.std: expected positive numbers");
  });

  test("after a policy's op `normalize` nobody knows black and white", async () => {
    const engine = await createEngine(device, { policy: stages.normalize({ mean: [0.5], std: [0.25] }) });
    const batch = engine.run(
      { ...shape, images: buffer(Float32Array.from(LEVELS, (level) => level / 255)), format: "f32" },
      { step: 0 },
    );
    expect(["valueRange" in batch, "normalize" in batch]).toEqual([false, false]);
    expect(() => ops.invert(batch)).toThrow("batch.valueRange: expected [low, high] of the pictures");
  });
});

/** Found by the fuzz: the second mixing's range, which is that of what was made, went to the first as well. */
test.each([
  ["of a size that is mixed by elements", 1, 1, undefined],
  ["of a size that is mixed by fours", 2, 4, undefined],
  ["that lose channels on the way", 1, 3, "one"],
] as const)("pictures in another range, mixed twice with ops after each, %s", async (_, height, width, channels) => {
  const images = Float32Array.from({ length: 2 * height * width * 3 }, (_, i) => -1 + ((i * 7) % 16) / 8);
  const ops = (call: OpCall) => ({ ops: [call] });
  const plan: Plan = {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    batchSize: 2,
    sources: [0, 1].map((index) => ({ from: "batch", index, id: index })),
    stages: [ops({ op: "grayscale", ...(channels && { channels }) }), ops({ op: "invert" })].map((call) => ({
      pairing: "reverse",
      rows: [0, 1].map((own) => ({ mixer: "mixup", own, partner: 1 - own, lambda: 0.75, ...call })),
    })),
  };
  for (const tuning of ["hardware", "software"] as const) {
    const engine = await createEngine(device, { policy: [], tuning, warm: false });
    const batch = { ...shape, size: 2, height, width, channels: 3, format: "f32", valueRange: [-1, 1] } as const;
    const made = engine.run({ ...batch, valueRange: [-1, 1], images: buffer(images) }, { plan });
    const { size: _size, format, valueRange, ...sides } = batch;
    const wanted = reference(
      plan,
      { batch: { images }, shape: sides, format, layout: "nhwc", valueRange: [...valueRange] },
      { output: {} },
    );
    expect(await valuesOf(made)).toEqual(near([...wanted.images], 5));
    engine.destroy();
  }
});
