/**
 * Cuts the ops of a level's pictures into passes.
 *
 * A picture's ops become segments: one read of the picture (as it is, through a warp, or through a stencil) followed by any
 * number of colour and mask ops in registers. A segment ends, and with it the pass, only where the next op needs more than one
 * pixel of what was computed so far:
 * - a warp or stencil needs its neighbours (consecutive warps whose matrices can be multiplied are one read);
 * - a tile op makes whole tiles, by a kernel of its own, and what follows reads those: its own stencil, or the next op;
 * - a tone op needs the histogram, which a tone dispatch takes of the picture *before* the pass.
 * Pictures take part in as many passes as the longest needs; one that is done is copied on. So the number of dispatches depends
 * on how many ops a sample has, never on how many ops the policy could choose from.
 */
import type { PictureShape, Precision, Size } from "../format/format.ts";
import { atCall, checkCall } from "../ops/check-call.ts";
import { foldWarps } from "../ops/lib/warp-words.ts";
import type { Args, ColorOp, EncodeContext, PlacedOp, PlacedWarp, StencilOp, TileOp, ToneOp, Warp, Words } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import { decodeCall, encodeCall } from "../ops/words.ts";
import type { OpCall } from "../plan/plan.ts";

/** One op call, encoded. */
export interface EncodedCall {
  op: ColorOp | ToneOp;
  words: Words;
}

/** One read and what follows it in registers. */
export interface Segment {
  warp?: Warp | PlacedWarp;
  /** A stencil, or that of a tile op, which reads its tiles. */
  stencil?: { op: StencilOp | TileOp; words: Words };
  /** No calls follow: the segment is made of tiles. */
  tile?: { op: TileOp; words: Words };
  /** A tone op can only be the first. */
  calls: EncodedCall[];
  /** Size of the picture this segment reads, and of the one it makes. */
  input: Size;
  output: Size;
  /** Channels of the picture this segment makes. */
  channels: number;
}

/** What of the kernels of a pass a segment needs: one of its own for a tone op and for tiles, and one that reads elsewhere for a warp or stencil. */
export type SegmentKind = "plain" | "tone" | "gather" | "tile";

/** A picture without a segment is copied, as a plain one is. */
export function kindOfSegment(segment: Segment | undefined): SegmentKind {
  if (segment?.tile) return "tile";
  if (segment?.warp || segment?.stencil) return "gather";
  return segment?.calls[0]?.op.kind === "tone" ? "tone" : "plain";
}

/** Where byte tables of encoded calls go; returns the word by which the shader finds it. */
export type AddTable = (bytes: Uint8Array) => number;

function placedWarp(op: PlacedOp, args: Args, context: EncodeContext): PlacedWarp {
  const words = encodeCall(op, args, context, "u8");
  const named = decodeCall(op, words, "u8");
  return { ...op.reading(args), id: op.shader.id, words, place: (at, tables) => op.place(named, at, tables) };
}

/** The segments of one picture's calls. `path` is where the calls stand, for messages. */
export function segmentsOf(
  calls: readonly OpCall[],
  { height, width, channels }: PictureShape,
  precision: Precision,
  table: AddTable,
  path: string,
): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | undefined;
  let now: Size = { height, width };
  let channelsNow = channels;
  const open = (): Segment => {
    current = { calls: [], input: now, output: now, channels: channelsNow };
    segments.push(current);
    return current;
  };

  const add = (call: OpCall, at: string): void => {
    const { op: name, args } = checkCall(call, at);
    const op = opNamed(name);
    const context: EncodeContext = { ...now, channels: channelsNow, table };
    if (op.kind === "warp") {
      const warp = op.place ? placedWarp(op, args, context) : op.warp(args, now);
      const folded = current?.warp && current.calls.length === 0 && args.fuse !== false ? foldWarps(current.warp, warp) : undefined;
      const segment = folded ? current! : open();
      segment.warp = folded ?? warp;
      now = warp.size ?? now;
      segment.output = now;
      return;
    }
    const words = encodeCall(op, args, context, precision);
    if (op.kind === "stencil") {
      open().stencil = { op, words };
      return;
    }
    if (op.kind === "tile") {
      open().tile = { op, words };
      current = undefined;
      if (op.show) open().stencil = { op, words };
      return;
    }
    const segment = current && op.kind !== "tone" ? current : open();
    segment.calls.push({ op, words });
    if (op.kind !== "tone" && op.channelsAfter) {
      // What follows reads a picture of so many channels, so it cannot be in the same pass.
      channelsNow = op.channelsAfter(args, channelsNow);
      segment.channels = channelsNow;
      if (channelsNow !== context.channels) current = undefined;
    }
  };
  calls.forEach((call, i) => {
    try {
      add(call, `${path}[${i}]`);
    } catch (error) {
      throw atCall(error, call.op, `${path}[${i}]`);
    }
  });
  return segments;
}
