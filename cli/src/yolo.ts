/**
 * YOLO's folders (https://docs.ultralytics.com/datasets/detect/): `images/…`, for each picture a text file in
 * `labels/…` with a line an object, and `data.yaml`, which names the classes, and says how many keypoints an object has
 * (https://docs.ultralytics.com/datasets/pose/).
 */
import { access, readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import sharp from "sharp";
import { parse } from "yaml";
import { badInput, wordsOf } from "./exit-codes.ts";
import type { Category } from "./manifest.ts";
import type { Annotated, FileObject } from "./objects.ts";
import { namesFor, type Pair } from "./points.ts";
import { objectOf, type Points } from "./yolo-line.ts";

/** Pictures by their paths below `root`; places are shares of the picture's sides. */
export interface YoloFolder {
  root: string;
  names: string[];
  objects: FileObject[][];
  categories: Category[];
}

export const YOLO_FILE = "data.yaml";
const NAMES = /^data\.ya?ml$/;
/** Text files that are read at once. */
const AT_ONCE = 64;

export const isYoloFolder = (names: readonly string[]): boolean =>
  names.some((name) => NAMES.test(name)) || (names.includes("images") && names.includes("labels"));

/** @param path the folder, or its `data.yaml`; `isPicture` by a file's name */
export async function readYolo(path: string, isPicture: (name: string) => boolean): Promise<YoloFolder> {
  const isFile = /\.ya?ml$/i.test(path);
  const root = isFile ? dirname(path) : path;
  const about = isFile ? path : join(root, (await readdir(root)).find((name) => NAMES.test(name)) ?? YOLO_FILE);
  const data = await dataOf(about, isFile);
  const files = data ? await filesOf(root, data, isPicture) : await picturesIn(join(root, "images"), isPicture);
  if (files.length === 0) throw badInput(`${path}: expected pictures, of images/ or "train" of data.yaml, found none`);
  const objects: FileObject[][] = [];
  for (let i = 0; i < files.length; i += AT_ONCE)
    objects.push(
      ...(await Promise.all(files.slice(i, i + AT_ONCE).map((file) => objectsIn(labelsFileOf(file), data?.points)))),
    );
  const most = objects.flat().reduce((most, { label }) => Math.max(most, label), -1);
  const classNames = data?.names ?? Array.from({ length: most + 1 }, (_, label) => `${label}`);
  if (most >= classNames.length)
    throw badInput(`${about}: expected a name for each class, found ${classNames.length} for class ${most}`);
  const names = files.map((file) => relative(root, file).split(sep).join("/"));
  const points = data?.points && pointsOf(data.points);
  return { root, names, objects, categories: classNames.map((name, id) => ({ id, name, ...points })) };
}

/** The picture's objects in pixels, once its size is known. */
export function inPixels(
  objects: readonly FileObject[],
  { height, width }: { height: number; width: number },
): Annotated {
  const scaled = objects.map(({ label, box: [x, y, w, h], rings, keypoints }) => ({
    label,
    box: [x * width, y * height, w * width, h * height] as const,
    ...(rings && { rings: rings.map((ring) => ring.map((value, i) => value * (i % 2 === 0 ? width : height))) }),
    ...(keypoints && { keypoints: pointsInPixels(keypoints, width, height) }),
  }));
  return { height, width, objects: scaled };
}

/** YOLO's places count from the picture's edge, ours from the middle of the first pixel. */
function pointsInPixels(keypoints: readonly number[], width: number, height: number): number[] {
  const isThere = (i: number) => keypoints[i - (i % 3) + 2] !== 0;
  return keypoints.map((value, i) => (isThere(i) ? [value * width - 0.5, value * height - 0.5, value][i % 3]! : 0));
}

/** The size that a picture file is shown in, of its first bytes. */
export async function sizeOfFile(path: string, name: string): Promise<{ height: number; width: number }> {
  try {
    const { height, width, orientation = 1 } = await sharp(path).metadata();
    return orientation > 4 ? { height: width, width: height } : { height, width };
  } catch (error) {
    throw badInput(`${name}: expected a picture whose size can be read: ${wordsOf(error)}`, error);
  }
}

interface Data {
  path?: string;
  train: string[];
  names: string[];
  points?: Points;
}

async function dataOf(file: string, isNamed: boolean): Promise<Data | undefined> {
  let value: Record<string, unknown> | null;
  try {
    value = parse(await readFile(file, "utf8"));
  } catch (error) {
    if (!isNamed && (error as { code?: string }).code === "ENOENT") return undefined;
    throw badInput(`${file}: expected YAML: ${wordsOf(error)}`, error);
  }
  const { path, train, names, kpt_shape: shape, flip_idx: flipped } = value ?? {};
  const list = Array.isArray(train) ? train : [train ?? "images"];
  if (!list.every((one) => typeof one === "string")) throw badInput(`${file}: expected "train" to name folders`);
  const classNames = names && typeof names === "object" ? Object.entries(names) : [];
  if (classNames.length === 0 || classNames.some(([key], i) => key !== `${i}`))
    throw badInput(`${file}: expected "names" of the classes, from 0 on, found none`);
  return {
    ...(typeof path === "string" && { path }),
    train: list as string[],
    names: classNames.map(([, name]) => String(name)),
    ...(shape !== undefined && { points: shapeOfPoints(shape, flipped, file) }),
  };
}

function shapeOfPoints(shape: unknown, flipped: unknown, file: string): Points {
  const [count, numbers] = Array.isArray(shape) ? shape : [];
  if (!Number.isInteger(count) || count < 1 || (numbers !== 2 && numbers !== 3))
    throw badInput(`${file}: expected "kpt_shape" to be [how many, 2 or 3], found ${JSON.stringify(shape)}`);
  if (flipped === undefined) return { count, numbers, pairs: [] };
  const isOrder = Array.isArray(flipped) && flipped.length === count && flipped.every((to, at) => flipped[to] === at);
  if (!isOrder)
    throw badInput(`${file}: expected "flip_idx" to be pairs of ${count} points, found ${JSON.stringify(flipped)}`);
  const pairs = flipped.flatMap((to: number, at: number): Pair[] => (to > at ? [[at, to]] : []));
  return { count, numbers, pairs };
}

const pointsOf = ({ count, pairs }: Points) => ({ keypoints: namesFor(count, pairs), pairs });

async function filesOf(root: string, { path, train }: Data, isPicture: (name: string) => boolean): Promise<string[]> {
  // What its `path` is below is a setting of Ultralytics': where it is not there, it is this folder.
  const given = path === undefined ? undefined : resolve(root, path);
  const base = given !== undefined && (await isThere(given)) ? given : root;
  const all: string[] = [];
  for (const one of train) {
    const place = resolve(base, one);
    if (place.endsWith(".txt")) {
      const lines = (await textOf(place)).split("\n").map((line) => line.trim());
      all.push(...lines.filter(Boolean).map((line) => resolve(dirname(place), line)));
    } else all.push(...(await picturesIn(place, isPicture)));
  }
  return all;
}

async function picturesIn(folder: string, isPicture: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw badInput(`${folder}: expected a folder of pictures: ${wordsOf(error)}`, error);
  });
  return entries
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith(".") && isPicture(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `labels` in place of the last `images` in its path, as YOLO has it; or beside it. */
function labelsFileOf(file: string): string {
  const parts = file.split(sep);
  const images = parts.lastIndexOf("images");
  if (images >= 0) parts[images] = "labels";
  const path = parts.join(sep);
  return `${path.slice(0, path.length - extname(path).length)}.txt`;
}

/** A picture without such a file has no objects. */
async function objectsIn(file: string, points: Points | undefined): Promise<FileObject[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if ((error as { code?: string }).code === "ENOENT") return "";
    throw badInput(`${file}: expected a file that can be read: ${wordsOf(error)}`, error);
  });
  return text
    .split("\n")
    .map((line, i) => ({ words: line.trim().split(/\s+/), where: `${file}, line ${i + 1}` }))
    .filter(({ words }) => words[0] !== "")
    .map(({ words, where }) => objectOf(words, points, where));
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const textOf = (path: string): Promise<string> =>
  readFile(path, "utf8").catch((error: unknown) => {
    throw badInput(`${path}: expected a file that can be read: ${wordsOf(error)}`, error);
  });
