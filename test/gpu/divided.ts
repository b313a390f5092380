/**
 * Sweeps over many cases are divided between Chromium and Dawn on Node: the same kernels run there on the same adapter,
 * so every case is tested once and both environments see some of every sweep. What must be equal in both is tested in
 * both. Another implementation has all of it (`npm run test:adapters -- --all`). `npm test` leaves Chromium's share of
 * most of them, and half of Dawn's, to `npm run test:whole` (tools/left-out.mjs).
 */
import { inject } from "vitest";
import { inBrowser } from "../files.ts";
import type { Precision } from "../pictures.ts";

/** In `npm test`, of every five cases. */
const DAWNS_SHORT = [0, 2];

/**
 * Whether this environment has the case of this number. Chromium has every fifth: with the same driver it takes two to
 * five times as long to compile a kernel. Dawn has the four others, and two of them where sweeps are short. What cases
 * vary comes in twos, threes and fours, so each sees all of it.
 */
export function isMine(number: number): boolean {
  const { isWhole, name } = inject("adapter");
  if (isWhole) return true;
  const turn = number % 5;
  if (inBrowser) return turn === 1;
  const isShort = inject("sweeps") === "short" && name === undefined;
  return isShort ? DAWNS_SHORT.includes(turn) : turn !== 1;
}

/**
 * Whether this environment has what pictures of these channels run as bytes, or as floats. Kernels for every op are the
 * dearest to compile, and there is one for either precision and each count of channels: all sweeps over ops divide by
 * these, so that each is compiled in one of the two.
 */
export const hasKernelsOf = (precision: Precision, channels: number): boolean =>
  isMine(NUMBERS[precision][[1, 3, 4].indexOf(channels)]!);

/** For pictures of 1, 3 and 4 channels. Chromium has one of each precision, and so has Dawn where sweeps are short. */
const NUMBERS = { u8: [1, 2, 3], f32: [0, 1, 3] };
