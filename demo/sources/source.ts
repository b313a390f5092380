/** Where the pictures come from: the photographs, or the visitor's own files. */
import type { Dataset, HostPictures, LoadProgress } from "mixwell";

export interface Source {
  /** A few words: "Seven photographs". */
  title: string;
  /** How the pictures were made out of the files. */
  note: string;
  /** Lines of code that make `dataset`, given a `device`. */
  code: string;
  /** Can be called again: a new device after a lost one needs its own copy. */
  load(device: GPUDevice, onProgress?: (progress: LoadProgress) => void): Promise<Dataset>;
}

/** A dataset in host memory, with what the page wants to know of it. */
export interface HostDataset extends DatasetFacts {
  pictures: HostPictures;
}

/** What the page knows of a dataset, wherever it lies. `Dataset` is one. */
export interface DatasetFacts {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** 0 without labels. */
  readonly classes: number;
  readonly classNames: readonly string[] | undefined;
  readonly labels: Uint32Array | undefined;
}
