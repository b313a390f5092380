/**
 * What an output picture shows of each source: which part of it, where, and how strongly. Level by level as the plan
 * says, once a picture and for all that belongs to it.
 */
import { type StageSize, stageSizes } from "../analysis/runs.ts";
import type { Size } from "../format/format.ts";
import { maskPlane } from "../mixers/masks/plane.ts";
import type { Hidden, PixelBox } from "../ops/op.ts";
import type { OpCall, Plan, Row } from "../plan/plan.ts";
import { type Cell, inBox, outsideBox, sameCell, tiledCells, united, warpedCell, wholeCell } from "./cells.ts";
import { withCopies } from "./copies.ts";
import type { Count } from "./counts.ts";
import type { PlaceAt } from "./field.ts";
import { type Move, type MoveOptions, movesOf, sameMoves } from "./moves.ts";

/** One source in one picture. */
export interface Seen {
  /** Its place in `plan.sources`. */
  readonly source: number;
  /** How strongly it shows: the product of the blends' parts, above 0. Cells may show it less. */
  readonly weight: number;
  readonly moves: readonly Move[];
  /** What the cells are parts of. */
  readonly base: Base;
  readonly cells: readonly Cell[];
  /** The cells without what is painted over, where anything is. */
  readonly shown: readonly Cell[] | undefined;
  /** Whether the cells are some of the tiles only that show an object. */
  readonly isPart?: boolean;
  /** What happens to a point on the way, in order: several ways where leaves were joined, none if nobody asks. */
  readonly trails: readonly (readonly Step[])[];
}

/** A source picture, or what a warp without a matrix made: there coordinates begin anew. */
export interface Base {
  readonly size: Size;
  readonly below: Below | undefined;
}

/** What a warp without a matrix read. */
export interface Below {
  readonly base: Base;
  readonly cells: readonly Cell[];
  readonly shown: readonly Cell[] | undefined;
  readonly place: PlaceAt;
}

/** A move, or where a point must be to show. */
export type Step =
  | Move
  | { kind: "inside" | "outside"; box: PixelBox }
  | ({ kind: "through" } & Pick<Count, "size" | "weightAt">);

/** What is done about a part that is painted over: it lowers `visible`, nothing, or the box shrinks to what is left. */
export type HiddenParts = "count" | "ignore" | "shrink";

export interface SeenOptions extends MoveOptions {
  hidden: HiddenParts;
  /** Whether anybody wants to know about this source; it is left out if not. */
  wanted: (source: number) => boolean;
  /** The size of a source picture. */
  sizeOf: (source: number) => Size;
  /** Whether sources of which nothing is left stay in the list. */
  keepsAll: boolean;
  /** Whether anybody asks for single points: else there are no trails. */
  hasPoints: boolean;
}

/** What every row of the output shows. The plan must be valid. */
export function seenInRows(plan: Plan, options: SeenOptions): (readonly Seen[])[] {
  const sizes = stageSizes(plan);
  let level: (readonly Seen[])[] = plan.sources.map(({ ops }, source) => {
    if (!options.wanted(source)) return NOTHING;
    const seen = wholeSource(source, options.sizeOf(source), options.hasPoints ? NO_STEPS : NO_TRAILS);
    return moved([seen], ops, seenSize(seen), `plan.sources[${source}].ops`, options);
  });
  const joins = new Joiner(plan, options);
  plan.stages.forEach(({ rows, pairing }, stage) => {
    const size = sizes[stage]!;
    const below = level;
    level = rows.map((row, i) => {
      // AugMix: the copies that it blends in are warped otherwise, and their objects would be ghosts.
      const isSelf = pairing === "self" && row.mixer === "mixup";
      const mixed = isSelf ? below[row.own]! : mix(row, below, size, joins);
      return row.ops ? moved(mixed, row.ops, size, `plan.stages[${stage}].rows[${i}].ops`, options) : mixed;
    });
  });
  return level;
}

const NOTHING: readonly Seen[] = [];
const NO_STEPS: Seen["trails"] = [[]];
const NO_TRAILS: Seen["trails"] = [];

function wholeSource(source: number, size: Size, trails: Seen["trails"]): Seen {
  const cells = [wholeCell(size.width, size.height)];
  return { source, weight: 1, moves: [], base: { size, below: undefined }, cells, shown: undefined, trails };
}

const seenSize = ({ base }: Seen): Size => base.size;

/** After a picture's ops. */
function moved(
  seen: readonly Seen[],
  calls: readonly OpCall[] | undefined,
  size: Size,
  path: string,
  options: SeenOptions,
): readonly Seen[] {
  const moves = movesOf(calls, size, options, () => path);
  if (moves.length === 0) return seen;
  const [own, ...copies] = withCopies(moves);
  return seen.flatMap((one) => {
    const made = moveAll(one, own!, options.hidden);
    const others = copies.map((copy) => moveAll(one, copy, options.hidden)).filter(({ cells }) => cells.length > 0);
    return isLeft(made, options) ? [made, ...others] : others;
  });
}

const isLeft = ({ cells }: Seen, { keepsAll }: Pick<SeenOptions, "keepsAll">): boolean => keepsAll || cells.length > 0;

function moveAll(seen: Seen, moves: readonly Move[], hidden: HiddenParts): Seen {
  let { base, cells, shown } = seen;
  for (const move of moves) {
    switch (move.kind) {
      case "warp": {
        const warp = (cell: Cell) => warpedCell(cell, move) ?? [];
        cells = cells.flatMap(warp);
        shown = shown?.flatMap(warp);
        break;
      }
      case "tiles":
        cells = cells.flatMap((cell) => tiledCells(cell, move));
        shown = shown?.flatMap((cell) => tiledCells(cell, move));
        break;
      case "field":
        base = { size: move.output, below: { base, cells, shown, place: move.place } };
        cells = cells.length === 0 ? cells : [wholeCell(move.output.width, move.output.height)];
        shown = undefined;
        break;
      default:
        if (hidden === "ignore") break;
        shown = (shown ?? cells).flatMap((cell) => lessHidden(cell, move.hidden, move.output));
        if (hidden === "shrink" && "box" in move.hidden) cells = shown;
    }
  }
  return {
    source: seen.source,
    weight: seen.weight,
    moves: seen.moves.length === 0 ? moves : [...seen.moves, ...moves],
    base,
    cells,
    shown,
    trails: seen.trails.map((trail) => [...trail, ...moves]),
  };
}

/** What of a cell is not painted over. */
function lessHidden(cell: Cell, hidden: Hidden, size: Size): Cell[] {
  if ("box" in hidden) return outsideBox(cell, hidden.box);
  const weightAt = (x: number, y: number) => (hidden.hides(x, y) ? 0 : 1);
  return [counted(cell, size, weightAt)];
}

const counted = (cell: Cell, size: Size, weightAt: Count["weightAt"]): Cell => ({
  ...cell,
  counts: [...cell.counts, { forth: cell.forth, size, weightAt }],
});

/** What a row shows of the pictures below. */
function mix(row: Row, below: (readonly Seen[])[], size: StageSize, joins: Joiner): readonly Seen[] {
  const own = below[row.own]!;
  if (row.mixer === "none") return own;
  const partner = below[row.partner]!;
  switch (row.mixer) {
    case "mixup": {
      const { lambda } = row;
      if (lambda === 1) return own;
      if (lambda === 0) return partner;
      return joins.join(own, partner, {
        own: (seen) => ({ ...seen, weight: seen.weight * lambda }),
        partner: (seen) => ({ ...seen, weight: seen.weight * (1 - lambda) }),
        together: (a, b) => a * lambda + b * (1 - lambda),
      });
    }
    case "cutmix": {
      const box = row.bbox;
      return joins.join(own, partner, {
        own: (seen) => cutSeen(seen, "outside", box),
        partner: (seen) => cutSeen(seen, "inside", box),
        together: Math.max,
      });
    }
    default: {
      const bytes = maskPlane(row.mask, size);
      const { width } = size;
      return joins.join(own, partner, {
        own: (seen) => throughMask(seen, size, (x, y) => 1 - bytes[y * width + x]! / 255),
        partner: (seen) => throughMask(seen, size, (x, y) => bytes[y * width + x]! / 255),
        together: Math.max,
      });
    }
  }
}

function cutSeen(seen: Seen, kind: "inside" | "outside", box: PixelBox): Seen {
  const cut = (cells: readonly Cell[]): Cell[] => {
    const made: Cell[] = [];
    for (const cell of cells) {
      const part = kind === "inside" ? inBox(cell, box) : undefined;
      if (part) made.push(part);
      else if (kind === "outside") made.push(...outsideBox(cell, box));
    }
    return made;
  };
  return withCells(seen, cut(seen.cells), seen.shown && cut(seen.shown), { kind, box });
}

function throughMask(seen: Seen, size: Size, weightAt: Count["weightAt"]): Seen {
  const shown = (seen.shown ?? seen.cells).map((cell) => counted(cell, size, weightAt));
  return withCells(seen, seen.cells, shown, { kind: "through", size, weightAt });
}

const withCells = (
  { source, weight, moves, base, trails }: Seen,
  cells: readonly Cell[],
  shown: readonly Cell[] | undefined,
  step: Step,
): Seen => ({ source, weight, moves, base, cells, shown, trails: trails.map((trail) => [...trail, step]) });

/** How the two sides of a row are put together. */
interface Sides {
  own(seen: Seen): Seen;
  partner(seen: Seen): Seen;
  /** The weight of a picture that is mixed with itself, from its weights on both sides. */
  together(own: number, partner: number): number;
}

/** Leaves of one sample that were moved alike are one: CutBlur's copy, AugMix's without warps, a picture by itself. */
class Joiner {
  constructor(
    private readonly plan: Plan,
    private readonly options: SeenOptions,
  ) {}

  join(own: readonly Seen[], partner: readonly Seen[], sides: Sides): readonly Seen[] {
    const left = [...partner];
    const joined: Seen[] = [];
    for (const seen of own) {
      const at = left.findIndex((other) => this.isSame(seen, other));
      const made = at < 0 ? sides.own(seen) : joinTwo(seen, left.splice(at, 1)[0]!, sides);
      if (isLeft(made, this.options)) joined.push(made);
    }
    for (const seen of left) {
      const made = sides.partner(seen);
      if (isLeft(made, this.options)) joined.push(made);
    }
    return joined;
  }

  private isSame(a: Seen, b: Seen): boolean {
    const [one, other] = [this.plan.sources[a.source]!, this.plan.sources[b.source]!];
    return one.from === other.from && one.index === other.index && sameMoves(a.moves, b.moves);
  }
}

function joinTwo(own: Seen, partner: Seen, sides: Sides): Seen {
  if (sameCells(own.cells, partner.cells) && sameCells(own.shown, partner.shown))
    return { ...own, weight: sides.together(own.weight, partner.weight) };
  const [a, b] = [sides.own(own), sides.partner(partner)];
  return {
    ...a,
    weight: 1,
    cells: united(weighed(a.cells, a.weight), weighed(b.cells, b.weight)),
    shown:
      a.shown || b.shown
        ? united(weighed(a.shown ?? a.cells, a.weight), weighed(b.shown ?? b.cells, b.weight))
        : undefined,
    trails: [...a.trails, ...b.trails],
  };
}

const weighed = (cells: readonly Cell[], by: number): readonly Cell[] =>
  by === 1 ? cells : cells.map((cell) => ({ ...cell, weight: cell.weight * by }));

const sameCells = (a: readonly Cell[] | undefined, b: readonly Cell[] | undefined): boolean =>
  a === b || (a?.length === b?.length && a?.every((cell, i) => sameCell(cell, b![i]!)) === true);
