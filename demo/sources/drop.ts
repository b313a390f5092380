/** Files out of a drop, folders and all. */
import type { GivenFile } from "./kinds.ts";

/** Must be called while the event is being handled: afterwards the browser has emptied it. */
export function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length > 0) return Promise.all(entries.map(filesBelow)).then((lists) => lists.flat());
  return Promise.resolve(pickedFiles(transfer.files));
}

export function pickedFiles(files: FileList | null): GivenFile[] {
  return [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(isVisible);
}

async function filesBelow(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ file, path: entry.fullPath.replace(/^\//, "") }].filter(isVisible);
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // A browser hands out a hundred at a time, and an empty list at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) break;
    children.push(...some);
  }
  const lists = await Promise.all(children.map(filesBelow));
  return lists.flat();
}

/**
 * Systems leave `.DS_Store` and the like in folders, and programs whole folders. `labelsFromPaths` takes no class from
 * them either.
 */
const isVisible = ({ path }: GivenFile): boolean => !path.split("/").some((part) => /^(\.|__MACOSX$)/.test(part));
