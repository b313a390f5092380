/** Mixes on the GPU. */
import { type Batch, createEngine, type Dataset, type Engine } from "mixwell";
import type { Backend, Pictures } from "./backend.ts";
import type { Gpu } from "./gpu.ts";

/** Steps that are timed together. */
const TIMED_STEPS = 8;

export function gpuBackend({ device, name }: Gpu, dataset: Dataset): Backend {
  // An engine's options are fixed, and only smoothing matters to one that is given its plans.
  const engines = new Map<number, Promise<Engine>>();
  const engineWith = (smoothing: number): Promise<Engine> => {
    let engine = engines.get(smoothing);
    if (!engine) {
      const labels = dataset.classes > 0 ? { classes: dataset.classes, smoothing } : undefined;
      engine = createEngine(device, { policy: [], output: { format: "u8" }, labels });
      engines.set(smoothing, engine);
    }
    return engine;
  };

  return {
    name,
    facts: dataset,

    async originals(indices) {
      const engine = await engineWith(0);
      return (await read(engine, engine.run({ dataset, indices }))).pictures;
    },

    async mix(plan, smoothing) {
      const engine = await engineWith(smoothing);
      const indices = plan.sources.slice(0, plan.batchSize).map(({ index }) => index);
      const { pictures, labels } = await read(engine, engine.run({ dataset, indices }, { plan }));
      return { ...pictures, labels };
    },

    async timeStep(draw) {
      const engine = await engineWith(0);
      const step = () => {
        const plan = draw();
        engine.run({ dataset, indices: plan.sources.slice(0, plan.batchSize).map(({ index }) => index) }, { plan });
      };
      step();
      await device.queue.onSubmittedWorkDone();
      const start = performance.now();
      for (let i = 0; i < TIMED_STEPS; i++) step();
      await device.queue.onSubmittedWorkDone();
      return (performance.now() - start) / TIMED_STEPS;
    },

    destroy() {
      for (const engine of engines.values()) engine.then((made) => made.destroy()).catch(() => {});
      dataset.destroy();
    },
  };
}

async function read(engine: Engine, batch: Batch): Promise<{ pictures: Pictures; labels?: Float32Array }> {
  const { images, labels } = await engine.read(batch);
  const [count, height, width, channels] = batch.shape;
  return { pictures: { data: images as Uint8Array, count, height, width, channels }, labels };
}
