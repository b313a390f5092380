/**
 * What the page says: a list of stages and how they are chosen from, strengths, a mixer, and where in the data we are.
 */
import {
  type AugMix,
  augMix,
  cutmix,
  type ImageStage,
  type MixStage,
  mixup,
  oneOf,
  ops,
  type PolicyStage,
} from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";
import { strengthOf, withStrength } from "./magnitude.ts";
import { PRESETS, type Preset, type PresetName } from "./presets.ts";

export type Combine = "sequential" | "randomOrder" | "randomPipeline" | "randomChoice" | "augMix";
export const COMBINES: readonly Combine[] = ["sequential", "randomOrder", "randomPipeline", "randomChoice", "augMix"];

export type MixerChoice = "none" | "mixup" | "cutmix" | "both";
export const MIXERS: readonly MixerChoice[] = ["none", "mixup", "cutmix", "both"];

export interface Item {
  /** Of this visit; not in the address. */
  id: number;
  stage: ImageStage;
  /** Whether the magnitude slider sets its strength. */
  follows: boolean;
}

export interface PolicyState {
  preset: PresetName;
  combine: Combine;
  /** Ops a picture (random pipeline), or chains (AugMix). */
  count: number;
  /** What else the preset says of the whole: `rate`, `depth`, `alpha`. */
  options: Record<string, unknown>;
  items: Item[];
  /** 0 to 1. */
  magnitude: number;
  mixer: MixerChoice;
  seed: number;
  epoch: number;
  batch: number;
  /** The sample that is shown step by step, from 1 on. */
  picture: number;
}

export const SAMPLES = 16;
/** Ops a picture, and chains. */
export const MOST = { randomPipeline: 6, augMix: 7 } as const;

let ids = 0;
export const newItem = (stage: ImageStage, follows: boolean): Item => ({ id: ++ids, stage, follows });

const START = { mixer: "none", seed: 1, epoch: 0, batch: 0, picture: 1 } as const;

/** A preset as it comes, with everything else as it was. */
export function fromPreset(
  preset: PresetName,
  kept: Pick<PolicyState, "mixer" | "seed" | "epoch" | "batch"> & { picture?: number } = START,
): PolicyState {
  const { mixer, seed, epoch, batch, picture = 1 } = kept;
  const { stages, ...how } = open((PRESETS[preset] as Preset).make());
  // AutoAugment's magnitudes were learnt one by one, and so they stay.
  const items = stages.map((stage) => newItem(stage, strengthOf(stage) !== undefined && stage.kind !== "sequential"));
  const magnitude = items.filter(({ follows }) => follows).map(({ stage }) => strengthOf(stage)!)[0] ?? 0.5;
  const ownStrengths = preset === "pipeline" || preset === "recipe";
  const followed = ownStrengths
    ? items.map((item) => ({ ...item, follows: false }))
    : items.map((item) => sameStrength(item, magnitude));
  return { preset, ...how, items: followed, magnitude, mixer, seed, epoch, batch, picture };
}

/** An item follows only if following changes nothing yet: presets mean what they say. */
function sameStrength(item: Item, magnitude: number): Item {
  if (!item.follows) return item;
  return JSON.stringify(withStrength(item.stage, magnitude)) === JSON.stringify(item.stage)
    ? item
    : { ...item, follows: false };
}

function open(
  made: ImageStage | AugMix | ImageStage[],
): Pick<PolicyState, "combine" | "count" | "options"> & { stages: ImageStage[] } {
  if (Array.isArray(made)) return { combine: "sequential", count: 2, options: {}, stages: made };
  const { kind, stages = [], ...rest } = made as { kind: string; stages?: ImageStage[] } & Record<string, unknown>;
  if (kind === "randomPipeline") {
    const { augmentationsPerImage = 1, ...options } = rest;
    return { combine: kind, count: augmentationsPerImage as number, options, stages };
  }
  if (kind === "augMix") {
    const { width = 3, ...options } = rest;
    return { combine: kind, count: width as number, options, stages };
  }
  return { combine: kind as Combine, count: 2, options: rest, stages };
}

/** The list for the engine. */
export function policyOf({ items, combine, count, options, mixer }: PolicyState): PolicyStage[] {
  const stages = items.map(({ stage }) => stage);
  return [...chosen(stages, combine, count, options), ...mixersOf(mixer)];
}

/**
 * The same for a dataset. Pictures that keep their sizes get one by the first crop, or else all of it is cut to shape.
 */
export function policyFor(state: PolicyState, { height, width, sizes }: DatasetFacts): PolicyStage[] {
  const policy = policyOf(state);
  if (!sizes) return policy;
  const [first, ...rest] = policy;
  if (first?.kind === "randomResizedCrop" && (first.prob ?? 1) === 1) return [{ ...first, height, width }, ...rest];
  return [ops.resize({ height, width, fit: "cover" }), ...policy];
}

function chosen(
  stages: ImageStage[],
  combine: Combine,
  count: number,
  options: Record<string, unknown>,
): PolicyStage[] {
  if (stages.length === 0 || combine === "sequential") return stages;
  if (combine === "augMix") return [augMix(stages, { ...options, width: count })];
  const own = combine === "randomPipeline" ? { augmentationsPerImage: count } : {};
  return [{ kind: combine, stages, ...own, ...options } as ImageStage];
}

function mixersOf(mixer: MixerChoice): MixStage[] {
  if (mixer === "none") return [];
  if (mixer === "both") return [oneOf([mixup({ alpha: 0.8 }), cutmix({ alpha: 1 })], { pairing: "dataset" })];
  return [mixer === "mixup" ? mixup({ alpha: 0.8, pairing: "dataset" }) : cutmix({ alpha: 1, pairing: "dataset" })];
}

/** Another way of combining: what only the old way had is dropped. */
export function combined(state: PolicyState, combine: Combine): PolicyState {
  const count = combine === "augMix" ? 3 : Math.min(2, Math.max(1, state.items.length));
  return { ...state, combine, count, options: {} };
}

/** Every item that follows, at this magnitude. */
export function scrubbed(state: PolicyState, magnitude: number): PolicyState {
  const items = state.items.map((item) =>
    item.follows ? { ...item, stage: withStrength(item.stage, magnitude) } : item,
  );
  return { ...state, magnitude, items };
}
