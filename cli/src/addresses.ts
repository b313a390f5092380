/** Names of many files in one: `train-{000000..000146}.tar`. */
import { usage } from "./exit-codes.ts";

const BRACES = /^(.*)\{(\d+)\.\.(\d+)\}(.*)$/;
const MOST = 1_000_000;

export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** The names, in order; the text itself where it has no braces. */
export function expandBraces(text: string): string[] {
  const [, before, first, last, after] = BRACES.exec(text) ?? [];
  if (before === undefined || first === undefined || last === undefined) return [text];
  const [from, to] = [Number(first), Number(last)];
  if (to < from || to - from >= MOST)
    throw usage(`${text}: expected {FIRST..LAST} with FIRST up to LAST, a million at most`);
  return Array.from(
    { length: to - from + 1 },
    (_, i) => `${before}${String(from + i).padStart(first.length, "0")}${after}`,
  );
}
