/** The size of a picture after ops. */

import type { Size } from "../format/format.ts";
import { argsOf, atCall, checkCall } from "./check-call.ts";
import type { Arg, Args, ImageOp } from "./op.ts";
import { opNamed } from "./registry.ts";

interface Side {
  name: string;
  side: "height" | "width" | "both";
  arg: Arg;
}

const sides = /* @__PURE__ */ new WeakMap<ImageOp, Side[]>();

/** The arguments that decide the size of the result. Only an op that has one may change it. */
export function sidesOfResult(op: ImageOp): readonly Side[] {
  let found = sides.get(op);
  if (!found) {
    found = Object.entries(op.args).flatMap(([name, arg]) =>
      arg.sideOfResult ? [{ name, side: arg.sideOfResult, arg }] : [],
    );
    if (found.length > 0 && sizeOf(op)) {
      const { peer } = argsOf(op);
      if (peer) found.push({ name: "peer", side: "both", arg: peer });
    }
    sides.set(op, found);
  }
  return found;
}

const sizeOf = (op: ImageOp) => ("sizeAfter" in op ? op.sizeAfter : undefined);

/** The size of the result, by the arguments of {@link sidesOfResult}. */
export function sizeAfterSides(op: ImageOp, args: Args, size: Size): Size {
  const after = sizeOf(op)?.(args, size);
  if (after) return after;
  const sides = { height: size.height, width: size.width };
  for (const { name, side } of sidesOfResult(op)) if (side !== "both") sides[side] = args[name] as number;
  return sides;
}

/** The size of a picture after its calls; `path` is where they stand, for messages. */
export function sizeAfterCalls(calls: readonly { op: string }[], size: Size, path: string): Size {
  return calls.reduce((now, call, i) => {
    const op = opNamed(call.op);
    if (sidesOfResult(op).length === 0 || op.kind !== "warp") return now;
    try {
      const { args } = checkCall(call, `${path}[${i}]`);
      return (op.place ? op.reading(args) : op.warp(args, now)).size ?? now;
    } catch (error) {
      throw atCall(error, call.op, `${path}[${i}]`);
    }
  }, size);
}

export const isSame = (a: Size, b: Size): boolean => a.height === b.height && a.width === b.width;

export const showSize = ({ height, width }: Size): string => `${height} × ${width}`;
