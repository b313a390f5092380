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

export function showProgress({ phase, loaded, total, name }: LoadProgress): void {
  const bar = byId("progress", HTMLProgressElement);
  showLoading([PHASES[phase], name].filter(Boolean).join(" "));
  if (total) bar.value = loaded / total;
  else bar.removeAttribute("value");
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
  showLoading(`Compiling kernels, ${done} of ${total}`);
  byId("progress", HTMLProgressElement).value = done / total;
  if (done === total) hideProgress();
}

function showLoading(words: string): void {
  byId("loading", HTMLElement).hidden = false;
  byId("loading-text", HTMLElement).textContent = words;
}

export function hideProgress(): void {
  compiled = undefined;
  byId("loading", HTMLElement).hidden = true;
}
