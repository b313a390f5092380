/**
 * One call for every layer of `presets.kerasCv`: no arguments where it has defaults. "layer" and "layers" stand for
 * stages.
 */
export const KERASCV_CALLS: Readonly<Record<string, readonly unknown[]>> = {
  AugMix: [],
  AutoContrast: [],
  ChannelShuffle: [],
  CutMix: [],
  Equalization: [],
  FourierMix: [],
  Grayscale: [],
  GridMask: [],
  JitteredResize: [{ scaleFactor: [0.8, 1.25] }],
  MixUp: [],
  Mosaic: [],
  Posterization: [{ bits: 4 }],
  RandAugment: [],
  RandomApply: ["layer"],
  RandomAugmentationPipeline: ["layers", { augmentationsPerImage: 2 }],
  RandomBrightness: [{ factor: 0.2 }],
  RandomChannelShift: [{ factor: 0.5 }],
  RandomChoice: ["layers"],
  RandomColorDegeneration: [{ factor: 0.5 }],
  RandomColorJitter: [{ brightnessFactor: 0.2, contrastFactor: 0.5, saturationFactor: [0.5, 0.9], hueFactor: 0.5 }],
  RandomContrast: [{ factor: 0.5 }],
  RandomCrop: [{ height: 192, width: 192 }],
  RandomCropAndResize: [{ cropAreaFactor: [0.8, 1], aspectRatioFactor: [0.75, 1.25] }],
  RandomCutout: [{ heightFactor: 0.3, widthFactor: 0.3 }],
  RandomFlip: [],
  RandomGaussianBlur: [{ kernelSize: 7, factor: [0.5, 2] }],
  RandomHue: [{ factor: 0.5 }],
  RandomJpegQuality: [{ factor: [75, 100] }],
  RandomRotation: [{ factor: 0.1 }],
  RandomSaturation: [{ factor: [0.4, 0.6] }],
  RandomSharpness: [{ factor: 0.5 }],
  RandomShear: [{ xFactor: 0.3, yFactor: 0.3 }],
  RandomTranslation: [{ heightFactor: 0.1, widthFactor: 0.1 }],
  RandomZoom: [{ heightFactor: 0.2 }],
  RepeatedAugmentation: ["layers"],
  Rescaling: [{ scale: 0.5, offset: 20 }],
  Resizing: [{ height: 160, width: 160 }],
  Solarization: [{ thresholdFactor: [0, 255] }],
};

export const KERASCV_MISSING: Readonly<Record<string, string>> = {
  RandomAspectRatio: "its pictures have sizes of their own, and a batch has one",
};
