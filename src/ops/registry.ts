/** The image ops that are here; see `Registry`. */
import { Registry } from "../check/registry.ts";
import type { ImageOp } from "./op.ts";

export const knownOps = /* @__PURE__ */ new Registry<ImageOp>("your own must be defined first, by defineOp");

/** Enters ops, so that stages and plans can name them. */
export function useOps(ops: readonly ImageOp[]): void {
  for (const op of ops) knownOps.add(op.name, op);
}

/** An op that was checked to be here. */
export const opNamed = (name: string): ImageOp => knownOps.get(name)!;
