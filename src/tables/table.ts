import type { DrawnOp } from "../draw/op-draws.ts";
import type { OpArgs, OpName } from "../ops/index.ts";
import type { Interpolation, Peer } from "../ops/op.ts";

/** What a peer's policies do at which strength: its op names, units and directions, as data. */
export interface MagnitudeTable {
  /** For the documentation. The package is built without it. */
  about?: string;
  /** The unit of a magnitude: `bin` counts whole steps from 0; the others are any number from 0 to `max`. */
  unit: "bin" | "level" | "share";
  /** How many bins, unless the policy says otherwise. */
  bins?: number;
  /** The largest magnitude; for bins one less than their number. */
  max?: number;
  /** Whose rounding the ops follow. */
  peer: Peer;
  /** How warps read their input and what shows beside it; left out: by each op's own defaults. */
  interpolation?: Interpolation | readonly Interpolation[];
  edge?: "constant" | "symmetric";
  /** Levels for `constant`; null is nothing at all. */
  fill: readonly number[] | null;
  entries: Readonly<Record<string, Entry>>;
}

export type Entry = LevelEntry | SpreadEntry;

/** An op with one argument, which a magnitude (after its noise) decides, and a random sign. */
export type LevelEntry = { [Name in OpName]: LevelOf<Name> }[OpName];

/** {@link LevelEntry} of one op. */
export interface LevelOf<Name extends OpName> {
  /** Our name of the op. */
  op: Name;
  /** The peer's argument at a magnitude, in the peer's own unit and direction; left out: the op has none. */
  value?: Level;
  /** Whether half of the draws get the opposite: −value, unless `negated` says otherwise. */
  signed?: boolean;
  negated?: Level;
  /** Our arguments for the peer's. */
  args?(value: number, context: LevelContext): OpArgs<Name>;
}

/** The ops that blend a picture with a poorer one of itself, by a factor. */
export type Enhancement = "brightness" | "color" | "contrast" | "sharpness";

/** A number that a magnitude decides. */
export type Level = (magnitude: number, context: LevelContext) => number;

/** An entry whose value is negated half of the time. */
export const signed = <Name extends OpName>(op: Name, value: Level, args: LevelOf<Name>["args"]): LevelOf<Name> => ({
  op,
  value,
  args,
  signed: true,
});

/** An op whose arguments are drawn one by one, from ranges that a magnitude decides. */
export interface SpreadEntry {
  /** Our name of the op. */
  op: OpName;
  spread(magnitude: number, std: number): Spread;
}

/** What such an entry draws, as the image stages of these kinds: an op with drawn arguments, or several of them. */
export type Spread = DrawnOp | { kind: "sequential" | "randomChoice"; stages: Spread[] };

export interface LevelContext {
  bins: number;
  /** Picture size in pixels. */
  height: number;
  width: number;
  /**
   * The largest translation, instead of the table's, in its unit (a share of the side; pixels for timm's TranslateX and
   * Y).
   */
  translate?: number;
}

/** Rounds half to even, as numpy, torch and Python do. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
