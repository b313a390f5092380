/** What a run has shown so far, arm by arm: all that the charts and the table need. */
import type { Arm, Evaluation, Progress, Result, RunSettings } from "../../training/types.ts";
import { Curve } from "./curve.ts";

export interface ArmRecord {
  arm: Arm;
  colour: string;
  curve: Curve;
  /** One point a look at the test pictures. */
  tests: { step: number; accuracy: number }[];
  /** The last look as a whole: kept for every epoch, the bins would add up. */
  latest?: { step: number; evaluation: Evaluation };
  result?: Result;
}

/** No augmentation is plain ink; the others have the colours of the mixing page. */
const COLOURS: Record<string, string> = {
  none: "var(--ink)",
  mixup: "var(--own)",
  cutmix: "var(--partner)",
  all: "var(--blend)",
};

export class RunRecord {
  readonly arms: ArmRecord[];

  constructor(readonly settings: RunSettings) {
    this.arms = settings.arms.map((arm) => ({
      arm,
      colour: COLOURS[arm.id] ?? "var(--ink)",
      curve: new Curve(),
      tests: [],
    }));
  }

  add({ arm, step, loss, trainAccuracy, test }: Progress): void {
    const record = this.arms.find((one) => one.arm.id === arm)!;
    record.curve.add({ step, loss, accuracy: trainAccuracy });
    if (test) keep(record, step, test);
  }

  finish(results: Result[]): void {
    for (const result of results) {
      const record = this.arms.find((one) => one.arm.id === result.arm)!;
      record.result = result;
      if (record.latest?.step !== result.steps) keep(record, result.steps, result.test);
    }
  }
}

function keep(record: ArmRecord, step: number, evaluation: Evaluation): void {
  record.tests.push({ step, accuracy: evaluation.accuracy });
  record.latest = { step, evaluation };
}
