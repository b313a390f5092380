import { bits, degrees, shear, threshold } from "./peer-args.ts";
import { type Entry, type MagnitudeTable, signed } from "./table.ts";

/**
 * KerasCV AugMix (`keras_cv/src/layers/preprocessing/aug_mix.py`): a severity s of 0 to 1.
 *
 * `kerascvAugMix` is right: posterize and solarize get stronger with s, Rotate is up to 30 s degrees both ways,
 * TranslateY takes part. `kerascvAugMixQuirks` is the code's: it keeps 3 + ⌊3 s⌋ bits, solarizes from ⌊255 s⌋ on, turns
 * by 30 s radians one way, and never draws TranslateY.
 */
const right = (value: number) => ({ pixels: value });

const common = {
  AutoContrast: { op: "autocontrast" },
  Equalize: { op: "equalize" },
  ShearX: signed("shearX", (s) => 0.3 * s, shear),
  ShearY: signed("shearY", (s) => 0.3 * s, shear),
  TranslateX: signed("translateX", (s, { width }) => Math.trunc((s * width) / 3), right),
} satisfies Record<string, Entry>;

const head = {
  unit: "share",
  max: 1,
  peer: "kerascv",
  interpolation: "bilinear",
  edge: "symmetric",
  fill: null,
} as const;

export const kerascvAugMix: MagnitudeTable = {
  ...head,
  about: "KerasCV AugMix, stronger with severity in every op",
  entries: {
    ...common,
    Posterize: { op: "posterize", value: (s) => 8 - Math.trunc(5 * s), args: bits },
    Rotate: signed("rotate", (s) => 30 * s, degrees),
    Solarize: { op: "solarize", value: (s) => 255 - Math.trunc(255 * s), args: threshold },
    TranslateY: signed("translateY", (s, { height }) => Math.trunc((s * height) / 3), right),
  },
};

export const kerascvAugMixQuirks: MagnitudeTable = {
  ...head,
  about: "KerasCV AugMix as its code draws it, for comparing results",
  entries: {
    ...common,
    Posterize: { op: "posterize", value: (s) => 3 + Math.trunc(3 * s), args: bits },
    Rotate: { op: "rotate", value: (s) => (30 * s * 180) / Math.PI, args: degrees },
    Solarize: { op: "solarize", value: (s) => Math.trunc(255 * s), args: threshold },
  },
};
