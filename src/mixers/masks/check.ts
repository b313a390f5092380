import type { Refusal } from "../../check/options.ts";
import { knownMasks, type Refuse } from "./known.ts";

/** Longest side of a given mask, and of a cell. */
export const MAX_SIDE = 65_535;

/** Refuses what is no mask of one of these shapes, for a picture of `pixels` pixels. */
export function checkMask(
  value: unknown,
  path: string,
  shapes: readonly string[],
  pixels: number,
  refusal: Refusal,
): void {
  const refuse: Refuse = (at, expected, found) => {
    throw new refusal(at, expected, found);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "a mask, { shape, … }", value);
  const mask = value as Record<string, unknown>;
  const form = shapes.includes(mask.shape as string) ? knownMasks.get(mask.shape) : undefined;
  if (!form) {
    const hint = knownMasks.has(mask.shape) ? "" : knownMasks.hint;
    throw new refusal(`${path}.shape`, `one of ${shapes.join(", ")}${hint}`, mask.shape);
  }
  for (const key of Object.keys(mask))
    if (!form.fields.includes(key)) refuse(path, `only the fields ${form.fields.join(", ")}`, key);
  form.check(mask, path, refuse, pixels);
}
