/** The arguments of an own op, checked as its definition declares them. */
import { ArgumentError, InputError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { checkArg } from "../ops/check-call.ts";
import { keyArg } from "../ops/lib/box-fill.ts";
import type { Arg } from "../ops/op.ts";
import { IMAGE_OPTIONS } from "../stages/stage.ts";

const KEYS = ["type", "min", "max", "values", "length", "isNoRange", "default", "identity", "unit", "about"];
const TYPES: readonly Arg["type"][] = ["number", "integer", "boolean", "choice", "list"];
/** What a stage has besides its op's arguments. */
const OPTIONS: readonly string[] = ["kind", "op", "randomSign", "peer", "fuse", ...IMAGE_OPTIONS];
/** The argument that seeds noise: policies draw it. */
const NOISE_KEY = "key";
const MOST_ENTRIES = 1024;

/**
 * The arguments, with everything that may be left out.
 * @param taken names that the op's kind has itself
 * @throws InputError for one that calls could not be checked by
 */
export function checkedArgs(path: string, args: unknown, taken: readonly string[]): Record<string, Arg> {
  if (!isOptions(args)) throw new InputError(path, "arguments by their names, { strength: { type, unit, … } }", args);
  return Object.fromEntries(
    Object.entries(args).map(([name, arg]) => {
      if (!/^[a-z][a-zA-Z0-9]*$/.test(name) || name in {})
        throw new InputError(path, "names in camelCase, of letters and digits", name);
      if (OPTIONS.includes(name)) throw new InputError(path, "no name that an option of every stage has", name);
      if (taken.includes(name)) throw new InputError(path, "no name that every warp's own argument has", name);
      return [name, checkedArg(`${path}.${name}`, name, arg)];
    }),
  );
}

function checkedArg(path: string, name: string, given: unknown): Arg {
  if (!isOptions(given)) throw new InputError(path, "{ type, unit, … }", given);
  knownKeys(path, given, KEYS);
  const { type, unit, about = "" } = given as Partial<Arg>;
  if (!TYPES.includes(type as Arg["type"])) throw new InputError(`${path}.type`, `one of ${TYPES.join(", ")}`, type);
  if (typeof unit !== "string" || unit === "")
    throw new InputError(`${path}.unit`, 'what the value counts, such as "pixels" or "factor"', unit);
  if (typeof about !== "string") throw new InputError(`${path}.about`, "a sentence", about);
  const arg = { ...given, about } as Arg;
  checkRange(path, arg);
  checkChoices(path, arg);
  checkEntries(path, arg);
  if (name === NOISE_KEY && !isNoiseKey(arg))
    throw new InputError(path, "noiseKey, as policies draw this argument", given);
  for (const end of ["default", "identity"] as const) {
    if (end in arg && !(end === "default" && arg.default === undefined)) checkValue(`${path}.${end}`, arg, arg[end]);
  }
  return arg;
}

function checkRange(path: string, { type, min, max }: Arg): void {
  for (const [name, end] of Object.entries({ min, max })) {
    if (end === undefined) continue;
    if (type === "boolean" || type === "choice")
      throw new InputError(`${path}.${name}`, `nothing, since a ${type} has no range`, end);
    if (!Number.isFinite(end)) throw new InputError(`${path}.${name}`, "a finite number", end);
  }
  if (min !== undefined && max !== undefined && min > max)
    throw new InputError(`${path}.max`, `a number of at least min, ${min}`, max);
}

function checkChoices(path: string, { type, values }: Arg): void {
  const at = `${path}.values`;
  if (type !== "choice") {
    if (values !== undefined) throw new InputError(at, `nothing, since a ${type} is no choice`, values);
    return;
  }
  const isName = (value: unknown) => typeof value === "string" && value !== "";
  if (!isListOf(values, isName) || values.length === 0 || new Set(values).size < values.length)
    throw new InputError(at, "the names that there are to choose from, each once", values);
}

function checkEntries(path: string, { type, length, isNoRange }: Arg): void {
  if (isNoRange !== undefined && (type !== "list" || (isNoRange as unknown) !== true))
    throw new InputError(`${path}.isNoRange`, "true, for a list, or nothing", isNoRange);
  if (length === undefined) return;
  if (type !== "list") throw new InputError(`${path}.length`, `nothing, since a ${type} is no list`, length);
  if (!Number.isInteger(length) || length < 1 || length > MOST_ENTRIES)
    throw new InputError(`${path}.length`, `an integer in 1..${MOST_ENTRIES}`, length);
}

const isNoiseKey = ({ type, length, min, max }: Arg): boolean =>
  type === keyArg.type && length === keyArg.length && min === keyArg.min && max === keyArg.max;

/** Throws an InputError unless a call may give this for the argument. */
export function checkValue(path: string, arg: Arg, value: unknown): void {
  try {
    checkArg(value, arg, path);
  } catch (error) {
    throw error instanceof ArgumentError ? new InputError(path, error.expected, value) : error;
  }
}
