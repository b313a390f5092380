/** The size of a picture after ops. */

import type { Size } from "../format/format.ts";
import { atCall, checkCall } from "./check-call.ts";
import { imageOps } from "./index.ts";
import type { Arg, ImageOp } from "./op.ts";

/** The arguments that are a side of the result, by op. Only an op that has one may change the size. */
export const sidesOfResult = new Map(Object.values<ImageOp>(imageOps).map(({ name, args }) => [name, sidesIn(args)]));

function sidesIn(args: Readonly<Record<string, Arg>>) {
  return Object.entries(args).flatMap(([name, arg]) => (arg.sideOfResult ? [{ name, side: arg.sideOfResult, arg }] : []));
}

/** The size of a picture after its calls; `path` is where they stand, for messages. */
export function sizeAfterCalls(calls: readonly { op: string }[], size: Size, path: string): Size {
  return calls.reduce((now, call, i) => {
    const op = (imageOps as Record<string, ImageOp>)[call.op]!;
    if (sidesOfResult.get(call.op)!.length === 0 || op.kind !== "warp") return now;
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
