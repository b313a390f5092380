import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { isCallable } from "../check/values.ts";
import { checkArg, withoutMinusZero } from "../ops/check-call.ts";
import type { Arg } from "../ops/op.ts";
import { foldIn, type Key } from "../random/key.ts";
import { standardNormal } from "../random/normal.ts";
import { uniform01, uniformInt } from "../random/uniform.ts";
import { type Bounds, checkScalar, resolveScalar, type Scalar, type Time } from "./schedule.ts";

/**
 * An op's argument in a policy: fixed, or how it is drawn.
 *
 * 128                                       always this (numbers may be schedules; so may the numbers below; rounded
 * where the argument is an integer)
 * [0, 256]                                  uniform; whole numbers, both ends included, where the argument is an
 * integer
 * { normal: [mean, std], clip: [lo, hi] }   normal, clipped (mass piles up at the ends); without `clip` to the
 * argument's range
 *     { choice: ["bilinear", "bicubic"] }       one of these, all alike
 * { share: [-0.1, 0.1], of: "width" }       a draw as above, times a side of the picture; `round` makes it whole pixels
 *     { list: [[0, 1], 5] }                     a list, each entry a draw of its own
 *     { all: [0.1, 2] }                         a list, all entries the same draw
 *     { permutation: 3 }                        0 … 2 in random order; with `identity: false` never 0, 1, 2
 *
 * Where the argument itself is a list, a plain array is that list, not a range. Two numbers, the smaller first, could
 * be either and are refused: `{ all: [a, b] }` is the range, `{ list: [a, b] }` the list.
 */
export type ArgDraw =
  | NumberDraw
  | ChoiceDraw<boolean | string | readonly number[]>
  | ListDraw<readonly number[]>
  | boolean
  | string;

/** A number. */
export type NumberDraw = Scalar | readonly [low: Scalar, high: Scalar] | NormalDraw | ChoiceDraw<number> | ShareDraw;

/** A list: itself, or its entries drawn. */
export type ListDraw<List extends readonly number[]> =
  | List
  | ChoiceDraw<List>
  | EntriesDraw<List>
  | AllDraw
  | PermutationDraw;

/** How an argument of this type can be given in a policy. */
export type DrawOf<Value> = [Value] extends [number]
  ? NumberDraw
  : [Value] extends [readonly number[]]
    ? ListDraw<Value>
    : Value | ChoiceDraw<Value>;

export interface NormalDraw {
  normal: readonly [mean: Scalar, std: Scalar];
  clip?: readonly [low: number, high: number];
}

export interface ChoiceDraw<Value> {
  choice: readonly Value[];
}

export interface ShareDraw {
  share: NumberDraw;
  of: Side;
  round?: Rounding;
}

/** Each entry by itself. */
export interface EntriesDraw<List extends readonly number[]> {
  list: { readonly [Entry in keyof List]: NumberDraw };
}

export interface AllDraw {
  all: NumberDraw;
}

export interface PermutationDraw {
  permutation: number;
  /** Whether everything may stay in its place. Default true. */
  identity?: boolean;
}

/** {@link EntriesDraw} of any length. */
type Entries = EntriesDraw<readonly number[]>;

/** A length of the picture; `smaller` and `larger` of height and width. */
export type Side = "height" | "width" | "smaller" | "larger";
export type Rounding = "trunc" | "floor" | "ceil" | "nearest";

const SIDES: readonly Side[] = ["height", "width", "smaller", "larger"];
const ROUNDINGS: Record<Rounding, (x: number) => number> = {
  trunc: Math.trunc,
  floor: Math.floor,
  ceil: Math.ceil,
  nearest: Math.round,
};
const FORMS = ["normal", "choice", "share", "list", "all", "permutation"] as const;
/** What a share is a share of may be any number of times. */
const ANY: Arg = { type: "number", unit: "" };

/** Refuses what an argument can never be. */
export function checkArgDraw(value: unknown, arg: Arg, path: string): void {
  const form = formOf(value);
  if (form === "normal") checkNormal(value as NormalDraw, arg, path);
  else if (form === "choice") checkChoice(value as ChoiceDraw<unknown>, arg, path);
  else if (form === "share") checkShare(value as ShareDraw, arg, path);
  else if (form === "all") checkAll(value as AllDraw, arg, path);
  else if (form === "list" || form === "permutation")
    checkListDraw(value as Entries & PermutationDraw, form, arg, path);
  else if (isNumeric(arg) && Array.isArray(value)) checkUniform(value, arg, path);
  else if (isNumeric(arg) && typeof value === "object" && value !== null) checkScalar(value, path, boundsOf(arg));
  else if (isNumeric(arg) && isCallable(value)) return;
  else {
    checkArg(value, arg, path);
    if (isTwofold(value, arg)) throw new PolicyError(path, spellingsOf(value, arg), value);
  }
}

/** Checks a list that cannot be drawn: the levels that a stage fills with. */
export function checkLevels(value: unknown, arg: Arg, path: string): void {
  checkArg(value, arg, path);
  if (isTwofold(value, arg)) throw new PolicyError(path, LEVELS, value);
}

/** What stands where levels cannot be drawn. */
export const LEVELS =
  "[level] for all channels or [red, green, blue]: two numbers would be a range, and nothing is drawn here";

/**
 * Whether a list could be taken for a range: two numbers, the smaller first. Two equal ones are the same either way.
 */
export function isTwofold(
  value: unknown,
  { type, isNoRange }: Pick<Arg, "type" | "isNoRange">,
): value is [number, number] {
  return type === "list" && !isNoRange && Array.isArray(value) && value.length === 2 && value[0] < value[1];
}

function spellingsOf([a, b]: [number, number], { length }: Arg): string {
  const range = `{ all: [${a}, ${b}] } for one number from that range, ${length === 2 ? "the same for both" : "for all channels"}`;
  return `${range}, or { list: [${a}, ${b}] } for these two numbers`;
}

function formOf(value: unknown): (typeof FORMS)[number] | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return FORMS.find((form) => form in value);
}

const isNumeric = (arg: Arg) => arg.type === "number" || arg.type === "integer";

/** The numbers an argument (or an entry of it) may be, and how to say so: as `checkArg` does. */
export function boundsOf({ type, min, max, unit }: Arg): Bounds {
  const range =
    min !== undefined && max !== undefined
      ? ` ${min} to ${max}`
      : min !== undefined
        ? ` of at least ${min}`
        : max !== undefined
          ? ` of at most ${max}`
          : "";
  const expected = `${type === "integer" ? "an integer" : "a number"}${range}${unit === "" ? "" : ` (${unit})`}`;
  return { low: min ?? -Number.MAX_VALUE, high: max ?? Number.MAX_VALUE, expected };
}

function checkUniform(value: unknown[], arg: Arg, path: string): void {
  if (value.length !== 2) throw new PolicyError(path, "[low, high]", value);
  Array.from(value).forEach((end, i) => {
    checkScalar(end, `${path}[${i}]`, boundsOf(arg));
    if (arg.type === "integer" && typeof end === "number" && !Number.isInteger(end)) {
      throw new PolicyError(`${path}[${i}]`, boundsOf(arg).expected, end);
    }
  });
  const [low, high] = value;
  if (typeof low === "number" && typeof high === "number") checkOrder(low, high, path);
}

function checkOrder(low: number, high: number, path: string): void {
  if (low > high) throw new PolicyError(path, "[low, high] with low <= high", [low, high]);
}

function checkNormal(value: NormalDraw, arg: Arg, path: string): void {
  checkKeys(value as unknown as Record<string, unknown>, path, ["normal", "clip"]);
  if (!isNumeric(arg)) throw new PolicyError(path, "no normal draw: this argument is not a number", value);
  if (!Array.isArray(value.normal) || value.normal.length !== 2)
    throw new PolicyError(`${path}.normal`, "[mean, std]", value.normal);
  checkScalar(value.normal[0], `${path}.normal[0]`, boundsOf(ANY));
  checkScalar(value.normal[1], `${path}.normal[1]`, STD);
  if (value.clip === undefined) return;
  // The ends are the same all through the training, so they can be held to the argument's own check.
  if (!Array.isArray(value.clip) || value.clip.length !== 2)
    throw new PolicyError(`${path}.clip`, "[low, high]", value.clip);
  checkArg(value.clip[0], arg, `${path}.clip[0]`);
  checkArg(value.clip[1], arg, `${path}.clip[1]`);
  checkOrder(value.clip[0], value.clip[1], `${path}.clip`);
}

const STD: Bounds = { low: 0, high: Number.MAX_VALUE, expected: "a finite number, 0 or more" };

function checkChoice(value: ChoiceDraw<unknown>, arg: Arg, path: string): void {
  checkKeys(value as unknown as Record<string, unknown>, path, ["choice"]);
  if (!Array.isArray(value.choice) || value.choice.length === 0)
    throw new PolicyError(`${path}.choice`, "at least one value", value.choice);
  Array.from(value.choice).forEach((one, i) => {
    checkArg(one, arg, `${path}.choice[${i}]`);
  });
}

function checkShare(value: ShareDraw, arg: Arg, path: string): void {
  checkKeys(value as unknown as Record<string, unknown>, path, ["share", "of", "round"]);
  if (!isNumeric(arg)) throw new PolicyError(path, "no share of a side: this argument is not a number", value);
  if (value.of === undefined) throw new PolicyError(`${path}.of`, `one of ${SIDES.join(", ")}`, undefined);
  checkName(value.of, `${path}.of`, SIDES);
  checkName(value.round, `${path}.round`, Object.keys(ROUNDINGS));
  // A side times a share is a number of pixels, and no level, angle or factor.
  if (arg.unit !== "pixels")
    throw new PolicyError(path, `${boundsOf(arg).expected}: only pixels can be { share, of }`, value);
  checkArgDraw(value.share, ANY, `${path}.share`);
}

function checkListDraw(value: Entries & PermutationDraw, form: "list" | "permutation", arg: Arg, path: string): void {
  checkKeys(checkObject(value, path, "a draw"), path, form === "permutation" ? [form, "identity"] : [form]);
  if (arg.type !== "list") throw new PolicyError(path, `no ${form}: this argument is not a list`, value);
  const length = form === "list" ? (Array.isArray(value.list) ? value.list.length : Number.NaN) : value.permutation;
  if (!Number.isInteger(length) || length < 1 || (arg.length !== undefined && length !== arg.length)) {
    throw new PolicyError(
      `${path}.${form}`,
      `${arg.length ?? "one or more"} entries`,
      form === "list" ? value.list : value.permutation,
    );
  }
  const { identity } = value;
  if (identity !== undefined && typeof identity !== "boolean")
    throw new PolicyError(`${path}.identity`, "true or false", identity);
  if (identity === false && length < 2)
    throw new PolicyError(`${path}.permutation`, "2 or more, of which one can move", length);
  if (form === "permutation" && ((arg.min ?? 0) > 0 || (arg.max ?? length) < length - 1)) {
    throw new PolicyError(
      path,
      `no permutation: 0 to ${length - 1} are not all ${boundsOf({ ...arg, type: "number" }).expected}`,
      value,
    );
  }
  if (form === "list") {
    Array.from(value.list).forEach((entry, i) => {
      checkArgDraw(entry, { ...arg, type: "number" }, `${path}.list[${i}]`);
    });
  }
}

function checkAll(value: AllDraw, arg: Arg, path: string): void {
  checkKeys(value as unknown as Record<string, unknown>, path, ["all"]);
  if (arg.type !== "list") throw new PolicyError(path, "no all: this argument is not a list", value);
  checkArgDraw(value.all, { ...arg, type: "number" }, `${path}.all`);
}

/** What drawing an argument depends on, apart from the sample. */
export interface ArgContext {
  height: number;
  width: number;
  time: Time;
  path: string;
  key: Key;
}

/** An argument ready to be drawn: its value where it is the same for everybody, else the draw. */
export type ReadyArg = { fixed: unknown } | { draw: (id: number) => unknown };

/** Resolves an argument for this moment and picture size. The argument must have passed {@link checkArgDraw}. */
export function prepareArg(value: unknown, arg: Arg, context: ArgContext): ReadyArg {
  const ready = prepareForm(value, arg, context);
  // A plan survives JSON, which has no −0.
  return "fixed" in ready
    ? { fixed: withoutMinusZero(ready.fixed) }
    : { draw: (id) => withoutMinusZero(ready.draw(id)) };
}

function prepareForm(value: unknown, arg: Arg, context: ArgContext): ReadyArg {
  const { key, time, path } = context;
  switch (formOf(value)) {
    case "normal": {
      const [mean, std] = (value as NormalDraw).normal.map((end, i) =>
        resolveScalar(end, time, `${path}.normal[${i}]`, i ? STD : boundsOf(ANY)),
      );
      const [low, high] = (value as NormalDraw).clip ?? [boundsOf(arg).low, boundsOf(arg).high];
      const whole = wholeFor(arg);
      return { draw: (id) => whole(Math.min(high, Math.max(low, mean! + std! * standardNormal(key, id)))) };
    }
    case "choice": {
      const { choice } = value as ChoiceDraw<unknown>;
      return choice.length === 1
        ? { fixed: choice[0] }
        : { draw: (id) => choice[uniformInt(key, id, 0, choice.length)] };
    }
    case "share":
      return prepareShare(value as ShareDraw, arg, context);
    case "list":
      return prepareList((value as Entries).list, arg, context);
    case "all": {
      const ready = prepareArg((value as AllDraw).all, { ...arg, type: "number" }, { ...context, path: `${path}.all` });
      const repeat = (one: unknown) => Array.from({ length: arg.length ?? 1 }, () => one);
      return "fixed" in ready ? { fixed: repeat(ready.fixed) } : { draw: (id) => repeat(ready.draw(id)) };
    }
    case "permutation": {
      const { permutation, identity = true } = value as PermutationDraw;
      return { draw: (id) => (identity ? shuffled(key, id, permutation) : reshuffled(key, id, permutation)) };
    }
    default:
      if (isNumeric(arg) && Array.isArray(value)) return prepareUniform(value as [Scalar, Scalar], arg, context);
      if (isNumeric(arg)) return { fixed: wholeFor(arg)(resolveScalar(value as Scalar, time, path, boundsOf(arg))) };
      return { fixed: value };
  }
}

/** What a number becomes for this argument: a schedule passes between whole numbers, an integer cannot. */
const wholeFor = (arg: Arg): ((x: number) => number) => (arg.type === "integer" ? Math.round : (x) => x);

function prepareUniform(value: [Scalar, Scalar], arg: Arg, { key, time, path }: ArgContext): ReadyArg {
  const low = resolveScalar(value[0], time, `${path}[0]`, boundsOf(arg));
  const high = resolveScalar(value[1], time, `${path}[1]`, boundsOf(arg));
  if (low === high) return { fixed: wholeFor(arg)(low) };
  return { draw: uniformDraw(low, high, arg.type === "integer", key, path) };
}

/** Uniform between two resolved ends; of the whole numbers, both ends included, where it is to be whole. */
export function uniformDraw(low: number, high: number, whole: boolean, key: Key, path: string): (id: number) => number {
  checkOrder(low, high, path);
  if (!whole) return (id) => low + (high - low) * uniform01(key, id, 0);
  const [least, count] = [Math.ceil(low), Math.floor(high) - Math.ceil(low) + 1];
  if (count < 1) throw new PolicyError(path, "[low, high] with a whole number between them", [low, high]);
  return (id) => least + uniformInt(key, id, 0, count);
}

function prepareShare({ share, of, round }: ShareDraw, arg: Arg, context: ArgContext): ReadyArg {
  const { height, width } = context;
  const side = { height, width, smaller: Math.min(height, width), larger: Math.max(height, width) }[of];
  const ready = prepareArg(share, ANY, { ...context, path: `${context.path}.share` });
  const toPixels = (value: unknown) => {
    const pixels = (value as number) * side;
    return round === undefined ? wholeFor(arg)(pixels) : ROUNDINGS[round](pixels);
  };
  return "fixed" in ready ? { fixed: toPixels(ready.fixed) } : { draw: (id) => toPixels(ready.draw(id)) };
}

function prepareList(list: readonly NumberDraw[], arg: Arg, context: ArgContext): ReadyArg {
  const ready = list.map((entry, i) =>
    prepareArg(
      entry,
      { ...arg, type: "number" },
      { ...context, path: `${context.path}.list[${i}]`, key: foldIn(context.key, i) },
    ),
  );
  return { draw: (id) => ready.map((entry) => ("fixed" in entry ? entry.fixed : entry.draw(id))) };
}

/** 0 … n − 1 in random order (Fisher and Yates; Durstenfeld 1964), from the counters (id, 1 … n − 1). */
export function shuffled(key: Key, id: number, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = uniformInt(key, id, i, i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}

/** The same without the identity: drawn again, by the next key, until something has moved. */
function reshuffled(key: Key, id: number, n: number): number[] {
  for (let again = 0; ; again++) {
    const order = shuffled(foldIn(key, again), id, n);
    if (order.some((from, to) => from !== to)) return order;
  }
}
