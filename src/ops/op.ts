import type { Row } from "../plan.ts";
import { checkKeys } from "../policy/check.ts";
import { checkStageOptions } from "../policy/options.ts";
import { checkStagePairing } from "../policy/pairing.ts";
import type { Mixer, StageOptions } from "../policy/policy.ts";
import type { Time } from "../policy/schedule.ts";
import type { Key } from "../random/key.ts";

/** What the draws of one mixer in one stage depend on, apart from the sample. */
export interface DrawContext {
  /** Picture size in pixels. */
  height: number;
  width: number;
  time: Time;
  /** Where the mixer stands in the policy, for messages: `policy[1].cutmix`. */
  path: string;
  /** The key of one purpose of this mixer: no two purposes share a draw. */
  key(purpose: MixerPurpose): Key;
}

/** What a mixer draws numbers for. */
export type MixerPurpose = "alpha" | "lambda" | "box";

/** Draws one row. `id` addresses the draws (two rows that share an id share λ and box); `own` and `partner` are positions in the level below. */
export type DrawRow = (id: number, own: number, partner: number) => Row;

/** All a mixing op is, on the host. */
export interface MixOp<M extends Mixer> {
  /** The options it reads, in the order they are best explained. */
  options: readonly Exclude<keyof M, "kind">[];
  /** Throws PolicyError when an option it alone has cannot be drawn from; the ones in {@link StageOptions} are checked elsewhere. */
  check(value: Record<string, unknown>, path: string): void;
  /** Resolves every strength for this moment, once for all rows. */
  prepare(mixer: Omit<M, keyof StageOptions>, context: DrawContext): DrawRow;
}

/** Throws PolicyError unless `value` is a mixer that `op` can draw from; `path` leads to it (`policy[1].cutmix`). */
export function checkMixer<M extends Mixer>(op: MixOp<M>, value: Record<string, unknown>, path: string): void {
  const { kind: _kind, ...options } = value;
  checkKeys(options, path, op.options as readonly string[]);
  checkStageOptions(value, path);
  checkStagePairing(value as unknown as M, path);
  op.check(value, path);
}
