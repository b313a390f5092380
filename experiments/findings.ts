/** The sentences that the numbers allow: written by rule, so that they are the same whether an arm wins or loses. */
import { armOf } from "./arms.ts";
import type { Cell, Versus } from "./summary.ts";

export const percent = (share: number, digits = 2): string => (100 * share).toFixed(digits);

export const noiseWords = (noise: number): string =>
  noise === 0 ? "With right labels" : `With ${percent(noise, 0)} % wrong labels`;

/** What happened to accuracy and to calibration for every arm that was compared, by noise. */
export function findingsOf(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ arm, noise, against }) => {
    if (!against) return [];
    const subject = `${noiseWords(noise)}, ${armOf(arm).title}:`;
    const accuracy = comparison(against.accuracy, ["lower (it loses)", "higher (it gains)"]);
    const ece = comparison(against.ece, ["lower (better)", "higher (worse)"]);
    return [`${subject} test accuracy ${accuracy}; calibration error ${ece}.`];
  });
}

/**
 * "lower (it loses) in all 3 seeds, −1.20 points on average (spread 0.40)". A direction is only named where every seed
 * agrees.
 */
export function comparison({ mean, deviation, higher, lower, of }: Versus, [down, up]: [string, string]): string {
  const seeds = of === 1 ? "the one seed" : `all ${of} seeds`;
  const direction =
    higher === of
      ? `${up} in ${seeds}`
      : lower === of
        ? `${down} in ${seeds}`
        : `in no clear direction (higher in ${higher}, lower in ${lower} of ${of} seeds)`;
  return `${direction}, ${mean < 0 ? "−" : "+"}${percent(Math.abs(mean))} points on average (spread ${percent(deviation)})`;
}
