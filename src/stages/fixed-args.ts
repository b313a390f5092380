import { PolicyError } from "../check/errors.ts";
import { checkLevels } from "../draw/arg-draw.ts";
import type { Arg } from "../ops/op.ts";

/** Checks options that are an op's arguments, the same for all pictures. */
export function checkFixedArgs(value: Record<string, unknown>, args: Record<string, Arg>, path: string): void {
  for (const [name, arg] of Object.entries(args)) {
    const given = value[name];
    if (given === undefined) continue;
    if (Array.isArray(given) && arg.type !== "list")
      throw new PolicyError(`${path}.${name}`, "one number: all pictures get the same size", given);
    checkLevels(given, arg, `${path}.${name}`);
  }
}
