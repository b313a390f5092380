import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { copied } from "../check/copied.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import type { Scalar } from "../draw/schedule.ts";
import type { ImageOptions, OpAt, RandomPipeline } from "../stages/image-stage.ts";
import { checkImageStage } from "../stages/index.ts";
import { checkMagnitude } from "../stages/op-at.ts";
import { magnitudeTables, type TableName, tableOf } from "../tables/index.ts";
import { TIMM_INCREASING } from "../tables/timm.ts";

/** What every op of a table is given. */
export type AtOptions = Partial<
  Pick<OpAt, "magnitude" | "magnitudeStd" | "magnitudeMax" | "bins" | "interpolation" | "fill" | "translate">
>;

/** A magnitude that each table's peer calls moderate: torchvision's 9 of 31 bins, timm's 9 of 10. */
const USUAL: Record<TableName, number> = {
  kerascv: 0.3,
  keras3: 0.3,
  keras3Quirks: 0.3,
  torchvision: 9,
  torchvisionAutoAugment: 5,
  torchvisionWide: 9,
  torchvisionAugMix: 2,
  kerascvAugMix: 0.3,
  kerascvAugMixQuirks: 0.3,
  timm: 9,
  dali: 9,
  daliWide: 9,
};

/**
 * One op at a strength from a peer's magnitude table: `opAt("timm", "ShearX", { magnitude: 9, magnitudeStd: 0.5 })`.
 *
 * - `table`: `kerascv`, `keras3`, `torchvision` (its RandAugment), `torchvisionAutoAugment`, `torchvisionWide` (TrivialAugmentWide),
 *   `torchvisionAugMix`, `timm`, `dali`, `daliWide`, `kerascvAugMix`; `keras3Quirks` and `kerascvAugMixQuirks` for comparing results with
 *   code that draws something else than its documentation says.
 * - `entry`: the peer's name of the op.
 * - `magnitude`: in the table's own unit: a share 0 to 1 (Keras), a level 0 to 10 (timm), a bin from 0 (torchvision, DALI); a schedule; or
 *   `[low, high]`, drawn uniformly.
 * - `magnitudeStd`: standard deviation of normal noise on it, clipped to 0 … `magnitudeMax` (default: the table's largest).
 * - `bins`: how many there are, for bins. `interpolation`: how warps read, one of them or several to draw from. `fill`: levels beside a
 *   warped picture. `translate`: the largest translation, in the table's unit.
 * - `prob`, `granularity`, `stream`: as in every image stage.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function opAt(table: TableName, entry: string, options: AtOptions & ImageOptions = {}): OpAt {
  const { magnitude, ...more } = given(options, "opAt");
  checkName(table, "opAt.table", Object.keys(magnitudeTables));
  const known = table === undefined ? {} : tableOf(table).entries;
  const op = typeof entry === "string" && Object.hasOwn(known, entry) ? known[entry]!.op : "";
  const stage = { kind: "opAt", table, entry, op, magnitude: magnitude ?? USUAL[table] ?? 0, ...more } as OpAt;
  checkImageStage(stage, "");
  return copied(stage);
}

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
 * The ops that {@link randAugment} draws from, as a plain list (KerasCV's `RandAugment.get_standard_policy`): filter it by `op`, add stages of any
 * kind, and hand it to `randomPipeline`.
 *
 *     randomPipeline([...standardPolicy({ magnitude: 0.4 }).filter(({ op }) => op !== "equalize"), randomGridMask()], { augmentationsPerImage: 3 })
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
  checkName(table, `${path}.table`, Object.keys(magnitudeTables));
  checkKeys(at, path, ["table", "entries", ...AT_OPTIONS]);
  if (at.magnitude !== undefined) checkMagnitude(at.magnitude, tableOf(table), at.bins, `${path}.magnitude`);
  const known = tableOf(table).entries;
  if (entries !== undefined && !Array.isArray(entries)) throw new PolicyError(`${path}.entries`, `a list of ops of ${table}`, entries);
  return Array.from(entries ?? entriesOf(table), (entry, i) => {
    if (!Object.hasOwn(known, entry)) {
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
 * RandAugment (Cubuk et al. 2020, arXiv:1909.13719): every picture draws `layers` ops of a table and applies them in turn, each with its own
 * sign, noise and magnitude. It is a `randomPipeline` of {@link standardPolicy}.
 *
 * - `layers`: default 2. `magnitude`: in the table's unit (see {@link opAt}), default 0.3 for Keras, 9 elsewhere.
 * - `table`: default `"kerascv"`. The presets have every peer's own defaults: `presets.timmRandAugment("rand-m9-mstd0.5-inc1")`.
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
  underName("randAugment", () => checkImageStage(stage, ""), { renamed: { augmentationsPerImage: "layers" } });
  return copied(stage);
}
