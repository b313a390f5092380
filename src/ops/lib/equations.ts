/** Linear equations. */

/**
 * Solves as many equations as there are unknowns, by elimination with the largest pivots. Each is a row of its factors,
 * then of its right sides, one or more. The solutions of each right side, if there are any: `[unknown][side]`.
 */
export function solveEquations(given: readonly (readonly number[])[]): number[][] | undefined {
  const equations = [...given];
  for (let column = 0; column < equations.length; column++) {
    const pivot = equations.reduce(
      (best, row, i) => (i > column && Math.abs(row[column]!) > Math.abs(equations[best]![column]!) ? i : best),
      column,
    );
    [equations[column], equations[pivot]] = [equations[pivot]!, equations[column]!];
    const own = equations[column]!;
    if (Math.abs(own[column]!) < 1e-9) return undefined;
    equations.forEach((row, i) => {
      const times = row[column]! / own[column]!;
      if (i !== column) equations[i] = row.map((value, k) => value - times * own[k]!);
    });
  }
  return equations.map((row, i) => row.slice(equations.length).map((value) => value / row[i]!));
}
