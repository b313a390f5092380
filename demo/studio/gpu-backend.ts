/** Mixes on the GPU. */
import {
  type Batch,
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  mixup,
  oneOf,
  ops,
  type Plan,
  type Policy,
  type Stream,
  type WarmProgress,
} from "mixwell";
import { cropOf } from "../policy.ts";
import type { DatasetFacts } from "../sources/source.ts";
import type { Backend, Pictures } from "./backend.ts";
import type { Gpu } from "./gpu.ts";
import { sourceAt, unmixedPlan, wholeIn } from "./unmixed.ts";

/** Steps that are timed together. */
const TIMED_STEPS = 8;
/** What plans without image ops are drawn from: its kernels mix in either way, or leave pictures as they are. */
const MIXING: Policy = oneOf([mixup(), cutmix()]);
/** Engines kept for the policies that were shown last. */
const MAX_ENGINES = 4;

/**
 * @param onCompiled told how many of an engine's kernels are compiled, before its first batch
 * @param side what pictures that keep their sizes are brought to
 */
export function gpuBackend(
  { device, name }: Gpu,
  dataset: Dataset | Stream,
  onCompiled: (progress: WarmProgress) => void,
  side: number,
): Backend {
  const facts = factsOf(dataset, side);
  // In a list of their own, since an engine's kernels are made for pictures of its dataset.
  const mixing: Policy = facts.sizes ? [ops.resize(wholeIn(facts)), ...cropOf(facts), MIXING].flat() : MIXING;

  // An engine's options are fixed. One that is given its plans draws nothing, but it makes its kernels for its policy's
  // ops.
  const engines = new Map<string, Promise<Engine>>();
  const engineWith = (smoothing: number, policy = mixing): Promise<Engine> => {
    const key = JSON.stringify([smoothing, policy]);
    let engine = engines.get(key);
    if (!engine) {
      const labels = dataset.classes > 0 ? { classes: dataset.classes, smoothing } : undefined;
      engine = createEngine(device, {
        policy,
        output: { format: "u8" },
        labels,
        warm: dataset,
        onProgress: onCompiled,
      });
      engines.set(key, engine);
      // Whoever wants it next tries again.
      engine.catch(() => engines.delete(key));
      for (const old of [...engines.keys()].slice(0, -MAX_ENGINES)) dismiss(old);
    }
    return engine;
  };

  const dismiss = (key: string): void => {
    engines
      .get(key)
      ?.then((made) => made.destroy())
      .catch(() => {});
    engines.delete(key);
  };

  const timed = async (pictures: Dataset, draw: () => Plan): Promise<number> => {
    const engine = await engineWith(0);
    const step = () => {
      const plan = draw();
      const indices = plan.sources.slice(0, plan.batchSize).map(({ index }) => index);
      engine.run({ dataset: pictures, indices }, { plan });
    };
    step();
    await device.queue.onSubmittedWorkDone();
    const start = performance.now();
    for (let i = 0; i < TIMED_STEPS; i++) step();
    await device.queue.onSubmittedWorkDone();
    return (performance.now() - start) / TIMED_STEPS;
  };

  /** The samples of a plan, as it says; those of a stream are read first. */
  const run = (engine: Engine, indices: readonly number[], plan: Plan): Batch | Promise<Batch> =>
    dataset instanceof Dataset ? engine.run({ dataset, indices }, { plan }) : dataset.batch(engine, indices, { plan });

  return {
    name,
    facts,

    async originals(indices) {
      const engine = await engineWith(0);
      const { height, width } = facts;
      const plan = unmixedPlan(
        { seed: 0, epoch: 0, height, width },
        indices.map((index) => sourceAt(facts, index)),
      );
      return (await read(engine, await run(engine, indices, plan))).pictures;
    },

    async mix(plan, smoothing, policy) {
      const engine = await engineWith(smoothing, policy);
      const indices = plan.sources.slice(0, plan.batchSize).map(({ index }) => index);
      const { pictures, labels } = await read(engine, await run(engine, indices, plan));
      return { ...pictures, labels };
    },

    // Of a stream it would be the time that files take.
    timeStep: dataset instanceof Dataset ? (draw) => timed(dataset, draw) : undefined,

    destroy() {
      for (const key of [...engines.keys()]) dismiss(key);
      if (dataset instanceof Dataset) dataset.destroy();
    },
  };
}

/** What the page sees of pictures that keep their sizes is of one. */
function factsOf(dataset: Dataset | Stream, side: number): DatasetFacts {
  const { count, height, width, channels, classes, classNames, labels } = dataset;
  const known = { count, channels, classes, classNames, labels };
  if (dataset instanceof Dataset && dataset.sizes) return { ...known, height: side, width: side, sizes: dataset.sizes };
  if (height === undefined || width === undefined) throw new TypeError("a stream of pictures of different size");
  return { ...known, height, width };
}

async function read(engine: Engine, batch: Batch): Promise<{ pictures: Pictures; labels?: Float32Array }> {
  const { images, labels } = await engine.read(batch);
  const [count, height, width, channels] = batch.shape;
  return { pictures: { data: images as Uint8Array, count, height, width, channels }, labels };
}
