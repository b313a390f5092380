/** What is said of targets in files, and what was read of them. */
import type { BoxFormat } from "../targets/formats.ts";
import type { ObjectsOf } from "../targets/gather.ts";
import type { IdArray, IdForm } from "../targets/ids.ts";
import type { Keypoints, ObjectSet } from "../targets/objects.ts";
import type { PairedFiles } from "./paired-files.ts";

/** Class maps in PNG files: levels of grey, places in a palette, or ids in three colours. */
export interface MapFile {
  kind: "mask";
  /** The ending of the files. Default `seg.png`; among `files` that of all. */
  file?: string;
  /**
   * The files, where pictures come one by one: a folder's, say, in which `cat.png` is the map of `cat.jpg`. Those of
   * shards are in the shards.
   */
  files?: PairedFiles;
  /** Of an id: 1 (default), 2 or 3. */
  bytes?: 1 | 2 | 3;
  classes?: number;
  ignoreIndex?: number | null;
}

/** Boxes in JSON files. */
export interface ObjectFile {
  kind: "objects";
  /** The ending of the files. Default `json`; among `files` that of all. */
  file?: string;
  /** The files, where pictures come one by one, as those of maps. */
  files?: PairedFiles;
  /** What the numbers of a box are. */
  format: BoxFormat;
  normalized?: boolean;
  /** Of the points, where there are any: how many an object has, what x = 0 is, which change places in a mirror. */
  keypoints?: Omit<Keypoints, "data">;
  /** What is done about a box without area in its picture. Default: the picture cannot be read. */
  degenerate?: "throw" | "drop";
  /** Finds a picture's objects in the value of its file. Default: it has them, as `boxes` and `labels`. */
  read?: (value: unknown) => FileObjects;
}

/** The objects of one picture. */
export interface FileObjects {
  boxes: readonly (readonly number[])[];
  labels?: readonly number[];
  /** x, y and v of all points. */
  keypoints?: readonly number[];
  fields?: ObjectSet["fields"];
}

/** A target in files. */
export type FileTarget = MapFile | ObjectFile;

interface Place {
  /** Of the files; of a list of files, undefined where all count. */
  ending: string | undefined;
  files: PairedFiles | undefined;
}

/** A target in files that was looked over. */
export type Opened = Place &
  ({ kind: "mask"; form: IdForm } | ({ kind: "objects" } & Omit<ObjectFile, "kind" | "file" | "files">));

/** What is in a file, and what messages call it. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** What was read of one picture, by name. */
export type FittedTargets = Record<string, IdArray | ObjectsOf>;
