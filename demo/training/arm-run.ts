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

export class ArmRun {
  steps = 0;
  /** The time that steps took. */
  private readonly clock = new Clock();
  /** The last steps' numbers, at most an epoch's worth. */
  private readonly recent: StepNumbers[] = [];
  private lastLook: { step: number; evaluation: Evaluation } | undefined;

  constructor(
    readonly id: string,
    private readonly trainer: Trainer,
    private readonly settings: RunSettings,
    private readonly length: Length,
  ) {}

  get stepsPerSecond(): number {
    return this.steps / this.clock.seconds;
  }

  get isDone(): boolean {
    return this.steps >= this.length.totalSteps;
  }

  /** Trains on the next batch, and looks at the test pictures where it is time. */
  async next(): Promise<{ epoch: number; numbers: StepNumbers; test?: Evaluation }> {
    const { seed, data } = this.settings;
    const { batchSize, stepsPerEpoch, evaluateEvery } = this.length;
    const epoch = Math.floor(this.steps / stepsPerEpoch);
    const indices = epochOrder({ seed, epoch, count: data.train.count, batchSize, last: "wrap" }).batch(this.steps % stepsPerEpoch);
    const numbers = await this.clock.time(() => this.trainer.step(indices, { epoch, step: this.steps }));
    this.steps++;
    this.recent.push(numbers);
    if (this.recent.length > stepsPerEpoch) this.recent.shift();
    const isDue = this.steps % evaluateEvery === 0 || this.isDone;
    return { epoch, numbers, test: isDue ? await this.look() : undefined };
  }

  async result(): Promise<Result> {
    const mean = (of: (numbers: StepNumbers) => number) => this.recent.reduce((sum, each) => sum + of(each), 0) / this.recent.length;
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
    for (let start = 0; start < test.count; start += batch) {
      // Always as many rows, so that a library compiles for one shape; what is too much at the end is cut off.
      const rows = await this.trainer.predict(Array.from({ length: batch }, (_, i) => (start + i) % test.count));
      const wanted = Math.min(batch, test.count - start) * classes.length;
      probabilities.set(rows.subarray(0, wanted), start * classes.length);
    }
    const evaluation = evaluate(probabilities, test.labels);
    this.lastLook = { step: this.steps, evaluation };
    return evaluation;
  }
}
