import { copied } from "../check/copied.ts";
import { opNamed } from "../ops/registry.ts";
import { foldIn } from "../random/key.ts";
import type { OpCall, Plan, Row, SourceRef } from "./plan.ts";

/** Whether the pictures of a clip have its noise, or each has its own. */
export type ClipNoise = "clip" | "frame";

export const CLIP_NOISES: readonly ClipNoise[] = ["clip", "frame"];

/**
 * A plan for clips of so many pictures, from one that was drawn for a picture each: what was drawn for a clip is done
 * to all its pictures, and picture t is mixed with picture t. Clip i is the pictures i · length to i · length + length
 * − 1. `frame`: keys of noise have t folded in, so that noise flickers; what moves pixels stays.
 */
export function planOfClips(plan: Plan, length: number, noise: ClipNoise = "clip"): Plan {
  if (length === 1) return plan;
  const each = <T>(list: readonly T[], of: (entry: T, t: number) => T): T[] =>
    list.flatMap((entry) => Array.from({ length }, (_, t) => of(copied(entry), t)));
  const ofFrame = <T extends { ops?: OpCall[] }>(one: T, t: number): T =>
    noise === "clip" || !one.ops ? one : { ...one, ops: one.ops.map((call) => withNoiseOf(t, call)) };
  const source = (one: SourceRef, t: number): SourceRef => ofFrame({ ...one, index: one.index * length + t }, t);
  const row = (one: Row, t: number): Row => {
    const own = one.own * length + t;
    return ofFrame("partner" in one ? { ...one, own, partner: one.partner * length + t } : { ...one, own }, t);
  };
  return {
    ...plan,
    sources: each(plan.sources, source),
    batchSize: plan.batchSize * length,
    stages: plan.stages.map(({ pairing, rows }) => ({ pairing, rows: each(rows, row) })),
  };
}

/** A call with the noise of picture t. A key that says where pixels go is no noise. */
function withNoiseOf(t: number, call: OpCall): OpCall {
  if (!("key" in call) || opNamed(call.op).target === "moves") return call;
  const [k0, k1] = call.key as readonly [number, number];
  const { k0: high, k1: low } = foldIn({ k0, k1 }, t);
  return { ...call, key: [high, low] } as OpCall;
}
