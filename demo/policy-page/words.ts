/** Numbers with their units, as people say them. */
import type { Arg } from "mixwell";

/** Three digits after the point at most, and a real minus. */
export const numberText = (value: number): string =>
  (Math.abs(value) >= 100 ? Math.round(value * 10) / 10 : Number(value.toFixed(3))).toString().replace("-", "−");

/** "12.3°", "×1.27", "4 bits": the space does not break. */
function withUnit(value: number, unit: string): string {
  const number = numberText(value);
  if (unit === "degrees") return `${numberText(Math.round(value * 10) / 10)}°`;
  if (unit === "factor") return `×${number}`;
  if (unit === "pixels") return `${numberText(Math.round(value * 10) / 10)}\u00a0px`;
  if (unit === "bits") return `${number}\u00a0${value === 1 ? "bit" : "bits"}`;
  if (unit === "turns") return `${number}\u00a0turns`;
  if (unit.startsWith("percent")) return `${number}\u00a0%`;
  return number;
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
