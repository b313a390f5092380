import type { AugMix } from "../mixers/aug-mix.ts";
import { isMixStage, type MixStage } from "../mixers/mix-stage.ts";
import { resolvePairings } from "../mixers/pairing.ts";
import type { Pairing } from "../plan/plan.ts";
import type { ImageStage } from "../stages/image-stage.ts";
import type { PolicyStage } from "./policy.ts";
import { stagePath } from "./validate.ts";

/** A stage at its place in the policy. */
export interface Placed<S> {
  stage: S;
  /** Its place in the list, which its random stream is named by unless it has a name of its own. */
  position: number;
  /** Leads to the stage itself: `policy[1]`. */
  place: string;
  /** Leads to its options: `policy[1].cutmix`. */
  path: string;
}

/** A stage that makes pictures of pictures, and what is done to its results. */
export type GraphStage =
  | (Placed<MixStage> & { pairing: Pairing; after: Placed<ImageStage>[] })
  | (Placed<AugMix> & { after: Placed<ImageStage>[] });

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
  const placed = stages.map((stage, position) => {
    const place = isList ? `policy[${position}]` : "policy";
    return { stage, position, place, path: stagePath(place, stage) };
  });
  const mixers = placed.filter((one): one is Placed<MixStage> => isMixStage(one.stage));
  const pairings = resolvePairings(
    mixers.map(({ stage }) => stage),
    overDataset,
    mixers.map(({ path }) => path),
  );
  const laidOut: LaidOut = { augmenters: [undefined], before: [], graph: [] };
  let mixer = 0;
  for (const { stage, ...where } of placed) {
    if (stage.kind === "repeatedAugmentation") {
      laidOut.augmenters = stage.augmenters.map((augmenter, i) => {
        const place = `${where.path}.augmenters[${i}]`;
        return { ...where, stage: augmenter, place, path: stagePath(place, augmenter) };
      });
    } else if (stage.kind === "augMix") laidOut.graph.push({ ...where, stage, after: [] });
    else if (isMixStage(stage)) laidOut.graph.push({ ...where, stage, pairing: pairings[mixer++]!, after: [] });
    else (laidOut.graph.at(-1)?.after ?? laidOut.before).push({ ...where, stage });
  }
  return laidOut;
}

/** The first mixer's pairing, and all of them. */
export const pairingsOf = ({ graph }: LaidOut): Pairing[] => graph.flatMap((stage) => ("pairing" in stage ? [stage.pairing] : []));
