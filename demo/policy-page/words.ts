/** Numbers with their units, and calls, as people say them. */
import { type Arg, type ImageOp, imageOps } from "mixwell";

/** Three digits after the point at most, and a real minus. */
export const numberText = (value: number): string =>
  (Math.abs(value) >= 100 ? Math.round(value * 10) / 10 : Number(value.toFixed(3))).toString().replace("-", "−");

/** "12.3°", "×1.27", "4 bits": the space does not break. */
export function withUnit(value: number, unit: string): string {
  const number = numberText(value);
  if (unit === "degrees") return `${numberText(Math.round(value * 10) / 10)}°`;
  if (unit === "factor") return `×${number}`;
  if (unit === "pixels") return `${numberText(Math.round(value * 10) / 10)}\u00a0px`;
  if (unit === "bits") return `${number}\u00a0${value === 1 ? "bit" : "bits"}`;
  if (unit === "turns") return `${number}\u00a0turns`;
  if (unit.startsWith("percent")) return `${number}\u00a0%`;
  return number;
}

/** How a warp reads, whose rounding, which noise: not what a label under a picture is for. */
const QUIET = [
  "interpolation",
  "edge",
  "fill",
  "peer",
  "key",
  "fuse",
  "antialias",
  "overhang",
  "kernel",
  "outHeight",
  "outWidth",
  "unit",
  "offset",
];

export interface DrawnCall {
  op: string;
  /** "−12.3°", "addition 55, threshold 128"; empty where there is nothing to say. */
  numbers: string;
}

export function callInWords(call: { op: string; [argument: string]: unknown }): DrawnCall {
  const { op, ...given } = call;
  const { args } = (imageOps as Record<string, ImageOp>)[op]!;
  const said = Object.entries(given).filter(
    ([name, value]) => !QUIET.includes(name) && args[name] && value !== undefined && !isDefault(value, args[name]),
  );
  const texts = said.map(([name, value]) => [name, valueText(value, args[name]!)]);
  const numbers =
    texts.length === 1 && isOneNumber(said[0]![1])
      ? texts[0]![1]!
      : texts.map(([name, text]) => `${name} ${text}`).join(", ");
  return { op, numbers };
}

/** Lists of one and the same are one number too. */
const isOneNumber = (value: unknown): boolean =>
  typeof value === "number" || (Array.isArray(value) && value.length > 1 && value.every((entry) => entry === value[0]));

const isDefault = (value: unknown, { default: fallback }: Arg): boolean =>
  fallback !== undefined && JSON.stringify(value) === JSON.stringify(fallback);

function valueText(value: unknown, { unit }: Arg): string {
  if (typeof value === "number") return withUnit(value, unit);
  if (!Array.isArray(value)) return String(value);
  if (value.length > 1 && value.every((entry) => entry === value[0])) return withUnit(value[0] as number, unit);
  return value.map((entry) => numberText(entry as number)).join(" ");
}

/** A draw of an argument: "−30° to 30°", "4 bits", or its JSON. */
export function drawText(value: unknown, { unit }: Arg): string {
  if (typeof value === "number") return withUnit(value, unit);
  if (isRange(value))
    return value[0] === value[1]
      ? withUnit(value[0], unit)
      : `${withUnit(value[0], unit)} to ${withUnit(value[1], unit)}`;
  if (typeof value === "object" && value !== null && "all" in value) return drawText(value.all, { unit } as Arg);
  return typeof value === "string" ? value : JSON.stringify(value);
}

export const isRange = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === "number");
