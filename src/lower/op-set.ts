/** Which ops a pipeline is made for: its overrides, one bit an op, and one for each way in which warps read. */

import type { Segment } from "../analysis/passes.ts";
import { type Kernel, opIds } from "../generated/layouts.ts";
import { imageOps, type OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import type { OpCall, Plan } from "../plan/plan.ts";

/** What follows from the ops that a pipeline is made for. */
interface OpSet {
  names: ReadonlySet<string>;
  /** Those that see no other pixel than the one they make. */
  plain: readonly OpName[];
  /** `OPS_0`, `OPS_1` … and `WARPS`. */
  overrides: Readonly<Record<string, number>>;
}

/** Of lists that nobody can change: an engine has the same ones at every step. */
const known = new WeakMap<readonly OpName[], OpSet>();

function setOf(ops: readonly OpName[]): OpSet {
  let set = known.get(ops);
  if (set === undefined) {
    const isWarp = (op: OpName) => imageOps[op].kind === "warp";
    const plain = Object.freeze(ops.filter((op) => ["color", "mask", "tone"].includes(imageOps[op].kind)));
    set = { names: new Set(ops), plain, overrides: { ...bitsOf(ops), WARPS: ops.some(isWarp) ? 1 : 0 } };
    if (Object.isFrozen(ops)) known.set(ops, set);
  }
  return set;
}

/** The ops that see no other pixel than the one they make. */
export const plainOps = (ops: readonly OpName[]): readonly OpName[] => setOf(ops).plain;

/** The overrides `OPS_0`, `OPS_1` …, `WARPS` and `READS_BILINEAR` …, as far as a kernel has them. What is undefined has all: the defaults. */
export function opSet(
  kernel: Pick<Kernel, "overrides">,
  ops: readonly OpName[] | undefined,
  readings?: readonly Interpolation[],
): Record<string, number> {
  if (!ops) return {};
  const { overrides } = setOf(ops);
  const set: Record<string, number> = {};
  for (const name in kernel.overrides) {
    const value = overrides[name] ?? (readings && READS[name]?.(readings));
    if (value !== undefined) set[name] = value;
  }
  return set;
}

const READS: Readonly<Record<string, (readings: readonly Interpolation[]) => number>> = {
  READS_BILINEAR: (readings) => (readings.includes("bilinear") ? 1 : 0),
  READS_BICUBIC: (readings) => (readings.includes("bicubic") ? 1 : 0),
  // What averages has no list: see `readingsFor`.
  READS_AVERAGE: () => 0,
};

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
  const { names } = setOf(expected);
  const fits = ({ ops }: { ops?: OpCall[] }) => !ops || ops.every(({ op }) => names.has(op));
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
