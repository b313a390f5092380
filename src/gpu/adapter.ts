/** The door for adapters: all that `src/interop` may know of `src/gpu`. Re-exports only. */

export {
  type Batch,
  checkBatch,
  type OutBuffers,
  type OutName,
  type OutType,
  STEP_KEYS,
  type StepOptions,
} from "./batch.ts";
export { isBuffer } from "./check.ts";
export type { Dataset } from "./dataset.ts";
export { Engine, type EngineInput } from "./engine.ts";
export { epochOf } from "./epoch.ts";
export { EPOCH_KEYS, type Epoch, type EpochOptions, type StreamEpoch } from "./epoch-options.ts";
export type { BatchInput, DatasetInput } from "./inputs.ts";
export { assertLiving, knownLoss, lossOf, onLoss } from "./loss.ts";
export { checkEngineOptions, type EngineOptions } from "./options.ts";
export type { StreamRead } from "./stream-batch.ts";
export { isStreamed, STREAM, type Streamed } from "./streamed.ts";
export type { TargetOutput } from "./targets/types.ts";
