import { checkKeys } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { boundsOf, checkArgDraw, prepareArg } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import type { OpDraws, OpSign } from "../draw/op-draws.ts";
import { given } from "../draw/options.ts";
import { argsOf, checkTogether } from "../ops/check-call.ts";
import type { OpName } from "../ops/index.ts";
import type { AnyCall, Arg, ImageOp } from "../ops/op.ts";
import type { OwnOpName } from "../ops/own.ts";
import { knownOps, opNamed } from "../ops/registry.ts";
import { sidesOfResult, sizeAfterSides } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import { foldIn, hashName, type Key } from "../random/key.ts";
import { uniform01 } from "../random/uniform.ts";
import { bringOps } from "./brings.ts";
import { drawsOf } from "./draws.ts";
import { made } from "./made.ts";
import { noiseWords } from "./noise.ts";
import { anySize } from "./sizes.ts";
import { IMAGE_OPTIONS, type ImageForm, type ImageOptions } from "./stage.ts";

/** An op's arguments, fixed or drawn, and the options of every image stage. */
export type OpOptions<Name extends OpName> = Flat<OpDraws<Name> & ImageOptions>;

/** One object type in place of an intersection, as an editor shows it. */
type Flat<T> = { [Field in keyof T]: T[Field] } & unknown;

/** One op, by its name in `imageOps`, and its arguments beside it, fixed or drawn. Made by `ops.<name>()`. */
export type OpStage<Name extends OpName = OpName> = Name extends OpName
  ? Flat<{ kind: "op"; op: Name } & OpOptions<Name>>
  : never;

/** {@link OpStage} of whatever op, as the engine goes through it. */
export interface AnyOpStage extends OpSign, ImageOptions {
  kind: "op";
  op: string;
  [argument: string]: unknown;
}

/** An op of the application's own, which `defineOp` made; its arguments, fixed or drawn, are beside these. */
export interface OwnOpStage extends OpSign, ImageOptions {
  kind: "op";
  op: OwnOpName;
}

declare module "./stage.ts" {
  interface ImageStages {
    op: OpStage | OwnOpStage;
  }
}

/** The arguments of every op, `peer` (whose rounding it follows) among them. */
const argsNamed = (op: string): Readonly<Record<string, Arg>> => argsOf(opNamed(op));

/** What a stage has beside the op's arguments. */
const OWN = ["randomSign", ...IMAGE_OPTIONS];

/** The argument that seeds an op's noise. It is drawn, unless given. */
const NOISE_KEY = "key";

/** Throws PolicyError unless `name` is an image op. */
export function checkOpName(name: unknown, path: string): asserts name is string {
  if (knownOps.has(name)) return;
  const known = knownOps.names;
  const near = typeof name === "string" ? nearestName(name, known) : undefined;
  throw new PolicyError(
    path,
    `${near ? `the name of an image op (did you mean ${near}?)` : `the name of an image op: one of ${known.join(", ")}`}${knownOps.hint}`,
    name,
  );
}

/** Options can be left out where none of them must be given. */
export type Given<Options> = object extends Options ? [options?: Options] : [options: Options];

/** An op's own constructor. */
export type Constructor<Name extends OpName> =
  object extends OpOptions<Name>
    ? (options?: OpOptions<Name>) => OpStage<Name>
    : (options: OpOptions<Name>) => OpStage<Name>;

/** The constructor of one op, which brings it. */
export function constructorOf<Name extends OpName>(op: ImageOp): Constructor<Name> {
  return ((options: OpOptions<Name>) => {
    bringOps([op]);
    return stageOf(op.name as Name, options);
  }) as Constructor<Name>;
}

/** The stage of an op that is here. Throws PolicyError when an argument is unknown, missing or out of range. */
export function stageOf<Name extends OpName>(name: Name, options: OpOptions<Name> | undefined): OpStage<Name> {
  const stage = { ...given(options ?? {}, name), kind: "op", op: name } as unknown as OpStage;
  return made(opForm, stage) as unknown as OpStage<Name>;
}

/** One op. */
export const opForm: ImageForm<OpStage> = {
  check({ op, ...options }, path) {
    checkOpName(op, `${path}.op`);
    const args = argsNamed(op);
    checkKeys(options, path, [...Object.keys(args), ...OWN]);
    for (const [name, arg] of Object.entries(args)) {
      if (options[name] !== undefined) checkArgDraw(options[name], arg, `${path}.${name}`);
      else if (!("default" in arg) && name !== NOISE_KEY)
        throw new PolicyError(`${path}.${name}`, expectedOf(arg), undefined);
    }
    checkTogether(opNamed(op), options, path);
    const { randomSign } = options;
    if (randomSign === undefined || randomSign === false) return;
    if (randomSign !== true) throw new PolicyError(`${path}.randomSign`, "true or false", randomSign);
    if (signed({ op, ...options } as AnyOpStage).length === 0) {
      throw new PolicyError(`${path}.randomSign`, `false: no argument given to ${op} has a sign`, randomSign);
    }
  },

  draws: ({ op, ...args }) => drawsOf(opNamed(op), args),
  takes: () => [1, 1],

  sizeAfter(stage: AnyOpStage, { path, ...size }) {
    const op = opNamed(stage.op);
    const args: Record<string, unknown> = {};
    for (const { name, arg } of sidesOfResult(op)) {
      args[name] = stage[name] ?? arg.default;
      if (typeof args[name] === "object" || typeof args[name] === "function") {
        const expected = `one ${arg.type === "choice" ? "name" : "number"}: all pictures get the same size`;
        return anySize(new PolicyError(`${path}.${name}`, expected, args[name]));
      }
    }
    return sizeAfterSides(op, args, size);
  },

  prepare(stage: AnyOpStage, { key, address, ...context }) {
    const args = argsNamed(stage.op);
    const argumentKey = foldIn(key, PURPOSE.argument);
    const fixed: AnyCall = { op: stage.op };
    const drawn: { name: string; draw: (id: number) => unknown }[] = [];
    for (const name of Object.keys(stage)) {
      const arg = args[name];
      if (arg === undefined || stage[name] === undefined) continue;
      const ready = prepareArg(stage[name], arg, {
        ...context,
        path: `${context.path}.${name}`,
        key: foldIn(argumentKey, hashOf(name)),
      });
      // The order of arguments in a call is the stage's, whichever of them are drawn.
      fixed[name] = "fixed" in ready ? ready.fixed : undefined;
      if ("draw" in ready) drawn.push({ name, draw: ready.draw });
    }
    if (stage.randomSign) addSigns(stage, fixed, drawn, foldIn(key, PURPOSE.sign));
    if (needsKey(stage, args)) {
      const noiseKey = foldIn(key, PURPOSE.noise);
      drawn.push({ name: NOISE_KEY, draw: (id) => noiseWords(noiseKey, id) });
    }
    return (id, calls) => {
      const at = address(id);
      const call = { ...fixed };
      for (const { name, draw } of drawn) call[name] = draw(at);
      calls.push(call as OpCall);
    };
  },
};

const expectedOf = (arg: Arg) =>
  arg.type === "number" || arg.type === "integer" ? boundsOf(arg).expected : `a ${arg.type} (${arg.unit})`;

/** Names that recur at every step. */
const hashes = new Map<string, number>();

function hashOf(name: string): number {
  let hash = hashes.get(name);
  if (hash === undefined) {
    hash = hashName(name);
    hashes.set(name, hash);
  }
  return hash;
}

/** The names of the given arguments that can be below zero. */
function signed(stage: AnyOpStage): string[] {
  return Object.entries(argsNamed(stage.op))
    .filter(
      ([name, { type, min }]) =>
        stage[name] !== undefined && (type === "number" || type === "integer") && (min ?? -1) < 0,
    )
    .map(([name]) => name);
}

/** Negates the signed arguments half the time, each by a coin of its own. */
function addSigns(
  stage: AnyOpStage,
  fixed: AnyCall,
  drawn: { name: string; draw: (id: number) => unknown }[],
  key: Key,
): void {
  for (const name of signed(stage)) {
    const signKey = foldIn(key, hashOf(name));
    const at = drawn.findIndex((one) => one.name === name);
    const value = at < 0 ? () => fixed[name] : drawn[at]!.draw;
    const draw = (id: number) => (uniform01(signKey, id, 0) < 0.5 ? 0 - (value(id) as number) : value(id));
    if (at < 0) drawn.push({ name, draw });
    else drawn[at] = { name, draw };
  }
}

/** Whether the op makes noise whose key is not given. */
function needsKey(stage: AnyOpStage, args: Readonly<Record<string, Arg>>): boolean {
  const isConstant = "mode" in args && (stage.mode ?? args.mode!.default) === "constant";
  return NOISE_KEY in args && stage[NOISE_KEY] === undefined && !isConstant;
}
