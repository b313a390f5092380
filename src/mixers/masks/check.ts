import { isListOf } from "../../check/lists.ts";
import type { Refusal } from "../../check/options.ts";
import type { MaskShape } from "../../plan/plan.ts";
import { knownMasks } from "./known.ts";
import { decodeWeights } from "./plane.ts";

export const SPECTRA = ["isotropic", "reference"] as const;
/** Longest side of a given mask, and of a cell. */
const MAX_SIDE = 65_535;

const FIELDS: Record<MaskShape["shape"], readonly string[]> = {
  grid: ["shape", "cell", "hole"],
  gaussian: ["shape", "center", "sigma"],
  fourier: ["shape", "key", "decay", "spectrum", "own"],
  given: ["shape", "height", "width", "weights"],
};

/** Refuses what is no mask of one of these shapes, for a picture of `pixels` pixels. */
export function checkMask(
  value: unknown,
  path: string,
  shapes: readonly string[],
  pixels: number,
  refusal: Refusal,
): void {
  const refuse = (at: string, expected: string, found: unknown): never => {
    throw new refusal(at, expected, found);
  };
  const integer = (found: unknown, at: string, low: number, high: number) => {
    if (!(Number.isInteger(found) && (found as number) >= low && (found as number) <= high))
      refuse(at, `an integer in ${low}..${high}`, found);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "a mask, { shape, … }", value);
  const mask = value as Record<string, unknown>;
  if (!shapes.includes(mask.shape as string)) {
    const hint = knownMasks.has(mask.shape) ? "" : knownMasks.hint;
    refuse(`${path}.shape`, `one of ${shapes.join(", ")}${hint}`, mask.shape);
  }
  const known = FIELDS[mask.shape as keyof typeof FIELDS];
  for (const key of Object.keys(mask))
    if (!known.includes(key)) refuse(path, `only the fields ${known.join(", ")}`, key);
  switch (mask.shape) {
    case "grid":
      integer(mask.cell, `${path}.cell`, 1, MAX_SIDE);
      integer(mask.hole, `${path}.hole`, 0, mask.cell as number);
      return;
    case "gaussian": {
      const center = mask.center as unknown[];
      if (!isListOf(center, Number.isFinite) || center.length !== 2)
        refuse(`${path}.center`, "[x, y] in pixels", center);
      if (!(Number.isFinite(mask.sigma) && (mask.sigma as number) > 0))
        refuse(`${path}.sigma`, "a number of pixels above 0", mask.sigma);
      return;
    }
    case "fourier": {
      const key = mask.key as unknown[];
      const isWord = (word: unknown) => typeof word === "number" && word >>> 0 === word;
      if (!isListOf(key, isWord) || key.length !== 2) refuse(`${path}.key`, "two integers in 0..2^32-1", key);
      const decay = mask.decay as number;
      if (!(typeof decay === "number" && decay >= 0 && decay <= 10))
        refuse(`${path}.decay`, "a number from 0 to 10", decay);
      if (!(SPECTRA as readonly unknown[]).includes(mask.spectrum))
        refuse(`${path}.spectrum`, `one of ${SPECTRA.join(", ")}`, mask.spectrum);
      integer(mask.own, `${path}.own`, 0, pixels);
      return;
    }
    default: {
      integer(mask.height, `${path}.height`, 1, MAX_SIDE);
      integer(mask.width, `${path}.width`, 1, MAX_SIDE);
      if (typeof mask.weights !== "string") refuse(`${path}.weights`, "bytes in base64", mask.weights);
      const length = decodeWeights(mask.weights as string).length;
      const wanted = (mask.height as number) * (mask.width as number);
      if (length !== wanted) refuse(`${path}.weights`, `${wanted} bytes in base64, one a pixel`, `${length} bytes`);
    }
  }
}
