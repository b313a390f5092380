/**
 * An engine's stages stay ready from batch to batch. What they draw is what stages draw that were made for one batch
 * alone: whichever batches came before, of other epochs, seeds, sizes and shares.
 */
import { expect, test } from "vitest";
import * as mixwell from "../../../src/index.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { keptPolicy } from "../../../src/policy/validate.ts";
import type { DrawRequest } from "../../../src/sample/request.ts";
import { range } from "./request.ts";

const { linear, mixup, ops, randAugment, randomCrop, sequential } = mixwell;

const POLICIES: Record<string, () => Policy> = {
  "the same at every step": () => [
    randomCrop({ padding: 2 }),
    ops.posterize({ bits: [2, 6], granularity: "batch" }),
    randAugment({ table: "timm", layers: 2 }),
    mixup({ pairing: "derangement" }),
    ops.brightness({ factor: [0.5, 1.5], granularity: "batch" }),
  ],
  "by the epoch": () => [
    ops.rotate({ degrees: [linear({ from: 0, to: 9, end: 5 }), 30], stream: "turn" }),
    sequential([ops.flipX({ prob: 0.5 }), ops.gaussianNoise({ std: 3 })]),
  ],
  "by the step": () => ops.rotate({ degrees: [linear({ from: 0, to: 9, end: 5, unit: "step" }), 30] }),
  "by a function": () => ops.gamma({ gamma: [0.5, ({ epoch, step }) => 1 + epoch / 10 + step / 100] }),
  "with a second batch": () => [randAugment({ table: "torchvision", layers: 1 }), mixup({ pairing: "external" })],
  repeated: () => [
    mixwell.repeatedAugmentation([ops.invert(), ops.rotate({ degrees: [0, 9] })]),
    ops.flipX({ prob: 0.5 }),
  ],
};

/** Batches of an epoch, then the same of others, and back. */
const REQUESTS: Omit<DrawRequest, "policy">[] = [0, 1, 0, 2].flatMap((epoch) =>
  [0, 1, 2].map((step) => ({
    seed: epoch === 2 ? 8 : 7,
    epoch,
    step,
    ids: range(6).map((i) => 10 * step + i),
    height: step === 2 ? 12 : 8,
    width: 8,
    datasetSize: 64,
    externalSize: 6,
  })),
);

test.each(Object.entries(POLICIES))("%s", (_, make) => {
  const kept = keptPolicy(make());
  const drawn = REQUESTS.map((request) => mixwell.samplePlan({ ...request, policy: kept }));
  expect(drawn).toEqual(REQUESTS.map((request) => mixwell.samplePlan({ ...request, policy: make() })));
  // What is drawn does depend on the batch, so that a stage of another one would be noticed.
  expect(new Set(drawn.map(({ sources, stages }) => JSON.stringify([sources, stages]))).size).toBeGreaterThan(6);
});

test("two plans share nothing", () => {
  const policy = keptPolicy([ops.cutout({ box: [0, 0, 2, 2], fill: [1, 2, 3] }), mixwell.gridmix()]);
  const request = { policy, seed: 1, ids: [1, 1], height: 8, width: 8 };
  const [one, other] = [mixwell.samplePlan(request), mixwell.samplePlan(request)];
  const before = JSON.stringify(other);
  const edit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, entry] of Object.entries(value)) {
      if (typeof entry === "number") (value as Record<string, number>)[name] = -1;
      else edit(entry);
    }
  };
  edit(one);
  expect(JSON.stringify(one)).not.toBe(before);
  expect(JSON.stringify(other)).toBe(before);
});
