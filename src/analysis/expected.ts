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
import { layOut } from "../policy/lay-out.ts";
import type { Policy, PolicyStage } from "../policy/policy.ts";
import { partsOfStage, sizeAfterStage } from "../stages/index.ts";
import type { ImageStage } from "../stages/stage.ts";
import { changesNothing, isCurve, type SegmentKind } from "./passes.ts";

/** The pictures of one level. */
export interface ExpectedLevel {
  /** What their ops make of them. */
  shape: PictureShape;
  /** Whether there can be a plan in which none of them has ops. */
  canBePlain: boolean;
  /** What segments there can be in the first pass, and in later ones. Both are empty where pictures never have ops. */
  first: ReadonlySet<SegmentKind>;
  later: ReadonlySet<SegmentKind>;
  /** The ops that pictures can have, whether they can have different numbers of segments, and the sizes on their way. */
  ops: ReadonlySet<OpName>;
  differ: boolean;
  sizes: readonly PictureShape[];
}

/**
 * The levels of a policy's plans, from the sources up. `apart` is for a GPU in software: in which precision segments
 * are cut apart. Throws PolicyError where a stage does not fit pictures of that shape.
 */
export function expectedLevels(policy: Policy, shape: PictureShape, apart?: Precision): ExpectedLevel[] {
  const isList = Array.isArray(policy);
  // Over a dataset, since every policy can be laid out there.
  const { augmenters, before, graph } = layOut((isList ? policy : [policy]) as readonly PolicyStage[], isList, true);
  let now = shape;
  const level = (
    stages: readonly { stage: ImageStage; place: string }[],
    walks: (start: Walk) => Walk,
    above: number,
  ): ExpectedLevel => {
    const sizes = [now];
    for (const { stage, place } of stages) {
      now = shapeAfter(stage, now, place);
      sizes.push(now);
    }
    const walk = walks(new Walk(apart));
    return (graph[above] ? walk.copied(graph[above].stage) : walk).level(sizes);
  };
  const each = (stages: readonly { stage: ImageStage }[]) => (start: Walk) =>
    stages.reduce((walk, { stage }) => walk.stage(stage), start);
  const sources = [...augmenters.slice(0, 1).flatMap((augmenter) => augmenter ?? []), ...before];
  const levels = [level(sources, (start) => each(before)(start.one(augmenters.map((one) => one?.stage))), 0)];
  graph.forEach(({ stage, after }, g) => {
    for (let between = 1; between < needsOf(stage).levels; between++) levels.push(new Walk(apart).level([now]));
    levels.push(level(after, each(after), g + 1));
  });
  // A plan has one stage at least.
  if (graph.length === 0) levels.push(new Walk(apart).level([now]));
  return levels;
}

/** Whether a policy mixes with a second batch. */
export const readsExternal = (policy: Policy): boolean =>
  [policy]
    .flat()
    .some((stage) => "pairing" in (stage as PolicyStage) && (stage as { pairing?: unknown }).pairing === "external");

function shapeAfter(stage: ImageStage, shape: PictureShape, place: string): PictureShape {
  return { ...sizeAfterStage(stage, shape, place), channels: channelsAfter(stage, shape.channels) };
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

/** What the last segment is. */
type Last = "closed" | "warps" | "curve" | "open";
/** Where a picture's calls may have led: how many segments there are (the most that are counted stand for more), and the last. */
type State = `${number} ${Last}`;

const NONE: State = "0 closed";

/** How far segments are counted. It matters whether one is the first; and apart, whether pictures have equally many. */
const MOST_JOINED = 2;
const MOST_APART = 12;

const countOf = (state: State): number => Number.parseInt(state, 10);

/** All the ways that pictures can have gone through the stages so far. */
class Walk {
  constructor(
    private readonly apart: Precision | undefined,
    /** Where they are now. */
    private readonly states: ReadonlySet<State> = new Set([NONE]),
    private readonly first: ReadonlySet<SegmentKind> = new Set(),
    private readonly later: ReadonlySet<SegmentKind> = new Set(),
    private readonly ops: ReadonlySet<OpName> = new Set(),
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
    const { apart } = this;
    const most = apart ? MOST_APART : MOST_JOINED;
    const states = new Set<State>();
    const kinds = [new Set(this.first), new Set(this.later)] as const;
    const open = (count: number, kind: SegmentKind, as?: Last): void => {
      kinds[count === 0 ? 0 : 1].add(kind);
      if (as) states.add(`${Math.min(count + 1, most)} ${as}`);
    };
    for (const state of this.states) {
      const count = countOf(state);
      const last = state.slice(state.indexOf(" ") + 1) as Last;
      if (changesNothing(op)) states.add(last === "warps" ? `${count} open` : state);
      else if (op.kind === "warp") {
        if (last === "warps") states.add(state);
        if (last !== "warps" || !alwaysFolds(op)) open(count, "gather", "warps");
      } else if (op.kind === "stencil") open(count, "gather", "open");
      else if (op.kind === "tile") {
        open(count, "tile", op.show ? undefined : "closed");
        if (op.show) open(count + 1, "gather", "open");
      } else if (apart && isCurve(op, apart)) {
        if (op.kind !== "tone" && last === "curve") states.add(state);
        else open(count, op.kind === "tone" ? "tone" : "plain", "curve");
      } else if (op.kind === "tone") open(count, "tone", "open");
      else if (apart || last === "closed") open(count, "plain", "open");
      else states.add(`${count} open`);
    }
    const isCut = channelsOf(name, args, 3) !== 3;
    const after = isCut ? new Set([...states].map((state): State => `${countOf(state)} closed`)) : states;
    return new Walk(apart, after, ...kinds, changesNothing(op) ? this.ops : new Set([...this.ops, name]));
  }

  /** The level, for pictures that have these sizes before, in between and afterwards. */
  level(sizes: readonly PictureShape[]): ExpectedLevel {
    const canBePlain = this.states.has(NONE);
    // A picture that is done, or has nothing to be done, is copied where others go on.
    const first = new Set(this.first);
    if (canBePlain && first.size > 0) first.add("plain");
    const later = new Set(this.later);
    if (later.size > 0) later.add("plain");
    const counts = new Set([...this.states].map(countOf));
    const differ = counts.size > 1 || counts.has(MOST_APART);
    return { shape: sizes.at(-1)!, canBePlain, first, later, ops: this.ops, differ, sizes };
  }

  /** Everything that was possible in one of them. */
  static union(walks: readonly Walk[]): Walk {
    const all = <T>(of: (walk: Walk) => ReadonlySet<T>) => new Set(walks.flatMap((walk) => [...of(walk)]));
    return new Walk(
      walks[0]?.apart,
      all((walk) => walk.states),
      all((walk) => walk.first),
      all((walk) => walk.later),
      all((walk) => walk.ops),
    );
  }
}

const { union } = Walk;

/** Whether a warp folds with any before it: of one without arguments it is known which warp it is. */
function alwaysFolds(op: Extract<ImageOp, { kind: "warp" }>): boolean {
  return !op.place && Object.keys(op.args).length === 0 && op.warp({}, { height: 1, width: 1 }).permutes === true;
}
