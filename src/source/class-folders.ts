/** Classes from a folder of folders. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { listOf } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { pathOf } from "./read.ts";

export interface ClassFolders<Path> {
  /** The paths or files that count, in their order: pass these on, not the list they came from. */
  files: Path[];
  /** A class id for each of `files`. */
  labels: Uint32Array<ArrayBuffer>;
  classNames: string[];
}

export interface ClassFolderOptions {
  /** The classes, by id: those of the training folders for a validation folder, in which some may be missing. */
  classNames?: readonly string[];
}

/** What systems put beside pictures; whatever begins with a dot is left out too. */
const SYSTEM_FILES = ["__MACOSX", "Thumbs.db", "desktop.ini"];

/**
 * Class ids for a folder of folders, as torchvision's `ImageFolder` has them: a class is a folder directly below the
 * root, whatever folders are in it, and classes are numbered in sorted order. The root is the deepest folder that holds
 * the class folders of all pictures: `cat/indoor/1.png` and `dog/indoor/2.png` are a cat and a dog. Takes paths, or
 * files that were picked or dropped as a folder: a list, or a `FileList`.
 *
 * With `classNames` ids are places in that list. A picture's class is then the outermost folder below the root that is
 * in the list, else the innermost above it: `train/cat/1.png` and `val/dog/2.png` are a cat and a dog too.
 *
 * Hidden files and folders (`.ipynb_checkpoints`, `._1.png`, `__MACOSX` and the like) are left out of the result.
 *
 * @throws SourceError for a path without a folder, and for one in none of `classNames`; InputError for `classNames` and
 * a list that is none
 */
export function labelsFromPaths<Path extends string | File>(
  paths: ArrayLike<Path>,
  options: ClassFolderOptions = {},
): ClassFolders<Path> {
  const list = listOf("paths", paths, "a list of paths or files, or a FileList") as Path[];
  const given = checkNames(options);
  const places = list.map(placeOf).filter((place) => !place.isHidden);
  if (list.length > 0 && places.length === 0)
    throw new InputError("paths", "a file that is not hidden", found(`${list.length} hidden ones`));
  const root = rootDepth(places.map(({ folders }) => folders));
  const names = places.map(({ folders, text }) => {
    if (!given) return folders[root]!;
    const name =
      folders.slice(root).find((folder) => given.includes(folder)) ??
      folders.slice(0, root).findLast((folder) => given.includes(folder));
    if (name === undefined)
      throw new SourceError(text, `a path in one of the folders ${given.join(", ")}`, folders[root]);
    return name;
  });
  const classNames = given ?? [...new Set(names)].sort();
  const ids = new Map(classNames.map((name, id) => [name, id]));
  return {
    files: places.map(({ path }) => path),
    labels: Uint32Array.from(names, (name) => ids.get(name)!),
    classNames,
  };
}

function checkNames(options: ClassFolderOptions): string[] | undefined {
  knownKeys("options", options, ["classNames"]);
  const { classNames } = options;
  if (classNames === undefined) return undefined;
  if (!Array.isArray(classNames) || classNames.length === 0)
    throw new InputError("classNames", "a list of names", classNames);
  const names = Array.from(classNames as readonly unknown[], (name, i) => {
    if (typeof name !== "string" || name === "") throw new InputError(`classNames[${i}]`, "a folder's name", name);
    return sameLetters(name);
  });
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) throw new InputError(`classNames[${twice}]`, "a name that is not in the list yet", classNames[twice]);
  return names;
}

function placeOf<Path extends string | File>(path: Path, index: number) {
  const text = typeof path === "string" ? path : pathOf(path);
  const parts = (text ?? "").split(/[/\\]/).filter((part) => part !== "" && part !== ".");
  const isHidden = parts.some((part) => (part.startsWith(".") && part !== "..") || SYSTEM_FILES.includes(part));
  if (!isHidden && parts.length < 2) throw new SourceError(text || `paths[${index}]`, "a path of class/file", path);
  return { path, text: text!, folders: parts.slice(0, -1).map(sameLetters), isHidden };
}

/** How many folders all paths begin with alike; each still has a folder after them. */
function rootDepth(paths: readonly (readonly string[])[]): number {
  const [first] = paths;
  if (!first) return 0;
  let depth = 0;
  while (paths.every((folders) => folders.length > depth + 1 && folders[depth] === first[depth])) depth++;
  return depth;
}

/** macOS hands out decomposed letters (e and an accent) for what is one letter elsewhere. */
const sameLetters = (name: string): string => name.normalize("NFC");
