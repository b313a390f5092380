/**
 * The two networks, as lists of weights: the same on the host for both libraries.
 *
 * `cnn` is that of keras.io's MixUp example: 5 × 5 convolution to 16 channels, relu, max-pool 2, 5 × 5 convolution to
 * 32, relu, max-pool 2, dropout 0.2, global average, dense 128, relu, dense K. No convolution is padded. `mlp`: dense
 * 128, relu, dense K on the flat picture.
 */
import { ArgumentError, foldIn, hashName, keyFromSeed, uniform01 } from "mixwell";
import type { ModelName } from "./types.ts";

/** A network for pictures of one size. */
export interface Network {
  model: ModelName;
  height: number;
  width: number;
  channels: number;
  /** Number of classes, K. */
  classes: number;
}

/** The network's constants, and its optimizer's: Adam as Keras has it. */
export const HIDDEN = 128;
export const DROPOUT = 0.2;
export const ADAM = { rate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** Below this the second convolution has nothing left to look at: (16 − 4) / 2 − 4 = 2. */
const SMALLEST_SIDE = 16;

/**
 * Shapes of the weights, layer by layer, kernel then bias: convolutions [5, 5, in, out], dense layers [in, out].
 * @throws ArgumentError when the pictures are too small for the network
 */
export function weightShapes({ model, height, width, channels, classes }: Network): number[][] {
  const ends = [[HIDDEN], [HIDDEN, classes], [classes]];
  if (model === "mlp") return [[height * width * channels, HIDDEN], ...ends];
  if (model !== "cnn") throw new ArgumentError("model", "mlp or cnn", model);
  if (Math.min(height, width) < SMALLEST_SIDE)
    throw new ArgumentError(
      "data",
      `pictures of at least ${SMALLEST_SIDE} × ${SMALLEST_SIDE} for the cnn`,
      `${height} × ${width}`,
    );
  return [[5, 5, channels, 16], [16], [5, 5, 16, 32], [32], [32, HIDDEN], ...ends];
}

/**
 * Weights to start from, a pure function of the seed: kernels by Glorot and Bengio's uniform rule, ±√(6 / (in + out))
 * with in and out counted over the kernel's window, biases 0, as Keras does. The numbers themselves are not Keras'.
 */
export function initialWeights(network: Network, seed: number): Float32Array<ArrayBuffer>[] {
  const key = foldIn(keyFromSeed(seed), hashName("initial weights"));
  return weightShapes(network).map((shape, layer) => {
    const weights = new Float32Array(sizeOf(shape));
    if (shape.length === 1) return weights;
    const window = sizeOf(shape.slice(0, -2));
    const limit = Math.sqrt(6 / (window * (shape.at(-2)! + shape.at(-1)!)));
    const layerKey = foldIn(key, layer);
    return weights.map((_, i) => (2 * uniform01(layerKey, i, 0) - 1) * limit);
  });
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
