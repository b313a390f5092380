/**
 * Rows and samples are two things: a policy may make more rows than there are samples, or fewer, a plan may say which
 * sample stands where, and a sample may come several times. Picture, label, id and fields of a row belong together.
 */
import {
  augMix,
  augMixPolicy,
  createEngine,
  createOps,
  cutmix,
  Dataset,
  mixup,
  ops,
  type Policy,
  randAugment,
  repeatedAugmentation,
} from "mixwell";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDevice } from "./device.ts";

/** Six pictures of 2 × 2 × 1, all of level 10·i, with the label i and the letter k. */
const KEYS = [..."abcdef"];
const ALL = [0, 1, 2, 3, 4, 5];
const levels = Uint8Array.from({ length: 24 }, (_, i) => 10 * (i >> 2));

let device: GPUDevice;
let six: Dataset;
let images: GPUBuffer;

beforeAll(async () => {
  device = await getDevice();
  six = await Dataset.fromArrays(device, { images: levels, shape: [6, 2, 2, 1], labels: ALL, fields: { k: KEYS } });
  images = device.createBuffer({ size: 24, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(images, 0, levels);
});
afterAll(() => {
  six.destroy();
  images.destroy();
});

const engineOf = (policy: Policy) =>
  createEngine(device, { seed: 3, policy, output: { format: "u8" }, labels: { classes: 6 } });

/** The sample that every row shows by each of its parts, for policies that leave pictures as they are. */
async function shown(
  engine: Awaited<ReturnType<typeof engineOf>>,
  batch: ReturnType<typeof engine.run>,
  keys: unknown = batch.fields.k,
) {
  const { images, labels } = await engine.read(batch);
  const rows = Array.from({ length: batch.size }, (_, row) => row);
  return {
    pictures: rows.map((row) => images[4 * row]! / 10),
    labels: rows.map((row) => labels!.subarray(6 * row, 6 * row + 6).indexOf(1)),
    ids: batch.ids,
    keys: (keys as string[]).map((key) => KEYS.indexOf(key)),
  };
}

const together = (samples: number[]) => ({ pictures: samples, labels: samples, ids: samples, keys: samples });

describe("picture, label, id and fields are of one sample", () => {
  const twice = repeatedAugmentation([ops.flipX(), ops.flipY()]);

  test("where the batch is repeated: six rows of three samples", async () => {
    const engine = await engineOf(twice);
    expect(await shown(engine, engine.run({ dataset: six, indices: [0, 1, 2] }))).toEqual(together([0, 1, 2, 0, 1, 2]));
    for (const batch of engine.epoch(six, { batchSize: 4, shuffle: false }))
      expect(batch.fields.k).toEqual(batch.ids.map((id) => KEYS[id]));
    engine.destroy();
  });

  test("where the batch is halved", async () => {
    const engine = await engineOf(mixup({ granularity: "half", prob: 0 }));
    expect(await shown(engine, engine.run({ dataset: six, indices: [4, 1, 2, 5, 0] }))).toEqual(together([4, 1, 2]));
    engine.destroy();
  });

  test("where a plan was edited: a row that is told to show sample 2 is sample 2's", async () => {
    const engine = await engineOf([]);
    const input = { dataset: six, indices: [0, 1, 2] };
    const plan = engine.draw(input);
    plan.stages[0]!.rows[0]!.own = 2;
    expect(await shown(engine, engine.run(input, { plan }))).toEqual(together([2, 1, 2]));
    engine.destroy();
  });

  test("where an edited row is made of one that a mixer asked for from the dataset", async () => {
    const engine = await engineOf(mixup({ prob: 1 }));
    const input = { dataset: six, indices: [0, 1] };
    const plan = engine.draw(input);
    const partner = plan.sources[2]!.index;
    plan.stages[0]!.rows = [
      { mixer: "none", own: 2 },
      { mixer: "none", own: 0 },
    ];
    expect(await shown(engine, engine.run(input, { plan }))).toEqual(together([partner, 0]));
    engine.destroy();
  });

  test("for a batch of the caller's: repeated, halved and edited, what has an entry a picture follows; else it is handed on", async () => {
    const labels = Uint32Array.from(ALL);
    const fields = { k: KEYS, weight: Float32Array.of(0, 1, 2, 3, 4, 5), source: "a", pair: [1, 2] };
    const input = { images, size: 6, height: 2, width: 2, channels: 1, labels, fields };
    const engines = {
      twice: await engineOf(twice),
      half: await engineOf(cutmix({ granularity: "half", prob: 0 })),
      plain: await engineOf([]),
    };

    const repeated = engines.twice.run(input, { step: 0 });
    expect(await shown(engines.twice, repeated)).toEqual(together([...ALL, ...ALL]));
    expect(repeated.fields).toEqual({ k: [...KEYS, ...KEYS], weight: [...ALL, ...ALL], source: "a", pair: [1, 2] });
    expect(await shown(engines.half, engines.half.run(input, { step: 0 }))).toEqual(together([0, 1, 2]));

    const plan = engines.plain.draw(input, { step: 0 });
    plan.stages[0]!.rows[5]!.own = 0;
    expect(await shown(engines.plain, engines.plain.run(input, { plan }))).toEqual(together([0, 1, 2, 3, 4, 0]));
    expect(engines.plain.run(input, { step: 0 }).fields).toBe(fields);
    for (const engine of Object.values(engines)) engine.destroy();
  });

  test("for a second batch, which has no fields", async () => {
    const engine = await engineOf(mixup({ pairing: "external" }));
    const labels = Uint32Array.from(ALL);
    const input = {
      images,
      size: 6,
      height: 2,
      width: 2,
      channels: 1,
      labels,
      fields: { k: KEYS },
      external: { images, size: 6, labels },
    };
    const plan = engine.draw(input, { step: 0 });
    plan.stages[0]!.rows[1] = { mixer: "none", own: 6 + 4 };
    expect(engine.run(input, { plan }).fields).toEqual({ k: ["a", undefined, "c", "d", "e", "f"] });
    engine.destroy();
  });

  test("and a repeated batch goes on into functions of a batch, fields and all", async () => {
    const engine = await engineOf(twice);
    const made = createOps(device).invert(engine.run({ dataset: six, indices: [0, 1, 2] }));
    expect([made.size, made.fields.k]).toEqual([6, ["a", "b", "c", "a", "b", "c"]]);
    engine.destroy();
  });
});

describe("a sample that comes several times", () => {
  const POLICY = [randAugment({ layers: 4, magnitude: 0.8 }), mixup()];

  async function noisy() {
    const size = 12 * 8 * 8 * 3;
    const pixels = Uint8Array.from({ length: size }, (_, i) => Math.imul(i + 1, 2654435761) >>> 24);
    return Dataset.fromArrays(device, {
      images: pixels,
      shape: [12, 8, 8, 3],
      labels: Array.from({ length: 12 }, (_, i) => i % 6),
    });
  }

  test.each([
    ["RandAugment and MixUp", POLICY],
    ["AugMix", augMix(augMixPolicy())],
    ["noise", ops.gaussianNoise({ std: 20 })],
  ])(
    "class-balanced oversampling gives four pictures for four times one sample, the first as ever: %s",
    async (_, policy) => {
      const dataset = await noisy();
      const engine = await engineOf(policy as Policy);
      const rowsOf = async (indices: number[], occurrences?: number[]) => {
        const batch = engine.run({ dataset, indices }, { step: 3, occurrences });
        const { images } = await engine.read(batch);
        return indices.map((_, row) => images.subarray(192 * row, 192 * row + 192).join());
      };
      const four = await rowsOf([5, 5, 5, 5]);
      expect(new Set(four).size).toBe(4);
      expect(await rowsOf([5])).toEqual([four[0]]);
      expect(await rowsOf([7, 5, 5])).toEqual([expect.any(String), four[0], four[1]]);
      expect(await rowsOf([5], [3])).toEqual([four[3]]);
      engine.destroy();
      dataset.destroy();
    },
  );

  test("an epoch that wraps draws those anew that came in its first batch, and can be run batch by batch", async () => {
    const dataset = await noisy();
    const engine = await engineOf(POLICY);
    const [first, second] = [...engine.epoch(dataset, { batchSize: 8, last: "wrap", lookAhead: 0 })];
    expect(second!.ids.slice(4)).toEqual(first!.ids.slice(0, 4));
    const opsOf = ({ plan }: typeof first & object, row: number) => JSON.stringify(plan.sources[row]!.ops);
    for (const row of [0, 1, 2, 3]) expect(opsOf(second!, 4 + row)).not.toBe(opsOf(first!, row));
    const again = engine.draw({ dataset, indices: second!.ids }, { step: 1, occurrences: [0, 0, 0, 0, 1, 1, 1, 1] });
    expect(again).toEqual(second!.plan);
    engine.destroy();
    dataset.destroy();
  });
});

describe("an epoch says at once what it cannot do", () => {
  const MESSAGES: [options: Parameters<Awaited<ReturnType<typeof engineOf>>["epoch"]>[1], message: string][] = [
    [
      { batchSize: 64, last: "drop" },
      'batchSize: expected at most 6, the 6 samples: with last "drop" no batch would be left, found 64',
    ],
    [
      { batchSize: 2, epoch: 3e9 },
      "epoch: expected an integer in 0..1431655764, as each counts 3 steps of the 2^32 there are, found 3000000000",
    ],
  ];
  test.each(MESSAGES)("%o", async (options, message) => {
    const engine = await engineOf([]);
    expect(() => engine.epoch(six, options)).toThrow(expect.objectContaining({ name: "InputError", message }));
    engine.destroy();
  });

  test("and its last step is still one", async () => {
    const engine = await engineOf(mixup({ prob: () => 1 }));
    const walk = engine.epoch(six, { batchSize: 2, epoch: 1431655764, start: 2 });
    expect(Array.from(walk, ({ size }) => size)).toEqual([2]);
    engine.destroy();
  });

  test("shards of different length under keep count the same steps, so that their schedules agree", async () => {
    const times: number[][] = [];
    for (const rank of [0, 1]) {
      const seen: number[] = [];
      const engine = await engineOf(
        mixup({
          prob: ({ step }) => {
            seen.push(step);
            return 1;
          },
        }),
      );
      // Three samples and two, in batches of two: two batches and one.
      const five = await Dataset.fromArrays(device, {
        images: levels.subarray(0, 20),
        shape: [5, 2, 2, 1],
        labels: [0, 1, 2, 3, 4],
      });
      for (const epoch of [0, 1, 2]) Array.from(engine.epoch(five, { batchSize: 2, epoch, shard: { rank, world: 2 } }));
      times.push([...new Set(seen)]);
      five.destroy();
      engine.destroy();
    }
    expect(times).toEqual([
      [0, 1, 2, 3, 4, 5],
      [0, 2, 4],
    ]);
  });
});
