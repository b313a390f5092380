/** Arguments that several ops have, described once, and reading of checked ones. */
import { InputError } from "../../check/errors.ts";
import type { Arg, Args, Peer } from "../op.ts";

/** A multiplier whose neutral value is 1. */
export const factorArg = (about: string): Arg => ({ type: "number", min: 0, max: 7, identity: 1, unit: "factor", about });

/** A difference on the scale 0..255. */
export const deltaArg = (about: string, more: Partial<Arg> = {}): Arg => ({
  type: "number",
  min: -255,
  max: 255,
  identity: 0,
  unit: "level -255..255",
  about,
  ...more,
});

/** A threshold on the scale 0..255; 256 is above every level. */
export const thresholdArg = (about: string, more: Partial<Arg> = {}): Arg => ({
  type: "number",
  min: 0,
  max: 256,
  unit: "level 0..256",
  about,
  ...more,
});

/** The argument of this name as a number; its type was checked. */
export const number = (args: Args, name: string): number => args[name] as number;

/** Whose rounding the call asks for; the first of the op's `peers` is the default. */
export const peerOf = (args: Args, peers: readonly Peer[]): number => {
  const peer = (args.peer ?? peers[0]) as Peer;
  const index = peers.indexOf(peer);
  if (index < 0) throw new InputError("peer", `one of ${peers.join(", ")}`, peer);
  return index;
};
