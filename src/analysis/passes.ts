/**
 * Cuts the ops of a level's pictures into passes.
 *
 * A picture's ops become segments: one read of the picture (as it is, through a warp, or through a stencil) followed by
 * any number of colour and mask ops in registers. A segment ends, and with it the pass, only where the next op needs
 * more than one pixel of what was computed so far:
 * - a warp or stencil needs its neighbours (consecutive warps that can be multiplied are one read);
 * - a tile op makes whole tiles, by a kernel of its own, and what follows reads those: its own stencil, or the next op;
 * - a tone op needs the histogram, which a tone dispatch takes of the picture *before* the pass.
 * Pictures take part in as many passes as the longest needs; one that is done is copied on. So the number of dispatches
 * depends on how many ops a sample has, never on how many ops the policy could choose from.
 *
 * For a GPU in software they are cut apart: every op is a segment of its own, but for what one level curve can say.
 */
import type { PictureShape, Precision, Size } from "../format/format.ts";
import { atCall, checkCall, takenCall } from "../ops/check-call.ts";
import { foldWarps } from "../ops/lib/warp-words.ts";
import type {
  Args,
  ColorOp,
  EncodeContext,
  ImageOp,
  PlacedOp,
  PlacedWarp,
  StencilOp,
  TileOp,
  ToneOp,
  Warp,
} from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import { encodeCall, readCall, wordsOfCall } from "../ops/words.ts";
import type { OpCall } from "../plan/plan.ts";

/** One op call, encoded. */
export interface EncodedCall {
  op: ColorOp | ToneOp;
  /** Named words, as the op's `encode` gives them. */
  words: unknown;
}

/** One read and what follows it in registers. */
export interface Segment {
  warp: Warp | PlacedWarp | undefined;
  /** A stencil, or that of a tile op, which reads its tiles. */
  stencil: { op: StencilOp | TileOp; words: unknown } | undefined;
  /** No calls follow: the segment is made of tiles. */
  tile: { op: TileOp; words: unknown } | undefined;
  /** A tone op can only be the first. */
  calls: EncodedCall[];
  /** Size of the picture this segment reads, and of the one it makes. */
  input: Size;
  output: Size;
  /** Channels of the picture this segment makes. */
  channels: number;
}

/**
 * What of the kernels of a pass a segment needs: one of its own for a tone op and for tiles, and one that reads
 * elsewhere for a warp or stencil.
 */
export type SegmentKind = "plain" | "tone" | "gather" | "tile";

/** A picture without a segment is copied, as a plain one is. */
export function kindOfSegment(segment: Segment | undefined): SegmentKind {
  if (segment?.tile) return "tile";
  if (segment?.warp || segment?.stencil) return "gather";
  return segment?.calls[0]?.op.kind === "tone" ? "tone" : "plain";
}

/** Whether a call of the op, whatever its arguments, leaves pictures as they are. */
export const changesNothing = ({ name }: Pick<ImageOp, "name">): boolean => name === "identity";

/** Whether an op is a level curve for each colour channel. */
export const isCurve = (op: ImageOp, precision: Precision): boolean =>
  precision === "u8" && (op.kind === "tone" || ("byLevel" in op && op.byLevel === true));

/** Where byte tables of encoded calls go; returns the word by which the shader finds it. */
export type AddTable = (bytes: Uint8Array) => number;

const NO_SEGMENTS: Segment[] = [];

/**
 * Cuts the calls of pictures of so many channels. It runs for every picture of every step, so it makes nothing but the
 * segments.
 */
export class Cutter {
  private readonly shape: PictureShape;
  private readonly precision: Precision;
  /** What the next call works on. */
  private readonly context: { height: number; width: number; channels: number; readonly table: AddTable };
  private now: Size;
  private segments: Segment[] = NO_SEGMENTS;
  /** The segment that the next call may join. */
  private current: Segment | undefined;
  /**
   * Whether a warp may be multiplied into it: what stood in between keeps two warps apart, even an op that does
   * nothing.
   */
  private folds = true;
  private readonly cutsApart: boolean;

  constructor(shape: PictureShape, precision: Precision, table: AddTable, cutsApart = false) {
    const { height, width, channels } = shape;
    this.shape = shape;
    this.precision = precision;
    this.cutsApart = cutsApart;
    this.now = { height, width };
    this.context = { height, width, channels, table };
  }

  /** The segments of one picture's calls. `path` leads to the calls, for messages; `size` is its own, if it has one. */
  segmentsOf(calls: readonly OpCall[], path: () => string, size: Size = this.shape): Segment[] {
    this.segments = NO_SEGMENTS;
    this.current = undefined;
    this.resize(size);
    this.context.channels = this.shape.channels;
    for (let i = 0; i < calls.length; i++) {
      const call = calls[i]!;
      try {
        const known = takenCall(call);
        if (known) this.add(known.op, known.taken);
        else {
          const { args } = checkCall(call, `${path()}[${i}]`);
          this.add(opNamed(call.op), args);
        }
      } catch (error) {
        throw atCall(error, call.op, `${path()}[${i}]`);
      }
    }
    return this.segments;
  }

  private add(op: ImageOp, args: Args): void {
    const { context, precision } = this;
    if (this.cutsApart && changesNothing(op)) {
      this.folds = false;
      return;
    }
    if (op.kind === "warp") {
      this.addWarp(op.place ? placedWarp(op, args, context) : op.warp(args, this.now), args.fuse !== false);
      return;
    }
    const words = encodeCall(op, args, context, precision);
    if (op.kind === "stencil") {
      this.open().stencil = { op, words };
      return;
    }
    if (op.kind === "tile") {
      this.open().tile = { op, words };
      this.current = undefined;
      if (op.show) this.open().stencil = { op, words };
      return;
    }
    const segment = this.joined(op) ?? this.open();
    if (segment.calls.length === 0) segment.calls = [{ op, words }];
    else segment.calls.push({ op, words });
    if (op.kind !== "tone" && op.channelsAfter) {
      // What follows reads a picture of so many channels, so it cannot be in the same pass.
      const before = context.channels;
      context.channels = op.channelsAfter(args, before);
      segment.channels = context.channels;
      if (context.channels !== before) this.current = undefined;
    }
  }

  /** The segment that a colour, mask or tone op can still be in. */
  private joined(op: ColorOp | ToneOp): Segment | undefined {
    const { current, precision, cutsApart } = this;
    if (op.kind === "tone") return undefined;
    if (!cutsApart) return current;
    const first = current?.calls[0];
    return first && isCurve(op, precision) && isCurve(first.op, precision) ? current : undefined;
  }

  private addWarp(warp: Warp | PlacedWarp, fuses: boolean): void {
    const { current } = this;
    const canFold = fuses && this.folds && current?.warp && current.calls.length === 0;
    const folded = canFold ? foldWarps(current.warp!, warp) : undefined;
    const segment = folded ? current! : this.open();
    segment.warp = folded ?? warp;
    if (warp.size) this.resize(warp.size);
    segment.output = this.now;
  }

  private open(): Segment {
    const { now, context } = this;
    this.folds = true;
    this.current = {
      warp: undefined,
      stencil: undefined,
      tile: undefined,
      calls: NO_CALLS,
      input: now,
      output: now,
      channels: context.channels,
    };
    if (this.segments.length === 0) this.segments = [this.current];
    else this.segments.push(this.current);
    return this.current;
  }

  private resize({ height, width }: Size): void {
    const { now, context } = this;
    if (now.height === height && now.width === width) return;
    this.now = { height, width };
    context.height = height;
    context.width = width;
  }
}

/** Of a segment that has none yet: most have one at most, and a list that grows is a long one. */
const NO_CALLS: EncodedCall[] = [];

function placedWarp(op: PlacedOp, args: Args, context: EncodeContext): PlacedWarp {
  const named = encodeCall(op, args, context, "u8");
  const words = readCall(op, named, "u8");
  return {
    ...op.reading(args),
    op: op.name,
    id: op.shader.id,
    words: wordsOfCall(op, named, "u8"),
    place: (at, tables) => op.place(words, at, tables),
  };
}
