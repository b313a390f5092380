import { brightnessOp } from "../ops/color/brightness.ts";
import { brightnessDeltaOp } from "../ops/color/brightness-delta.ts";
import { colorOp } from "../ops/color/color.ts";
import { colorDegenerationOp } from "../ops/color/color-degeneration.ts";
import { identityOp } from "../ops/color/identity.ts";
import { invertOp } from "../ops/color/invert.ts";
import { posterizeOp } from "../ops/color/posterize.ts";
import { solarizationOp } from "../ops/color/solarization.ts";
import { solarizeOp } from "../ops/color/solarize.ts";
import { solarizeAddOp } from "../ops/color/solarize-add.ts";
import type { ImageOp } from "../ops/op.ts";
import { gaussianBlurOp } from "../ops/stencil/gaussian-blur.ts";
import { sharpnessOp } from "../ops/stencil/sharpness.ts";
import { autocontrastOp } from "../ops/tone/autocontrast.ts";
import { contrastOp } from "../ops/tone/contrast.ts";
import { equalizeOp } from "../ops/tone/equalize.ts";
import { rotateOp } from "../ops/warp/rotate.ts";
import { shearXOp } from "../ops/warp/shear-x.ts";
import { shearYOp } from "../ops/warp/shear-y.ts";
import { translateXOp } from "../ops/warp/translate-x.ts";
import { translateYOp } from "../ops/warp/translate-y.ts";

/** Every op that one of the tables names. */
export const tableOps: readonly ImageOp[] = [
  autocontrastOp,
  brightnessOp,
  brightnessDeltaOp,
  colorOp,
  colorDegenerationOp,
  contrastOp,
  equalizeOp,
  gaussianBlurOp,
  identityOp,
  invertOp,
  posterizeOp,
  rotateOp,
  sharpnessOp,
  shearXOp,
  shearYOp,
  solarizationOp,
  solarizeOp,
  solarizeAddOp,
  translateXOp,
  translateYOp,
];
