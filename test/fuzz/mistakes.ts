/**
 * Mistakes in the arguments of a call that works: generated, from a seed, and small again where one is found that
 * matters.
 */
import fc from "fast-check";

/** Makes a value anew, so that no call can spoil the next one's. */
type Garbage = () => unknown;

const cyclic = (): unknown[] => {
  const list: unknown[] = [];
  list.push(list, list, list);
  return list;
};

/** A key of a table that every object inherits is a name that such a table must not know. */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "then", "length"];

const primitives: fc.Arbitrary<Garbage> = fc
  .oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      true,
      false,
      1n,
      10n ** 30n,
      Symbol("s"),
      Symbol.iterator,
      "",
      "u8",
      ...INHERITED,
    ),
    fc.constantFrom<unknown>(
      Number.NaN,
      Infinity,
      -Infinity,
      -0,
      0,
      -1,
      0.5,
      1,
      2,
      3,
      255,
      256,
      65_536,
      2 ** 31,
      2 ** 32 - 1,
      2 ** 32,
    ),
    fc.constantFrom<unknown>(2 ** 53, -(2 ** 53), 1e9, 1e300, -1e300, 5e-324),
    fc.string({ maxLength: 8 }),
  )
  .map((value) => () => value);

const objects: fc.Arbitrary<Garbage> = fc.constantFrom<Garbage>(
  () => ({}),
  () => [],
  () => Object.create(null),
  () => new Array(3),
  () => [undefined],
  () => [Symbol("s")],
  () => [1n, 2n],
  () => [[[]]],
  cyclic,
  () => () => undefined,
  () => class {},
  () => Promise.resolve({}),
  () => Promise.resolve([1]),
  () => new Map([["height", 1]]),
  () => new Set([1]),
  () => new Date(Number.NaN),
  () => /x/,
  () => new Float32Array(3),
  () => new Float64Array(3).fill(Number.NaN),
  () => new Uint8Array(0),
  () => new Uint32Array(2),
  () => new BigInt64Array(2),
  () => new ArrayBuffer(8),
  () => new DataView(new ArrayBuffer(8)),
  () => new Blob(["x"]),
  () => new Error("mine"),
  () => ({ length: 2 }),
  () => ({ length: 2 ** 32 }),
  () => ({ length: -1 }),
  () => ({ length: "3", 0: 1 }),
  () => ({ constructor: { name: Symbol("s") } }),
  () => ({ kind: "constructor" }),
  () => ({ op: "toString" }),
  () => ({ schedule: "__proto__" }),
  () => ({ normal: 1 }),
  () => ({ choice: [] }),
  () => ({ share: { share: 1 }, of: "height" }),
);

const json: fc.Arbitrary<Garbage> = fc.jsonValue({ maxDepth: 2 }).map((value) => () => structuredClone(value));

export const garbage: fc.Arbitrary<Garbage> = fc.oneof(primitives, objects, json);

/** What is done at one place of the arguments. */
type Change = "replace" | "delete" | "promise" | "bare" | "getter" | "rename" | "append" | "shorten";

/**
 * One mistake: a place in the arguments, by a number that is taken modulo how many there are, and what is done there.
 */
export interface Mistake {
  at: number;
  change: Change;
  value: Garbage;
}

export const mistake: fc.Arbitrary<Mistake> = fc.record({
  at: fc.nat(10_000),
  change: fc.constantFrom<Change>(
    "replace",
    "replace",
    "replace",
    "delete",
    "promise",
    "bare",
    "getter",
    "rename",
    "append",
    "shorten",
  ),
  value: garbage,
});

/** Mostly one mistake: what one alone makes of a call is seldom hidden by another. */
export const mistakes: fc.Arbitrary<Mistake[]> = fc.array(mistake, { minLength: 1, maxLength: 2 });

type Holder = Record<PropertyKey, unknown>;

/** Lists and objects that can be changed inside: no typed arrays, and nothing with a class. */
export function isOpen(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

interface Place {
  holder: Holder;
  key: string;
}

/** Every place in the arguments, each argument itself among them. */
function placesIn(holder: Holder, seen = new Set<unknown>()): Place[] {
  if (seen.has(holder)) return [];
  seen.add(holder);
  return Object.keys(holder).flatMap((key) => {
    const value = Object.getOwnPropertyDescriptor(holder, key)?.value;
    return [{ holder, key }, ...(isOpen(value) ? placesIn(value, seen) : [])];
  });
}

/** A copy that shares nothing that can be changed inside. */
function copied(value: unknown): unknown {
  if (!isOpen(value)) return value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}

/** The arguments with these mistakes in them. */
export function withMistakes(right: unknown[], wrong: readonly Mistake[]): unknown[] {
  const args = copied(right) as unknown[];
  for (const one of wrong) apply(args, one);
  return args;
}

function apply(args: unknown[], { at, change, value }: Mistake): void {
  const places = placesIn(args as unknown as Holder);
  const place = places[at % Math.max(1, places.length)];
  if (!place) {
    args.push(value());
    return;
  }
  const { holder, key } = place;
  const now = holder[key];
  // Defined and not set: an earlier mistake may have put a getter there.
  const put = (what: PropertyDescriptor, at = key) =>
    Object.defineProperty(holder, at, { enumerable: true, configurable: true, ...what });
  const replace = (by: unknown) => put({ value: by, writable: true });
  // In a list this leaves a hole.
  if (change === "delete") delete holder[key];
  else if (change === "promise") replace(Promise.resolve(now));
  else if (change === "bare" && isOpen(now) && !Array.isArray(now)) replace(Object.assign(Object.create(null), now));
  else if (change === "getter") put({ get: value });
  else if (change === "rename" && !Array.isArray(holder)) {
    delete holder[key];
    put({ value: now, writable: true }, `${key}x`);
  } else if (change === "append" && Array.isArray(now)) now.push(value());
  else if (change === "append" && isOpen(now)) now.more = value();
  else if (change === "shorten") args.length = at % (args.length + 1);
  else replace(value());
}

/** A short rendering of arguments for a report. */
export function shown(value: unknown, depth = 4): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (depth === 0) return "…";
  if (Array.isArray(value)) return `[${Array.from(value, (one) => shown(one, depth - 1)).join(", ")}]`;
  if (!isOpen(value)) return Object.prototype.toString.call(value);
  return `{ ${Object.keys(value)
    .map((key) => `${key}: ${shown(value[key], depth - 1)}`)
    .join(", ")} }`;
}

/** The name of no option, and too far from all to be taken for one. */
export const NO_OPTION = "qqqqqqqqqqqq";

/** The arguments once for every object in them, with an option there that nobody knows; `path` leads to that object. */
export function withUnknownOptions(
  makeArgs: () => unknown[],
  open: readonly string[],
): { path: string; args: unknown[] }[] {
  const pathsIn = (holder: Holder, path: readonly string[]): (readonly string[])[] =>
    Object.keys(holder).flatMap((key) => {
      const value = holder[key];
      if (!isOpen(value) || open.includes(key)) return [];
      const here = [...path, key];
      return [...(Array.isArray(value) ? [] : [here]), ...pathsIn(value, here)];
    });
  return pathsIn(makeArgs() as unknown as Holder, []).map((path) => {
    const args = copied(makeArgs()) as unknown[];
    const at = path.reduce((holder, key) => holder[key] as Holder, args as unknown as Holder);
    at[NO_OPTION] = 1;
    return { path: path.join("."), args };
  });
}
