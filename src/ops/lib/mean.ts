/** Which mean of a picture a tone op wants: of one peer's grey, or of each channel. `shaders/tone.wgsl` counts it. */

import * as constants from "../../generated/constants.ts";
import type { Peer } from "../op.ts";
import { GREY_PEERS, GREY_PILLOW, greyOf } from "./grey.ts";

export const { CHANNEL_MEAN } = constants.tone;
export const MEAN_PEERS = [...GREY_PEERS, "kerascv"] as const satisfies Peer[];

/** The number by which the shaders know it. */
export const meanOf = (peer: (typeof MEAN_PEERS)[number]): number => (peer === "kerascv" ? CHANNEL_MEAN : greyOf(peer));

/** Whose mean a tone op's words ask for, if they say so: their field `mean_of` in WGSL. */
export const wantedMean = (words: unknown): number => (words as { readonly meanOf?: number }).meanOf ?? GREY_PILLOW;
