/** Mixers and what draws among them, made ready for the rows of a batch. */
import { Registry } from "../check/registry.ts";
import { PURPOSE } from "../draw/keys.ts";
import type { Scalar } from "../draw/schedule.ts";
import type { Granularity } from "../plan/plan.ts";
import { foldIn, type Key } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { mixOpOf } from "./index.ts";
import { type DrawContext, type DrawRow, type Mixer, PLAIN_NEEDS, type SelfMixer } from "./mixer.ts";

/** Whose id addresses a draw of row `i`, by what shares the draw. */
export type Anchor = (granularity: Granularity) => number;

/** A mixer of a stage, ready to draw rows: its strengths and keys are those of this moment. */
export interface ReadyMixer {
  granularity: Granularity;
  /** How many of the row's partners it mixes in. */
  partners: number;
  draw: DrawRow;
}

/** The decision about one row: the mixer to use, or undefined to leave the row alone. */
export type Choice = (anchor: Anchor) => ReadyMixer | undefined;

/** What a stage needs besides itself. */
export interface StageContext extends Omit<DrawContext, "key" | "granularity"> {
  key: Key;
}

/** A kind of stage that draws among mixers. */
export interface ChoiceForm {
  /** Throws PolicyError. */
  check(stage: Record<string, unknown>, path: string): void;
  /** Resolves every strength for this moment, once for all rows that are mixed. */
  prepare(
    stage: { readonly mixers: readonly Mixer[]; readonly weights?: readonly Scalar[] },
    granularity: Granularity,
    context: StageContext,
  ): Choice;
}

/** Those that are here, by their names: the constructor of each brings it. */
export const choiceForms = /* @__PURE__ */ new Registry<ChoiceForm>();

/** One draw decides: true with chance `prob`. */
export function gate(prob: number, key: Key, granularity: Granularity): (anchor: Anchor) => boolean {
  if (prob === 1) return () => true;
  return (anchor) => uniform01(key, anchor(granularity), 0) < prob;
}

/** Gets a mixer ready, the `child`th of its stage. */
export function prepareMixer(
  mixer: Mixer | SelfMixer,
  child: number,
  inherited: Granularity,
  { key, ...context }: StageContext,
): ReadyMixer {
  const op = mixOpOf(mixer);
  const granularity = mixer.granularity ?? inherited;
  const draw = op.prepare(mixer, {
    ...context,
    granularity,
    key: (purpose, nth = 0) => foldIn(key, PURPOSE[purpose] + child + nth),
  });
  return { granularity, partners: (op.needs?.(mixer) ?? PLAIN_NEEDS).partners, draw };
}
