import { type ArgumentError, show } from "../check/errors.ts";
import type { ClipNoise } from "../plan/clips.ts";
import type { IdArray } from "../targets/ids.ts";
import type { ObjectSet } from "../targets/objects.ts";

/**
 * What every reader in this folder returns: pictures and labels in host memory, checked, not yet uploaded.
 * `Dataset` (in `src/gpu/`) is the only thing that turns this into GPU buffers.
 */
export interface HostImages {
  /** Number of pictures, N. */
  count: number;
  /** Of every picture; where they have sizes of their own, the largest sides. */
  height: number;
  width: number;
  channels: number;
  /**
   * Height and width of each, one pair after the other, where pictures have sizes of their own. `pixels` are then one
   * picture after the other, each as large as it is.
   */
  sizes?: Uint32Array<ArrayBuffer>;
  /** Pictures in a clip, where samples are clips. Labels and fields are then by clip. */
  frames?: number;
  /** Whether its pictures have one noise or each its own. */
  noise?: ClipNoise | undefined;
  /** Memory order inside one picture: `nhwc` is H, W, C; `nchw` is C, H, W (CIFAR's binary files). */
  layout: "nhwc" | "nchw";
  /** N × H × W × C bytes, 0..255, packed tightly. */
  pixels: Uint8Array;
  /** One class id each, or absent when the source has no labels. */
  labels?: Uint32Array<ArrayBuffer>;
  /**
   * Soft or multi-label rows instead of ids: N × `classes` finite numbers, row by row. Never together with `labels`.
   */
  labelRows?: { data: Float32Array<ArrayBuffer>; classes: number };
  /** Names by class id, where the source knows them. */
  classNames?: string[];
  /** Per-picture values that are passed through untouched (file names, coarse labels …); each has N entries. */
  fields?: Record<string, ArrayLike<unknown>>;
  /** What was read from files beside the pictures, by name. */
  targets?: Record<string, HostTargetData>;
  /** Pictures that were left out, by `onError: "skip"`. */
  skipped?: SkippedImage[];
}

/** What belongs to pictures, as a dataset takes it. */
export type HostTargetData =
  | { kind: "mask"; ids: IdArray; classes?: number; ignoreIndex: number | null }
  | ({ kind: "objects" } & ObjectSet);

/** A picture that could not be decoded or read. */
export interface SkippedImage {
  /** Its place in the list that was given. */
  index: number;
  name: string;
  /**
   * `expected …, found …`, as in the error that it would have ended with; of a file beside the picture with that file's
   * name before it, and of a part of the picture with that part's.
   */
  reason: string;
}

/** Why a picture is left out; and what is to blame, where that is not the picture itself: a file beside it, say. */
export const reasonOf = ({ path, expected, found: what }: ArgumentError, name: string): string =>
  `${path === name ? "" : `${path}: `}expected ${expected}, found ${show(what)}`;

/** What a loader reports while it works. */
export interface LoadProgress {
  phase: "read" | "decompress" | "index" | "decode" | "upload";
  /** Bytes (read, decompress, index, upload) or pictures (decode) done so far. */
  loaded: number;
  /** The same unit, when known in advance. */
  total?: number;
  /** Which file. */
  name?: string;
  /** How much of `loaded` came in a second so far in this phase. */
  rate?: number;
  /** How long the phase will take at that rate, where `total` is known. */
  secondsLeft?: number;
}

/** Anything a file can arrive as. */
export type FileInput = Blob | ArrayBuffer | ArrayBufferView | Response | ReadableStream<Uint8Array>;
