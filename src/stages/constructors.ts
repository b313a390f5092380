import type { ArgDraw } from "../draw/arg-draw.ts";
import { imageOps } from "../ops/index.ts";
import type { ImageOptions, OpStage } from "./image-stage.ts";
import { checkImageStage } from "./index.ts";

/** An op's arguments, fixed or drawn (see {@link ArgDraw}), and the options of every image stage. */
export type OpOptions = ImageOptions & { randomSign?: boolean; [argument: string]: ArgDraw | boolean | undefined };

/**
 * One image op as a stage of a policy: `op("solarize", { threshold: [0, 256] })`.
 *
 * - Its arguments: a value that is fixed, or how it is drawn: `[low, high]`, `{ normal: [mean, std], clip }`, `{ choice: […] }`,
 *   `{ share: [low, high], of: "width" }` for pixels relative to the picture, a schedule. Each draws a stream of its own.
 * - `randomSign`: signed numbers are negated half the time, each by itself.
 * - `prob`: the chance that the op is applied, default 1. `granularity`: `"sample"` (default) or `"batch"`, what shares the draws.
 * - `stream`: a name for the random stream, on the outermost stage.
 *
 * Throws PolicyError when the op or an argument is unknown, missing or out of range.
 */
export function op(name: string, options: OpOptions = {}): OpStage {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const stage = { ...given, kind: "op", op: name };
  checkImageStage(stage, "");
  return stage as OpStage;
}

/** {@link op} under every op's own name: `ops.solarize({ threshold: 128 })`. */
export const ops = Object.fromEntries(Object.keys(imageOps).map((name) => [name, (options?: OpOptions) => op(name, options)])) as {
  readonly [Name in keyof typeof imageOps]: (options?: OpOptions) => OpStage;
};
