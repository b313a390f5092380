/**
 * The label of stacked mixers says which part of the picture is whose, exactly. Held to the picture itself: every
 * source is painted with a constant of its own, and what the GPU drew is counted pixel by pixel.
 */
import { createEngine, cutmix, Dataset, mixup, oneOf, type Policy } from "mixwell";
import { describe, expect, test } from "vitest";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

const SIZE = 8;

/**
 * Source k is white in channel k and black in the others, so that channel k of an output pixel is the weight of source
 * k there, and its mean over the picture is the share that the label must have.
 */
function painted(height: number, width: number): Uint8Array {
  const pictures = new Uint8Array(SIZE * height * width * SIZE);
  for (let i = 0; i < pictures.length; i++) {
    const source = Math.floor(i / (height * width * SIZE));
    if (i % SIZE === source) pictures[i] = 255;
  }
  return pictures;
}

const POLICIES: Record<string, Policy> = {
  cutmix: cutmix(),
  mixup: mixup({ alpha: 1 }),
  "cutmix, then mixup": [cutmix(), mixup({ alpha: 1 })],
  "mixup, then cutmix": [mixup({ alpha: 1 }), cutmix()],
  "cutmix, then cutmix: boxes that overlap": [cutmix({ minmax: [0.4, 0.9] }), cutmix({ minmax: [0.4, 0.9] })],
  "cutmix, cutmix, cutmix, cutmix": [cutmix(), cutmix(), cutmix({ minmax: [0.5, 0.9] }), cutmix()],
  "both, mixup, cutmix": [
    oneOf([mixup(), cutmix()], { prob: 0.8 }),
    mixup({ alpha: 1, prob: 0.8 }),
    cutmix({ prob: 0.8 }),
  ],
};

describe("the dense row is what the picture shows", () => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    test.each([
      [9, 14],
      [16, 6],
    ])(`${name}, %d × %d`, async (height, width) => {
      const device = await getDevice();
      const engine = await createEngine(device, {
        seed: 77,
        policy,
        labels: { classes: SIZE, sparse: true },
        warm: false,
      });
      const images = upload(device, painted(height, width));
      const labels = Uint32Array.from({ length: SIZE }, (_, i) => i);
      const sourcesSeen: number[] = [];
      for (let step = 0; step < 12; step++) {
        const batch = engine.run({ images, size: SIZE, height, width, channels: SIZE, labels }, { step });
        const made = await engine.read(batch);
        for (let row = 0; row < SIZE; row++) {
          const sums = new Float64Array(SIZE);
          for (let i = 0; i < height * width * SIZE; i++)
            sums[i % SIZE]! += made.images[row * height * width * SIZE + i]!;
          const label = made.labels!.subarray(row * SIZE, (row + 1) * SIZE);
          for (let k = 0; k < SIZE; k++)
            expect(Math.abs(label[k]! - sums[k]! / (height * width)), `row ${row}, class ${k}`).toBeLessThan(1e-6);
          // The sparse form says the same, once its equal classes are added up.
          const { sources } = batch.sparse!;
          const added = new Float64Array(SIZE);
          for (let k = row * sources; k < (row + 1) * sources; k++) added[made.classes![k]!]! += made.shares![k]!;
          for (let k = 0; k < SIZE; k++) expect(Math.abs(added[k]! - label[k]!)).toBeLessThan(1e-6);
          sourcesSeen.push(label.filter((value) => value > 0).length);
        }
      }
      const depth = Array.isArray(policy) ? policy.length : 1;
      // Otherwise nothing was tested: at some place as many sources as there can be (three of sixteen at the least)
      // were mixed.
      expect(Math.max(...sourcesSeen)).toBeGreaterThanOrEqual(depth === 1 ? 2 : 3);
      if (name === "cutmix, then mixup") expect(Math.max(...sourcesSeen)).toBe(4);
      engine.destroy();
      images.destroy();
    });
  }
});

test("over a dataset the partners' partners count too: four samples in one label", async () => {
  const device = await getDevice();
  const dataset = await Dataset.fromArrays(device, {
    images: painted(9, 14),
    shape: [SIZE, 9, 14, SIZE],
    labels: Uint32Array.from({ length: SIZE }, (_, i) => i),
    classes: SIZE,
  });
  const engine = await createEngine(device, {
    seed: 5,
    policy: [cutmix(), mixup({ alpha: 1 })],
    labels: { classes: SIZE },
  });
  let most = 0;
  for (let epoch = 0; epoch < 12; epoch++) {
    const made = await engine.read(engine.run({ dataset, indices: [0, 3, 6] }, { epoch }));
    for (let row = 0; row < 3; row++) {
      const label = made.labels!.subarray(row * SIZE, (row + 1) * SIZE);
      for (let k = 0; k < SIZE; k++) {
        let sum = 0;
        for (let pixel = 0; pixel < 126; pixel++) sum += made.images[(row * 126 + pixel) * SIZE + k]!;
        expect(Math.abs(label[k]! - sum / 126)).toBeLessThan(1e-6);
      }
      most = Math.max(most, label.filter((value) => value > 0).length);
    }
  }
  expect(most).toBe(4);
  engine.destroy();
  dataset.destroy();
});

test("a box inside a box, by hand: what the later box covers is nobody's any more", async () => {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], output: { format: "u8" }, labels: { classes: 3 } });
  const images = upload(
    device,
    Uint8Array.from({ length: 3 * 64 }, (_, i) => 100 * Math.floor(i / 64)),
  );
  const cut = (own: number, partner: number, x0: number, y0: number, x1: number, y1: number) => ({
    mixer: "cutmix" as const,
    own,
    partner,
    bbox: [x0, y0, x1, y1] as [number, number, number, number],
    lambda: 1 - ((x1 - x0) * (y1 - y0)) / 64,
  });
  const none = (own: number) => ({ mixer: "none" as const, own });
  const batch = engine.run(
    { images, size: 3, height: 8, width: 8, channels: 1, labels: Uint32Array.of(0, 1, 2) },
    {
      plan: {
        version: 1,
        seed: 0,
        epoch: 0,
        height: 8,
        width: 8,
        sources: [0, 1, 2].map((index) => ({ from: "batch", index, id: index })),
        batchSize: 3,
        stages: [
          { pairing: "roll", rows: [cut(0, 1, 0, 0, 4, 4), none(1), none(2)] },
          { pairing: "roll", rows: [cut(0, 2, 2, 2, 6, 6), cut(0, 2, 0, 0, 4, 4), none(2)] },
        ],
      },
    },
  );
  const { images: made, labels } = await engine.read(batch);
  // 16 pixels of 1, of which 4 are covered by the 16 of 2; in the second row all 16.
  expect(labels!.slice(0, 6)).toEqual(Float32Array.of(36 / 64, 12 / 64, 16 / 64, 48 / 64, 0, 16 / 64));
  const count = (value: number) => made.slice(0, 64).filter((byte) => byte === value).length;
  expect([count(0), count(100), count(200)]).toEqual([36, 12, 16]);
  engine.destroy();
  images.destroy();
});
