import { knownSchedules } from "../draw/schedule.ts";
import { useSchedules } from "../draw/schedules.ts";
import { useAllMixers } from "../mixers/all.ts";
import { useAllStages } from "../stages/all.ts";
import { bringAllOps } from "../stages/brings.ts";

/** Enters everything that a policy or a plan can name. */
export function useAll(): void {
  bringAllOps();
  useAllStages();
  useAllMixers();
  useSchedules();
  knownSchedules.isComplete = true;
}
