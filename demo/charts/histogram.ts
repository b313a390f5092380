/** Counting values into equal bins. */
export interface Bin {
  x1: number;
  x2: number;
  count: number;
}

/** The last bin includes its end; values outside [low, high] are left out. */
export function histogram(values: readonly number[], [low, high]: readonly [number, number], bins: number): Bin[] {
  const width = (high - low) / bins;
  const counts = Array.from({ length: bins }, (_, i) => ({ x1: low + i * width, x2: low + (i + 1) * width, count: 0 }));
  for (const value of values) {
    if (value < low || value > high) continue;
    counts[Math.min(Math.floor((value - low) / width), bins - 1)]!.count++;
  }
  return counts;
}
