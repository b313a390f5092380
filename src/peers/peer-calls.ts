import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import type { AnyCall, Interpolation } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall } from "../plan/plan.ts";
import { bringOps } from "../stages/brings.ts";
import { readingOf } from "../stages/op-at.ts";
import { tableOps } from "../tables/ops.ts";
import type { LevelEntry, MagnitudeTable } from "../tables/table.ts";
import { timm } from "../tables/timm.ts";
import { torchvision, torchvisionAutoAugment } from "../tables/torchvision.ts";

/**
 * Ops that another library drew, as calls for `plan.sources[i].ops`: to replay its run here, and to compare. Peers read
 * the picture once for every warp, so a warp that follows another says `fuse: false`.
 */

/** One op as torchvision's `_apply_op` gets it: the final, signed magnitude. */
export interface TorchvisionOp {
  op: string;
  magnitude: number;
  interpolation?: Interpolation;
  fill?: number[] | null;
}

/**
 * torchvision's ops (RandAugment, AutoAugment, TrivialAugmentWide, AugMix) as calls. Throws PolicyError for an op it
 * does not have.
 */
export function callsFromTorchvision(drawn: readonly TorchvisionOp[]): OpCall[] {
  checkDrawn(drawn, "{ op, magnitude }", ({ magnitude }) => typeof magnitude === "number");
  const table: MagnitudeTable = {
    ...torchvision,
    entries: { ...torchvision.entries, ...torchvisionAutoAugment.entries },
  };
  const size = { height: 0, width: 0 };
  const calls = drawn.map(({ op, magnitude, interpolation = "nearest", fill = null }, i) =>
    callOf(op, magnitude, { table, interpolation, fill, size }, `ops[${i}]`),
  );
  return calls.map(unfused);
}

/** One op as timm's level functions return it: what goes to the Pillow function. */
export interface TimmOp {
  op: string;
  args: readonly number[];
}

/** What timm's ops read pictures by: the run's interpolation and fill, and the picture's size in pixels. */
export interface TimmRun {
  height: number;
  width: number;
  interpolation?: Interpolation;
  fill?: number[];
}

/** timm's ops as calls. Throws PolicyError for an op it does not have. */
export function callsFromTimm(drawn: readonly TimmOp[], run: TimmRun): OpCall[] {
  checkDrawn(drawn, "{ op, args }", ({ args }) => isListOf(args, (value) => typeof value === "number"));
  knownKeys("run", run, ["height", "width", "interpolation", "fill"], PolicyError);
  const { height, width, interpolation = "bilinear", fill = [128] } = run;
  for (const [name, side] of Object.entries({ height, width })) {
    if (!(Number.isInteger(side) && side >= 1))
      throw new PolicyError(`run.${name}`, "a positive whole number of pixels", side);
  }
  const calls = drawn.map(({ op, args }, i) =>
    callOf(op, args[0] ?? 0, { table: timm, interpolation, fill, size: { height, width } }, `ops[${i}]`),
  );
  return calls.map(unfused);
}

/** Refuses what is no list of drawn ops. What else a peer's record says of an op is left alone. */
function checkDrawn(drawn: unknown, form: string, isComplete: (one: Record<string, unknown>) => boolean): void {
  if (!Array.isArray(drawn)) throw new PolicyError("ops", `a list of ${form}`, drawn);
  Array.from(drawn as unknown[]).forEach((one, i) => {
    if (!isOptions(one) || !isComplete(one)) throw new PolicyError(`ops[${i}]`, `${form}, with numbers`, one);
  });
}

const isWarp = ({ op }: OpCall) => opNamed(op).kind === "warp";

/** A warp directly after another is kept apart from it. */
function unfused(call: OpCall, i: number, calls: readonly OpCall[]): OpCall {
  const before = calls[i - 1];
  return before && isWarp(call) && isWarp(before) ? ({ ...call, fuse: false } as OpCall) : call;
}

/** What all ops of a peer's run share. */
interface PeerRun {
  table: MagnitudeTable;
  interpolation: Interpolation;
  fill: number[] | null;
  /** Of the picture, where values count its sides. */
  size: Size;
}

function callOf(name: unknown, value: number, { table, size, ...how }: PeerRun, path: string): OpCall {
  const entry = typeof name === "string" && Object.hasOwn(table.entries, name) ? table.entries[name] : undefined;
  if (entry === undefined || "spread" in entry)
    throw new PolicyError(`${path}.op`, `one of ${Object.keys(table.entries).join(", ")}`, name);
  bringOps(tableOps);
  const { interpolations, fixed } = readingOf(how, entry, table);
  const call: AnyCall = { op: entry.op, ...(entry as LevelEntry).args?.(value, { bins: 0, ...size }) };
  if (interpolations.length > 0) call.interpolation = interpolations[0];
  return copied({ ...call, ...fixed }) as OpCall;
}
