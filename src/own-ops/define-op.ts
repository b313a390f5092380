import { frozenCopy } from "../check/copied.ts";
import { InputError } from "../check/errors.ts";
import { checkCall } from "../ops/check-call.ts";
import type { AnyCall, ImageOp } from "../ops/op.ts";
import type { OwnOpCall } from "../ops/own.ts";
import { bringOps } from "../stages/brings.ts";
import { useForm } from "../stages/made.ts";
import { type OpOptions, opForm, stageOf } from "../stages/op.ts";
import { addOwnEntry } from "../tables/own.ts";
import { type AnyDefinition, checkDefinition } from "./check-definition.ts";
import type { ArgumentWords, OwnArg, OwnCallArgs, OwnDefinition, OwnKind, OwnOp } from "./definition.ts";
import { ownImageOp } from "./own-image-op.ts";
import type { NamedWords } from "./own-words.ts";

/** What was defined, by its name. */
const defined = /* @__PURE__ */ new Map<string, { definition: AnyDefinition; made: OwnOp }>();

/** Above the number of every built-in op, and below 2^24, which a stencil's leaves room for. */
export const FIRST_OWN_ID = 0x8000;

/**
 * Defines an image op of your own: its arguments, its WGSL, how arguments become the words that the WGSL reads, and if
 * you like what it does in JavaScript. Policies, plans, `createOps` and JSON then know it as a built-in one.
 * `docs/own-ops.md` has all of it, with examples.
 *
 * - `name`: camelCase, no built-in op's. `kind`: what it needs to see, as for built-in ops: `color` its pixel, `mask`
 *   also where that is, `tone` the picture's histogram, `stencil` the neighbours, `tile` 16 × 16 pixels, `warp` pixels
 *   elsewhere.
 * - `args`: its arguments by their names, with type, unit, range, default and the value that changes nothing. A warp
 * has
 *   `interpolation`, `edge`, `fill`, `peer` and `fuse` besides.
 * - `wgsl`: `fn <name in snake_case>_u8` and `_f32`, or one for both; the kind says with which parameters. Words are a
 *   struct of at most eight u32, i32, f32 and vectors of these. A `warp` has `_place`, or no `wgsl` and a `matrix`.
 * - `encode`, `encodeF32`: words of the checked arguments. Left out: the struct's members are arguments, by their
 * names.
 * - `u8`, `f32` (a tone op: `table`, `f32`; a warp: `place`): what the WGSL does, for `reference`.
 * - `atMagnitude`: arguments at a strength of 0 to 1, for the table `own` of `opAt` and `randAugment`.
 *
 * @returns the constructor of its stage, `vignette({ strength: [0, 1] })`, with `opCall` for plans and `createOps`
 * @throws InputError for a definition that cannot work, with the line and the column where its WGSL is wrong. What only
 * a compiler sees, the first engine that needs the op says: a GpuError with the same line and column.
 */
export function defineOp<
  const Name extends string,
  Kind extends OwnKind,
  // biome-ignore lint/complexity/noBannedTypes: no arguments
  const Declared extends Readonly<Record<string, OwnArg>> = {},
  U8 extends NamedWords = ArgumentWords<Declared> & NamedWords,
  F32 extends NamedWords = U8,
>(definition: OwnDefinition<Name, Kind, Declared, U8, F32>): OwnOp<Name, OwnCallArgs<Kind, Declared>> {
  const checked = checkDefinition(definition);
  const { name } = checked;
  const known = defined.get(name);
  const op = ownImageOp(checked, FIRST_OWN_ID + defined.size);
  // After all other checks, so that a second try hears what is wrong with it.
  if (known) {
    const differing = differenceOf(known.definition, checked);
    if (differing === undefined) return known.made as never;
    throw new InputError("defineOp.name", `a name that no other definition has (the ${differing} differs)`, name);
  }
  useForm("op", opForm);
  bringOps([op]);
  if (checked.atMagnitude) addOwnEntry(name, checked.atMagnitude);
  const made = constructorOf(op);
  defined.set(name, { definition: checked, made });
  return made as never;
}

function constructorOf({ name }: ImageOp): OwnOp {
  const make = (options?: OpOptions<never>) => stageOf(name as never, options);
  const opCall = (args: object = {}): OwnOpCall => {
    if ("op" in Object(args)) throw new InputError(`${name}.opCall`, "arguments of the op", "op");
    const call: AnyCall = { op: name, ...args };
    checkCall(call, name);
    return frozenCopy(call) as unknown as OwnOpCall;
  };
  Object.defineProperty(make, "name", { value: name });
  return Object.freeze(Object.assign(make, { opName: name, opCall })) as unknown as OwnOp;
}

/** What differs between two definitions. */
function differenceOf(one: AnyDefinition, other: AnyDefinition): string | undefined {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof AnyDefinition>;
  return [...keys].find((key) => !isSame(one[key], other[key]));
}

/** Functions are the same if they are one: two with the same text may differ in what they enclose. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return Object.is(one, other);
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as never], other[key as never]))
  );
}
