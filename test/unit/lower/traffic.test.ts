/** The bytes that a recording says it moves: counted by hand, pixel by pixel, and held to what fusing is for. */
import {
  cutmix,
  fmix,
  type LowerOptions,
  lower,
  type MixRow,
  mixup,
  mosaic,
  type OpCall,
  oneOf,
  ops,
  type Plan,
  type Policy,
  printRecording,
  randAugment,
  samplePlan,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { MASK_BOX, NO_BOX, provenance } from "../../../src/analysis/provenance.ts";
import { perPixelOf, trafficOf } from "../../../src/lower/traffic.ts";
import { maskPlane } from "../../../src/mixers/masks/plane.ts";
import { drawsOfPolicy } from "../../../src/policy/draws.ts";
import { magnitudeTables, type TableName } from "../../../src/tables/index.ts";

const SIDE = 8;
const AREA = SIDE * SIDE;
const SHAPE = { height: SIDE, width: SIDE, channels: 3 };
const INPUT = { shape: SHAPE, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: 1000 } as const;

/** A picture a list of calls, and rows of them. */
function planOf(lists: OpCall[][], rows: MixRow[]): Plan {
  const sources = lists.map((calls, index) => ({ from: "batch" as const, index, id: index, ops: calls }));
  const stages = [{ pairing: "roll" as const, rows }];
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height: SIDE,
    width: SIDE,
    sources,
    batchSize: lists.length,
    stages,
  };
}

const moved = (plan: Plan, more: Partial<LowerOptions> = {}) => {
  const recording = lower(plan, { ...INPUT, output: {}, ...more });
  return trafficOf(recording).map(({ read, written }, i) => [recording.dispatches[i]!.kernel, read, written]);
};

describe("counted by hand", () => {
  const half: MixRow = { mixer: "mixup", own: 0, partner: 1, lambda: 0.5 };
  const cut: MixRow = { mixer: "cutmix", own: 1, partner: 0, bbox: [0, 0, 4, 2], lambda: 1 - 8 / AREA };
  const alone: MixRow[] = [0, 1].map((own) => ({ mixer: "none", own }));
  const rows = [half, cut, ...alone];
  const OUT = rows.length * AREA * 3 * 4;

  test("mixing alone: what shows, and the output; labels: a number a source, and the rows", () => {
    const labels = { labels: { classes: 5, sparse: true }, labelForm: "ids" } as const;
    expect(moved(planOf([[], []], rows), labels)).toEqual([
      ["mix_quads_u8_f32", (2 + 1 + 1 + 1) * AREA * 3, OUT],
      ["labels_ids", 8 * 4, 4 * 5 * 4],
      ["labels_sparse", 8 * 4, 8 * 8],
    ]);
    expect(moved(planOf([[], []], rows), { output: { format: "u8" } })).toEqual([
      ["mix_quads_u8_u8", (2 + 1 + 1 + 1) * AREA * 3, OUT / 4],
    ]);
  });

  test("one segment: nothing but what shows of the sources", () => {
    const lists: OpCall[][] = [[{ op: "invert" }], [{ op: "rotate", degrees: 9 }]];
    expect(moved(planOf(lists, rows))).toEqual([["mix_augmented_u8_f32", 5 * AREA * 3, OUT]]);
    expect(moved(planOf(lists, rows), { format: "f16" })).toEqual([["mix_augmented_f16_f32", 5 * AREA * 6, OUT]]);
  });

  test("two segments: the first through scratch memory, of that picture alone", () => {
    const lists: OpCall[][] = [[{ op: "invert" }], [{ op: "invert" }, { op: "rotate", degrees: 9 }]];
    // The second row shows the first picture in its box alone.
    const [direct, scratch] = [1 + 8 / AREA + 1, 1 + (1 - 8 / AREA) + 1];
    expect(moved(planOf(lists, rows))).toEqual([
      ["augment_u8", AREA * 3, AREA * 4],
      ["mix_augmented_u8_f32", (direct * 3 + scratch * 4) * AREA, OUT],
    ]);
    expect(moved(planOf(lists, rows), { format: "f32" })).toEqual([
      ["augment_f32", AREA * 12, AREA * 16],
      ["mix_augmented_f32_f32", (direct * 12 + scratch * 16) * AREA, OUT],
    ]);
  });

  test("a histogram reads its picture once more, and a crop reads the whole picture", () => {
    const crop: OpCall = { op: "crop", top: 0, left: 0, height: 4, width: 4 };
    expect(moved(planOf([[crop, { op: "equalize" }], [crop]], alone))).toEqual([
      ["augment_u8", AREA * 3, 16 * 4],
      ["tone_pixels_u8", 16 * 4, 0],
      ["mix_augmented_u8_f32", 16 * 4 + AREA * 3, 2 * 16 * 12],
    ]);
  });

  test("a printed recording has a line with all of it", () => {
    const text = printRecording(lower(planOf([[], []], rows), { ...INPUT, output: {} }));
    expect(text.split("\n").slice(-2)).toEqual([
      expect.stringMatching(/^dispatch mix_quads_u8_f32 .* reads 960 bytes, writes 3072$/),
      "reads 960 bytes, writes 3072: 15.8 a pixel of the output",
    ]);
  });
});

describe("what shows is counted as if by looking at each pixel", () => {
  const policies: Record<string, Policy> = {
    "boxes in boxes": [cutmix({ minmax: [0.4, 0.9] }), cutmix({ minmax: [0.4, 0.9] }), mixup()],
    "four in one": mosaic(),
    masks: [fmix(), cutmix()],
    "masks of augmented pictures": [ops.invert(), fmix()],
  };

  test.each(Object.entries(policies))("%s", (_, policy) => {
    for (let step = 0; step < 20; step++) {
      const plan = samplePlan({ policy, seed: 3, step, batchSize: 6, height: SIDE, width: SIDE });
      const recording = lower(plan, { ...INPUT, output: {} });
      const { sources, slots, rows, weights, boxes, masks } = provenance(
        plan,
        plan.stages.length === 1 ? 0 : undefined,
      );
      // Where copies get ops, the pictures are mixed in two runs.
      if (recording.dispatches.length > 1) continue;
      let read = 0;
      for (let row = 0; row < rows; row++) {
        for (let node = 1; node < slots; node++) if (boxes[4 * (row * slots + node)] === MASK_BOX) read += AREA;
        for (let leaf = 0; leaf < slots; leaf++) {
          if (weights[row * slots + leaf] === 0) continue;
          for (let pixel = 0; pixel < AREA; pixel++) if (shows(row, leaf, pixel)) read += 3;
        }
      }
      expect(trafficOf(recording)).toEqual([{ read, written: rows * AREA * 12 }]);
      expect(sources.length).toBe(rows * slots);

      function shows(row: number, leaf: number, pixel: number): boolean {
        const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
        for (let node = slots + leaf; node > 1; node >>= 1) {
          const [x0, y0, x1, y1] = boxes.subarray(4 * (row * slots + (node >> 1))) as unknown as number[];
          const isPartner = (node & 1) === 1;
          if (x0 === MASK_BOX) {
            const byte = maskPlane(masks[y0!]!, SHAPE)[pixel]!;
            if (isPartner ? byte === 0 : byte === 255) return false;
          } else if (x0 !== NO_BOX) {
            if ((x >= x0! && x < x1! && y >= y0! && y < y1!) !== isPartner) return false;
          }
        }
        return true;
      }
    }
  });
});

describe("bytes a pixel of the output: 64 pictures of 224 × 224 × 3, u8 in, f32 out, partners of the dataset", () => {
  const [height, width] = [224, 224];

  function bytesOf(policy: Policy, seed: number, tuning: LowerOptions["tuning"]): number {
    const ids = Array.from({ length: 64 }, (_, i) => (7 * i + seed) % 1000);
    const plan = samplePlan({ policy, seed, height, width, ids, datasetSize: 1000, from: "dataset" });
    const { ops, rows: mixers, readings } = drawsOfPolicy(policy);
    const shape = { height, width, channels: 3 };
    const labels = { labels: { classes: 10 }, labelForm: "ids" } as const;
    const recording = lower(plan, { ...INPUT, ...labels, shape, output: {}, ops, mixers, readings, tuning });
    return perPixelOf(recording, trafficOf(recording));
  }

  test.each(Object.keys(magnitudeTables) as TableName[])("RandAugment(2) of %s, and a mixer: at most 36", (table) => {
    for (const mixer of [mixup(), cutmix(), oneOf([mixup(), cutmix()])]) {
      for (let seed = 0; seed < 8; seed++) {
        const bytes = bytesOf([randAugment({ table, layers: 2 }), mixer], seed, "hardware");
        expect(bytes).toBeLessThanOrEqual(36);
        // The output alone is 12, and a picture is read once at least.
        expect(bytes).toBeGreaterThan(15);
      }
    }
  });

  test("two ops of which each reads through scratch memory: 34, and with a pass for each op over 48", () => {
    const policy = [ops.posterize({ bits: 4 }), ops.rotate({ degrees: [1, 9] }), mixup({ alpha: 1 })];
    // A pixel takes 3 + 4 + 4 bytes of two pictures and 12 of the output. A partner may be a sample of the batch, and a
    // picture is then made once for both; labels are less than a thousandth.
    expect(bytesOf(policy, 1, "hardware")).toBeGreaterThan(33);
    expect(bytesOf(policy, 1, "hardware")).toBeLessThan(34.01);
    expect(bytesOf(policy, 1, "software")).toBeGreaterThan(48);
  });
});
