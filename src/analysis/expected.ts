/**
 * What a policy's plans can look like, before one is drawn: where pictures may have ops, and of what kinds the segments
 * there can be. It follows `segmentsOf` with kinds in place of calls, and errs on the side of too much.
 */
import type { PictureShape, Precision } from "../format/format.ts";
import { mixOpOf } from "../mixers/index.ts";
import { type MixStage, mixersOf, needsOf } from "../mixers/mix-stage.ts";
import type { OpName } from "../ops/index.ts";
import type { ImageOp } from "../ops/op.ts";
import { opNamed } from "../ops/registry.ts";
import { isSame } from "../ops/size.ts";
import { layOut, type Placed } from "../policy/lay-out.ts";
import type { Policy, PolicyStage } from "../policy/policy.ts";
import { ownSizes } from "../sample/image-draws.ts";
import { partsOfStage, sizesAfterStage } from "../stages/index.ts";
import { fixed, oneOfSizes, oneSize, type Sizes } from "../stages/sizes.ts";
import type { ImageStage } from "../stages/stage.ts";
import type { BeforeLast, ExpectedLevel } from "./expected-level.ts";
import { changesNothing, isCurve, type SegmentKind } from "./passes.ts";

/** A stage of a level, or the augmenters of a repeated batch, of which a picture gets one. */
type Step = readonly (Placed<ImageStage> | undefined)[];

/** How pictures are cut into segments, and which ops do anything to them. */
export interface Cutting {
  /** For a GPU in software: in which precision segments are cut apart. */
  apart?: Precision | undefined;
  /** Default: all. What belongs to pictures knows fewer. */
  follows?: ((op: ImageOp) => boolean) | undefined;
}

/**
 * The levels of a policy's plans, from the sources up. Throws PolicyError where a stage does not fit pictures of that
 * shape, or where they may have several sizes when they are mixed.
 */
export function expectedLevels(
  policy: Policy,
  shape: PictureShape,
  cutting: Cutting = {},
  haveOwnSizes = false,
): ExpectedLevel[] {
  const isList = Array.isArray(policy);
  // Over a dataset, since every policy can be laid out there.
  const { augmenters, before, graph } = layOut((isList ? policy : [policy]) as readonly PolicyStage[], isList, true);
  let sizes = haveOwnSizes ? ownSizes() : fixed(shape);
  let { channels } = shape;
  const level = (steps: readonly Step[], above: number): ExpectedLevel => {
    let walk = new Walk(cutting);
    const ragged = new Raggedness(sizes);
    const known = (): PictureShape[] => (sizes.because ? [] : [{ ...oneSize(sizes), channels }]);
    const shapes = known();
    for (const stages of steps) {
      const from = sizes;
      const after = stages.map((placed) => (placed ? sizesAfterStage(placed.stage, from, placed.place) : from));
      sizes = oneOfSizes(after, from.because);
      if (stages[0] && !cutting.follows) channels = channelsAfter(stages[0].stage, channels);
      walk = walk.one(stages.map((placed) => placed?.stage));
      ragged.note(from, sizes, walk.counts());
      shapes.push(...known());
    }
    // Where they are mixed they have one size.
    oneSize(sizes);
    const done = graph[above] ? walk.copied(graph[above].stage) : walk;
    return { ...done.level(shapes), ragged: ragged.passes, isAlwaysRagged: ragged.isAlways };
  };
  const each = (stages: readonly Placed<ImageStage>[]): Step[] => stages.map((stage) => [stage]);
  const levels = [level([augmenters, ...each(before)], 0)];
  graph.forEach(({ stage, after }, g) => {
    for (let between = 1; between < needsOf(stage).levels; between++) levels.push(level([], graph.length));
    levels.push(level(each(after), g + 1));
  });
  // A plan has one stage at least.
  if (graph.length === 0) levels.push(level([], graph.length));
  return levels;
}

/** In which passes of a level pictures can be of different size. */
class Raggedness {
  passes: ExpectedLevel["ragged"] = "none";
  readonly isAlways: boolean;

  constructor(start: Sizes) {
    this.isAlways = start.because !== undefined;
  }

  /** A step leads from some sizes to others, and pictures have so many segments afterwards. */
  note(before: Sizes, after: Sizes, counts: ReadonlySet<number>): void {
    const varies = before.because !== undefined || after.because !== undefined;
    if (!varies && isSame(oneSize(before), oneSize(after))) return;
    const most = Math.max(...counts);
    // All change in the same pass where all have equally many segments.
    if (!varies && counts.size === 1 && most < MOST_JOINED) return;
    if (most > 1) this.passes = "all";
    else if (this.passes === "none") this.passes = "first";
  }
}

/** Channels change for all pictures or for none, as sizes do. */
function channelsAfter(stage: ImageStage, channels: number): number {
  const { ops, children } = partsOfStage(stage);
  const own = ops.reduce((count, op) => channelsOf(op, stage, count), channels);
  return children.reduce((count, child) => channelsAfter(child, count), own);
}

function channelsOf(name: OpName, stage: object, channels: number): number {
  const op = opNamed(name);
  return "channelsAfter" in op && op.channelsAfter
    ? op.channelsAfter(stage as Record<string, unknown>, channels)
    : channels;
}

/** What can join the last segment. */
type Last = "closed" | "warps" | "curve" | "open";
/**
 * Where a picture's calls may have led: how many segments there are (the most that are counted stand for more), what
 * can join the last one, and of what kind that is.
 */
type State = `${number} ${Last} ${SegmentKind}`;

const NONE: State = "0 closed plain";

const partsOf = (state: State) => state.split(" ") as [string, Last, SegmentKind];

/** How far segments are counted. Apart, it matters whether pictures have equally many. */
const MOST_JOINED = 3;
const MOST_APART = 12;

/** What was met on the way. */
interface Met {
  /** The kinds of first segments, of later ones, and of first ones that others follow. */
  first: ReadonlySet<SegmentKind>;
  later: ReadonlySet<SegmentKind>;
  followed: ReadonlySet<SegmentKind>;
  ops: ReadonlySet<OpName>;
}

/** All the ways that pictures can have gone through the stages so far. */
class Walk {
  constructor(
    private readonly cutting: Cutting,
    /** Where they are now. */
    private readonly states: ReadonlySet<State> = new Set([NONE]),
    private readonly met: Met = { first: new Set(), later: new Set(), followed: new Set(), ops: new Set() },
  ) {}

  /** They go through one of the stages each. */
  one(stages: readonly (ImageStage | undefined)[]): Walk {
    return union(stages.map((stage) => (stage ? this.stage(stage) : this)));
  }

  stage(stage: ImageStage): Walk {
    const { ops, children, takes } = partsOfStage(stage);
    const ways = [
      ...ops.map((op) => (from: Walk) => from.op(op, stage)),
      ...children.map((child) => (from: Walk) => from.stage(child)),
    ];
    const whole = takes === "each" ? ways.reduce<Walk>((walk, way) => way(walk), this) : this.some(ways, takes);
    return (stage.prob ?? 1) === 1 ? whole : union([this, whole]);
  }

  /** Beside them there are copies that a mixing stage makes for itself. */
  copied(stage: MixStage): Walk {
    const copies = mixersOf(stage).flatMap((mixer) => {
      const { copies, draws } = mixOpOf(mixer);
      return copies ? [this.stage(copies(mixer))] : (draws(mixer).ops ?? []).map((op) => this.op(op, {}));
    });
    return union([this, ...copies]);
  }

  /** From `least` to `most` of the ways, one after the other. */
  private some(ways: readonly ((from: Walk) => Walk)[], [least, most]: readonly [number, number]): Walk {
    let walk: Walk = this;
    const ends: Walk[] = least === 0 ? [this] : [];
    const seen = new Set<string>();
    for (let count = 1; count <= most && ways.length > 0; count++) {
      walk = union(ways.map((way) => way(walk)));
      if (count >= least) ends.push(walk);
      // What follows repeats itself.
      const key = [...walk.states].sort().join();
      if (seen.has(key) && count >= least) break;
      seen.add(key);
    }
    return union(ends);
  }

  /** They get a call of this op. `args` are the stage's, as far as it fixes them. */
  private op(name: OpName, args: object): Walk {
    const op = opNamed(name);
    const { apart, follows = () => true } = this.cutting;
    const isFollowed = follows(op);
    const states = new Set<State>();
    const [first, later, followed] = [new Set(this.met.first), new Set(this.met.later), new Set(this.met.followed)];
    /** Adds a segment to those of a state. */
    const open = (state: State, kind: SegmentKind, as: Last): State => {
      const [count, , last] = partsOf(state);
      (count === "0" ? first : later).add(kind);
      if (count === "1") followed.add(last);
      return `${Math.min(Number(count) + 1, apart ? MOST_APART : MOST_JOINED)} ${as} ${kind}`;
    };
    const isNothing = !isFollowed || (apart !== undefined && changesNothing(op));
    for (const state of this.states) {
      const [count, last, kind] = partsOf(state);
      const stays = (as: Last) => states.add(`${Number(count)} ${as} ${kind}`);
      if (isNothing) stays(last === "warps" ? "open" : last);
      else if (op.kind === "warp") {
        if (last === "warps") states.add(state);
        if (last !== "warps" || !alwaysFolds(op)) states.add(open(state, "gather", "warps"));
      } else if (op.kind === "stencil") states.add(open(state, "gather", "open"));
      else if (op.kind === "tile") {
        const made = open(state, "tile", "closed");
        states.add(op.show ? open(made, "gather", "open") : made);
      } else if (op.kind === "tone") states.add(open(state, "tone", apart === "u8" ? "curve" : "open"));
      else if (apart && isCurve(op, apart)) states.add(last === "curve" ? state : open(state, "plain", "curve"));
      else if (apart || last === "closed") states.add(open(state, "plain", "open"));
      else stays("open");
    }
    const isCut = isFollowed && channelsOf(name, args, 3) !== 3;
    const closed = (state: State) => `${partsOf(state)[0]} closed ${partsOf(state)[2]}` as State;
    const ops = isNothing ? this.met.ops : new Set([...this.met.ops, name]);
    return new Walk(this.cutting, isCut ? new Set([...states].map(closed)) : states, { first, later, followed, ops });
  }

  /** How many segments pictures can have. */
  counts(): ReadonlySet<number> {
    return new Set([...this.states].map((state) => Number(partsOf(state)[0])));
  }

  /** The level, for pictures that have these sizes before, in between and afterwards, as far as they are known. */
  level(sizes: readonly PictureShape[]): Omit<ExpectedLevel, "ragged" | "isAlwaysRagged"> {
    const canBePlain = this.states.has(NONE);
    // A picture that is done, or has nothing to be done, is copied where others go on.
    const first = new Set(this.met.first);
    if (canBePlain && first.size > 0) first.add("plain");
    const later = new Set(this.met.later);
    if (later.size > 0) later.add("plain");
    const counts = this.counts();
    const differ = counts.size > 1 || counts.has(MOST_APART);
    const shape = sizes.at(-1)!;
    return { shape, canBePlain, first, later, ops: this.met.ops, differ, sizes, beforeLast: this.beforeLast() };
  }

  private beforeLast(): BeforeLast {
    const first = new Set(this.met.followed);
    const passes = [...this.states].map((state) => {
      const [count, , kind] = partsOf(state);
      // Tiles are made by a pass of their own, wherever they stand.
      if (kind === "tile" && count === "1") first.add("tile");
      return kind === "tile" ? Number(count) : Math.max(0, Number(count) - 1);
    });
    return { least: Math.min(...passes), most: Math.max(...passes), first };
  }

  /** Everything that was possible in one of them. */
  static union(walks: readonly Walk[]): Walk {
    const all = <T>(of: (walk: Walk) => ReadonlySet<T>) => new Set(walks.flatMap((walk) => [...of(walk)]));
    return new Walk(
      walks[0]?.cutting ?? {},
      all((walk) => walk.states),
      {
        first: all((walk) => walk.met.first),
        later: all((walk) => walk.met.later),
        followed: all((walk) => walk.met.followed),
        ops: all((walk) => walk.met.ops),
      },
    );
  }
}

const { union } = Walk;

/** Whether a warp folds with any before it: of one without arguments it is known which warp it is. */
function alwaysFolds(op: Extract<ImageOp, { kind: "warp" }>): boolean {
  return !op.place && Object.keys(op.args).length === 0 && op.warp({}, { height: 1, width: 1 }).permutes === true;
}
