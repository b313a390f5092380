import type { Plan } from "../plan/plan.ts";
import type { OpenInput } from "./inputs.ts";

/** The plan with its samples at the places where the input has them. */
export function placed(plan: Plan, { placeOf }: Pick<OpenInput, "placeOf">): Plan {
  if (!placeOf) return plan;
  const sources = plan.sources.map((source) =>
    source.from === "dataset" ? { ...source, index: placeOf(source.index) } : source,
  );
  return { ...plan, sources };
}
