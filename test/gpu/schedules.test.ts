/** Strengths that change with the epoch or the step reach the GPU as numbers: no pipeline is made for a new one. */
import { createEngine, cutmix, linear, mixup, piecewise } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { syntheticDataset, upload, watch } from "./help.ts";

const shape = { height: 8, width: 8, channels: 1 };
const PIPELINES = ["createComputePipeline", "createShaderModule", "createBindGroupLayout", "createPipelineLayout"];

test("prob from 0 to 1 over the epochs: nobody is mixed, then more and more, then all", async () => {
  const device = await getDevice();
  const { dataset, images } = await syntheticDataset(device, { count: 400, classes: 10, ...shape });
  const policy = mixup({ alpha: 1, prob: linear({ from: 0, to: 1, end: 10 }) });
  const engine = await createEngine(device, {
    policy,
    output: { format: "u8" },
    labels: { classes: 10, dense: false, sparse: true },
  });
  const indices = Array.from({ length: 400 }, (_, i) => i);
  const mixedAt = async (epoch: number) => {
    const { images: made, shares } = await engine.read(engine.run({ dataset, indices }, { epoch }));
    let mixed = 0;
    for (let i = 0; i < 400; i++) {
      const own = images.subarray(i * 64, (i + 1) * 64);
      const untouched = made.subarray(i * 64, (i + 1) * 64).every((value, at) => value === own[at]);
      // A λ next to 1 leaves a byte picture as it was, too.
      if (shares![2 * i]! < 0.99) expect(untouched, `sample ${i}`).toBe(false);
      if (shares![2 * i]! === 1) expect(untouched, `sample ${i}`).toBe(true);
      else mixed++;
    }
    return mixed;
  };
  expect(await mixedAt(0)).toBe(0);
  const seen = watch(device);
  const counts: number[] = [];
  for (const epoch of [2, 5, 8]) counts.push(await mixedAt(epoch));
  // 400 coins: 80, 200 and 320 are expected, and 5 standard deviations are at most 50.
  for (const [i, expected] of [80, 200, 320].entries()) expect(Math.abs(counts[i]! - expected)).toBeLessThan(50);
  expect(await mixedAt(10)).toBe(400);
  expect(await mixedAt(99)).toBe(400);
  seen.stop();
  expect(PIPELINES.map((name) => seen.calls[name] ?? 0)).toEqual([0, 0, 0, 0]);
  engine.destroy();
  dataset.destroy();
});

test("alpha by step, as a schedule and as a function: nearly one picture of the two, then half of each", async () => {
  const device = await getDevice();
  const images = upload(device, noise(500 * 64));
  const byStep = piecewise(
    [
      [0, 0.05],
      [10, 100],
    ],
    "step",
  );
  for (const alpha of [byStep, ({ step }: { step: number }) => (step < 10 ? 0.05 : 100)]) {
    const engine = await createEngine(device, {
      policy: mixup({ alpha, pairing: "roll" }),
      labels: { classes: 2, sparse: true, dense: false },
    });
    const spread = async (step: number) => {
      const input = { images, size: 500, ...shape, labels: new Uint32Array(500) };
      const { shares } = await engine.read(engine.run(input, { step }));
      return shares!.reduce((sum, share) => sum + Math.abs(share - 0.5), 0) / 1000;
    };
    // The mean of |λ − 1/2| is 0.46 for Beta(0.05, 0.05) and 0.028 for Beta(100, 100).
    expect(await spread(9)).toBeGreaterThan(0.4);
    const seen = watch(device);
    expect(await spread(10)).toBeLessThan(0.05);
    seen.stop();
    expect(PIPELINES.map((name) => seen.calls[name] ?? 0)).toEqual([0, 0, 0, 0]);
    engine.destroy();
  }
  images.destroy();
});

test("mixing switched off from an epoch on leaves the pictures as they are, on the same pipelines", async () => {
  const device = await getDevice();
  const { dataset, images } = await syntheticDataset(device, { count: 20, classes: 10, ...shape });
  const policy = cutmix({
    prob: piecewise([
      [0, 1],
      [80, 0],
    ]),
  });
  const engine = await createEngine(device, { policy, output: { format: "u8" } });
  const indices = Array.from({ length: 20 }, (_, i) => i);
  const at = async (epoch: number) => (await engine.read(engine.run({ dataset, indices }, { epoch }))).images;
  expect(await at(79)).not.toEqual(images);
  const seen = watch(device);
  expect(await at(80)).toEqual(images);
  seen.stop();
  expect(PIPELINES.map((name) => seen.calls[name] ?? 0)).toEqual([0, 0, 0, 0]);
  engine.destroy();
  dataset.destroy();
});
