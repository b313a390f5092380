import { PolicyError } from "../check/errors.ts";
import { type AugMix, augMix } from "../mixers/aug-mix.ts";
import type { Interpolation } from "../ops/op.ts";
import type { AtOptions } from "../stages/op-at.ts";
import type { RandomChoice } from "../stages/random-choice.ts";
import type { RandomPipeline } from "../stages/random-pipeline.ts";
import { TIMM_INCREASING, TIMM_RANDOM, TIMM_THREE, TIMM_THREE_WEIGHTS, TIMM_WEIGHTS } from "../tables/timm.ts";
import { augMixPolicy } from "./aug-mix-policy.ts";
import { type AutoAugmentPolicy, autoAugment } from "./auto-augment.ts";
import { randAugment } from "./rand-augment.ts";
import { threeAugment } from "./three-augment.ts";

/** What timm passes beside the string (`hparams`). */
export interface TimmReading {
  /** `img_mean` in levels, default [128]. */
  fill?: number[];
  /** Default: bilinear or bicubic, drawn for every op. */
  interpolation?: Interpolation | Interpolation[];
  /** `translate_pct`, default 0.45. */
  translatePct?: number;
}

/** Above this a standard deviation means: uniform from 0. */
const UNIFORM = 100;

function checkConfig(config: unknown, path: string): void {
  if (typeof config !== "string") throw new PolicyError(path, "timm's config, a string", config);
}

/** The sections of a config after its name: `["m", "9"]`, `["mstd", "0.5"]`, `["tweights", ""]`. */
function sections(config: string, name: string, known: readonly string[], path: string): Map<string, string> {
  checkConfig(config, path);
  const [head, ...rest] = config.split("-");
  if (head !== name) throw new PolicyError(path, `a config that begins with ${name}`, config);
  const found = new Map<string, string>();
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  for (const section of rest) {
    const key = longestFirst.find((name) => section.startsWith(name));
    if (key === undefined) throw new PolicyError(path, `sections ${known.join(", ")}`, section);
    found.set(key, section.slice(key.length));
  }
  return found;
}

function numberIn(found: Map<string, string>, key: string, path: string): number | undefined {
  const text = found.get(key);
  if (text === undefined || text === "") return undefined;
  const value = text === "inf" ? Number.POSITIVE_INFINITY : Number(text);
  if (Number.isNaN(value)) throw new PolicyError(path, `a number after ${key}`, text);
  return value;
}

/** timm's noise: N(m, std) clipped to 0 … max, or uniform from 0 to m. */
function magnitudeOf(magnitude: number, std: number | undefined, max: number | undefined): AtOptions {
  if (std !== undefined && std > UNIFORM) return { magnitude: [0, magnitude] };
  return {
    magnitude,
    ...(std !== undefined && { magnitudeStd: std }),
    ...(max !== undefined && { magnitudeMax: max }),
  };
}

const readingOf = ({ fill, interpolation, translatePct }: TimmReading) => ({
  ...(fill && { fill }),
  ...(interpolation !== undefined && { interpolation }),
  ...(translatePct !== undefined && { translate: translatePct }),
});

/**
 * timm's `rand_augment_transform` (`timm/data/auto_augment.py`) from its string: `rand-m9-n2-mstd0.5-inc1`.
 *
 * `m` magnitude 0 to 10 (default 10), `n` ops (2), `p` the chance of each (0.5), `mstd` noise (0; above 100 uniform
 * from 0 to m), `mmax` its limit (10), `inc` the ops that grow with the magnitude (any digit, 0 too, as in timm),
 * `tweights` weighted without replacement, `t3a` and `t3aw` the ops of 3-Augment, plain or weighted with others.
 *
 * Throws PolicyError for a section timm does not know either.
 */
export function parseTimmRandAugment(config: string, reading: TimmReading = {}): RandomPipeline {
  const path = "timmRandAugment";
  const found = sections(config, "rand", ["m", "n", "p", "mstd", "mmax", "inc", "t"], path);
  const at = magnitudeOf(
    numberIn(found, "m", path) ?? 10,
    numberIn(found, "mstd", path),
    numberIn(found, "mmax", path),
  );
  const named = found.get("t");
  const weights = named === "weights" ? TIMM_WEIGHTS : named === "3aw" ? TIMM_THREE_WEIGHTS : undefined;
  if (named !== undefined && weights === undefined && named !== "3a")
    throw new PolicyError(path, "tweights, t3a or t3aw", `t${named}`);
  const entries = named === "3a" ? TIMM_THREE : found.get("inc") ? TIMM_INCREASING : TIMM_RANDOM;
  return randAugment({
    table: "timm",
    layers: numberIn(found, "n", path) ?? 2,
    rate: numberIn(found, "p", path) ?? 0.5,
    ...(weights ? { weights, replace: false } : { entries }),
    ...at,
    ...readingOf(reading),
  });
}

/** timm's `augment_and_mix_transform`: `augmix-m3-w3-d2-a1`, `mstd` for noise; its `blended` variant is not offered. */
export function parseTimmAugMix(config: string, reading: TimmReading = {}): AugMix {
  const path = "timmAugMix";
  const found = sections(config, "augmix", ["m", "w", "d", "a", "mstd"], path);
  const std = numberIn(found, "mstd", path);
  const depth = numberIn(found, "d", path);
  const stages = augMixPolicy({
    peer: "timm",
    severity: numberIn(found, "m", path) ?? 3,
    ...(std !== undefined && std <= UNIFORM && { magnitudeStd: std }),
    ...(reading.fill && { fill: reading.fill }),
    ...(reading.interpolation !== undefined && { interpolation: reading.interpolation }),
  });
  const options = { width: numberIn(found, "w", path) ?? 3, alpha: numberIn(found, "a", path) ?? 1 };
  return augMix(stages, depth !== undefined && depth > 0 ? { ...options, depth } : options);
}

/** timm's `auto_augment_transform`: `original`, `originalr`, `v0`, `v0r` or `3a`, with `-mstd0.5` for noise. */
export function parseTimmAutoAugment(config: string, reading: TimmReading = {}): RandomChoice {
  const path = "timmAutoAugment";
  checkConfig(config, path);
  const name = config.split("-")[0] ?? "";
  if (!["original", "originalr", "v0", "v0r", "3a"].includes(name)) {
    throw new PolicyError(path, "a config that begins with original, originalr, v0, v0r or 3a", config);
  }
  const std = numberIn(sections(config, name, ["mstd"], path), "mstd", path);
  if (name === "3a") return threeAugment();
  return autoAugment({
    policy: name as AutoAugmentPolicy,
    ...(std !== undefined && { magnitudeStd: std }),
    ...readingOf(reading),
  });
}
