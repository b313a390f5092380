/** How a batch lies in memory, in and out. */

/** Element type of a picture buffer. f16 needs no device feature: it is packed and unpacked by core WGSL. */
export type Format = "u8" | "f32" | "f16";

/** Memory order: NHWC (TensorFlow.js, `ImageData`) or NCHW (ONNX models, jax-js, CIFAR files). */
export type Layout = "nhwc" | "nchw";

export const BYTES_PER_ELEMENT: Record<Format, number> = { u8: 1, f16: 2, f32: 4 };

/** The sides of a picture, in pixels. */
export interface Size {
  height: number;
  width: number;
}

/** Picture sides that fit a box's 16 bits. */
export const MAX_SIDE = 65535;

/** What one picture is. */
export interface PictureShape extends Size {
  channels: number;
}

/** What ops and mixing compute in: integers 0..255, rounded as the peers round, or f32 numbers. */
export type Precision = "u8" | "f32";

/** The precision for pictures of a format. */
export function precisionOf(format: Format): Precision {
  return format === "u8" ? "u8" : "f32";
}

/** Where black and white are in pictures that ops or mixing made for the next ones, by their precision. */
export const MADE_RANGE: Readonly<Record<Precision, readonly [number, number]>> = { u8: [0, 255], f32: [0, 1] };

/** What the engine writes. */
export interface OutputOptions {
  /** Default `f32`. */
  format?: Format;
  /** Default `nhwc`. */
  layout?: Layout;
  /** What black and white become in float output; default [0, 1]. In u8 output they are always 0 and 255. */
  valueRange?: [number, number];
  /**
   * Makes (v − mean) / std of every value v of float output. `mean` and `std` are in units of `valueRange`. Each is one
   * number for all channels, or a list of one number per channel.
   */
  normalize?: { mean: number | readonly number[]; std: number | readonly number[] };
}

/** What a label row looks like. */
export interface LabelOptions {
  /** Number of classes, K. */
  classes: number;
  /** Label smoothing ε in [0, 1], as timm: ε/K off, 1 − ε + ε/K on. Default 0. */
  smoothing?: number;
  /** Smooth rows that nothing was mixed into as well, so that all rows have one form (timm does). Default true. */
  smoothUnmixed?: boolean;
  /** Write dense labels: f32, one row of K numbers for each of the B pictures, shape [B, K]. Default true. */
  dense?: boolean;
  /**
   * Write sparse labels: the class ids (u32) and the shares (f32) of all sources of every picture, each of shape [B,
   * T]. T is the number of sources: 2 with one mixer, which are the picture itself and its partner, with shares λ and 1
   * − λ. Default false.
   */
  sparse?: boolean;
}

/** Per-channel numbers that turn a blended input value into an output value: value × scale + bias, f32. */
export interface Affine {
  scale: Float32Array;
  bias: Float32Array;
}

/**
 * Folds input range, output range and normalisation into one multiplication and one addition per channel.
 * The range of u8 input is 0..255.
 */
export function affineOf(channels: number, inputRange: readonly [number, number], output: OutputOptions): Affine {
  const [low, high] = inputRange;
  const [outLow, outHigh] = output.valueRange ?? [0, 1];
  const gain = (outHigh - outLow) / (high - low);
  const scale = new Float32Array(channels);
  const bias = new Float32Array(channels);
  const { mean, std } = eachChannel(output.normalize ?? { mean: 0, std: 1 }, channels);
  for (let c = 0; c < channels; c++) {
    scale[c] = gain / std[c]!;
    bias[c] = (outLow - low * gain - mean[c]!) / std[c]!;
  }
  return { scale, bias };
}

/** A normalisation with one number for each channel. */
export function eachChannel(
  { mean, std }: NonNullable<OutputOptions["normalize"]>,
  channels: number,
): { mean: number[]; std: number[] } {
  const spread = (values: number | readonly number[]): number[] => {
    const list = typeof values === "number" ? [values] : values;
    return list.length === 1 ? Array.from({ length: channels }, () => list[0]!) : [...list];
  };
  return { mean: spread(mean), std: spread(std) };
}
