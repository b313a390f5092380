/**
 * What a picture's ops do to what belongs to it: a short list of moves, made once a picture and shared by all its
 * outlines and points. Warps that are one read of the picture are one move, so nothing is cut in between that the
 * picture was not cut by (`src/analysis/passes.ts`; a test holds both to each other).
 */
import { found, PlanError } from "../check/errors.ts";
import { isOptions } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import { argsOfCall, atCall, checkCall } from "../ops/check-call.ts";
import { foldWarps } from "../ops/lib/warp-fold.ts";
import type { Args, Edge, ImageOp, Warp, WarpOp } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import type { OpCall } from "../plan/plan.ts";
import { copiesOf, isRepeated } from "./copies.ts";
import { fieldOf } from "./field.ts";
import { backOf, inverse, sameMatrix } from "./matrix.ts";
import type { FieldMove, HideMove, Move, TilesMove, WarpMove } from "./move-kinds.ts";

export type { FieldMove, HideMove, Move, TilesMove, WarpMove };

/** What is done about copies that an edge mirrors or repeats: they are objects without a box, or have one. */
export type Copies = "refuse" | "ignore" | "objects";

export interface MoveOptions {
  copies: Copies;
  /** A move for each call, as torchvision treats boxes: nothing folds. */
  byCall: boolean;
}

/** The calls after which torchvision leaves boxes as they are. */
const UNCLIPPED = ["flipX", "flipY", "resize"];

const NO_MOVES: readonly Move[] = [];

/**
 * The moves of a picture's calls. `path` leads to the calls, for messages.
 * @throws PlanError for an edge that repeats parts of the picture unless `copies` says what becomes of them, and for a
 * matrix that has no way back
 */
export function movesOf(
  calls: readonly OpCall[] | undefined,
  size: Size,
  { copies, byCall }: MoveOptions,
  path: () => string,
): readonly Move[] {
  if (!calls || calls.length === 0) return NO_MOVES;
  const moves: Move[] = [];
  let now: Size = size;
  /** The warp that the next one may fold into. */
  let open: { warp: Warp; input: Size; clips: boolean } | undefined;
  const close = () => {
    if (open) moves.push(warpMove(open, now, copies, path));
    open = undefined;
  };
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    const at = () => `${path()}[${i}]`;
    const op = opNamed(call.op);
    try {
      const args = argsOfCall(call) ?? checkCall(call, at()).args;
      if (op.kind !== "warp") {
        close();
        const move = moveOf(op, args, now);
        if (move) moves.push(move);
        continue;
      }
      if (op.place) {
        const { edge, size: output = now } = op.reading(args);
        if (copies === "refuse") checkEdge(edge, at);
        close();
        moves.push({ kind: "field", place: fieldOf(op, args, now, output), input: now, output });
        now = output;
        continue;
      }
      const warp = op.warp(args, now);
      if (copies === "refuse") checkEdge(warp.edge, at);
      const folded: Warp | undefined = open && !byCall && args.fuse !== false ? foldWarps(open.warp, warp) : undefined;
      if (!folded) close();
      open = { warp: folded ?? warp, input: open?.input ?? now, clips: !UNCLIPPED.includes(op.name) };
      now = warp.size ?? now;
    } catch (error) {
      throw atCall(error, call.op, at());
    }
  }
  close();
  return moves;
}

function checkEdge(edge: Edge, at: () => string): void {
  if (isRepeated(edge))
    throw new PlanError(
      `${at()}.edge`,
      'constant or edge, for boxes and points (or the option copies: "ignore", or "objects")',
      edge,
    );
}

function warpMove(
  { warp, input, clips }: { warp: Warp; input: Size; clips: boolean },
  output: Size,
  copies: Copies,
  path: () => string,
): WarpMove {
  const back = backOf(warp.matrix, output.width, output.height);
  const forth = inverse(back);
  if (!forth)
    throw new PlanError(path(), "warps that have a way back", found(`the matrix [${warp.matrix.join(", ")}]`));
  const { window } = warp;
  const isWhole =
    !window ||
    (window.top <= 0 &&
      window.left <= 0 &&
      window.top + window.height >= input.height &&
      window.left + window.width >= input.width);
  const move: WarpMove = {
    kind: "warp",
    back,
    forth,
    input,
    output,
    clips,
    window: isWhole ? undefined : [window.left, window.top, window.left + window.width, window.top + window.height],
  };
  if (copies === "objects" && isRepeated(warp.edge)) move.copies = copiesOf(move, warp.edge, path);
  return move;
}

/** The move of an op that is no warp, if it is one. */
function moveOf(op: Exclude<ImageOp, WarpOp>, args: Args, now: Size): Move | undefined {
  if (op.target === "nothing") return undefined;
  if (op.kind === "stencil" && op.tiles) return { kind: "tiles", tiles: op.tiles(args, now), output: now };
  if ((op.kind === "mask" || op.kind === "color") && op.hidden)
    return { kind: "hide", hidden: op.hidden(args, now), output: now };
  throw new PlanError(op.name, "an op that says where its pixels go", found("one that moves them and doesn't say"));
}

/** Whether two pictures were moved alike, number by number. What hides is the same only where it is the same object. */
export function sameMoves(a: readonly Move[], b: readonly Move[]): boolean {
  return a === b || (a.length === b.length && a.every((move, i) => sameMove(move, b[i]!)));
}

function sameMove(a: Move, b: Move): boolean {
  if (a === b) return true;
  if (a.output.height !== b.output.height || a.output.width !== b.output.width) return false;
  if (a.kind === "warp" && b.kind === "warp")
    return sameMatrix(a.back, b.back) && sameMatrix(a.window ?? [], b.window ?? []);
  if (a.kind === "tiles" && b.kind === "tiles") return same(a.tiles, b.tiles);
  if (a.kind === "hide" && b.kind === "hide")
    return "box" in a.hidden && "box" in b.hidden && sameMatrix(a.hidden.box, b.hidden.box);
  return false;
}

/** Plain data that is equal. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((entry, i) => same(entry, b[i]));
  if (isOptions(a) && isOptions(b)) return Object.keys(a).every((key) => same(a[key], b[key]));
  return a === b;
}
