import { brightnessOp } from "./color/brightness.ts";
import { brightnessDeltaOp } from "./color/brightness-delta.ts";
import { channelShiftOp } from "./color/channel-shift.ts";
import { channelShuffleOp } from "./color/channel-shuffle.ts";
import { colorOp } from "./color/color.ts";
import { colorDegenerationOp } from "./color/color-degeneration.ts";
import { gammaOp } from "./color/gamma.ts";
import { grayscaleOp } from "./color/grayscale.ts";
import { hueOp } from "./color/hue.ts";
import { identityOp } from "./color/identity.ts";
import { invertOp } from "./color/invert.ts";
import { normalizeOp } from "./color/normalize.ts";
import { posterizeOp } from "./color/posterize.ts";
import { rescaleOp } from "./color/rescale.ts";
import { saturationOp } from "./color/saturation.ts";
import { sepiaOp } from "./color/sepia.ts";
import { solarizationOp } from "./color/solarization.ts";
import { solarizeOp } from "./color/solarize.ts";
import { solarizeAddOp } from "./color/solarize-add.ts";
import { cutoutOp } from "./mask/cutout.ts";
import { eraseOp } from "./mask/erase.ts";
import { gaussianNoiseOp } from "./mask/gaussian-noise.ts";
import { gridMaskOp } from "./mask/grid-mask.ts";
import { saltAndPepperOp } from "./mask/salt-and-pepper.ts";
import type { ImageOp } from "./op.ts";
import type { OwnOpCall, OwnOpName } from "./own.ts";
import { knownOps, useOps } from "./registry.ts";
import { downscaleOp } from "./stencil/downscale.ts";
import { gaussianBlurOp } from "./stencil/gaussian-blur.ts";
import { jigsawOp } from "./stencil/jigsaw.ts";
import { medianBlurOp } from "./stencil/median-blur.ts";
import { sharpnessOp } from "./stencil/sharpness.ts";
import { smooth3x3Op } from "./stencil/smooth3x3.ts";
import { jpegQualityOp } from "./tile/jpeg-quality.ts";
import { autocontrastOp } from "./tone/autocontrast.ts";
import { contrastOp } from "./tone/contrast.ts";
import { equalizeOp } from "./tone/equalize.ts";
import { affineOp } from "./warp/affine.ts";
import { centerCropOp } from "./warp/center-crop.ts";
import { cropOp } from "./warp/crop.ts";
import { cropAndResizeOp } from "./warp/crop-and-resize.ts";
import { elasticOp } from "./warp/elastic.ts";
import { flipXOp } from "./warp/flip-x.ts";
import { flipYOp } from "./warp/flip-y.ts";
import { gridDistortionOp } from "./warp/grid-distortion.ts";
import { lensDistortionOp } from "./warp/lens-distortion.ts";
import { padIfNeededOp } from "./warp/pad-if-needed.ts";
import { perspectiveOp } from "./warp/perspective.ts";
import { resizeOp } from "./warp/resize.ts";
import { rotateOp } from "./warp/rotate.ts";
import { shearXOp } from "./warp/shear-x.ts";
import { shearYOp } from "./warp/shear-y.ts";
import { thinPlateSplineOp } from "./warp/thin-plate-spline.ts";
import { translateXOp } from "./warp/translate-x.ts";
import { translateYOp } from "./warp/translate-y.ts";
import { zoomOp } from "./warp/zoom.ts";

/** Every image op under its one name. A new one adds its line here. */
export const imageOps = {
  affine: affineOp,
  autocontrast: autocontrastOp,
  brightness: brightnessOp,
  brightnessDelta: brightnessDeltaOp,
  centerCrop: centerCropOp,
  channelShift: channelShiftOp,
  channelShuffle: channelShuffleOp,
  color: colorOp,
  colorDegeneration: colorDegenerationOp,
  contrast: contrastOp,
  crop: cropOp,
  cropAndResize: cropAndResizeOp,
  cutout: cutoutOp,
  downscale: downscaleOp,
  elastic: elasticOp,
  equalize: equalizeOp,
  erase: eraseOp,
  flipX: flipXOp,
  flipY: flipYOp,
  gamma: gammaOp,
  gaussianBlur: gaussianBlurOp,
  gaussianNoise: gaussianNoiseOp,
  grayscale: grayscaleOp,
  gridDistortion: gridDistortionOp,
  gridMask: gridMaskOp,
  hue: hueOp,
  identity: identityOp,
  invert: invertOp,
  jigsaw: jigsawOp,
  jpegQuality: jpegQualityOp,
  lensDistortion: lensDistortionOp,
  medianBlur: medianBlurOp,
  normalize: normalizeOp,
  padIfNeeded: padIfNeededOp,
  perspective: perspectiveOp,
  posterize: posterizeOp,
  rescale: rescaleOp,
  resize: resizeOp,
  rotate: rotateOp,
  saltAndPepper: saltAndPepperOp,
  saturation: saturationOp,
  sepia: sepiaOp,
  sharpness: sharpnessOp,
  shearX: shearXOp,
  shearY: shearYOp,
  smooth3x3: smooth3x3Op,
  solarization: solarizationOp,
  solarize: solarizeOp,
  solarizeAdd: solarizeAddOp,
  thinPlateSpline: thinPlateSplineOp,
  translateX: translateXOp,
  translateY: translateYOp,
  zoom: zoomOp,
} as const satisfies Record<string, ImageOp>;

/** Enters all of them. */
export function useAllOps(): void {
  if (knownOps.isComplete) return;
  useOps(Object.values(imageOps));
  knownOps.isComplete = true;
}

export type OpName = keyof typeof imageOps;

/** What a call of the op gives: its arguments by name, those with a default left out or not. */
export type OpArgs<Name extends OpName> = ArgsByName[Name];

/** A table: the compiler compares two names of it, where it would compare every op with every other. */
type ArgsByName = { readonly [Name in OpName]: CallOf<(typeof imageOps)[Name]> };

type CallOf<Op> = Op extends { kind: infer Kind; atMagnitude?(magnitude: number): infer Call }
  ? Kind extends "warp"
    ? Call & { readonly fuse?: boolean }
    : Call
  : never;

/** One image op with its arguments, all drawn: `{ op: "solarize", threshold: 128 }`. */
export type OpCall<Name extends OpName | OwnOpName = OpName | OwnOpName> = Name extends OpName
  ? Flat<{ op: Name } & OpArgs<Name>>
  : OwnOpCall;

/** One object type, as an editor shows it, and open to edits. */
type Flat<T> = { -readonly [Field in keyof T]: T[Field] } & unknown;
