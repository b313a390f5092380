/** Which sample a row of the output is: the one its own picture shows, down to the sources. */
import { describe, expect, test } from "vitest";
import { ownSources } from "../../../src/analysis/own-sources.ts";
import * as mixwell from "../../../src/index.ts";
import type { Policy } from "../../../src/policy/policy.ts";
import { overDataset, plan } from "./request.ts";

const { mixup, ops } = mixwell;

const POLICIES: Record<string, Policy> = {
  nothing: [],
  mixup: mixup(),
  "two mixers": [mixup(), mixwell.cutmix({ pairing: "reverse" })],
  mosaic: mixwell.mosaic({ grid: [3, 3] }),
  multimixup: mixwell.multimixup({ sources: 5 }),
  resizemix: mixwell.resizemix(),
  cutblur: mixwell.cutblur(),
  smoothmix: mixwell.smoothmix(),
  "one of many": mixwell.oneOf([mixup(), mixwell.mosaic(), mixwell.resizemix(), mixwell.multimixup()], {
    prob: 0.8,
    pairing: "derangement",
  }),
  "AugMix and MixUp": [mixwell.augMix(mixwell.augMixPolicy(), { prob: 0.6 }), mixup()],
};
const IDS = [40, 7, 99, 7, 0, 12, 31, 5];

describe.each(Object.entries(POLICIES))("%s", (_, policy) => {
  test("every row is a picture of the sample it was asked for", () => {
    expect(ownSources(overDataset(policy, IDS)).map(({ id }) => id)).toEqual(IDS);
  });

  test("and three times of it, copy by copy, where the batch is repeated", () => {
    const repeated = [
      mixwell.repeatedAugmentation([ops.flipX(), ops.flipY(), ops.invert()]),
      ...[policy].flat(),
    ] as Policy;
    expect(ownSources(overDataset(repeated, IDS)).map(({ id }) => id)).toEqual([...IDS, ...IDS, ...IDS]);
  });
});

test("granularity half: the first half", () => {
  expect(ownSources(overDataset(mixup({ granularity: "half" }), IDS)).map(({ id }) => id)).toEqual(IDS.slice(0, 4));
});

test("an edited row is a picture of what it was told to show, through all stages, and of a second batch too", () => {
  const whole = plan([mixup({ pairing: "external" }), mixup({ pairing: "reverse" })], 3, {
    ids: [7, 8, 9],
    externalSize: 3,
  });
  whole.stages[1]!.rows[0]!.own = 2;
  expect(ownSources(whole).map(({ id }) => id)).toEqual([9, 8, 9]);
  whole.stages[0]!.rows[2]!.own = 3;
  expect(ownSources(whole).map(({ from, index }) => [from, index])).toEqual([
    ["external", 0],
    ["batch", 1],
    ["external", 0],
  ]);
});
