/**
 * I9: a sample's augmented bytes do not depend on the batch it comes in, on the shard, on the order, or on the
 * environment. (With in-batch pairings the partner is whoever is in the batch, so this is about the `dataset` pairing,
 * the default of an epoch.)
 */
import {
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  mixup,
  type OutputOptions,
  oneOf,
  ops,
  type Policy,
  randAugment,
  randomErasing,
  type Shard,
} from "mixwell";
import { describe, expect, test } from "vitest";
import golden from "../fixtures/golden/mixed-bytes.json";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { rowsById, sha256, syntheticDataset } from "./help.ts";

const POLICIES: Record<string, Policy> = {
  mixup: mixup({ alpha: 0.4 }),
  cutmix: cutmix(),
  "one of both": oneOf([mixup({ alpha: 1 }), cutmix()], { prob: 0.8, weights: [1, 2] }),
  "cutmix, then mixup": [cutmix({ prob: 0.7 }), mixup({ alpha: 1 })],
  "three stages": [mixup(), cutmix({ minmax: [0.2, 0.7] }), oneOf([mixup(), cutmix()])],
};

const OUTPUTS: Record<string, OutputOptions> = {
  u8: { format: "u8" },
  "f32, normalised": { format: "f32", layout: "nchw", normalize: { mean: [0.4, 0.5, 0.6], std: [0.2, 0.25, 0.3] } },
};

/** The fast kernel's shapes, and one that only the general kernel takes (with rows that are no whole words). */
const SHAPES = [
  { height: 6, width: 10, channels: 3 },
  { height: 5, width: 7, channels: 3 },
];

/**
 * Ops before and after a mixer: colours, tones, warps and stencils by timm's table, noise of one value a pixel, and
 * JPEG. What a sample's neighbours in the batch draw decides which passes there are, but not what the sample becomes.
 */
const WITH_OPS: Policy = [
  randAugment({ table: "timm", layers: 2, magnitude: 9, magnitudeStd: 0.5 }),
  randomErasing({ prob: 0.5, mode: "pixel" }),
  oneOf([mixup({ alpha: 0.4 }), cutmix()], { prob: 0.8 }),
  ops.jpegQuality({ quality: [30, 90], prob: 0.3 }),
];

/** Everything the GPU wrote for every sample of an epoch, gathered over batches (and shards). */
async function epochRows(
  engine: Engine,
  dataset: Dataset,
  batchSize: number,
  shards: (Shard | undefined)[] = [undefined],
) {
  const rows = new Map<number, string>();
  for (const shard of shards) {
    for (const batch of engine.epoch(dataset, { epoch: 3, batchSize, shard, lookAhead: 0 })) {
      for (const [id, row] of rowsById(await engine.read(batch), batch.ids)) {
        expect(rows.has(id), `sample ${id} came twice`).toBe(false);
        rows.set(id, row);
      }
    }
  }
  return rows;
}

describe("a sample's bytes are the same for any batch size and number of shards", () => {
  for (const [policyName, policy] of Object.entries(POLICIES)) {
    for (const [outputName, output] of Object.entries(OUTPUTS)) {
      test(`${policyName}, ${outputName}`, async () => {
        const device = await getDevice();
        for (const shape of SHAPES) {
          const { dataset } = await syntheticDataset(device, { count: 41, classes: 6, ...shape });
          const engine = await createEngine(device, {
            seed: 11,
            policy,
            output,
            labels: { classes: 6, smoothing: 0.1, sparse: true },
          });
          const rows = await epochRows(engine, dataset, 64);
          expect(rows.size).toBe(41);
          expect(new Set(rows.values()).size).toBe(41);
          expect(await epochRows(engine, dataset, 7)).toEqual(rows);
          expect(await epochRows(engine, dataset, 1)).toEqual(rows);
          const thirds = [0, 1, 2].map((rank) => ({ rank, world: 3 }));
          expect(await epochRows(engine, dataset, 7, thirds)).toEqual(rows);
          engine.destroy();
          dataset.destroy();
        }
      });
    }
  }

  test("RandAugment and noise, one of both, then JPEG, u8", async () => {
    const device = await getDevice();
    const shape = { height: 5, width: 7, channels: 3 };
    const { dataset } = await syntheticDataset(device, { count: 20, classes: 6, ...shape });
    const engine = await createEngine(device, {
      seed: 11,
      policy: WITH_OPS,
      output: { format: "u8" },
      labels: { classes: 6, sparse: true },
    });
    const rows = await epochRows(engine, dataset, 64);
    expect(rows.size).toBe(20);
    expect(await epochRows(engine, dataset, 7)).toEqual(rows);
    expect(await epochRows(engine, dataset, 1)).toEqual(rows);
    const halves = [0, 1].map((rank) => ({ rank, world: 2 }));
    expect(await epochRows(engine, dataset, 7, halves)).toEqual(rows);
    engine.destroy();
    dataset.destroy();
  });

  test("the control: another epoch, and another seed, give other bytes", async () => {
    const device = await getDevice();
    const { dataset } = await syntheticDataset(device, { count: 41, classes: 6, height: 6, width: 10, channels: 3 });
    const rowsFor = async (seed: number, epoch: number) => {
      const engine = await createEngine(device, { seed, policy: mixup({ alpha: 1 }), output: { format: "u8" } });
      const [batch] = engine.epoch(dataset, { epoch, batchSize: 41 });
      const rows = rowsById(await engine.read(batch!), batch!.ids);
      engine.destroy();
      return rows;
    };
    const rows = await rowsFor(11, 3);
    for (const other of [await rowsFor(12, 3), await rowsFor(11, 4)]) {
      const same = [...rows].filter(([id, row]) => other.get(id) === row);
      expect(same).toEqual([]);
    }
  });
});

/**
 * The same numbers in Chromium and in Dawn on Node, and tomorrow: hashes that are committed. A run that fails prints
 * the ones it found.
 * - u8 output is integer arithmetic, ops included, so its hash holds on every adapter; so do the ids and shares, which
 *   the host computed.
 * - f32 output is hashed for CutMix alone: every value is one byte times 1/255, which no GPU can round in two ways. A
 * MixUp sum in f32 may be contracted (fused) or not, WGSL leaves that open; it is compared with the reference instead,
 * see mix.test.ts.
 */
describe("the bytes are those that are committed in test/fixtures/golden/mixed-bytes.json", () => {
  const fixed = async (policy: Policy, output: OutputOptions) => {
    const device = await getDevice();
    const dataset = await Dataset.fromArrays(device, {
      images: noise(29 * 14 * 14 * 3, 5),
      shape: [29, 14, 14, 3],
      labels: Uint32Array.from({ length: 29 }, (_, i) => i % 10),
      classes: 10,
    });
    const engine = await createEngine(device, {
      seed: 2024,
      policy,
      output,
      labels: { classes: 10, dense: false, sparse: true },
    });
    const hashes = { images: "", classes: "", shares: "" };
    for (const batch of engine.epoch(dataset, { epoch: 1, batchSize: 8, lookAhead: 0 })) {
      const { images, classes, shares } = await engine.read(batch);
      // A chain: each hash also covers the one before.
      hashes.images = await sha256(new TextEncoder().encode(hashes.images + (await sha256(images))));
      hashes.classes = await sha256(new TextEncoder().encode(hashes.classes + (await sha256(classes!))));
      hashes.shares = await sha256(new TextEncoder().encode(hashes.shares + (await sha256(shares!))));
    }
    engine.destroy();
    dataset.destroy();
    return hashes;
  };

  test("u8, CutMix or MixUp, then MixUp", async () => {
    const policy = [oneOf([mixup({ alpha: 0.4 }), cutmix()], { prob: 0.9 }), mixup({ alpha: 0.2 })];
    expect(await fixed(policy, { format: "u8" })).toEqual(golden.u8);
  });

  test("u8, RandAugment and noise, CutMix or MixUp, then JPEG", async () => {
    expect(await fixed(WITH_OPS, { format: "u8" })).toEqual(golden.u8WithOps);
  });

  test("f32, CutMix", async () => {
    expect(await fixed(cutmix(), { format: "f32" })).toEqual(golden.f32);
  });
});
