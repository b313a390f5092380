/** What the bar says. */
import type { Compiling, Progress, RunSettings, Testing } from "../../training/types.ts";

export type State = "loading" | "ready" | "starting" | "running" | "paused" | "stopping" | "ended" | "impossible";

/** What is known of a run. */
export interface RunNews {
  settings: RunSettings;
  /** Undefined before the first step is done. */
  latest?: Progress;
  /** How far the kernels of the arm are that is being got ready. */
  compiling?: Compiling;
  /** The last look at the test pictures. */
  testing?: Testing;
}

const WORDS: Partial<Record<State, string>> = {
  loading: "Loading the pictures …",
  ready: "Ready.",
  starting: "Getting the trainer ready …",
  impossible: "Nothing can run here.",
};

export function runWords(state: State, run: RunNews | undefined): string {
  const { compiling, settings } = run ?? {};
  if (state === "starting" && settings && compiling && compiling.done < compiling.total)
    return `${titleIn(settings, compiling.arm)}: compiling kernels, ${Math.round((100 * compiling.done) / compiling.total)} % …`;
  return WORDS[state] ?? (run ? newsOf(state, run) : "");
}

function newsOf(state: State, { settings, latest, testing }: RunNews): string {
  const titleOf = (id: string) => titleIn(settings, id);
  const several = settings.arms.length > 1;
  const isTogether = settings.order === "together";
  if (state === "stopping") {
    if (testing && testing.done < testing.total)
      return `Stopping: testing ${titleOf(testing.arm)}, ${shareOf(testing)} pictures …`;
    return several && isTogether ? "Stopping when every arm has taken this step …" : "Stopping after this step …";
  }
  if (!latest) {
    if (state === "ended") return "Ended before the first step.";
    return state === "paused" ? "Pausing after the first step …" : "The first step …";
  }
  const steps = `${shareOf(latest)} steps`;
  if (state === "paused") return `Paused at ${steps}.`;
  if (state === "ended") return latest.done === latest.total ? `Done: ${steps}.` : `Stopped at ${steps}.`;
  // Epochs begin again with every arm that has its turn.
  const epoch = several && !isTogether ? `${titleOf(latest.arm)}, epoch` : "Epoch";
  return `${epoch} ${latest.epoch + 1}: ${steps}`;
}

const titleIn = ({ arms }: RunSettings, id: string): string => arms.find((arm) => arm.id === id)!.title;

const shareOf = ({ done, total }: { done: number; total: number }): string =>
  `${done.toLocaleString("en")} of ${total.toLocaleString("en")}`;
