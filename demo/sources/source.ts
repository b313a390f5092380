/** Where the pictures come from: the photographs, or the visitor's own files. */
import type { Dataset, HostPictures, LoadProgress, Stream } from "mixwell";

/** What a load is told by whoever waits for it. */
export interface Waits {
  onProgress?: (progress: LoadProgress) => void;
  /** Nobody waits any more. */
  signal?: AbortSignal;
}

export interface Source {
  /** A few words: "Seven photographs". */
  title: string;
  /** How the pictures were made out of the files. */
  note: string;
  /** Lines of code that make `dataset`, given a `device`. */
  code: string;
  /** Can be called again: a new device after a lost one needs its own copy. Too many pictures to load are a stream. */
  load(device: GPUDevice, waits?: Waits): Promise<Dataset | Stream>;
}

/** A dataset in host memory, with what the page wants to know of it. */
export interface HostDataset extends DatasetFacts {
  pictures: HostPictures;
}

/** What the page knows of a dataset, wherever it lies. */
export interface DatasetFacts {
  readonly count: number;
  /** Of the pictures that are made; of those of the dataset too, unless they have `sizes`. */
  readonly height: number;
  readonly width: number;
  /** Height and width of each picture, one pair after the other, where they keep their own. */
  readonly sizes?: Uint32Array | undefined;
  readonly channels: number;
  /** 0 without labels. */
  readonly classes: number;
  readonly classNames: readonly string[] | undefined;
  readonly labels: Uint32Array | undefined;
}
