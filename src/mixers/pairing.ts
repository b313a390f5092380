import { PolicyError } from "../check/errors.ts";
import type { Granularity, Pairing } from "../plan/plan.ts";

/** Pairings in which the partner's partner is oneself, or that become so when a pair shares its draws. */
const MUTUAL: readonly Pairing[] = ["reverse", "permutation", "derangement"];

/** What this file looks at of a mixer, and of a `oneOf` with its mixers. */
interface Pairs {
  granularity?: Granularity;
  pairing?: Pairing;
  mixers?: readonly { granularity?: Granularity }[];
}

/** What shares one draw of the stage itself: its gate and its choice. */
export function stageGranularity(stage: Pairs): Granularity {
  return stage.granularity ?? "sample";
}

/** Whether any draw of the stage is shared by a pair, so that pairing has to be mutual. */
export function drawsPairs(stage: Pairs): boolean {
  return stage.granularity === "pair" || stage.mixers?.some((mixer) => mixer.granularity === "pair") === true;
}

/** Checks what one stage says about partners against itself; `path` leads to its options. */
export function checkStagePairing(stage: Pairs, path: string): void {
  const { pairing } = stage;
  if (stage.granularity === "half") {
    if (drawsPairs(stage)) {
      throw new PolicyError(
        `${path}.granularity`,
        "no mixer with granularity pair: half keeps one of each pair",
        "half",
      );
    }
    if (pairing !== undefined && pairing !== "reverse") {
      throw new PolicyError(`${path}.pairing`, "reverse, which granularity half is made of", pairing);
    }
  }
  if (pairing !== undefined && drawsPairs(stage) && !MUTUAL.includes(pairing)) {
    throw new PolicyError(
      `${path}.pairing`,
      `one of ${MUTUAL.join(", ")}, because granularity pair needs partners of each other`,
      pairing,
    );
  }
}

/** Checks what the stages say about partners against each other. `paths` lead to their options. */
export function checkPairings(stages: readonly Pairs[], paths: readonly string[]): void {
  stages.forEach((stage, i) => {
    if (stage.pairing === "external" && i > 0) {
      throw new PolicyError(
        `${paths[i]}.pairing`,
        "external on the first stage only, where the second batch is read",
        "external",
      );
    }
  });
  checkOrder(
    stages.map((stage) => stage.pairing),
    paths,
  );
}

/**
 * A partner from outside the batch goes through the earlier stages itself, and has nobody of the batch to be mixed with
 * there.
 */
function checkOrder(pairings: readonly (Pairing | undefined)[], paths: readonly string[]): void {
  pairings.forEach((pairing, i) => {
    if (pairing !== "dataset") return;
    const inBatch = pairings.findIndex((earlier, j) => j < i && earlier !== undefined && earlier !== "dataset");
    if (inBatch < 0) return;
    const expected = `an in-batch pairing after ${paths[inBatch]} (${pairings[inBatch]}), where a partner outside the batch has no partner of its own`;
    throw new PolicyError(`${paths[i]}.pairing`, expected, pairing);
  });
}

/**
 * The pairing of every stage. Where none is named: `dataset` if the batch is drawn over a dataset and every stage
 * before it pairs with the dataset too; `reverse` for `half`; else `derangement`, also for `pair`, where it is a random
 * matching.
 */
export function resolvePairings(stages: readonly Pairs[], overDataset: boolean, paths: readonly string[]): Pairing[] {
  const pairings: Pairing[] = [];
  for (const stage of stages) {
    const reachesOut = overDataset && !drawsPairs(stage) && pairings.every((pairing) => pairing === "dataset");
    const inBatch = stage.granularity === "half" ? "reverse" : "derangement";
    pairings.push(stage.pairing ?? (reachesOut && inBatch === "derangement" ? "dataset" : inBatch));
  }
  checkOrder(pairings, paths);
  return pairings;
}
