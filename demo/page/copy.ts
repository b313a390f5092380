/** Copy buttons: `data-copy` names the element whose text goes to the clipboard, or says `address`. */
import { currentAddress } from "./address.ts";
import { byId } from "./elements.ts";
import { announce } from "./status.ts";

const SHOWN_MS = 1800;

export function setUpCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const words = button.textContent;
    const what = button.dataset.copy!;
    let timer = 0;
    button.addEventListener("click", async () => {
      const done = what === "address" ? await written(currentAddress()) : await copy(byId(what, HTMLElement));
      const otherwise = what === "address" ? "Copy it from the address bar" : "Selected: press Ctrl+C";
      button.textContent = done ? "Copied" : otherwise;
      button.classList.toggle("done", done);
      announce(done ? "Copied to the clipboard" : otherwise);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        button.textContent = words;
        button.classList.remove("done");
      }, SHOWN_MS);
    });
  }
}

/** Where the clipboard is out of reach, the text is selected so that the keyboard can copy it. */
async function copy(element: HTMLElement): Promise<boolean> {
  const done = await written(element.textContent);
  if (!done) getSelection()?.selectAllChildren(element);
  return done;
}

const written = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false);
