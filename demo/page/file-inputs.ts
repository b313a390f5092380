/** The pickers, and dropping anywhere on the page. */
import { filesIn } from "mixwell";
import { type GivenFile, given } from "../sources/kinds.ts";
import { byId } from "./elements.ts";

export function setUpFileInputs(onFiles: (files: GivenFile[]) => void): void {
  for (const id of ["file-picker", "folder-picker"]) {
    const input = byId(id, HTMLInputElement);
    input.addEventListener("change", () => {
      // The list is read at once: then the same file can be picked again.
      void filesIn(input.files ?? []).then((files) => onFiles(given(files)));
      input.value = "";
    });
  }

  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = (isDropping: boolean) => document.body.classList.toggle("dropping", isDropping);
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  addEventListener("dragleave", (event) => {
    // Leaving an element for another one is not leaving the page.
    if (event.relatedTarget === null) mark(false);
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(false);
    void filesIn(event.dataTransfer!).then((files) => onFiles(given(files)));
  });
}
