/** Every magnitude of every peer's table, as the peer's own code computed it (`test/fixtures/oracles/policies`). */
import { describe, expect, test } from "vitest";
import { peerValue } from "../../../src/stages/op-at.ts";
import { type LevelEntry, type MagnitudeTable, signed } from "../../../src/tables/table.ts";
import { blurRange, TIMM_AUG_MIX, TIMM_INCREASING, TIMM_RANDOM, TIMM_WEIGHTS, timm } from "../../../src/tables/timm.ts";
import {
  torchvision,
  torchvisionAugMix,
  torchvisionAutoAugment,
  torchvisionWide,
} from "../../../src/tables/torchvision.ts";
import levels from "../../fixtures/oracles/policies/timm-levels-and-policies.json" with { type: "json" };
import magnitudes from "../../fixtures/oracles/policies/torchvision-magnitudes.json" with { type: "json" };

test("the compiler holds an entry's arguments to its op", () => {
  const level = (magnitude: number) => magnitude;
  const fine: LevelEntry = { op: "posterize", value: level, args: (bits) => ({ bits }) };
  // @ts-expect-error another op's argument
  const wrong: LevelEntry = { op: "posterize", value: level, args: (degrees) => ({ degrees }) };
  // @ts-expect-error text for a number
  const text = signed("rotate", level, () => ({ degrees: "forty" }));
  expect([fine, wrong, text].map(({ op }) => op)).toEqual(["posterize", "posterize", "rotate"]);
});

type Peer = Record<string, { signed: boolean; magnitudes: number | number[] }>;

describe("torchvision", () => {
  const policies: [name: string, table: MagnitudeTable, peer: Peer, size: string, bins: number][] = [
    [
      "TrivialAugmentWide",
      torchvisionWide,
      magnitudes.TrivialAugmentWide.anySize,
      "32x48",
      magnitudes.TrivialAugmentWide.numBins,
    ],
  ];
  for (const [name, table] of [
    ["RandAugment", torchvision],
    ["AutoAugment", torchvisionAutoAugment],
    ["AugMix", torchvisionAugMix],
  ] as const) {
    for (const [size, peer] of Object.entries(magnitudes[name].bySize))
      policies.push([name, table, peer, size, magnitudes[name].numBins]);
  }

  test("all tables and sizes are here", () => expect(policies).toHaveLength(19));

  test.each(policies)("%s for %4$s: ops in order, signs, every bin", (_, table, peer, size, bins) => {
    const [height, width] = size.split("x").map(Number) as [number, number];
    expect(Object.keys(table.entries)).toEqual(Object.keys(peer));
    for (const [op, { signed, magnitudes }] of Object.entries(peer)) {
      const entry = table.entries[op] as LevelEntry;
      expect([op, entry.signed ?? false]).toEqual([op, signed]);
      if (typeof magnitudes === "number") expect([op, entry.value]).toEqual([op, undefined]);
      else
        expect([op, magnitudes.map((_, bin) => entry.value!(bin, { bins, height, width }))]).toEqual([op, magnitudes]);
    }
  });

  test("AugMix's enhancements come last, where they can be left out", () => {
    expect(Object.keys(torchvisionAugMix.entries).slice(-4)).toEqual(magnitudes.AugMix.onlyWithAllOps);
  });
});

describe("timm", () => {
  type Levels = { signed: boolean; rows: number[][] } | null;
  test.each(Object.entries(levels.levelToArg as Record<string, Levels>))(
    "%s: every level, both signs",
    (name, peer) => {
      if (name === "GaussianBlurRand") {
        // timm draws σ from 0.1 to twice what the level gives.
        for (const [level, share] of peer!.rows) expect(blurRange(level!)).toEqual([0.1, Math.max(0.1, 2 * share!)]);
        return;
      }
      const entry = timm.entries[name] as LevelEntry;
      if (peer === null) {
        expect(entry.value).toBeUndefined();
        return;
      }
      expect(entry.signed ?? false).toBe(peer.signed);
      const translate = name === "TranslateX" || name === "TranslateY" ? 250 : 0.45;
      const context = { bins: 0, height: 100, width: 100, translate };
      for (const [level, kept, negated] of peer.rows) {
        expect([level, peerValue(entry, level!, false, context)]).toEqual([level, kept]);
        if (peer.signed) expect([level, peerValue(entry, level!, true, context) + 0]).toEqual([level, negated! + 0]);
      }
    },
  );

  test("its lists of ops", () => {
    expect(TIMM_RANDOM).toEqual(levels.randAugmentOps.inc0);
    expect(TIMM_INCREASING).toEqual(levels.randAugmentOps.inc1);
    expect(TIMM_AUG_MIX).toEqual(levels.augMixOps);
    expect(Object.keys(TIMM_WEIGHTS)).toEqual(levels.weightedOps.names);
    const total = Object.values(TIMM_WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    Object.values(TIMM_WEIGHTS).forEach((weight, i) => {
      expect(weight / total).toBeCloseTo(levels.weightedOps.probabilities[i]!, 12);
    });
  });
});
