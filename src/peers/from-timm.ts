import { isListOf } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import { piecewise } from "../draw/schedules.ts";
import type { MixStage } from "../mixers/mix-stage.ts";
import type { Interpolation } from "../ops/op.ts";
import { cropAndResizeOp } from "../ops/warp/crop-and-resize.ts";
import type { PolicyStage } from "../policy/policy.ts";
import { colorJitter } from "../stages/color-jitter.ts";
import { flipX, flipY, gaussianBlur, grayscale, resize } from "../stages/ops.ts";
import { randomApply } from "../stages/pipeline.ts";
import { randomErasing } from "../stages/random-erasing.ts";
import { randomResizedCrop } from "../stages/random-resized-crop.ts";
import { open } from "./preset.ts";
import { optionPath, readTimmCommand, type TimmOption, type TimmValues } from "./timm-command.ts";
import { parseTimmAugMix, parseTimmAutoAugment, parseTimmRandAugment } from "./timm-config.ts";
import { timmMixup } from "./timm-mixup.ts";

/** What timm takes from the model's configuration where the command does not say. */
export interface TimmModelConfig {
  /** Of the model, default 1000. */
  numClasses?: number;
  /** Side of its pictures in pixels, or [height, width]; default 224. */
  imgSize?: number | [number, number];
  /** One number for each channel, 0 to 1; default ImageNet's. */
  mean?: number[];
  std?: number[];
}

/** Options for the engine, as `train.py` would augment. */
export interface TimmRecipe {
  policy: PolicyStage[];
  labels: { classes: number; smoothing: number; smoothUnmixed: true };
  output: { normalize: { mean: number[]; std: number[] } };
}

/** Refused, since no policy can say it; and what can. */
const ELSEWHERE: Partial<Record<TimmOption, string>> = {
  "aug-repeats": "0: repeat samples by repeatedAugmentation, or by the sampler of an epoch",
  "aug-splits": "0: splits are several engines over one batch",
  "jsd-loss": "no such loss: its splits are several engines over one batch",
  resplit: "no splits: they are several engines over one batch",
};

/**
 * The augmentation of a command line of timm's `train.py`, in timm's order: crop and resize, flips, the policy of
 * `--aa`, colour jitter, grey, blur, MixUp or CutMix, and random erasing. Defaults are train.py's: a crop of 0.08 to 1,
 * flips of half of the pictures, colour jitter of 0.4 unless `--aa` is given, smoothing of 0.1.
 *
 * Options that do not concern pictures or labels (`--model`, `--lr`, `-b`) are read over. Erasing comes after mixing,
 * as timm's prefetcher has it, and before it with `--no-prefetcher`. Its noise is N(0, 1) of normalised pictures.
 * `--mixup-off-epoch` is a schedule. Normalisation is in `output`.
 *
 * Not kept: timm rounds mixed pictures to bytes before it normalises them; `--train-crop-mode` has "rrc" alone;
 * `--aug-repeats`, `--aug-splits` and what needs them are refused with what to do instead.
 *
 * @param command `"--aa rand-m9-mstd0.5-inc1 --mixup 0.8 --cutmix 1.0 --reprob 0.25"`, or a whole command
 * @param model the model's own settings, in timm's names
 * @returns `{ policy, labels, output }`, to spread into the options of `createEngine`
 * @throws PolicyError by the option: `fromTimm --mixup-mode: expected one of …`
 */
export function fromTimm(command = "", model: TimmModelConfig = {}): TimmRecipe {
  const values = readTimmCommand(command);
  const { numClasses = 1000, imgSize = 224 } = checkModel(model);
  for (const [option, words] of Object.entries(ELSEWHERE) as [TimmOption, string][])
    if (values[option] !== undefined && number(values, option) !== 0)
      throw new PolicyError(optionPath(option), words, values[option]);
  if (values["train-crop-mode"] !== undefined && values["train-crop-mode"] !== "rrc")
    throw new PolicyError(
      optionPath("train-crop-mode"),
      "rrc: the others pad pictures by their shape",
      values["train-crop-mode"],
    );

  const mean = list(values, "mean") ?? model.mean ?? [0.485, 0.456, 0.406];
  const std = list(values, "std") ?? model.std ?? [0.229, 0.224, 0.225];
  const smoothing = number(values, "smoothing") ?? 0.1;
  const classes = number(values, "num-classes") ?? numClasses;
  const size = sizeOf(values, imgSize);
  const erasing = erasingOf(values, mean, std);
  const mixing = mixingOf(values, classes, smoothing);
  const isErasedFirst = values["no-prefetcher"] === true;
  return {
    policy: [
      ...geometryOf(values, size),
      ...colorsOf(values, mean),
      ...(isErasedFirst ? [...erasing, ...mixing] : [...mixing, ...erasing]),
    ],
    labels: { classes, smoothing, smoothUnmixed: true },
    output: { normalize: { mean: [...mean], std: [...std] } },
  };
}

const isWhole = (value: unknown) => Number.isInteger(value) && (value as number) > 0;
const mostPixels = () => cropAndResizeOp.args.outHeight!.max!;
const isSide = (value: unknown) => isWhole(value) && (value as number) <= mostPixels();

function checkModel(model: TimmModelConfig): TimmModelConfig {
  const { numClasses = 1, imgSize = 1, mean, std } = open(model, "fromTimm", ["numClasses", "imgSize", "mean", "std"]);
  if (!isWhole(numClasses)) throw new PolicyError("fromTimm.numClasses", "an integer above 0", numClasses);
  if (!isSide(imgSize) && !(isListOf(imgSize, isSide) && imgSize.length === 2))
    throw new PolicyError("fromTimm.imgSize", `an integer from 1 to ${mostPixels()}, or [height, width]`, imgSize);
  const isShare = (value: unknown) => typeof value === "number" && value >= 0 && value <= 1;
  for (const [name, values] of Object.entries({ mean, std }))
    if (values !== undefined && !(isListOf(values, isShare) && values.length > 0))
      throw new PolicyError(`fromTimm.${name}`, "a list of numbers from 0 to 1, one for each channel", values);
  return model;
}

const list = (values: TimmValues, option: TimmOption) => values[option] as number[] | undefined;
const number = (values: TimmValues, option: TimmOption) => list(values, option)?.[0];

function sizeOf(values: TimmValues, imgSize: number | [number, number]): { height: number; width: number } {
  const [, height, width] = list(values, "input-size") ?? [];
  if (height !== undefined && width !== undefined) return { height, width };
  const sides = number(values, "img-size") ?? imgSize;
  return typeof sides === "number" ? { height: sides, width: sides } : { height: sides[0], width: sides[1] };
}

/** timm's `random` is bilinear or bicubic, drawn. */
function interpolationOf(values: TimmValues): Interpolation | Interpolation[] {
  const named = values["train-interpolation"] as Interpolation | "random" | undefined;
  return named === undefined || named === "random" ? ["bilinear", "bicubic"] : named;
}

function geometryOf(values: TimmValues, size: { height: number; width: number }): PolicyStage[] {
  if (values["no-aug"]) return [resize({ ...size, interpolation: "bilinear" })];
  const scale = pair(values, "scale");
  const ratio = pair(values, "ratio");
  const [left, up] = [number(values, "hflip") ?? 0.5, number(values, "vflip") ?? 0];
  const crop = () => randomResizedCrop({ ...size, scale, ratio, interpolation: interpolationOf(values) });
  const names = { renamed: { scale: "--scale", ratio: "--ratio" } };
  return [
    underName("fromTimm", crop, names),
    ...(left > 0 ? [flipX({ prob: left })] : []),
    ...(up > 0 ? [flipY({ prob: up })] : []),
  ];
}

const pair = (values: TimmValues, option: TimmOption) => list(values, option) as [number, number] | undefined;

function colorsOf(values: TimmValues, mean: readonly number[]): PolicyStage[] {
  if (values["no-aug"]) return [];
  const config = values.aa as string | undefined;
  const grey = number(values, "grayscale-prob") ?? 0;
  const blurred = number(values, "gaussian-blur-prob") ?? 0;
  return [
    ...(config ? [policyOf(config, values, mean)] : []),
    // Only 3-Augment is meant to go with it.
    ...(config && !config.includes("3a") ? [] : jitterOf(values)),
    ...(grey > 0 ? [grayscale({ prob: grey })] : []),
    ...(blurred > 0
      ? [gaussianBlur({ sigma: { all: [0.1, 2] }, kernel: [23, 23], peer: "torchvision", prob: blurred })]
      : []),
  ];
}

function policyOf(config: string, values: TimmValues, mean: readonly number[]): PolicyStage {
  const named = values["train-interpolation"];
  const reading = {
    fill: mean.map((share) => Math.min(255, Math.round(255 * share))),
    ...(named !== undefined && named !== "random" && { interpolation: named as Interpolation }),
  };
  const parse = config.startsWith("rand")
    ? parseTimmRandAugment
    : config.startsWith("augmix")
      ? parseTimmAugMix
      : parseTimmAutoAugment;
  try {
    return parse(config, reading);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new PolicyError(optionPath("aa"), error.expected, error.found);
  }
}

function jitterOf(values: TimmValues): PolicyStage[] {
  const given = list(values, "color-jitter") ?? [0.4];
  const [brightness = 0, contrast = 0, saturation = 0, hue = 0] =
    given.length === 1 ? [given[0], given[0], given[0]] : given;
  if (hue > 0.5) throw new PolicyError(optionPath("color-jitter"), "a hue of 0 to 0.5", hue);
  const strengths = Object.entries({ brightness, contrast, saturation, hue }).filter(([, strength]) => strength > 0);
  if (strengths.length === 0) return [];
  const stage = colorJitter(Object.fromEntries(strengths));
  const prob = number(values, "color-jitter-prob");
  return prob === undefined ? [stage] : [randomApply(stage, { prob })];
}

function mixingOf(values: TimmValues, numClasses: number, labelSmoothing: number): MixStage[] {
  const mixupAlpha = number(values, "mixup") ?? 0;
  const cutmixAlpha = number(values, "cutmix") ?? 0;
  const cutmixMinmax = pair(values, "cutmix-minmax");
  if (mixupAlpha === 0 && cutmixAlpha === 0 && cutmixMinmax === undefined) return [];
  const mode = values["mixup-mode"] as "batch" | undefined;
  if ((mode as string) === "half" && values["no-prefetcher"])
    throw new PolicyError(optionPath("mixup-mode"), "batch, pair or elem, without the prefetcher", mode);
  const prob = number(values, "mixup-prob") ?? 1;
  const options = { mixupAlpha, cutmixAlpha, cutmixMinmax, prob, mode, numClasses, labelSmoothing };
  const { policy } = timmMixup({ ...options, switchProb: number(values, "mixup-switch-prob") ?? 0.5 });
  const off = number(values, "mixup-off-epoch") ?? 0;
  if (off === 0) return [policy];
  return [
    {
      ...policy,
      prob: piecewise([
        [0, prob],
        [off, 0],
      ]),
    },
  ];
}

function erasingOf(values: TimmValues, mean: readonly number[], std: readonly number[]): PolicyStage[] {
  const prob = number(values, "reprob") ?? 0;
  if (prob === 0 || values["no-aug"]) return [];
  const mode = (values.remode as "const" | "rand" | "pixel" | undefined) ?? "pixel";
  const most = number(values, "recount") ?? 1;
  const count: number | [number, number] = most === 1 ? 1 : [1, most];
  // What is 0 and N(0, 1) once it is normalised.
  const levels = { mean: mean.map((share) => 255 * share), std: std.map((share) => 255 * share) };
  const filling =
    mode === "const" ? { fill: levels.mean } : ({ mode: mode === "rand" ? "channel" : mode, ...levels } as const);
  return [randomErasing({ rule: "timm", area: [0.02, 1 / 3], aspect: [0.3, 1 / 0.3], prob, count, ...filling })];
}
