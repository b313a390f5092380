/** What each of KerasCV's layers can be told, so that a misspelt option does not silently mean its default. */

import { checkKeys, checkObject } from "../check/check.ts";
import { type PartNames, underName } from "../check/under-name.ts";

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
  RandomAspectRatio: [...FACTOR, "interpolation"],
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
/** What a layer's options are made into, where it has several: by the path of what they are made into. */
const MADE: Record<string, Record<string, string>> = {
  AugMix: {
    "augMixPolicy.severity": "severity",
    "augMix.width": "numChains",
    "augMix.depth": "chainDepth",
    "augMix.alpha": "alpha",
  },
  Equalization: { bins: "bins" },
  FourierMix: { alpha: "alpha", decay: "decayPower" },
  GridMask: { ratio: "ratioFactor", rotation: "rotationFactor", fill: "fillValue" },
  JitteredResize: { scale: "scaleFactor", height: "targetSize", width: "targetSize", interpolation: "interpolation" },
  RandAugment: {
    layers: "augmentationsPerImage",
    magnitude: "magnitude",
    magnitudeStd: "magnitudeStddev",
    rate: "rate",
  },
  RandomApply: { prob: "rate" },
  RandomAugmentationPipeline: { augmentationsPerImage: "augmentationsPerImage", rate: "rate" },
  RandomAspectRatio: { factor: "factor", interpolation: "interpolation" },
  RandomColorJitter: {
    "brightnessDelta.delta": "brightnessFactor",
    "contrast.factor": "contrastFactor",
    "saturation.factor": "saturationFactor",
    "hue.shift": "hueFactor",
  },
  RandomCrop: { height: "height", width: "width" },
  RandomCropAndResize: {
    scale: "cropAreaFactor",
    ratio: "aspectRatioFactor",
    height: "targetSize",
    width: "targetSize",
    interpolation: "interpolation",
  },
  RandomCutout: { "sides.height": "heightFactor", "sides.width": "widthFactor", fill: "fillValue" },
  RandomFlip: { prob: "rate" },
  RandomGaussianBlur: { sigma: "factor", kernel: "kernelSize" },
  RandomRotation: { degrees: "factor", fill: "fillValue", interpolation: "interpolation" },
  RandomShear: {
    "shearX.share": "xFactor",
    "shearY.share": "yFactor",
    fill: "fillValue",
    interpolation: "interpolation",
  },
  RandomTranslation: {
    "translateX.pixels": "widthFactor",
    "translateY.pixels": "heightFactor",
    fill: "fillValue",
    interpolation: "interpolation",
  },
  RandomZoom: { height: "heightFactor", width: "widthFactor", fill: "fillValue", interpolation: "interpolation" },
  Rescaling: { scale: "scale", offset: "offset" },
  Resizing: { height: "height", width: "width", interpolation: "interpolation" },
  Solarization: { addition: "additionFactor", threshold: "thresholdFactor" },
};

/** How the errors of a layer's parts name it: its only option, the one that a part's is made of, or else the layer. */
function partNamesOf(name: string): PartNames {
  const [first = "", ...others] = OPTIONS[name]!;
  const only = others.length === 0 ? first : "";
  return {
    renamed: { "kerasCv.factor": only, "kerasCv.fillMode": "fillMode", "kerasCv.batchwise": "batchwise" },
    made: { ...MADE[name], "": only },
  };
}

const OF_LAYERS = ["RandomApply", "RandomAugmentationPipeline", "RandomChoice", "RepeatedAugmentation"];

// biome-ignore lint/suspicious/noExplicitAny: of whatever arguments
type Layer = (...given: any[]) => unknown;

/** The layers, each of which refuses what it does not know. */
export function checkingOptions<Layers extends Record<string, Layer>>(layers: Layers): Layers {
  const checking = (name: string, layer: Layer): Layer => {
    const at = OF_LAYERS.includes(name) ? 1 : 0;
    const path = `kerasCv.${name}`;
    const names = partNamesOf(name);
    return (...given) => {
      // A parameter without a default counts in `length`: those options cannot be left out.
      const isNeeded = at < layer.length;
      if (isNeeded || given[at] !== undefined)
        checkKeys(checkObject(given[at], path, "an object of options"), path, OPTIONS[name]!);
      return underName(path, () => layer(...given), names);
    };
  };
  return Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, checking(name, layer)])) as Layers;
}
