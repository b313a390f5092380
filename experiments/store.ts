/**
 * Finished runs, one JSON object a line: a run that is there is not made again, and one that was broken off leaves
 * nothing.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Evaluation } from "../training/types.ts";
import { keyOf, type Run } from "./plan.ts";

export interface Finished {
  run: Run;
  /** Test pictures after every epoch, the last one at the end. */
  tests: Evaluation[];
  /** Means over the last epoch, on mixed pictures and the (noisy) labels. */
  trainLoss: number;
  trainAccuracy: number;
  steps: number;
  stepsPerSecond: number;
  /** Of everything, from start to end. */
  seconds: number;
  adapter: string;
  runtime: string;
}

/** What came of making a run again. */
export interface Repetition {
  again: Run;
  /** The largest difference between any two numbers of the two runs: accuracies, losses and errors of all epochs. */
  difference: number;
}

export class Store {
  readonly finished = new Map<string, Finished>();
  readonly repetitions: Repetition[] = [];

  constructor(private readonly file: string) {
    if (!existsSync(file)) return;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const entry = parse(line);
      if (entry && "again" in entry) this.repetitions.push(entry);
      else if (entry) this.finished.set(keyOf(entry.run), entry);
    }
  }

  add(entry: Finished): void {
    this.finished.set(keyOf(entry.run), entry);
    this.append(entry);
  }

  addRepetition(entry: Repetition): void {
    this.repetitions.push(entry);
    this.append(entry);
  }

  private append(entry: Finished | Repetition): void {
    mkdirSync(dirname(this.file), { recursive: true });
    // The first line end closes a line that was cut off; empty lines are skipped.
    appendFileSync(this.file, `\n${JSON.stringify(entry)}\n`);
  }
}

/** A line that was cut off in the middle is as good as none. */
function parse(line: string): Finished | Repetition | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
