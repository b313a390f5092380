import { opNamed } from "../ops/registry.ts";
import type { OpCall } from "../plan/plan.ts";

/**
 * Whether ops can be done to pictures of so many channels. Ids of two bytes are moved and painted over, and no more.
 */
export function takesOps(channels: number, pictures: readonly { ops?: OpCall[] }[]): boolean {
  if (channels !== 2) return channels === 1 || channels === 3 || channels === 4;
  return pictures.every(({ ops = [] }) => ops.every(({ op }) => opNamed(op).target !== "nothing"));
}
