/**
 * An engine's kernels are made for the ops of its policy. They do what the reference does, and a plan with other ops
 * still gets what it says.
 */
import { createEngine, mixup, type OpCall, type Plan, randAugment, reference, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

const shape = { height: 12, width: 20, channels: 3 };
const size = 24;

test.each(["torchvision", "timm"] as const)("RandAugment of %s with its own kernels: the same bytes", async (table) => {
  const device = await getDevice();
  const pixels = noise(size * shape.height * shape.width * shape.channels);
  const images = upload(device, pixels);
  const policy = [randAugment({ table, layers: 2 }), mixup({ alpha: 1 })];
  const engine = await createEngine(device, { seed: 7, policy, output: { format: "u8" } });
  const wanted = (plan: Plan) =>
    reference(plan, { batch: { images: pixels }, shape, format: "u8", layout: "nhwc" }, { output: { format: "u8" } })
      .images;

  const drawn = new Set<string>();
  for (let step = 0; step < 3; step++) {
    const batch = engine.run({ images, size, ...shape }, { step });
    for (const { ops = [] } of batch.plan.sources) for (const { op } of ops) drawn.add(op);
    expect((await engine.read(batch)).images, `step ${step}`).toEqual(wanted(batch.plan));
  }
  // Both kinds of dispatch had work: pictures read through warps and a stencil, and pictures read as they are.
  expect([...drawn]).toEqual(expect.arrayContaining(["rotate", "sharpness", "equalize", "solarize"]));

  // One picture of each kind alone, so that one of the two dispatches is empty; and ops the policy never draws.
  const foreign: OpCall[][] = [
    [{ op: "rotate", degrees: 20 }],
    [{ op: "posterize", bits: 3 }],
    [{ op: "grayscale" }, { op: "gaussianBlur", sigma: [1, 1] }],
  ];
  for (const ops of foreign) {
    const plan = samplePlan({
      policy: [],
      seed: 1,
      step: 0,
      batchSize: size,
      height: shape.height,
      width: shape.width,
    });
    for (const source of plan.sources) source.ops = ops;
    const batch = engine.run({ images, size, ...shape }, { plan });
    expect((await engine.read(batch)).images, JSON.stringify(ops)).toEqual(wanted(plan));
  }
  engine.destroy();
  images.destroy();
});
