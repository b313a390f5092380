/**
 * `mixwell/tfjs`: batches as TensorFlow.js tensors over our own buffers, and back. Needs the optional peer dependencies
 * `@tensorflow/tfjs-core`, `@tensorflow/tfjs-layers` and `@tensorflow/tfjs-backend-webgpu` (the umbrella package
 * `@tensorflow/tfjs` brings the first two).
 */

export type { ObjectTensors, TargetTensors } from "./targets.ts";
export { AugmentLayer, type AugmentLayerOptions, augmentLayer } from "./tfjs/augment-layer.ts";
export { flush, shareDevice, tfjsDevice } from "./tfjs/backend.ts";
export type { TfjsBatch, TfjsEpoch, TfjsExamples, TfjsStreamEpoch } from "./tfjs/batch.ts";
export { bufferOf, importTensor, type TfjsBuffer } from "./tfjs/buffers.ts";
export type { TfjsDataset, TfjsDatasetOptions, TfjsIterator } from "./tfjs/dataset.ts";
export { createFeed, type TfjsFeed, type TfjsStep } from "./tfjs/feed.ts";
