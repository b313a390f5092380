/**
 * `mixwell/ort`: batches as ONNX Runtime Web tensors over our own buffers. Needs the optional peer dependency
 * `onnxruntime-web`, and its entry `onnxruntime-web/webgpu`: the default entry ignores the device it is given.
 */

export {
  createFeed,
  type OrtFeed,
  type OrtFeedOptions,
  type OrtRun,
  type OrtStep,
  type StreamInput,
} from "./ort/feed.ts";
export { inTurn } from "./ort/in-turn.ts";
export { executionProvider, sessionOptions } from "./ort/session.ts";
export { bufferOf, importTensor, type OrtBuffer, toTensor } from "./ort/tensor.ts";
