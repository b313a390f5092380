/** Copy buttons: `data-copy` names the element whose text goes to the clipboard. */
import { byId } from "./elements.ts";
import { announce } from "./status.ts";

const SHOWN_MS = 1800;

export function setUpCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const words = button.textContent;
    let timer = 0;
    button.addEventListener("click", async () => {
      const done = await copy(byId(button.dataset.copy!, HTMLElement));
      button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
      button.classList.toggle("done", done);
      announce(done ? "Copied to the clipboard" : "The text is selected: press Ctrl+C to copy it");
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
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
