/** The state in the address after `#`: a preset and what differs from it, so that a view can be shared. */
import "mixwell/all";
import { type ImageStage, samplePlan } from "mixwell";
import { PRESETS, type PresetName } from "./presets.ts";
import { isSame } from "./stage-code.ts";
import {
  COMBINES,
  type Combine,
  fromPreset,
  MIXERS,
  MOST,
  newItem,
  type PolicyState,
  policyOf,
  SAMPLES,
} from "./state.ts";

export const DEFAULT_PRESET: PresetName = "torchvision";
const START = fromPreset(DEFAULT_PRESET);

export function toHash(state: PolicyState): string {
  const given = new URLSearchParams();
  if (state.preset !== DEFAULT_PRESET) given.set("preset", state.preset);
  for (const key of ["mixer", "seed", "epoch", "batch", "picture"] as const)
    if (state[key] !== START[key]) given.set(key, String(state[key]));
  if (!isPreset(state)) given.set("policy", JSON.stringify(listOf(state)));
  return given.toString();
}

/** Whether the list is the preset's still. */
export const isPreset = (state: PolicyState): boolean => isSame(listOf(state), listOf(fromPreset(state.preset)));

/** What a preset alone does not say. */
const listOf = ({ combine, count, options, magnitude, items }: PolicyState) => ({
  combine,
  count,
  options,
  magnitude,
  items: items.map(({ stage, follows }) => [stage, follows]),
});

/** Anything missing or impossible falls back to the preset: an old or mistyped link still opens. */
export function fromHash(hash: string): PolicyState {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const preset = (Object.keys(PRESETS) as PresetName[]).find((name) => name === given.get("preset")) ?? DEFAULT_PRESET;
  const mixer = MIXERS.find((name) => name === given.get("mixer")) ?? START.mixer;
  const whole = (key: string, most: number, fallback: number) => {
    const value = Number(given.get(key) ?? fallback);
    return Number.isInteger(value) && value >= 0 && value <= most ? value : fallback;
  };
  const seed = whole("seed", Number.MAX_SAFE_INTEGER, START.seed);
  const picture = Math.max(1, whole("picture", SAMPLES, 1));
  const place = { seed, epoch: whole("epoch", 9999, 0), batch: whole("batch", 0xffff, 0), picture };
  const state = fromPreset(preset, { mixer, ...place });
  return withList(state, given.get("policy"));
}

function withList(state: PolicyState, text: string | null): PolicyState {
  if (text === null) return state;
  try {
    const { combine, count, options, magnitude, items } = JSON.parse(text) as ReturnType<typeof listOf>;
    if (!COMBINES.includes(combine as Combine) || !(magnitude >= 0 && magnitude <= 1)) return state;
    const most = MOST[combine as keyof typeof MOST] ?? 6;
    if (!Number.isInteger(count) || count < 1 || count > most || typeof options !== "object") return state;
    const opened = items.map(([stage, follows]) => newItem(stage as ImageStage, follows === true));
    const found: PolicyState = { ...state, combine, count, options, magnitude, items: opened };
    samplePlan({ policy: policyOf(found), seed: 0, ids: [0], height: 64, width: 64, from: "dataset", datasetSize: 2 });
    return found;
  } catch {
    return state;
  }
}
