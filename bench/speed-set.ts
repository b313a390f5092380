/** What the demo's Speed page measures: some of the bench's cases, for as many rounds as somebody waits for. */
import { allCases, type Case, RAND_AUGMENT, shapeName, TARGET_SHAPE } from "./cases.ts";

export type SpeedSet = "quick" | "large";

const SHAPES: Record<SpeedSet, string> = { quick: "64×32×32×3", large: TARGET_SHAPE };
const CASES = ["mixup u8", "cutmix u8", RAND_AUGMENT];

/** Timed rounds: few, as somebody waits; the bench takes 21. */
export const SPEED_ROUNDS: Record<SpeedSet, number> = { quick: 5, large: 7 };

export function speedCases(set: SpeedSet): Case[] {
  return allCases().filter((test) => CASES.includes(test.name) && shapeName(test) === SHAPES[set]);
}
