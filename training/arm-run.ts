/** One arm on its way: its steps, and its looks at the test pictures. */
import { epochOrder } from "mixwell";
import { Clock } from "./clock.ts";
import { evaluate } from "./evaluate.ts";
import type { StepNumbers, Trainer } from "./trainer.ts";
import type { Evaluation, Result, RunSettings } from "./types.ts";

/** Test pictures predicted at a time. */
const TEST_BATCH = 256;

/** How long a run is: the same for all arms. */
export interface Length {
  batchSize: number;
  stepsPerEpoch: number;
  totalSteps: number;
  evaluateEvery: number;
}

export function lengthOf({ data, epochs, maxSteps, evaluateEvery, batchSize: wanted }: RunSettings): Length {
  const batchSize = Math.min(wanted, data.train.count);
  const stepsPerEpoch = Math.ceil(data.train.count / batchSize);
  const totalSteps = Math.min(epochs * stepsPerEpoch, maxSteps ?? Number.POSITIVE_INFINITY);
  return { batchSize, stepsPerEpoch, totalSteps, evaluateEvery: evaluateEvery ?? stepsPerEpoch };
}

/** Seconds that an arm takes. */
interface Pace {
  step: number;
  /** A batch of test pictures. */
  testBatch: number;
}

export class ArmRun {
  steps = 0;
  private readonly training = new Clock();
  private readonly testing = new Clock();
  /** The last steps' numbers, at most an epoch's worth. */
  private readonly recent: StepNumbers[] = [];
  private lastLook: { step: number; evaluation: Evaluation } | undefined;

  /** @param onTested called as it looks at the test pictures: how many of how many it has seen */
  constructor(
    readonly id: string,
    private readonly trainer: Trainer,
    private readonly settings: RunSettings,
    private readonly length: Length,
    private readonly onTested: (done: number, total: number) => void = () => {},
  ) {}

  get stepsPerSecond(): number | undefined {
    const { mean } = this.training;
    return mean === undefined ? undefined : 1 / mean;
  }

  /** Undefined before the second step. Until a batch of test pictures was timed, it counts as a step. */
  get pace(): Pace | undefined {
    const step = this.training.mean;
    return step === undefined ? undefined : { step, testBatch: this.testing.mean ?? step };
  }

  get isDone(): boolean {
    return this.steps >= this.length.totalSteps;
  }

  /** Trains on the next batch, and looks at the test pictures where it is time. */
  async next(): Promise<{ epoch: number; numbers: StepNumbers; test?: Evaluation }> {
    const { seed, data } = this.settings;
    const { batchSize, stepsPerEpoch, evaluateEvery } = this.length;
    const epoch = Math.floor(this.steps / stepsPerEpoch);
    const indices = epochOrder({ seed, epoch, count: data.train.count, batchSize, last: "wrap" }).batch(
      this.steps % stepsPerEpoch,
    );
    const numbers = await this.training.time(() => this.trainer.step(indices, { epoch, step: this.steps }));
    this.steps++;
    this.recent.push(numbers);
    if (this.recent.length > stepsPerEpoch) this.recent.shift();
    const isDue = this.steps % evaluateEvery === 0 || this.isDone;
    return { epoch, numbers, test: isDue ? await this.look() : undefined };
  }

  /** Until it is done, looks at the test pictures included. */
  secondsLeft({ step, testBatch }: Pace): number {
    if (this.isDone) return 0;
    const { totalSteps, evaluateEvery } = this.length;
    const { test } = this.settings.data;
    const looks = Math.ceil(totalSteps / evaluateEvery) - Math.floor(this.steps / evaluateEvery);
    return (totalSteps - this.steps) * step + looks * Math.ceil(test.count / TEST_BATCH) * testBatch;
  }

  async result(): Promise<Result> {
    const mean = (of: (numbers: StepNumbers) => number) =>
      this.recent.reduce((sum, each) => sum + of(each), 0) / this.recent.length;
    return {
      arm: this.id,
      steps: this.steps,
      trainLoss: mean(({ loss }) => loss),
      trainAccuracy: mean(({ accuracy }) => accuracy),
      test: await this.look(),
      stepsPerSecond: this.stepsPerSecond,
    };
  }

  /** At the test pictures, once a step. */
  private async look(): Promise<Evaluation> {
    if (this.lastLook?.step === this.steps) return this.lastLook.evaluation;
    const { test, classes } = this.settings.data;
    const batch = Math.min(TEST_BATCH, test.count);
    const probabilities = new Float32Array(test.count * classes.length);
    this.onTested(0, test.count);
    for (let start = 0; start < test.count; start += batch) {
      // Always as many rows, so that a library compiles for one shape; what is too much at the end is cut off.
      const indices = Array.from({ length: batch }, (_, i) => (start + i) % test.count);
      const rows = await this.testing.time(() => this.trainer.predict(indices));
      const wanted = Math.min(batch, test.count - start);
      probabilities.set(rows.subarray(0, wanted * classes.length), start * classes.length);
      this.onTested(start + wanted, test.count);
    }
    const evaluation = evaluate(probabilities, test.labels);
    this.lastLook = { step: this.steps, evaluation };
    return evaluation;
  }
}

/**
 * Until all arms are done, each at its own pace. One that has none yet takes the others' mean; undefined until one has.
 */
export function secondsLeft(runs: readonly ArmRun[]): number | undefined {
  const paces = runs.flatMap(({ pace }) => pace ?? []);
  if (paces.length === 0) return undefined;
  const mean = (of: (pace: Pace) => number) => paces.reduce((sum, each) => sum + of(each), 0) / paces.length;
  const usual: Pace = { step: mean(({ step }) => step), testBatch: mean(({ testBatch }) => testBatch) };
  return runs.reduce((sum, run) => sum + run.secondsLeft(run.pace ?? usual), 0);
}
