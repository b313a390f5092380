/** Arguments that several ops have, described once, and whose rounding a call asks for. */
import type { Arg, Peer } from "../op.ts";

/** A multiplier whose neutral value is 1. */
export const factorArg = { type: "number", min: 0, max: 7, identity: 1, unit: "factor" } as const satisfies Arg;

/** A difference on the scale 0..255. */
export const deltaArg = {
  type: "number",
  min: -255,
  max: 255,
  identity: 0,
  unit: "level -255..255",
} as const satisfies Arg;

/** A threshold on the scale 0..255; 256 is above every level. */
export const thresholdArg = { type: "number", min: 0, max: 256, unit: "level 0..256" } as const satisfies Arg;

/** Whose rounding the call asks for, as a position among the op's `peers`. */
export const peerOf = <P extends Peer>({ peer }: { readonly peer: P }, peers: readonly P[]): number =>
  peers.indexOf(peer);
