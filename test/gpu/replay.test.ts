/**
 * I2: the plan and the batch fix the output bytes. A plan that went through JSON replays them; an edited one does what
 * it says.
 */
import { createEngine, cutmix, mixup, type OutputOptions, oneOf, type Plan, type Policy } from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { syntheticDataset, upload } from "./help.ts";

const shape = { height: 6, width: 8, channels: 3 };
const labels = { classes: 5, smoothing: 0.1, sparse: true };

const POLICIES: Record<string, Policy> = {
  mixup: mixup({ alpha: 0.4 }),
  "cutmix, label from the drawn lambda": cutmix({ lambda: "beta" }),
  "half a batch": cutmix({ granularity: "half" }),
  "two stages": [oneOf([mixup(), cutmix()], { prob: 0.7 }), mixup({ alpha: 1 })],
};

describe("a plan that went through JSON replays the same bytes", () => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    for (const output of [
      { format: "u8" },
      { format: "f32", valueRange: [-1, 1] },
      { format: "f16" },
    ] satisfies OutputOptions[]) {
      test(`${name}, ${output.format}`, async () => {
        const device = await getDevice();
        const engine = await createEngine(device, { seed: 4, policy, output, labels });
        const { dataset, images, labels: ids } = await syntheticDataset(device, { count: 9, classes: 5, ...shape });
        const buffer = upload(device, images);
        for (const input of [
          { dataset, indices: [8, 0, 3, 3, 5] },
          { images: buffer, size: 9, ...shape, labels: ids },
        ]) {
          const first = engine.run(input, { epoch: 2, step: 17 });
          const wanted = await engine.read(first);
          const plan = JSON.parse(JSON.stringify(first.plan)) as Plan;
          expect(plan).toEqual(first.plan);
          const again = engine.run(input, { plan });
          expect(await engine.read(again)).toEqual(wanted);
          expect([again.size, again.shape, again.ids]).toEqual([first.size, first.shape, first.ids]);
          // A plan knows its own seed: an engine with another one, or with another policy, replays it as well.
          const other = await createEngine(device, { seed: 99, policy: [], output, labels });
          expect(await other.read(other.run(input, { plan }))).toEqual(wanted);
          other.destroy();
        }
        engine.destroy();
        dataset.destroy();
        buffer.destroy();
      });
    }
  }

  test("`draw` gives the plan that `run` draws, and uploads nothing", async () => {
    const device = await getDevice();
    const engine = await createEngine(device, { seed: 4, policy: POLICIES["two stages"]! });
    const { dataset } = await syntheticDataset(device, { count: 9, classes: 5, ...shape });
    const input = { dataset, indices: [1, 2, 3, 4] };
    const plan = engine.draw(input, { epoch: 1 });
    expect(engine.run(input, { epoch: 1 }).plan).toEqual(plan);
    engine.destroy();
    dataset.destroy();
  });
});

describe("an edited plan does what it says", () => {
  /** Two pictures of noise and a plan that swaps a box between them. */
  async function swap(edit: (plan: Plan) => void) {
    const device = await getDevice();
    const engine = await createEngine(device, {
      seed: 1,
      policy: cutmix({ pairing: "reverse" }),
      output: { format: "u8" },
      labels: { classes: 2 },
    });
    const pictures = noise(2 * 48);
    const images = upload(device, pictures);
    const input = { images, size: 2, height: 6, width: 8, channels: 1, labels: Uint32Array.of(0, 1) };
    const plan = JSON.parse(JSON.stringify(engine.draw(input, { step: 0 }))) as Plan;
    edit(plan);
    const run = () => engine.run(input, { plan });
    return {
      engine,
      plan,
      pictures,
      run,
      read: async () => engine.read(run()),
      done: () => {
        engine.destroy();
        images.destroy();
      },
    };
  }

  test("a box moved by hand, with its lambda", async () => {
    const { pictures, read, done } = await swap((plan) => {
      plan.stages[0]!.rows[0] = { mixer: "cutmix", own: 0, partner: 1, bbox: [5, 0, 8, 4], lambda: 1 - 12 / 48 };
      plan.stages[0]!.rows[1] = { mixer: "none", own: 1 };
    });
    const made = await read();
    const wanted = pictures.map((own, i) => {
      const [x, y] = [i % 8, Math.floor(i / 8)];
      return i < 48 && x >= 5 && y < 4 ? pictures[48 + i]! : own;
    });
    expect(made.images).toEqual(wanted);
    expect(made.labels).toEqual(Float32Array.of(0.75, 0.25, 0, 1));
    done();
  });

  test("another partner, another mixer, another lambda", async () => {
    const { pictures, read, done } = await swap((plan) => {
      plan.stages[0]!.rows = [
        { mixer: "mixup", own: 1, partner: 0, lambda: 0.25 },
        { mixer: "mixup", own: 1, partner: 1, lambda: 0.5 },
      ];
    });
    const made = await read();
    const mix = Array.from({ length: 48 }, (_, i) => Math.floor(0.25 * pictures[48 + i]! + 0.75 * pictures[i]! + 0.5));
    expect([...made.images.slice(0, 48)]).toEqual(mix);
    expect(made.images.slice(48)).toEqual(pictures.slice(48));
    expect(made.labels).toEqual(Float32Array.of(0.75, 0.25, 0, 1));
    done();
  });

  test("a stage added by hand", async () => {
    const { pictures, read, done } = await swap((plan) => {
      plan.stages[0]!.rows = [
        { mixer: "mixup", own: 0, partner: 1, lambda: 0.5 },
        { mixer: "none", own: 1 },
      ];
      plan.stages.push({
        pairing: "reverse",
        rows: [
          { mixer: "cutmix", own: 1, partner: 0, bbox: [0, 0, 8, 3], lambda: 0.5 },
          { mixer: "none", own: 0 },
        ],
      });
    });
    const made = await read();
    const half = Array.from({ length: 48 }, (_, i) => Math.floor(0.5 * pictures[i]! + 0.5 * pictures[48 + i]! + 0.5));
    expect([...made.images.slice(0, 24)]).toEqual(half.slice(0, 24));
    expect(made.images.slice(24, 48)).toEqual(pictures.slice(72));
    expect([...made.images.slice(48)]).toEqual(half);
    expect(made.labels).toEqual(Float32Array.of(0.25, 0.75, 0.5, 0.5));
    done();
  });

  test("a box moved without its lambda is refused, with the lambda it should have", async () => {
    const { run, done } = await swap((plan) => {
      plan.stages[0]!.rows[0] = { mixer: "cutmix", own: 0, partner: 1, bbox: [5, 0, 8, 4], lambda: 0.9 };
    });
    expect(run).toThrow(
      "plan.stages[0].rows[0].lambda: expected 0.75, the share of pixels outside the bbox, found 0.9",
    );
    done();
  });

  test("a plan of other samples is refused", async () => {
    const device = await getDevice();
    const engine = await createEngine(device, { policy: mixup() });
    const { dataset } = await syntheticDataset(device, { count: 9, classes: 5, ...shape });
    const plan = engine.draw({ dataset, indices: [1, 2, 3] });
    expect(() => engine.run({ dataset, indices: [1, 4, 3] }, { plan })).toThrow(
      "plan.sources[1].index: expected 4, as input.indices[1], found 2",
    );
    plan.sources[0] = { from: "batch", index: 0, id: 1 };
    expect(() => engine.run({ dataset, indices: [1, 2, 3] }, { plan })).toThrow(
      'plan.sources[0].from: expected dataset, as the input is one, found "batch"',
    );
    engine.destroy();
    dataset.destroy();
  });
});
