import { isSelfMixer } from "../mixers/index.ts";
import { isMixStage, type MixStage } from "../mixers/mix-stage.ts";
import { resolvePairings } from "../mixers/pairing.ts";
import type { Stage } from "../plan/plan.ts";
import { type ImageStage, stagePath } from "../stages/stage.ts";
import type { PolicyStage } from "./policy.ts";

/** A stage at its place in the policy. */
export interface Placed<S> {
  stage: S;
  /** Its place in the list, which its random stream is named by unless it has a name of its own. */
  position: number;
  /** Leads to the stage: `policy[1]`; to its options leads `stagePath`. */
  place: string;
}

/** A stage that makes pictures of pictures, and what is done to its results. */
export type GraphStage = Placed<MixStage> & { pairing: Stage["pairing"]; after: Placed<ImageStage>[] };

/** A policy's list, sorted by what it works on. */
export interface LaidOut {
  /** What each copy of the batch gets first; one `undefined` where the batch is not repeated. */
  augmenters: (Placed<ImageStage> | undefined)[];
  /** What the sources get. */
  before: Placed<ImageStage>[];
  graph: GraphStage[];
}

/** Sorts the stages of a valid policy and settles who is paired with whom. */
export function layOut(stages: readonly PolicyStage[], isList: boolean, overDataset: boolean): LaidOut {
  const laidOut: LaidOut = { augmenters: [undefined], before: [], graph: [] };
  stages.forEach((stage, position) => {
    const where = { position, place: isList ? `policy[${position}]` : "policy" };
    if (stage.kind === "repeatedAugmentation") {
      const path = stagePath(where.place, stage);
      laidOut.augmenters = stage.augmenters.map((augmenter, i) => ({
        ...where,
        stage: augmenter,
        place: `${path}.augmenters[${i}]`,
      }));
    } else if (isMixStage(stage)) laidOut.graph.push({ ...where, stage, pairing: "self", after: [] });
    else (laidOut.graph.at(-1)?.after ?? laidOut.before).push({ ...where, stage });
  });
  const paired = laidOut.graph.filter(({ stage }) => !isSelfMixer(stage));
  const pairings = resolvePairings(
    paired.map(({ stage }) => stage),
    overDataset,
    paired.map(({ place, stage }) => stagePath(place, stage)),
  );
  for (const [i, stage] of paired.entries()) stage.pairing = pairings[i]!;
  return laidOut;
}

/** The pairings of all mixers. */
export const pairingsOf = ({ graph }: LaidOut): Stage["pairing"][] => graph.map(({ pairing }) => pairing);
