/** Which mean of a picture a tone op wants: of one peer's grey, or of each channel. `shaders/tone.wgsl` counts it. */

import type { Peer } from "../op.ts";
import { GREY_PEERS } from "./grey.ts";

/** The word in which the op says so: a position in `MEAN_PEERS`, of which the first are those of `grey.ts`. */
export const MEAN_WORD = 7;
export const MEAN_PEERS = [...GREY_PEERS, "kerascv"] as const satisfies Peer[];
export const CHANNEL_MEAN = MEAN_PEERS.indexOf("kerascv");
