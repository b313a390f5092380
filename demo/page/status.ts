/** What the page says: to screen readers after a change, to everybody while loading and when something fails. */
import type { LoadProgress, WarmProgress } from "mixwell";
import { byId, within } from "./elements.ts";

/** For screen readers, politely. */
export function announce(words: string): void {
  byId("status", HTMLElement).textContent = words;
}

export function showMessage(words: string): void {
  const message = byId("message", HTMLElement);
  message.hidden = false;
  within(message, "p", HTMLParagraphElement).textContent = words;
}

/** @param words only if it says this */
export function hideMessage(words?: string): void {
  const message = byId("message", HTMLElement);
  if (words === undefined || within(message, "p", HTMLParagraphElement).textContent === words) message.hidden = true;
}

export function setUpMessage(): void {
  within(byId("message", HTMLElement), "button", HTMLButtonElement).addEventListener("click", () => {
    hideMessage();
    byId("file-picker", HTMLInputElement).focus();
  });
}

const PHASES: Record<LoadProgress["phase"], string> = {
  read: "Reading",
  decompress: "Unpacking",
  index: "Looking through",
  decode: "Decoding",
  upload: "Uploading to the GPU",
};

export function showProgress(progress: LoadProgress): void {
  const { loaded, total } = progress;
  const bar = byId("progress", HTMLProgressElement);
  showLoading(progressWords(progress));
  byId("stop-loading", HTMLButtonElement).hidden = false;
  if (total) bar.value = loaded / total;
  else bar.removeAttribute("value");
}

/** "Decoding cat.png, 12 of 40: 4.2 a second, 7 s left"; the last part once it is worth saying. */
export function progressWords({ phase, loaded, total, name, rate, secondsLeft }: LoadProgress): string {
  const what = [PHASES[phase], name].filter(Boolean).join(" ");
  const count = phase === "decode" ? `, ${loaded} of ${total}` : "";
  if (rate === undefined || secondsLeft === undefined || secondsLeft < LEAST_LEFT) return `${what}${count}`;
  const speed = phase === "decode" ? rate.toFixed(1) : `${(rate / 1e6).toFixed(1)} MB`;
  return `${what}${count}: ${speed} a second, ${timeWords(secondsLeft)} left`;
}

/** Seconds below which nobody needs to be told. */
const LEAST_LEFT = 1;

function timeWords(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/** What takes less is over before anybody has read it, and the pictures would jump for it. */
const PATIENCE_MS = 300;

let compiled: WarmProgress | undefined;
let timer = 0;

/** Until all of them are. Where nothing is shown as loading yet, only if it takes a while. */
export function showCompiled(progress: WarmProgress): void {
  compiled = progress;
  if (!byId("loading", HTMLElement).hidden) showCompiling();
  else if (timer === 0) timer = window.setTimeout(showCompiling, PATIENCE_MS);
}

function showCompiling(): void {
  clearTimeout(timer);
  timer = 0;
  if (!compiled) return;
  const { done, total } = compiled;
  byId("stop-loading", HTMLButtonElement).hidden = true;
  showLoading(`Compiling kernels, ${done} of ${total}`);
  byId("progress", HTMLProgressElement).value = done / total;
  if (done === total) hideProgress();
}

/** What the button beside the progress does, while there is something to stop. */
export function setUpStop(stop: () => void): void {
  byId("stop-loading", HTMLButtonElement).addEventListener("click", stop);
}

function showLoading(words: string): void {
  byId("loading", HTMLElement).hidden = false;
  byId("loading-text", HTMLElement).textContent = words;
}

export function hideProgress(): void {
  compiled = undefined;
  byId("loading", HTMLElement).hidden = true;
}
