import { PolicyError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { isSame, showSize, sizeAfterCalls } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import { anySize, fixed, oneOfSizes, type Sizes } from "./sizes.ts";
import type { CheckChild, DrawOps, ImageStage, SizesAfterChild } from "./stage.ts";

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

/** The sizes after one of these, whichever is drawn. */
export function sizesOfChoice(
  stages: readonly ImageStage[],
  { path, ...size }: Size & { path: string },
  child: SizesAfterChild,
): Sizes {
  const after = stages.map((stage, i) => child(stage, `${path}.stages[${i}]`, fixed(size)));
  return oneOfSizes(after, differing(path, after, after[0]!.some[0]!));
}

/** The sizes after some of these, one after the other, whichever are drawn and in which order. */
export function sizesInAnyOrder(
  stages: readonly ImageStage[],
  { path, ...size }: Size & { path: string },
  child: SizesAfterChild,
): Sizes {
  const after = stages.map((stage, i) => child(stage, `${path}.stages[${i}]`, fixed(size)));
  const because = after.find((one) => one.because)?.because ?? differing(path, after, size);
  return because ? anySize(because) : fixed(size);
}

/** Why stages do not all lead to one size. */
function differing(path: string, after: readonly Sizes[], expected: Size): PolicyError | undefined {
  for (const [i, { some }] of after.entries()) {
    const other = some.find((size) => !isSame(size, expected));
    if (!other) continue;
    const words = `pictures of ${showSize(expected)}, whichever stages are drawn`;
    return new PolicyError(`${path}.stages[${i}]`, words, showSize(other));
  }
  return undefined;
}

/** Draws from a stage, the `i`th, for a picture of that size, and returns the size that it becomes. */
export type DrawsInTurn = (i: number, size: Size, id: number, calls: OpCall[]) => Size;

/** Stages that change sizes, in turn: each is made ready for every size that it meets. */
export function inTurn(path: string, prepare: (i: number, size: Size) => DrawOps): DrawsInTurn {
  const ready = new Map<string, DrawOps>();
  return (i, size, id, calls) => {
    const key = `${i} ${size.height} ${size.width}`;
    let draw = ready.get(key);
    if (!draw) {
      draw = prepare(i, size);
      ready.set(key, draw);
    }
    const from = calls.length;
    draw(id, calls);
    return calls.length === from ? size : sizeAfterCalls(calls.slice(from), size, path);
  };
}
