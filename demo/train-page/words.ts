/** Numbers as the page writes them. */

/** The space does not break. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`;
export const percentRound = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** "1 result", "2,100 results". */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

/** "12 s", "3 min 5 s", "1 h 4 min". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const rate = (perSecond: number): string => (perSecond < 10 ? perSecond.toFixed(1) : perSecond.toFixed(0));
