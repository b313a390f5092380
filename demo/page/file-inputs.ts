/** The pickers, and dropping anywhere on the page. */
import { droppedFiles, pickedFiles } from "../sources/drop.ts";
import type { GivenFile } from "../sources/kinds.ts";
import { byId } from "./elements.ts";

export function setUpFileInputs(onFiles: (files: GivenFile[]) => void): void {
  for (const id of ["file-picker", "folder-picker"]) {
    const input = byId(id, HTMLInputElement);
    input.addEventListener("change", () => {
      onFiles(pickedFiles(input.files));
      // The same file can be picked again.
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
    void droppedFiles(event.dataTransfer!).then(onFiles);
  });
}
