import { copied } from "../check/copied.ts";
import { epochKey, occurrenceKey, PURPOSE, repeatKey, streamKey } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { needsOf } from "../mixers/mix-stage.ts";
import { placed, type Rooted, rooted, rowsOf } from "../mixers/mix-tree.ts";
import type { MixTree } from "../mixers/mixer.ts";
import { drawsPairs } from "../mixers/pairing.ts";
import { prepareStage } from "../mixers/prepare.ts";
import type { Anchor, ReadyMixer } from "../mixers/ready.ts";
import { joinParts, type Part } from "../plan/join.ts";
import type { SizeOf } from "../plan/own-sizes.ts";
import type { Granularity, OpCall, Pairing, Plan, Row, SourceRef, Stage } from "../plan/plan.ts";
import type { GraphStage, Placed } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";
import { type ImageStage, stagePath } from "../stages/stage.ts";
import { keyed } from "./keyed.ts";
import { type BoxesOf, opDraws, type ReadyStages, type SizeOfAll } from "./op-draws.ts";
import { type PartnerPool, partnerInDataset, partnersInBatch } from "./partners.ts";
import { Pictures } from "./pictures.ts";
import { type DrawRequest, type OpenRequest, openRequest } from "./request.ts";

/**
 * Draws everything for one batch. Pure: the same request gives the same plan, whatever was drawn before.
 *
 * A draw is addressed by (seed, epoch, stage, purpose, sample id, occurrence, draw number): see `draw/keys.ts`. So a
 * sample gets the same ops, λ, box and choice in any batch, in any order, on any shard; with the `dataset` pairing the
 * same partner too, which has the same ops there as in a batch of its own.
 *
 * - A sample that comes several times draws anew each time, and so do its partners: see `occurrences`.
 * - A row that its `prob` leaves alone is `{ mixer: "none" }`, and so is one whose partner is itself (a batch of one,
 *   the middle of an odd `reverse`, a fixed point of `permutation`): mixing a picture with itself changes nothing.
 * - A λ drawn as exactly 0 or 1 and an empty box stay as they were drawn.
 * - Granularity `half` gives ⌈B/2⌉ rows, each mixed with its mirror image from the other half.
 * - A picture that no image stage changes has no `ops`.
 *
 * Throws InputError when the request does not fit together, and PolicyError when the policy cannot be drawn from.
 */
export function samplePlan(request: DrawRequest): Plan {
  const open = openRequest(request);
  const { seed, epoch, size, batchSize, policy } = open;
  const key = epochKey(seed, epoch, open.drawnByStep);
  const from = typeof size === "function" ? undefined : size;
  if (policy.augmenters.length > 1) opDraws().checkAugmenters(policy, from);
  const parts = policy.augmenters.map((augmenter, repeat) =>
    drawPart(open, augmenter ? [augmenter, ...policy.before] : policy.before, from, repeatKey(key, repeat)),
  );
  const { sources, stages } = joinParts(parts, batchSize);
  const { height, width } = typeof size === "function" ? parts[0]!.size : size;
  return { version: 1, seed, epoch, height, width, batchSize, sources, stages };
}

/** What a level must make: the first so many pictures, and copies of them. */
interface Wanted {
  count: number;
  /** Further ops of some pictures, by position. Nobody wants these pictures without them, so they need no copy. */
  finish?: ReadonlyMap<number, OpCall[]> | undefined;
  /** Pictures that are wanted once more, with further ops. */
  copies: { of: number; calls: OpCall[] }[];
}

/**
 * What a stage of the graph adds to the plan: its levels from the bottom up, and what the level below must make for
 * them.
 */
interface Drawn {
  stages: Stage[];
  below: Wanted;
}

/**
 * Draws for one copy of the batch, whose sources go through the stages `before` they are mixed, and have one size then.
 */
function drawPart(
  open: OpenRequest,
  before: readonly Placed<ImageStage>[],
  from: SizeOfAll,
  key: Key,
): Part & { size: Size } {
  const { ids, occurrences, time } = open;
  const { graph } = open.policy;
  const pictures = Pictures.take();
  for (let i = 0; i < ids.length; i++) pictures.add(ids[i]!, occurrences[i]!, key);
  // Image stages may resize the pictures, so each stage of the graph gets those of the stages before it.
  const { prepareImageStages } = opDraws();
  const onSources = prepareImageStages(before, key, time, from);
  const onResults: ReadyStages[] = [];
  for (const { after } of graph)
    onResults.push(prepareImageStages(after, key, time, (onResults.at(-1) ?? onSources).size));
  const first = { address: pictures.addresses[0]! };
  const stages: Stage[] = [];
  // From the output down: a partner from the dataset is one more picture that the stages below must make. It draws by
  // its own id.
  let wanted: Wanted = { count: pictures.count, copies: [] };
  for (let g = graph.length - 1; g >= 0; g--) {
    const stage = graph[g]!;
    const path = stagePath(stage.place, stage.stage);
    const { size } = onResults[g - 1] ?? onSources;
    const decide = keyed(stage, key, (own) => prepareStage(stage.stage, { ...size, time, first, path, key: own }));
    const drawn = drawMixer(stage, pictures, decide, key, open.pool);
    const top = drawn.stages[drawn.stages.length - 1]!;
    const { rows } = top;
    const result = { sizeOf: () => size, make: (i: number, ops?: OpCall[]) => withOwnOps(rows[i]!, ops) };
    top.rows = withOps({ ...wanted, count: rows.length }, onResults[g]!, pictures, result);
    stages.unshift(...drawn.stages);
    wanted = drawn.below;
  }
  const { size } = open;
  const sources = withOps(wanted, onSources, pictures, {
    sizeOf: typeof size === "function" ? (i) => sizeBefore(pictures, i, open, size) : () => size,
    make: (i, ops) => sourceOf(pictures, i, open, ops),
    boxesOf: open.objects && ((i, size, calls) => open.objects!.boxesOf(placeOf(pictures, i, open), size, calls)),
  });
  pictures.release();
  if (stages.length === 0) stages.push({ pairing: "reverse", rows: sources.map((_, own) => ({ mixer: "none", own })) });
  return { sources, stages, size: onSources.size };
}

function withOwnOps(row: Row, ops?: OpCall[]): Row {
  if (ops) row.ops = ops;
  return row;
}

/** Pictures to be made: the size that each has before its ops, and what it is in the plan. */
interface Makes<P> {
  sizeOf(i: number): Size;
  make(i: number, ops?: OpCall[]): P;
  /** Of pictures whose objects are known. */
  boxesOf?: BoxesOf | undefined;
}

/**
 * Makes the first `count` pictures that are wanted, with the ops that they draw, and after them their copies. Every
 * call and its lists are the picture's own: whoever edits a plan in place changes neither another picture nor the
 * policy.
 */
function withOps<P extends { ops?: OpCall[]; bbox?: number[] }>(
  { count, finish, copies }: Wanted,
  ready: ReadyStages,
  pictures: Pictures,
  { sizeOf, make, boxesOf }: Makes<P>,
): P[] {
  ready.beginBatch(pictures.addresses[0]!, boxesOf);
  const made: P[] = new Array(count);
  const calls: OpCall[] = [];
  for (let i = 0; i < count; i++) {
    ready.drawOps(pictures, i, sizeOf(i), calls);
    const more = finish?.get(i);
    if (more) calls.push(...copied(more));
    for (const call of calls) ownLists(call);
    made[i] = calls.length > 0 ? make(i, calls.slice()) : make(i);
    while (calls.length > 0) calls.pop();
  }
  for (const { of, calls } of copies) made.push(copyOf(made[of]!, calls));
  return made;
}

/** A copy of a picture, with further ops. A mask stays the same object, so that it is made and uploaded once. */
function copyOf<P extends { ops?: OpCall[]; bbox?: number[] }>(picture: P, calls: readonly OpCall[]): P {
  const copy = { ...picture, ops: copied([...(picture.ops ?? []), ...calls]) };
  if (copy.bbox) copy.bbox = [...copy.bbox];
  return copy;
}

/** A drawn call is nobody else's, but it has the lists of its stage. */
function ownLists(call: OpCall): void {
  const args = call as unknown as Record<string, unknown>;
  for (const name in args) if (typeof args[name] === "object") args[name] = copied(args[name]);
}

/** The decision about a row, for rows of the batch or of the second one. */
type Decide = (isExternal: boolean) => (anchor: Anchor) => ReadyMixer | undefined;

/** Draws a mixer's rows, one for every picture (or for every second): who is mixed with whom, and how. */
function drawMixer(graphStage: GraphStage, pictures: Pictures, decide: Decide, epoch: Key, pool?: PartnerPool): Drawn {
  const { stage, pairing, position } = graphStage;
  const { count } = pictures;
  const { partners, levels } = needsOf(stage);
  const key = streamKey(epoch, position, stage.stream);
  const ways = Array.from({ length: partners }, (_, nth) =>
    partnersOf(graphStage, pictures, foldIn(key, PURPOSE.pairing + nth), nth, pool),
  );
  const below = new Below(pictures, ways, epoch);
  if (pairing === "external") pictures.addSecondBatch();
  const trees: (Row | Rooted)[] = new Array(stage.granularity === "half" ? Math.ceil(count / 2) : count);
  let row = 0;
  const anchor: Anchor = (granularity) => below.address(row, granularity);
  for (; row < trees.length; row++) {
    const mixer = decide(row >= pictures.external)(anchor);
    if (mixer === undefined || below.isAlone(row, mixer.partners)) {
      trees[row] = { at: row };
      continue;
    }
    const drawn = mixer.draw(anchor(mixer.granularity), pictures.addresses[row]!);
    if (!("mixer" in drawn)) trees[row] = below.root(drawn, row, mixer.partners);
    // The usual mixer of two pictures is a row already.
    else if (levels === 1) trees[row] = placed(drawn, row, below.partnerOf(row, 0));
    else trees[row] = below.root({ row: drawn, own: { of: 0 }, partner: { of: 1 } }, row, mixer.partners);
  }
  const stages = rowsOf(levels, trees, pictures.count).map((rows) => ({ pairing, rows }));
  return { stages, below: { count: pictures.count, finish: below.finish, copies: below.copies } };
}

/** The level below a mixer while its rows are drawn: its pictures, and what the rows want besides. */
class Below {
  readonly copies: Wanted["copies"] = [];
  finish: Map<number, OpCall[]> | undefined;
  private readonly pictures: Pictures;
  /** How many pictures were there before the rows: those that follow are partners from outside. */
  private readonly own: number;
  private readonly ways: readonly Partners[];
  private readonly epoch: Key;
  /** The partners of the row that is being drawn: their positions, or the ids of those from outside. */
  private readonly met: number[] = [];

  constructor(pictures: Pictures, ways: readonly Partners[], epoch: Key) {
    this.pictures = pictures;
    this.own = pictures.count;
    this.ways = ways;
    this.epoch = epoch;
  }

  /** The address of a row's draw. Rows that share a draw share its address: that of the first of them. */
  address(row: number, granularity: Granularity): number {
    const first =
      granularity === "batch" ? 0 : granularity === "pair" ? Math.min(row, this.ways[0]?.positions?.[row] ?? row) : row;
    return this.pictures.addresses[first]!;
  }

  /** Meets the partners of a row. Returns whether all of them are the picture itself. */
  isAlone(row: number, partners: number): boolean {
    const id = this.pictures.ids[row]!;
    let isAlone = partners > 0;
    for (let nth = 0; nth < partners; nth++) {
      const { outside, positions } = this.ways[nth]!;
      const met = outside ? outside(id, this.pictures.occurrences[row]!) : positions![row]!;
      this.met[nth] = met;
      if (met !== (outside ? id : row)) isAlone = false;
    }
    return isAlone;
  }

  /** A row's tree over this level. Adds the partners from outside and the copies that it wants. */
  root(tree: MixTree, row: number, partners: number): Rooted {
    const positions = [row];
    for (let nth = 0; nth < partners; nth++) positions.push(this.partnerOf(row, nth));
    const copy = (of: number, calls: OpCall[], isOnly: boolean): Rooted => {
      const at = positions[of]!;
      // A partner who came for this row alone needs no copy.
      const isGuest = at >= this.own && this.ways[of - 1]?.outside !== undefined;
      if (!isOnly || !isGuest) return { copy: this.copies.push({ of: at, calls }) - 1 };
      this.finish ??= new Map();
      this.finish.set(at, calls);
      return { at };
    };
    return rooted(tree, (of) => positions[of]!, copy);
  }

  /** Where a partner stands that the row has met. */
  partnerOf(row: number, nth: number): number {
    const met = this.met[nth]!;
    if (!this.ways[nth]!.outside) return met;
    const { ids, occurrences } = this.pictures;
    return met === ids[row]! ? row : this.pictures.add(met, occurrences[row]!, this.epoch);
  }
}

/** Where partners come from: from the batch, or from outside of it. */
interface Partners {
  /** The position of every row's partner. */
  positions?: ArrayLike<number>;
  /** The dataset id of any picture's partner. */
  outside?: (id: number, occurrence: number) => number;
}

/** The `nth` partner of everybody. */
function partnersOf(
  { stage, pairing }: GraphStage,
  { count, addresses }: Pictures,
  key: Key,
  nth: number,
  pool?: PartnerPool,
): Partners {
  if (pairing === "dataset") return { outside: partnersInDataset(key, pool!) };
  // The second batch comes after the first, row by row.
  if (pairing === "external") return { positions: Uint32Array.from({ length: count }, (_, i) => count + i) };
  return {
    positions: partnersInBatch(pairing as Pairing, foldIn(key, addresses[0]!), count, drawsPairs(stage), nth),
  };
}

/** A ring for every occurrence, so that a sample that comes again meets somebody else. */
function partnersInDataset(key: Key, pool: PartnerPool): NonNullable<Partners["outside"]> {
  const rings = new Map<number, (id: number) => number>();
  let last = 0;
  let ring: ((id: number) => number) | undefined;
  return (id, occurrence) => {
    if (!ring || occurrence !== last) {
      ring = rings.get(occurrence) ?? partnerInDataset(occurrenceKey(key, occurrence), pool);
      rings.set(occurrence, ring);
      last = occurrence;
    }
    return ring(id);
  };
}

/** A picture of level 0, the `i`th of its copy of the batch. */
function sourceOf(pictures: Pictures, i: number, open: OpenRequest, ops?: OpCall[]): SourceRef {
  const { from, index } = placeOf(pictures, i, open);
  const id = from === "external" ? index : pictures.ids[i]!;
  return sourceRef(from, index, id, open, ops);
}

/** Where it is read from. */
function placeOf(
  { ids, external }: Pictures,
  i: number,
  { from, batchSize }: OpenRequest,
): Pick<SourceRef, "from" | "index"> {
  if (i >= external) return { from: "external", index: i - external };
  if (from === "batch" && i < batchSize) return { from: "batch", index: i };
  return { from: "dataset", index: ids[i]! };
}

function sourceRef(
  from: SourceRef["from"],
  index: number,
  id: number,
  { size }: OpenRequest,
  ops?: OpCall[],
): SourceRef {
  if (typeof size !== "function") return ops ? { from, index, id, ops } : { from, index, id };
  const { height, width } = size(from, index);
  return ops ? { from, index, id, height, width, ops } : { from, index, id, height, width };
}

/** The own size of that picture. */
function sizeBefore(pictures: Pictures, i: number, open: OpenRequest, sizeOf: SizeOf): Size {
  const { from, index } = placeOf(pictures, i, open);
  return sizeOf(from, index);
}
