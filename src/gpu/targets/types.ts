/** What belongs to pictures, as it goes into an engine and as it comes out. */
import type { Format, Layout } from "../../format/format.ts";
import type { IdArray } from "../../targets/ids.ts";
import type { ObjectSet } from "../../targets/objects.ts";
import type { ObjectBatch } from "../../targets/table.ts";

/** Class maps of a batch's pictures, in a buffer of yours. */
export interface MapBuffer {
  /**
   * B × H × W ids, tightly packed from offset 0, of `bytes` bytes each, the lowest first. Usage STORAGE. Of pictures
   * with sizes of their own, one map after the other.
   */
  images: GPUBuffer;
  /** Default 1. */
  bytes?: 1 | 2 | 3;
  /** The id that the loss ignores. Default the largest one; `null`: none. */
  ignoreIndex?: number | null;
}

/** Further pictures of a batch's samples, in a buffer of yours, as large as the pictures. */
export interface ImageBuffer {
  /** B × H × W × C values, tightly packed from offset 0. Usage STORAGE. */
  images: GPUBuffer;
  /** 1, 3 or 4, where the policy has ops. */
  channels: number;
  /** Default `u8`. */
  format?: Format;
  /** Default `nhwc`. */
  layout?: Layout;
  /** Where black and white are in float pictures; default [0, 1]. */
  valueRange?: [number, number];
}

/** A target of a batch of yours: of its rows, in order. */
export type BatchTarget = MapBuffer | ImageBuffer | ObjectSet;

/** Class maps of a dataset. */
export interface MapData {
  kind: "mask";
  /** N × H × W ids, below 2^24. Of pictures with sizes of their own, one map after the other. */
  ids: IdArray;
  /** How many classes there are: every id is less, or the one that is ignored. Left out: any id. */
  classes?: number;
  /** The id that the loss ignores. Default the largest that the bytes hold: 255, 65,535, 2^24 − 1. `null`: none. */
  ignoreIndex?: number | null;
}

/** Further pictures of a dataset's samples: depth, normals, the other eye, the target of image-to-image. */
export interface CompanionData {
  kind: "image";
  /** N × H × W × C values. Of pictures with sizes of their own, one picture after the other. */
  data: Uint8Array | Uint8ClampedArray | Float32Array;
  /** Default 1. */
  channels?: number;
  /** Default `nhwc`. */
  layout?: Layout;
  /** Where black and white are in floats; default [0, 1]. */
  valueRange?: readonly [number, number];
}

/** Boxes and what belongs to them, of a dataset: picture i of the set is sample i. */
export interface ObjectData extends ObjectSet {
  kind: "objects";
}

/** A target of a dataset. */
export type TargetData = MapData | CompanionData | ObjectData;

/** Class maps of a batch. */
export interface MapOutput {
  kind: "mask";
  /** [B, H, W] ids, or [B, H, W, bytes] where an id has more than one: the lowest byte first. */
  buffer: GPUBuffer;
  bytes: 1 | 2 | 3;
  /** What a byte of an id is: a byte, or an f32. */
  format: "u8" | "f32";
  shape: number[];
  /** The id that the loss ignores, and that stands where there is nothing to read. */
  ignoreIndex: number | null;
}

/** Soft class maps of a batch. */
export interface SoftMapOutput {
  kind: "soft";
  buffer: GPUBuffer;
  /** K. */
  classes: number;
  format: "f32" | "f16";
  layout: Layout;
  /** [B, H, W, K] or [B, K, H, W]: how much of the pixel is of each class. */
  shape: [number, number, number, number];
}

/** Further pictures of a batch. */
export interface ImageOutput {
  kind: "image";
  buffer: GPUBuffer;
  /** [B, H, W, C] or [B, C, H, W]. */
  shape: [number, number, number, number];
  format: Format;
  layout: Layout;
  /** Where black and white are. */
  valueRange: [number, number];
}

/** Objects of a batch: columns in memory, and with `pad` tensors on the GPU. */
export interface ObjectOutput extends ObjectBatch {
  kind: "objects";
  padded?: PaddedObjects;
}

/** Equally many rows a picture, as trainers want them. What a picture has less is zeros. */
export interface PaddedObjects {
  /** M, rows a picture. */
  rows: number;
  /** f32 [B, M, 4]: as many numbers as the format has. */
  boxes: GPUBuffer;
  /** u32 [B, M]. */
  labels: GPUBuffer;
  /** f32 [B, M]: λ, 1 − λ or 1; 0 of rows that are none. */
  weight: GPUBuffer;
  /** u32 [B]: objects that a picture has, also where they are more than M. */
  counts: GPUBuffer;
  /** f32 [B, M, K, 3], where there are keypoints. */
  keypoints?: GPUBuffer;
}

export type TargetOutput = MapOutput | SoftMapOutput | ImageOutput | ObjectOutput;
