/** Calls of an op that show what it does: for the strips of pictures, and for tests over the whole registry. */

import type { PictureShape } from "../../src/format/format.ts";
import { argsOf } from "../../src/ops/check-call.ts";
import type { Arg, Args, ImageOp } from "../../src/ops/op.ts";

export const MAGNITUDES = [0, 0.25, 0.5, 0.75, 1] as const;

/** Its strength where it has one, else its examples, else its defaults. */
export function examplesOf(op: ImageOp, picture: PictureShape): readonly Args[] {
  if (op.atMagnitude) return MAGNITUDES.map((magnitude) => op.atMagnitude!(magnitude));
  return op.examples?.(picture) ?? [defaultsOf(op)];
}

/** What an op must be given, at three quarters of its range (the middle often changes nothing); the rest it knows. */
function defaultsOf(op: ImageOp): Args {
  const required = Object.entries(argsOf(op)).filter(([, arg]) => !("default" in arg));
  return Object.fromEntries(required.map(([name, arg]) => [name, withinRange(arg)]));
}

function withinRange({ type, min = 0, max = 1, values = [], length = 1 }: Arg): unknown {
  const value = min + 0.75 * (max - min);
  if (type === "boolean") return true;
  if (type === "choice") return values[0];
  if (type === "list") return new Array(length).fill(value);
  return type === "integer" ? Math.round(value) : value;
}
