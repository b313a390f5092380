import { describe, expect, test } from "vitest";
import { type AutoAugmentPolicy, autoAugment, autoAugmentStages } from "../../../src/peers/auto-augment.ts";
import { threeAugment } from "../../../src/peers/three-augment.ts";
import { trivialAugmentWide } from "../../../src/peers/trivial-augment.ts";
import type { OpAt } from "../../../src/stages/op-at.ts";
import { tableOf } from "../../../src/tables/index.ts";
import levels from "../../fixtures/oracles/policies/timm-levels-and-policies.json" with { type: "json" };
import policies from "../../fixtures/oracles/policies/torchvision-autoaugment-policies.json" with { type: "json" };

type Rows = [string, number, number | null][][];

/** [op, probability, magnitude], null where the op has none. */
const rowOf = ({ table, entry, prob, magnitude }: OpAt) => [
  entry,
  prob,
  "value" in tableOf(table).entries[entry]! ? magnitude : null,
];

test.each(["imagenet", "cifar10", "svhn"] as const)("torchvision's %s, entry by entry", (name) => {
  expect(autoAugmentStages(name).map((stages) => stages.map(rowOf))).toEqual(policies[name]);
});

test.each(["original", "originalr", "v0", "v0r"] as const)("timm's %s, entry by entry", (name) => {
  const peer = (levels.autoAugment[name] as Rows).map((sub) =>
    sub.map(([entry, prob, magnitude]) => [entry, prob, "value" in tableOf("timm").entries[entry]! ? magnitude : null]),
  );
  expect(autoAugmentStages(name).map((stages) => stages.map(rowOf))).toEqual(peer);
});

test("timm's 3a, entry by entry", () => {
  expect(threeAugment().stages.map((stage) => [[(stage as OpAt).entry, 1, (stage as OpAt).magnitude]])).toEqual(
    levels.autoAugment["3a"],
  );
});

describe("as a policy", () => {
  test.each(["imagenet", "cifar10", "svhn", "original", "originalr", "v0", "v0r"] as AutoAugmentPolicy[])(
    "%s: 25 of two ops",
    (policy) => {
      const stage = autoAugment({ policy });
      expect(stage.stages).toHaveLength(25);
      expect(JSON.parse(JSON.stringify(stage))).toStrictEqual(stage);
    },
  );

  test("TrivialAugmentWide: 14 ops, one of 31 bins where there are any", () => {
    const { stages } = trivialAugmentWide();
    expect(stages).toHaveLength(14);
    expect(stages.map((stage) => (stage as OpAt).magnitude)).toContainEqual([0, 30]);
    expect((stages[0] as OpAt).magnitude).toBe(0);
    expect((trivialAugmentWide({ bins: 11 }).stages[1] as OpAt).magnitude).toEqual([0, 10]);
    expect(trivialAugmentWide({ table: "daliWide" }).stages).toHaveLength(14);
  });
});
