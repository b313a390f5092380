/** The files, or the pictures, in what a visitor picked or dropped. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { listOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { checkSignal } from "./aborting.ts";
import { pathOf } from "./read.ts";

/**
 * Files and folders, as browsers hand them out: a list of files (`input.files`, also of `webkitdirectory`), what was
 * dropped (`event.dataTransfer`, in the handler of the event), or a folder's handle (`showDirectoryPicker()`).
 */
export type FolderInput = ArrayLike<File> | DataTransfer | FileSystemDirectoryHandle;

export interface FolderOptions {
  /** Ends the search through a large folder. */
  signal?: AbortSignal;
}

/** What systems and programs leave beside pictures. */
const HIDDEN = /(^|[/\\])(\.(?!\.?[/\\])|__MACOSX[/\\]|Thumbs\.db$|desktop\.ini$)/;
const PICTURE = /\.(jpe?g|png|webp|gif|bmp|avif)$/i;

/**
 * The files in a folder and the folders below, sorted by path. Each has its path as `webkitRelativePath`, so
 * `labelsFromPaths` finds the classes. Hidden files are left out.
 * @throws InputError, the reason of `signal`
 */
export async function filesIn(folder: FolderInput, options: FolderOptions = {}): Promise<File[]> {
  checkOptions("filesIn", options);
  return visible(await filesOf("filesIn", folder, options.signal));
}

/**
 * Those of them that are pictures, by their ending or type.
 * @throws SourceError where there is none at all, InputError, the reason of `signal`
 */
export async function picturesIn(folder: FolderInput, options: FolderOptions = {}): Promise<File[]> {
  checkOptions("picturesIn", options);
  // Before anything is waited for: a drop is empty after its event.
  const files = await filesOf("picturesIn", folder, options.signal);
  const pictures = visible(files).filter(isPicture);
  if (pictures.length === 0) throw new SourceError("folder", "at least one picture", found(whatElse(files)));
  return pictures;
}

function checkOptions(path: string, options: FolderOptions): void {
  knownKeys(`${path}.options`, options, ["signal"]);
  checkSignal(`${path}.options.signal`, options.signal);
}

function visible(files: readonly File[]): File[] {
  const shown = files.filter((file) => !HIDDEN.test(pathOf(file)!));
  return shown.sort((a, b) => (pathOf(a)! < pathOf(b)! ? -1 : 1));
}

const isPicture = (file: File): boolean =>
  PICTURE.test(file.name) || (file.type.startsWith("image/") && !isDrawing(file));
const isDrawing = (file: File): boolean => file.type === "image/svg+xml";

function whatElse(files: readonly File[]): string {
  if (files.length === 0) return "no file at all";
  const some = files.slice(0, 3).map((file) => pathOf(file));
  return `${files.length} other file${files.length === 1 ? "" : "s"} (${some.join(", ")}${files.length > 3 ? ", …" : ""})`;
}

function filesOf(path: string, folder: FolderInput, signal: AbortSignal | undefined): Promise<File[]> {
  const given = folder as Partial<DataTransfer & FileSystemDirectoryHandle & ArrayLike<File>> | null | undefined;
  if (typeof given === "object" && given !== null) {
    if (given.kind === "directory" && typeof given.values === "function")
      return inHandle(folder as FileSystemDirectoryHandle, given.name ?? "", signal);
    if (given.items && "files" in given) return inDrop(folder as DataTransfer, signal);
    if (typeof given.length === "number") {
      const files = listOf(`${path}.folder`, folder, "a list of files");
      return Promise.resolve(files.map((file, i) => checkFile(`${path}.folder[${i}]`, file)));
    }
  }
  throw new InputError(`${path}.folder`, "a list of files, a DataTransfer or a FileSystemDirectoryHandle", folder);
}

function checkFile(path: string, file: unknown): File {
  if (typeof File === "undefined" || !(file instanceof File)) throw new InputError(path, "a File", file);
  return file;
}

/** Some handles are files', and those of a folder inside are walked through. */
async function inHandle(
  folder: FileSystemDirectoryHandle,
  path: string,
  signal: AbortSignal | undefined,
): Promise<File[]> {
  const files: File[] = [];
  for await (const entry of folder.values()) {
    signal?.throwIfAborted();
    const below = path === "" ? entry.name : `${path}/${entry.name}`;
    if (HIDDEN.test(below)) continue;
    if (entry.kind === "directory") files.push(...(await inHandle(entry as FileSystemDirectoryHandle, below, signal)));
    else files.push(withPath(await (entry as FileSystemFileHandle).getFile(), below));
  }
  return files;
}

async function inDrop(transfer: DataTransfer, signal: AbortSignal | undefined): Promise<File[]> {
  const entries = Array.from(transfer.items).flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return Array.from(transfer.files);
  const lists = await Promise.all(entries.map((entry) => inEntry(entry, signal)));
  return lists.flat();
}

async function inEntry(entry: FileSystemEntry, signal: AbortSignal | undefined): Promise<File[]> {
  signal?.throwIfAborted();
  const path = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [withPath(file, path)];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // A browser hands out a hundred at a time, and an empty list at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return files;
    for (const list of await Promise.all(some.map((below) => inEntry(below, signal)))) files.push(...list);
  }
}

/** A file that says where it was, as those of `webkitdirectory` do. */
function withPath(file: File, path: string): File {
  Object.defineProperty(file, "webkitRelativePath", { value: path, configurable: true, enumerable: true });
  return file;
}
