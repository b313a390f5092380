/**
 * What an application has of ops comes with the constructors that it calls: the ops themselves, and how ops are lowered.
 * It is the one file that reaches up, to code that it does not call.
 */
import { useOpPasses } from "../lower/ops.ts";
import { useAllOps } from "../ops/index.ts";
import type { ImageOp } from "../ops/op.ts";
import { useOps } from "../ops/registry.ts";

/** Enters ops, so that stages and plans can name them. */
export function bringOps(ops: readonly ImageOp[]): void {
  useOps(ops);
  useOpPasses();
}

/** Enters every op. */
export function bringAllOps(): void {
  useAllOps();
  useOpPasses();
}
