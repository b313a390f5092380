/** Numbers with their units, and op calls, as people say them. */
import type { Arg, Args, ImageOp } from "../ops/op.ts";

/** Two digits, or three below one, and a real minus. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return String(Number(value.toFixed(digits)) + 0).replace("-", "−");
}

/** A share, never said to be all or nothing where it is not. */
export function shareText(share: number): string {
  if (share === 0 || share === 1) return String(share);
  if (share > 0.995) return "> 0.99";
  if (share < 0.005) return "< 0.01";
  return share.toFixed(2);
}

/** Words before and after a number, by the beginning of its unit. */
const UNITS: readonly [unit: string, before: string, after: string][] = [
  ["degrees", "", "°"],
  ["factor", "×", ""],
  ["pixels", "", " px"],
  ["percent", "", " %"],
  ["bits", "", " bits"],
  ["level 0", "level ", ""],
];

/** "12°", "×1.3", "+20": with the sign where a number is a difference of levels. */
export function withUnit(value: number, unit: string): string {
  const [, before, after] = UNITS.find(([one]) => unit.startsWith(one)) ?? ["", "", ""];
  // "pixels across per pixel down" is a ratio.
  const sign = unit.startsWith("level -") && value > 0 ? "+" : "";
  return `${sign}${before}${numberText(value)}${unit.includes(" per ") ? "" : after}`;
}

/** Corners of a box, in pixels: "10,20–40,60". */
export const boxText = ([x0, y0, x1, y1]: readonly number[]): string =>
  x0! < x1! && y0! < y1! ? `${x0},${y0}–${x1},${y1}` : "of no pixel";

/** A value that a call gives. */
export function valueText(value: unknown, { unit, length, isNoRange }: Arg): string {
  if (typeof value === "number") return withUnit(value, unit);
  if (!Array.isArray(value)) return String(value);
  const numbers = value as number[];
  if (length === BOX && unit === "pixels") return boxText(numbers.map((side) => Math.round(side)));
  if (numbers.every((one) => one === numbers[0])) return withUnit(numbers[0]!, unit);
  return isNoRange ? numbers.join(" × ") : numbers.map((one) => withUnit(one, unit)).join(", ");
}

const BOX = 4;
/** Longer lists are orders and matrices, which say nothing to a reader. */
const LONGEST = BOX;

/**
 * What a call does: by the op's own words (`said`) where it gives all that they name, else its name and those of its
 * arguments that are numbers and not the default.
 */
export function callText(op: ImageOp, given: Args): string {
  const { name, said, args } = op;
  const valueFor = (arg: string) => given[arg] ?? args[arg]!.default;
  const named = [...(said ?? "").matchAll(PLACE)].map(([, arg]) => arg!);
  if (said !== undefined && named.every((arg) => valueFor(arg) !== undefined))
    return said.replace(PLACE, (_, arg: string) => valueText(valueFor(arg), args[arg]!));
  const numbers = Object.entries(args).filter(([, declared]) => isNumbers(declared));
  const texts = numbers
    .filter(([arg, declared]) => isSaid(given[arg], declared))
    .map(([arg, declared]) => [arg, valueText(given[arg], declared)] as const);
  if (texts.length === 0) return inWords(name);
  // "gamma 1.5", where "gamma (gamma 1.5)" would say no more.
  const isItsName = texts.length === 1 && texts[0]![0] === name;
  if (numbers.length === 1 || isItsName) return `${inWords(name)} ${texts[0]![1]}`;
  return `${inWords(name)} (${texts.map(([arg, text]) => `${inWords(arg)} ${text}`).join(", ")})`;
}

/** `{degrees}` in an op's words. */
const PLACE = /\{(\w+)\}/g;

const isNumbers = ({ type, unit }: Arg): boolean => type !== "choice" && type !== "boolean" && unit !== KEY;

function isSaid(value: unknown, { default: usual }: Arg): boolean {
  if (value === undefined || JSON.stringify(value) === JSON.stringify(usual)) return false;
  return !Array.isArray(value) || (value.length <= LONGEST && value.length > 0);
}

/** The unit of a key, which is no number of anything. */
const KEY = "two u32";

/** `gaussianBlur` -> "gaussian blur" */
const inWords = (name: string): string => name.replace(/[A-Z]+/g, (capital) => ` ${capital.toLowerCase()}`);
