// @ts-check
// Jobs that run side by side.

/**
 * Works through jobs in their order, so many at a time.
 * @template T
 * @param {number} lanes
 * @param {readonly T[]} jobs
 * @param {(job: T) => Promise<void>} work
 */
export async function inLanes(lanes, jobs, work) {
  const waiting = jobs.values();
  const lane = async () => {
    for (const job of waiting) await work(job);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Prints what comes in pieces by whole lines, each under a name: several may print at the same time.
 * @param {string} name
 * @returns {(text: string) => void}
 */
export function linesOf(name) {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) console.log(`${name}: ${line}`);
  };
}
