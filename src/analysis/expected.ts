/**
 * What a policy's plans can look like, before one is drawn: where pictures may have ops, and of what kinds the segments
 * there can be. It follows `segmentsOf` with kinds in place of calls, and errs on the side of too much.
 */
import type { PictureShape } from "../format/format.ts";
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
import type { SegmentKind } from "./passes.ts";

/** The pictures of one level. */
export interface ExpectedLevel {
  /** What their ops make of them. */
  shape: PictureShape;
  /** Whether there can be a plan in which none of them has ops. */
  canBePlain: boolean;
  /** What segments there can be in the first pass, and in later ones. Both are empty where pictures never have ops. */
  first: ReadonlySet<SegmentKind>;
  later: ReadonlySet<SegmentKind>;
  /** In which of these passes pictures can be of different size, and whether the first is always such a one. */
  ragged: "none" | "first" | "all";
  isAlwaysRagged: boolean;
}

/** A stage of a level, or the augmenters of a repeated batch, of which a picture gets one. */
interface Step {
  stages: readonly (Placed<ImageStage> | undefined)[];
}

/**
 * The levels of a policy's plans, from the sources up. Throws PolicyError where a stage does not fit pictures of that
 * shape, or where pictures may have several sizes when they are mixed.
 */
export function expectedLevels(policy: Policy, shape: PictureShape, haveOwnSizes = false): ExpectedLevel[] {
  const isList = Array.isArray(policy);
  // Over a dataset, since every policy can be laid out there.
  const { augmenters, before, graph } = layOut((isList ? policy : [policy]) as readonly PolicyStage[], isList, true);
  let sizes = haveOwnSizes ? ownSizes() : fixed(shape);
  let { channels } = shape;
  const level = (steps: readonly Step[], above: number): ExpectedLevel => {
    let walk = new Walk();
    const ragged = new Raggedness(sizes);
    for (const { stages } of steps) {
      const from = sizes;
      const after = stages.map((placed) => (placed ? sizesAfterStage(placed.stage, from, placed.place) : from));
      sizes = oneOfSizes(after, from.because);
      if (stages[0]) channels = channelsAfter(stages[0].stage, channels);
      walk = walk.one(stages.map((placed) => placed?.stage));
      ragged.note(from, sizes, walk);
    }
    const shape = { ...oneSize(sizes), channels };
    const done = graph[above] ? walk.copied(graph[above].stage) : walk;
    return { ...done.level(shape), ragged: ragged.passes, isAlwaysRagged: ragged.isAlways };
  };
  const plain = () => level([], graph.length);
  const each = (stages: readonly Placed<ImageStage>[]) => stages.map((stage) => ({ stages: [stage] }));
  const levels = [level([{ stages: augmenters }, ...each(before)], 0)];
  graph.forEach(({ stage, after }, g) => {
    for (let between = 1; between < needsOf(stage).levels; between++) levels.push(plain());
    levels.push(level(each(after), g + 1));
  });
  // A plan has one stage at least.
  if (graph.length === 0) levels.push(plain());
  return levels;
}

/** In which passes of a level pictures can be of different size. */
class Raggedness {
  passes: ExpectedLevel["ragged"] = "none";
  readonly isAlways: boolean;

  constructor(start: Sizes) {
    this.isAlways = start.because !== undefined;
  }

  /** A step leads from some sizes to others, and pictures are in these states afterwards. */
  note(before: Sizes, after: Sizes, walk: Walk): void {
    const varies = before.because !== undefined || after.because !== undefined;
    if (!varies && isSame(oneSize(before), oneSize(after))) return;
    const counts = walk.counts();
    const most = Math.max(...counts);
    // All change in the same pass where all have equally many segments.
    if (!varies && counts.size === 1 && most < MOST_COUNTED) return;
    if (most > 1) this.passes = "all";
    else if (this.passes === "none") this.passes = "first";
  }
}

/** Whether a policy mixes with a second batch. */
export const readsExternal = (policy: Policy): boolean =>
  [policy]
    .flat()
    .some((stage) => "pairing" in (stage as PolicyStage) && (stage as { pairing?: unknown }).pairing === "external");

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

/** Where a picture's calls may have led: how many segments there are (two stand for more), and what the last one is. */
type State = `${0 | 1 | 2} ${"closed" | "warps" | "open"}`;

const NONE: State = "0 closed";

/** So many segments stand for more. */
const MOST_COUNTED = 2;

/** All the ways that pictures can have gone through the stages so far. */
class Walk {
  constructor(
    /** Where they are now. */
    private readonly states: ReadonlySet<State> = new Set([NONE]),
    private readonly first: ReadonlySet<SegmentKind> = new Set(),
    private readonly later: ReadonlySet<SegmentKind> = new Set(),
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
    const states = new Set<State>();
    const kinds = [new Set(this.first), new Set(this.later)] as const;
    const open = (count: number, kind: SegmentKind, as: "warps" | "open"): void => {
      kinds[count === 0 ? 0 : 1].add(kind);
      states.add(`${Math.min(count + 1, 2) as 1 | 2} ${as}`);
    };
    for (const state of this.states) {
      const count = Number(state[0]);
      const last = state.slice(2);
      if (op.kind === "warp") {
        if (last === "warps") states.add(state);
        if (last !== "warps" || !alwaysFolds(op)) open(count, "gather", "warps");
      } else if (op.kind === "stencil") open(count, "gather", "open");
      else if (op.kind === "tile") {
        kinds[count === 0 ? 0 : 1].add("tile");
        if (op.show) open(count + 1, "gather", "open");
        else states.add(`${Math.min(count + 1, 2) as 1 | 2} closed`);
      } else if (op.kind === "tone") open(count, "tone", "open");
      else if (last === "closed") open(count, "plain", "open");
      else states.add(`${count as 1 | 2} open`);
    }
    const isCut = channelsOf(name, args, 3) !== 3;
    const after = isCut
      ? new Set([...states].map((state): State => `${state[0] as "1" | "2"} closed` as State))
      : states;
    return new Walk(after, ...kinds);
  }

  /** How many segments pictures can have. */
  counts(): ReadonlySet<number> {
    return new Set([...this.states].map((state) => Number(state[0])));
  }

  level(shape: PictureShape): Omit<ExpectedLevel, "ragged" | "isAlwaysRagged"> {
    const canBePlain = this.states.has(NONE);
    // A picture that is done, or has nothing to be done, is copied where others go on.
    const first = new Set(this.first);
    if (canBePlain && first.size > 0) first.add("plain");
    const later = new Set(this.later);
    if (later.size > 0) later.add("plain");
    return { shape, canBePlain, first, later };
  }

  /** Everything that was possible in one of them. */
  static union(walks: readonly Walk[]): Walk {
    const all = <T>(of: (walk: Walk) => ReadonlySet<T>) => new Set(walks.flatMap((walk) => [...of(walk)]));
    return new Walk(
      all((walk) => walk.states),
      all((walk) => walk.first),
      all((walk) => walk.later),
    );
  }
}

const { union } = Walk;

/** Whether a warp folds with any before it: of one without arguments it is known which warp it is. */
function alwaysFolds(op: Extract<ImageOp, { kind: "warp" }>): boolean {
  return !op.place && Object.keys(op.args).length === 0 && op.warp({}, { height: 1, width: 1 }).permutes === true;
}
