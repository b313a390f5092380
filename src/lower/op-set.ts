/** Which ops a kernel is put together for, and in which ways its warps read. */

import type { Segment } from "../analysis/passes.ts";
import type { KernelName } from "../generated/kernels.ts";
import type { OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall, Plan } from "../plan/plan.ts";
import { hasCase } from "../wgsl/assemble.ts";
import { kernelNamed } from "./kernels.ts";

const found = new WeakMap<readonly OpName[], Map<KernelName, readonly OpName[]>>();

/** Those of the ops that a kernel has a case for, in an order of their own: one pipeline for all lists of the same ops. */
export function opsIn(kernel: KernelName, ops: readonly OpName[]): readonly OpName[] {
  let byKernel = found.get(ops);
  if (!byKernel) {
    byKernel = new Map();
    found.set(ops, byKernel);
  }
  let own = byKernel.get(kernel);
  if (!own) {
    own = [...new Set(ops)].filter((op) => hasCase(kernelNamed(kernel), opNamed(op).shader)).sort();
    byKernel.set(kernel, own);
  }
  return own;
}

/** The constants `READS_BILINEAR` … of a kernel that was put together for these ops. Undefined has all ways: the defaults. */
export function readingSet(ops: readonly OpName[], readings: readonly Interpolation[] | undefined): Record<string, number> {
  if (!readings || !ops.some((op) => opNamed(op).kind === "warp")) return {};
  return {
    READS_BILINEAR: readings.includes("bilinear") ? 1 : 0,
    READS_BICUBIC: readings.includes("bicubic") ? 1 : 0,
    // What averages has no list: see `readingsFor`.
    READS_AVERAGE: 0,
  };
}

/** The ops that were expected, and after them those that a plan has besides. */
export function opsFor(plan: Plan, expected: readonly OpName[] = []): readonly OpName[] {
  const all = new Set<OpName>(expected);
  const add = ({ ops }: { ops?: OpCall[] }) => {
    for (const { op } of ops ?? []) all.add(op);
  };
  plan.sources.forEach(add);
  for (const { rows } of plan.stages) rows.forEach(add);
  return all.size === expected.length ? expected : [...all];
}

/** The ways to read that were expected, if the pictures' warps have no others; else undefined, all of them. */
export function readingsFor(
  pictures: readonly (readonly Segment[])[],
  expected: readonly Interpolation[] | undefined,
): readonly Interpolation[] | undefined {
  const fits = ({ warp }: Segment) => !warp || (!("antialias" in warp && warp.antialias) && expected?.includes(warp.interpolation));
  return pictures.every((segments) => segments.every(fits)) ? expected : undefined;
}
