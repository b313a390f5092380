/** What the page says: to screen readers after a change, to everybody while loading and when something fails. */
import type { LoadProgress } from "mixwell";
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
  decode: "Decoding",
  upload: "Uploading to the GPU",
};

export function showProgress({ phase, loaded, total, name }: LoadProgress): void {
  const bar = byId("progress", HTMLProgressElement);
  byId("loading", HTMLElement).hidden = false;
  byId("loading-text", HTMLElement).textContent = [PHASES[phase], name].filter(Boolean).join(" ");
  if (total) bar.value = loaded / total;
  else bar.removeAttribute("value");
}

export function hideProgress(): void {
  byId("loading", HTMLElement).hidden = true;
}
