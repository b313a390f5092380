/** What adapters are given: an engine of ours, and steps that leave the buffers to the feed. */

import { InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { Engine, STEP_KEYS, type StepOptions } from "../gpu/adapter.ts";

/** Throws an InputError unless it is one that `createEngine` made. */
export function checkEngine(engine: unknown): asserts engine is Engine {
  if (!(engine instanceof Engine)) throw new InputError("createFeed.engine", "an engine", engine);
}

/** Throws an InputError for a step that says where to write, or anything else that a feed's step has not. */
export function checkStep(step: Omit<StepOptions, "out">, whose: string): void {
  knownKeys("step", step, STEP_KEYS);
  if ("out" in step) throw new InputError("step.out", `nothing: the feed ${whose}`, step.out);
}
