import { describe, expect, test } from "vitest";
import { lengthOf } from "../../../training/arm-run.ts";
import { ARMS } from "../../../training/arms.ts";
import { checkSettings } from "../../../training/settings.ts";
import type { RunSettings } from "../../../training/types.ts";
import { stripes } from "./data.ts";

const settings: RunSettings = {
  data: stripes({ train: 40, test: 12, side: 16, classes: 4 }),
  model: "cnn",
  backend: "tfjs",
  arms: ARMS,
  labelNoise: 0.4,
  epochs: 2,
  batchSize: 16,
  seed: 1,
};

test("settings that work are taken", () => expect(() => checkSettings(settings)).not.toThrow());

describe("settings that cannot work are refused by name", () => {
  const { data } = settings;
  const small = stripes({ train: 4, test: 4, side: 8, classes: 4 });
  const foreign = { ...data, test: { ...data.test, labels: data.test.labels.map(() => 4) } };
  test.each<[string, Partial<RunSettings>]>([
    ["labelNoise: expected a share from 0 to 0.6, found 0.61", { labelNoise: 0.61 }],
    ["epochs: expected a positive integer, found 0", { epochs: 0 }],
    ["batchSize: expected a positive integer, found 1.5", { batchSize: 1.5 }],
    ["maxSteps: expected a positive integer, found -1", { maxSteps: -1 }],
    ["evaluateEvery: expected a positive integer, found 0", { evaluateEvery: 0 }],
    ["seed: expected an integer from 0, found -1", { seed: -1 }],
    ["arms: expected at least one, each once, found []", { arms: [] }],
    ["arms: expected at least one, each once", { arms: [ARMS[1]!, ARMS[1]!] }],
    ['order: expected together or in turn, found "mixed"', { order: "mixed" as "together" }],
    ["data: expected pictures of at least 16 × 16 for the cnn", { data: small }],
    ["data.classes: expected at least 2, found 1", { data: { ...data, classes: ["one"] } }],
    ["data.test.labels: expected class ids below 4, found 4", { data: foreign }],
    [
      "data.train.images: expected 10496 bytes, found 10240",
      { data: { ...data, train: { ...data.train, count: 41 } } },
    ],
    [
      "data.test.labels: expected 12 class ids, found 3",
      { data: { ...data, test: { ...data.test, labels: new Uint8Array(3) } } },
    ],
  ])("%s", (message, wrong) => {
    expect(() => checkSettings({ ...settings, ...wrong })).toThrow(message);
  });
});

describe("a run is", () => {
  test("as long as its epochs, with a last batch that is filled up", () => {
    expect(lengthOf(settings)).toEqual({ batchSize: 16, stepsPerEpoch: 3, totalSteps: 6, evaluateEvery: 3 });
  });

  test("cut short by maxSteps, and never made longer by it", () => {
    expect(lengthOf({ ...settings, maxSteps: 4 }).totalSteps).toBe(4);
    expect(lengthOf({ ...settings, maxSteps: 100 }).totalSteps).toBe(6);
  });

  test("one step an epoch where a batch holds all pictures", () => {
    expect(lengthOf({ ...settings, batchSize: 64 })).toMatchObject({ batchSize: 40, stepsPerEpoch: 1 });
  });
});
