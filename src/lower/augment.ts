/** The ops of a level's pictures → passes: augment dispatches, with a tone dispatch before and a JPEG dispatch after them if any picture needs one. */

import { MAX_PAGES } from "../analysis/limits.ts";
import { type Pipeline, type Segment, type Size, segmentsOf } from "../analysis/passes.ts";
import { found, PlanError } from "../check/errors.ts";
import type { PictureShape } from "../format/format.ts";
import { AUGMENT_CHUNK_SIZE, constants, type KernelName, kernels, opIds, writeAugmentChunk } from "../generated/layouts.ts";
import { imageOps, type OpName } from "../ops/index.ts";
import { encodeWarp, warpWords } from "../ops/lib/warp-words.ts";
import type { Interpolation, Words } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import { type Blocks, cut, fold, known, MAX_GROUPS } from "./chunks.ts";
import type { Level } from "./level.ts";
import { opSet, readingsFor } from "./op-set.ts";
import type { Dispatch, Recording, ScratchName } from "./recording.ts";

const { JPEG_TILE } = constants.jpeg;
/** Words in a vec4u, the unit a program is addressed in. */
const VEC4 = 4;

/** Adds the passes that apply each picture's ops, and returns the level of their results. */
export function lowerOps(
  level: Level,
  calls: readonly (readonly OpCall[])[],
  path: string,
  /** The ops to compile in; undefined: all. */
  ops: readonly OpName[] | undefined,
  readings: readonly Interpolation[] | undefined,
  program: Program,
  blocks: Blocks,
  recording: Recording,
): Level {
  const { channels } = level.shape;
  if (channels !== 1 && channels !== 3 && channels !== 4) throw new PlanError(`${path}.ops`, "pictures of 1, 3 or 4 channels", channels);
  const pipeline: Pipeline = level.memory === "u8" || level.memory === "pixels_u8" ? "u8" : "f32";
  const pictures = calls.map((list, i) =>
    segmentsOf(list, level.shape, channels, pipeline, (bytes) => program.addTable(bytes), `${path}[${i}].ops`),
  );
  const reads = readingsFor(pictures, readings);
  const passes = Math.max(1, ...pictures.map((segments) => segments.length));

  let now = level;
  for (let pass = 0; pass < passes; pass++) {
    const output = shapeOf(pictures, pass, now.shape, path);
    const segments = pictures.map((list) => list[pass]);
    now = lowerPass(now, segments, output, pipeline, ops, reads, program, blocks, recording);
  }
  return now;
}

function lowerPass(
  level: Level,
  segments: (Segment | undefined)[],
  output: PictureShape,
  pipeline: Pipeline,
  expected: readonly OpName[] | undefined,
  readings: readonly Interpolation[] | undefined,
  program: Program,
  blocks: Blocks,
  recording: Recording,
): Level {
  const records = program.addPass(segments, level, output, pipeline);
  const buffer: ScratchName = level.pages[0] === "even" ? "odd" : "even";
  const memory = pipeline === "u8" ? "pixels_u8" : "pixels_f32";
  for (const { kernel, listed, ops } of dispatchesOf(segments, level, expected)) {
    // Only the pictures that need it: a workgroup that ends at once is not free on every adapter.
    if (listed.length === 0) continue;
    const list = program.addList(listed);
    const overrides = kernels[kernel].overrides;
    const settings = {
      ...known(overrides, { MAX_PAGES: level.pages.length, IN_NCHW: level.layout === "nchw" ? 1 : 0 }),
      ...opSet(kernels[kernel], ops, readings),
    };
    const buffers: Dispatch["buffers"] = { chunk: "augmentChunks", program: "program", tables: "tones", tones: "tones", pixels: buffer };
    for (let page = 0; page < MAX_PAGES; page++) buffers[`page${page}`] = level.pages[page] ?? level.pages[0]!;
    const grid = gridOf(kernel, output);
    for (const { first, count } of cut(listed.length, MAX_GROUPS)) {
      const { view, offset } = blocks.add(AUGMENT_CHUNK_SIZE);
      writeAugmentChunk(view, 0, {
        inWidth: level.shape.width,
        inHeight: level.shape.height,
        outWidth: output.width,
        outHeight: output.height,
        channels: level.shape.channels,
        records,
        gridWidth: grid.width,
        firstPicture: first,
        listed: list,
        low: level.range[0],
        inverseRange: 1 / (level.range[1] - level.range[0]),
      });
      recording.dispatches.push({ kernel, constants: settings, buffers, offset, groups: [grid.width, count, grid.folds] });
    }
  }
  const bytes = level.count * output.height * output.width * (pipeline === "u8" ? 4 : 16);
  recording.scratch[buffer] = Math.max(recording.scratch[buffer] ?? 0, bytes);
  recording.scratch.tones = Math.max(recording.scratch.tones ?? 0, level.count * constants.toneBlock.TONE_BLOCK * 4);
  return {
    shape: output,
    memory,
    layout: "nhwc",
    range: pipeline === "u8" ? [0, 255] : [0, 1],
    pages: [buffer],
    count: level.count,
    wordOf: (position) => position,
  };
}

/** A kernel, the pictures it takes, and the ops it is made for; undefined: all. */
interface PassDispatch {
  kernel: KernelName;
  listed: number[];
  ops: readonly OpName[] | undefined;
}

/**
 * What a pass consists of. Pictures that are read as they are and those that are read through a warp or stencil get a dispatch each where the
 * ops are known: the kernel of the former is a small one, and neither waits for, or has registers for, what it does not do. Two it is
 * at most, whatever was drawn.
 */
function dispatchesOf(segments: readonly (Segment | undefined)[], { memory }: Level, ops: readonly OpName[] | undefined): PassDispatch[] {
  const all = segments.map((_, picture) => picture);
  const numbers = (is: (segment: Segment | undefined) => boolean) => all.filter((picture) => is(segments[picture]));
  const gathers = (segment: Segment | undefined) => segment?.warp !== undefined || segment?.stencil !== undefined;
  const plain = ops?.filter((op) => imageOps[op].kind !== "warp" && imageOps[op].kind !== "stencil");
  const augment = `augment_${memory}` as const;
  return [
    { kernel: `tone_${memory}`, listed: numbers((segment) => segment?.calls[0]?.op.kind === "tone"), ops },
    ...(plain
      ? [
          { kernel: augment, listed: numbers((segment) => !gathers(segment)), ops: plain },
          { kernel: augment, listed: numbers(gathers), ops },
        ]
      : [{ kernel: augment, listed: all, ops }]),
    { kernel: `jpeg_${memory}`, listed: numbers((segment) => segment?.jpeg !== undefined), ops },
  ];
}

/** One workgroup a picture counts its levels, one a tile codes it, and the pass itself takes one invocation a pixel. */
function gridOf(kernel: KernelName, { height, width }: Size): { width: number; folds: number } {
  if (kernel.startsWith("tone")) return { width: 1, folds: 1 };
  if (kernel.startsWith("jpeg")) return fold(Math.ceil(height / JPEG_TILE) * Math.ceil(width / JPEG_TILE), 1);
  return fold(height * width, kernels[kernel].workgroupSize[0]);
}

/** The shape all pictures have after a pass. They must agree. */
function shapeOf(pictures: Segment[][], pass: number, input: PictureShape, path: string): PictureShape {
  const shapes = pictures.map((segments) => (segments[pass] ? { ...segments[pass].output, channels: segments[pass].channels } : input));
  const shape = shapes[0]!;
  const odd = shapes.findIndex(
    ({ height, width, channels }) => height !== shape.height || width !== shape.width || channels !== shape.channels,
  );
  if (odd >= 0)
    throw new PlanError(
      `${path}[${odd}].ops`,
      `pictures of ${inWords(shape)}, as the others of the batch become`,
      found(inWords(shapes[odd]!)),
    );
  return shape;
}

function inWords({ height, width, channels }: PictureShape): string {
  return `${height}×${width}×${channels}`;
}

/** The bytes of all passes: tables first come, then records and calls, each a whole number of vec4u. */
export class Program {
  private readonly words: number[] = [];

  /** Appends bytes and returns where, in vec4u. */
  addTable(bytes: Uint8Array): number {
    const at = this.words.length / VEC4;
    const padded = new Uint8Array(Math.ceil(bytes.length / 16) * 16);
    padded.set(bytes);
    for (const word of new Uint32Array(padded.buffer)) this.words.push(word);
    return at;
  }

  /** Appends the numbers of pictures, four in a vec4u, and returns where. */
  addList(numbers: readonly number[]): number {
    const at = this.words.length / VEC4;
    this.pushPadded(numbers, Math.ceil(numbers.length / VEC4) * VEC4);
    return at;
  }

  /** Appends one pass's records and calls and returns where the records start, in vec4u. */
  addPass(segments: (Segment | undefined)[], level: Level, output: Size, pipeline: Pipeline): number {
    const records = this.words.length / VEC4;
    let calls = records + segments.length * constants.program.RECORD_STRIDE;
    segments.forEach((segment, picture) => {
      const count = segment?.calls.length ?? 0;
      this.words.push(level.wordOf(picture), gatherKind(segment), calls, count);
      this.pushPadded(gatherWords(segment, output, pipeline), 16);
      calls += count * constants.program.CALL_STRIDE;
    });
    for (const segment of segments) {
      for (const { op, words } of segment?.calls ?? []) {
        this.pushPadded([opIds[op.name as keyof typeof opIds]], 4);
        this.pushPadded(words, 8);
      }
    }
    return records;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(Uint32Array.from(this.words).buffer);
  }

  private pushPadded(words: readonly number[], length: number): void {
    for (let i = 0; i < length; i++) this.words.push(words[i] ?? 0);
  }
}

function gatherKind(segment: Segment | undefined): number {
  if (segment?.jpeg) return constants.program.GATHER_JPEG;
  if (segment?.warp) return constants.program.GATHER_WARP;
  if (segment?.stencil)
    return constants.program.GATHER_STENCIL | (opIds[segment.stencil.op.name as keyof typeof opIds] << constants.program.GATHER_SHIFT);
  return constants.program.GATHER_NONE;
}

function gatherWords(segment: Segment | undefined, output: Size, pipeline: Pipeline): Words {
  if (segment?.warp) return warpWords.encode(encodeWarp(segment.warp, segment.input, output, pipeline));
  return segment?.jpeg ?? segment?.stencil?.words ?? [];
}
