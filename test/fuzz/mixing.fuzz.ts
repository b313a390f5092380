/**
 * (a) Random policies, shapes, formats, layouts, and plans with edits: the GPU makes what the reference makes.
 *
 * A case is one policy of its own, the plan drawn for it and edited, and its own batch: shape, pictures, labels, and
 * where they come from. Cases go in packs, each with one submission to the GPU and one wait, and packs in rounds, whose
 * cases share formats, memory orders and the ops and mixers that they draw from: see rounds.ts.
 */
import fc from "fast-check";
import { type HostBatch, type Plan, type ReferenceBatch, samplePlan } from "mixwell";
import { expect, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { Both } from "./both.ts";
import { isShort, SEED, seconds, tally, throwFailure } from "./campaign.ts";
import { compare } from "./compare.ts";
import { type MixCase, mixCases } from "./mixing.ts";
import { packsOf } from "./packs.ts";
import { inWords, type Round, roundOf, roundSeeds, SHORT } from "./rounds.ts";
import { nothingSeen } from "./seen.ts";
import { IMAGES, imageStages, MIXERS } from "./stages.ts";

/** Cases in a submission. */
const PACK = 16;
/** Packs in a round: in `npm test`, and in a campaign, where compiling is to be the smaller part of the time. */
const PACKS = isShort ? 12 : 128;

/** Tries a round, and returns how many cases that were. */
async function tryRound(round: Round): Promise<number> {
  const both = new Both(await getDevice(), round);
  try {
    const property = fc.asyncProperty(packsOf(mixCases(round), PACK), (pack) => both.try(pack));
    throwFailure(await fc.check(property, { seed: round.seed, numRuns: PACKS }));
  } finally {
    await both.destroy();
  }
  return PACK * PACKS;
}

function* rounds(): Generator<Round> {
  const start = performance.now();
  if (isShort) for (const [i, fixed] of SHORT.entries()) yield roundOf(SEED + i, fixed);
  else
    for (const seed of roundSeeds(SEED)) {
      if (performance.now() - start > 1000 * seconds!) return;
      yield roundOf(seed);
    }
}

test("the GPU makes what the reference makes", async ({ task }) => {
  const start = performance.now();
  Object.assign(tally, { refused: 0, seen: nothingSeen(), policies: new Set() });
  let cases = 0;
  const since = () => (performance.now() - start) / 1000;
  for (const round of rounds()) {
    const began = since();
    cases += await tryRound(round);
    task.meta.fuzz = {
      part: "a  policies and plans",
      cases,
      refused: tally.refused,
      seconds: since(),
      seen: tally.seen,
      policies: tally.policies.size,
    };
    // At once, so that a run that is stopped has told as much as it tried.
    // What is refused tests the checks only.
    expect(tally.refused, `cases refused of ${cases}, ${inWords(round)}`).toBeLessThan(cases / 2);
    if (!isShort) console.log(`${cases} cases, ${(since() - began).toFixed(1)} s for ${inWords(round)}`);
  }
});

test("the search finds what it looks for: a byte that is off", () => {
  const plan = { sources: [{}], stages: [] } as unknown as Plan;
  const same = { images: Uint8Array.of(1, 2) } as unknown as ReferenceBatch;
  const other: HostBatch = { images: Uint8Array.of(1, 3) };
  const bytes: Parameters<typeof compare>[2] = {
    format: "u8",
    output: { format: "u8", layout: "nhwc" },
    values: "plain",
  };
  expect(() => compare(other, same, bytes, plan)).toThrow("value 1 is 3, the reference says 2");
});

test("a pack shrinks to the case that fails, and to its smallest", () => {
  const isWrong = ({ height, edits, mixers }: MixCase) => height > 3 && mixers.length > 0 && edits.length > 1;
  const property = fc.property(packsOf(mixCases(roundOf(1)), PACK), (pack) => !pack.some(isWrong));
  const { counterexample } = fc.check(property, { seed: 1 });
  expect(counterexample).toMatchObject([[{ height: 4, width: 1, size: 1, images: [] }]]);
  expect(counterexample![0]).toHaveLength(1);
  expect([counterexample![0]![0]!.mixers.length, counterexample![0]![0]!.edits.length]).toEqual([1, 2]);
});

test("every stage and mixer of the search can be drawn", () => {
  const size = { height: 8, width: 8 };
  const request = { seed: 1, step: 0, batchSize: 4, ...size };
  for (const strength of [0, 0.5, 1]) {
    const policies = [
      ...Object.keys(IMAGES).map((stage) => imageStages({ stage, strength, prob: strength, sample: false })),
      ...Object.values(MIXERS).map((make) =>
        make({ alpha: 0.1 + strength, prob: strength, pairing: "reverse", ...size }),
      ),
    ];
    for (const policy of policies) expect(samplePlan({ ...request, policy }).batchSize).toBe(4);
  }
});
