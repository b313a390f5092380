import { knownSchedules } from "../draw/schedule.ts";
import { useSchedules } from "../draw/schedules.ts";
import { useAllMixers } from "../mixers/all.ts";
import { useAllOps } from "../ops/index.ts";
import { useAllStages } from "../stages/all.ts";

/** Enters everything that a policy or a plan can name. */
export function useAll(): void {
  useAllOps();
  useAllStages();
  useAllMixers();
  useSchedules();
  knownSchedules.isComplete = true;
}
