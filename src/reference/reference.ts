/**
 * The CPU interpreter of a plan: slow, literal, and the documentation of what the shaders compute. Read it beside
 * `shaders/mix_elements.wgsl` and `shaders/labels.wgsl`; names and order of statements are the same. Tests hold the GPU
 * to it.
 *
 * Its rounding is the shaders': f32 after every operation for float output, integers for u8 output.
 */

import { MASK_BOX, NO_BOX, type Provenance, unrolledRuns, wholeTree } from "../analysis/provenance.ts";
import { hasOps, hasOwnSizes, sizeOfSource } from "../analysis/runs.ts";
import {
  type Affine,
  affineOf,
  type Format,
  type LabelOptions,
  type Layout,
  MADE_RANGE,
  type OutputOptions,
  type PictureShape,
  precisionOf,
  type Size,
} from "../format/format.ts";
import { floatToHalf, halfToFloat } from "../format/half.ts";
import { checkChannels } from "../format/output-options.ts";
import { maskPlane, partOf, WHOLE } from "../mixers/masks/plane.ts";
import type { OpCall, Plan, SourceRef } from "../plan/plan.ts";
import { checkHostSources, type HostSources, placesIn, type ReferenceOptions } from "./host-sources.ts";
import { applyOps, type PixelPicture } from "./ops.ts";

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

/**
 * Applies a plan to pictures in host memory.
 * @throws PlanError for a plan that is not valid or not for these pictures; InputError for pictures, labels and
 * options: what `Engine.run` refuses
 */
export function reference(plan: Plan, sources: HostSources, options: ReferenceOptions = {}): ReferenceBatch {
  checkHostSources(plan, sources, options);
  const { output = {}, labels } = options;
  const runs = unrolledRuns(plan);
  let level = sourceLevel(plan, sources);
  for (const { pictures, path, tree, isLast } of runs) {
    level = applyLevelOps(level, pictures, path);
    if (!isLast) level = mixedLevel(tree, level);
  }
  const { tree } = runs.at(-1)!;
  checkChannels(output, level.shape.channels);
  return {
    size: tree.rows,
    sources: 1 << plan.stages.length,
    images: mixImages(tree, level, output),
    ...(labels && makeLabels(plan, wholeTree(plan, runs), sources, labels)),
  };
}

/** The pictures of one level: value `index` (in `layout` order) of the picture at a position. */
interface HostLevel {
  /** Of all pictures; where they have sizes of their own, of the first. */
  shape: PictureShape;
  /** The size of the picture at a position. */
  sizeOf(position: number): Size;
  format: Format;
  layout: Layout;
  range: readonly [number, number];
  read(position: number, index: number): number;
}

function sourceLevel(plan: Plan, sources: HostSources): HostLevel {
  const { shape, format, layout } = sources;
  const { channels } = shape;
  const range = format === "u8" ? ([0, 255] as const) : (sources.valueRange ?? ([0, 1] as const));
  const sizeOf = (position: number) => sizeOfSource(plan, position);
  const { height, width } = sizeOf(0);
  const places = hasOwnSizes(plan)
    ? Object.fromEntries(SOURCES.map((from) => [from, sources[from] && placesIn(sources[from], shape)]))
    : {};
  return {
    shape: { height, width, channels },
    sizeOf,
    format,
    layout,
    range,
    read(position, index) {
      const ref = plan.sources[position]!;
      const first = places[ref.from]?.firsts[ref.index] ?? ref.index * height * width * channels;
      const value = sources[ref.from]!.images[first + index]!;
      return format === "f16" ? halfToFloat(value) : value;
    },
  };
}

const SOURCES = ["batch", "dataset", "external"] as const;

/** Pictures that are mixed before further ops stay in their precision's own type and range. */
function mixedLevel(tree: Provenance, level: HostLevel): HostLevel {
  const format = precisionOf(level.format);
  const images = mixImages(tree, level, { format });
  const { height, width, channels } = level.shape;
  const elements = height * width * channels;
  const read = (position: number, index: number) => images[position * elements + index]!;
  return { shape: level.shape, sizeOf: () => level.shape, format, layout: "nhwc", range: MADE_RANGE[format], read };
}

/** Runs every picture's ops; see `ops.ts`. */
function applyLevelOps(level: HostLevel, pictures: readonly { ops?: OpCall[] }[], path: string): HostLevel {
  if (!hasOps(pictures)) return level;
  const precision = precisionOf(level.format);
  const done = pictures.map(({ ops = [] }, position) =>
    applyOps(openPicture(level, position), ops, precision, `${path}[${position}].ops`),
  );
  const { height, width, channels } = done[0]!;
  return {
    shape: { height, width, channels },
    sizeOf: () => ({ height, width }),
    format: precision,
    layout: "nhwc",
    range: MADE_RANGE[precision],
    read: (position, index) => done[position]!.values[Math.floor(index / channels) * 4 + (index % channels)]!,
  };
}

/** One channel is read as (x, x, x, opaque), three as (r, g, b, opaque); floats are mapped to 0..1. */
function openPicture({ shape: all, sizeOf, format, layout, range, read }: HostLevel, position: number): PixelPicture {
  const f32 = Math.fround;
  const { channels } = all;
  const { height, width } = sizeOf(position);
  const shape = { height, width, channels };
  const opaque = format === "u8" ? 255 : 1;
  const [low, inverseRange] = [f32(range[0]), f32(1 / (range[1] - range[0]))];
  const values = new Float64Array(height * width * 4).fill(opaque);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < Math.min(channels === 1 ? 3 : channels, 4); c++) {
        const value = read(position, indexOf(layout, shape, y, x, channels === 1 ? 0 : c));
        values[(y * width + x) * 4 + c] = format === "u8" ? value : f32(f32(value - low) * inverseRange);
      }
    }
  }
  return { height, width, channels, values };
}

function mixImages(tree: Provenance, level: HostLevel, output: OutputOptions) {
  const { shape, format, range } = level;
  const { height, width, channels } = shape;
  const elements = height * width * channels;
  const outFormat = output.format ?? "f32";
  const pixels: Pixels =
    outFormat === "u8" ? fixedPoint(format, range) : floatingPoint(affineOf(channels, range, output));
  const images = allocate(outFormat, tree.rows * elements);
  const encode = outFormat === "f16" ? floatToHalf : (value: number) => value;
  const planes = tree.masks.map((mask) => maskPlane(mask, shape));

  for (let row = 0; row < tree.rows; row++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let channel = 0; channel < channels; channel++) {
          const source = indexOf(level.layout, shape, y, x, channel);
          let sum = 0;
          for (let leaf = 0; leaf < tree.slots; leaf++) {
            const weight = tree.weights[row * tree.slots + leaf]!;
            if (weight > 0 && showsAt(tree, row, leaf, x, y)) {
              const parts = partsAt(tree, planes, row, leaf, y * width + x);
              if (parts.includes(0)) continue;
              const masked = parts.reduce(pixels.mask, pixels.weight(weight));
              sum = pixels.blend(sum, level.read(tree.sources[row * tree.slots + leaf]!, source), masked);
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

function makeLabels(plan: Plan, tree: Provenance, sources: HostSources, labels: LabelOptions): Partial<ReferenceBatch> {
  return {
    ...((labels.dense ?? true) ? { labels: softLabels(plan, tree, sources, labels) } : {}),
    ...(labels.sparse ? sparseLabels(plan, tree, sources) : {}),
  };
}

/** Whether a leaf shows at a pixel: every box on its way to the root must agree. */
function showsAt(tree: Provenance, row: number, leaf: number, x: number, y: number): boolean {
  for (let node = tree.slots + leaf; node > 1; node >>= 1) {
    const box = (row * tree.slots + (node >> 1)) * 4;
    const [x0, y0, x1, y1] = [tree.boxes[box]!, tree.boxes[box + 1]!, tree.boxes[box + 2]!, tree.boxes[box + 3]!];
    if (x0 === NO_BOX || x0 === MASK_BOX) continue;
    const inside = x >= x0 && x < x1 && y >= y0 && y < y1;
    const isPartner = (node & 1) === 1;
    if (inside !== isPartner) return false;
  }
  return true;
}

/** What the masks on a leaf's way to the root leave of it at a pixel, each of 256. */
function partsAt(tree: Provenance, planes: readonly Uint8Array[], row: number, leaf: number, pixel: number): number[] {
  const parts: number[] = [];
  if (planes.length === 0) return parts;
  for (let node = tree.slots + leaf; node > 1; node >>= 1) {
    const box = (row * tree.slots + (node >> 1)) * 4;
    if (tree.boxes[box] !== MASK_BOX) continue;
    const partner = partOf(planes[tree.boxes[box + 1]!]![pixel]!);
    parts.push((node & 1) === 1 ? partner : WHOLE - partner);
  }
  return parts;
}

/** The arithmetic of one output type: see `shaders/lib/values.wgsl`. */
interface Pixels {
  weight(weight: number): number;
  /** The part of a weight, of 256, that a mask leaves. */
  mask(weight: number, part: number): number;
  blend(sum: number, value: number, weight: number): number;
  finish(sum: number, channel: number): number;
}

function floatingPoint({ scale, bias }: Affine): Pixels {
  const f32 = Math.fround;
  return {
    weight: (weight) => weight,
    mask: (weight, part) => f32(weight * (part / WHOLE)),
    blend: (sum, value, weight) => f32(sum + f32(value * weight)),
    finish: (sum, channel) => f32(f32(sum * scale[channel]!) + bias[channel]!),
  };
}

/**
 * Sums carry 24 fractional bits: 24 in the weight for u8 input; 8 in the value and 16 in the weight for float input.
 */
function fixedPoint(format: Format, [low, high]: readonly [number, number]): Pixels {
  const f32 = Math.fround;
  const [lowest, inverseRange] = [f32(low), f32(1 / (high - low))];
  const toFixed = (value: number) => {
    const unit = Math.min(Math.max(f32(f32(value - lowest) * inverseRange), 0), 1);
    return (Math.trunc(unit * 2 ** 24) * 255 + 32768) >>> 16;
  };
  return {
    weight: (weight) => Math.trunc(weight * (format === "u8" ? 2 ** 24 : 2 ** 16)),
    mask: (weight, part) => (part === WHOLE ? weight : (weight >>> 8) * part),
    blend: (sum, value, weight) => sum + (format === "u8" ? value : toFixed(value)) * weight,
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

function indexOf(
  layout: Layout,
  { height, width, channels }: PictureShape,
  y: number,
  x: number,
  channel: number,
): number {
  return layout === "nhwc" ? (y * width + x) * channels + channel : (channel * height + y) * width + x;
}

function allocate(format: Format, length: number): Uint8Array | Float32Array | Uint16Array {
  if (format === "u8") return new Uint8Array(length);
  return format === "f16" ? new Uint16Array(length) : new Float32Array(length);
}
