/** The two yardsticks of the random tests. Seeds are fixed, so a test that passes once passes always. */

/**
 * Pearson's chi-square of counts against equal (or given) expectations, divided by the value that a true sampler
 * exceeds with probability 1e-5: a result above 1 is a failure. One in 100 000 because there are some fifty such
 * statistics in this folder: all of them together would reject a perfect generator once in 2000 seeds.
 *
 * @param freedom degrees of freedom; one less than the number of cells unless told
 */
export function chiSquareRatio(
  counts: ArrayLike<number>,
  expected?: ArrayLike<number>,
  freedom = counts.length - 1,
): number {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) {
    const mean = expected ? (expected[i] as number) : total / counts.length;
    chiSquare += ((counts[i] as number) - mean) ** 2 / mean;
  }
  return chiSquare / chiSquareCritical(freedom);
}

/**
 * The 1 - 1e-5 quantile of chi-square, by Wilson and Hilferty's cube (within 3 % from 2 degrees of freedom on, exact
 * for 1).
 */
function chiSquareCritical(freedom: number): number {
  if (freedom === 1) return 19.51;
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + 4.265 * Math.sqrt(spread)) ** 3;
}

/** Standard errors between a sample mean and its expectation. */
export function zScore(sum: number, n: number, mean: number, variance: number): number {
  return (sum / n - mean) / Math.sqrt(variance / n);
}
