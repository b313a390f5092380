/**
 * What makes the pictures: the engine on the GPU or, without WebGPU, the reference on the CPU. Both give the same
 * bytes.
 */
import type { Plan, Policy } from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";

/** Pictures in host memory, B × H × W × C bytes. */
export interface Pictures {
  data: Uint8Array;
  count: number;
  height: number;
  width: number;
  channels: number;
}

export interface MixedPictures extends Pictures {
  /** B × K label weights; absent without labels. */
  labels?: Float32Array;
}

export interface Backend {
  /** What it runs on, in a few words. */
  readonly name: string;
  readonly facts: DatasetFacts;
  /** Samples of the dataset as they are. */
  originals(indices: readonly number[]): Promise<Pictures>;
  /** `policy` is what the plan was drawn from, where image ops are in it: kernels are made for its ops. */
  mix(plan: Plan, smoothing: number, policy?: Policy): Promise<MixedPictures>;
  /** Milliseconds a step takes, the GPU's work included; absent where that means nothing. */
  timeStep?(draw: () => Plan): Promise<number>;
  destroy(): void;
}
