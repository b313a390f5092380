/** Normal draws, deterministic to the bit like everything else drawn here. */
import type { Key } from "./key.ts";
import { log } from "./math.ts";
import { uniformOpen01 } from "./uniform.ts";

/**
 * One draw from N(0, 1), by Marsaglia's polar method (1964), of which only the first of two results is used.
 * It owns the counters (c0, 0), (c0, 1), … under `key`, so its retries move nobody else's draw.
 */
export function standardNormal(key: Key, c0: number): number {
  for (let used = 0; ; used += 2) {
    const x = 2 * uniformOpen01(key, c0, used) - 1;
    const y = 2 * uniformOpen01(key, c0, used + 1) - 1;
    const square = x * x + y * y;
    // The origin cannot occur: no open uniform is exactly 1/2.
    if (square < 1) return x * Math.sqrt((-2 * log(square)) / square);
  }
}
