/** One step of a stream by itself: read, and ready to be mixed. */
import { MixwellError, SourceError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { checkSignal } from "../source/aborting.ts";
import { type AheadLimits, ReadAhead } from "../source/read-ahead.ts";
import { bytesOf, type Picture } from "../source/store.ts";
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

/**
 * The pictures of the last steps, within a limit: whoever looks at a batch, or asks a model for its mean answer over
 * several draws, reads the same ones again.
 */
export class Recent {
  private readonly pictures = new Map<number, Picture>();
  private bytes = 0;

  constructor(private readonly limits: AheadLimits) {}

  get(id: number): Picture | undefined {
    return this.pictures.get(id);
  }

  keep(id: number, picture: Picture): void {
    this.drop(id);
    this.pictures.set(id, picture);
    this.bytes += bytesOf(picture);
    for (const oldest of this.pictures.keys()) {
      if (this.pictures.size <= this.limits.pictures && this.bytes <= this.limits.bytes) return;
      this.drop(oldest);
    }
  }

  private drop(id: number): void {
    const dropped = this.pictures.get(id);
    if (dropped) this.bytes -= bytesOf(dropped);
    this.pictures.delete(id);
  }
}

const NO_LIMITS = { pictures: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

/** Reads what a step needs. */
export async function readStep(
  engine: Walked,
  source: StepSource & { recent: Recent },
  rows: { ids: number[]; step: StepOptions },
  options: BatchOptions,
): Promise<ReadInput> {
  knownKeys("batch.options", options, ["signal"]);
  const { signal } = options;
  checkSignal("batch.options.signal", signal);
  engine.assertAlive();
  signal?.throwIfAborted();
  const { store, recent } = source;
  const drawn = drawStep(engine.draw.bind(engine), source, rows);
  const reads = new ReadAhead(store, NO_LIMITS);
  const pages = new StreamPages(engine.device, store);
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
    const pictures = new Map<number, Picture>();
    for (const id of drawn.needs) {
      const known = recent.get(id);
      if (known) pictures.set(id, known);
    }
    const missing = drawn.needs.filter((id) => !pictures.has(id));
    reads.want(missing, true);
    await reads.ready(missing);
    engine.assertAlive();
    for (const id of missing) {
      const sample = reads.at(id);
      if (sample instanceof SourceError) throw sample;
      pictures.set(id, sample);
    }
    for (const [id, picture] of pictures) recent.keep(id, picture);
    return { input: inputOf(source, { drawn, at: (id) => pictures.get(id)!, pages }), release };
  } catch (error) {
    release();
    engine.assertAlive();
    throw error;
  }
}
