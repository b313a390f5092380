import { isArray } from "../check/lists.ts";
import { isOptions } from "../check/options.ts";
import type { OpName } from "../ops/index.ts";
import type { Arg, Args, ImageOp, Read } from "../ops/op.ts";

/**
 * What may be drawn: what an engine's kernels are made for. One that is forgotten costs a second pipeline, nothing
 * else.
 */
export interface Draws {
  ops: readonly OpName[];
  /** How the warps among them read their input; undefined is any way. */
  readings: readonly Read[] | undefined;
  /** Whether draws depend on the objects in the pictures. */
  seesObjects?: true;
}

/** One op, or none. `args` are what a stage gives it, or draws for it. */
export function drawsOf(op?: ImageOp, args: Args = {}): Draws {
  return op ? { ops: [op.name as OpName], readings: readsOf(op, args) } : { ops: [], readings: [] };
}

/** How an op's warp can read. One that has no argument for it moves whole pixels. */
function readsOf({ kind, args }: ImageOp, given: Args): readonly Read[] | undefined {
  if (kind !== "warp") return [];
  const { interpolation, antialias } = args as Readonly<Record<string, Arg>>;
  if (!interpolation) return ["nearest"];
  const ways = valuesOf(given.interpolation ?? interpolation.default) as readonly Read[] | undefined;
  if (!antialias || !ways?.includes("bilinear")) return ways;
  const averages = given.antialias ?? antialias.default;
  if (averages === false) return ways;
  return [...ways.filter((way) => way !== "bilinear" || averages !== true), "average"];
}

/** What an argument can be that is given, listed, or drawn by choice. */
function valuesOf(given: unknown): readonly unknown[] | undefined {
  if (typeof given === "string") return [given];
  if (isArray(given)) return Array.from(given);
  return isOptions(given) && isArray(given.choice) ? Array.from(given.choice) : undefined;
}

/** All of them together, each once. */
export function allDraws(draws: readonly Draws[]): Draws {
  const readings = draws.map((one) => one.readings);
  return {
    ...(draws.some(({ seesObjects }) => seesObjects) && { seesObjects: true }),
    ops: [...new Set(draws.flatMap(({ ops }) => ops))],
    readings: readings.includes(undefined) ? undefined : [...new Set(readings.flatMap((ways) => ways ?? []))],
  };
}
