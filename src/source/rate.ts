/** How fast a load goes, and how long it will take. The only clock in `src`: nothing that is computed depends on it. */
import type { LoadProgress } from "./host-images.ts";

/** Who is told of progress, with the rate and the time that is left. A phase counts from its first report. */
export function withRate(
  onProgress: ((progress: LoadProgress) => void) | undefined,
): ((progress: LoadProgress) => void) | undefined {
  if (!onProgress) return undefined;
  let began: { phase: string; time: number } | undefined;
  let last = 0;
  let start = performance.now();
  return (progress) => {
    const now = performance.now();
    const { phase, loaded, total } = progress;
    // Of the first report nobody knows when it began but for the end of what came before.
    if (began?.phase !== phase || loaded < last) began = { phase, time: start };
    start = now;
    last = loaded;
    const seconds = (now - began.time) / 1000;
    const rate = seconds > 0 && loaded > 0 ? loaded / seconds : undefined;
    const secondsLeft = rate !== undefined && total !== undefined ? Math.max(0, total - loaded) / rate : undefined;
    onProgress({ ...progress, ...(rate !== undefined && { rate }), ...(secondsLeft !== undefined && { secondsLeft }) });
  };
}

/** Options of a load, with progress that says the rate too. */
export function withRates<T extends { onProgress?: (progress: LoadProgress) => void }>(options: T): T {
  return { ...options, onProgress: withRate(options.onProgress) };
}
