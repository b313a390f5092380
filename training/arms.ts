/** The ways to augment that the training page and the experiment compare. */
import { ArgumentError, cutmix, mixup, oneOf, randAugment } from "mixwell";
import type { Arm } from "./types.ts";

export const ARMS: readonly Arm[] = [
  { id: "none", title: "None", policy: [] },
  { id: "mixup", title: "MixUp", policy: mixup({ alpha: 0.2 }) },
  { id: "cutmix", title: "CutMix", policy: cutmix({ alpha: 1 }) },
  {
    id: "all",
    title: "RandAugment + both",
    policy: [randAugment(), oneOf([mixup({ alpha: 0.2 }), cutmix({ alpha: 1 })])],
  },
];

/** @throws ArgumentError for an id that no arm has */
export function armOf(id: string): Arm {
  const arm = ARMS.find((each) => each.id === id);
  if (!arm) throw new ArgumentError("arm", `one of ${ARMS.map((each) => each.id).join(", ")}`, id);
  return arm;
}
