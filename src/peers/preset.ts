import { checkKeys, checkObject } from "../check/check.ts";
import type { MixStage } from "../mixers/mix-stage.ts";

/**
 * Other libraries' mixers, with their defaults and what they really do. Each returns `{ policy, labels? }`, to spread
 * into the options of `createEngine`. The numbers drawn are ours, so results agree in distribution, and exactly for a
 * replayed plan.
 */
export interface Preset {
  policy: MixStage;
  /** Where the peer makes the labels too. */
  labels?: { classes: number; smoothing?: number; smoothUnmixed?: boolean };
}

/** Refuses arguments the preset does not have, such as the peer's own spelling of one. */
export function open<T extends object>(options: T, preset: string, known: readonly (keyof T & string)[]): T {
  checkKeys(checkObject(options, preset, "an object of options"), preset, known);
  return options;
}
