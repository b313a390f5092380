/**
 * What an application has of ops comes with the constructors that it calls: the ops themselves, how their calls are
 * checked, and how they are lowered. It is the one file that reaches up, to code that it does not call.
 */
import { useOpPasses } from "../lower/ops.ts";
import { checkCall } from "../ops/check-call.ts";
import { useAllOps } from "../ops/index.ts";
import type { ImageOp } from "../ops/op.ts";
import { useOpChecks } from "../ops/op-checks.ts";
import { useOps } from "../ops/registry.ts";
import { sizeAfterCalls } from "../ops/size.ts";

/** Enters ops, so that stages and plans can name them. */
export function bringOps(ops: readonly ImageOp[]): void {
  useOps(ops);
  bringPasses();
}

/** Enters every op. */
export function bringAllOps(): void {
  useAllOps();
  bringPasses();
}

function bringPasses(): void {
  useOpChecks({ checkCall, sizeAfterCalls });
  useOpPasses();
}
