/** Which ops a kernel is put together for, and in which ways its warps read. */

import type { Segment } from "../analysis/passes.ts";
import type { KernelName } from "../generated/kernels.ts";
import type { OpName } from "../ops/index.ts";
import type { PlacedWarp, Read, Warp } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall, Plan } from "../plan/plan.ts";
import { hasCase } from "../wgsl/assemble.ts";
import { kernelNamed } from "./kernels.ts";

/** What follows from the ops that kernels are made for. */
interface OpSet {
  names: ReadonlySet<string>;
  /** Those that see no other pixel than the one they make. */
  plain: readonly OpName[];
  /** Those that a kernel has a case for. */
  byKernel: Map<KernelName, readonly OpName[]>;
  /** What is asked of it later. */
  levels?: readonly OpName[];
  matrixWarp?: OpName;
}

/** Of lists that nobody can change: an engine has the same ones at every step. */
const known = /* @__PURE__ */ new WeakMap<readonly OpName[], OpSet>();

function setOf(ops: readonly OpName[]): OpSet {
  let set = known.get(ops);
  if (set === undefined) {
    const plain = Object.freeze(ops.filter((op) => ["color", "mask", "tone"].includes(opNamed(op).kind)));
    set = { names: new Set(ops), plain, byKernel: new Map() };
    if (Object.isFrozen(ops)) known.set(ops, set);
  }
  return set;
}

/** The ops that see no other pixel than the one they make. */
export const plainOps = (ops: readonly OpName[]): readonly OpName[] => setOf(ops).plain;

/**
 * Those of the ops that a kernel has a case for, in an order of their own: one pipeline for all lists of the same ops.
 */
export function opsIn(kernel: KernelName, ops: readonly OpName[]): readonly OpName[] {
  const { byKernel } = setOf(ops);
  let own = byKernel.get(kernel);
  if (!own) {
    own = Object.freeze([...new Set(ops)].filter((op) => hasCase(kernelNamed(kernel), opNamed(op).shader)).sort());
    byKernel.set(kernel, own);
  }
  return own;
}

/** Those that are level curves for u8 pictures, whatever a picture shows, in an order of their own. */
export function levelOps(ops: readonly OpName[]): readonly OpName[] {
  const set = setOf(ops);
  set.levels ??= Object.freeze(ops.filter((op) => "byLevel" in opNamed(op)).sort());
  return set.levels;
}

/** One that stands for all that read where a matrix says: they are the same kernel. */
export function matrixWarp(ops: readonly OpName[]): OpName {
  const set = setOf(ops);
  set.matrixWarp ??= [...ops].sort().find((name) => {
    const op = opNamed(name);
    return op.kind === "warp" && !op.place;
  });
  return set.matrixWarp!;
}

/** What a tone kernel for these ops asks of a picture: its constants `COUNTS` and `MEANS`. */
export function toneSet(overrides: Readonly<Record<string, unknown>>, ops: readonly OpName[]): Record<string, number> {
  if (!("COUNTS" in overrides)) return {};
  const tones = ops.map(opNamed).filter((op) => op.kind === "tone");
  return {
    COUNTS: tones.some(({ from }) => from !== "mean") ? 1 : 0,
    MEANS: tones.some(({ shader }) => "mean_of" in shader.cases.u8) ? 1 : 0,
  };
}

/**
 * The constants `READS_BILINEAR` … of a kernel that was put together for these ops. Undefined has all ways: the
 * defaults.
 */
export function readingSet(ops: readonly OpName[], readings: readonly Read[] | undefined): Record<string, number> {
  if (!readings || !ops.some((op) => opNamed(op).kind === "warp")) return {};
  return {
    READS_BILINEAR: readings.includes("bilinear") || readings.includes("average") ? 1 : 0,
    READS_BICUBIC: readings.includes("bicubic") ? 1 : 0,
    READS_AVERAGE: readings.includes("average") ? 1 : 0,
  };
}

/** How a warp reads. */
export const readOf = (warp: Warp | PlacedWarp): Read =>
  "antialias" in warp && warp.antialias && warp.interpolation !== "nearest" ? "average" : warp.interpolation;

/** The ops that were expected, and after them those that a plan has besides. */
export function opsFor(plan: Plan, expected: readonly OpName[] = NONE): readonly OpName[] {
  const { names } = setOf(expected);
  const others = new Set<OpName>();
  const add = ({ ops }: { ops?: OpCall[] }) => {
    if (ops) for (const { op } of ops) if (!names.has(op)) others.add(op as OpName);
  };
  plan.sources.forEach(add);
  for (const { rows } of plan.stages) rows.forEach(add);
  return others.size === 0 ? expected : [...expected, ...others];
}

const NONE: readonly OpName[] = /* @__PURE__ */ Object.freeze([]);

/** The ways to read that were expected, if the pictures' warps have no others; else undefined, all of them. */
export function readingsFor(
  pictures: readonly (readonly Segment[])[],
  expected: readonly Read[] | undefined,
): readonly Read[] | undefined {
  for (const segments of pictures)
    for (const { warp } of segments) if (warp && !expected?.includes(readOf(warp))) return undefined;
  return expected;
}
