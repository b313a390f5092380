/** A plan that mixes nothing: pictures as they are, or after some of their ops. */
import type { Plan } from "mixwell";

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
