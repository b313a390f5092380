/**
 * One call that works for every public function that needs no GPU, with all its arguments. What is made of them by
 * mistakes has to be refused in our words (test/unit/wrong-arguments.test.ts), and a function that is missing here
 * fails test/unit/surface.test.ts.
 */
import * as mixwell from "mixwell";
import { examplesOf } from "../../tools/ops-docs/examples.ts";
import { type Door, door } from "./door.ts";
import { targetDoors } from "./target-calls.ts";

const { ops, presets } = mixwell;
const { kerasCv } = presets;

const stage = { prob: 0.5, granularity: "sample", pairing: "derangement", stream: "mine" } as const;
/** What crops take that resize their window. */
const cut = { height: 4, width: 4, interpolation: "nearest" as const, antialias: true };
const image = { prob: 0.5, granularity: "batch", stream: "mine" } as const;
const stages = () => [ops.invert(), ops.rotate({ degrees: [-10, 10] })];
const reading = { interpolation: "bilinear" as const, fill: [9] };
const at = { magnitude: 0.5, bins: undefined, interpolation: "bilinear" as const, fill: [9], translate: 0.1 };

const size = { height: 6, width: 8 };
const policy = () => [ops.invert({ prob: 0.5 }), mixwell.cutmix({ prob: 0.5 })];
const request = () => ({
  policy: policy(),
  seed: 3,
  epoch: 1,
  step: 2,
  ids: [4, 5, 6],
  batchSize: 3,
  ...size,
  datasetSize: 9,
});
const planned = () => mixwell.samplePlan({ ...request(), externalSize: 3, from: "dataset" });
const shape = { ...size, channels: 3 };
const lowering = (): mixwell.LowerOptions => ({
  shape: { ...shape },
  format: "f32",
  layout: "nhwc",
  valueRange: [0, 2],
  output: output(),
  labels: labels(),
  labelForm: "ids",
  pages: 1,
  picturesPerPage: 9,
  mixers: ["cutmix"],
  ops: ["invert"],
  readings: ["nearest"],
  tuning: "software",
});
const output = (): mixwell.OutputOptions => ({
  format: "f32",
  layout: "nchw",
  valueRange: [-1, 1],
  normalize: { mean: [0.5], std: [0.5] },
});
const labels = (): mixwell.LabelOptions => ({
  classes: 4,
  smoothing: 0.1,
  smoothUnmixed: true,
  dense: true,
  sparse: true,
});
const pictures = (): mixwell.HostPictures => ({
  images: new Float32Array(9 * 6 * 8 * 3),
  labels: Uint32Array.from({ length: 9 }, () => 1),
});
const order = (): mixwell.EpochOrderOptions => ({
  seed: 1,
  epoch: 2,
  count: 9,
  shuffle: true,
  batchSize: 4,
  shard: { rank: 0, world: 2 },
  last: "wrap",
  sampler: { weights: [1, 2, 0, 1, 1, 1, 1, 1, 4], repeats: 2, samples: 11 },
  batches: 3,
  pass: 1,
});
const key = () => ({ k0: 1, k1: 2 });

/** A record of what a peer drew may say more than is read. */
const RECORD = ["0"];

const opDoors = Object.keys(ops).map((name) => {
  const [args] = examplesOf(mixwell.imageOps[name as keyof typeof mixwell.imageOps], {
    height: 32,
    width: 32,
    channels: 3,
  });
  return door(`ops.${name}`, (options?: object) =>
    (ops as unknown as Record<string, (options?: object) => unknown>)[name]!(options),
  )(() => [{ ...args, ...image }]);
});

/** The doors of an object whose functions they are. */
const named = (object: string, doors: Door[]): Door[] =>
  doors.map((one) => ({ ...one, name: `${object}.${one.name}` }));

const kerasDoors = named("presets.kerasCv", [
  door("AugMix", kerasCv.AugMix)(() => [{ severity: 0.3, numChains: 3, chainDepth: [1, 3], alpha: 1, quirks: false }]),
  door("AutoContrast", kerasCv.AutoContrast)(() => []),
  door("ChannelShuffle", kerasCv.ChannelShuffle)(() => [{ groups: 3 }]),
  door("CutMix", kerasCv.CutMix)(() => [{ alpha: 1 }]),
  door("Equalization", kerasCv.Equalization)(() => [{ bins: 256, quirks: true }]),
  door("FourierMix", kerasCv.FourierMix)(() => [{ alpha: 0.5, decayPower: 3 }]),
  door("Grayscale", kerasCv.Grayscale)(() => [{ outputChannels: 1 }]),
  door(
    "GridMask",
    kerasCv.GridMask,
  )(() => [{ ratioFactor: [0, 0.5], rotationFactor: 0.15, fillMode: "constant", fillValue: 9 }]),
  door(
    "JitteredResize",
    kerasCv.JitteredResize,
  )(() => [{ targetSize: [6, 8], scaleFactor: [0.75, 1.3], interpolation: "bilinear" }]),
  door("MixUp", kerasCv.MixUp)(() => [{ alpha: 0.2 }]),
  door("Mosaic", kerasCv.Mosaic)(() => [{ offset: [0.25, 0.75] }]),
  door("Posterization", kerasCv.Posterization)(() => [{ bits: 3 }]),
  door(
    "RandAugment",
    kerasCv.RandAugment,
  )(() => [{ augmentationsPerImage: 3, magnitude: 0.5, magnitudeStddev: 0.15, rate: 0.9, geometric: false }]),
  door("RandomAspectRatio", kerasCv.RandomAspectRatio)(() => [{ factor: [0.5, 2], interpolation: "nearest" }]),
  door("RandomApply", kerasCv.RandomApply)(() => [ops.invert(), { rate: 0.5, batchwise: true }]),
  door(
    "RandomAugmentationPipeline",
    kerasCv.RandomAugmentationPipeline,
  )(() => [stages(), { augmentationsPerImage: 2, rate: 0.5 }]),
  door("RandomBrightness", kerasCv.RandomBrightness)(() => [{ factor: 0.2 }]),
  door("RandomChannelShift", kerasCv.RandomChannelShift)(() => [{ factor: [0.1, 0.2] }]),
  door("RandomChoice", kerasCv.RandomChoice)(() => [stages(), { batchwise: true }]),
  door(
    "RandomColorDegeneration",
    kerasCv.RandomColorDegeneration,
  )(() => [{ factor: { normal: [0.3, 0.1], clip: [0, 1] } }]),
  door(
    "RandomColorJitter",
    kerasCv.RandomColorJitter,
  )(() => [{ brightnessFactor: 0.2, contrastFactor: 0.2, saturationFactor: [0.4, 0.6], hueFactor: 0.2 }]),
  door("RandomContrast", kerasCv.RandomContrast)(() => [{ factor: { normal: [0.3, 0.1], clip: [0, 1] } }]),
  door("RandomCrop", kerasCv.RandomCrop)(() => [{ height: 4, width: 4 }]),
  door(
    "RandomCropAndResize",
    kerasCv.RandomCropAndResize,
  )(() => [
    { targetSize: [4, 5], cropAreaFactor: [0.5, 1], aspectRatioFactor: [0.75, 1.33], interpolation: "nearest" },
  ]),
  door(
    "RandomCutout",
    kerasCv.RandomCutout,
  )(() => [{ heightFactor: 0.5, widthFactor: 0.5, fillMode: "constant", fillValue: 9 }]),
  door("RandomFlip", kerasCv.RandomFlip)(() => [{ mode: "horizontal_and_vertical", rate: 0.5 }]),
  door("RandomGaussianBlur", kerasCv.RandomGaussianBlur)(() => [{ kernelSize: [3, 5], factor: 1, quirks: true }]),
  door("RandomHue", kerasCv.RandomHue)(() => [{ factor: 0.3 }]),
  door("RandomJpegQuality", kerasCv.RandomJpegQuality)(() => [{ factor: [0, 100] }]),
  door(
    "RandomRotation",
    kerasCv.RandomRotation,
  )(() => [{ factor: 0.1, fillMode: "constant", fillValue: 9, interpolation: "nearest" }]),
  door("RandomSaturation", kerasCv.RandomSaturation)(() => [{ factor: [0, 1] }]),
  door("RandomSharpness", kerasCv.RandomSharpness)(() => [{ factor: { normal: [0.3, 0.1], clip: [0, 1] } }]),
  door(
    "RandomShear",
    kerasCv.RandomShear,
  )(() => [{ xFactor: 0.2, yFactor: [0.1, 0.1], fillMode: "wrap", fillValue: 9, interpolation: "nearest" }]),
  door(
    "RandomTranslation",
    kerasCv.RandomTranslation,
  )(() => [{ heightFactor: 0.2, widthFactor: [-0.1, 0.3], fillMode: "reflect" }]),
  door(
    "RandomZoom",
    kerasCv.RandomZoom,
  )(() => [{ heightFactor: 0.3, widthFactor: { normal: [0.3, 0.1], clip: [0, 1] }, interpolation: "nearest" }]),
  door("RepeatedAugmentation", kerasCv.RepeatedAugmentation)(() => [stages()]),
  door("Rescaling", kerasCv.Rescaling)(() => [{ scale: 2, offset: -10 }]),
  door(
    "Resizing",
    kerasCv.Resizing,
  )(() => [{ height: 4, width: 5, interpolation: "nearest", cropToAspectRatio: true, padToAspectRatio: false }]),
  door("Solarization", kerasCv.Solarization)(() => [{ additionFactor: 50, thresholdFactor: [100, 200] }]),
]);

const presetDoors = named("presets", [
  door(
    "timmMixup",
    presets.timmMixup,
  )(() => [
    {
      mixupAlpha: 0.8,
      cutmixAlpha: 1,
      cutmixMinmax: [0.2, 0.8],
      prob: 0.9,
      switchProb: 0.5,
      mode: "elem",
      correctLam: true,
      labelSmoothing: 0.1,
      numClasses: 4,
    },
  ]),
  door("torchvisionMixUp", presets.torchvisionMixUp)(() => [{ alpha: 1, numClasses: 4 }]),
  door("torchvisionCutMix", presets.torchvisionCutMix)(() => [{ alpha: 1, numClasses: 4 }]),
  door("kerasCvMixUp", presets.kerasCvMixUp)(() => [{ alpha: 0.2 }]),
  door("kerasCvCutMix", presets.kerasCvCutMix)(() => [{ alpha: 1 }]),
  door("kerasCvFourierMix", presets.kerasCvFourierMix)(() => [{ alpha: 0.5, decayPower: 3 }]),
  door("kerasCvMosaic", presets.kerasCvMosaic)(() => [{ offset: [0.25, 0.75] }]),
  door("keras3MixUp", presets.keras3MixUp)(() => [{ alpha: 0.2 }]),
  door("keras3CutMix", presets.keras3CutMix)(() => [{ factor: [0.2, 1] }]),
  door("dataraxBatchMix", presets.dataraxBatchMix)(() => [{ mode: "cutmix", alpha: 1, streamName: "mine" }]),
  door("kerasIoMixUp", presets.kerasIoMixUp)(() => [{ alpha: 0.2 }]),
  door(
    "fromTimm",
    presets.fromTimm,
  )(() => [
    "--aa rand-m9 --mixup 0.8 --cutmix 1 --reprob 0.25",
    { numClasses: 10, imgSize: 32, mean: [0.5, 0.4, 0.3], std: [0.2, 0.2, 0.2] },
  ]),
  door("timmRandAugment", presets.timmRandAugment)(() => ["rand-m9-mstd0.5-inc1", { ...reading, translatePct: 0.4 }]),
  door("timmAutoAugment", presets.timmAutoAugment)(() => ["v0-mstd0.5", { ...reading, translatePct: 0.4 }]),
  door("timmAugMix", presets.timmAugMix)(() => ["augmix-m3-w3-d2", { ...reading }]),
  door(
    "timmRandomErasing",
    presets.timmRandomErasing,
  )(() => [{ prob: 0.5, mode: "pixel", count: [1, 2], mean: [128], std: [60] }]),
  door(
    "torchvisionRandAugment",
    presets.torchvisionRandAugment,
  )(() => [{ numOps: 2, magnitude: 9, numMagnitudeBins: 31, ...reading }]),
  door(
    "torchvisionTrivialAugmentWide",
    presets.torchvisionTrivialAugmentWide,
  )(() => [{ numMagnitudeBins: 31, ...reading }]),
  door("torchvisionAutoAugment", presets.torchvisionAutoAugment)(() => [{ policy: "svhn", ...reading }]),
  door(
    "torchvisionAugMix",
    presets.torchvisionAugMix,
  )(() => [{ severity: 3, mixtureWidth: 3, chainDepth: 2, alpha: 1, allOps: false, ...reading }]),
  door("torchvisionRandomErasing", presets.torchvisionRandomErasing)(() => [{ p: 0.5, value: [9] }]),
  door("keras3RandAugment", presets.keras3RandAugment)(() => [{ numOps: 2, factor: 0.5, quirks: true }]),
  door("keras3RandomErasing", presets.keras3RandomErasing)(() => [{ fillValue: [9], quirks: true }]),
  door("daliRandAugment", presets.daliRandAugment)(() => [{ n: 2, m: 9, numMagnitudeBins: 31 }]),
  door("daliTrivialAugmentWide", presets.daliTrivialAugmentWide)(() => [{ numMagnitudeBins: 31 }]),
]);

const policyDoors: Door[] = [
  door("mixup", mixwell.mixup)(() => [{ alpha: [0.2, mixwell.linear({ from: 1, to: 2, end: 3 })], ...stage }]),
  door("cutmix", mixwell.cutmix)(() => [{ alpha: 1, box: "keras3", lambda: "beta", ...stage }]),
  door("cutmix", mixwell.cutmix)(() => [{ minmax: [0.2, 0.8] }]),
  door("cutmix", mixwell.cutmix)(() => [{ alphaRange: [0.2, 1] }]),
  door("resizemix", mixwell.resizemix)(() => [{ scale: [0.1, 0.8], interpolation: "nearest", ...stage }]),
  door("mosaic", mixwell.mosaic)(() => [{ grid: [2, 2], center: [0.25, 0.75], ...stage }]),
  door("multimixup", mixwell.multimixup)(() => [{ sources: 3, alpha: 1, ...stage }]),
  door("cutblur", mixwell.cutblur)(() => [{ scale: [0.2, 0.8], factor: 4, prob: 0.5 }]),
  door("gridmix", mixwell.gridmix)(() => [{ alpha: 1, cells: 4, ...stage }]),
  door("smoothmix", mixwell.smoothmix)(() => [{ sigma: [0.25, 0.5], ...stage }]),
  door("fmix", mixwell.fmix)(() => [{ alpha: 1, decay: 3, spectrum: "isotropic", ...stage }]),
  door("maskmix", mixwell.maskmix)(() => [[mixwell.givenMask(new Uint8Array(4), 2, 2)], { ...stage }]),
  door("givenMask", mixwell.givenMask)(() => [new Uint8Array(4), 2, 2]),
  door(
    "oneOf",
    mixwell.oneOf,
  )(() => [[mixwell.mixup(), mixwell.cutmix({ granularity: "batch" })], { weights: [1, 2], ...stage }]),
  door(
    "op",
    mixwell.op,
  )(() => ["gaussianBlur", { sigma: { all: [0.1, 2] }, kernel: [3, 3], randomSign: false, ...image }]),
  door(
    "op",
    mixwell.op,
  )(() => ["translateX", { pixels: { share: [-0.1, 0.1], of: "width", round: "floor" }, fill: [1], ...image }]),
  door(
    "op",
    mixwell.op,
  )(() => ["rotate", { degrees: { normal: [0, 5], clip: [-9, 9] }, interpolation: { choice: ["nearest"] } }]),
  door("op", mixwell.op)(() => ["channelShuffle", { order: { permutation: 3, identity: false } }]),
  ...opDoors,
  door("opAt", mixwell.opAt)(() => ["timm", "ShearX", { ...at, magnitudeStd: 0.5, magnitudeMax: 10, ...image }]),
  door("opAt", mixwell.opAt)(() => ["torchvision", "Rotate", { magnitude: [0, 9], bins: 31 }]),
  door(
    "standardPolicy",
    mixwell.standardPolicy,
  )(() => [{ ...at, table: "keras3", entries: ["Invert"] }].map(onlyKnown) as never),
  door("randAugment", mixwell.randAugment, ["weights"])(() => [
    {
      table: "timm",
      layers: [1, 2],
      rate: 0.5,
      weights: { Invert: 1, Rotate: 2 },
      replace: true,
      magnitude: 9,
      ...image,
    },
  ]),
  door(
    "autoAugment",
    mixwell.autoAugment,
  )(() => [{ policy: "v0", magnitudeStd: 0.5, interpolation: "bilinear", fill: [9], ...image }]),
  door("autoAugmentStages", mixwell.autoAugmentStages)(() => ["imagenet", { interpolation: "bilinear", fill: [9] }]),
  door("trivialAugmentWide", mixwell.trivialAugmentWide)(() => [{ table: "daliWide", bins: 31, fill: [9], ...image }]),
  door("threeAugment", mixwell.threeAugment)(() => [{ ...image }]),
  door("augMix", mixwell.augMix)(() => [stages(), { width: 3, depth: [1, 3], alpha: 1, ...image }]),
  door(
    "augMixPolicy",
    mixwell.augMixPolicy,
  )(() => [{ peer: "timm", severity: 3, allOps: true, interpolation: "bilinear", fill: [9], magnitudeStd: 0.5 }]),
  door("repeatedAugmentation", mixwell.repeatedAugmentation)(() => [stages()]),
  door("sequential", mixwell.sequential)(() => [stages(), { ...image }]),
  door("randomApply", mixwell.randomApply)(() => [ops.invert(), { ...image }]),
  door("randomChoice", mixwell.randomChoice)(() => [stages(), { weights: [1, 2], ...image }]),
  door("randomOrder", mixwell.randomOrder)(() => [stages(), { ...image }]),
  door(
    "randomPipeline",
    mixwell.randomPipeline,
  )(() => [stages(), { augmentationsPerImage: [1, 2], rate: 0.5, weights: [1, 2], replace: false, ...image }]),
  door(
    "randomErasing",
    mixwell.randomErasing,
  )(() => [
    {
      rule: "timm",
      area: [0.1, 0.2],
      aspect: [0.5, 2],
      count: [1, 2],
      mode: "pixel",
      mean: [128],
      std: [60],
      ...image,
    },
  ]),
  door(
    "randomErasing",
    mixwell.randomErasing,
  )(() => [{ rule: "kerascv", sides: { height: 0.5, width: [0.2, 0.5] }, fill: [9] }]),
  door(
    "randomCutout",
    mixwell.randomCutout,
  )(() => [
    { height: 0.5, width: [0.2, 0.5] },
    { count: 2, fill: [9], ...image },
  ]),
  door("randomJigsaw", mixwell.randomJigsaw)(() => [{ grid: [2, 3], ...image }]),
  door(
    "randomCrop",
    mixwell.randomCrop,
  )(() => [{ height: 4, width: 4, padding: 1, edge: "constant", fill: [9], ...image }]),
  door(
    "randomResizedCrop",
    mixwell.randomResizedCrop,
  )(() => [
    {
      height: 4,
      width: 4,
      scale: [0.1, 1],
      ratio: [0.5, 2],
      rule: "torchvision",
      interpolation: ["nearest"],
      antialias: true,
      ...image,
    },
  ]),
  door(
    "jitteredResize",
    mixwell.jitteredResize,
  )(() => [{ height: 4, width: 4, scale: [0.5, 2], interpolation: "nearest", ...image }]),
  door(
    "randomGridMask",
    mixwell.randomGridMask,
  )(() => [{ ratio: 0.5, rotation: [0, 0.1], mode: "pixel", mean: 128, std: 60, ...image }]),
  door(
    "randomAspectRatio",
    mixwell.randomAspectRatio,
  )(() => [{ factor: [0.5, 2], interpolation: "nearest", antialias: true, ...image }]),
  door(
    "randomIouCrop",
    mixwell.randomIouCrop,
  )(() => [{ ...cut, scale: [0.3, 1], ratio: [0.5, 2], overlaps: [0, 0.5, 1], tries: 3, ...image }]),
  door("randomBoxSafeCrop", mixwell.randomBoxSafeCrop)(() => [{ ...cut, erosion: 0.1, scale: [0.3, 1], ...image }]),
  door("randomZoomOut", mixwell.randomZoomOut)(() => [{ ...cut, side: [1, 2], fill: [9], ...image }]),
  door("objectsToDraw", mixwell.objectsToDraw)(() => [{ dataset: { format: "xyxy", boxes: [[[0, 0, 2, 2]]] } }]),
  door("randomPerspective", mixwell.randomPerspective)(() => [{ distortionScale: 0.5, ...reading, ...image }]),
  door(
    "colorJitter",
    mixwell.colorJitter,
  )(() => [{ brightness: 0.5, contrast: [0.5, 2], saturation: 0.5, hue: 0.1, order: "fixed", ...image }]),
  door("linear", mixwell.linear)(() => [{ from: 1, to: 2, start: 0, end: 3, unit: "step" }]),
  door("cosine", mixwell.cosine)(() => [{ from: 1, to: 2, start: 0, end: 3, unit: "step" }]),
  door(
    "piecewise",
    mixwell.piecewise,
  )(() => [
    [
      [0, 1],
      [80, 0],
    ],
    "epoch",
  ]),
  door(
    "callsFromTorchvision",
    mixwell.callsFromTorchvision,
    RECORD,
  )(() => [[{ op: "Rotate", magnitude: 5, interpolation: "nearest", fill: [9] }]]),
  door(
    "callsFromTimm",
    mixwell.callsFromTimm,
    RECORD,
  )(() => [[{ op: "Rotate", args: [5] }], { ...size, interpolation: "bilinear", fill: [9] }]),
  door(
    "callsFromTimm",
    mixwell.callsFromTimm,
    RECORD,
  )(() => [[{ op: "TranslateXRel", args: [0.5] }], { ...size, interpolation: "bilinear", fill: [9] }]),
];

/** Leaves out what is undefined. */
function onlyKnown<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

const planDoors: Door[] = [
  door("samplePlan", mixwell.samplePlan)(() => [{ ...request(), externalSize: 3, from: "dataset" }]),
  door(
    "samplePlan",
    mixwell.samplePlan,
  )(() => [{ ...request(), members: new Set([4, 5, 6, 8]), policy: mixwell.mixup(), from: "dataset" }]),
  door(
    "validatePlan",
    mixwell.validatePlan,
  )(() => [planned(), { batchSize: 3, ...size, datasetSize: 9, externalSize: 3 }]),
  door("lower", mixwell.lower)(() => [planned(), lowering()]),
  door("provenance", mixwell.provenance)(() => [planned(), 0, 1]),
  door("printRecording", mixwell.printRecording, [
    "0",
    "dispatches",
    "uploads",
    "outputs",
    "scratch",
    "constants",
    "buffers",
  ])(() => [mixwell.lower(planned(), lowering())]),
  door(
    "reference",
    mixwell.reference,
  )(() => [
    planned(),
    {
      batch: pictures(),
      dataset: pictures(),
      external: pictures(),
      shape: { ...shape },
      format: "f32",
      layout: "nhwc",
      valueRange: [0, 2],
    },
    { output: output(), labels: labels() },
  ]),
  door("epochOrder", mixwell.epochOrder)(() => [order()]),
  door("epochOrder().at", (position: number) => mixwell.epochOrder(order()).at(position))(() => [1]),
  door("epochOrder().batch", (index: number) => mixwell.epochOrder(order()).batch(index))(() => [1]),
  door("epochOrder().occurrences", (index: number) => mixwell.epochOrder(order()).occurrences(index))(() => [1]),
  door("explain", mixwell.explain)(() => [planned(), 1, { name: () => "a sample" }]),
  door("explainCall", mixwell.explainCall)(() => [{ op: "rotate", degrees: 12 }]),
  door("mixedWeights", mixwell.mixedWeights)(() => [planned(), [1, 2, 3, 4, 5, 6, 7, 8, 9]]),
  door("mixedWeights", mixwell.mixedWeights)(() => [planned(), () => 0.5]),
  door(
    "mixedAccuracy",
    mixwell.mixedAccuracy,
  )(() => [[1, 2], { classes: [1, 0, 2, 3], shares: [0.5, 0.5, 1, 0], sources: 2 }]),
];

const numberDoors: Door[] = [
  door("beta", mixwell.beta)(() => [key(), 1, 0.5, 2]),
  door("foldIn", mixwell.foldIn)(() => [key(), 1]),
  door("hashName", mixwell.hashName)(() => ["name"]),
  door("keyFromSeed", mixwell.keyFromSeed)(() => [1]),
  door("uniform01", mixwell.uniform01)(() => [key(), 1, 2]),
  door("uniformOpen01", mixwell.uniformOpen01)(() => [key(), 1, 2]),
  door("uniformInt", mixwell.uniformInt)(() => [key(), 1, 2, 3]),
  door("floatToHalf", mixwell.floatToHalf)(() => [0.5]),
  door("halfToFloat", mixwell.halfToFloat)(() => [0x3800]),
];

const limits = { maxStorageBufferBindingSize: 2 ** 27, maxBufferSize: 2 ** 28 };

const otherDoors: Door[] = [
  // A device's limits have many names.
  door("capacity", mixwell.capacity, ["0", "limits"])(() => [{ limits: { ...limits } }, { ...shape, count: 100 }]),
  door("labelsFromPaths", mixwell.labelsFromPaths)(() => [["cat/1.png", "dog/2.png"], { classNames: ["cat", "dog"] }]),
];

/** Doors that need no GPU. A function may stand here several times. */
const ownOpDoors: Door[] = [
  door("defineOp", mixwell.defineOp as (definition: object) => unknown, ["args"])(() => [
    {
      name: "fuzzed",
      kind: "mask",
      about: "Fuzzed.",
      args: {
        by: { type: "number", min: 0, max: 1, default: 0.5, identity: 0, unit: "factor", about: "How much." },
        edges: { type: "list", length: 2, isNoRange: true, default: [1, 2], unit: "pixels" },
        side: { type: "choice", values: ["left", "right"], default: "left", unit: "side" },
      },
      wgsl: "struct By { by: f32 }\nfn fuzzed(v: Pixel, args: By) -> Pixel { return v; }\n",
      encode: ({ by }: { by: number }) => ({ by }),
      encodeF32: ({ by }: { by: number }) => ({ by }),
      u8: (v: mixwell.Pixel) => v,
      f32: (v: mixwell.Pixel) => v,
      atMagnitude: (by: number) => ({ by }),
      said: "fuzzed by {by}",
      hidden: () => ({ box: [0, 0, 1, 1] }),
    },
  ]),
  door("defineOp", mixwell.defineOp as (definition: object) => unknown, ["args"])(() => [
    {
      name: "fuzzedWarp",
      kind: "warp",
      args: { by: { type: "number", min: -1, max: 1, identity: 0, unit: "factor" } },
      matrix: () => [1, 0, 0, 0, 1, 0],
      reading: { interpolation: "nearest", edge: "wrap" },
    },
  ]),
];

export const pureDoors: readonly Door[] = [
  ...policyDoors,
  ...ownOpDoors,
  ...presetDoors,
  ...kerasDoors,
  ...planDoors,
  ...numberDoors,
  ...otherDoors,
  ...targetDoors,
];
