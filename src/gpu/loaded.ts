/** What a dataset is loaded with, and what a load gives it. */
import type { Format, Layout, PictureShape } from "../format/format.ts";
import type { ClipNoise } from "../plan/clips.ts";
import type { LoadProgress, SkippedImage } from "../source/host-images.ts";
import type { OpenPictures } from "./open-pictures.ts";
import type { SampleFacts } from "./samples.ts";
import type { CheckedTargets } from "./targets/dataset-targets.ts";

export interface LoadOptions {
  /** Bytes in one page at most; default and upper bound: the device's binding limit. There are up to four pages. */
  pageBytes?: number;
  /** Told of each phase, with its rate and the time that is left. What it throws ends the load. */
  onProgress?: (progress: LoadProgress) => void;
  /** Ends the load, which then rejects with the signal's reason. Nothing is left on the GPU. */
  signal?: AbortSignal;
}

/** What is known of a dataset beside its memory. */
export interface Parts extends PictureShape, SampleFacts {
  layout: Layout;
  format: Format;
  valueRange?: [number, number];
  skipped?: readonly SkippedImage[];
  sizes?: Uint32Array | undefined;
  frames?: number | undefined;
  noise?: ClipNoise | undefined;
}

/** What a dataset is made of, uploaded. */
export interface Loaded {
  parts: Parts;
  pictures: Pick<OpenPictures, "pages" | "picturesPerPage" | "labels" | "own">;
  /** What is to be freed with it. */
  owned: GPUBuffer[];
  /** What belongs to the pictures, not uploaded yet. */
  targets?: CheckedTargets | undefined;
}
