/** The bar with the buttons, and everything below it that moves while a run is on. */

import type { Compiling, Progress, Result, Testing } from "../../training/types.ts";
import { byId } from "../page/elements.ts";
import { showCurves, showReliability } from "./charts.ts";
import type { RunRecord } from "./record.ts";
import { type RunNews, runWords, type State } from "./run-words.ts";
import { showResults } from "./table.ts";
import { duration, rate } from "./words.ts";

export type { State } from "./run-words.ts";

/** Between two drawings of the charts: often enough to look alive, seldom enough to leave time for training. */
const REDRAW_MS = 300;

export class RunView {
  private record: RunRecord | undefined;
  private news: RunNews | undefined;
  private state: State = "loading";
  private timer = 0;

  /** @param isStoppable whether a load can be given up */
  show(state: State, isStoppable = false): void {
    this.state = state;
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
    stop.disabled = !isOn && state !== "stopping" && !isStoppable;
    // A button that is switched off drops the focus: the keyboard goes on at the one that takes its place.
    if (hadFocus === start && start.disabled) stop.focus();
    else if ((hadFocus === stop || hadFocus === pause) && state === "ended") start.focus();
    byId("files", HTMLElement).inert = isOn || state === "stopping";
    // The first curve takes its place.
    const hint = document.getElementById("start-hint");
    if (hint && state === "impossible") hint.textContent = "Nothing can be trained here: see above.";
    document.body.dataset.run = state;
    this.tell();
  }

  say(words: string): void {
    byId("run-words", HTMLElement).textContent = words;
  }

  begin(record: RunRecord): void {
    this.record = record;
    this.news = { settings: record.settings };
    showResults(record);
    this.draw();
  }

  add(progress: Progress): void {
    if (this.news) this.news.latest = progress;
    this.record?.add(progress);
    // The very first number is waited for, and an arm whose turn is shorter than a redrawing is still one that had its
    // turn.
    if (progress.step === 1) this.draw();
    else if (this.timer === 0) this.timer = window.setTimeout(() => this.draw(), REDRAW_MS);
  }

  /** Seen only while it stops: then there is nothing else to wait for. */
  addTesting(testing: Testing): void {
    if (this.news) this.news.testing = testing;
    if (this.state === "stopping") this.tell();
  }

  addCompiling(compiling: Compiling): void {
    if (this.news) this.news.compiling = compiling;
    if (this.state === "starting") this.tell();
  }

  finish(results: Result[]): void {
    if (!this.record) return;
    this.record.finish(results);
    this.draw();
    showResults(this.record);
  }

  /** Shows at once what waits for the next redrawing. */
  catchUp(): void {
    if (this.timer !== 0) this.draw();
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.record) return;
    showCurves(this.record);
    showReliability(this.record);
    // In other states somebody else may have said something better, such as that an error ended it.
    if (this.state === "running" || this.state === "paused") this.tell();
    else this.moveBar();
  }

  /** How far it is, and how fast: as long as it is on its way. */
  private tell(): void {
    const { state, news } = this;
    const { stepsPerSecond, secondsLeft } =
      (state === "running" || state === "paused" ? news?.latest : undefined) ?? {};
    this.say(runWords(state, news));
    this.moveBar();
    byId("rate", HTMLElement).textContent = stepsPerSecond === undefined ? "–" : rate(stepsPerSecond);
    byId("left", HTMLElement).textContent = secondsLeft === undefined ? "–" : duration(secondsLeft);
  }

  private moveBar(): void {
    const bar = byId("run-progress", HTMLProgressElement);
    const latest = this.state === "ready" ? undefined : this.news?.latest;
    // Without a value it says that something goes on, and not how far.
    if (this.state === "loading" || this.state === "starting") bar.removeAttribute("value");
    else bar.value = latest ? latest.done / latest.total : 0;
  }
}
