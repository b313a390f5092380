/** One step of a stream by itself: read, and ready to be mixed. */
import { MixwellError, SourceError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { checkSignal } from "../source/aborting.ts";
import { ReadAhead } from "../source/read-ahead.ts";
import type { Picture } from "../source/store.ts";
import type { StepOptions } from "./batch.ts";
import type { Walked } from "./epoch-options.ts";
import type { DatasetInput } from "./inputs.ts";
import { onLoss } from "./loss.ts";
import { StreamPages } from "./stream-pages.ts";
import { drawStep, inputOf, type StepSource } from "./stream-step.ts";

export interface BatchOptions {
  /** Ends the reading. */
  signal?: AbortSignal;
}

/** A step that was read: `engine.run(input, step)` runs it once, and then it is released. */
interface ReadInput {
  input: DatasetInput;
  release(): void;
}

/** What an adapter asks of a stream that waits for its batches itself. */
export interface StreamRead {
  read(engine: Walked, indices: ArrayLike<number>, step: StepOptions, options: BatchOptions): Promise<ReadInput>;
}

const NO_LIMITS = { pictures: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

/** Reads what a step needs. */
export async function readStep(
  engine: Walked,
  source: StepSource,
  rows: { ids: number[]; step: StepOptions },
  options: BatchOptions,
): Promise<ReadInput> {
  knownKeys("batch.options", options, ["signal"]);
  const { signal } = options;
  checkSignal("batch.options.signal", signal);
  engine.assertAlive();
  signal?.throwIfAborted();
  const { store } = source;
  const drawn = drawStep(engine.draw.bind(engine), source, rows);
  const reads = new ReadAhead(store, NO_LIMITS);
  const pages = new StreamPages(engine.device, store.height * store.width * store.channels);
  const unlisten = onLoss(engine.device, (loss) => reads.end(loss));
  const end = () => reads.end(new MixwellError("the engine was destroyed"));
  const abort = () => reads.end(signal!.reason as Error);
  engine.walks.ends.add(end);
  signal?.addEventListener("abort", abort);
  const release = () => {
    unlisten();
    engine.walks.ends.delete(end);
    signal?.removeEventListener("abort", abort);
    reads.end(new MixwellError("this batch is over"));
    pages.destroy();
  };
  try {
    reads.want(drawn.needs, true);
    await reads.ready(drawn.needs);
    engine.assertAlive();
    const at = (id: number) => {
      const sample = reads.at(id);
      if (sample instanceof SourceError) throw sample;
      return sample as Picture;
    };
    for (const id of drawn.needs) at(id);
    return { input: inputOf(source, { drawn, at, pages }), release };
  } catch (error) {
    release();
    engine.assertAlive();
    throw error;
  }
}
