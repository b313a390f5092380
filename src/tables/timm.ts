import { bits, degrees, factor, pixelsBack, shear, threshold } from "./peer-args.ts";
import {
  type Enhancement,
  type Entry,
  type Level,
  type LevelContext,
  type LevelEntry,
  type MagnitudeTable,
  signed,
} from "./table.ts";

/**
 * timm (`timm/data/auto_augment.py`): a magnitude is a level of 0 to 10, any number after its noise. Negated half the
 * time where signed; Increasing enhancements mirror about 1. Warps draw bilinear or bicubic anew each time, and fill
 * with 128.
 */
const LEVELS = 10;

const shareOf = (level: number) => level / LEVELS;

const enhance: Level = (level) => shareOf(level) * 1.8 + 0.1;
const enhanceAbout1 = (sign: number) => (level: number) => Math.max(0.1, 1 + sign * (shareOf(level) * 0.9));
const enhancer = (op: Enhancement): LevelEntry => ({ op, value: enhance, args: factor });
const enhancerIncreasing = (op: Enhancement): LevelEntry => ({
  op,
  value: enhanceAbout1(1),
  negated: enhanceAbout1(-1),
  signed: true,
  args: factor,
});

const shearBy: Level = (level) => shareOf(level) * 0.3;

const entries: Record<string, Entry> = {
  AutoContrast: { op: "autocontrast" },
  Equalize: { op: "equalize" },
  Invert: { op: "invert" },
  Rotate: signed("rotate", (level) => shareOf(level) * 30, degrees),
  Posterize: { op: "posterize", value: (level) => Math.trunc(shareOf(level) * 4), args: bits },
  PosterizeIncreasing: { op: "posterize", value: (level) => 4 - Math.trunc(shareOf(level) * 4), args: bits },
  PosterizeOriginal: { op: "posterize", value: (level) => Math.trunc(shareOf(level) * 4) + 4, args: bits },
  Solarize: { op: "solarize", value: (level) => solarized(level), args: threshold },
  SolarizeIncreasing: { op: "solarize", value: (level) => 256 - solarized(level), args: threshold },
  SolarizeAdd: {
    op: "solarizeAdd",
    value: (level) => Math.min(128, Math.trunc(shareOf(level) * 110)),
    args: (addition) => ({ addition, threshold: 128 }),
  },
  Color: enhancer("color"),
  ColorIncreasing: enhancerIncreasing("color"),
  Contrast: enhancer("contrast"),
  ContrastIncreasing: enhancerIncreasing("contrast"),
  Brightness: enhancer("brightness"),
  BrightnessIncreasing: enhancerIncreasing("brightness"),
  Sharpness: enhancer("sharpness"),
  SharpnessIncreasing: enhancerIncreasing("sharpness"),
  ShearX: signed("shearX", shearBy, shear),
  ShearY: signed("shearY", shearBy, shear),
  TranslateX: signed("translateX", (level, context) => shareOf(level) * translateConst(context), pixelsBack),
  TranslateY: signed("translateY", (level, context) => shareOf(level) * translateConst(context), pixelsBack),
  TranslateXRel: signed("translateX", translatePct, (share, { width }) => pixelsBack(share * width)),
  TranslateYRel: signed("translateY", translatePct, (share, { height }) => pixelsBack(share * height)),
  Desaturate: { op: "color", value: (level) => 0.5 + shareOf(level) * 0.5, args: (amount) => factor(1 - amount) },
  GaussianBlur: {
    op: "gaussianBlur",
    value: (level) => 0.1 + shareOf(level) * 1.9,
    args: (sigma) => ({ sigma: [sigma, sigma] }),
  },
};

/** σ is drawn up to twice the level's share. */
export function blurRange(level: number): [number, number] {
  return [0.1, Math.max(0.1, shareOf(level) * 2)];
}

function solarized(level: number): number {
  return Math.min(256, Math.trunc(shareOf(level) * 256));
}

/** In pixels; by default what timm's training transforms pass, 0.45 of the smaller side. */
function translateConst({ height, width, translate }: LevelContext): number {
  return translate ?? Math.trunc(0.45 * Math.min(height, width));
}

function translatePct(level: number, { translate = 0.45 }: LevelContext): number {
  return shareOf(level) * translate;
}

export const timm: MagnitudeTable = {
  about: "timm: levels 0 to 10; the Increasing entries grow with the level, the others follow the papers",
  unit: "level",
  max: LEVELS,
  peer: "pillow",
  interpolation: ["bilinear", "bicubic"],
  edge: "constant",
  fill: [128],
  entries: {
    ...entries,
    GaussianBlurRand: {
      op: "gaussianBlur",
      spread: (level) => ({ kind: "op", op: "gaussianBlur", sigma: { all: blurRange(level) }, peer: "pillow" }),
    },
  },
};

/** The ops of `rand-…`, without and with `inc`. */
export const TIMM_RANDOM = [
  "AutoContrast",
  "Equalize",
  "Invert",
  "Rotate",
  "Posterize",
  "Solarize",
  "SolarizeAdd",
  "Color",
  "Contrast",
  "Brightness",
  "Sharpness",
  "ShearX",
  "ShearY",
  "TranslateXRel",
  "TranslateYRel",
];
const HAS_INCREASING = ["Posterize", "Solarize", "Color", "Contrast", "Brightness", "Sharpness"];
export const TIMM_INCREASING = TIMM_RANDOM.map((name) => (HAS_INCREASING.includes(name) ? `${name}Increasing` : name));

/** `tweights`: likely shapes, unlikely tones. Shares of a sum, which is not 1. */
export const TIMM_WEIGHTS: Readonly<Record<string, number>> = {
  Rotate: 0.3,
  ShearX: 0.2,
  ShearY: 0.2,
  TranslateXRel: 0.1,
  TranslateYRel: 0.1,
  ColorIncreasing: 0.025,
  SharpnessIncreasing: 0.025,
  AutoContrast: 0.025,
  SolarizeIncreasing: 0.005,
  SolarizeAdd: 0.005,
  ContrastIncreasing: 0.005,
  BrightnessIncreasing: 0.005,
  Equalize: 0.005,
  PosterizeIncreasing: 0.005,
  Invert: 0.005,
};

/** `t3a`. */
export const TIMM_THREE = ["SolarizeIncreasing", "Desaturate", "GaussianBlur"];

/** `t3aw`. */
export const TIMM_THREE_WEIGHTS: Readonly<Record<string, number>> = {
  SolarizeIncreasing: 6,
  Desaturate: 6,
  GaussianBlur: 6,
  Rotate: 3,
  ShearX: 2,
  ShearY: 2,
  PosterizeIncreasing: 1,
  AutoContrast: 1,
  ColorIncreasing: 1,
  SharpnessIncreasing: 1,
  ContrastIncreasing: 1,
  BrightnessIncreasing: 1,
  Equalize: 1,
  Invert: 1,
};

export const TIMM_AUG_MIX = [
  "AutoContrast",
  "ColorIncreasing",
  "ContrastIncreasing",
  "BrightnessIncreasing",
  "SharpnessIncreasing",
  "Equalize",
  "Rotate",
  "PosterizeIncreasing",
  "SolarizeIncreasing",
  "ShearX",
  "ShearY",
  "TranslateXRel",
  "TranslateYRel",
];
