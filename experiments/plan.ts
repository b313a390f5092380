/** Which runs there are, and what tells one from another. */
import { ArgumentError } from "mixwell";
import type { ModelName } from "../training/types.ts";
import type { ArmId } from "./arms.ts";
import { KERAS_IO } from "./published.ts";

/**
 * Runs that one table compares: every arm with every share of wrong labels. The first arm is what the others are
 * compared with.
 */
export interface Series {
  model: ModelName;
  arms: readonly ArmId[];
  /** Shares of wrong training labels. */
  noises: readonly number[];
}

/** The keras.io example. */
export const MIXING: Series = { model: "cnn", arms: ["none", "mixup", "cutmix"], noises: [0, 0.4] };

/**
 * The MixUp paper's claim needs a network that can learn wrong labels by heart, and the time to: the keras.io network
 * does not.
 */
export const MEMORY: Series = { model: "mlp", arms: ["none", "mixup", "mixup8", "cutmix"], noises: [0.4] };
const MEMORY_EPOCHS = 200;
/** So many pictures that network can learn by heart. Of more it cannot, so there is nothing to see. */
const MEMORY_PICTURES = 10_000;
/** As on the keras.io page. */
export const BATCH_SIZE = 64;

export type TrainerName = "gpu" | "cpu";

/**
 * Everything that a run's numbers depend on, but for the machine. Weights, label noise, order and draws all come from
 * the seed.
 */
export interface Run {
  /** A digest of the pictures and labels, train and test. */
  data: string;
  /** Left out in runs that were kept before there was more than one: the keras.io network. */
  model?: ModelName;
  arm: ArmId;
  noise: number;
  seed: number;
  epochs: number;
  batchSize: number;
  /** More than epochs can say: set by `--quick`. */
  maxSteps?: number;
  trainer: TrainerName;
}

export interface Plan {
  data: string;
  /** Training pictures. */
  pictures: number;
  seeds: number;
  /** Of the keras.io network. */
  epochs: number;
  maxSteps?: number;
  trainer: TrainerName;
}

/** All runs, seed by seed, so that a plan cut short still compares like with like. */
export function runsOf({ seeds, pictures, epochs, ...same }: Plan): Run[] {
  if (!Number.isInteger(seeds) || seeds < 1) throw new ArgumentError("--seeds", "a positive integer", seeds);
  const all = Array.from({ length: seeds }, (_, i) => i + 1);
  const runs = ({ model, arms, noises }: Series, epochs: number): Run[] =>
    all.flatMap((seed) =>
      noises.flatMap((noise) =>
        arms.map((arm) => ({ ...same, model, arm, noise, seed, epochs, batchSize: BATCH_SIZE })),
      ),
    );
  return [...runs(MIXING, epochs), ...(pictures <= MEMORY_PICTURES ? runs(MEMORY, MEMORY_EPOCHS) : [])];
}

export const modelOf = ({ model = "cnn" }: Run): ModelName => model;

/** Equal for equal runs. */
export const keyOf = (run: Run): string =>
  [
    modelOf(run),
    run.data,
    run.arm,
    run.noise,
    run.seed,
    run.epochs,
    run.batchSize,
    run.maxSteps ?? 0,
    run.trainer,
  ].join(" ");

/** A small subset is gone through oftener than the 58,000 pictures of the keras.io page: see the document. */
export const defaultEpochs = (pictures: number): number => (pictures <= 10_000 ? 30 : KERAS_IO.epochs);
