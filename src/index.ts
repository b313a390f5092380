/** Mixwell's public surface: re-exports only. */

export { mixedAccuracy, type SparseLabels } from "./accuracy.ts";
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
export { type Batch, createEngine, type Engine, type EngineOptions, type StepOptions } from "./gpu/engine.ts";
export type { Epoch, EpochOptions } from "./gpu/epoch.ts";
export type { BatchInput, DatasetInput } from "./gpu/inputs.ts";
export { type HostBatch, readBatch } from "./gpu/read.ts";
export { floatToHalf, halfToFloat } from "./half.ts";
export { type LowerOptions, lower } from "./lower.ts";
export { cutmix } from "./ops/cutmix.ts";
export { mixup } from "./ops/mixup.ts";
export type * from "./plan.ts";
export { oneOf } from "./policy/one-of.ts";
export type { CutMix, Mixer, MixStage, MixUp, OneOf, Policy } from "./policy/policy.ts";
export { presets } from "./policy/presets.ts";
export { cosine, linear, piecewise, type Scalar, type Schedule, type Time } from "./policy/schedule.ts";
export { type Provenance, provenance } from "./provenance.ts";
export { beta } from "./random/beta.ts";
export { foldIn, hashName, type Key, keyFromSeed } from "./random/key.ts";
export { uniform01, uniformInt, uniformOpen01 } from "./random/uniform.ts";
export { printRecording, type Recording } from "./recording.ts";
export { type HostPictures, type HostSources, type ReferenceBatch, type ReferenceOptions, reference } from "./reference.ts";
export { samplePlan } from "./sample.ts";
export { CIFAR10_CLASSES, CIFAR100_CLASSES, FASHION_MNIST_CLASSES } from "./source/class-names.ts";
export type { FileInput, HostImages, LoadProgress } from "./source/host-images.ts";
export { labelsFromPaths } from "./source/images.ts";
export { validatePlan } from "./validate-plan.ts";
