/**
 * Pictures that have sizes of their own, or get them from their ops: passes in which every picture has its own size and
 * place, until all have one. What follows is as for any other pictures.
 */
import type { Segment } from "../analysis/passes.ts";
import { pageOf } from "../analysis/places.ts";
import { sizeOfSource } from "../analysis/runs.ts";
import { found, PlanError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { isSame } from "../ops/size.ts";
import type { SourceRef } from "../plan/plan.ts";
import { dispatchesOf, mostSegments, passPipeline, picturesOfPass, type Undone } from "./augment.ts";
import { type Level, madeLevel } from "./level.ts";
import type { Lowering } from "./lowering.ts";
import { readingsFor } from "./op-set.ts";
import { BYTES_PER_PIXEL, dispatchOver, inWords } from "./pass.ts";
import { addPass } from "./program-passes.ts";
import type { ScratchName } from "./recording.ts";

/** Level 0 of pictures that have sizes of their own. */
export function ownLevel({ plan, options }: Lowering, level: Level): Level {
  const { pages, places, externalPlaces } = options;
  const placesOf = ({ from }: SourceRef) => (from === "external" ? externalPlaces! : places!);
  return {
    ...level,
    wordOf(position) {
      const source = plan.sources[position]!;
      const page = source.from === "external" ? pages : pageOf(places!, source.index);
      return (page << constants.mixChunk.PAGE_SHIFT) >>> 0;
    },
    own: {
      sizes: plan.sources.map((_, position) => sizeOfSource(plan, position)),
      firstOf(position) {
        const source = plan.sources[position]!;
        return placesOf(source).firsts[source.index]!;
      },
    },
  };
}

/** Adds the passes that it takes until all pictures have one size, if they do not have one already. */
export function lowerToOneSize(lowering: Lowering, undone: Undone, path: string): Undone {
  const passes = raggedPasses(undone);
  if (passes === 0) return undone;
  let { level } = undone;
  for (let number = 0; number < passes; number++)
    level = lowerRagged(
      lowering,
      level,
      undone.segments.map((list) => list[number]),
      path,
    );
  return { level, segments: undone.segments.map((list) => list.slice(passes)) };
}

/** How many passes there are up to the last one that reads or makes pictures of different sizes. */
function raggedPasses({ level, segments }: Undone): number {
  const most = mostSegments(segments);
  // Pictures that lie as they have sizes of their own are brought to where others are, be they of one size.
  let passes = level.own ? 1 : 0;
  // As long as all have one size, as they mostly have, that is all to know of them.
  let one: Size = level.shape;
  let now = level.own?.sizes;
  for (let number = 0; number < most; number++) {
    const all = now ? undefined : sizeOfAll(segments, number, one);
    if (all) {
      one = all;
      continue;
    }
    now ??= new Array<Size>(segments.length).fill(one);
    const after = now.map((size, picture) => segments[picture]![number]?.output ?? size);
    if (!isOne(now) || !isOne(after)) passes = number + 1;
    now = after;
  }
  return passes;
}

/** The size that all pictures have after the pass of that number, if it is one. */
function sizeOfAll(segments: readonly (readonly Segment[])[], number: number, before: Size): Size | undefined {
  const size = segments[0]?.[number]?.output ?? before;
  for (const list of segments) if (!isSame(list[number]?.output ?? before, size)) return undefined;
  return size;
}

const isOne = (sizes: readonly Size[]): boolean => sizes.every((size) => isSame(size, sizes[0]!));

const sizesOf = ({ own, shape, count }: Level): readonly Size[] => own?.sizes ?? new Array<Size>(count).fill(shape);

function lowerRagged(
  lowering: Lowering,
  level: Level,
  segments: readonly (Segment | undefined)[],
  path: string,
): Level {
  const { program } = lowering;
  const { precision, count } = level;
  const before = sizesOf(level);
  const after = before.map((size, picture) => segments[picture]?.output ?? size);
  const output = { ...largest(after), channels: channelsOf(segments, level, path) };
  const firsts = new Array<number>(count);
  let pixels = 0;
  for (const [picture, { height, width }] of after.entries()) {
    firsts[picture] = pixels;
    pixels += height * width;
  }
  const records = addPass(program, segments, level);
  const firstRead = firstValues(level);
  const extents = program.addList(
    after.flatMap((size, picture) => [
      sidesWord(before[picture]!),
      sidesWord(size),
      firstRead(picture),
      firsts[picture]!,
    ]),
  );
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const lists = picturesOfPass({ segments });
  const readings = readingsFor([segments.filter((segment) => segment !== undefined)], lowering.options.readings);
  for (const one of dispatchesOf(lowering.ops)) {
    const listed = lists[one.takes];
    if (listed.length === 0) continue;
    const pipeline = passPipeline(one, { ...level, isRagged: true }, readings);
    dispatchOver(lowering, one.entry, pipeline, listed, {
      level,
      output,
      buffer,
      records,
      own: { sizes: after, extents },
    });
  }
  lowering.needs(buffer, pixels * BYTES_PER_PIXEL[precision]);
  lowering.needs("tones", count * constants.toneBlock.TONE_BLOCK * Uint32Array.BYTES_PER_ELEMENT);
  const made = madeLevel({ shape: output, memory: `pixels_${precision}`, precision, count }, buffer);
  return isOne(after) ? made : { ...made, own: { sizes: after, firstOf: (picture) => firsts[picture]! } };
}

/** Width and height in a word. */
const sidesWord = ({ height, width }: Size): number => (width | (height << 16)) >>> 0;

/** Where each picture of a level begins: its first value in its page, or its first pixel in scratch memory. */
function firstValues({ own, shape, memory, wordOf }: Level): (picture: number) => number {
  if (own) return own.firstOf;
  const { height, width, channels } = shape;
  const size = height * width * (memory === "pixels_u8" || memory === "pixels_f32" ? 1 : channels);
  return (picture) => (wordOf(picture) & constants.mixChunk.PAGE_INDEX) * size;
}

function largest(sizes: readonly Size[]): Size {
  return {
    height: sizes.reduce((most, { height }) => Math.max(most, height), 0),
    width: sizes.reduce((most, { width }) => Math.max(most, width), 0),
  };
}

/** Channels change for all pictures of a pass or for none. */
function channelsOf(segments: readonly (Segment | undefined)[], { shape }: Level, path: string): number {
  const after = segments.map((segment) => segment?.channels ?? shape.channels);
  const odd = after.findIndex((channels) => channels !== after[0]);
  if (odd < 0) return after[0]!;
  const shown = (picture: number) => inWords({ ...(segments[picture]?.output ?? shape), channels: after[picture]! });
  throw new PlanError(
    `${path}[${odd}].ops`,
    `pictures of ${shown(0)}, as the others of the batch become`,
    found(shown(odd)),
  );
}
