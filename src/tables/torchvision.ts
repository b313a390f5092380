import { linspace } from "./linspace.ts";
import { bits, degrees, factorAbove1, shear, threshold, wholePixels } from "./peer-args.ts";
import { type Entry, type Level, type LevelContext, type MagnitudeTable, roundHalfEven, signed } from "./table.ts";

/**
 * torchvision (`torchvision/transforms/v2/_auto_augment.py`): a magnitude is a bin, its value `torch.linspace` between
 * two ends, in f32. Signed ones are negated half the time. Warps are nearest without fill unless the caller says
 * otherwise.
 */

const line =
  (from: number, to: number) =>
  (bin: number, { bins }: LevelContext): number =>
    linspace(from, to, bins, bin);

/** Of the side the picture is moved along. */
const widths =
  (share: number) =>
  (bin: number, { bins, width, translate = share }: LevelContext): number =>
    linspace(0, translate * width, bins, bin);
const heights =
  (share: number) =>
  (bin: number, { bins, height, translate = share }: LevelContext): number =>
    linspace(0, translate * height, bins, bin);

/** Bits kept, from `most` down by `span`. */
const fewer =
  (most: number, span: number) =>
  (bin: number, { bins }: LevelContext): number =>
    most - roundHalfEven(bin / ((bins - 1) / span));

const identity: Entry = { op: "identity" };
const invert: Entry = { op: "invert" };
const autoContrast: Entry = { op: "autocontrast" };
const equalize: Entry = { op: "equalize" };
const solarize: Entry = { op: "solarize", value: line(255, 0), args: threshold };

/** The shears, turns and enhancements, up to these ends. */
const signedEntries = (shearTo: number, degreesTo: number, factorTo: number, x: Level, y: Level) => ({
  ShearX: signed("shearX", line(0, shearTo), shear),
  ShearY: signed("shearY", line(0, shearTo), shear),
  TranslateX: signed("translateX", x, wholePixels),
  TranslateY: signed("translateY", y, wholePixels),
  Rotate: signed("rotate", line(0, degreesTo), degrees),
  Brightness: signed("brightness", line(0, factorTo), factorAbove1),
  Color: signed("color", line(0, factorTo), factorAbove1),
  Contrast: signed("contrast", line(0, factorTo), factorAbove1),
  Sharpness: signed("sharpness", line(0, factorTo), factorAbove1),
});

const posterize = (most: number, span: number): Entry => ({ op: "posterize", value: fewer(most, span), args: bits });

const common = { unit: "bin", peer: "torchvision", interpolation: "nearest", edge: "constant", fill: null } as const;
const usual = signedEntries(0.3, 30, 0.9, widths(150 / 331), heights(150 / 331));

/** RandAugment: 14 ops, 31 bins. */
export const torchvision: MagnitudeTable = {
  ...common,
  about: "torchvision RandAugment: 31 bins, Translate up to 150/331 of the side, 8 to 4 bits",
  bins: 31,
  entries: {
    Identity: identity,
    ...usual,
    Posterize: posterize(8, 4),
    Solarize: solarize,
    AutoContrast: autoContrast,
    Equalize: equalize,
  },
};

/** AutoAugment: 10 bins, with Invert and without Identity. */
export const torchvisionAutoAugment: MagnitudeTable = {
  ...common,
  about: "torchvision AutoAugment: 10 bins of RandAugment's ranges",
  bins: 10,
  entries: {
    ...usual,
    Posterize: posterize(8, 4),
    Solarize: solarize,
    AutoContrast: autoContrast,
    Equalize: equalize,
    Invert: invert,
  },
};

/** TrivialAugmentWide: 14 ops, 31 bins, the widest ranges. */
export const torchvisionWide: MagnitudeTable = {
  ...common,
  about: "torchvision TrivialAugmentWide: 31 bins, Translate up to 32 pixels, 135 degrees, 8 to 2 bits",
  bins: 31,
  entries: {
    Identity: identity,
    ...signedEntries(0.99, 135, 0.99, line(0, 32), line(0, 32)),
    Posterize: posterize(8, 6),
    Solarize: solarize,
    AutoContrast: autoContrast,
    Equalize: equalize,
  },
};

const { ShearX, ShearY, TranslateX, TranslateY, Rotate, ...enhancements } = signedEntries(
  0.3,
  30,
  0.9,
  widths(1 / 3),
  heights(1 / 3),
);

/**
 * AugMix: 10 bins, of which the caller draws the first few; bilinear. The enhancements come last: they are off unless
 * asked for.
 */
export const torchvisionAugMix: MagnitudeTable = {
  ...common,
  about: "torchvision AugMix: 10 bins, Translate up to a third of the side, 4 to 0 bits",
  bins: 10,
  interpolation: "bilinear",
  entries: {
    ShearX,
    ShearY,
    TranslateX,
    TranslateY,
    Rotate,
    Posterize: posterize(4, 4),
    Solarize: solarize,
    AutoContrast: autoContrast,
    Equalize: equalize,
    ...enhancements,
  },
};
