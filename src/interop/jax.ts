/** `mixwell/jax`: batches as jax-js arrays, written in place. Needs the optional peer dependency `@jax-js/jax`. */

export { bufferOf, type JaxBuffer } from "./jax/buffer.ts";
export { jaxDevice, shareDevice } from "./jax/device.ts";
export {
  createFeed,
  type JaxBatch,
  type JaxEpoch,
  type JaxFeed,
  type JaxStep,
  type JaxStreamEpoch,
} from "./jax/feed.ts";
export type { ObjectTensors, TargetTensors } from "./targets.ts";
