/** The bar with the buttons, and everything below it that moves while a run is on. */
import { byId } from "../page/elements.ts";
import type { Progress, Result } from "../training/types.ts";
import { showCurves, showReliability } from "./charts.ts";
import type { RunRecord } from "./record.ts";
import { showResults } from "./table.ts";
import { duration, rate } from "./words.ts";

export type State = "loading" | "ready" | "starting" | "running" | "paused" | "stopping" | "ended" | "impossible";

/** Between two drawings of the charts: often enough to look alive, seldom enough to leave time for training. */
const REDRAW_MS = 300;

const WORDS: Partial<Record<State, string>> = {
  loading: "Loading the pictures …",
  ready: "Ready.",
  starting: "Getting the trainer ready …",
  stopping: "Stopping after this step …",
  impossible: "Nothing can run here.",
};

export class RunView {
  private record: RunRecord | undefined;
  private latest: Progress | undefined;
  private timer = 0;

  show(state: State): void {
    const isOn = state === "running" || state === "paused" || state === "starting";
    const start = byId("start", HTMLButtonElement);
    const pause = byId("pause", HTMLButtonElement);
    const stop = byId("stop", HTMLButtonElement);
    const hadFocus = document.activeElement;
    start.disabled = state !== "ready" && state !== "ended";
    start.textContent = state === "ended" ? "Train again" : "Start training";
    pause.disabled = state !== "running" && state !== "paused";
    pause.textContent = state === "paused" ? "Resume" : "Pause";
    // Still there while it stops, so that the keyboard's focus has a place to stay.
    stop.disabled = !isOn && state !== "stopping";
    // A button that is switched off drops the focus: the keyboard goes on at the one that takes its place.
    if (hadFocus === start && start.disabled) stop.focus();
    else if ((hadFocus === stop || hadFocus === pause) && state === "ended") start.focus();
    byId("files", HTMLElement).inert = isOn || state === "stopping";
    const bar = byId("run-progress", HTMLProgressElement);
    // Without a value it says that something goes on, and not how far.
    if (state === "loading" || state === "starting") bar.removeAttribute("value");
    else if (state === "ready" || !bar.hasAttribute("value")) bar.value = 0;
    document.body.dataset.run = state;
    this.say(WORDS[state] ?? this.progressWords(state));
  }

  say(words: string): void {
    byId("run-words", HTMLElement).textContent = words;
  }

  begin(record: RunRecord): void {
    this.record = record;
    this.latest = undefined;
    showResults(record);
    this.draw();
  }

  add(progress: Progress): void {
    this.latest = progress;
    this.record?.add(progress);
    if (this.timer === 0) this.timer = window.setTimeout(() => this.draw(), REDRAW_MS);
  }

  finish(results: Result[]): void {
    if (!this.record) return;
    this.record.finish(results);
    this.draw();
    showResults(this.record);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.record) return;
    showCurves(this.record);
    showReliability(this.record);
    if (this.latest) byId("run-progress", HTMLProgressElement).value = this.latest.done / this.latest.total;
    byId("rate", HTMLElement).textContent = this.latest ? rate(this.latest.stepsPerSecond) : "–";
    byId("left", HTMLElement).textContent = this.latest ? duration(this.latest.secondsLeft) : "–";
    const state = document.body.dataset.run as State;
    if (state === "running") this.say(this.progressWords(state));
  }

  private progressWords(state: State): string {
    if (!this.latest) return state === "ended" ? "Ended before the first step." : "The first step …";
    const { done, total, epoch } = this.latest;
    const steps = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} steps`;
    if (state === "paused") return `Paused at ${steps}.`;
    if (state === "ended") return done === total ? `Done: ${steps}.` : `Stopped at ${steps}.`;
    return `Epoch ${epoch + 1}: ${steps}`;
  }
}
