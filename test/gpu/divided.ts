/**
 * Sweeps over many cases are divided between Chromium and Dawn on Node: the same kernels run there on the same adapter,
 * so every case is tested once and both environments see some of every sweep. What must be equal in both is tested in
 * both.
 */
import { inBrowser } from "../files.ts";

/** Whether this environment has the case of this number. */
export const isMine = (number: number): boolean => number % 2 === (inBrowser ? 1 : 0);
