import type { CutBlur, CutMix, FMix, GridMix, MaskMix, MixUp, Mosaic, MultiMixUp, ResizeMix, SmoothMix } from "../policy/policy.ts";
import { affineOp } from "./affine.ts";
import { autocontrastOp } from "./autocontrast.ts";
import { brightnessOp } from "./brightness.ts";
import { brightnessDeltaOp } from "./brightness-delta.ts";
import { channelShiftOp } from "./channel-shift.ts";
import { channelShuffleOp } from "./channel-shuffle.ts";
import { colorOp } from "./color.ts";
import { colorDegenerationOp } from "./color-degeneration.ts";
import { contrastOp } from "./contrast.ts";
import { cropOp } from "./crop.ts";
import { cropAndResizeOp } from "./crop-and-resize.ts";
import { cutblurOp } from "./cutblur.ts";
import { cutmixOp } from "./cutmix.ts";
import { cutoutOp } from "./cutout.ts";
import { downscaleOp } from "./downscale.ts";
import { equalizeOp } from "./equalize.ts";
import { eraseOp } from "./erase.ts";
import { flipXOp } from "./flip-x.ts";
import { flipYOp } from "./flip-y.ts";
import { fmixOp } from "./fmix.ts";
import { gammaOp } from "./gamma.ts";
import { gaussianBlurOp } from "./gaussian-blur.ts";
import { gaussianNoiseOp } from "./gaussian-noise.ts";
import { grayscaleOp } from "./grayscale.ts";
import { gridMaskOp } from "./grid-mask.ts";
import { gridmixOp } from "./gridmix.ts";
import { hueOp } from "./hue.ts";
import { identityOp } from "./identity.ts";
import type { ImageOp } from "./image-op.ts";
import { invertOp } from "./invert.ts";
import { jigsawOp } from "./jigsaw.ts";
import { jpegQualityOp } from "./jpeg-quality.ts";
import { maskmixOp } from "./maskmix.ts";
import { mixupOp } from "./mixup.ts";
import { mosaicOp } from "./mosaic.ts";
import { multimixupOp } from "./multimixup.ts";
import { normalizeOp } from "./normalize.ts";
import type { MixOp } from "./op.ts";
import { perspectiveOp } from "./perspective.ts";
import { posterizeOp } from "./posterize.ts";
import { rescaleOp } from "./rescale.ts";
import { resizeOp } from "./resize.ts";
import { resizemixOp } from "./resizemix.ts";
import { rotateOp } from "./rotate.ts";
import { saltAndPepperOp } from "./salt-and-pepper.ts";
import { saturationOp } from "./saturation.ts";
import { sharpnessOp } from "./sharpness.ts";
import { shearXOp } from "./shear-x.ts";
import { shearYOp } from "./shear-y.ts";
import { smooth3x3Op } from "./smooth3x3.ts";
import { smoothmixOp } from "./smoothmix.ts";
import { solarizationOp } from "./solarization.ts";
import { solarizeOp } from "./solarize.ts";
import { solarizeAddOp } from "./solarize-add.ts";
import { translateXOp } from "./translate-x.ts";
import { translateYOp } from "./translate-y.ts";
import { zoomOp } from "./zoom.ts";

/** Every mixing op under its one name. A new one adds its line here. */
export const mixOps: {
  mixup: MixOp<MixUp>;
  cutmix: MixOp<CutMix>;
  resizemix: MixOp<ResizeMix>;
  mosaic: MixOp<Mosaic>;
  multimixup: MixOp<MultiMixUp>;
  cutblur: MixOp<CutBlur>;
  gridmix: MixOp<GridMix>;
  smoothmix: MixOp<SmoothMix>;
  fmix: MixOp<FMix>;
  maskmix: MixOp<MaskMix>;
} = {
  mixup: mixupOp,
  cutmix: cutmixOp,
  resizemix: resizemixOp,
  mosaic: mosaicOp,
  multimixup: multimixupOp,
  cutblur: cutblurOp,
  gridmix: gridmixOp,
  smoothmix: smoothmixOp,
  fmix: fmixOp,
  maskmix: maskmixOp,
};

/** The names of the mixing ops. */
export const MIXER_KINDS = Object.keys(mixOps) as (keyof typeof mixOps)[];

/** Every image op under its one name. A new one adds its line here. */
export const imageOps = {
  affine: affineOp,
  autocontrast: autocontrastOp,
  brightness: brightnessOp,
  brightnessDelta: brightnessDeltaOp,
  channelShift: channelShiftOp,
  channelShuffle: channelShuffleOp,
  color: colorOp,
  colorDegeneration: colorDegenerationOp,
  contrast: contrastOp,
  crop: cropOp,
  cropAndResize: cropAndResizeOp,
  cutout: cutoutOp,
  downscale: downscaleOp,
  equalize: equalizeOp,
  erase: eraseOp,
  flipX: flipXOp,
  flipY: flipYOp,
  gamma: gammaOp,
  gaussianBlur: gaussianBlurOp,
  gaussianNoise: gaussianNoiseOp,
  grayscale: grayscaleOp,
  gridMask: gridMaskOp,
  hue: hueOp,
  identity: identityOp,
  invert: invertOp,
  jigsaw: jigsawOp,
  jpegQuality: jpegQualityOp,
  normalize: normalizeOp,
  perspective: perspectiveOp,
  posterize: posterizeOp,
  rescale: rescaleOp,
  resize: resizeOp,
  rotate: rotateOp,
  saltAndPepper: saltAndPepperOp,
  saturation: saturationOp,
  sharpness: sharpnessOp,
  shearX: shearXOp,
  shearY: shearYOp,
  smooth3x3: smooth3x3Op,
  solarization: solarizationOp,
  solarize: solarizeOp,
  solarizeAdd: solarizeAddOp,
  translateX: translateXOp,
  translateY: translateYOp,
  zoom: zoomOp,
} as const satisfies Record<string, ImageOp>;

export type OpName = keyof typeof imageOps;
