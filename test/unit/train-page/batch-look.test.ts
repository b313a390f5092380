/** The strip of pictures shows what was trained on: the same draws, the same pictures, the same labels. */
import { epochOrder, reference, samplePlan } from "mixwell";
import { describe, expect, test } from "vitest";
import { lookAt, SHOWN } from "../../../demo/train-page/batch-look.ts";
import { ARMS } from "../../../training/arms.ts";
import { corruptLabels } from "../../../training/noise.ts";
import type { RunSettings } from "../../../training/types.ts";

const SIDE = 6;
const COUNT = 30;

const part = (count: number) => ({
  images: Uint8Array.from({ length: count * SIDE * SIDE * 3 }, (_, i) => (i * 37) & 255),
  labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
  count,
});

const settings: RunSettings = {
  data: {
    name: "test",
    train: part(COUNT),
    test: part(3),
    height: SIDE,
    width: SIDE,
    channels: 3,
    classes: ["a", "b", "c"],
  },
  model: "mlp",
  backend: "jax",
  arms: ARMS,
  labelNoise: 0.4,
  epochs: 3,
  batchSize: 16,
  seed: 7,
};

describe.each(ARMS)("$title", (arm) => {
  test.each([
    { epoch: 0, step: 0 },
    { epoch: 1, step: 3 },
  ])("is the beginning of the whole batch at epoch $epoch, step $step", ({ epoch, step }) => {
    const { seed, batchSize, data } = settings;
    const labels = corruptLabels(data.train.labels, 3, settings.labelNoise, seed);
    const shape = { height: SIDE, width: SIDE, channels: 3 };
    const ids = epochOrder({ seed, epoch, count: COUNT, batchSize, last: "wrap" }).batch(step % 2);
    const whole = samplePlan({
      policy: arm.policy,
      seed,
      epoch,
      step,
      ids,
      from: "dataset",
      datasetSize: COUNT,
      height: SIDE,
      width: SIDE,
    });
    const made = (plan: typeof whole, images: Uint8Array, ids: Uint32Array) =>
      reference(
        plan,
        { dataset: { images, labels: ids }, shape, format: "u8", layout: "nhwc" },
        { output: { format: "u8" }, labels: { classes: 3 } },
      );
    const trained = made(whole, data.train.images, labels);

    const look = lookAt(settings, labels, arm, { epoch, step });
    const shown = made(look.plan, look.images, look.labels);
    expect(shown.size).toBe(SHOWN);
    expect(shown.images).toEqual(trained.images.slice(0, SHOWN * SIDE * SIDE * 3));
    expect(shown.labels).toEqual(trained.labels!.slice(0, SHOWN * 3));
  });
});
