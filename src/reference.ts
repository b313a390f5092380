/**
 * The CPU interpreter of a plan: slow, literal, and the documentation of what the shaders compute. Read it beside
 * `shaders/mix_elements.wgsl` and `shaders/labels.wgsl`; names and order of statements are the same. Tests hold the GPU to it.
 *
 * Its rounding is the shaders': f32 after every operation for float output, integers for u8 output.
 */
import { type Affine, affineOf, type Format, type LabelOptions, type Layout, type OutputOptions, type PictureShape } from "./format.ts";
import { floatToHalf, halfToFloat } from "./half.ts";
import type { Plan, SourceRef } from "./plan.ts";
import { NO_BOX, type Provenance, provenance } from "./provenance.ts";

/** Pictures and labels in host memory. */
export interface HostPictures {
  /** N × H × W × C values; f16 as 16-bit patterns. */
  images: Uint8Array | Float32Array | Uint16Array;
  /** N class ids, or N × K label weights. */
  labels?: Uint32Array | Float32Array;
}

/** Where the plan's sources are read from. */
export interface HostSources {
  batch?: HostPictures;
  dataset?: HostPictures;
  external?: HostPictures;
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** The interval that black and white are at in float input. Default [0, 1]; u8 is always 0..255. */
  valueRange?: [number, number];
}

export interface ReferenceOptions {
  output?: OutputOptions;
  labels?: LabelOptions;
}

export interface ReferenceBatch {
  size: number;
  /** f16 as 16-bit patterns. */
  images: Uint8Array | Float32Array | Uint16Array;
  /** B × K. */
  labels?: Float32Array;
  /** B × T. */
  classes?: Uint32Array;
  shares?: Float32Array;
  sources: number;
}

/** Applies a valid plan to pictures in host memory. */
export function reference(plan: Plan, sources: HostSources, options: ReferenceOptions = {}): ReferenceBatch {
  const tree = provenance(plan);
  const batch: ReferenceBatch = { size: tree.rows, sources: tree.slots, images: mixImages(plan, tree, sources, options.output ?? {}) };
  if (options.labels) {
    if (options.labels.dense ?? true) batch.labels = softLabels(plan, tree, sources, options.labels);
    if (options.labels.sparse) Object.assign(batch, sparseLabels(plan, tree, sources));
  }
  return batch;
}

function mixImages(plan: Plan, tree: Provenance, sources: HostSources, output: OutputOptions) {
  const { shape, format } = sources;
  const { height, width, channels } = shape;
  const elements = height * width * channels;
  const outFormat = output.format ?? "f32";
  const range = format === "u8" ? ([0, 255] as const) : (sources.valueRange ?? ([0, 1] as const));
  const affine = affineOf(channels, range, output);
  const pixels: Pixels = outFormat === "u8" ? fixedPoint(format, range) : floatingPoint(affine);
  const images = allocate(outFormat, tree.rows * elements);
  const encode = outFormat === "f16" ? floatToHalf : (value: number) => value;

  for (let row = 0; row < tree.rows; row++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let channel = 0; channel < channels; channel++) {
          const source = indexOf(sources.layout, shape, y, x, channel);
          let sum = 0;
          for (let leaf = 0; leaf < tree.slots; leaf++) {
            const weight = tree.weights[row * tree.slots + leaf]!;
            if (weight > 0 && showsAt(tree, row, leaf, x, y)) {
              const ref = plan.sources[tree.sources[row * tree.slots + leaf]!]!;
              sum = pixels.blend(sum, readOne(sources, ref, elements, source), weight);
            }
          }
          const at = row * elements + indexOf(output.layout ?? "nhwc", shape, y, x, channel);
          images[at] = encode(pixels.finish(sum, channel));
        }
      }
    }
  }
  return images;
}

/** Whether a leaf shows at a pixel: every box on its way to the root must agree. */
function showsAt(tree: Provenance, row: number, leaf: number, x: number, y: number): boolean {
  for (let node = tree.slots + leaf; node > 1; node >>= 1) {
    const box = (row * tree.slots + (node >> 1)) * 4;
    const [x0, y0, x1, y1] = [tree.boxes[box]!, tree.boxes[box + 1]!, tree.boxes[box + 2]!, tree.boxes[box + 3]!];
    if (x0 === NO_BOX) continue;
    const inside = x >= x0 && x < x1 && y >= y0 && y < y1;
    const isPartner = (node & 1) === 1;
    if (inside !== isPartner) return false;
  }
  return true;
}

/** The arithmetic of one output type: see `shaders/lib/values.wgsl`. */
interface Pixels {
  blend(sum: number, value: number, weight: number): number;
  finish(sum: number, channel: number): number;
}

function floatingPoint({ scale, bias }: Affine): Pixels {
  const f32 = Math.fround;
  return {
    blend: (sum, value, weight) => f32(sum + f32(value * weight)),
    finish: (sum, channel) => f32(f32(sum * scale[channel]!) + bias[channel]!),
  };
}

/** Sums carry 24 fractional bits: 24 in the weight for u8 input; 8 in the value and 16 in the weight for float input. */
function fixedPoint(format: Format, [low, high]: readonly [number, number]): Pixels {
  const f32 = Math.fround;
  const [lowest, inverseRange] = [f32(low), f32(1 / (high - low))];
  const toFixed = (value: number) => {
    const unit = Math.min(Math.max(f32(f32(value - lowest) * inverseRange), 0), 1);
    return (Math.trunc(unit * 2 ** 24) * 255 + 32768) >>> 16;
  };
  return {
    blend:
      format === "u8"
        ? (sum, value, weight) => sum + value * Math.trunc(weight * 2 ** 24)
        : (sum, value, weight) => sum + toFixed(value) * Math.trunc(weight * 2 ** 16),
    finish: (sum) => (sum + 2 ** 23) >>> 24,
  };
}

function softLabels(plan: Plan, tree: Provenance, sources: HostSources, options: LabelOptions): Float32Array {
  const f32 = Math.fround;
  const { classes } = options;
  const smoothing = options.smoothing ?? 0;
  const [on, off] = [f32(1 - smoothing), f32(smoothing / classes)];
  const soft = new Float32Array(tree.rows * classes);
  for (let row = 0; row < tree.rows; row++) {
    const smooth = (options.smoothUnmixed ?? true) || !tree.untouched[row];
    for (let classId = 0; classId < classes; classId++) {
      let value = 0;
      for (let leaf = 0; leaf < tree.slots; leaf++) {
        const share = tree.shares[row * tree.slots + leaf]!;
        const ref = plan.sources[tree.sources[row * tree.slots + leaf]!]!;
        if (share > 0) value = f32(value + f32(share * labelOf(sources, ref, classId, classes)));
      }
      soft[row * classes + classId] = smooth ? f32(f32(value * on) + off) : value;
    }
  }
  return soft;
}

function sparseLabels(plan: Plan, tree: Provenance, sources: HostSources) {
  const classes = new Uint32Array(tree.rows * tree.slots);
  for (let i = 0; i < classes.length; i++) {
    const ref = plan.sources[tree.sources[i]!]!;
    classes[i] = sources[ref.from]!.labels![ref.index]!;
  }
  return { classes, shares: tree.shares.slice() };
}

function labelOf(sources: HostSources, ref: SourceRef, classId: number, classes: number): number {
  const labels = sources[ref.from]!.labels!;
  if (labels instanceof Uint32Array) return labels[ref.index] === classId ? 1 : 0;
  return labels[ref.index * classes + classId]!;
}

function readOne(sources: HostSources, ref: SourceRef, elements: number, index: number): number {
  const value = sources[ref.from]!.images[ref.index * elements + index]!;
  return sources.format === "f16" ? halfToFloat(value) : value;
}

function indexOf(layout: Layout, { height, width, channels }: PictureShape, y: number, x: number, channel: number): number {
  return layout === "nhwc" ? (y * width + x) * channels + channel : (channel * height + y) * width + x;
}

function allocate(format: Format, length: number): Uint8Array | Float32Array | Uint16Array {
  if (format === "u8") return new Uint8Array(length);
  return format === "f16" ? new Uint16Array(length) : new Float32Array(length);
}
