/** Which runs there are, and what tells one from another. */
import { ArgumentError } from "mixwell";
import { KERAS_IO } from "./published.ts";

/** Ids from demo/training/arms.ts. The first is what the others are compared with. */
export const ARM_IDS = ["none", "mixup", "cutmix"] as const;
/** Shares of wrong training labels. */
export const NOISES = [0, 0.4] as const;
/** As on the keras.io page. */
export const BATCH_SIZE = 64;

export type TrainerName = "gpu" | "cpu";

/** Everything that a run's numbers depend on, but for the machine. Weights, label noise, order and draws all come from the seed. */
export interface Run {
  /** A digest of the pictures and labels, train and test. */
  data: string;
  arm: (typeof ARM_IDS)[number];
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
  seeds: number;
  epochs: number;
  maxSteps?: number;
  trainer: TrainerName;
}

/** All runs, seed by seed, so that a plan cut short still compares like with like. */
export function runsOf({ seeds, ...same }: Plan): Run[] {
  if (!Number.isInteger(seeds) || seeds < 1) throw new ArgumentError("--seeds", "a positive integer", seeds);
  const all = Array.from({ length: seeds }, (_, i) => i + 1);
  return all.flatMap((seed) => NOISES.flatMap((noise) => ARM_IDS.map((arm) => ({ ...same, arm, noise, seed, batchSize: BATCH_SIZE }))));
}

/** Equal for equal runs. */
export const keyOf = ({ data, arm, noise, seed, epochs, batchSize, maxSteps = 0, trainer }: Run): string =>
  [data, arm, noise, seed, epochs, batchSize, maxSteps, trainer].join(" ");

/** A small subset is gone through oftener than the 58,000 pictures of the keras.io page: see the document. */
export const defaultEpochs = (pictures: number): number => (pictures <= 10_000 ? 30 : KERAS_IO.epochs);
