import { imageOps, op, type Policy, randomChoice } from "mixwell";
import type { ImageOp } from "../../src/ops/op.ts";
import { examplesOf } from "../../tools/ops-docs/examples.ts";

/**
 * Can draw every op of these kinds, so that an engine of it has kernels for all of them from the start: one whose plans
 * come from the test would else have new ones compiled for every op that it had not met.
 */
export const opsOfKinds = (isWanted: (kind: ImageOp["kind"]) => boolean): Policy =>
  randomChoice(
    (Object.values(imageOps) as ImageOp[])
      .filter(({ kind }) => isWanted(kind))
      .map((one) => op(one.name as "invert", { ...examplesOf(one, { height: 8, width: 8, channels: 3 })[0] })),
  );

export const everyOp: Policy = opsOfKinds(() => true);
