/** How ops are lowered: all of it, for whatever brings an op. */
import { expectedLevels } from "../analysis/expected.ts";
import type { ExpectedLevel } from "../analysis/expected-level.ts";
import { MAX_PAGES } from "../analysis/limits.ts";
import type { UnrolledRun } from "../analysis/provenance.ts";
import { type Precision, precisionOf } from "../format/format.ts";
import { openSizes } from "../plan/own-sizes.ts";
import { checkAugmenters, prepareImageStages } from "../sample/image-draws.ts";
import { useOpDraws } from "../sample/op-draws.ts";
import { lowerApart, pipelinesApart } from "./apart.ts";
import { cutOps, lowerOps, passesOf, pipelineOfTones, pipelinesOfPass } from "./augment.ts";
import { lowerButLast, mixesLast } from "./last-segments.ts";
import { inOneBuffer, type Level } from "./level.ts";
import type { Lowering } from "./lowering.ts";
import type { MixedPictures } from "./mixing.ts";
import { type Expected, type ExpectedOptions, type OpLowering, useOpLowering } from "./op-lowering.ts";
import { lowerToOneSize, ownLevel } from "./ragged.ts";
import type { PipelineKey } from "./recording.ts";

/** Enters how ops are drawn and lowered. */
export function useOpPasses(): void {
  useOpDraws({ prepareImageStages, checkAugmenters, openSizes });
  useOpLowering({ levelsOf, ownLevel, lowerPictures, pipelinesAfterOps });
}

const levelsOf: OpLowering["levelsOf"] = (policy, { shape, format, tuning, haveOwnSizes, follows }) => {
  const apart = tuning === "software" ? precisionOf(format) : undefined;
  return expectedLevels(policy, shape, { apart, follows }, haveOwnSizes);
};

/** Adds what a run's ops need before its pictures are mixed, and returns these. */
function lowerPictures(lowering: Lowering, level: Level, run: UnrolledRun): Level {
  const undone = lowerToOneSize(lowering, { level, segments: cutOps(lowering, level, run) }, run.path);
  // Nobody drew anything but identities, or everything is done.
  if (undone.segments.every(({ length }) => length === 0)) return undone.level;
  const ops = passesOf(lowering, undone, run.path);
  if (lowering.isApart) return lowerApart(lowering, undone.level, ops);
  // What passes left in scratch memory goes on there.
  const { soft } = lowering;
  return !soft && undone.level === level && mixesLast(lowering.options, run.tree, { shape: ops.shapes.at(-1)! })
    ? lowerButLast(lowering, level, ops)
    : lowerOps(lowering, undone.level, ops);
}

/** The pipelines that passes over pictures take before they are mixed, and what the mixing then reads. */
function pipelinesAfterOps(
  { pictures, ops }: Required<Expected>,
  tree: { slots: number },
  precision: Precision,
  options: ExpectedOptions,
): { passes: PipelineKey[]; made: MixedPictures[] } {
  const { ragged, isAlwaysRagged } = ops;
  const even = isAlwaysRagged
    ? afterRagged(ops, precision, options)
    : afterEven({ pictures, ops }, tree, precision, options);
  if (ragged === "none") return even;
  const scratch = inOneBuffer(`pixels_${precision}`, "even");
  const first = pipelinesOfPass(ops.first, { ...pictures, isRagged: true }, options);
  const later = ragged === "all" ? pipelinesOfPass(ops.later, { ...scratch, isRagged: true }, options) : [];
  const after = afterRagged(ops, precision, options);
  return { passes: [...first, ...later, ...after.passes, ...even.passes], made: [...after.made, ...even.made] };
}

/** The same where pictures had different sizes, and lie in scratch memory in one size now. */
function afterRagged(ops: ExpectedLevel, precision: Precision, options: ExpectedOptions) {
  const { shape, later } = ops;
  const pictures = { ...inOneBuffer(`pixels_${precision}`, "even"), shape };
  const passes =
    options.tuning === "software" && later.size > 0
      ? pipelinesApart(ops, pictures, precision, options)
      : pipelinesOfPass(later, pictures, options);
  return { passes, made: [pictures] };
}

/** The same where all have one size. */
function afterEven(
  { pictures, ops }: Required<Expected>,
  tree: { slots: number },
  precision: Precision,
  options: ExpectedOptions,
): { passes: PipelineKey[]; made: MixedPictures[] } {
  const { shape, first, later, beforeLast } = ops;
  const scratch = inOneBuffer(`pixels_${precision}`, "even");
  if (options.tuning === "software")
    return { passes: pipelinesApart(ops, pictures, precision, options), made: [{ ...scratch, shape }] };
  if (options.soft || !mixesLast(options, tree, { shape })) {
    const passes = [...pipelinesOfPass(first, pictures, options), ...pipelinesOfPass(later, scratch, options)];
    return { passes, made: [{ ...scratch, shape }] };
  }
  const { least, most } = beforeLast;
  const hasRoom = pictures.pages.length < MAX_PAGES;
  const passes: PipelineKey[] = [];
  const made: MixedPictures[] = [];
  const { readings } = options;
  if (first.has("tone")) passes.push(pipelineOfTones(pictures, options));
  if (least === 0) made.push({ ...pictures, shape, last: { readings, scratch: undefined } });
  if (most > 0) {
    passes.push(...pipelinesOfPass(hasRoom ? beforeLast.first : first, pictures, options));
    if (later.has("tone")) passes.push(pipelineOfTones(scratch, options));
    const page = hasRoom ? pictures.pages.length : 0;
    const pages = hasRoom ? [...pictures.pages, ...scratch.pages] : scratch.pages;
    made.push({ ...pictures, shape, pages, last: { readings, scratch: { page } } });
  }
  if (most > 1) passes.push(...pipelinesOfPass(later, scratch, options));
  return { passes, made };
}
