/**
 * Plan → Recording: which kernels, which workgroups, and the bytes they read.
 *
 * Pictures go through the plan's runs: their ops, in as many passes as the longest picture needs (or one less: the
 * mixing can do the last segments itself), and then the mixing stages up to the next ops, in one dispatch. So a batch
 * that is only mixed is one dispatch, and one more for its labels, whatever was drawn.
 */

import { releaseTrees, unrolledRuns, wholeTree } from "../analysis/provenance.ts";
import { hasOps } from "../analysis/runs.ts";
import { affineOf, MADE_RANGE, precisionOf } from "../format/format.ts";
import { checkChannels } from "../format/output-options.ts";
import * as constants from "../generated/constants.ts";
import type { Plan } from "../plan/plan.ts";
import { lowerLabels } from "./labels.ts";
import { type Level, madeLevel } from "./level.ts";
import { Lowering, type LowerOptions, type SoftClasses } from "./lowering.ts";
import { lowerMixing, type MixTarget } from "./mixing.ts";
import { opLowering } from "./op-lowering.ts";
import type { BufferName, Recording, ScratchName } from "./recording.ts";

/**
 * Lowers a valid plan. Throws PlanError where ops do not fit the pictures, InputError where `output.normalize` does not
 * fit their channels.
 */
export function lower(plan: Plan, options: LowerOptions, soft?: SoftClasses): Recording {
  const lowering = new Lowering(plan, options, soft);
  const { output, labels, labelForm } = options;
  const runs = unrolledRuns(plan);
  let level = sourceLevel(lowering);
  const affines = { plainAffine: new Float32Array(), madeAffine: new Float32Array() };
  for (const run of runs) {
    if (hasOps(run.pictures) || level.own) level = opLowering().lowerPictures(lowering, level, run);
    if (run.isLast) break;
    // Mixed pictures that still have ops to come are kept packed, in their precision's own type and range, and read
    // like a batch.
    const { shape, range, precision } = level;
    // By turns: what mixes pictures can read those of the last time where they lie, and a kernel may not write there.
    const buffer: ScratchName = level.pages.includes("between") ? "beyond" : "between";
    // The caller's range is left behind here; further mixings in between read what was made, in however many channels.
    const affineBuffer = range === MADE_RANGE[precision] ? "madeAffine" : "plainAffine";
    const affine = interleave(affineOf(Math.max(shape.channels, OP_CHANNELS), range, { valueRange: [0, 1] }));
    affines[affineBuffer] = affine;
    const target: MixTarget = { format: precision, layout: "nhwc", buffer, affine, affineBuffer };
    const bytes = lowerMixing(lowering, run.tree, level, target);
    lowering.needs(buffer, bytes);
    level = madeLevel({ shape, memory: precision, precision, count: run.tree.rows }, buffer);
  }

  const { tree } = runs.at(-1)!;
  const { height, width } = level.shape;
  const channels = soft?.classes ?? level.shape.channels;
  checkChannels(output, channels);
  const { format = "f32", layout = "nhwc" } = output;
  const affine = interleave(affineOf(channels, level.range, output));
  lowering.writes(
    "images",
    lowerMixing(lowering, tree, level, { format, layout, buffer: "images", affine, affineBuffer: "affine", soft }),
  );
  const isLabelled = labels !== undefined && labelForm !== undefined;
  if (isLabelled) lowerLabels(lowering, wholeTree(plan, runs), labels, labelForm);
  releaseTrees(runs);
  return lowering.finish({
    rows: tree.rows,
    height,
    width,
    channels,
    sources: isLabelled ? 2 ** plan.stages.length : 1,
    affine,
    ...affines,
  });
}

/** Most channels of pictures that have ops, which can make other ones of them. */
const OP_CHANNELS = 4;

/** Level 0, where the caller has it. */
function sourceLevel(lowering: Lowering): Level {
  const { plan, options } = lowering;
  const { shape, format, layout, valueRange, pages, picturesPerPage, places } = options;
  const external = plan.sources.some(({ from }) => from === "external");
  const { PAGE_SHIFT } = constants.mixChunk;
  const level: Level = {
    shape,
    memory: format,
    precision: precisionOf(format),
    layout,
    range: format === "u8" ? MADE_RANGE.u8 : (valueRange ?? MADE_RANGE.f32),
    pages: Array.from({ length: pages + (external ? 1 : 0) }, (_, page) => `page${page}` as BufferName),
    count: plan.sources.length,
    wordOf(position) {
      const { from, index } = plan.sources[position]!;
      if (from === "external") return ((pages << PAGE_SHIFT) | index) >>> 0;
      const page = Math.floor(index / picturesPerPage);
      return ((page << PAGE_SHIFT) | (index - page * picturesPerPage)) >>> 0;
    },
  };
  return places ? opLowering().ownLevel(lowering, level) : level;
}

function interleave({ scale, bias }: { scale: Float32Array; bias: Float32Array }): Float32Array<ArrayBuffer> {
  const both = new Float32Array(2 * scale.length);
  for (let c = 0; c < scale.length; c++) {
    both[2 * c] = scale[c]!;
    both[2 * c + 1] = bias[c]!;
  }
  return both;
}
