/** The visitor's files, or a dataset under data/, as pictures to train on and to test with. */
import {
  CIFAR10_CLASSES,
  createEngine,
  Dataset,
  FASHION_MNIST_CLASSES,
  foldIn,
  hashName,
  keyFromSeed,
  type LoadProgress,
  SourceError,
  uniform01,
} from "mixwell";
import type { LabelledPictures, TrainData } from "../../training/types.ts";
import { progressWords } from "../page/status.ts";
import { type GivenFile, kindOf } from "./kinds.ts";
import { sourceOf } from "./own-files.ts";
import { classesOf, isPicture, labelsAmong, loosePaths, pathsForTesting } from "./picture-folders.ts";
import type { Source } from "./source.ts";

/** Pictures read back from the GPU in one go. */
const READ_BATCH = 512;
/** Picture files are brought to so many pixels a side; IDX and CIFAR keep their size. */
const SIDE = 32;
/** Class ids are kept as bytes. */
const MOST_CLASSES = 256;
const TWO_CLASSES = "at least two classes (a folder of pictures for each)";
/** One picture in so many is for testing, where the files do not say which are. */
const HELD_OUT = 5;

/** A set of `npm run data`, as data/index.json lists it. */
export interface ServedSet {
  name: string;
  title: string;
  kind: "idx" | "cifar10";
  train: string[];
  test: string[];
}

export async function servedSets(): Promise<ServedSet[]> {
  const response = await fetch("data/index.json");
  return response.ok ? ((await response.json()) as { sets: ServedSet[] }).sets : [];
}

/** What a load is given by whoever waits for it. */
export interface Waiting {
  tell(words: string): void;
  /** Aborted when nobody waits any more: the load ends with an error soon. */
  signal: AbortSignal;
}

export interface OwnData extends TrainData {
  /** Files that no picture was read from. */
  leftOut: number;
}

export async function loadServed(device: GPUDevice, set: ServedSet, waiting: Waiting): Promise<TrainData> {
  const fetched = async (paths: string[]): Promise<GivenFile[]> => {
    const files: GivenFile[] = [];
    for (const path of paths) {
      waiting.tell(`Fetching ${path}`);
      const response = await fetch(`data/${path}`, { signal: waiting.signal });
      if (!response.ok)
        throw new SourceError(`data/${path}`, "the file that data/index.json lists", `status ${response.status}`);
      files.push({ file: new File([await response.blob()], path.split("/").at(-1)!), path });
    }
    return files;
  };
  const [train, test] = [await fetched(set.train), await fetched(set.test)];
  const names =
    set.kind === "cifar10" ? CIFAR10_CLASSES : set.name === "fashion-mnist" ? FASHION_MNIST_CLASSES : undefined;
  return joined(set.title, await readFiles(device, train, waiting), await readFiles(device, test, waiting), names);
}

/**
 * IDX pairs, CIFAR batches or folders of pictures. What is called test or t10k is for testing; without any, a fifth of
 * the pictures is, always the same ones.
 * @throws SourceError for files that cannot be read or have fewer than two classes
 */
export async function loadOwn(device: GPUDevice, files: GivenFile[], waiting: Waiting): Promise<OwnData> {
  const kinds = await Promise.all(files.map(kindOf));
  const packed = files.filter((_, i) => kinds[i] !== "picture");
  // Beside IDX files and batches lie their readme and the like.
  const used = packed.length > 0 ? packed : inFolders(files.filter(isPicture));
  const found =
    files.length === 1 ? files[0]!.file.name : files.length > 0 ? `${files.length} other files` : "no files";
  if (used.length === 0)
    throw new SourceError("Your files", "pictures in a folder for each class, an IDX pair or CIFAR batches", found);
  const name = used.length === 1 ? used[0]!.file.name : `${used.length} files of yours`;
  const data =
    packed.length > 0 ? await loadPacked(device, name, used, waiting) : await loadFolders(device, name, used, waiting);
  return { ...data, leftOut: files.length - used.length };
}

async function loadPacked(device: GPUDevice, name: string, files: GivenFile[], waiting: Waiting): Promise<TrainData> {
  const isTest = ({ path }: GivenFile) => /(^|[/_.-])(t10k|test)([/_.-]|$)/i.test(path);
  const [train, test] = [files.filter((file) => !isTest(file)), files.filter(isTest)];
  if (train.length === 0 || test.length === 0) return split(name, await readFiles(device, files, waiting));
  return joined(name, await readFiles(device, train, waiting), await readFiles(device, test, waiting));
}

function inFolders(pictures: GivenFile[]): GivenFile[] {
  const loose = loosePaths(pictures.map(({ path }) => path));
  return pictures.filter(({ path }) => !loose.has(path));
}

async function loadFolders(device: GPUDevice, name: string, files: GivenFile[], waiting: Waiting): Promise<TrainData> {
  const testing = pathsForTesting(files.map(({ path }) => path));
  const [train, test] = [files.filter(({ path }) => !testing.has(path)), files.filter(({ path }) => testing.has(path))];
  const classes = classesOf(train.map(({ path }) => path));
  checkClasses(classes.length, name, classes);
  // Both before any picture is decoded: that can take minutes.
  const [forTraining, forTesting] = [train, test].map((some) => folderSource(name, some, classes));
  const read = await readBack(device, forTraining!, waiting);
  return test.length > 0 ? joined(name, read, await readBack(device, forTesting!, waiting)) : split(name, read);
}

/** Pictures whose ids count `classes`, so that both sides of a set mean the same by them. */
function folderSource(title: string, files: GivenFile[], classes: string[]): Readable {
  const paths = files.map(({ path }) => path);
  const options = {
    height: SIDE,
    width: SIDE,
    fit: "cover",
    labels: labelsAmong(classes, paths),
    classNames: classes,
  } as const;
  const pictures = files.map(({ file }) => file);
  return { title, load: (device, waits) => Dataset.fromImages(device, pictures, { ...options, ...waits }) };
}

type Readable = Pick<Source, "title" | "load">;

interface ReadPictures extends LabelledPictures {
  height: number;
  width: number;
  channels: number;
  classes: string[];
}

async function readFiles(device: GPUDevice, files: GivenFile[], waiting: Waiting): Promise<ReadPictures> {
  return readBack(device, await sourceOf(files, SIDE), waiting);
}

/** Through the GPU and back: so one reader serves both this page and the engine. */
async function readBack(device: GPUDevice, source: Readable, { tell, signal }: Waiting): Promise<ReadPictures> {
  const onProgress = (progress: LoadProgress) =>
    tell(progressWords({ ...progress, name: progress.name ?? source.title }));
  const dataset = await source.load(device, { onProgress, signal });
  if (!(dataset instanceof Dataset))
    throw new SourceError(source.title, "pictures in a folder for each class, an IDX pair or CIFAR batches", "shards");
  const engine = await createEngine(device, { policy: [], output: { format: "u8" } });
  try {
    const { count, height, width, channels } = dataset;
    const labels = Uint8Array.from(labelsOf(dataset, source.title));
    const classes = [...(dataset.classNames ?? Array.from({ length: dataset.classes }, (_, i) => `class ${i}`))];
    const images = new Uint8Array(count * height * width * channels);
    for (let start = 0; start < count; start += READ_BATCH) {
      signal.throwIfAborted();
      const indices = Array.from({ length: Math.min(READ_BATCH, count - start) }, (_, i) => start + i);
      const { images: some } = await engine.read(engine.run({ dataset, indices }));
      images.set(some as Uint8Array, start * height * width * channels);
    }
    return { images, labels, count, height, width, channels, classes };
  } finally {
    engine.destroy();
    dataset.destroy();
  }
}

function labelsOf({ labels, classes }: Dataset, title: string): Uint32Array {
  if (!labels) throw new SourceError(title, "pictures with labels (drop an IDX pair's two files together)", "none");
  checkClasses(classes, title);
  return labels;
}

function checkClasses(count: number, title: string, found: unknown = count): void {
  if (count < 2) throw new SourceError(title, TWO_CLASSES, found);
  if (count > MOST_CLASSES) throw new SourceError(title, `at most ${MOST_CLASSES} classes`, count);
}

function joined(name: string, train: ReadPictures, test: ReadPictures, names?: readonly string[]): TrainData {
  for (const side of ["height", "width", "channels"] as const) {
    if (train[side] !== test[side])
      throw new SourceError(`${name}, test pictures`, `${side} ${train[side]}, as for training`, `${test[side]}`);
  }
  const { height, width, channels } = train;
  const longer = test.classes.length > train.classes.length ? test.classes : train.classes;
  return { name, train, test, height, width, channels, classes: names ? [...names] : longer };
}

function split(name: string, all: ReadPictures): TrainData {
  if (all.count < 2)
    throw new SourceError(name, "at least two pictures, one to train on and one to test with", `${all.count}`);
  const key = foldIn(keyFromSeed(0), hashName("held out"));
  const drawn = Float64Array.from({ length: all.count }, (_, i) => uniform01(key, i, 0));
  const order = [...drawn.keys()].sort((a, b) => drawn[a]! - drawn[b]! || a - b);
  const held = Math.max(1, Math.floor(all.count / HELD_OUT));
  const { height, width, channels, classes } = all;
  return {
    name,
    train: picked(all, order.slice(held)),
    test: picked(all, order.slice(0, held)),
    height,
    width,
    channels,
    classes,
  };
}

function picked({ images, labels, height, width, channels }: ReadPictures, order: number[]): LabelledPictures {
  const size = height * width * channels;
  const some = new Uint8Array(order.length * size);
  order.forEach((from, to) => {
    some.set(images.subarray(from * size, (from + 1) * size), to * size);
  });
  return { images: some, labels: Uint8Array.from(order, (i) => labels[i]!), count: order.length };
}
