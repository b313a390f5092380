/** Mixwell's public surface: re-exports only. */

export { mixedAccuracy, type SparseLabels } from "./accuracy.ts";
export type { ShapeOrChannels } from "./analysis/check-pictures.ts";
export type { Places } from "./analysis/places.ts";
export type { Provenance } from "./analysis/provenance.ts";
export { type PlanShape, validatePlan } from "./analysis/validate.ts";
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
} from "./check/errors.ts";
export { explain, explainCall, lower, mixedWeights, printRecording, provenance } from "./checked-plan.ts";
export type {
  AllDraw,
  ArgDraw,
  ChoiceDraw,
  DrawOf,
  EntriesDraw,
  ListDraw,
  NormalDraw,
  NumberDraw,
  PermutationDraw,
  Rounding,
  ShareDraw,
  Side,
} from "./draw/arg-draw.ts";
export type { DrawnOp, OpDraws, OpSign } from "./draw/op-draws.ts";
export type { Scalar, Schedule, Time, TimeUnit } from "./draw/schedule.ts";
export { cosine, linear, piecewise, type Ramp } from "./draw/schedules.ts";
export type { Format, LabelOptions, Layout, OutputOptions, PictureShape, Precision, Size } from "./format/format.ts";
export { floatToHalf, halfToFloat } from "./format/half.ts";
export type { Binding, Kernel, KernelName, Override, Switch } from "./generated/kernels.ts";
export type { OpShader } from "./generated/op-shaders.ts";
export type { Batch, OutBuffers, OutName, OutType, StepOptions } from "./gpu/batch.ts";
export { type Capacity, type CapacityOptions, capacity } from "./gpu/capacity.ts";
export {
  type ArraysLoad,
  type BufferDataset,
  type CifarLoad,
  Dataset,
  type ImagesLoad,
} from "./gpu/dataset.ts";
export { createEngine, type Engine, type EngineInput } from "./gpu/engine.ts";
export type { Epoch, EpochOptions, EpochSampler, StreamEpoch } from "./gpu/epoch-options.ts";
export { liveFrames } from "./gpu/frames/live-frames.ts";
export type { FrameOptions } from "./gpu/frames/pictures.ts";
export type { FrameReader, FramesInput } from "./gpu/frames/reader.ts";
export type { FrameSource } from "./gpu/frames/source.ts";
export { createOps, type OpFunctions, type OpsOptions, type OwnFunctions } from "./gpu/functional.ts";
export type { BatchInput, DatasetInput } from "./gpu/inputs.ts";
export type { LoadOptions } from "./gpu/loaded.ts";
export type { DrawingCanvas } from "./gpu/look/canvas.ts";
export { type Drawing, type DrawnTile, type DrawOptions, drawBatch } from "./gpu/look/draw-batch.ts";
export { type ImageDataOptions, toImageData } from "./gpu/look/image-data.ts";
export type { EngineOptions } from "./gpu/options.ts";
export type { PageLimits } from "./gpu/pages.ts";
export type { WarmProgress } from "./gpu/pipelines.ts";
export { type HostBatch, type HostTarget, readBatch } from "./gpu/read.ts";
export {
  createRestorer,
  type Restored,
  type RestoreOptions,
  type Restorer,
  type ViewPlanes,
} from "./gpu/restore.ts";
export { Stream, type StreamOptions } from "./gpu/stream.ts";
export type { BatchOptions } from "./gpu/stream-batch.ts";
export type { Streamed } from "./gpu/streamed.ts";
export { type ImageTargetOptions, imageTarget } from "./gpu/targets/image-target.ts";
export { type MapTargetOptions, mapTarget } from "./gpu/targets/map-target.ts";
export { type ObjectTargetOptions, objectTarget } from "./gpu/targets/object-target.ts";
export type { EngineTarget } from "./gpu/targets/target.ts";
export type {
  BatchTarget,
  CompanionData,
  ImageBuffer,
  ImageOutput,
  MapBuffer,
  MapData,
  MapOutput,
  ObjectData,
  ObjectOutput,
  PaddedObjects,
  SoftMapOutput,
  TargetData,
  TargetOutput,
} from "./gpu/targets/types.ts";
export type { Sample, Split, SplitOptions } from "./gpu/view.ts";
export type { WarmInput, WarmOptions } from "./gpu/warm.ts";
export type { BlockSlots } from "./lower/chunks.ts";
export type { LowerOptions, Tuning } from "./lower/lowering.ts";
export type {
  BlockName,
  BufferName,
  Dispatch,
  InputName,
  OutputName,
  Recording,
  ScratchName,
  Upload,
} from "./lower/recording.ts";
export type { AugMix } from "./mixers/aug-mix.ts";
export { augMix } from "./mixers/aug-mix.ts";
export type { CutBlur } from "./mixers/cutblur.ts";
export { cutblur } from "./mixers/cutblur.ts";
export type { CutMix } from "./mixers/cutmix.ts";
export { cutmix } from "./mixers/cutmix.ts";
export type { BoxRule } from "./mixers/cutmix-box.ts";
export type { FMix } from "./mixers/fmix.ts";
export { fmix } from "./mixers/fmix.ts";
export type { GridMix } from "./mixers/gridmix.ts";
export { gridmix } from "./mixers/gridmix.ts";
export type { MaskMix } from "./mixers/maskmix.ts";
export { givenMask, maskmix } from "./mixers/maskmix.ts";
export type { MixStage } from "./mixers/mix-stage.ts";
export type { Mixer, Mixers, SelfMixer, SelfMixers } from "./mixers/mixer.ts";
export type { MixUp } from "./mixers/mixup.ts";
export { mixup } from "./mixers/mixup.ts";
export type { Mosaic } from "./mixers/mosaic.ts";
export { mosaic } from "./mixers/mosaic.ts";
export type { MultiMixUp } from "./mixers/multimixup.ts";
export { multimixup } from "./mixers/multimixup.ts";
export { type OneOf, oneOf } from "./mixers/one-of.ts";
export type { ResizeMix } from "./mixers/resizemix.ts";
export { resizemix } from "./mixers/resizemix.ts";
export type { SmoothMix } from "./mixers/smoothmix.ts";
export { smoothmix } from "./mixers/smoothmix.ts";
export { imageOps, type OpArgs, type OpName } from "./ops/index.ts";
export { keyArg as noiseKey } from "./ops/lib/box-fill.ts";
export type {
  Arg,
  Args,
  At,
  ColorOp,
  Edge,
  EncodeContext,
  Fetch,
  Hidden,
  Histogram,
  ImageOp,
  Interpolation,
  Laws,
  MatrixOp,
  MovedTile,
  Peer,
  Pixel,
  PixelBox,
  Place,
  PlacedOp,
  Read,
  Reading,
  Stats,
  Stencil,
  StencilOp,
  Tile,
  TileOp,
  ToneOp,
  Warp,
  WarpOp,
} from "./ops/op.ts";
export type { OwnOpCall, OwnOpName } from "./ops/own.ts";
export { defineOp } from "./own-ops/define-op.ts";
export type {
  OwnArg,
  OwnCallArgs,
  OwnDefinition,
  OwnKind,
  OwnOp,
} from "./own-ops/definition.ts";
export * as opMath from "./own-ops/op-math.ts";
export { type AugMixPolicy, augMixPolicy } from "./peers/aug-mix-policy.ts";
export { type AutoAugment, type AutoAugmentPolicy, autoAugment, autoAugmentStages } from "./peers/auto-augment.ts";
export type { TimmModelConfig, TimmRecipe } from "./peers/from-timm.ts";
export type { Factor as KerasCvFactor, Reading as KerasCvReading } from "./peers/kerascv-layers.ts";
export {
  callsFromTimm,
  callsFromTorchvision,
  type TimmOp,
  type TimmRun,
  type TorchvisionOp,
} from "./peers/peer-calls.ts";
export type { ImagePreset, TorchvisionReading } from "./peers/policy-presets.ts";
export type { Preset } from "./peers/preset.ts";
export { type DataraxBatchMix, presets, type TorchvisionMix } from "./peers/presets.ts";
export {
  type RandAugment,
  randAugment,
  type StandardPolicy,
  standardPolicy,
} from "./peers/rand-augment.ts";
export { threeAugment } from "./peers/three-augment.ts";
export type { TimmReading } from "./peers/timm-config.ts";
export type { TimmMixup } from "./peers/timm-mixup.ts";
export { trivialAugmentWide } from "./peers/trivial-augment.ts";
export type { ClipNoise } from "./plan/clips.ts";
export type { OwnSizes, SizePairs } from "./plan/own-sizes.ts";
export type * from "./plan/plan.ts";
export type { Policy, PolicyStage } from "./policy/policy.ts";
export type { RepeatedAugmentation } from "./policy/repeated-augmentation.ts";
export { repeatedAugmentation } from "./policy/repeated-augmentation.ts";
export { beta, foldIn, hashName, uniform01, uniformInt, uniformOpen01 } from "./random/checked.ts";
export { type Key, keyFromSeed } from "./random/key.ts";
export type { HostPictures, HostSources, ReferenceOptions } from "./reference/host-sources.ts";
export { type ReferenceBatch, reference } from "./reference/reference.ts";
export {
  type EpochOrder,
  type EpochOrderOptions,
  epochOrder,
  type LastBatch,
  type Shard,
} from "./sample/epoch-order.ts";
export type { Members } from "./sample/members.ts";
export type { ObjectsToDraw } from "./sample/objects-to-draw.ts";
export type { DrawRequest } from "./sample/request.ts";
export { samplePlan } from "./sample/sample.ts";
export type { OrderSampler } from "./sample/sampler.ts";
export type { NestedNumbers } from "./source/arrays.ts";
export type { RangeInput } from "./source/byte-source.ts";
export type { CifarOptions } from "./source/cifar.ts";
export { type ClassFolderOptions, type ClassFolders, labelsFromPaths } from "./source/class-folders.ts";
export type { FileHandle } from "./source/file-handle.ts";
export { type FileTargets, fileTargets } from "./source/file-targets.ts";
export { type FolderInput, type FolderOptions, filesIn, picturesIn } from "./source/folder.ts";
export type { FileInput, HostImages, HostTargetData, LoadProgress, SkippedImage } from "./source/host-images.ts";
export type { IdxOptions } from "./source/idx.ts";
export type { DecodeOptions } from "./source/images.ts";
export { CIFAR10_CLASSES, CIFAR100_CLASSES, FASHION_MNIST_CLASSES } from "./source/known-classes.ts";
export type { LabelInput, LabelRowsInput } from "./source/labels.ts";
export type { PairedFile, PairedFiles } from "./source/paired-files.ts";
export type { Decode, ImageInput, RawPixels } from "./source/picture.ts";
export type { PictureStoreOptions } from "./source/picture-store.ts";
export type { AheadLimits } from "./source/read-ahead.ts";
export type { Fit } from "./source/resize.ts";
export type { Bytes, PictureStore, ReadContext, ReadPictures } from "./source/store.ts";
export type { ReadTarget, StoreImage, StoreMap, StoreObjects, StoreTarget } from "./source/store-targets.ts";
export type { TarOptions } from "./source/tar-store.ts";
export type { FileObjects, FileTarget, MapFile, ObjectFile } from "./source/target-files.ts";
export { type ColorJitter, colorJitter } from "./stages/color-jitter.ts";
export type { AnyOpStage, OpOptions, OpStage, OwnOpStage } from "./stages/op.ts";
export { type AtOptions, type OpAt, opAt } from "./stages/op-at.ts";
export { op } from "./stages/op-by-name.ts";
export * as ops from "./stages/ops.ts";
export {
  type GroupStage,
  randomApply,
  randomChoice,
  randomOrder,
  randomPipeline,
  sequential,
} from "./stages/pipeline.ts";
export type { RandomApply } from "./stages/random-apply.ts";
export { type RandomAspectRatio, randomAspectRatio } from "./stages/random-aspect-ratio.ts";
export { type RandomBoxSafeCrop, randomBoxSafeCrop } from "./stages/random-box-safe-crop.ts";
export type { RandomChoice } from "./stages/random-choice.ts";
export { type RandomCrop, randomCrop } from "./stages/random-crop.ts";
export { type ErasingRule, type RandomErasing, randomCutout, randomErasing } from "./stages/random-erasing.ts";
export { type RandomGridMask, randomGridMask } from "./stages/random-grid-mask.ts";
export { type RandomIouCrop, randomIouCrop } from "./stages/random-iou-crop.ts";
export { randomJigsaw } from "./stages/random-jigsaw.ts";
export type { RandomOrder } from "./stages/random-order.ts";
export { type RandomPerspective, randomPerspective } from "./stages/random-perspective.ts";
export type { RandomPipeline } from "./stages/random-pipeline.ts";
export {
  type CropRule,
  jitteredResize,
  type RandomResizedCrop,
  randomResizedCrop,
} from "./stages/random-resized-crop.ts";
export { type RandomZoomOut, randomZoomOut } from "./stages/random-zoom-out.ts";
export type { Sequential } from "./stages/sequential.ts";
export type { ImageGranularity, ImageOptions, ImageStage, ImageStages } from "./stages/stage.ts";
export { magnitudeTables, type TableName } from "./tables/index.ts";
export type { Entry, LevelEntry, MagnitudeTable, Spread, SpreadEntry } from "./tables/table.ts";
export { type Backwards, backwards } from "./targets/backwards.ts";
export type { Boxes } from "./targets/boxes.ts";
export { clampBoxes, convertBoxes } from "./targets/convert-boxes.ts";
export type { PlaceAt } from "./targets/field.ts";
export type { Thresholds } from "./targets/filter.ts";
export type { BoxForm, BoxFormat } from "./targets/formats.ts";
export { type Geometry, geometryOf, type PointList } from "./targets/geometry.ts";
export type { IdArray } from "./targets/ids.ts";
export type { HiddenPoints, OutsidePoints } from "./targets/keypoints.ts";
export type { Matrix } from "./targets/matrix.ts";
export type { Copies, FieldMove, HideMove, Move, TilesMove, WarpMove } from "./targets/moves.ts";
export type { Field, Keypoints, ObjectSet, Polygons } from "./targets/objects.ts";
export type { OutlineKind } from "./targets/outline.ts";
export type { PolygonTable } from "./targets/polygons.ts";
export { type BoxTable, sanitizeBoxes } from "./targets/sanitize.ts";
export type { HiddenParts } from "./targets/seen.ts";
export type { ObjectBatch } from "./targets/table.ts";
export { type ImageRule, type MaskRule, type TargetRule, targetPlan } from "./targets/target-plan.ts";
export { objectsToDraw } from "./targets/to-draw.ts";
export { type ObjectOptions, type ObjectSources, transformObjects } from "./targets/transform.ts";
export { shaders } from "./wgsl/complete.ts";
export { kernels } from "./wgsl/kernels.ts";
