/**
 * How long the properties of test/fuzz are tried, and what came of it. `npm test` tries a fixed number of cases of a
 * fixed seed; `npm run fuzz` goes on for some seconds, from a seed that is printed, and so can be run again.
 */
import fc from "fast-check";
import type { TestContext } from "vitest";

/** What a test leaves for the table of tools/fuzz.mjs. */
export interface Campaign {
  part: string;
  cases: number;
  /** Cases that were refused in our words, as they should be: they tested the checks only. */
  refused: number;
  seconds: number;
  /** How many of the cases had what in them, by kind and name. */
  seen?: Record<string, Record<string, number>>;
  /** Policies that were unlike all others. */
  policies?: number;
}

declare module "vitest" {
  interface TaskMeta {
    fuzz?: Campaign;
  }
}

/** The same cases in every run of `npm test`. */
export const SEED = Number(process.env.MIXWELL_FUZZ_SEED ?? 20_261_129);

/** Seconds for each part; undefined: a fixed number of cases. */
export const seconds = process.env.MIXWELL_FUZZ_SECONDS ? Number(process.env.MIXWELL_FUZZ_SECONDS) : undefined;

/** Whether `npm test` asks. */
export const isShort = seconds === undefined;

/** Counted by the property under way. */
export const tally = {
  refused: 0,
  seen: {} as Record<string, Record<string, number>>,
  policies: new Set<string>(),
};

export interface Tries {
  /** One letter and words, as in the table. */
  part: string;
  /** Cases in `npm test`. */
  cases: number;
  /** The part of the seconds that this property has. */
  share?: number;
}

/**
 * Tries a property. Throws fast-check's report of the smallest case that fails, with the seed and the path to it.
 */
export async function campaign<T extends [unknown, ...unknown[]]>(
  { task }: Pick<TestContext, "task">,
  property: fc.IAsyncProperty<T>,
  { part, cases, share = 1 }: Tries,
): Promise<void> {
  tally.refused = 0;
  const start = performance.now();
  const limits = seconds
    ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: 1000 * seconds * share }
    : { numRuns: cases };
  const outcome = await fc.check(property, { seed: SEED, ...limits, markInterruptAsFailure: false });
  task.meta.fuzz = {
    part,
    cases: outcome.numRuns,
    refused: tally.refused,
    seconds: (performance.now() - start) / 1000,
  };
  // At once, so that a run that is stopped has told as much as it tried.
  if (!isShort)
    console.log(`${part}, ${task.name}: ${outcome.numRuns} cases, ${tally.refused} of them refused in words`);
  throwFailure(outcome);
}

/** Throws the report of a property that failed. */
export function throwFailure<T>(outcome: fc.RunDetails<T>): void {
  if (outcome.failed) throw new Error(fc.defaultReportMessage(outcome), { cause: outcome.errorInstance });
}
