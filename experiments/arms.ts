/**
 * The ways to mix that the experiment compares: those of the demo, and the strong MixUp of the paper's part on wrong
 * labels.
 */
import { mixup } from "mixwell";
import { ARMS as DEMO_ARMS } from "../training/arms.ts";
import type { Arm } from "../training/types.ts";

export type ArmId = "none" | "mixup" | "cutmix" | "mixup8";

/** With the α in their names, as two of them differ in nothing else. */
const TITLES: Record<ArmId, string> = { none: "none", mixup: "MixUp 0.2", cutmix: "CutMix 1.0", mixup8: "MixUp 8" };

export function armOf(id: ArmId): Arm {
  const policy = id === "mixup8" ? mixup({ alpha: 8 }) : DEMO_ARMS.find((arm) => arm.id === id)!.policy;
  return { id, title: TITLES[id], policy };
}
