/** The options of `createEngine`, checked. */

import { InputError } from "../check/errors.ts";
import { isOptions } from "../check/options.ts";
import { checkLabelOptions, checkOutput } from "../format/output-options.ts";
import { drawsOfPolicy } from "../policy/draws.ts";
import { validatePolicy } from "../policy/validate.ts";
import { knownKeys, positive } from "./check.ts";
import type { EngineOptions } from "./engine.ts";
import { checkUnmapped } from "./values.ts";

/** Checks what `createEngine` is given. Throws PolicyError and InputError. */
export function checkEngineOptions(options: EngineOptions): void {
  if (!isOptions(options as unknown)) throw new InputError("createEngine.options", "{ policy, … }", options);
  knownKeys("createEngine.options", options, ["seed", "policy", "output", "labels", "outputSets", "maxPending"]);
  const { seed = 0, output = {}, labels, outputSets = 2, maxPending = 16 } = options;
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InputError("seed", "an integer in 0..2^53-1", seed);
  validatePolicy(options.policy);
  positive("outputSets", outputSets, 64);
  positive("maxPending", maxPending, 1024);
  checkOutput(output);
  if (drawsOfPolicy(options.policy).ops.includes("normalize")) checkUnmapped(output);
  if (labels !== undefined) checkLabelOptions(labels);
}
