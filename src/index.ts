/** Mixwell's public surface: re-exports only. */

export { mixedAccuracy, type SparseLabels } from "./accuracy.ts";
export { lower, printRecording, provenance } from "./checked-plan.ts";
export type { DrawRequest } from "./draw-request.ts";
export { type EpochOrder, type EpochOrderOptions, epochOrder, type LastBatch, type Shard } from "./epoch-order.ts";
export {
  ArgumentError,
  DeviceLostError,
  GpuError,
  InputError,
  MixwellError,
  NoWebGpuError,
  PlanError,
  PolicyError,
  SourceError,
} from "./errors.ts";
export type { Format, LabelOptions, Layout, OutputOptions, PictureShape } from "./format.ts";
export { type Kernel, kernels } from "./generated/layouts.ts";
export { type KernelName, shaders } from "./generated/shaders.ts";
export { type BufferDataset, Dataset, type LoadOptions } from "./gpu/dataset.ts";
export { type Batch, createEngine, type Engine, type EngineOptions, type OutBuffers, type StepOptions } from "./gpu/engine.ts";
export type { Epoch, EpochOptions } from "./gpu/epoch.ts";
export { createOps, type OpFunctions } from "./gpu/functional.ts";
export type { BatchInput, DatasetInput } from "./gpu/inputs.ts";
export { type HostBatch, readBatch } from "./gpu/read.ts";
export { floatToHalf, halfToFloat } from "./half.ts";
export type { LowerOptions } from "./lower.ts";
export { cutblur } from "./ops/cutblur.ts";
export { cutmix } from "./ops/cutmix.ts";
export { fmix } from "./ops/fmix.ts";
export { gridmix } from "./ops/gridmix.ts";
export type { Arg, ImageOp } from "./ops/image-op.ts";
export { imageOps } from "./ops/index.ts";
export { givenMask, maskmix } from "./ops/maskmix.ts";
export { mixup } from "./ops/mixup.ts";
export { mosaic } from "./ops/mosaic.ts";
export { multimixup } from "./ops/multimixup.ts";
export { resizemix } from "./ops/resizemix.ts";
export { smoothmix } from "./ops/smoothmix.ts";
export type * from "./plan.ts";
export { augMix } from "./policy/aug-mix.ts";
export { type AugMixPolicy, augMixPolicy } from "./policy/aug-mix-policy.ts";
export { type AutoAugment, type AutoAugmentPolicy, autoAugment, autoAugmentStages } from "./policy/auto-augment.ts";
export type * from "./policy/image-stage.ts";
export { oneOf } from "./policy/one-of.ts";
export { type OpOptions, op, ops } from "./policy/ops.ts";
export { callsFromTimm, callsFromTorchvision, type TimmOp, type TimmRun, type TorchvisionOp } from "./policy/peer-calls.ts";
export { randomApply, randomChoice, randomOrder, randomPipeline, sequential } from "./policy/pipeline.ts";
export type {
  AugMix,
  CutBlur,
  CutMix,
  FMix,
  GridMix,
  MaskMix,
  Mixer,
  MixStage,
  MixUp,
  Mosaic,
  MultiMixUp,
  OneOf,
  Policy,
  PolicyStage,
  RepeatedAugmentation,
  ResizeMix,
  SmoothMix,
} from "./policy/policy.ts";
export { presets } from "./policy/presets.ts";
export {
  type AtOptions,
  opAt,
  type RandAugment,
  randAugment,
  type StandardPolicy,
  standardPolicy,
} from "./policy/rand-augment/rand-augment.ts";
export { magnitudeTables, type TableName } from "./policy/rand-augment/tables.ts";
export {
  type ColorJitter,
  colorJitter,
  jitteredResize,
  randomCrop,
  randomCutout,
  randomErasing,
  randomGridMask,
  randomJigsaw,
  randomResizedCrop,
} from "./policy/random-stages.ts";
export type { ArgDraw } from "./policy/ranges.ts";
export { repeatedAugmentation } from "./policy/repeated-augmentation.ts";
export { cosine, linear, piecewise, type Scalar, type Schedule, type Time } from "./policy/schedule.ts";
export { threeAugment } from "./policy/three-augment.ts";
export { trivialAugmentWide } from "./policy/trivial-augment.ts";
export type { Provenance } from "./provenance.ts";
export { beta, foldIn, hashName, uniform01, uniformInt, uniformOpen01 } from "./random/checked.ts";
export { type Key, keyFromSeed } from "./random/key.ts";
export type { Recording } from "./recording.ts";
export { type HostPictures, type HostSources, type ReferenceBatch, type ReferenceOptions, reference } from "./reference.ts";
export { samplePlan } from "./sample.ts";
export { CIFAR10_CLASSES, CIFAR100_CLASSES, FASHION_MNIST_CLASSES } from "./source/class-names.ts";
export type { FileInput, HostImages, LoadProgress } from "./source/host-images.ts";
export { labelsFromPaths } from "./source/images.ts";
export { validatePlan } from "./validate-plan.ts";
