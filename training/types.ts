/** What a training run is made of. Nothing in this folder knows a page: the demo and `npm run experiment` share it. */
import type { Policy } from "mixwell";

/**
 * `cnn` is the network of keras.io's MixUp example, `mlp` has one hidden layer: see `models.ts`. Both train with Adam
 * at 1e-3.
 */
export type ModelName = "mlp" | "cnn";

/** The library that trains. */
export type Backend = "tfjs" | "jax";

/** One way to augment, trained and compared with others. */
export interface Arm {
  /** Short and stable: a key for settings, results and files. */
  id: string;
  title: string;
  policy: Policy;
}

/** Pictures in host memory: count × height × width × channels bytes, tightly packed, and a class id each. */
export interface LabelledPictures {
  images: Uint8Array<ArrayBuffer>;
  labels: Uint8Array<ArrayBuffer>;
  count: number;
}

export interface TrainData {
  name: string;
  train: LabelledPictures;
  /** Never trained on, and its labels are never corrupted. */
  test: LabelledPictures;
  height: number;
  width: number;
  channels: number;
  /** Class names in the order of their ids, at least two. */
  classes: string[];
}

export interface RunSettings {
  data: TrainData;
  model: ModelName;
  backend: Backend;
  /** At least one, each id once. All start from the same weights and see the same labels, in the same order. */
  arms: readonly Arm[];
  /**
   * `together`: all arms take a step in turn, so their curves can be compared while they grow. Default `in turn`: whole
   * runs.
   */
  order?: "together" | "in turn";
  /** Share of the training labels that are replaced by another class, 0 to 0.6. */
  labelNoise: number;
  /**
   * Passes over the training pictures, for every arm. A last batch that is not full takes pictures from the pass's
   * beginning.
   */
  epochs: number;
  batchSize: number;
  /** Of weights, label noise, order, draws and dropout: the same seed gives the same run on one machine. */
  seed: number;
  /** At most so many steps an arm; default: as many as the epochs have. */
  maxSteps?: number;
  /** Steps between two looks at the test pictures; default: one epoch. The last step is always followed by one. */
  evaluateEvery?: number;
  /**
   * Subtract the training pictures' mean and divide by their standard deviation, by channel. Default false: values are
   * 0 to 1.
   */
  standardize?: boolean;
}

/** Predictions whose confidence lies in one part of 0 to 1. */
export interface ReliabilityBin {
  /** Confidences in (low, high]; the first bin has 0 as well. */
  low: number;
  high: number;
  count: number;
  /** Mean confidence, 0 to 1; 0 in an empty bin. */
  confidence: number;
  /** Share that is right, 0 to 1; 0 in an empty bin. */
  accuracy: number;
}

/** What the test pictures say. */
export interface Evaluation {
  /** 0 to 1. */
  accuracy: number;
  /** Mean cross-entropy, in nats. */
  loss: number;
  /** Expected calibration error over 15 bins of equal width, 0 to 1. */
  ece: number;
  bins: ReliabilityBin[];
}

/** After every step. */
export interface Progress {
  /** The arm's id. */
  arm: string;
  /** From 0. */
  epoch: number;
  /** Steps done by this arm, from 1; `totalSteps` at its end. */
  step: number;
  totalSteps: number;
  /** Steps done by all arms, of all that there are. */
  done: number;
  total: number;
  /** Mean cross-entropy of this step's mixed batch against its soft labels, in nats, before the weights changed. */
  loss: number;
  /** λ-weighted accuracy on the mixed batch, 0 to 1: a prediction earns the share that its class has in the picture. */
  trainAccuracy: number;
  /** After the steps that ended with a look at the test pictures. */
  test?: Evaluation;
  /**
   * Training steps a second of this arm: without pauses, looks at the test pictures, and its first step, which
   * compiles. From the second on.
   */
  stepsPerSecond?: number;
  /**
   * Until all arms are done, looks at the test pictures included, each at its pace so far; known as soon as one arm has
   * a pace.
   */
  secondsLeft?: number;
}

/** As the kernels of an arm's policy are compiled. */
export interface Compiling {
  /** The arm's id. */
  arm: string;
  /** Kernels, of all that have to be. */
  done: number;
  total: number;
}

/** As an arm looks at the test pictures. */
export interface Testing {
  /** The arm's id. */
  arm: string;
  /** Pictures seen, of all that there are. */
  done: number;
  total: number;
}

/** One arm's outcome. */
export interface Result {
  arm: string;
  /** Fewer than asked for when the session was stopped. */
  steps: number;
  /** Means over the last steps, one epoch's worth at most. */
  trainLoss: number;
  trainAccuracy: number;
  test: Evaluation;
  /** As in `Progress`: undefined after a single step. */
  stepsPerSecond?: number;
}
