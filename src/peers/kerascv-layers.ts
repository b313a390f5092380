import { checkKeys, checkName, checkObject, isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import type { NormalDraw, NumberDraw } from "../draw/arg-draw.ts";
import { augMix } from "../mixers/aug-mix.ts";
import { cutmix } from "../mixers/cutmix.ts";
import { fmix } from "../mixers/fmix.ts";
import { mixup } from "../mixers/mixup.ts";
import { mosaic } from "../mixers/mosaic.ts";
import type { Interpolation } from "../ops/op.ts";
import { repeatedAugmentation } from "../policy/repeated-augmentation.ts";
import * as ops from "../stages/ops.ts";
import { randomApply, randomChoice, randomPipeline, sequential } from "../stages/pipeline.ts";
import { randomAspectRatio } from "../stages/random-aspect-ratio.ts";
import { randomCrop } from "../stages/random-crop.ts";
import { randomCutout } from "../stages/random-erasing.ts";
import { randomGridMask } from "../stages/random-grid-mask.ts";
import { jitteredResize, randomResizedCrop } from "../stages/random-resized-crop.ts";
import type { ImageStage } from "../stages/stage.ts";
import { KERASCV_GEOMETRIC } from "../tables/kerascv.ts";
import { augMixPolicy } from "./aug-mix-policy.ts";
import { checkingOptions } from "./kerascv-options.ts";
import { entriesOf, randAugment } from "./rand-augment.ts";

/**
 * A KerasCV factor: a number f for U(least, f), a pair for U of the two (a constant where they are equal), or its
 * NormalFactorSampler, `{ normal: [mean, std], clip: [low, high] }`.
 */
export type Factor = number | [number, number] | NormalDraw;

const FACTOR = "a number, [low, high] or { normal: [mean, std], clip: [low, high] }";
const isNumber = (value: unknown) => typeof value === "number";
const isPair = (value: unknown): value is [number, number] => isListOf(value, isNumber) && value.length === 2;

/** A factor, checked: its ends are reckoned with before our own stages see them. */
function opened(value: Factor): number | [number, number] | { normal: [number, number]; clip?: [number, number] } {
  if (typeof value === "number" || isPair(value)) return value;
  const { normal, clip } = checkObject(value, "kerasCv.factor", FACTOR);
  checkKeys(value as unknown as Record<string, unknown>, "kerasCv.factor", ["normal", "clip"]);
  if (!isPair(normal) || (clip !== undefined && !isPair(clip))) throw new PolicyError("kerasCv.factor", FACTOR, value);
  return { normal, clip };
}

/** A factor as ours, multiplied by `scale`. */
function factor(
  value: Factor,
  { least = 0, scale = 1 }: { least?: number; scale?: number } = {},
): [number, number] | NormalDraw {
  const given = opened(value);
  if (typeof given === "number") return [least * scale, given * scale];
  if (Array.isArray(given)) return [given[0] * scale, given[1] * scale];
  const { normal, clip } = given;
  return { normal: [normal[0] * scale, normal[1] * scale], ...(clip && { clip: [clip[0] * scale, clip[1] * scale] }) };
}

/** U(−f, f) for a number, as stated. */
const bothWays = (value: Factor, scale = 1) =>
  factor(value, { least: typeof value === "number" ? 0 - value : 0, scale });

/** 1 − factor. */
function oneLess(value: Factor): [number, number] | NormalDraw {
  const given = opened(value);
  if (typeof given === "number") return [1 - given, 1];
  if (Array.isArray(given)) return [1 - given[1], 1 - given[0]];
  const { normal, clip } = given;
  return { normal: [1 - normal[0], normal[1]], ...(clip && { clip: [1 - clip[1], 1 - clip[0]] }) };
}

/** How KerasCV's warps read: bilinear, reflected at the border (its `reflect` repeats the border pixel). */
export interface Reading {
  /** Default `"reflect"`. */
  fillMode?: "reflect" | "constant" | "wrap" | "nearest";
  /** Default `"bilinear"`. */
  interpolation?: "bilinear" | "nearest";
  /** A level 0..255, default 0. */
  fillValue?: number;
}

function reading({ fillMode = "reflect", interpolation = "bilinear", fillValue = 0 }: Reading) {
  const edges = { reflect: "symmetric", constant: "constant", wrap: "wrap", nearest: "edge" } as const;
  const edge = typeof fillMode === "string" && Object.hasOwn(edges, fillMode) ? edges[fillMode] : undefined;
  if (edge === undefined)
    throw new PolicyError("kerasCv.fillMode", "one of reflect, constant, wrap, nearest", fillMode);
  return { edge, interpolation, peer: "kerascv" as const, ...(edge === "constant" && { fill: [fillValue] }) };
}

function batchwise(isBatchwise = false): { granularity?: "batch" } {
  // A word such as "false" would be true.
  if (typeof isBatchwise !== "boolean") throw new PolicyError("kerasCv.batchwise", "true or false", isBatchwise);
  return isBatchwise ? { granularity: "batch" } : {};
}

const layers = {
  /** Severity U(0.01, s), three chains. Right: see the table `kerascvAugMix`; `quirks` draws what the code draws. */
  AugMix: ({
    severity = 0.3,
    numChains = 3,
    chainDepth = [1, 3] as number | [number, number],
    alpha = 1,
    quirks = false,
  } = {}) =>
    augMix(augMixPolicy({ peer: quirks ? "kerascvQuirks" : "kerascv", severity }), {
      width: numChains,
      depth: chainDepth,
      alpha,
    }),
  AutoContrast: () => ops.autocontrast(),
  /** Channels in random order: `groups: 3` is the only one that does something to three of them. */
  ChannelShuffle: ({ groups = 3 }: { groups?: 3 } = {}) => {
    if (groups !== 3) throw new PolicyError("kerasCv.ChannelShuffle.groups", "3, one a colour channel", groups);
    return ops.channelShuffle({ order: { permutation: groups } });
  },
  CutMix: ({ alpha = 1 } = {}) =>
    cutmix({ alpha, box: "kerascv", lambda: "unclipped", granularity: "sample", pairing: "permutation" }),
  /**
   * Right: Pillow's histogram step. `quirks` takes KerasCV's, which leaves out the smallest count instead of the last;
   * so do fewer `bins`.
   */
  Equalization: ({ bins = 256, quirks = false } = {}) =>
    ops.equalize(quirks || bins !== 256 ? { bins, peer: "kerascv" } : { bins }),
  /** Kept: the waves its code sums. Right: the label has the counted shares. */
  FourierMix: ({ alpha = 0.5, decayPower = 3 } = {}) =>
    fmix({ alpha, decay: decayPower, spectrum: "reference", granularity: "sample", pairing: "permutation" }),
  /** One channel afterwards, or with `outputChannels: 3` three equal ones. */
  Grayscale: ({ outputChannels = 1 }: { outputChannels?: 1 | 3 } = {}) => {
    if (outputChannels !== 1 && outputChannels !== 3)
      throw new PolicyError("kerasCv.Grayscale.outputChannels", "1 or 3", outputChannels);
    return ops.grayscale(outputChannels === 1 ? { channels: "one" } : {});
  },
  /**
   * Right: `fillMode: "gaussian_noise"` is noise a pixel about the middle grey; KerasCV's is N(0, 1) of 255, nearly
   * black.
   */
  GridMask: ({
    ratioFactor = [0, 0.5] as Factor,
    rotationFactor = 0.15 as Factor,
    fillMode = "constant" as "constant" | "gaussian_noise",
    fillValue = 0,
  } = {}) =>
    randomGridMask({
      ratio: factor(ratioFactor),
      rotation: bothWays(rotationFactor),
      ...filling("GridMask", fillMode, fillValue),
    }),
  JitteredResize: ({
    targetSize,
    scaleFactor,
    interpolation = "bilinear",
  }: {
    targetSize?: [number, number];
    scaleFactor: Factor;
    interpolation?: Interpolation;
  }) => jitteredResize({ ...sized(targetSize), scale: factor(scaleFactor), interpolation }),
  MixUp: ({ alpha = 0.2 } = {}) => mixup({ alpha, granularity: "sample", pairing: "permutation" }),
  /** Three permutations of the batch join the own pictures. Right: pixels move whole. */
  Mosaic: ({ offset = [0.25, 0.75] as [number, number] } = {}) =>
    mosaic({ center: offset, granularity: "sample", pairing: "permutation" }),
  Posterization: ({ bits }: { bits: number }) => ops.posterize({ bits }),
  RandAugment: ({
    augmentationsPerImage = 3,
    magnitude = 0.5,
    magnitudeStddev = 0.15,
    rate = 10 / 11,
    geometric = true,
  } = {}) => {
    const entries = entriesOf("kerascv").filter((entry) => geometric || !KERASCV_GEOMETRIC.includes(entry));
    return randAugment({
      table: "kerascv",
      entries,
      layers: augmentationsPerImage,
      magnitude,
      magnitudeStd: magnitudeStddev,
      rate,
    });
  },
  RandomApply: (
    layer: ImageStage,
    { rate = 0.5, batchwise: isBatchwise }: { rate?: number; batchwise?: boolean } = {},
  ) => randomApply(layer, { prob: rate, ...batchwise(isBatchwise) }),
  RandomAugmentationPipeline: (
    layers: ImageStage[],
    { augmentationsPerImage, rate = 1 }: { augmentationsPerImage: number; rate?: number },
  ) => randomPipeline(layers, { augmentationsPerImage, rate }),
  /** A pair of factors, the smaller above 0: H / f × W f. Pictures then have sizes of their own. */
  RandomAspectRatio: ({ factor: f, interpolation = "bilinear" }: { factor: Factor; interpolation?: Interpolation }) =>
    randomAspectRatio({ factor: factor(f, { least: 0.01 }), interpolation, antialias: false }),
  /** Added, in shares of the range: U(−f, f). */
  RandomBrightness: ({ factor: f }: { factor: Factor }) => ops.brightnessDelta({ delta: bothWays(f, 255) }),
  /** ± U(0, f) / 2 of the range, each channel by itself. */
  RandomChannelShift: ({ factor: f }: { factor: Factor }) => {
    const delta = factor(f, { scale: 127.5 });
    return ops.channelShift({ red: delta, green: delta, blue: delta, randomSign: true });
  },
  RandomChoice: (layers: ImageStage[], { batchwise: isBatchwise }: { batchwise?: boolean } = {}) =>
    randomChoice(layers, batchwise(isBatchwise)),
  RandomColorDegeneration: ({ factor: f }: { factor: Factor }) => ops.colorDegeneration({ factor: factor(f) }),
  /** Brightness, contrast, saturation, hue, in this order. */
  RandomColorJitter: (f: {
    brightnessFactor: Factor;
    contrastFactor: Factor;
    saturationFactor: Factor;
    hueFactor: Factor;
  }) =>
    sequential([
      layers.RandomBrightness({ factor: f.brightnessFactor }),
      layers.RandomContrast({ factor: f.contrastFactor }),
      layers.RandomSaturation({ factor: f.saturationFactor }),
      layers.RandomHue({ factor: f.hueFactor }),
    ]),
  /** U(1 − f, 1 + f); a pair is U(1 − low, 1 + high). About each channel's own mean. */
  RandomContrast: ({ factor: f }: { factor: Factor }): ImageStage => {
    const contrast = (drawn: NumberDraw) => ops.contrast({ factor: drawn, peer: "kerascv" });
    const given = opened(f);
    if (typeof given === "number") return contrast([1 - given, 1 + given]);
    if (Array.isArray(given)) return contrast([1 - given[0], 1 + given[1]]);
    const { normal, clip } = given;
    return contrast({ normal: [1 + normal[0], normal[1]], ...(clip && { clip: [1 + clip[0], 1 + clip[1]] }) });
  },
  RandomCrop: ({ height, width }: { height: number; width: number }) => randomCrop({ height, width }),
  RandomCropAndResize: (options: {
    targetSize?: [number, number];
    cropAreaFactor: Factor;
    aspectRatioFactor: Factor;
    interpolation?: Interpolation;
  }) =>
    randomResizedCrop({
      ...sized(options.targetSize),
      rule: "kerascv",
      scale: factor(options.cropAreaFactor),
      ratio: factor(options.aspectRatioFactor),
      interpolation: options.interpolation ?? "bilinear",
      antialias: false,
    }),
  /** Right: the width is clamped by the width. `fillMode: "gaussian_noise"` is noise a pixel about the middle grey. */
  RandomCutout: (options: {
    heightFactor: Factor;
    widthFactor: Factor;
    fillMode?: "constant" | "gaussian_noise";
    fillValue?: number;
  }) =>
    randomCutout(
      { height: factor(options.heightFactor), width: factor(options.widthFactor) },
      filling("RandomCutout", options.fillMode, options.fillValue),
    ),
  /** A coin for each direction. */
  RandomFlip: ({
    mode = "horizontal",
    rate = 0.5,
  }: {
    mode?: "horizontal" | "vertical" | "horizontal_and_vertical";
    rate?: number;
  } = {}): ImageStage => {
    const flips = { horizontal: [ops.flipX], vertical: [ops.flipY], horizontal_and_vertical: [ops.flipX, ops.flipY] };
    if (!(typeof mode === "string" && Object.hasOwn(flips, mode)))
      throw new PolicyError("kerasCv.RandomFlip.mode", "horizontal, vertical or horizontal_and_vertical", mode);
    const stages = flips[mode].map((flip) => flip({ prob: rate }));
    return stages.length === 1 ? stages[0]! : sequential(stages);
  },
  /** Right: reflected at the border. `quirks` has KerasCV's zeros there, which darken it. */
  RandomGaussianBlur: ({
    kernelSize,
    factor: f,
    quirks = false,
  }: {
    kernelSize: number | [number, number];
    factor: Factor;
    quirks?: boolean;
  }) => {
    const kernel: readonly [number, number] = typeof kernelSize === "number" ? [kernelSize, kernelSize] : kernelSize;
    return ops.gaussianBlur({ sigma: { all: factor(f) }, kernel, ...(quirks && { peer: "kerascv" }) });
  },
  RandomHue: ({ factor: f }: { factor: Factor }) => ops.hue({ shift: factor(f, { scale: 0.5 }), randomSign: true }),
  RandomJpegQuality: ({ factor: quality }: { factor: [number, number] }) => {
    if (!isPair(quality)) throw new PolicyError("kerasCv.RandomJpegQuality.factor", "[low, high]", quality);
    return ops.jpegQuality({ quality: [Math.max(1, quality[0]), Math.max(1, quality[1])] });
  },
  /** In turns: U(−f, f). */
  RandomRotation: ({ factor: f, ...how }: { factor: Factor } & Reading) =>
    ops.rotate({ degrees: bothWays(f, 360), ...reading(how) }),
  /** Saturation times f / (1 − f): 0.5 changes nothing. Right: 1 is the strongest there is, not a division by zero. */
  RandomSaturation: ({ factor: f }: { factor: Factor }) => ops.saturation({ factor: factor(f) }),
  /** Only blurs, as its code does: 0 changes nothing, 1 is smoothed. */
  RandomSharpness: ({ factor: f }: { factor: Factor }) => ops.sharpness({ factor: oneLess(f) }),
  /** Each axis by itself, either way. */
  RandomShear: ({ xFactor, yFactor, ...how }: { xFactor?: Factor; yFactor?: Factor } & Reading): ImageStage =>
    sequential([
      ...(xFactor === undefined ? [] : [ops.shearX({ share: factor(xFactor), randomSign: true, ...reading(how) })]),
      ...(yFactor === undefined ? [] : [ops.shearY({ share: factor(yFactor), randomSign: true, ...reading(how) })]),
    ]),
  RandomTranslation: ({ heightFactor, widthFactor, ...how }: { heightFactor: Factor; widthFactor: Factor } & Reading) =>
    sequential([
      ops.translateX({ pixels: { share: bothWays(widthFactor), of: "width" }, ...reading(how) }),
      ops.translateY({ pixels: { share: bothWays(heightFactor), of: "height" }, ...reading(how) }),
    ]),
  /** z ~ U(1 − f, 1 + f); above 1 zooms out. Without `widthFactor` both sides alike. */
  RandomZoom: ({ heightFactor, widthFactor, ...how }: { heightFactor: Factor; widthFactor?: Factor } & Reading) =>
    ops.zoom({
      height: zoomed(heightFactor),
      ...(widthFactor !== undefined && { width: zoomed(widthFactor) }),
      ...reading(how),
    }),
  RepeatedAugmentation: (augmenters: ImageStage[]) => repeatedAugmentation(augmenters),
  Rescaling: ({ scale, offset = 0 }: { scale: number; offset?: number }) => ops.rescale({ scale, offset }),
  Resizing: (options: {
    height: number;
    width: number;
    interpolation?: Interpolation;
    cropToAspectRatio?: boolean;
    padToAspectRatio?: boolean;
  }) =>
    ops.resize({
      height: options.height,
      width: options.width,
      interpolation: options.interpolation ?? "bilinear",
      antialias: false,
      fit: options.cropToAspectRatio ? "cover" : options.padToAspectRatio ? "contain" : "fill",
    }),
  /** In levels: first added, then inverted from the threshold on. */
  Solarization: ({ additionFactor = 0 as Factor, thresholdFactor = 0 as Factor } = {}) =>
    ops.solarization({ addition: factor(additionFactor), threshold: factor(thresholdFactor) }),
};

/**
 * KerasCV's preprocessing layers (`keras_cv/src/layers/preprocessing/`) under their names, with their defaults and
 * their rule for factors. Each returns a stage, to stand in a policy or in another layer. Where a layer's code is
 * wrong, these are right and say so.
 *
 * Levels are 0..255 whatever the value range.
 *
 * @throws PolicyError for an option that the layer does not have
 */
export const kerasCv = checkingOptions(layers);

function filling(layer: string, fillMode: string | undefined, fillValue = 0): { mode: "pixel" } | { fill: number[] } {
  checkName(fillMode, `kerasCv.${layer}.fillMode`, ["constant", "gaussian_noise"]);
  return fillMode === "gaussian_noise" ? { mode: "pixel" } : { fill: [fillValue] };
}

function sized(target: [number, number] | undefined): { height?: number; width?: number } {
  if (target === undefined) return {};
  if (!isPair(target)) throw new PolicyError("kerasCv, a target size", "[height, width]", target);
  return { height: target[0], width: target[1] };
}

function zoomed(f: Factor): [number, number] | NormalDraw {
  const given = opened(f);
  if (typeof given === "number") return [1 - given, 1 + given];
  if (Array.isArray(given)) return [1 + given[0], 1 + given[1]];
  const { normal, clip } = given;
  return { normal: [1 + normal[0], normal[1]], ...(clip && { clip: [1 + clip[0], 1 + clip[1]] }) };
}
