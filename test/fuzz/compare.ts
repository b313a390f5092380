/** How far the GPU's batch may be from the reference's. */
import { type HostBatch, halfToFloat, imageOps, type OpCall, type Plan, type ReferenceBatch } from "mixwell";
import { expect } from "vitest";
import { affineOf } from "../../src/format/format.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { type MixCase, outputOf } from "./mixing.ts";

/** Whether a difference in the last place before an op can be a whole step after it. */
const jumps = ({ op: name }: OpCall): boolean =>
  (imageOps as Readonly<Record<string, ImageOp>>)[name]?.laws?.jumps ?? false;

/**
 * u8 to u8: the same bytes. Floats: the bound of test/gpu/ops-policies.test.ts, 2e-5, which every op may amplify four
 * times, and by as much as values 0..1 are stretched; where a picture has steps (a level, a threshold, a histogram),
 * one value in twenty may fall to the other side. Labels: 2 units in the last place of 1 a term.
 */
export function compare(
  got: HostBatch,
  wanted: ReferenceBatch,
  mixing: Pick<MixCase, "format" | "output" | "values">,
  plan: Plan,
): void {
  const { format, output } = mixing;
  expect(got.images.length).toBe(wanted.images.length);
  const lists = [...plan.sources, ...plan.stages.flatMap(({ rows }) => rows)].map(({ ops = [] }) => ops);
  const longest = Math.max(0, ...lists.map((ops) => ops.length)) * (plan.stages.length + 1);
  const exact = format === "u8" && output.format === "u8";
  const number = output.format === "f16" ? halfToFloat : (value: number) => value;
  const near = format === "u8" ? 1e-6 : Math.min(0.25, 2e-5 * 4 ** longest);
  const { scale, bias } = affineOf(1, [0, 1], outputOf(mixing));
  const reach = Math.max(1, scale[0]!, Math.abs(bias[0]!));
  const bound = (value: number) =>
    exact
      ? 0
      : output.format === "u8"
        ? 1 + 255 * near
        : near * Math.max(reach, Math.abs(value)) +
          (output.format === "f16" ? Math.max(2 ** -14, Math.abs(value)) * 2 ** -10 : 0);
  const off: string[] = [];
  for (let i = 0; i < wanted.images.length; i++) {
    const [a, b] = [number(got.images[i]!), number(wanted.images[i]!)];
    if (!(Math.abs(a - b) <= bound(b))) off.push(`value ${i} is ${a}, the reference says ${b}`);
  }
  const allowed = format !== "u8" && lists.flat().some(jumps) ? Math.ceil(wanted.images.length / 20) : 0;
  if (off.length > allowed) throw new Error(`${off.length} of ${wanted.images.length} values: ${off[0]}`);
  for (const [i, value] of (wanted.labels ?? []).entries())
    if (!(Math.abs(got.labels![i]! - value) <= 2 ** -21)) throw new Error(`label ${i}: ${got.labels![i]} for ${value}`);
  if (wanted.classes) expect(got.classes).toEqual(wanted.classes);
  if (wanted.shares) expect(got.shares).toEqual(wanted.shares);
}
