/** Medians of bursts, taken in turn: A B C, A B C, … so that what drifts, drifts for all. */

export interface Timed {
  /** Runs so many steps and waits for the last: milliseconds of all of them. */
  burst(steps: number): Promise<number>;
}

/** Milliseconds of one step. */
export interface Timing {
  median: number;
  /** 10th and 90th percentile: how far the rounds spread. */
  p10: number;
  p90: number;
  rounds: number;
  /** Steps behind one fence. */
  steps: number;
}

/**
 * A burst should take this long, so that its fence (what it costs to learn that the GPU is done, once a burst) and the
 * clock's resolution (0.1 ms in browsers) are small beside it.
 */
const BURST_MS = 40;
/** A GPU fast enough to need more has a fence of a few percent of such a burst. */
const MAX_STEPS = 512;

/** Some browsers look only ten times a second whether the GPU is done. */
const LONGEST_FENCE_MS = 100;

/** Times all of them in turn, after a warm-up that also finds how many steps fill a burst. */
export async function timeInTurn(contenders: Timed[], rounds: number): Promise<Timing[]> {
  const steps: number[] = [];
  for (const contender of contenders) steps.push(await stepsPerBurst(contender));
  const samples: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) samples[i]!.push((await contender.burst(steps[i]!)) / steps[i]!);
  }
  return samples.map((sample, i) => ({ ...summary(sample), rounds, steps: steps[i]! }));
}

async function stepsPerBurst(contender: Timed): Promise<number> {
  await contender.burst(1); // Compiles.
  const alone = await contender.burst(1);
  const isStep = alone < BURST_MS / 2 || alone > 1.5 * LONGEST_FENCE_MS || (await contender.burst(8)) > 4 * alone;
  // Else the fence is what took the time.
  const wanted = isStep ? BURST_MS : 4 * alone;
  let steps = 1;
  for (let took = alone; ; took = await contender.burst(steps)) {
    if (took >= wanted / 2 || steps === MAX_STEPS)
      return Math.min(MAX_STEPS, Math.max(1, Math.round((steps * wanted) / Math.max(took, 0.1))));
    steps = Math.min(MAX_STEPS, steps * 4);
  }
}

export function summary(samples: number[]): { median: number; p10: number; p90: number } {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
  return { median: at(0.5), p10: at(0.1), p90: at(0.9) };
}
