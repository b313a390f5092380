/**
 * A few pictures of a batch as an arm trained on it: their draws have an address, so they can be made again beside the
 * training.
 */
import { epochOrder, type Plan, samplePlan } from "mixwell";
import type { Arm, RunSettings } from "../../training/types.ts";

/** Pictures that are shown of a batch. */
export const SHOWN = 8;

/** Only the pictures that are needed, and a plan that names them by their place among these. */
export interface BatchLook {
  plan: Plan;
  images: Uint8Array<ArrayBuffer>;
  /** As they are trained on, wrong ones included. */
  labels: Uint32Array<ArrayBuffer>;
}

/**
 * @param labels of the training pictures, after noise
 * @param address of the step, both from 0
 */
export function lookAt(
  { data, seed, batchSize: wanted }: RunSettings,
  labels: Uint32Array,
  { policy }: Arm,
  { epoch, step }: { epoch: number; step: number },
): BatchLook {
  const { train, height, width, channels } = data;
  const batchSize = Math.min(wanted, train.count);
  const order = epochOrder({ seed, epoch, count: train.count, batchSize, last: "wrap" });
  // Partners come from the whole dataset, and draws go by the sample: eight of a batch are drawn as they are within it.
  const batch = step % order.length;
  const ids = order.batch(batch).slice(0, SHOWN);
  const occurrences = order.occurrences(batch).slice(0, SHOWN);
  const drawn = { policy, seed, epoch, step, ids, occurrences };
  const plan = samplePlan({ ...drawn, from: "dataset", datasetSize: train.count, height, width });
  const used = [...new Set(plan.sources.map(({ index }) => index))];
  const placeOf = new Map(used.map((index, place) => [index, place]));
  const size = height * width * channels;
  const images = new Uint8Array(used.length * size);
  used.forEach((index, place) => {
    images.set(train.images.subarray(index * size, (index + 1) * size), place * size);
  });
  const sources = plan.sources.map((source) => ({ ...source, index: placeOf.get(source.index)! }));
  return { plan: { ...plan, sources }, images, labels: Uint32Array.from(used, (index) => labels[index]!) };
}
