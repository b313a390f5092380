import type { NormalDraw } from "../draw/arg-draw.ts";
import type { DrawnOp, OpDraws } from "../draw/op-draws.ts";
import type { OpName } from "../ops/index.ts";
import type { MagnitudeTable, SpreadEntry } from "./table.ts";

/**
 * KerasCV RandAugment (`keras_cv/src/layers/preprocessing/rand_augment.py`): a magnitude m of 0 to 1 and a standard
 * deviation decide what each layer draws from. No Rotate, Posterize, Sharpness or Invert; Shear goes up to 1, where
 * others stop at 0.3. Warps are bilinear and reflect. Brightness is added, contrast is about each channel's own mean.
 */
const spread = <Name extends OpName>(op: Name, stage: (m: number, std: number) => OpDraws<Name>): SpreadEntry => ({
  op,
  spread: (m, std) => ({ kind: "op", op, ...stage(m, std) }) as DrawnOp,
});

const normal = (mean: number, std: number, high: number): NormalDraw => ({ normal: [mean, std], clip: [0, high] });

/** How KerasCV reads pictures. */
const WARP = { interpolation: "bilinear", edge: "symmetric" } as const;

export const kerascv: MagnitudeTable = {
  about: "KerasCV RandAugment: 10 layers, magnitude 0 to 1 with normal noise on what it decides",
  unit: "share",
  max: 1,
  peer: "kerascv",
  interpolation: "bilinear",
  edge: "symmetric",
  fill: null,
  entries: {
    AutoContrast: spread("autocontrast", () => ({})),
    Equalization: spread("equalize", () => ({})),
    Solarization: spread("solarization", (m, std) => ({
      addition: normal(110 * m, 110 * std, 110),
      threshold: normal(255 - 255 * m, 255 * std, 255),
    })),
    RandomColorDegeneration: spread("colorDegeneration", (m, std) => ({ factor: normal(m, std, 1) })),
    RandomContrast: spread("contrast", (m) => ({
      factor: [1 - Math.max(m, 0.001), 1 + Math.max(m, 0.001)],
      peer: "kerascv",
    })),
    RandomBrightness: spread("brightnessDelta", (m) => ({ delta: [-255 * m, 255 * m] })),
    RandomShearX: spread("shearX", (m, std) => ({ share: normal(m, std, 1), randomSign: true, ...WARP })),
    RandomShearY: spread("shearY", (m, std) => ({ share: normal(m, std, 1), randomSign: true, ...WARP })),
    RandomTranslationX: spread("translateX", (m) => ({ pixels: { share: [-m, m], of: "width" }, ...WARP })),
    RandomTranslationY: spread("translateY", (m) => ({ pixels: { share: [-m, m], of: "height" }, ...WARP })),
  },
};

/** The layers that move pixels: `geometric: false` leaves them out. */
export const KERASCV_GEOMETRIC = ["RandomShearX", "RandomShearY", "RandomTranslationX", "RandomTranslationY"];
