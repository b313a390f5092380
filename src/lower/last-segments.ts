/**
 * The last segment of each picture, left to the kernel that mixes the pictures: it makes the pixels of that segment
 * where they show. What has no other segment goes through no pass at all and is read from its page; the rest is read
 * from scratch memory, where the passes before left it.
 *
 * So a batch whose pictures have n segments makes n - 1 passes over memory. A box covers pixels that are then not made.
 * The price is that a pixel is made as often as it is used: by a run of one stage at most twice a row, for the own
 * picture and the partner. What mixes several stages at once has more leaves, and their pictures go through all passes.
 */

import { MAX_PAGES } from "../analysis/limits.ts";
import { kindOfSegment, type Segment } from "../analysis/passes.ts";
import type { Provenance } from "../analysis/provenance.ts";
import { MADE_RANGE } from "../format/format.ts";
import * as constants from "../generated/constants.ts";
import { type CutOps, lowerPass, lowerTones } from "./augment.ts";
import type { Level } from "./level.ts";
import type { Lowering, LowerOptions } from "./lowering.ts";
import { usesQuads } from "./mixing.ts";
import { addPass } from "./program-passes.ts";

/** Leaves of a row in a run of one stage. */
const ONE_STAGE = 2;

/** Whether pictures that become of that shape have their last segments done by the kernel that mixes them so. */
export function mixesLast(
  { tuning = "hardware" }: Pick<LowerOptions, "tuning">,
  { slots }: Pick<Provenance, "slots">,
  { shape }: Pick<Level, "shape">,
): boolean {
  // A GPU in software takes the time of every op that the kernel has, however few a pixel needs. And only quads write
  // whole words of every format without making a pixel for each of its channels.
  return tuning === "hardware" && slots <= ONE_STAGE && usesQuads(shape);
}

/** Adds the passes before each picture's last segment, and returns the level of the pictures that these make. */
export function lowerButLast(lowering: Lowering, source: Level, { segments, shapes, readings }: CutOps): Level {
  let passes = 0;
  for (const list of segments) passes = Math.max(passes, segmentsBefore(list));
  // Where no binding is left for scratch memory, all pictures are read from there alone.
  const hasRoom = source.pages.length < MAX_PAGES;
  const isDirect = (picture: number) => passes === 0 || (hasRoom && segmentsBefore(segments[picture]!) === 0);

  let now = source;
  for (let number = 0; number < passes; number++) {
    const counted = (segment: Segment | undefined) =>
      number === 0 && kindOfSegment(segment) === "tone" ? segment : undefined;
    now = lowerPass(lowering, now, {
      segments: segments.map((list, picture) => (isDirect(picture) ? counted(list[0]) : list[number])),
      output: shapes[number]!,
      readings,
      makes: (picture) => !isDirect(picture),
    });
  }

  const scratchPage = passes > 0 ? (hasRoom ? source.pages.length : 0) : undefined;
  const wordOf = (picture: number) =>
    isDirect(picture) ? source.wordOf(picture) : ((scratchPage! << constants.mixChunk.PAGE_SHIFT) | picture) >>> 0;
  const last = segments.map((list, picture) => list[isDirect(picture) ? 0 : passes]);
  const output = shapes.at(-1)!;
  const records = addPass(lowering.program, last, { ...source, wordOf });
  // The levels of those that are read from pages were counted in the first pass, where there is one.
  const makes = (picture: number) => passes === 0 || !isDirect(picture);
  lowerTones(lowering, now, { segments: last, output, readings, records, makes });
  lowering.needs("tones", source.count * constants.toneBlock.TONE_BLOCK * 4);
  return {
    ...source,
    shape: output,
    range: MADE_RANGE[source.precision],
    pages: passes === 0 ? source.pages : hasRoom ? [...source.pages, now.pages[0]!] : now.pages,
    wordOf: (picture) => picture,
    last: { records, readings, source, scratch: passes > 0 ? { page: scratchPage!, shape: now.shape } : undefined },
  };
}

/** How many of a picture's segments passes must do before it can be mixed: tiles are not made pixel by pixel. */
function segmentsBefore(list: readonly Segment[]): number {
  const { length } = list;
  return length === 0 || list[length - 1]!.tile ? length : length - 1;
}
