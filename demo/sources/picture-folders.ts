/** Folders of pictures to train on: which files are pictures, which are for testing, and what the classes are. */
import { labelsFromPaths, SourceError } from "mixwell";
import type { GivenFile } from "./kinds.ts";

/** Browsers give a type to the formats that they know, and none to the others. */
const PICTURE = /\.(avif|bmp|gif|heic|heif|jfif|jpe?g|jxl|png|tiff?|webp)$/i;
/** In a folder's name, as in `train`, `training_set` and `seg_train`. */
const TRAIN_WORD = /(?<=^|[_.-])train(ing)?(?=[_.-]|$)/i;
const TEST_WORD = /(?<=^|[_.-])test(ing)?(?=[_.-]|$)/i;
/** A message names so many classes. */
const MOST_NAMED = 10;

/** By its type or name: one that is damaged is a picture all the same. */
export function isPicture({ file }: GivenFile): boolean {
  return file.type.startsWith("image/") || PICTURE.test(file.name);
}

/** Paths in a folder called test that has one called train beside it. Alone, the name can be a class's. */
export function pathsForTesting(paths: readonly string[]): Set<string> {
  const folders = new Set(paths.flatMap(foldersOf));
  // `test_set` belongs to `train_set` or `training_set`, and not to `train`.
  const trained = new Set(
    [...folders].filter((folder) => TRAIN_WORD.test(nameOf(folder))).map((folder) => restOf(folder, TRAIN_WORD)),
  );
  const isTest = (folder: string) => TEST_WORD.test(nameOf(folder)) && trained.has(restOf(folder, TEST_WORD));
  const tests = new Set([...folders].filter(isTest));
  return new Set(paths.filter((path) => foldersOf(path).some((folder) => tests.has(folder))));
}

/**
 * Paths of pictures that lie beside the class folders and in none: in a folder that holds all others' (for training, or
 * for testing), or in no folder.
 */
export function loosePaths(paths: readonly string[]): Set<string> {
  const testing = pathsForTesting(paths);
  const sides = [paths.filter((path) => !testing.has(path)), paths.filter((path) => testing.has(path))];
  return new Set(sides.flatMap(looseAmong));
}

function looseAmong(paths: readonly string[]): readonly string[] {
  const folders = [...new Set(paths.map(folderOf))];
  const holdsAll = (folder: string) =>
    folders.every((other) => other === folder || folder === "" || other.startsWith(`${folder}/`));
  const holder = folders.length > 1 ? folders.find(holdsAll) : undefined;
  if (holder === undefined) return [];
  const isBeside = (path: string) => folderOf(path) === holder;
  // Within it there may be another that holds the rest.
  return [...paths.filter(isBeside), ...looseAmong(paths.filter((path) => !isBeside(path)))];
}

/** Class names of pictures to train on, sorted. @throws SourceError for a picture outside of folders */
export function classesOf(paths: readonly string[]): string[] {
  const loose = paths.find((path) => !path.includes("/"));
  if (loose) throw new SourceError(loose, "a folder of pictures for each class", "no folder");
  return labelsFromPaths(paths).classNames;
}

/** Class ids by the folders' names. @throws SourceError for a folder that is not among the classes */
export function labelsAmong(classes: readonly string[], paths: readonly string[]): Uint32Array {
  const { labels, classNames } = labelsFromPaths(paths);
  const ids = classNames.map((name) => classes.indexOf(name));
  const strange = labels.findIndex((label) => ids[label] === -1);
  if (strange >= 0) {
    const named = classes.length > MOST_NAMED ? [...classes.slice(0, MOST_NAMED), "…"] : classes;
    throw new SourceError(
      paths[strange]!,
      `a class of the training folders (${named.join(", ")})`,
      classNames[labels[strange]!]!,
    );
  }
  return labels.map((label) => ids[label]!);
}

/** Every folder that a file lies in, as paths: `a` and `a/b` for `a/b/c.png`. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const restOf = (path: string, word: RegExp): string =>
  path.slice(0, path.lastIndexOf("/") + 1) + nameOf(path).replace(word, "/");
