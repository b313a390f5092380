/** What a training library has to do, and how to get one. */
import type { Dataset, Engine } from "mixwell";
import type { Network } from "./models.ts";
import type { Backend } from "./types.ts";

/** What one step says about its batch, from before the weights changed. */
export interface StepNumbers {
  /** Mean cross-entropy against the soft labels, in nats. */
  loss: number;
  /** λ-weighted, 0 to 1. */
  accuracy: number;
}

/** A network in training: its weights and its optimizer. One for each arm. */
export interface Trainer {
  readonly backend: Backend;
  /**
   * Trains on samples of the training set, mixed by the arm's engine. The address is that of the draws, and of the
   * dropout.
   */
  step(indices: readonly number[], address: { epoch: number; step: number }): Promise<StepNumbers>;
  /** Class probabilities of samples of the test set as they are: N × K, row by row. */
  predict(indices: readonly number[]): Promise<Float32Array>;
  /** Copies of the weights, in the order and the shapes of `weightShapes`. */
  getWeights(): Promise<Float32Array[]>;
  /** Frees what it made; engines and datasets are its giver's. */
  destroy(): void;
}

/** What a trainer gets: one arm's engine, and what all arms share. */
export interface TrainerSetup {
  network: Network;
  /** Mixes as the arm says, and writes f32 pictures in the trainer's layout and dense labels. */
  engine: Engine;
  /** Mixes nothing: for the test pictures. */
  plainEngine: Engine;
  train: Dataset;
  test: Dataset;
  /** The weights to start from: see `initialWeights`. */
  weights: readonly Float32Array<ArrayBuffer>[];
  seed: number;
  /** The cnn's rate of dropout; default 0.2. Libraries have random numbers of their own: to compare them, 0. */
  dropout?: number;
}

/** A way to train. */
export interface Library {
  /** The layout that the trainer wants its pictures in. */
  layout(network: Network): "nhwc" | "nchw";
  /** Gets the library ready to compute beside an engine on this device. */
  prepare(device: GPUDevice): Promise<void>;
  trainer(setup: TrainerSetup): Trainer;
}

/**
 * The libraries on the engine's own device, so that no picture leaves the GPU. Each is loaded when it is first asked
 * for, and has then one device as long as the page lives.
 */
export async function libraryOf(backend: Backend): Promise<Library> {
  if (backend === "tfjs") return (await import("./tfjs-trainer.ts")).tfjsOnGpu;
  return (await import("./jax-trainer.ts")).jaxOnGpu;
}
