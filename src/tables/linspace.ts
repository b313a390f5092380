/** Entries that torch makes eight at a time, and how many of those at once. */
const LANES = 8;
const BLOCK = 16;

/**
 * Entry `i` of `torch.linspace(from, to, steps)` in f32, to the bit, as its kernel for AVX2 rounds: it counts up from
 * `from` in the first half and down from `to` in the second, and within each full block of sixteen it adds multiples of
 * the step to every eighth entry.
 */
export function linspace(from: number, to: number, steps: number, i: number): number {
  const f32 = Math.fround;
  if (steps === 1) return f32(from);
  const step = f32((f32(to) - f32(from)) / (steps - 1));
  const at = (k: number) => f32(k < steps >> 1 ? f32(from) + step * k : f32(to) - step * (steps - k - 1));
  if (i >= Math.floor(steps / BLOCK) * BLOCK) return at(i);
  const lane = i % LANES;
  return f32(at(i - lane) + f32(step * lane));
}
