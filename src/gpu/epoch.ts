/** One pass over a dataset, batch by batch, with look-ahead. */
import { InputError } from "../check/errors.ts";
import { Dataset } from "./dataset.ts";
import {
  type Epoch,
  type EpochLane,
  type EpochOptions,
  openEpoch,
  type StreamEpoch,
  type Walked,
} from "./epoch-options.ts";
import { isStreamed, STREAM, type Streamed } from "./streamed.ts";

/** How an epoch gets a place to write to. It takes the number of batches that exist side by side. */
export type OpenLane<B> = (sets: number) => EpochLane<B>;

/** What a stream has for the engine and the adapters. */
export interface StreamDoor {
  epoch<B>(engine: Walked, options: EpochOptions, openLane: OpenLane<B>): StreamEpoch<B>;
}

/** See `Engine.epoch`. */
export function epochOf<B>(engine: Walked, dataset: Dataset, options: EpochOptions, openLane: OpenLane<B>): Epoch<B>;
export function epochOf<B>(
  engine: Walked,
  samples: Dataset | Streamed,
  options: EpochOptions,
  openLane: OpenLane<B>,
): Epoch<B> | StreamEpoch<B>;
export function epochOf<B>(
  engine: Walked,
  samples: Dataset | Streamed,
  options: EpochOptions,
  openLane: OpenLane<B>,
): Epoch<B> | StreamEpoch<B> {
  if (isStreamed(samples)) return (samples[STREAM] as unknown as StreamDoor).epoch(engine, options, openLane);
  if (!(samples instanceof Dataset)) throw new InputError("epoch.dataset", "a Dataset or a Stream", samples);
  return walkThrough(engine, samples, options, openLane);
}

function walkThrough<B>(engine: Walked, dataset: Dataset, options: EpochOptions, openLane: OpenLane<B>): Epoch<B> {
  const { order, lookAhead, start, stepOf } = openEpoch(engine, dataset, options);

  function* batches(): Generator<B> {
    let lane: EpochLane<B> | undefined;
    const ahead: B[] = [];
    const pause = () => {
      lane?.close(ahead.splice(0));
      lane = undefined;
    };
    try {
      for (let now = start; now < order.length; now++) {
        engine.walks.ask(pause);
        // Two batches more than those looked ahead: one is with the caller, and the one before it may still be in use.
        lane ??= openLane(lookAhead + 2);
        while (ahead.length <= lookAhead && now + ahead.length < order.length) {
          const number = now + ahead.length;
          ahead.push(lane.run({ dataset, indices: order.batch(number) }, stepOf(number)));
        }
        yield ahead.shift()!;
        engine.assertAlive();
      }
    } finally {
      engine.walks.end(pause);
    }
  }
  return { length: order.length, lookAhead, [Symbol.iterator]: batches };
}
