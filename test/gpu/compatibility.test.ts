/**
 * On a device of the compatibility feature level with its default limits everything gives the bytes that it gives
 * elsewhere.
 */
import {
  createEngine,
  createOps,
  cutmix,
  type EngineOptions,
  mixup,
  type OpCall,
  oneOf,
  ops,
  randAugment,
  readBatch,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice, newCompatibilityDevice } from "./device.ts";
import { rowsById, syntheticDataset, upload } from "./help.ts";

/** One for the file, so that what several tests compile is compiled once. */
let made: Promise<GPUDevice> | undefined;
function smallDevice(): Promise<GPUDevice> {
  made ??= newCompatibilityDevice();
  return made;
}

/** More rows than a small block holds (480 of one mixer, 60 of four), and not of a whole number of blocks. */
const ROWS = 1003;

test("such a device has smaller blocks and workgroups than the kernels are written for", async ({ skip, task }) => {
  const { limits } = await smallDevice();
  const core = (await getDevice()).limits;
  if (limits.maxComputeInvocationsPerWorkgroup === core.maxComputeInvocationsPerWorkgroup) {
    Object.assign(task.meta, { why: "this implementation has no compatibility level and gives a core device" });
    skip();
  }
  expect([limits.maxUniformBufferBindingSize, limits.maxComputeInvocationsPerWorkgroup]).toEqual([16384, 128]);
});

describe(`${ROWS} rows, whose blocks are smaller and more`, () => {
  const four = [
    mixup({ pairing: "roll" }),
    cutmix({ pairing: "reverse" }),
    mixup({ pairing: "reverse" }),
    cutmix({ pairing: "roll" }),
  ];
  const shapes = [
    { height: 4, width: 4, channels: 1 },
    { height: 3, width: 5, channels: 1 },
  ];
  test.each(shapes.flatMap((shape) => [1, 4].map((stages) => ({ ...shape, stages }))))(
    "$height × $width, $stages mixers",
    async ({ stages, ...shape }) => {
      const run = async (device: GPUDevice) => {
        const images = upload(device, noise(ROWS * shape.height * shape.width));
        const labels = Uint32Array.from(noise(ROWS, 2), (byte) => byte % 5);
        const options: EngineOptions = {
          seed: 3,
          policy: four.slice(0, stages),
          output: { format: "u8" },
          labels: { classes: 5, sparse: true },
        };
        const engine = await createEngine(device, options);
        const host = await engine.read(engine.run({ images, size: ROWS, ...shape, labels }, { step: 1 }));
        engine.destroy();
        images.destroy();
        return host;
      };
      const [small, large] = [await run(await smallDevice()), await run(await getDevice())];
      expect(large.images.some((value) => value !== large.images[0])).toBe(true);
      expect(small).toEqual(large);
    },
  );
});

test(`${ROWS} rows of pictures whose last segments are made on the way`, async () => {
  const shape = { height: 4, width: 4, channels: 1 };
  const run = async (device: GPUDevice, tuning: EngineOptions["tuning"]) => {
    const images = upload(device, noise(ROWS * 16));
    const policy = [ops.solarize({ threshold: [0, 255] }), ops.flipX(), oneOf([mixup({ alpha: 1 }), cutmix()])];
    const engine = await createEngine(device, { seed: 3, policy, output: { format: "u8" }, tuning, warm: false });
    const host = await engine.read(engine.run({ images, size: ROWS, ...shape }, { step: 1 }));
    engine.destroy();
    images.destroy();
    return host.images;
  };
  const [small, large] = [await run(await smallDevice(), "hardware"), await run(await getDevice(), "software")];
  expect(new Set(large).size).toBeGreaterThan(20);
  expect(small).toEqual(large);
});

describe("the tone ops, whose invocations take two levels each", () => {
  const CALLS: OpCall[] = [{ op: "equalize" }, { op: "autocontrast" }, { op: "contrast", factor: 1.5 }];
  const size = 3;
  const shape = { height: 24, width: 23, channels: 3 };
  test.each(CALLS.flatMap((call) => (["u8", "f32"] as const).map((format) => ({ call, format, name: call.op }))))(
    "$name of $format pictures",
    async ({ call, format }) => {
      const run = async (device: GPUDevice) => {
        const bytes = noise(size * shape.height * shape.width * shape.channels).map((byte) => 40 + (byte >> 1));
        const images = upload(device, format === "u8" ? bytes : Float32Array.from(bytes, (byte) => byte / 255));
        const functions = createOps(device);
        const host = await readBatch(device, functions.apply({ images, size, ...shape, format }, [call]));
        functions.destroy();
        images.destroy();
        return host.images;
      };
      const [small, large] = [await run(await smallDevice()), await run(await getDevice())];
      expect(new Set(large).size).toBeGreaterThan(20);
      expect(small).toEqual(large);
    },
  );
});

test("an epoch of RandAugment, JPEG and CutMix", async () => {
  const run = async (device: GPUDevice) => {
    const { dataset } = await syntheticDataset(device, { count: 20, height: 16, width: 16, channels: 3, classes: 4 });
    const policy = [
      randAugment({ table: "timm" }),
      ops.jpegQuality({ quality: 40, prob: 0.5 }),
      cutmix({ pairing: "dataset" }),
    ];
    const engine = await createEngine(device, {
      seed: 5,
      policy,
      output: { format: "u8", layout: "nchw" },
      labels: { classes: 4 },
    });
    const rows: [number, string][] = [];
    for (const batch of engine.epoch(dataset, { batchSize: 8 }))
      rows.push(...rowsById(await engine.read(batch), batch.ids));
    engine.destroy();
    dataset.destroy();
    return rows;
  };
  const [small, large] = [await run(await smallDevice()), await run(await getDevice())];
  expect(new Set(large.map(([, row]) => row)).size).toBe(20);
  expect(small).toEqual(large);
});
