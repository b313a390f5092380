/** What each of KerasCV's layers can be told, so that a misspelt option does not silently mean its default. */
import { checkKeys, checkObject } from "../check/check.ts";

const READING = ["fillMode", "interpolation", "fillValue"];
const FACTOR = ["factor"];

/** By layer. Layers of layers take their options second. */
const OPTIONS: Record<string, readonly string[]> = {
  AugMix: ["severity", "numChains", "chainDepth", "alpha", "quirks"],
  AutoContrast: [],
  ChannelShuffle: ["groups"],
  CutMix: ["alpha"],
  Equalization: ["bins", "quirks"],
  FourierMix: ["alpha", "decayPower"],
  Grayscale: ["outputChannels"],
  GridMask: ["ratioFactor", "rotationFactor", "fillMode", "fillValue"],
  JitteredResize: ["targetSize", "scaleFactor", "interpolation"],
  MixUp: ["alpha"],
  Mosaic: ["offset"],
  Posterization: ["bits"],
  RandAugment: ["augmentationsPerImage", "magnitude", "magnitudeStddev", "rate", "geometric"],
  RandomApply: ["rate", "batchwise"],
  RandomAugmentationPipeline: ["augmentationsPerImage", "rate"],
  RandomBrightness: FACTOR,
  RandomChannelShift: FACTOR,
  RandomChoice: ["batchwise"],
  RandomColorDegeneration: FACTOR,
  RandomColorJitter: ["brightnessFactor", "contrastFactor", "saturationFactor", "hueFactor"],
  RandomContrast: FACTOR,
  RandomCrop: ["height", "width"],
  RandomCropAndResize: ["targetSize", "cropAreaFactor", "aspectRatioFactor", "interpolation"],
  RandomCutout: ["heightFactor", "widthFactor", "fillMode", "fillValue"],
  RandomFlip: ["mode", "rate"],
  RandomGaussianBlur: ["kernelSize", "factor", "quirks"],
  RandomHue: FACTOR,
  RandomJpegQuality: FACTOR,
  RandomRotation: [...FACTOR, ...READING],
  RandomSaturation: FACTOR,
  RandomSharpness: FACTOR,
  RandomShear: ["xFactor", "yFactor", ...READING],
  RandomTranslation: ["heightFactor", "widthFactor", ...READING],
  RandomZoom: ["heightFactor", "widthFactor", ...READING],
  RepeatedAugmentation: [],
  Rescaling: ["scale", "offset"],
  Resizing: ["height", "width", "interpolation", "cropToAspectRatio", "padToAspectRatio"],
  Solarization: ["additionFactor", "thresholdFactor"],
};
const OF_LAYERS = ["RandomApply", "RandomAugmentationPipeline", "RandomChoice", "RepeatedAugmentation"];

// biome-ignore lint/suspicious/noExplicitAny: of whatever arguments
type Layer = (...given: any[]) => unknown;

/** The layers, each of which refuses what it does not know. */
export function checkingOptions<Layers extends Record<string, Layer>>(layers: Layers): Layers {
  const checking = (name: string, layer: Layer): Layer => {
    const at = OF_LAYERS.includes(name) ? 1 : 0;
    const path = `kerasCv.${name}`;
    return (...given) => {
      // A parameter without a default counts in `length`: those options cannot be left out.
      const isNeeded = at < layer.length;
      if (isNeeded || given[at] !== undefined) checkKeys(checkObject(given[at], path, "an object of options"), path, OPTIONS[name]!);
      return layer(...given);
    };
  };
  return Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, checking(name, layer)])) as Layers;
}
