import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import type { Scalar } from "../draw/schedule.ts";
import { checkImageStage } from "../stages/index.ts";
import { useForm } from "../stages/made.ts";
import type { OpAt } from "../stages/op-at.ts";
import { type AtOptions, checkBins, checkMagnitude, opAt } from "../stages/op-at.ts";
import { type RandomPipeline, randomPipelineForm } from "../stages/random-pipeline.ts";
import type { ImageOptions } from "../stages/stage.ts";
import { type TableName, tableNames, tableOf } from "../tables/index.ts";
import { TIMM_INCREASING } from "../tables/timm.ts";

export interface StandardPolicy extends AtOptions {
  /** Default `"kerascv"`. */
  table?: TableName;
  /** The peer's names of the ops, in order. Default: what its RandAugment draws from. */
  entries?: readonly string[];
}

/** What a table's RandAugment draws from. */
export const entriesOf = (table: TableName): readonly string[] =>
  table === "timm" ? TIMM_INCREASING : Object.keys(tableOf(table).entries);

/**
 * The ops that {@link randAugment} draws from, as a plain list (KerasCV's `RandAugment.get_standard_policy`): filter it
 * by `op`, add stages of any kind, and hand it to `randomPipeline`.
 *
 * randomPipeline([...standardPolicy({ magnitude: 0.4 }).filter(({ op }) => op !== "equalize"), randomGridMask()], {
 * augmentationsPerImage: 3 })
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function standardPolicy(options: StandardPolicy = {}): OpAt[] {
  return stagesOf(given(options, "standardPolicy"), "standardPolicy");
}

/** What {@link AtOptions} has. */
export const AT_OPTIONS: readonly (keyof AtOptions)[] = [
  "magnitude",
  "magnitudeStd",
  "magnitudeMax",
  "bins",
  "interpolation",
  "fill",
  "translate",
];

function stagesOf({ table = "kerascv", entries, ...at }: StandardPolicy, path: string): OpAt[] {
  checkName(table, `${path}.table`, tableNames());
  checkKeys(at, path, ["table", "entries", ...AT_OPTIONS]);
  checkBins(at.bins, tableOf(table), `${path}.bins`);
  if (at.magnitude !== undefined) checkMagnitude(at.magnitude, tableOf(table), at.bins, `${path}.magnitude`);
  const known = tableOf(table).entries;
  if (entries !== undefined && !Array.isArray(entries))
    throw new PolicyError(`${path}.entries`, `a list of ops of ${table}`, entries);
  return Array.from(entries ?? entriesOf(table), (entry, i) => {
    if (!(typeof entry === "string" && Object.hasOwn(known, entry))) {
      const near = typeof entry === "string" ? nearestName(entry, Object.keys(known)) : undefined;
      const expected = near ? `an op of ${table} (did you mean ${near}?)` : `one of ${Object.keys(known).join(", ")}`;
      throw new PolicyError(`${path}.entries[${i}]`, expected, entry);
    }
    return underName(path, () => opAt(table, entry, at));
  });
}

export interface RandAugment extends StandardPolicy, ImageOptions {
  /** Ops a picture, default 2. */
  layers?: number | [number, number];
  /** The chance that an op is applied once it is drawn, default 1. */
  rate?: Scalar;
  /** How likely each op is, by the peer's name; those that are missing are not drawn. Default: all alike. */
  weights?: Readonly<Record<string, Scalar>>;
  /** Whether a picture may draw an op twice. Default true. */
  replace?: boolean;
}

/**
 * RandAugment (Cubuk et al. 2020, arXiv:1909.13719): every picture draws `layers` ops of a table and applies them in
 * turn, each with its own sign, noise and magnitude. It is a `randomPipeline` of {@link standardPolicy}.
 *
 * - `layers`: default 2. `magnitude`: in the table's unit (see {@link opAt}), default 0.3 for Keras, 9 elsewhere.
 * - `table`: default `"kerascv"`. The presets have every peer's own defaults:
 *   `presets.timmRandAugment("rand-m9-mstd0.5-inc1")`.
 * - `rate`: the chance of each op that was drawn, default 1; `prob`: the chance of the whole.
 * - `weights`, `replace`, `entries` and the options of {@link opAt}.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function randAugment(options: RandAugment = {}): RandomPipeline {
  const { layers = 2, rate, weights, replace, prob, granularity, stream, ...policy } = given(options, "randAugment");
  const { table = "kerascv" } = policy;
  if (weights !== undefined) checkObject(weights, "randAugment.weights", "a weight by the peer's name of an op");
  const { entries = weights && Object.keys(weights) } = policy;
  const stages = stagesOf({ ...policy, table, ...(entries && { entries }) }, "randAugment");
  const stage: RandomPipeline = {
    kind: "randomPipeline",
    stages,
    augmentationsPerImage: layers,
    ...given(
      { rate, replace, prob, granularity, stream, weights: weights && stages.map(({ entry }) => weights[entry] ?? 0) },
      "randAugment",
    ),
  };
  useForm("randomPipeline", randomPipelineForm);
  underName("randAugment", () => checkImageStage(stage, ""), { renamed: { augmentationsPerImage: "layers" } });
  return copied(stage);
}
