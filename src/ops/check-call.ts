/** Checks a call of an image op against the op's own description of its arguments. */

import { isListOf } from "../check/check.ts";
import { ArgumentError, found, PlanError, PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import type { OpCall } from "./index.ts";
import type { Arg, Args, ImageOp } from "./op.ts";
import { knownOps } from "./registry.ts";

export interface CheckedCall {
  op: string;
  args: Args;
}

/** Whose rounding a call wants, for the ops that follow several. */
const peerArg = (op: ImageOp): Arg | undefined =>
  op.peers && {
    type: "choice",
    values: op.peers,
    default: op.peers[0],
    unit: "peer",
    about: "Whose rounding the op follows.",
  };

/** Whether a warp may be folded into the one before it, for the ops that are warps. */
const fuseArg: Arg = {
  type: "boolean",
  default: true,
  unit: "yes or no",
  about: "Whether this warp may be multiplied into the one just before it, so that the picture is read once.",
};

const argsByOp = /* @__PURE__ */ new WeakMap<ImageOp, Readonly<Record<string, Arg>>>();

/** The arguments a call may give, `peer` and, for a warp, `fuse` among them. */
export function argsOf(op: ImageOp): Readonly<Record<string, Arg>> {
  let args = argsByOp.get(op);
  if (!args) {
    const peer = peerArg(op);
    args = { ...op.args, ...(peer && !("peer" in op.args) && { peer }), ...(op.kind === "warp" && { fuse: fuseArg }) };
    argsByOp.set(op, args);
  }
  return args;
}

/** What is known of an op's calls, and an object for the arguments of the next one. */
interface Taker {
  readonly op: ImageOp;
  readonly rules: ReadonlyMap<string, Rule>;
  /** How many arguments have no default. */
  readonly required: number;
  /** Throws where arguments do not go together. */
  readonly together: ImageOp["together"];
  readonly taken: Record<string, unknown>;
  /** What the last call gave, in its order; and how much it gave. Calls of one stage give the same. */
  readonly given: Rule[];
  count: number;
}

/** Of the ops that are here, as long as no other comes. */
const takers = /* @__PURE__ */ new Map<string, Taker>();
let changes = 0;

function takerOf(name: string): Taker | undefined {
  if (changes !== knownOps.changes) takers.clear();
  changes = knownOps.changes;
  const known = takers.get(name);
  if (known) return known;
  const op = knownOps.get(name);
  if (!op) return undefined;
  const taker = makeTaker(op);
  takers.set(name, taker);
  return taker;
}

function makeTaker(op: ImageOp): Taker {
  const rules = new Map(Object.entries(argsOf(op)).map(([name, arg]) => [name, ruleOf(arg, name)]));
  return {
    op,
    rules,
    required: [...rules.values()].filter(({ isRequired }) => isRequired).length,
    taken: Object.fromEntries([...rules].map(([name, rule]) => [name, rule.default])),
    given: [],
    count: 0,
    together: op.together,
  };
}

/** Puts back the defaults of what the last call gave, from the `from`th argument on. */
function forget(taker: Taker, from: number): void {
  const { given, taken } = taker;
  for (let i = from; i < taker.count; i++) taken[given[i]!.name] = given[i]!.default;
  taker.count = from;
}

/**
 * What an argument may be. All have one shape, which engines go through much faster than through the `Arg`s they are
 * made of.
 */
interface Rule {
  readonly name: string;
  readonly type: Arg["type"];
  readonly min: number;
  readonly max: number;
  readonly values: readonly string[];
  readonly length: number | undefined;
  readonly default: unknown;
  readonly isRequired: boolean;
}

function ruleOf(arg: Arg, name = ""): Rule {
  const {
    type,
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    values = [],
    length,
    default: otherwise,
  } = arg;
  return { name, type, min, max, values, length, default: otherwise, isRequired: !("default" in arg) };
}

/** More than arguments are nested. A list that holds itself has no end, and is refused after this. */
const MOST_NESTED = 4;

const holdsMinusZero = (value: unknown, levels: number): boolean =>
  Object.is(value, -0) || (levels > 0 && Array.isArray(value) && value.some((one) => holdsMinusZero(one, levels - 1)));

/** An argument as JSON keeps it: there is no −0, which a plan has not either and whose sign some packing would read. */
export const withoutMinusZero = <T>(value: T): T => plusZero(value, MOST_NESTED);

function plusZero<T>(value: T, levels: number): T {
  if (typeof value === "number") return (value + 0) as T;
  if (!holdsMinusZero(value, levels)) return value;
  return (value as unknown[]).map((one) => plusZero(one, levels - 1)) as T;
}

/** An op and the arguments of a call of it. */
export interface TakenCall {
  readonly op: ImageOp;
  readonly taken: Args;
}

/**
 * The op of a call, and its arguments with every default filled in, and 0 for −0; undefined where something is wrong
 * with the call, which {@link checkCall} then says. It goes through every call of every step, so the object is the same
 * for all calls of an op: it holds until the op's next call.
 */
export function takenCall(call: OpCall): TakenCall | undefined {
  const taker = takerOf(call.op);
  if (!taker) return undefined;
  const { rules, taken, given } = taker;
  let missing = taker.required;
  let at = 0;
  for (const name in call) {
    if (name === "op") continue;
    const value = call[name as keyof OpCall] as unknown;
    if (value === undefined && rules.has(name)) continue;
    let rule = at < taker.count ? given[at]! : undefined;
    if (rule?.name !== name) {
      forget(taker, at);
      rule = rules.get(name);
      if (rule === undefined) return undefined;
      given[at] = rule;
      taker.count++;
    }
    at++;
    if (!fits(value, rule)) return undefined;
    taken[name] = value === 0 ? 0 : typeof value === "object" ? withoutMinusZero(value) : value;
    if (rule.isRequired) missing--;
  }
  forget(taker, at);
  if (missing > 0 || (taker.together && !goTogether(taker.together, call))) return undefined;
  return taker;
}

/** Only the arguments. */
export const argsOfCall = (call: OpCall): Args | undefined => takenCall(call)?.taken;

function goTogether(together: NonNullable<ImageOp["together"]>, call: OpCall): boolean {
  try {
    together(call as unknown as Args);
    return true;
  } catch {
    return false;
  }
}

/**
 * A call `{ op, ...arguments }` with every default filled in, and 0 for −0.
 * Throws PolicyError when the op or an argument is unknown, missing, or out of range; `path` leads to the call
 * (`policy[0].ops[2]`).
 */
export function checkCall(call: unknown, path: string): CheckedCall {
  if (typeof call !== "object" || call === null || Array.isArray(call))
    throw new PolicyError(path, 'an op call such as { op: "invert" }', call);
  const { op, ...given } = call as Record<string, unknown>;
  const known = knownOps.get(op);
  if (!known)
    throw new PolicyError(`${path}.op`, `the name of an image op${hint(op, knownOps.names)}${knownOps.hint}`, op);
  const described = argsOf(known);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(described, name)) continue;
    const all = Object.keys(described);
    const expected =
      all.length > 0 ? `only the arguments ${all.join(", ")}${hint(name, all)}` : `no argument: ${op} has none`;
    throw new PolicyError(path, expected, name);
  }
  const args: Record<string, unknown> = {};
  for (const [name, arg] of Object.entries(described)) {
    const value = given[name] === undefined ? arg.default : given[name];
    if (value === undefined && !("default" in arg))
      throw new PolicyError(`${path}.${name}`, describe(arg), found("nothing"));
    if (value !== undefined) checkArg(value, arg, `${path}.${name}`);
    args[name] = withoutMinusZero(value);
  }
  checkTogether(known, given, path);
  return { op: op as string, args };
}

/** Throws PolicyError where arguments of an op do not go together; `path` leads to them. */
export function checkTogether(op: ImageOp, given: Args, path: string): void {
  try {
    op.together?.(given);
  } catch (error) {
    throw error instanceof ArgumentError
      ? new PolicyError(`${path}.${error.path}`, error.expected, error.found)
      : error;
  }
}

const hint = (name: unknown, all: readonly string[]): string => {
  const near = typeof name === "string" ? nearestName(name, all) : undefined;
  return near ? ` (did you mean ${near}?)` : "";
};

/** Throws PolicyError unless `value` is what `arg` says. */
export function checkArg(value: unknown, arg: Arg, path: string): void {
  if (!fits(value, ruleOf(arg)))
    throw new PolicyError(path, describe(arg) + (arg.type === "choice" ? hint(value, arg.values ?? []) : ""), value);
}

function fits(value: unknown, rule: Rule): boolean {
  const { type } = rule;
  if (type === "choice") return rule.values.includes(value as string);
  if (type === "boolean") return typeof value === "boolean";
  if (type === "list") return fitsList(value, rule);
  return inRange(value, rule) && (type === "number" || Number.isInteger(value));
}

function fitsList(value: unknown, rule: Rule): boolean {
  if (!isListOf(value, (entry) => inRange(entry, rule))) return false;
  return rule.length === undefined ? value.length > 0 : value.length === rule.length;
}

const inRange = (value: unknown, { min, max }: Rule): boolean =>
  typeof value === "number" && Number.isFinite(value) && value >= min && value <= max;

/**
 * What an op itself refused (arguments that do not go together, or not with the picture), with the path to its call.
 */
export function atCall(error: unknown, op: string, path: string): unknown {
  if (!(error instanceof ArgumentError) || error.path.startsWith(path)) return error;
  const argument = error.path.startsWith(`${op}.`) ? error.path.slice(op.length + 1) : error.path;
  return new PlanError(argument === op ? path : `${path}.${argument}`, error.expected, error.found);
}

/** `a number 0 to 7 (factor)`, for messages. */
function describe(arg: Arg): string {
  const range =
    arg.min !== undefined && arg.max !== undefined
      ? ` ${arg.min} to ${arg.max}`
      : arg.min !== undefined
        ? ` of at least ${arg.min}`
        : arg.max !== undefined
          ? ` of at most ${arg.max}`
          : "";
  switch (arg.type) {
    case "boolean":
      return "true or false";
    case "choice":
      return `one of ${(arg.values ?? []).join(", ")}`;
    case "list":
      return `a list of ${arg.length === undefined ? "" : `${arg.length} `}numbers${range} (${arg.unit})`;
    default:
      return `${arg.type === "integer" ? "an integer" : "a number"}${range} (${arg.unit})`;
  }
}
