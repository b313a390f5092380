import { bits, degrees, factor, shear, threshold } from "./peer-args.ts";
import {
  type Enhancement,
  type Entry,
  type LevelContext,
  type LevelEntry,
  type MagnitudeTable,
  signed,
} from "./table.ts";

/**
 * DALI (`dali/python/nvidia/dali/auto_aug/`): a magnitude is one of 31 bins, its value lies evenly between two ends.
 * RandAugment's default is monotonic: enhancements are 1 ± v. Warps are linear and fill with 128. Translation is a
 * share of the side (`shape` given) up to 100/224.
 */
const line =
  (from: number, to: number) =>
  (bin: number, { bins }: LevelContext): number =>
    from + ((to - from) * bin) / (bins - 1);

/** Enhancements mirror about 1. */
const enhance = (op: Enhancement, from: number, to: number): LevelEntry => ({
  op,
  value: (bin, context) => 1 + line(from, to)(bin, context),
  negated: (bin, context) => 1 - line(from, to)(bin, context),
  signed: true,
  args: factor,
});

const moved = (op: "translateX" | "translateY", side: "height" | "width", share: number): LevelEntry => ({
  op,
  value: (bin, context) => line(0, context.translate ?? share)(bin, context),
  args: (value, context) => ({ pixels: value * context[side] }),
  signed: true,
});

/** No fewer bits than one. */
const posterize = (from: number, to: number): Entry => ({
  op: "posterize",
  value: (bin, context) => Math.max(1, Math.round(line(from, to)(bin, context))),
  args: bits,
});
const solarize: Entry = { op: "solarize", value: line(256, 0), args: threshold };

const head = {
  unit: "bin",
  bins: 31,
  peer: "pillow",
  interpolation: "bilinear",
  edge: "constant",
  fill: [128],
} as const;
const plain = {
  AutoContrast: { op: "autocontrast" },
  Equalize: { op: "equalize" },
  Identity: { op: "identity" },
} as const;

/** How far each kind of op goes, of which the two tables differ in nothing else. */
interface Reach {
  shear: number;
  /** Of the side. */
  share: number;
  turn: number;
  enhance: [low: number, high: number];
  fewestBits: number;
}

const set = (reach: Reach): Record<string, Entry> => ({
  ShearX: signed("shearX", line(0, reach.shear), shear),
  ShearY: signed("shearY", line(0, reach.shear), shear),
  TranslateX: moved("translateX", "width", reach.share),
  TranslateY: moved("translateY", "height", reach.share),
  Rotate: signed("rotate", line(0, reach.turn), degrees),
  Brightness: enhance("brightness", ...reach.enhance),
  Contrast: enhance("contrast", ...reach.enhance),
  Color: enhance("color", ...reach.enhance),
  Sharpness: enhance("sharpness", ...reach.enhance),
  Posterize: posterize(8, reach.fewestBits),
  Solarize: solarize,
  ...plain,
});

export const dali: MagnitudeTable = {
  ...head,
  about: "DALI RandAugment (monotonic): 31 bins, Translate up to 100/224 of the side",
  entries: set({ shear: 0.3, share: 100 / 224, turn: 30, enhance: [0, 0.9], fewestBits: 4 }),
};

export const daliWide: MagnitudeTable = {
  ...head,
  about: "DALI TrivialAugmentWide: 31 bins, Translate up to the whole side, 135 degrees",
  entries: set({ shear: 0.99, share: 1, turn: 135, enhance: [0.01, 0.99], fewestBits: 2 }),
};
