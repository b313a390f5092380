/** Batches past one uniform block, and dispatches past 65,535 workgroups, are cut and folded without a seam. */
import { createEngine, cutmix, type Format, mixup, type Plan, type Policy, reference } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { expectSame } from "./compare.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { filled, readBack, upload } from "./help.ts";

/** A uniform block holds 4032 slots, and a row of k stages takes 2^k: 5000 rows are 3, 5, 10 and 20 blocks. */
const ROWS = 5000;
const STAGES = [
  mixup({ pairing: "roll" }),
  cutmix({ pairing: "reverse", prob: 0.8 }),
  mixup({ alpha: 1, pairing: "reverse" }),
  cutmix({ pairing: "roll" }),
];

interface Big {
  name: string;
  stages: number;
  shape: { height: number; width: number; channels: number };
  format: Format;
}

const BIG: Big[] = [
  { name: "quads", stages: 1, shape: { height: 4, width: 4, channels: 1 }, format: "u8" },
  { name: "quads, two stages", stages: 2, shape: { height: 4, width: 4, channels: 1 }, format: "u8" },
  { name: "quads, three stages", stages: 3, shape: { height: 4, width: 4, channels: 1 }, format: "f32" },
  { name: "odd bytes, rows that share words", stages: 1, shape: { height: 5, width: 3, channels: 1 }, format: "u8" },
  { name: "odd bytes, three stages", stages: 3, shape: { height: 1, width: 3, channels: 1 }, format: "u8" },
  { name: "odd bytes, four stages", stages: 4, shape: { height: 1, width: 5, channels: 1 }, format: "u8" },
  { name: "odd halves, two stages", stages: 2, shape: { height: 3, width: 1, channels: 3 }, format: "f16" },
];

describe(`${ROWS} rows are the reference's`, () => {
  // The reference takes seconds for each.
  test.each(BIG.filter((_, i) => isMine(i)))("$name, $format", async ({ stages, shape, format }) => {
    const device = await getDevice();
    const policy: Policy = STAGES.slice(0, stages);
    const options = { output: { format }, labels: { classes: 3, smoothing: 0.1, smoothUnmixed: false, sparse: true } };
    const engine = await createEngine(device, { seed: 3, policy, warm: false, ...options });
    const pictures = noise(ROWS * shape.height * shape.width * shape.channels);
    const labels = Uint32Array.from(noise(ROWS, 2), (byte) => byte % 3);
    const images = upload(device, pictures);
    const batch = engine.run({ images, size: ROWS, ...shape, labels }, { step: 1 });
    const wanted = reference(
      batch.plan,
      { batch: { images: pictures, labels }, shape, format: "u8", layout: "nhwc" },
      options,
    );
    expectSame(await engine.read(batch), wanted, 1, "all rows");
    engine.destroy();
    images.destroy();
  });

  test("and rows of label weights, more of them than one block holds", async () => {
    const device = await getDevice();
    const shape = { height: 1, width: 4, channels: 1 };
    const engine = await createEngine(device, {
      seed: 3,
      policy: STAGES.slice(0, 2),
      labels: { classes: 3 },
      warm: false,
    });
    const pictures = noise(ROWS * 4);
    const labels = Float32Array.from(noise(ROWS * 3, 2), (byte) => byte / 256);
    const images = upload(device, pictures);
    const batch = engine.run({ images, size: ROWS, ...shape, labels }, { step: 1 });
    const sources = { batch: { images: pictures, labels }, shape, format: "u8" as const, layout: "nhwc" as const };
    expectSame(await engine.read(batch), reference(batch.plan, sources, { labels: { classes: 3 } }), 1, "all rows");
    engine.destroy();
    images.destroy();
  });
});

/** A plan of one row: a box of the second picture (which is black) in the first. */
function boxPlan(height: number, width: number, bbox: [number, number, number, number]): Plan {
  const lambda = 1 - ((bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) / (height * width);
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources: [
      { from: "batch", index: 0, id: 0 },
      { from: "external", index: 0, id: 0 },
    ],
    batchSize: 1,
    stages: [{ pairing: "external", rows: [{ mixer: "cutmix", own: 0, partner: 1, bbox, lambda }] }],
  };
}

describe("more than 65,535 workgroups of one picture are folded", () => {
  test.each([
    // 4,206,300 words, one an invocation, 64 a workgroup.
    { kernel: "elements", height: 2100, width: 2003, format: "f32" as const, bytes: 4 },
    // 16,793,600 pixels, four an invocation.
    { kernel: "quads", height: 4100, width: 4096, format: "u8" as const, bytes: 1 },
  ])("$kernel: $height × $width to $format", async ({ height, width, format, bytes }) => {
    const device = await getDevice();
    const engine = await createEngine(device, { policy: [], output: { format }, warm: false });
    const pixels = height * width;
    const pictures = noise(pixels).map((byte) => byte | 1);
    const images = upload(device, pictures);
    const black = filled(device, Math.ceil(pixels / 4) * 4, 0);
    const bbox: [number, number, number, number] = [width - 30, height - 20, width - 3, height - 1];
    const input = { images, size: 1, height, width, channels: 1, external: { images: black, size: 1 } };
    const batch = engine.run(input, { plan: boxPlan(height, width, bbox) });

    // All of it would take longer to compare than to make: every 997th row, and the last 40 with the box.
    const rows = Array.from({ length: height }, (_, y) => y).filter((y) => y % 997 === 0 || y >= height - 40);
    const whole = new Uint8Array(await readBack(device, batch.images));
    for (const y of rows) {
      const at = y * width;
      const wanted = Array.from(pictures.subarray(at, at + width), (byte, x) =>
        x >= bbox[0] && x < bbox[2] && y >= bbox[1] && y < bbox[3] ? 0 : byte,
      );
      const row = whole.slice(at * bytes, (at + width) * bytes);
      if (format === "u8") expect(row, `row ${y}`).toEqual(Uint8Array.from(wanted));
      else
        expect(new Float32Array(row.buffer), `row ${y}`).toEqual(
          Float32Array.from(wanted, (byte) => byte * Math.fround(1 / 255)),
        );
    }
    for (const thing of [engine, images, black]) thing.destroy();
  });

  test("and of labels: 4000 rows of 1100 classes", async () => {
    const device = await getDevice();
    const engine = await createEngine(device, {
      seed: 8,
      policy: mixup({ pairing: "reverse" }),
      labels: { classes: 1100 },
      warm: false,
    });
    const images = upload(device, noise(4 * 4000));
    const ids = Uint32Array.from({ length: 4000 }, (_, i) => (i * 7) % 1100);
    const batch = engine.run({ images, size: 4000, height: 1, width: 4, channels: 1, labels: ids }, { step: 0 });
    const { labels } = await engine.read(batch);
    const wanted = new Float32Array(4000 * 1100);
    for (const [i, row] of batch.plan.stages[0]!.rows.entries()) {
      if (row.mixer !== "mixup") throw new Error(`row ${i} is not mixed`);
      wanted[i * 1100 + ids[i]!]! += row.lambda;
      wanted[i * 1100 + ids[3999 - i]!]! += Math.fround(1 - row.lambda);
    }
    expect(labels!.findIndex((value, i) => value !== wanted[i])).toBe(-1);
    engine.destroy();
    images.destroy();
  });
});
