import { mixOps } from "../mixers/index.ts";
import type { MixRow } from "../plan/plan.ts";
import type { Policy } from "./policy.ts";

/** Which kinds of rows a policy can draw, wherever its mixers stand; AugMix blends as MixUp does. */
export function mixerKinds(policy: Policy): MixRow["mixer"][] {
  const kinds = new Set<MixRow["mixer"]>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { kind } = value as { kind?: unknown };
    if (kind === "augMix") kinds.add("mixup");
    else if (typeof kind === "string" && Object.hasOwn(mixOps, kind)) kinds.add(mixOps[kind as keyof typeof mixOps].rows);
    Object.values(value).forEach(visit);
  };
  visit(policy);
  return [...kinds];
}
