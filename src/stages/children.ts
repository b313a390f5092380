import { PolicyError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { isSame, showSize } from "../ops/size.ts";
import type { CheckChild, DrawOps, ImageStage, SizeAfterChild } from "./stage.ts";

/** What stages that consist of others share. */

/** Stages in one list. */
const MAX_CHILDREN = 256;

/** Checks a stage's list of stages. */
export function checkStages(stages: unknown, path: string, child: CheckChild): void {
  if (!Array.isArray(stages) || stages.length === 0)
    throw new PolicyError(`${path}.stages`, "an array of at least one image stage", stages);
  if (stages.length > MAX_CHILDREN)
    throw new PolicyError(`${path}.stages`, `at most ${MAX_CHILDREN} stages`, stages.length);
  Array.from(stages as unknown[]).forEach((stage, i) => {
    child(stage, `${path}.stages[${i}]`);
  });
}

/** Gets a stage ready when it is drawn for the first time: most stages of a large choice are not, in a small batch. */
export function lazily(
  stages: readonly ImageStage[],
  prepare: (stage: ImageStage, i: number) => DrawOps,
): (i: number) => DrawOps {
  const ready: (DrawOps | undefined)[] = [];
  return (i) => {
    ready[i] ??= prepare(stages[i]!, i);
    return ready[i]!;
  };
}

/** All of these must lead to the same size, whichever are drawn: to `expected`, or to the first one's. */
export function sameSize(
  stages: readonly ImageStage[],
  { path, ...size }: Size & { path: string },
  child: SizeAfterChild,
  expected = child(stages[0]!, `${path}.stages[0]`, size),
): Size {
  stages.forEach((stage, i) => {
    const after = child(stage, `${path}.stages[${i}]`, size);
    if (isSame(after, expected)) return;
    throw new PolicyError(
      `${path}.stages[${i}]`,
      `pictures of ${showSize(expected)}, whichever stages are drawn`,
      showSize(after),
    );
  });
  return expected;
}
