/** What IN is, and a stream of its pictures. */
import { constants, openAsBlob } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { type FileHandle, labelsFromPaths, Stream } from "mixwell";
import { createDecodeWorker, decodeImage } from "mixwell/node";
import { expandBraces, isAddress } from "./addresses.ts";
import { annotationsIn, readCoco } from "./coco.ts";
import { badInput, usage, wordsOf } from "./exit-codes.ts";
import { readList } from "./list.ts";
import { type Category, fingerprintOf } from "./manifest.ts";
import { type MapSource, mapsOfFiles, mapsOfShards, type OpenMaps } from "./maps.ts";
import type { ObjectSource } from "./objects.ts";
import { inPixels, isYoloFolder, readYolo, sizeOfFile } from "./yolo.ts";

export const KINDS = ["folder", "list", "idx", "cifar10", "cifar100", "shards", "coco", "yolo"] as const;
export type Kind = (typeof KINDS)[number];

export interface InputOptions {
  kind?: Kind;
  /** The labels of IDX pictures. */
  labels?: string;
  /** What pictures that are files are resized to. */
  height: number;
  width: number;
  fit: "cover" | "contain" | "fill";
  channels: 1 | 3 | 4;
  /** Class maps beside them. */
  maps?: MapSource;
  /** The first so many pictures. */
  limit?: number;
  /** Threads that decode and resize picture files; 0: none but the main one. */
  workers: number;
}

export interface Input {
  kind: Kind;
  stream: Stream;
  /** Whether its pictures have a size of their own, which no option changes. */
  isPacked: boolean;
  /** Of the names, sizes and labels: another one is another input. */
  fingerprint: string;
  classNames?: readonly string[];
  /** What is in the pictures, where there are boxes. */
  objects?: ObjectSource;
  /** What the names of its class maps come to, where there are any. */
  maps?: string;
}

const PICTURE = /\.(jpe?g|png|webp|gif|bmp|avif|tiff?)$/i;

/** @throws CliError, SourceError for what cannot be read */
export async function openInput(path: string, options: InputOptions): Promise<Input> {
  const opened = await openAny(path, options);
  const { stream } = opened;
  const { limit, maps } = options;
  if (maps && opened.maps === undefined) throw usage(`--maps: expected picture files or shards, found ${opened.kind}`);
  const isShort = limit !== undefined && limit < stream.count;
  return isShort ? { ...opened, stream: stream.subset(Array.from({ length: limit }, (_, i) => i)) } : opened;
}

async function openAny(path: string, options: InputOptions): Promise<Input> {
  const paths = expandBraces(path);
  if (paths.length > 1 || isAddress(path)) return openShards(paths, options);
  const found = await stat(path).catch((error: unknown) => {
    throw badInput(`${path}: expected a folder or a file of pictures: ${wordsOf(error)}`, error);
  });
  const kind = options.kind ?? (found.isDirectory() ? await kindOfFolder(path) : kindOfFile(path));
  if (kind === "folder") return openFolder(path, options);
  if (kind === "list") return openList(path, options);
  if (kind === "coco") return openCoco(path, options);
  if (kind === "yolo") return openYolo(path, options);
  if (kind === "idx") return openIdx(await oneFile(path, found.isDirectory(), /images.*idx[34]/i), options);
  if (kind === "shards") return openShards(found.isDirectory() ? await filesOf(path, /\.tar$/i) : [path], options);
  return openCifar(
    found.isDirectory() ? await filesOf(path, /(^|[/\\])(data_batch.*|train)\.bin(\.gz)?$/) : [path],
    kind,
  );
}

function kindOfFile(path: string): Kind {
  if (/\.tar$/i.test(path)) return "shards";
  if (/\.(csv|jsonl)$/i.test(path)) return "list";
  if (/idx[34]/i.test(basename(path))) return "idx";
  if (/\.bin(\.gz)?$/i.test(path)) return "cifar10";
  if (/\.json$/i.test(path)) return "coco";
  if (/\.ya?ml$/i.test(path)) return "yolo";
  const files = [
    "a list (.csv, .jsonl)",
    "an IDX file (idx3 in its name)",
    "CIFAR (.bin)",
    "shards (.tar)",
    "COCO (.json)",
  ];
  throw badInput(`${path}: expected a folder, ${files.join(", ")} or YOLO (.yaml); or say --kind`);
}

async function kindOfFolder(path: string): Promise<Kind> {
  const names = await readdir(path);
  if (names.some((name) => /\.tar$/i.test(name))) return "shards";
  if (names.some((name) => /images.*idx[34]/i.test(name))) return "idx";
  if (names.some((name) => /^(data_batch.*|train)\.bin(\.gz)?$/.test(name)))
    return names.some((name) => /^train\.bin/.test(name)) ? "cifar100" : "cifar10";
  if ((await annotationsIn(path)) !== undefined) return "coco";
  return isYoloFolder(names) ? "yolo" : "folder";
}

async function filesOf(folder: string, pattern: RegExp): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => pattern.test(name)).sort();
  if (names.length === 0) throw badInput(`${folder}: expected files like ${pattern.source}, found none`);
  return names.map((name) => join(folder, name));
}

async function oneFile(path: string, isFolder: boolean, pattern: RegExp): Promise<string> {
  if (!isFolder) return path;
  const files = await filesOf(path, pattern);
  const train = files.filter((file) => basename(file).startsWith("train"));
  const [only, more] = train.length === 1 ? train : files;
  if (more) throw badInput(`${path}: expected one file of pictures, found ${files.length}: name the one you mean`);
  return only!;
}

const fileOptions = ({ height, width, fit, channels, workers }: InputOptions) => ({
  ...{ height, width, fit, channels, workers },
  makeWorker: createDecodeWorker,
  decode: decodeImage,
});

/** A folder whose folders are the classes; or one of pictures, without labels. */
async function openFolder(path: string, options: InputOptions): Promise<Input> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const all = entries
    .filter((entry) => !entry.isDirectory() && PICTURE.test(entry.name))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !/(^|\/)(\.|__MACOSX\/)/.test(name))
    .sort();
  if (all.length === 0)
    throw badInput(`${path}: expected pictures, or folders of them, found ${entries.length} other entries`);
  if (all.some((name) => !name.includes("/"))) return openFiles("folder", path, { names: all }, options);
  // The folder's own name stands before, or the only class folder would be taken for a root.
  const { labels, classNames } = labelsFromPaths(all, {
    classNames: [...new Set(all.map((name) => name.split("/")[0]!))].sort(),
  });
  return openFiles("folder", path, { names: all, labels: [...labels], classNames }, options);
}

async function openList(path: string, options: InputOptions): Promise<Input> {
  return openFiles("list", dirname(path), await readList(path), options);
}

async function openCoco(path: string, options: InputOptions): Promise<Input> {
  const { root, names, annotated, categories } = await readCoco(path);
  const lines = annotated.map(({ objects }) => JSON.stringify(objects));
  const input = await openFiles("coco", root, { names, lines }, options);
  const objects = { categories, of: async (id: number) => annotated[id]! };
  return { ...input, objects, classNames: namesOf(categories) };
}

async function openYolo(path: string, options: InputOptions): Promise<Input> {
  const { root, names, objects: all, categories } = await readYolo(path, (name) => PICTURE.test(name));
  const lines = all.map((objects) => JSON.stringify(objects));
  const input = await openFiles("yolo", root, { names, lines }, options);
  const sizes = new Map<number, Promise<{ height: number; width: number }>>();
  const sizeOf = (id: number) => {
    if (!sizes.has(id)) sizes.set(id, sizeOfFile(join(root, names[id]!), names[id]!));
    return sizes.get(id)!;
  };
  // Shares of the sides are read into pixels when they are wanted: until then no picture is opened.
  const of = async (id: number) => inPixels(all[id]!, await sizeOf(id));
  return { ...input, objects: { categories, of }, classNames: namesOf(categories) };
}

const namesOf = (categories: readonly Category[]): string[] => categories.map(({ name }) => name);

/** Picture files by their names. */
export interface Listed {
  names: readonly string[];
  labels?: readonly number[];
  classNames?: readonly string[];
  /** What else is known of each, for the fingerprint. */
  lines?: readonly string[];
}

async function openFiles(
  kind: Kind,
  root: string,
  { names, labels, classNames, lines }: Listed,
  options: InputOptions,
): Promise<Input> {
  const handles = names.map((name): FileHandle => ({ name, getFile: () => fileAt(join(root, name), name) }));
  const about = { labels, classNames, ...(labels && !classNames && { classes: Math.max(...labels) + 1 }) };
  const maps = options.maps && (await mapsOfFiles(options.maps, kind === "folder" ? root : undefined, fileAt));
  const stream = await Stream.fromImages(handles, { ...fileOptions(options), ...about, ...targetsOf(maps) });
  const fingerprint = fingerprintOf(names.map((name, i) => `${name}\t${lines?.[i] ?? labels?.[i] ?? ""}`));
  return { kind, stream, isPacked: false, fingerprint, ...(classNames && { classNames }), ...knownOf(maps) };
}

const targetsOf = (maps: OpenMaps | undefined) => (maps ? { targets: maps.targets } : {});
const knownOf = (maps: OpenMaps | undefined) => (maps ? { maps: maps.fingerprint } : {});

async function fileAt(path: string, name: string): Promise<File> {
  try {
    return new File([new Uint8Array(await readFile(path))], name);
  } catch (error) {
    throw new Error(wordsOf(error), { cause: error });
  }
}

/** A file that is read in pieces; one that is packed is unpacked into memory. */
async function blobOf(path: string): Promise<File> {
  const name = basename(path);
  try {
    if (/\.gz$/i.test(path))
      return new File([new Uint8Array(gunzipSync(await readFile(path)))], name.replace(/\.gz$/i, ""));
    // It would not say why.
    await access(path, constants.R_OK);
    return Object.assign(await openAsBlob(path), { name, lastModified: 0, webkitRelativePath: "" }) as unknown as File;
  } catch (error) {
    throw badInput(`${path}: expected a file that can be read: ${wordsOf(error)}`, error);
  }
}

async function openIdx(path: string, options: InputOptions): Promise<Input> {
  const beside = path.replace(/images([.-])idx[34]/i, "labels$1idx1");
  const hasBeside = beside !== path && (await stat(beside).catch(() => undefined)) !== undefined;
  const labelsPath = options.labels ?? (hasBeside ? beside : undefined);
  const images = await blobOf(path);
  const labels = labelsPath === undefined ? undefined : new Uint8Array(await (await blobOf(labelsPath)).arrayBuffer());
  const names = { images: basename(path), labels: labelsPath && basename(labelsPath) };
  const stream = await Stream.fromIdx({ images, labels }, { names });
  return packed("idx", stream, [path, `${images.size}`]);
}

async function openCifar(paths: string[], kind: "cifar10" | "cifar100" | Kind): Promise<Input> {
  const files = await Promise.all(paths.map(blobOf));
  const stream = await Stream.fromCifar(files, { kind: kind === "cifar100" ? "cifar100" : "cifar10" });
  return packed(
    kind as Kind,
    stream,
    files.map(({ name, size }) => `${name}\t${size}`),
  );
}

function packed(kind: Kind, stream: Stream, lines: string[]): Input {
  const { classNames, labels } = stream;
  const fingerprint = fingerprintOf([
    ...lines.map((line) => line.split(/[/\\]/).at(-1)!),
    ...(labels ? [labels.join()] : []),
  ]);
  return { kind, stream, isPacked: true, fingerprint, ...(classNames && { classNames }) };
}

async function openShards(paths: readonly string[], options: InputOptions): Promise<Input> {
  const shards = await Promise.all(paths.map((path) => (isAddress(path) ? path : blobOf(path))));
  const maps = options.maps && mapsOfShards(options.maps);
  const stream = await Stream.fromTar(shards, { ...fileOptions(options), ...targetsOf(maps) });
  const names = stream.fieldsAt(Array.from({ length: stream.count }, (_, i) => i)).name ?? [];
  const fingerprint = fingerprintOf(names.map((name, i) => `${name}\t${stream.labels?.[i] ?? ""}`));
  return { kind: "shards", stream, isPacked: false, fingerprint, ...knownOf(maps) };
}
