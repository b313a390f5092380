import type { OpName } from "../ops/index.ts";
import { bringAllOps } from "./brings.ts";
import { checkOpName, type Given, type OpOptions, type OpStage, stageOf } from "./op.ts";

/**
 * One image op as a stage of a policy: `op("solarize", { threshold: [0, 256] })`.
 *
 * - Its arguments: a value that is fixed, or how it is drawn: `[low, high]`, `{ normal: [mean, std], clip }`, `{
 * choice: […] }`, `{ share: [low, high], of: "width" }` for pixels relative to the picture, a schedule. Each draws a
 * stream of its own.
 * - `randomSign`: signed numbers are negated half the time, each by itself.
 * - `prob`: the chance that the op is applied, default 1. `granularity`: `"sample"` (default) or `"batch"`, what shares
 *   the draws.
 * - `stream`: a name for the random stream, on the outermost stage.
 *
 * It brings all ops; `ops.solarize()` brings one.
 *
 * Throws PolicyError when the op or an argument is unknown, missing or out of range.
 */
export function op<Name extends OpName>(name: Name, ...options: Given<OpOptions<Name>>): OpStage<Name> {
  bringAllOps();
  checkOpName(name, "op.name");
  return stageOf(name, options[0] as OpOptions<Name> | undefined);
}
