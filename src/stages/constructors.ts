import { copied } from "../check/copied.ts";
import { given } from "../draw/options.ts";
import { imageOps, type OpName } from "../ops/index.ts";
import type { OpOptions, OpStage } from "./image-stage.ts";
import { checkImageStage } from "./index.ts";
import { checkOpName } from "./op.ts";

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
export function op<Name extends OpName>(name: Name, ...options: Given<OpOptions<Name>>): OpStage<Name> {
  checkOpName(name, "op.name");
  const [all = {}] = options;
  const stage = { ...given(all, name), kind: "op", op: name };
  checkImageStage(stage, "");
  return copied(stage) as unknown as OpStage<Name>;
}

/** Options can be left out where none of them must be given. */
type Given<Options> = object extends Options ? [options?: Options] : [options: Options];

/** An op's own constructor. */
type Constructor<Name extends OpName> =
  object extends OpOptions<Name> ? (options?: OpOptions<Name>) => OpStage<Name> : (options: OpOptions<Name>) => OpStage<Name>;

/** {@link op} under every op's own name: `ops.solarize({ threshold: 128 })`. */
export const ops = Object.fromEntries(Object.keys(imageOps).map((name) => [name, (options: never) => op(name as OpName, options)])) as {
  readonly [Name in OpName]: Constructor<Name>;
};
