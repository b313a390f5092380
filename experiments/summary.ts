/** Means and spreads over seeds. */
import type { ArmId } from "./arms.ts";
import { modelOf, type Series } from "./plan.ts";
import type { Finished } from "./store.ts";

/** Over the seeds: the mean and the sample standard deviation; 0 for one seed. */
export interface Spread {
  mean: number;
  deviation: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

export interface Cell {
  arm: ArmId;
  noise: number;
  /** One a seed, in order of the seeds; after the last epoch. */
  runs: Finished[];
  accuracy: Spread;
  ece: Spread;
  loss: Spread;
  /** Accuracy after the epoch that was best on the test pictures. */
  best: Spread;
  trainLoss: Spread;
  trainAccuracy: Spread;
  /** Against `none` with the same seed and noise; absent for `none`. */
  against?: { accuracy: Versus; ece: Versus };
}

/** How an arm differs from `none`, seed by seed. */
export interface Versus extends Spread {
  /** Seeds in which the arm's number is the larger one, and all. */
  higher: number;
  lower: number;
  of: number;
}

export function cellsOf(all: readonly Finished[], { model, arms, noises }: Series): Cell[] {
  const finished = all.filter(({ run }) => modelOf(run) === model);
  return noises.flatMap((noise) => {
    const plain = runsAt(finished, "none", noise);
    return arms.map((arm) => {
      const runs = runsAt(finished, arm, noise);
      const last = runs.map(({ tests }) => tests.at(-1)!);
      const versus = (of: "accuracy" | "ece"): Versus => {
        const differences = last.map((test, i) => test[of] - plain[i]!.tests.at(-1)![of]);
        const higher = differences.filter((each) => each > 0).length;
        return {
          ...spreadOf(differences),
          higher,
          lower: differences.filter((each) => each < 0).length,
          of: runs.length,
        };
      };
      return {
        arm,
        noise,
        runs,
        accuracy: spreadOf(last.map(({ accuracy }) => accuracy)),
        ece: spreadOf(last.map(({ ece }) => ece)),
        loss: spreadOf(last.map(({ loss }) => loss)),
        best: spreadOf(runs.map(({ tests }) => Math.max(...tests.map(({ accuracy }) => accuracy)))),
        trainLoss: spreadOf(runs.map(({ trainLoss }) => trainLoss)),
        trainAccuracy: spreadOf(runs.map(({ trainAccuracy }) => trainAccuracy)),
        ...(arm !== "none" && { against: { accuracy: versus("accuracy"), ece: versus("ece") } }),
      };
    });
  });
}

const runsAt = (finished: readonly Finished[], arm: string, noise: number) =>
  finished.filter(({ run }) => run.arm === arm && run.noise === noise).sort((a, b) => a.run.seed - b.run.seed);
