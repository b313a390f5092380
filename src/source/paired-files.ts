/** Which file belongs to which picture: by its name, in lists of files and folders. */
import { found, InputError, SourceError, show } from "../check/errors.ts";
import { listOf } from "../check/lists.ts";
import { isCallable } from "../check/values.ts";
import { type FileHandle, isHandle } from "./file-handle.ts";
import { isBlob, pathOf } from "./read.ts";

/** A file, or a handle of one. */
export type PairedFile = Blob | FileHandle;

/**
 * Files that belong to pictures: a list, in which each is found by its picture's name, or a function of the picture's
 * name and place.
 */
export type PairedFiles = ArrayLike<PairedFile> | ((name: string, index: number) => PairedFile | undefined);

/** @throws InputError for what are no files */
export function checkPairedFiles(path: string, files: unknown): PairedFiles {
  if (isCallable(files)) return files as PairedFiles;
  const list = listOf(path, files, "a list of files, or a function from a picture's name to its file");
  for (const [i, file] of list.entries()) checkFile(`${path}[${i}]`, file);
  return list.slice() as PairedFile[];
}

function checkFile(path: string, file: unknown): PairedFile {
  if (isBlob(file) || isHandle(file)) return file;
  throw new InputError(path, "a File, a Blob or a handle of a file", file);
}

/** The path or name of a file; of what has none, nothing. */
export const nameOfFile = (file: unknown): string | undefined => (isHandle(file) ? file.name : pathOf(file));

/**
 * The file of each picture: the one of its name, without endings. `masks/cat.png` is that of `images/cat.jpg`. Of
 * several, it is the one whose folders agree from the end on: `masks/b/1.png` for `images/b/1.jpg`. Where pictures or
 * files have no names, they are taken in their order.
 *
 * @param path what the files are called in messages
 * @param ending of the files that count; default: all do
 * @param names of the pictures
 * @throws SourceError for a picture without a file, or without one of its own
 */
export function pairedFiles(
  path: string,
  files: PairedFiles,
  ending: string | undefined,
  names: readonly (string | undefined)[],
): PairedFile[] {
  if (typeof files === "function")
    return names.map((name, i) => {
      const file = files(name ?? `images[${i}]`, i);
      if (file === undefined) throw new SourceError(`${path}(${show(name ?? `images[${i}]`)})`, "a file", file);
      return checkFile(`${path}(${show(name ?? `images[${i}]`)})`, file);
    });
  const list = Array.from(files).filter((file) => !ending || endsWith(nameOfFile(file), ending));
  const called = list.map(nameOfFile);
  if (names.includes(undefined) || called.includes(undefined)) {
    if (list.length === names.length) return list;
    throw new SourceError(path, `${names.length} files, one a picture, as not all have names`, found(`${list.length}`));
  }
  const pictures = (names as string[]).map((name) => withoutEnding(name));
  const theirs = (called as string[]).map((name) => withoutEnding(name, ending));
  const byName = new Map<string, number[]>();
  for (const [place, parts] of theirs.entries())
    byName.set(parts.at(-1)!, [...(byName.get(parts.at(-1)!) ?? []), place]);
  const owners = new Map<number, number>();
  return pictures.map((parts, i) => {
    const where = `${path}, for ${names[i]}`;
    const key = parts.at(-1)!;
    const ranked = (byName.get(key) ?? [])
      .map((place) => ({ place, alike: alikeFromTheEnd(parts, theirs[place]!) }))
      .sort((one, other) => other.alike - one.alike);
    const [best, second] = ranked;
    if (!best) {
      const wanted = `a file ${key}${ending ? `.${ending}` : " of any ending"}`;
      throw new SourceError(where, wanted, found(someOf(called as string[])));
    }
    if (second?.alike === best.alike)
      throw new SourceError(where, "one file of its name", found(`${called[best.place]} and ${called[second.place]}`));
    const owner = owners.get(best.place) ?? i;
    owners.set(best.place, owner);
    if (pictures[owner]!.join("/") !== parts.join("/"))
      throw new SourceError(
        where,
        "a file of its own",
        found(`${called[best.place]}, which is that of ${names[owner]}`),
      );
    return list[best.place]!;
  });
}

/** How many parts of two paths are the same, from the end on. */
function alikeFromTheEnd(one: readonly string[], other: readonly string[]): number {
  let alike = 0;
  while (alike < one.length && alike < other.length && one.at(-1 - alike) === other.at(-1 - alike)) alike++;
  return alike;
}

function someOf(names: readonly string[]): string {
  if (names.length === 0) return "none at all";
  const first = names.slice(0, 3).join(", ");
  return `${names.length} other${names.length === 1 ? "" : "s"} (${first}${names.length > 3 ? ", …" : ""})`;
}

const endsWith = (name: string | undefined, ending: string): boolean =>
  name === undefined || name.toLowerCase().endsWith(`.${ending}`);

/** In all parts of it: macOS hands out decomposed letters for what is one letter elsewhere. */
function withoutEnding(name: string, ending?: string): string[] {
  const parts = name.normalize("NFC").split(/[/\\]/);
  const last = parts.pop()!;
  const dot = ending === undefined ? last.lastIndexOf(".") : last.length - ending.length - 1;
  return [...parts, dot > 0 ? last.slice(0, dot) : last];
}
