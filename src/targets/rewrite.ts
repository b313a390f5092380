/** A picture's calls, rewritten for what belongs to it: a class map or a companion picture. */
import { found, PlanError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { argsOfCall, atCall, checkCall } from "../ops/check-call.ts";
import { foldWarps } from "../ops/lib/warp-fold.ts";
import type { AnyCall, Args, ImageOp, Interpolation, Reading, Warp, WarpOp } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall } from "../plan/plan.ts";

/** What stays of a picture's calls, and how it reads. */
export interface CallRule {
  /** Whether ops that change values stay. */
  color: boolean;
  /** How warps read: as they did, or this way. */
  interpolation: Interpolation | "same";
  /** Levels where there is nothing to read; left as they were where none are given. */
  fill: readonly number[] | undefined;
  /** Whether what is painted over is filled with `fill`; else it is left as it was. */
  fillsHidden: boolean;
}

/** The calls, and the size of the picture after them. */
export interface Rewritten {
  calls: OpCall[];
  size: Size;
}

/**
 * Rewrites calls. A warp that did not fold into the one before it in the picture must not do so here either, where what
 * stood between them is gone: two reads are not one (pixels at the border, and what is cut off and comes back).
 */
export function rewritten(calls: readonly OpCall[], size: Size, rule: CallRule, path: string): Rewritten {
  const made: OpCall[] = [];
  let now = size;
  /** What the next warp folds into in the picture, and whether the last call that stays is a warp. */
  let open: Warp | undefined;
  let endsWithWarp = false;
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const at = `${path}[${i}]`;
    const op = opNamed(call.op);
    try {
      if (op.kind !== "warp") {
        open = undefined;
        const kept = keptCall(call, op, rule, at);
        if (kept) made.push(kept);
        endsWithWarp &&= !kept;
        continue;
      }
      const args = argsOfCall(call) ?? checkCall(call, at).args;
      const warp = op.place ? undefined : op.warp(args, now);
      const folded: Warp | undefined = open && warp && args.fuse !== false ? foldWarps(open, warp) : undefined;
      const next = readAs(call, op, rule);
      made.push(endsWithWarp && !folded ? ({ ...next, fuse: false } as OpCall) : next);
      open = folded ?? warp;
      endsWithWarp = true;
      const { size: after = now } = readingOf(op, args, now);
      if (rule.interpolation === "nearest") checkNearest(next, op, now, at);
      now = after;
    } catch (error) {
      throw atCall(error, call.op, at);
    }
  }
  return { calls: made, size: now };
}

/** A call of an op that is no warp, if it stays. */
function keptCall(call: OpCall, op: Exclude<ImageOp, WarpOp>, rule: CallRule, path: string): OpCall | undefined {
  if (op.target === "moves" || rule.color) return call;
  if (op.target === "nothing" || !rule.fillsHidden) return undefined;
  if (!("fill" in op.args))
    throw new PlanError(path, 'an op that can fill what it hides (or hidden: "keep")', found(op.name));
  return { ...call, fill: rule.fill, ...("mode" in op.args && { mode: "constant" }) } as unknown as OpCall;
}

/** The call with another reading, as far as it can be told. */
function readAs(call: OpCall, { args }: ImageOp, { interpolation, fill }: CallRule): OpCall {
  const made: AnyCall = { ...call };
  if (interpolation !== "same") {
    if ("interpolation" in args) made.interpolation = interpolation;
    if ("antialias" in args && interpolation !== "bilinear") made.antialias = false;
  }
  if (fill && "fill" in args) made.fill = [...fill];
  return made as unknown as OpCall;
}

/** Ids are never averaged. */
function checkNearest(call: OpCall, op: WarpOp, size: Size, path: string): void {
  const args: Args = argsOfCall(call) ?? checkCall(call, path).args;
  const { interpolation } = readingOf(op, args, size);
  if (interpolation === "nearest") return;
  throw new PlanError(path, "a warp that can read the nearest pixel, for ids", found(`${op.name}, ${interpolation}`));
}

const readingOf = (op: WarpOp, args: Args, size: Size): Reading => (op.place ? op.reading(args) : op.warp(args, size));
