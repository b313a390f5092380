/**
 * Epochs under samplers and limits, and what their rows weigh: in the order of `epochOrder`, and the same bytes
 * whatever the batches.
 */
import {
  type Batch,
  createEngine,
  cutmix,
  Dataset,
  type EngineOptions,
  type EpochOptions,
  epochOrder,
  mixedWeights,
  mixup,
  ops,
  randomErasing,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { syntheticDataset } from "./help.ts";
import { type Case, expectRefused } from "./refused.ts";

const COUNT = 60;
const inBatch: EngineOptions = {
  seed: 4,
  policy: [ops.rotate({ degrees: [-40, 40] }), randomErasing(), ops.gaussianNoise({ std: 4 })],
  output: { format: "u8" },
  labels: { classes: 6 },
};
const overDataset: EngineOptions = { ...inBatch, policy: [ops.rotate({ degrees: [-40, 40] }), cutmix()] };

async function setUp(options: EngineOptions) {
  const device = await getDevice();
  const engine = await createEngine(device, options);
  const made = await syntheticDataset(device, { count: COUNT, height: 6, width: 5, channels: 3, classes: 6 });
  const done = () => {
    engine.destroy();
    made.dataset.destroy();
  };
  return { device, engine, ...made, done };
}

const all = Array.from({ length: COUNT }, (_, i) => i);
const odd = all.filter((id) => id % 2 === 1);

const idsOf = (epoch: Iterable<Batch>) => Array.from(epoch, ({ ids }) => ids);

describe("an epoch under a sampler", () => {
  const weights = all.map((id) => (id < 6 ? 9 : id % 3));

  test("goes in the order of epochOrder, and each occurrence is a draw of its own, whatever the batches", async () => {
    const { engine, dataset, done } = await setUp(overDataset);
    const sampler = { weights, repeats: 2, samples: 90 };
    const order = epochOrder({ seed: 4, epoch: 2, count: COUNT, batchSize: 90, sampler });
    const rows = async (options: Partial<EpochOptions>) => {
      const list: string[] = [];
      for (const batch of engine.epoch(dataset, { epoch: 2, batchSize: 90, sampler, ...options })) {
        const { images } = await engine.read(batch);
        const bytes = images.length / batch.size;
        for (const [row, id] of batch.ids.entries())
          list.push(`${id}: ${images.slice(row * bytes, (row + 1) * bytes)}`);
      }
      return list;
    };
    const whole = await rows({});
    expect(whole.map((row) => Number.parseInt(row, 10))).toEqual(order.batch(0));
    expect(new Set(whole).size).toBe(90);
    for (const batchSize of [1, 8]) expect(await rows({ batchSize })).toEqual(whole);
    expect(await rows({ batchSize: 8, start: 6 })).toEqual(whole.slice(48));
    expect(await rows({ batchSize: 8, start: 1, batches: 3 })).toEqual(whole.slice(8, 24));
    for (const rank of [0, 1])
      expect(await rows({ batchSize: 8, shard: { rank, world: 2 } })).toEqual(whole.filter((_, i) => i % 2 === rank));
    done();
  });

  test("weights and balance are of the view's samples", async () => {
    const { engine, dataset, labels, done } = await setUp(inBatch);
    const view = dataset.subset(odd);
    const heavy = odd.map((id) => (id === 31 ? 1 : 0));
    expect(new Set(idsOf(engine.epoch(view, { batchSize: 8, sampler: { weights: heavy } })).flat())).toEqual(
      new Set([31]),
    );
    const balanced = idsOf(engine.epoch(view, { batchSize: 8, sampler: { balance: true, samples: 600 } })).flat();
    const classes = [0, 1, 2, 3, 4, 5].map((label) => balanced.filter((id) => labels[id] === label).length);
    expect(balanced.filter((id) => id % 2 === 0)).toEqual([]);
    // A sample's count is within 1 of its expectation, so a class of n is within n of 100.
    for (const [label, count] of classes.entries())
      expect(Math.abs(count - 100)).toBeLessThan(view.labelCounts![label]!);
    done();
  });

  test("ends after so many batches, and counts the steps that there are", async () => {
    const { engine, dataset, done } = await setUp(inBatch);
    const all = idsOf(engine.epoch(dataset, { batchSize: 8 }));
    const three = engine.epoch(dataset, { batchSize: 8, batches: 3 });
    expect([three.length, idsOf(three)]).toEqual([3, all.slice(0, 3)]);
    expect(idsOf(engine.epoch(dataset, { batchSize: 8, batches: 3, start: 2 }))).toEqual(all.slice(2, 3));
    expect(engine.epoch(dataset, { batchSize: 8, batches: 30 }).length).toBe(8);
    done();
  });
});

test("what rows weigh is mixed as their labels are", async () => {
  const { engine, dataset, labels, done } = await setUp({
    ...overDataset,
    policy: [cutmix(), mixup({ alpha: 1, pairing: "reverse" })],
  });
  // A weight a class: what a row weighs is then its label row times the classes' weights.
  const ofClass = [1, 2, 0.5, 4, 0, 3];
  for (const batch of engine.epoch(dataset.subset(odd), { batchSize: 8 })) {
    const { labels: soft } = await engine.read(batch);
    const weights = mixedWeights(
      batch.plan,
      Float32Array.from(labels, (label) => ofClass[label]!),
    );
    expect(weights).toHaveLength(batch.size);
    weights.forEach((weight, row) => {
      const wanted = ofClass.reduce((sum, one, label) => sum + one * soft![row * 6 + label]!, 0);
      expect(Math.abs(weight - wanted)).toBeLessThan(2e-6);
    });
  }
  done();
});

test("wrong samplers, limits and weights are refused in full sentences", async () => {
  const { device, engine, dataset, done } = await setUp(inBatch);
  const unlabelled = await Dataset.fromArrays(device, { images: noise(12), shape: [3, 2, 2, 1] });
  const epoch = (options: object) => () => engine.epoch(dataset, { batchSize: 4, ...options } as never);
  const calls: Case[] = [
    [
      "balance without ids",
      () => engine.epoch(unlabelled, { batchSize: 2, sampler: { balance: true } }),
      "InputError: sampler.balance: expected false for a dataset without class ids, found true",
    ],
    [
      "balance that is none",
      epoch({ sampler: { balance: 0.5 } }),
      "InputError: sampler.balance: expected true or false, found 0.5",
    ],
    [
      "balanced weights of the wrong number",
      epoch({ sampler: { balance: true, weights: [1] } }),
      "InputError: sampler.weights: expected 60 weights, one a sample, found 1",
    ],
    [
      "a misspelt sampler",
      epoch({ sampler: { ballance: true } }),
      'InputError: sampler: expected only weights, repeats, samples, balance (did you mean balance?), found "ballance"',
    ],
    [
      "a sampler that is none",
      epoch({ sampler: "weighted" }),
      'InputError: sampler: expected { weights, repeats, samples, balance }, found "weighted"',
    ],
    ["a limit of none", epoch({ batches: 0 }), "InputError: batches: expected a positive integer, found 0"],
    [
      "a start beyond the limit",
      epoch({ batches: 3, start: 4 }),
      "InputError: start: expected an integer in 0..3, found 4",
    ],
    [
      "a weight for the loss that is missing",
      () => mixedWeights(engine.draw({ dataset, indices: [5] }), [1, 1]),
      "InputError: mixedWeights.weights[5]: expected a finite number, found undefined",
    ],
    [
      "weights that are none",
      () => mixedWeights(engine.draw({ dataset, indices: [5] }), 1 as never),
      "InputError: mixedWeights.weights: expected a list of weights by sample id, or a function, found 1",
    ],
  ];
  await expectRefused(calls);
  unlabelled.destroy();
  done();
});
