import type { OpName } from "../ops/index.ts";
import type { ImageOp, Interpolation } from "../ops/op.ts";

/**
 * What may be drawn: what an engine's kernels are made for. One that is forgotten costs a second pipeline, nothing
 * else.
 */
export interface Draws {
  ops: readonly OpName[];
  /** How the warps among them read their input; undefined is any way. */
  readings: readonly Interpolation[] | undefined;
}

/** These ops, whose warps may read in any way. */
export function drawsOf(...ops: readonly ImageOp[]): Draws {
  return {
    ops: ops.map(({ name }) => name as OpName),
    readings: ops.some(({ kind }) => kind === "warp") ? undefined : [],
  };
}

/** All of them together, each once. */
export function allDraws(draws: readonly Draws[]): Draws {
  const readings = draws.map((one) => one.readings);
  return {
    ops: [...new Set(draws.flatMap(({ ops }) => ops))],
    readings: readings.includes(undefined) ? undefined : [...new Set(readings.flatMap((ways) => ways ?? []))],
  };
}
