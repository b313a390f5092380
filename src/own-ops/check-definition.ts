/** A definition of an own op, checked in all but its WGSL. */
import { frozenCopy } from "../check/copied.ts";
import { Found, found, InputError } from "../check/errors.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { oneOf } from "../check/values.ts";
import type { Size } from "../format/format.ts";
import { opNames } from "../generated/library.ts";
import { EDGES, INTERPOLATIONS } from "../ops/lib/warp-words.ts";
import type { Arg, Args, At, Edge, EncodeContext, Fetch, Interpolation, Pixel, Place } from "../ops/op.ts";
import { checkedArgs, checkValue } from "./check-args.ts";
import type { OwnKind } from "./definition.ts";

type Encoder = (args: Args, context: EncodeContext) => unknown;
type AnyFunction = (...given: never[]) => unknown;

/** A definition whose parts were looked at; those that its kind has not are left out. */
export interface AnyDefinition {
  name: string;
  kind: OwnKind;
  about: string;
  args: Readonly<Record<string, Arg>>;
  /** "" for a warp by a matrix. */
  wgsl: string;
  encode?: Encoder;
  encodeF32?: Encoder;
  u8?: AnyFunction;
  f32?: AnyFunction;
  table?: AnyFunction;
  place?: (words: unknown, at: At, tables: Uint8Array) => Place;
  show?: { u8: (fetch: Fetch) => Pixel; f32: (fetch: Fetch) => Pixel };
  matrix?: (args: Args, size: Size) => unknown;
  projects?: true;
  said?: string;
  byLevel?: true;
  hidden?: (args: Args, size: Size) => unknown;
  tiles?: (args: Args, size: Size) => unknown;
  placeAt?: (args: Args, size: Size) => (x: number, y: number) => readonly [x: number, y: number];
  reading?: { interpolation?: Interpolation; edge?: Edge };
  atMagnitude?: (magnitude: number) => Args;
}

const COMMON = ["name", "kind", "about", "args", "wgsl", "atMagnitude", "said"];
const PIXELS = [...COMMON, "encode", "encodeF32", "u8", "f32"];

const KEYS: Readonly<Record<OwnKind, readonly string[]>> = {
  color: [...PIXELS, "hidden", "byLevel"],
  mask: [...PIXELS, "hidden"],
  stencil: [...PIXELS, "tiles"],
  tile: [...PIXELS, "show"],
  tone: [...COMMON, "encode", "encodeF32", "table", "f32"],
  warp: [...COMMON, "encode", "place", "placeAt", "matrix", "projects", "reading"],
};

/** Functions that `createOps` has beside the ops, and what makes a promise of an object. */
const TAKEN = ["apply", "destroy", "then"];
const FUNCTIONS = [
  "encode",
  "encodeF32",
  "u8",
  "f32",
  "table",
  "place",
  "placeAt",
  "matrix",
  "hidden",
  "tiles",
  "atMagnitude",
] as const;
const WARP_ARGS = ["interpolation", "edge", "fill"];
const MOST_LETTERS = 64;

/** Throws an InputError for a definition that cannot work. */
export function checkDefinition(given: unknown): AnyDefinition {
  if (!isOptions(given)) throw new InputError("defineOp.definition", "{ name, kind, args, wgsl, … }", given);
  const { name, kind } = given;
  checkOpName(name);
  if (typeof kind !== "string" || !Object.hasOwn(KEYS, kind)) oneOf(`${name}.kind`, kind, Object.keys(KEYS));
  const known = KEYS[kind as OwnKind];
  for (const key of Object.keys(given)) {
    const all = new Set(Object.values(KEYS).flat());
    if (!known.includes(key) && all.has(key))
      throw new InputError(`${name}.${key}`, `nothing: a ${kind as string} op has none`, given[key]);
  }
  knownKeys(name, given, known);
  const { about = "", args = {}, wgsl = "", said = "" } = given as Partial<AnyDefinition>;
  for (const [key, text] of Object.entries({ about, wgsl, said }))
    if (typeof text !== "string") throw new InputError(`${name}.${key}`, "text", text);
  for (const key of FUNCTIONS)
    if (given[key] !== undefined && typeof given[key] !== "function")
      throw new InputError(`${name}.${key}`, "a function", given[key]);
  for (const key of ["byLevel", "projects"])
    if (given[key] !== undefined && given[key] !== true)
      throw new InputError(`${name}.${key}`, "true, or nothing", given[key]);
  checkShow(name, given.show);
  if (kind === "warp") checkWarp(name, given, wgsl);
  else if (wgsl.trim() === "") throw new InputError(`${name}.wgsl`, "the op's functions in WGSL", given.wgsl);
  const checked = frozenCopy({
    ...given,
    name,
    about,
    wgsl,
    args: checkedArgs(`${name}.args`, args, kind === "warp" ? WARP_ARGS : []),
  }) as AnyDefinition;
  if (checked.atMagnitude) checkAtMagnitude(checked, checked.atMagnitude);
  return checked;
}

function checkOpName(name: unknown): asserts name is string {
  const path = "defineOp.name";
  if (typeof name !== "string" || !/^[a-z][a-zA-Z0-9]*$/.test(name) || name.length > MOST_LETTERS)
    throw new InputError(path, "a name in camelCase, of letters and digits", name);
  if (opNames.includes(name)) throw new InputError(path, "a name that no built-in op has", name);
  if (TAKEN.includes(name) || name in {}) throw new InputError(path, "a name that objects do not have already", name);
}

function checkShow(name: string, show: unknown): void {
  if (show === undefined) return;
  if (!isOptions(show)) throw new InputError(`${name}.show`, "{ u8, f32 }", show);
  knownKeys(`${name}.show`, show, ["u8", "f32"]);
  for (const precision of ["u8", "f32"])
    if (typeof show[precision] !== "function")
      throw new InputError(`${name}.show.${precision}`, "a function", show[precision]);
}

/** A warp says where it reads by a matrix or by a function, not by both. */
function checkWarp(
  name: string,
  { matrix, encode, place, placeAt, projects, reading }: Record<string, unknown>,
  wgsl: string,
): void {
  if (matrix === undefined && wgsl.trim() === "")
    throw new InputError(name, "a matrix, or wgsl with the function of a place", undefined);
  if (matrix !== undefined) {
    for (const [key, value] of Object.entries({ wgsl: wgsl || undefined, encode, place, placeAt }))
      if (value !== undefined) throw new InputError(`${name}.${key}`, "nothing beside a matrix", value);
  } else if (projects !== undefined) throw new InputError(`${name}.projects`, "nothing without a matrix", projects);
  if (reading === undefined) return;
  knownKeys(`${name}.reading`, reading, ["interpolation", "edge"]);
  const { interpolation = "bilinear", edge = "constant" } = reading as NonNullable<AnyDefinition["reading"]>;
  oneOf(`${name}.reading.interpolation`, interpolation, INTERPOLATIONS);
  oneOf(`${name}.reading.edge`, edge, EDGES);
}

/** What a function of the caller's returns, or why it does not. */
function tried(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return found(`${error}`);
  }
}

/** What it gives must be arguments, at both ends and in the middle. */
function checkAtMagnitude({ name, args, kind }: AnyDefinition, atMagnitude: (magnitude: number) => unknown): void {
  for (const magnitude of [0, 0.5, 1]) {
    const path = `${name}.atMagnitude(${magnitude})`;
    const given = tried(() => atMagnitude(magnitude));
    if (!isOptions(given) || given instanceof Found) throw new InputError(path, "arguments of the op", given);
    const fixed = kind === "warp" ? [...WARP_ARGS, "peer", "fuse"] : [];
    knownKeys(path, given, [...Object.keys(args), ...fixed]);
    for (const [argument, arg] of Object.entries(args)) {
      if (given[argument] !== undefined) checkValue(`${path}.${argument}`, arg, given[argument]);
      // Noise has a key of its own for each picture.
      else if (!("default" in arg) && argument !== "key")
        throw new InputError(`${path}.${argument}`, "a value, as the argument has no default", undefined);
    }
  }
}
