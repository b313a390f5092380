/**
 * What the controls say, as one flat value; and the same value in the address after `#`, so that a view can be shared.
 */
import type { Granularity, Pairing } from "mixwell";

export type MixerChoice = "mixup" | "cutmix" | "both";

export interface Settings {
  mixer: MixerChoice;
  mixupAlpha: number;
  cutmixAlpha: number;
  pairing: Exclude<Pairing, "external">;
  granularity: Granularity;
  /** Label smoothing ε. */
  smoothing: number;
  /** The chance that a picture is mixed at all. */
  prob: number;
  seed: number;
  epoch: number;
  /** Batch number within the epoch. */
  batch: number;
  batchSize: number;
  /** The mixed picture that is explained, from 1 on; 0 for the one that is mixed the most. */
  picture: number;
}

/** The slider's stops: as good as even on a logarithmic scale, and numbers people use. */
export const ALPHAS = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.8, 1, 1.5, 2, 3, 4, 6, 8] as const;

export const DEFAULTS: Settings = {
  mixer: "both",
  mixupAlpha: 0.8,
  cutmixAlpha: 1,
  pairing: "dataset",
  granularity: "sample",
  smoothing: 0,
  prob: 1,
  seed: 1,
  epoch: 0,
  batch: 0,
  batchSize: 8,
  picture: 0,
};

const CHOICES: { [K in keyof Settings]?: readonly Settings[K][] } = {
  mixer: ["mixup", "cutmix", "both"],
  mixupAlpha: ALPHAS,
  cutmixAlpha: ALPHAS,
  pairing: ["dataset", "derangement", "permutation", "roll", "reverse"],
  granularity: ["sample", "pair", "batch", "half"],
  batchSize: [8, 16],
};

const RANGES: { [K in keyof Settings]?: [number, number] } = {
  smoothing: [0, 0.5],
  prob: [0, 1],
  seed: [0, Number.MAX_SAFE_INTEGER],
  epoch: [0, 9999],
  batch: [0, 0xffff],
  picture: [0, 16],
};

const FRACTIONS: readonly (keyof Settings)[] = ["smoothing", "prob"];

/** Pairings that a granularity can be drawn with: mutual ones for `pair`, and `half` is made of `reverse`. */
export function pairingsFor(granularity: Granularity): readonly Settings["pairing"][] {
  if (granularity === "half") return ["reverse"];
  if (granularity === "pair") return ["derangement", "permutation", "reverse"];
  return CHOICES.pairing as readonly Settings["pairing"][];
}

/** The same settings with a pairing that can be drawn. */
export function settle(settings: Settings): Settings {
  const allowed = pairingsFor(settings.granularity);
  return allowed.includes(settings.pairing) ? settings : { ...settings, pairing: allowed[0]! };
}

/** What differs from the defaults: `mixer=cutmix&seed=3`. */
export function toHash(settings: Settings): string {
  const keys = Object.keys(DEFAULTS) as (keyof Settings)[];
  return new URLSearchParams(
    keys.filter((key) => settings[key] !== DEFAULTS[key]).map((key) => [key, String(settings[key])]),
  ).toString();
}

/** Anything missing or impossible falls back to its default: an old or mistyped link still opens. */
export function fromHash(hash: string): Settings {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    const text = given.get(key);
    if (text === null) continue;
    const value = typeof DEFAULTS[key] === "number" ? Number(text) : text;
    if (isPossible(key, value)) settings[key] = value;
  }
  return settle(settings as unknown as Settings);
}

function isPossible(key: keyof Settings, value: string | number): boolean {
  const choices = CHOICES[key] as readonly unknown[] | undefined;
  if (choices) return choices.includes(value);
  const [low, high] = RANGES[key]!;
  if (typeof value !== "number" || !(value >= low && value <= high)) return false;
  return FRACTIONS.includes(key) || Number.isInteger(value);
}
