/** An own op as the engine knows ops: the contract of `src/ops/op.ts`, of a checked definition. */
import { ArgumentError, MixwellError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isOptions } from "../check/options.ts";
import type { Precision, Size } from "../format/format.ts";
import { warpShader } from "../generated/op-shaders.ts";
import { type ReadingArgs, readingArgs, readingOf, WARP_PEERS, warpOf } from "../ops/lib/warp-args.ts";
import { isAffine } from "../ops/lib/warp-matrix.ts";
import type { Args, Hidden, ImageOp, MovedTile } from "../ops/op.ts";
import type { AnyDefinition } from "./check-definition.ts";
import { encodeFor } from "./own-encode.ts";
import { ownShader } from "./own-shader.ts";

const PRECISIONS = ["u8", "f32"] as const;

/**
 * @param id its number in the kernels
 * @throws InputError for WGSL that the op's kind cannot be made of, or words that no argument is
 */
export function ownImageOp(definition: AnyDefinition, id: number): ImageOp {
  const { name, kind, about, args, wgsl, matrix, reading, ...more } = definition;
  const described = { name, kind, about, ...effectOf(definition), ...(more.said && { said: more.said }) };
  const warpArgs = { args: { ...args, ...readingArgs(reading) }, peers: WARP_PEERS };
  if (matrix)
    return {
      ...described,
      ...warpArgs,
      shader: warpShader,
      ...(more.projects && { projects: true }),
      warp: (given: Args, size: Size) =>
        warpOf(checkedMatrix(name, matrix(given, size), more.projects), given as unknown as ReadingArgs),
    } as unknown as ImageOp;
  const { shader, fields } = ownShader(name, kind, wgsl, id);
  const given = { u8: definition.encode, f32: definition.encodeF32 };
  const encode = (precision: Precision) => encodeFor(name, given, precision, fields, args);
  const made = { ...described, shader, encode: encode("u8") };
  if (kind === "warp")
    return {
      ...made,
      ...warpArgs,
      ...withReference(definition, { place: definition.place }, definition.place ? [] : PRECISIONS),
      reading: (given: Args) => readingOf(given as unknown as ReadingArgs),
    } as unknown as ImageOp;
  const { u8, f32, table, show } = definition;
  const functions = kind === "tone" ? { table, f32 } : { u8, f32 };
  const missing = PRECISIONS.filter(
    (precision) => !(precision === "u8" && kind === "tone" ? table : definition[precision]),
  );
  return {
    ...made,
    args,
    encodeF32: encode("f32"),
    ...(more.byLevel && { byLevel: true }),
    ...withReference(definition, functions, missing),
    ...(shownBy(shader) && { show: show ?? { u8: refusing(name), f32: refusing(name) } }),
    ...(shownBy(shader) && !show && { noReference: PRECISIONS }),
  } as ImageOp;
}

/** Whether a tile op has a stencil that makes its result of the tiles. */
const shownBy = ({ cases }: ImageOp["shader"]): boolean =>
  "make_tile_u8" in cases.u8 && "gather_stencil_u8" in cases.u8;

/** The functions of the CPU reference, and what is missing. */
function withReference(
  { name }: AnyDefinition,
  functions: Readonly<Record<string, unknown>>,
  missing: readonly Precision[],
): object {
  const whole = Object.entries(functions).map(([key, value]) => [key, value ?? refusing(name)]);
  return { ...Object.fromEntries(whole), ...(missing.length > 0 && { noReference: missing }) };
}

/** Stands where a function of the reference would be; `reference` refuses the op before it calls this. */
const refusing = (name: string) => (): never => {
  throw new MixwellError(`${name} was defined without a CPU reference`);
};

/** What the op does to boxes, points and maps, as its kind and its functions say. */
function effectOf({ name, kind, hidden, tiles, placeAt }: AnyDefinition): object {
  if (kind === "warp") return { target: "moves", ...(placeAt && { placeAt }) };
  if (hidden)
    return { target: "hides", hidden: (args: Args, size: Size) => checkedHidden(`${name}.hidden`, hidden(args, size)) };
  if (tiles)
    return { target: "moves", tiles: (args: Args, size: Size) => checkedTiles(`${name}.tiles`, tiles(args, size)) };
  return { target: "nothing" };
}

const isNumbers = (value: unknown, length: number): boolean =>
  isListOf(value, Number.isFinite) && value.length === length;

function checkedHidden(path: string, hidden: unknown): Hidden {
  const isRight = isOptions(hidden) && (typeof hidden.hides === "function" || isNumbers(hidden.box, 4));
  if (!isRight) throw new ArgumentError(path, "{ box: [x0, y0, x1, y1] } or { hides(x, y) }", hidden);
  return hidden as unknown as Hidden;
}

function checkedTiles(path: string, tiles: unknown): readonly MovedTile[] {
  const isTile = (tile: unknown) => isOptions(tile) && isNumbers(tile.from, 4) && isNumbers(tile.by, 2);
  if (!isListOf(tiles, isTile))
    throw new ArgumentError(path, "a list of { from: [x0, y0, x1, y1], by: [x, y] }", tiles);
  return tiles as MovedTile[];
}

function checkedMatrix(op: string, matrix: unknown, projects = false): readonly number[] {
  const isRight = isNumbers(matrix, 6) || isNumbers(matrix, 9);
  if (isRight && (projects || isAffine(matrix as number[]))) return matrix as number[];
  const expected = projects ? "six or nine finite numbers" : "six finite numbers (nine where the op `projects`)";
  throw new ArgumentError(`${op}.matrix`, expected, matrix);
}
