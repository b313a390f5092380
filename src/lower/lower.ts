/**
 * Plan → Recording: which kernels, which workgroups, and the bytes they read.
 *
 * Pictures go through the plan's levels. A level whose pictures have ops takes as many passes as its longest picture needs; a
 * run of mixing stages without ops between them is one dispatch. So a batch that is only mixed is one dispatch, and one more for
 * its labels, whatever was drawn.
 */

import { hasOps } from "../analysis/levels.ts";
import { provenance } from "../analysis/provenance.ts";
import {
  affineOf,
  BYTES_PER_ELEMENT,
  type Format,
  type LabelOptions,
  type Layout,
  type OutputOptions,
  type PictureShape,
} from "../format/format.ts";
import { checkChannels } from "../format/output-options.ts";
import { constants } from "../generated/layouts.ts";
import type { OpName } from "../ops/index.ts";
import type { Interpolation } from "../ops/op.ts";
import type { OpCall, Plan } from "../plan/plan.ts";
import { lowerOps, Program } from "./augment.ts";
import { type BlockSlots, Blocks, DEFAULT_SLOTS } from "./chunks.ts";
import { lowerLabels } from "./labels.ts";
import type { Level } from "./level.ts";
import { Masks } from "./masks.ts";
import { lowerMixing, type MixerKind, type MixTarget } from "./mixing.ts";
import { opsFor } from "./op-set.ts";
import type { BufferName, Recording } from "./recording.ts";

/** What the kernels read, as far as it shapes the recording. */
export interface LowerOptions {
  shape: PictureShape;
  format: Format;
  layout: Layout;
  /** Black and white of float input; u8 is 0..255. */
  valueRange?: [number, number];
  output: OutputOptions;
  labels?: LabelOptions;
  /** Whether labels come in as class ids or as rows of weights; absent: no labels. */
  labelForm?: "ids" | "rows";
  /** How many pages the batch or dataset has (an external batch is the page after them), and pictures in each full page. */
  pages: number;
  picturesPerPage: number;
  /** Kinds of mixers that plans will have, so that all of an engine's plans get one pipeline. A plan may have others; absent: all. */
  mixers?: readonly MixerKind[];
  /** Image ops that plans will have, for the same reason. A plan that has others gets the pipeline for all; absent: all. */
  ops?: readonly OpName[];
  /** How the warps among them read; absent: in any way. */
  readings?: readonly Interpolation[];
  /** What a uniform block has room for on the device; absent: as much as on every device of the core feature level. */
  slots?: BlockSlots;
}

/** Lowers a valid plan. Throws PlanError where ops do not fit the pictures, InputError where `output.normalize` does not fit their channels. */
export function lower(plan: Plan, options: LowerOptions): Recording {
  const recording: Recording = {
    uploads: [],
    dispatches: [],
    rows: 0,
    height: 0,
    width: 0,
    channels: 0,
    sources: 1,
    outputs: {},
    scratch: {},
    affine: new Float32Array(),
    plainAffine: new Float32Array(),
  };
  const { slots = DEFAULT_SLOTS } = options;
  const program = new Program();
  const masks = new Masks();
  const mixChunks = new Blocks("mixChunks");
  const augmentChunks = new Blocks("augmentChunks");
  const ops = opsFor(plan, options.ops);
  const applyOps = (level: Level, pictures: readonly { ops?: OpCall[] }[], path: string): Level =>
    hasOps(pictures)
      ? lowerOps(
          level,
          pictures.map(({ ops }) => ops ?? []),
          path,
          ops,
          options.readings,
          program,
          augmentChunks,
          recording,
        )
      : level;

  let level = applyOps(sourceLevel(plan, options), plan.sources, "plan.sources");
  for (let from = 0; ; ) {
    const last = plan.stages.findIndex(({ rows }, stage) => stage >= from && hasOps(rows));
    const to = last < 0 ? plan.stages.length : last + 1;
    const tree = provenance(plan, from, to);
    if (last < 0) {
      checkChannels(options.output, level.shape.channels);
      const affine = affineOf(level.shape.channels, level.range, options.output);
      recording.affine = interleave(affine);
      const target: MixTarget = {
        format: options.output.format ?? "f32",
        layout: options.output.layout ?? "nhwc",
        buffer: "images",
        affine: recording.affine,
        affineBuffer: "affine",
      };
      lowerMixing(tree, level, target, options.mixers, slots.mix, masks, mixChunks, recording);
      recording.rows = tree.rows;
      recording.height = level.shape.height;
      recording.width = level.shape.width;
      recording.channels = level.shape.channels;
      recording.outputs.images = Math.ceil((tree.rows * volume(level.shape) * BYTES_PER_ELEMENT[target.format]) / 4) * 4;
      break;
    }
    // Mixed pictures that still have ops to come are kept packed, in the pipeline's own type and range, and read like a batch.
    const format: Format = level.memory === "u8" || level.memory === "pixels_u8" ? "u8" : "f32";
    recording.plainAffine = interleave(affineOf(level.shape.channels, level.range, { valueRange: [0, 1] }));
    const target: MixTarget = { format, layout: "nhwc", buffer: "between", affine: recording.plainAffine, affineBuffer: "plainAffine" };
    lowerMixing(tree, level, target, options.mixers, slots.mix, masks, mixChunks, recording);
    const bytes = Math.ceil((tree.rows * volume(level.shape) * BYTES_PER_ELEMENT[format]) / 4) * 4;
    recording.scratch.between = Math.max(recording.scratch.between ?? 0, bytes);
    const mixed: Level = {
      ...level,
      memory: format,
      layout: "nhwc",
      range: format === "u8" ? [0, 255] : [0, 1],
      pages: ["between"],
      count: tree.rows,
      wordOf: (position) => position,
    };
    level = applyOps(mixed, plan.stages[last]!.rows, `plan.stages[${last}].rows`);
    from = to;
  }

  if (options.labels && options.labelForm) lowerLabels(plan, options.labels, options.labelForm, slots.label, recording);
  const code = program.bytes();
  if (code.length > 0) recording.uploads.push({ block: "program", bytes: code });
  recording.uploads.push(...augmentChunks.upload(), ...mixChunks.upload(), ...masks.upload());
  return recording;
}

/** Level 0, where the caller has it. */
function sourceLevel(plan: Plan, { shape, format, layout, valueRange, pages, picturesPerPage }: LowerOptions): Level {
  const external = plan.sources.some(({ from }) => from === "external");
  return {
    shape,
    memory: format,
    layout,
    range: format === "u8" ? [0, 255] : (valueRange ?? [0, 1]),
    pages: Array.from({ length: pages + (external ? 1 : 0) }, (_, page) => `page${page}` as BufferName),
    count: plan.sources.length,
    wordOf(position) {
      const { from, index } = plan.sources[position]!;
      if (from === "external") return ((pages << constants.mixChunk.PAGE_SHIFT) | index) >>> 0;
      const page = Math.floor(index / picturesPerPage);
      return ((page << constants.mixChunk.PAGE_SHIFT) | (index - page * picturesPerPage)) >>> 0;
    },
  };
}

function volume({ height, width, channels }: PictureShape): number {
  return height * width * channels;
}

function interleave({ scale, bias }: { scale: Float32Array; bias: Float32Array }): Float32Array {
  const both = new Float32Array(2 * scale.length);
  for (let c = 0; c < scale.length; c++) {
    both[2 * c] = scale[c]!;
    both[2 * c + 1] = bias[c]!;
  }
  return both;
}
