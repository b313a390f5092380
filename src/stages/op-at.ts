import { checkName, isListOf } from "../check/check.ts";
import { found, PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { isTwofold, LEVELS, uniformDraw } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { given } from "../draw/options.ts";
import { type Bounds, checkScalar, resolveScalar, type Scalar } from "../draw/schedule.ts";
import { argsOf, withoutMinusZero } from "../ops/check-call.ts";
import type { OpName } from "../ops/index.ts";
import type { AnyCall, Interpolation } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn } from "../random/key.ts";
import { standardNormal } from "../random/normal.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { binsOf, largestOf, type TableName, tableNames, tableOf } from "../tables/index.ts";
import { tableOps } from "../tables/ops.ts";
import type { LevelEntry, MagnitudeTable } from "../tables/table.ts";
import { made, useForm } from "./made.ts";
import { noiseWords } from "./noise.ts";
import { opForm } from "./op.ts";
import { sequentialForm } from "./sequential.ts";
import type { DrawOps, ImageContext, ImageForm, ImageOptions } from "./stage.ts";

/** One op at a strength from a peer's magnitude table. Made by `opAt()`. */
export interface OpAt extends ImageOptions {
  kind: "opAt";
  table: string;
  /** The peer's name of the op. */
  entry: string;
  /** Our name of the same op, so that a list can be filtered by it. */
  op: OpName;
  /** In the table's own unit; `[low, high]` draws it uniformly (a whole number where the unit is a bin). */
  magnitude: Scalar | [Scalar, Scalar];
  /** Standard deviation of the normal noise on the magnitude, default 0. */
  magnitudeStd?: Scalar;
  /** Where the noise is clipped. Default: the table's largest magnitude. */
  magnitudeMax?: Scalar;
  /** How many magnitudes there are, for tables of bins. Default: the table's. */
  bins?: number;
  /** How warps read their input; a list is drawn from. Default: the table's. */
  interpolation?: Interpolation | Interpolation[];
  /**
   * What shows where a warp finds no input: one level 0..255 per channel, or `null` for the peer's own way. Default:
   * the table's.
   */
  fill?: number[] | null;
  /** Largest translation as a share of the side, instead of the table's. */
  translate?: number;
}

declare module "./stage.ts" {
  interface ImageStages {
    opAt: OpAt;
  }
}

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
  own: 0.3,
};

/**
 * One op at a strength from a peer's magnitude table: `opAt("timm", "ShearX", { magnitude: 9, magnitudeStd: 0.5 })`.
 *
 * - `table`: `kerascv`, `keras3`, `torchvision` (its RandAugment), `torchvisionAutoAugment`, `torchvisionWide`
 * (TrivialAugmentWide), `torchvisionAugMix`, `timm`, `dali`, `daliWide`, `kerascvAugMix`; `keras3Quirks` and
 * `kerascvAugMixQuirks` for comparing results with
 *   code that draws something else than its documentation says; `own`, the ops that you defined with an `atMagnitude`.
 * - `entry`: the peer's name of the op.
 * - `magnitude`: in the table's own unit: a share 0 to 1 (Keras, `own`), a level 0 to 10 (timm), a bin from 0
 * (torchvision,
 *   DALI); a schedule; or `[low, high]`, drawn uniformly.
 * - `magnitudeStd`: standard deviation of normal noise on it, clipped to 0 … `magnitudeMax` (default: the table's
 *   largest).
 * - `bins`: how many there are, for bins. `interpolation`: how warps read, one of them or several to draw from. `fill`:
 *   levels beside a warped picture. `translate`: the largest translation, in the table's unit.
 * - `prob`, `granularity`, `stream`: as in every image stage.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function opAt(table: TableName, entry: string, options: AtOptions & ImageOptions = {}): OpAt {
  const { magnitude, ...more } = given(options, "opAt");
  checkName(table, "opAt.table", tableNames());
  const known = table === undefined ? {} : tableOf(table).entries;
  const op = typeof entry === "string" && Object.hasOwn(known, entry) ? known[entry]!.op : "";
  // What the entries of some tables spread to.
  useForm("op", opForm);
  useForm("sequential", sequentialForm);
  return made(opAtForm, { kind: "opAt", table, entry, op, magnitude: magnitude ?? USUAL[table] ?? 0, ...more } as OpAt);
}

const STD: Bounds = { low: 0, high: 1000, expected: "a number from 0 to 1000" };
const INTERPOLATIONS = ["nearest", "bilinear", "bicubic"];

/** One op at a strength from a peer's table. */
export const opAtForm: ImageForm<OpAt> = {
  uses: tableOps,
  options: [
    "table",
    "entry",
    "op",
    "magnitude",
    "magnitudeStd",
    "magnitudeMax",
    "bins",
    "interpolation",
    "fill",
    "translate",
  ],

  check(value, path) {
    const { table: name, entry: entryName, op, magnitudeStd, magnitudeMax } = value;
    if (name === undefined) throw new PolicyError(`${path}.table`, `one of ${tableNames().join(", ")}`, name);
    checkName(name, `${path}.table`, tableNames());
    const table = tableOf(name as string);
    const entry =
      typeof entryName === "string" && Object.hasOwn(table.entries, entryName) ? table.entries[entryName] : undefined;
    if (entry === undefined) {
      const names = Object.keys(table.entries);
      const near = typeof entryName === "string" ? nearestName(entryName, names) : undefined;
      throw new PolicyError(
        `${path}.entry`,
        near ? `an op of ${name} (did you mean ${near}?)` : `one of ${names.join(", ")}`,
        entryName,
      );
    }
    if (op !== entry.op) throw new PolicyError(`${path}.op`, `${entry.op}, which ${entryName} is`, op);
    checkBins(value.bins, table, `${path}.bins`);
    const bins = value.bins as number | undefined;
    checkMagnitude(value.magnitude, table, bins, `${path}.magnitude`);
    if (magnitudeStd !== undefined) {
      if (table.unit === "bin")
        throw new PolicyError(`${path}.magnitudeStd`, `nothing: ${name} has bins, which have no noise`, magnitudeStd);
      checkScalar(magnitudeStd, `${path}.magnitudeStd`, STD);
    }
    if (magnitudeMax !== undefined) checkScalar(magnitudeMax, `${path}.magnitudeMax`, magnitudeBounds(table, bins));
    checkReading(value, path);
  },

  draws({ op, table, interpolation }) {
    const given = interpolation ?? tableOf(table).interpolation;
    const ways = given && ([given].flat() as Interpolation[]);
    return { ops: [op], readings: opNamed(op).kind === "warp" ? ways : [] };
  },

  takes: () => [1, 1],

  prepare(stage, context, child) {
    const table = tableOf(stage.table);
    const entry = table.entries[stage.entry]!;
    const { time, path, key } = context;
    const std = resolveScalar(stage.magnitudeStd ?? 0, time, `${path}.magnitudeStd`, STD);
    if ("spread" in entry) {
      const magnitude = resolveScalar(
        singleMagnitude(stage, path),
        time,
        `${path}.magnitude`,
        magnitudeBounds(table, stage.bins),
      );
      return child(entry.spread(magnitude, std), path, foldIn(key, PURPOSE.child));
    }
    return prepareLevel(stage, entry, table, std, context);
  },
};

/** Checks how many bins there are, for a table that has them. */
export function checkBins(bins: unknown, table: MagnitudeTable, path: string): void {
  if (bins === undefined) return;
  if (table.unit !== "bin") throw new PolicyError(path, "nothing: this table has no bins", bins);
  if (!Number.isInteger(bins) || (bins as number) < 2 || (bins as number) > 1000)
    throw new PolicyError(path, "an integer from 2 to 1000", bins);
}

function magnitudeBounds(table: MagnitudeTable, bins?: number): Bounds {
  const high = largestOf(table, bins);
  return {
    low: 0,
    high,
    expected: table.unit === "bin" ? `a bin, an integer from 0 to ${high}` : `a number from 0 to ${high}`,
  };
}

/** Checks a magnitude, or `[low, high]`, against its table. */
export function checkMagnitude(value: unknown, table: MagnitudeTable, bins: number | undefined, path: string): void {
  const bounds = magnitudeBounds(table, bins);
  const ends = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) && value.length !== 2) throw new PolicyError(path, "a magnitude or [low, high]", value);
  Array.from(ends).forEach((end: unknown, i) => {
    const at = Array.isArray(value) ? `${path}[${i}]` : path;
    checkScalar(end, at, bounds);
    if (table.unit === "bin" && typeof end === "number" && !Number.isInteger(end))
      throw new PolicyError(at, bounds.expected, end);
  });
  const [low, high] = ends;
  if (typeof low === "number" && typeof high === "number" && low > high)
    throw new PolicyError(path, "[low, high] with low <= high", value);
}

function checkReading({ interpolation, fill, translate }: Record<string, unknown>, path: string): void {
  const ways = Array.isArray(interpolation) ? interpolation : [interpolation];
  // Left out there is the table's own way; an entry of a list has no default.
  if (Array.isArray(interpolation) && (ways.length === 0 || ways.includes(undefined))) {
    throw new PolicyError(`${path}.interpolation`, `some of ${INTERPOLATIONS.join(", ")}`, interpolation);
  }
  for (const way of ways) checkName(way, `${path}.interpolation`, INTERPOLATIONS);
  const isLevel = (level: unknown) => typeof level === "number" && level >= 0 && level <= 255;
  if (fill !== undefined && fill !== null && !(isListOf(fill, isLevel) && fill.length > 0 && fill.length <= 4)) {
    throw new PolicyError(`${path}.fill`, "levels 0 to 255, one for all channels or one each, or null", fill);
  }
  if (isTwofold(fill, { type: "list" })) throw new PolicyError(`${path}.fill`, LEVELS, fill);
  if (translate !== undefined && !(typeof translate === "number" && translate >= 0 && translate <= 65535)) {
    throw new PolicyError(`${path}.translate`, "a number from 0 to 65535", translate);
  }
}

function singleMagnitude({ magnitude }: OpAt, path: string): Scalar {
  if (Array.isArray(magnitude))
    throw new PolicyError(`${path}.magnitude`, "one magnitude: this op draws its own ranges", found("two"));
  return magnitude;
}

function prepareLevel(
  stage: OpAt,
  entry: LevelEntry,
  table: MagnitudeTable,
  std: number,
  context: ImageContext & { address(id: number): number },
): DrawOps {
  const { key, height, width, address } = context;
  const magnitudeOf = prepareMagnitude(stage, table, std, context);
  const bins = binsOf(table, stage.bins);
  const level = { bins, height, width, ...(stage.translate === undefined ? {} : { translate: stage.translate + 0 }) };
  const signKey = foldIn(key, PURPOSE.sign);
  const reading = readingOf(stage, entry, table);
  const { interpolations: ways, fixed } = reading;
  const wayKey = foldIn(key, PURPOSE.argument);
  const noiseKey = "key" in argsOf(opNamed(entry.op)) ? foldIn(key, PURPOSE.noise) : undefined;
  return (id, calls) => {
    const at = address(id);
    const call: AnyCall = { op: entry.op };
    if (entry.value) {
      const magnitude = magnitudeOf(at);
      const flips = entry.signed === true && uniform01(signKey, at, 0) < 0.5;
      const args = entry.args?.(peerValue(entry, magnitude, flips, level), level) as
        | Record<string, unknown>
        | undefined;
      for (const name in args) call[name] = args[name];
    }
    if (ways.length > 0)
      call.interpolation = ways.length === 1 ? ways[0] : ways[uniformInt(wayKey, at, 0, ways.length)];
    for (const name in fixed) call[name] = fixed[name];
    if (noiseKey && call.key === undefined) call.key = noiseWords(noiseKey, at);
    calls.push(call as OpCall);
  };
}

/** The peer's argument at a magnitude. */
export function peerValue(
  entry: LevelEntry,
  magnitude: number,
  flips: boolean,
  level: Parameters<NonNullable<LevelEntry["value"]>>[1],
): number {
  if (!flips) return entry.value!(magnitude, level);
  // JSON has no −0, and neither has a plan.
  return entry.negated ? entry.negated(magnitude, level) : 0 - entry.value!(magnitude, level);
}

/** The magnitude of a sample, after its noise: N(m, std) clipped to 0 … max, as timm and KerasCV clip it. */
function prepareMagnitude(
  stage: OpAt,
  table: MagnitudeTable,
  std: number,
  { key, time, path }: ImageContext,
): (id: number) => number {
  const bounds = magnitudeBounds(table, stage.bins);
  const magnitudeKey = foldIn(key, PURPOSE.magnitude);
  const given = stage.magnitude;
  const resolved = (end: Scalar, at: string) => resolveScalar(end, time, at, bounds) + 0;
  const [low, high] = Array.isArray(given)
    ? [resolved(given[0], `${path}.magnitude[0]`), resolved(given[1], `${path}.magnitude[1]`)]
    : [resolved(given, `${path}.magnitude`)];
  const whole = table.unit === "bin";
  if (high !== undefined && low !== high) return uniformDraw(low, high, whole, magnitudeKey, `${path}.magnitude`);
  if (whole) return () => Math.round(low);
  if (std === 0) return () => low;
  const max = resolveScalar(stage.magnitudeMax ?? bounds.high, time, `${path}.magnitudeMax`, bounds);
  return (id) => Math.min(max, Math.max(0, low + std * standardNormal(magnitudeKey, id)));
}

/** How the op reads its input: arguments for those that have them. */
export function readingOf(
  { interpolation, fill }: Pick<OpAt, "interpolation" | "fill">,
  { op }: { op: string },
  table: MagnitudeTable,
): { interpolations: readonly string[]; fixed: Record<string, unknown> } {
  const args = argsOf(opNamed(op));
  const fixed: Record<string, unknown> = {};
  const given = interpolation ?? table.interpolation;
  const levels = fill === undefined ? table.fill : fill;
  if ("edge" in args && table.edge && args.edge!.default !== table.edge) fixed.edge = table.edge;
  if ("fill" in args && levels !== null) fixed.fill = withoutMinusZero(levels);
  const { peer } = args;
  if (peer?.values?.includes(table.peer) && peer.default !== table.peer) fixed.peer = table.peer;
  return { interpolations: given && "interpolation" in args ? [given].flat() : [], fixed };
}
