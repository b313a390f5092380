/** Calls doors with mistakes, and holds what comes back to the promise: an answer, or a MixwellError. */
import fc from "fast-check";
import { MixwellError } from "mixwell";
import type { Door } from "./door.ts";
import { mistakes, shown, withMistakes } from "./mistakes.ts";

/** Mistakes a door is tried with. All doors together get many thousands. */
const RUNS = 120;
/** The same mistakes in every run of the tests. */
const SEED = 20_240_611;

/** What is wrong with how a call failed, or undefined. */
export async function complaint({ call }: Pick<Door, "call">, args: unknown[]): Promise<string | undefined> {
  try {
    await (call as (...args: unknown[]) => unknown)(...args);
  } catch (error) {
    if (error instanceof MixwellError) return undefined;
    return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : `threw ${shown(error)}`;
  }
  return undefined;
}

export interface TryOptions {
  seed?: number;
  runs?: number;
  /** Looked at after every call that was refused: what is wrong with the state it left, or undefined. */
  after?: () => string | undefined;
}

/** Throws the smallest call that fails in another way than by a MixwellError. */
export async function tryMistakes(door: Door, { seed = SEED, runs = RUNS, after }: TryOptions = {}): Promise<void> {
  const property = fc.asyncProperty(mistakes, async (wrong) => {
    const args = withMistakes(door.args(), wrong);
    const wording = `${door.name}(${args.map((arg) => shown(arg)).join(", ")})`;
    const found = (await complaint(door, args)) ?? after?.();
    if (found !== undefined) throw new Error(`${wording}\n${found}`);
  });
  await fc.assert(property, { seed, numRuns: runs });
}
