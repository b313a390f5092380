/** What the tests of streams share: a store that writes down what is asked of it, and batches as values. */
import {
  type Batch,
  createEngine,
  Dataset,
  type Engine,
  type EngineOptions,
  type EpochOptions,
  type PictureStore,
  Stream,
  type StreamOptions,
} from "mixwell";
import { getDevice } from "./device.ts";
import { syntheticDataset } from "./help.ts";

export const SHAPE = { height: 6, width: 5, channels: 3 };
export const SIZE = 6 * 5 * 3;
export const COUNT = 60;

/** What is asked of a store, in order. */
export interface Asked {
  reads: number[][];
  signals: AbortSignal[];
}

interface Made {
  images: Uint8Array;
  labels: Uint32Array;
  fields: { name: string[] };
}

/** A store over pictures in memory. Each read takes a while. */
export function storeOf({ images, labels, fields }: Made, more: Partial<PictureStore> = {}): PictureStore & Asked {
  const asked: Asked = { reads: [], signals: [] };
  return {
    ...SHAPE,
    count: labels.length,
    labels,
    classes: 6,
    fields,
    async read(ids, { signal }) {
      asked.reads.push([...ids]);
      asked.signals.push(signal);
      await new Promise((resolve) => setTimeout(resolve));
      const read = new Uint8Array(ids.length * SIZE);
      ids.forEach((id, i) => {
        read.set(images.subarray(id * SIZE, (id + 1) * SIZE), i * SIZE);
      });
      return { images: read };
    },
    ...more,
    ...asked,
  };
}

export async function setUp(options: EngineOptions, more: Partial<PictureStore> = {}, streaming?: StreamOptions) {
  const device = await getDevice();
  const engine = await createEngine(device, options);
  const { dataset, images, labels } = await syntheticDataset(device, { ...SHAPE, count: COUNT, classes: 6 });
  const fields = { name: Array.from({ length: COUNT }, (_, i) => `picture ${i}`) };
  const store = storeOf({ images, labels, fields }, more);
  const done = () => {
    engine.destroy();
    dataset.destroy();
  };
  return { device, engine, dataset, store, stream: Stream.from(store, streaming), images, labels, fields, done };
}

export type Samples = Dataset | Stream;

/** All that a batch is, in order: ids, plan, fields and every byte. */
export async function batchesOf(engine: Engine, samples: Samples, options: EpochOptions) {
  const found: Awaited<ReturnType<typeof allOf>>[] = [];
  const epoch = samples instanceof Dataset ? engine.epoch(samples, options) : engine.epoch(samples, options);
  for await (const batch of epoch) found.push(await allOf(engine, batch));
  return found;
}

export async function allOf(engine: Engine, batch: Batch) {
  const { images, labels } = await engine.read(batch);
  const { ids, plan, fields, shape } = batch;
  return { ids, plan, fields, shape, images: images.join(), labels: labels?.join() };
}
