/** Which ops a pipeline is made for: its overrides, one bit an op, and one for each way in which warps read. */

import type { Segment } from "../analysis/passes.ts";
import { type Kernel, opIds } from "../generated/layouts.ts";
import { imageOps, type OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import type { OpCall, Plan } from "../plan/plan.ts";

/** The overrides `OPS_0`, `OPS_1` …, `WARPS` and `READS_BILINEAR` …, as far as a kernel has them. What is undefined has all: the defaults. */
export function opSet(
  kernel: Pick<Kernel, "overrides">,
  ops: readonly OpName[] | undefined,
  readings?: readonly Interpolation[],
): Record<string, number> {
  if (!ops) return {};
  const set: Record<string, number> = {
    ...bitsOf(ops),
    WARPS: ops.some((op) => imageOps[op].kind === "warp") ? 1 : 0,
    ...(readings && {
      READS_BILINEAR: readings.includes("bilinear") ? 1 : 0,
      READS_BICUBIC: readings.includes("bicubic") ? 1 : 0,
      // What averages has no list: see `readingsFor`.
      READS_AVERAGE: 0,
    }),
  };
  return Object.fromEntries(Object.keys(kernel.overrides).flatMap((name) => (name in set ? [[name, set[name]!]] : [])));
}

/** One bit an op, 32 to an override. */
function bitsOf(ops: readonly OpName[]): Record<string, number> {
  const words = new Array<number>((Math.max(...Object.values(opIds)) >>> 5) + 1).fill(0);
  for (const op of ops) {
    if (!Object.hasOwn(opIds, op)) continue;
    const id = opIds[op as keyof typeof opIds];
    words[id >>> 5] = (words[id >>> 5]! | (1 << (id & 31))) >>> 0;
  }
  return Object.fromEntries(words.map((bits, word) => [`OPS_${word}`, bits]));
}

/** The ops that were expected, if a plan has no others; else undefined, all of them: a foreign plan gets the pipeline that can run anything. */
export function opsFor(plan: Plan, expected: readonly OpName[] | undefined): readonly OpName[] | undefined {
  if (!expected) return undefined;
  const known = new Set<string>(expected);
  const fits = ({ ops }: { ops?: OpCall[] }) => !ops || ops.every(({ op }) => known.has(op));
  return plan.sources.every(fits) && plan.stages.every(({ rows }) => rows.every(fits)) ? expected : undefined;
}

/** The ways to read that were expected, if the pictures' warps have no others; else undefined, all of them. */
export function readingsFor(
  pictures: readonly (readonly Segment[])[],
  expected: readonly Interpolation[] | undefined,
): readonly Interpolation[] | undefined {
  const fits = ({ warp }: Segment) => !warp || (!("antialias" in warp && warp.antialias) && expected?.includes(warp.interpolation));
  return pictures.every((segments) => segments.every(fits)) ? expected : undefined;
}
