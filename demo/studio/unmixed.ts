/** A plan that mixes nothing: pictures as they are, or after some of their ops. */
import type { OpCall, Plan } from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";

type Sizes = Pick<DatasetFacts, "height" | "width" | "sizes">;

/** The whole of a picture, in the size that the page shows. */
export const wholeIn = ({ height, width }: Sizes) => ({ height, width, fit: "contain", fill: [128] }) as const;

/**
 * A picture of the dataset after some ops. One that keeps its size, and has no op yet that gives it the page's, is
 * shown whole.
 */
export function sourceAt(facts: Sizes, index: number, ops: OpCall[] = [], id = index): Plan["sources"][number] {
  const given = { from: "dataset", index, id } as const;
  if (!facts.sizes) return ops.length > 0 ? { ...given, ops } : given;
  const [height, width] = [facts.sizes[2 * index]!, facts.sizes[2 * index + 1]!];
  const whole: OpCall = { op: "resize", ...wholeIn(facts) };
  return { ...given, height, width, ops: ops.length > 0 ? ops : [whole] };
}

/** Its one stage leaves every picture alone, so that it runs by the kernels of plans that mix. */
export function unmixedPlan(
  { seed, epoch, height, width }: Pick<Plan, "seed" | "epoch" | "height" | "width">,
  sources: Plan["sources"],
): Plan {
  return {
    version: 1,
    seed,
    epoch,
    height,
    width,
    sources,
    batchSize: sources.length,
    stages: [{ pairing: "reverse", rows: sources.map((_, own) => ({ mixer: "none", own })) }],
  };
}
