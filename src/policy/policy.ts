import type { MixStage } from "../mixers/mix-stage.ts";
import type { ImageStage } from "../stages/stage.ts";
import type { RepeatedAugmentation } from "./repeated-augmentation.ts";

/**
 * A policy says what may happen to a batch; a plan says what did. It is one stage or a list, applied in order, and
 * plain data: unless a strength is a function, it survives `JSON.stringify`. An empty list leaves every picture as it
 * is.
 *
 * Image stages work on pictures one by one, mixers make one picture of two or more, and they may stand in any order. Up
 * to four levels of mixing fit into one policy: a mixer of two pictures is one, a Mosaic of 2 × 2 and an AugMix of
 * three chains are two.
 */
export type Policy = PolicyStage | readonly PolicyStage[];

/** One entry of a policy's list. */
export type PolicyStage = MixStage | ImageStage | RepeatedAugmentation;

/** Levels of mixing in one policy: k levels can have 2^k sources in one label row. */
export const MAX_STAGES = 4;
/** Entries of a policy's list. */
export const MAX_LIST = 32;
