import { copied } from "../check/copied.ts";
import { addressOf, epochKey, occurrenceKey, PURPOSE, repeatKey, streamKey } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { needsOf } from "../mixers/mix-stage.ts";
import { partneredRow, type Rooted, rooted, rowsOf } from "../mixers/mix-tree.ts";
import type { MixTree } from "../mixers/mixer.ts";
import { drawsPairs } from "../mixers/pairing.ts";
import { type Anchor, prepareStage } from "../mixers/prepare.ts";
import { joinParts, type Part } from "../plan/join.ts";
import type { Granularity, OpCall, Pairing, Plan, Row, SourceRef, Stage } from "../plan/plan.ts";
import type { GraphStage } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";
import { stagePath } from "../stages/stage.ts";
import {
  type BatchContext,
  checkAugmenters,
  type DrawsPicture,
  keyed,
  type Picture,
  prepareImageStages,
  sizeAfter,
} from "./image-draws.ts";
import { type PartnerPool, partnerInDataset, partnersInBatch } from "./partners.ts";
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
  const { seed, epoch, height, width, batchSize, policy } = open;
  const key = epochKey(seed, epoch, open.drawnByStep);
  checkAugmenters(policy.augmenters, open);
  const parts = policy.augmenters.map((augmenter, repeat) => {
    const before = augmenter ? [augmenter, ...policy.before] : policy.before;
    return drawPart({ ...open, policy: { ...policy, before } }, repeatKey(key, repeat));
  });
  const { sources, stages } = joinParts(parts, batchSize);
  return { version: 1, seed, epoch, height, width, batchSize, sources, stages };
}

/** The pictures that a level must make, and the copies that it must make of them. */
interface Wanted {
  pictures: Picture[];
  /** Further ops of some pictures, by position. Nobody wants these pictures without them, so they need no copy. */
  finish?: ReadonlyMap<number, OpCall[]>;
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

/** Draws for one copy of the batch. */
function drawPart(open: OpenRequest, key: Key): Part {
  const { time, height, width } = open;
  const { before, graph } = open.policy;
  // The size of the pictures that each stage of the graph gets: image stages before it may have resized them.
  const sizes = [sizeAfter(before, { height, width })];
  for (const { after } of graph) sizes.push(sizeAfter(after, sizes[sizes.length - 1]!));
  const pictures = open.ids.map((id, i) => pictureOf(id, open.occurrences[i]!, key));
  const contextOf = (size: Size): BatchContext => ({ ...size, time, firstId: pictures[0]!.address });
  const stages: Stage[] = [];
  // From the output down: a partner from the dataset is one more picture that the stages below must make. It draws by
  // its own id.
  let wanted: Wanted = { pictures, copies: [] };
  for (let g = graph.length - 1; g >= 0; g--) {
    const placed = graph[g]!;
    const context = contextOf(sizes[g]!);
    const drawn = drawMixer(placed, wanted.pictures, key, context, open.pool);
    const top = drawn.stages[drawn.stages.length - 1]!;
    const { rows } = top;
    top.rows = withOps(wanted, rows.length, prepareImageStages(placed.after, key, context), (i, ops) => {
      const row = rows[i]!;
      if (ops) row.ops = ops;
      return row;
    });
    stages.unshift(...drawn.stages);
    wanted = drawn.below;
  }
  const drawOps = prepareImageStages(before, key, contextOf({ height, width }));
  const sources = withOps(wanted, wanted.pictures.length, drawOps, (i, ops) =>
    sourceOf(wanted.pictures[i]!, i, open, ops),
  );
  if (stages.length === 0) stages.push({ pairing: "reverse", rows: sources.map((_, own) => ({ mixer: "none", own })) });
  return { sources, stages };
}

/**
 * Makes the first `count` pictures that are wanted, with the ops that they draw, and after them their copies. Every
 * call and its lists are the picture's own: whoever edits a plan in place changes neither another picture nor the
 * policy.
 */
function withOps<P extends { ops?: OpCall[]; bbox?: number[] }>(
  { pictures, finish, copies }: Wanted,
  count: number,
  drawOps: DrawsPicture,
  make: (i: number, ops?: OpCall[]) => P,
): P[] {
  const made: P[] = [];
  const calls: OpCall[] = [];
  for (let i = 0; i < count; i++) {
    drawOps(pictures[i]!, calls);
    const more = finish?.get(i);
    if (more) calls.push(...copied(more));
    for (const call of calls) ownLists(call);
    made.push(calls.length > 0 ? make(i, calls.slice()) : make(i));
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

/** Draws a mixer's rows: who is mixed with whom, and how. */
function drawMixer(
  placed: GraphStage,
  pictures: Picture[],
  epoch: Key,
  context: BatchContext,
  pool?: PartnerPool,
): Drawn {
  const { stage, pairing, position, place } = placed;
  const decide = keyed(placed, epoch, (key) => prepareStage(stage, { ...context, key, path: stagePath(place, stage) }));
  const { partners, levels } = needsOf(stage);
  const key = streamKey(epoch, position, stage.stream);
  const ways = Array.from({ length: partners }, (_, nth) =>
    partnersOf(placed, pictures, foldIn(key, PURPOSE.pairing + nth), nth, pool),
  );
  const below = new Below(pictures, ways, epoch);
  if (pairing === "external") below.extras.push(...pictures.map((picture, external) => ({ ...picture, external })));
  const size = stage.granularity === "half" ? Math.ceil(pictures.length / 2) : pictures.length;
  const trees: (Row | Rooted)[] = [];
  let row = 0;
  const anchor: Anchor = (granularity) => below.address(row, granularity);
  for (; row < size; row++) {
    const picture = pictures[row]!;
    const mixer = decide(picture)(anchor);
    if (mixer === undefined || below.isAlone(row, mixer.partners)) {
      trees.push({ at: row });
      continue;
    }
    const drawn = mixer.draw(anchor(mixer.granularity), picture.address);
    if (!("mixer" in drawn)) trees.push(below.root(drawn, row, mixer.partners));
    // The usual mixer of two pictures is a row already.
    else if (levels === 1) trees.push(partneredRow(drawn, row, below.partnerOf(row, 0)));
    else trees.push(below.root({ row: drawn, own: { of: 0 }, partner: { of: 1 } }, row, mixer.partners));
  }
  const made = pictures.concat(below.extras);
  const stages = rowsOf(levels, trees, made.length).map((rows) => ({ pairing, rows }));
  return { stages, below: { pictures: made, finish: below.finish, copies: below.copies } };
}

/** The level below a mixer while its rows are drawn: its pictures, and what the rows want besides. */
class Below {
  /** Further pictures, which stand after the others. */
  readonly extras: Picture[] = [];
  readonly copies: Wanted["copies"] = [];
  readonly finish = new Map<number, OpCall[]>();
  private readonly pictures: readonly Picture[];
  private readonly ways: readonly Partners[];
  private readonly epoch: Key;
  /** The partners of the row that is being drawn: their positions, or the ids of those from outside. */
  private readonly met: number[] = [];

  constructor(pictures: readonly Picture[], ways: readonly Partners[], epoch: Key) {
    this.pictures = pictures;
    this.ways = ways;
    this.epoch = epoch;
  }

  /** The address of a row's draw. Rows that share a draw share its address: that of the first of them. */
  address(row: number, granularity: Granularity): number {
    const first =
      granularity === "batch" ? 0 : granularity === "pair" ? Math.min(row, this.ways[0]?.positions?.[row] ?? row) : row;
    return this.pictures[first]!.address;
  }

  /** Meets the partners of a row. Returns whether all of them are the picture itself. */
  isAlone(row: number, partners: number): boolean {
    let isAlone = partners > 0;
    const me = this.pictures[row]!;
    for (let nth = 0; nth < partners; nth++) {
      const { outside, positions } = this.ways[nth]!;
      const met = outside ? outside(me) : positions![row]!;
      this.met[nth] = met;
      if (met !== (outside ? me.id : row)) isAlone = false;
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
      const isGuest = at >= this.pictures.length && this.ways[of - 1]?.outside !== undefined;
      if (!isOnly || !isGuest) return { copy: this.copies.push({ of: at, calls }) - 1 };
      this.finish.set(at, calls);
      return { at };
    };
    return rooted(tree, (of) => positions[of]!, copy);
  }

  /** Where a partner stands that the row has met. */
  partnerOf(row: number, nth: number): number {
    const met = this.met[nth]!;
    if (!this.ways[nth]!.outside) return met;
    const me = this.pictures[row]!;
    return met === me.id ? row : this.pictures.length + this.extras.push(pictureOf(met, me.occurrence, this.epoch)) - 1;
  }
}

/** Where partners come from: from the batch, or from outside of it. */
interface Partners {
  /** The position of every row's partner. */
  positions?: ArrayLike<number>;
  /** The dataset id of any picture's partner. */
  outside?: (picture: Picture) => number;
}

/** The `nth` partner of everybody. */
function partnersOf(
  { stage, pairing }: GraphStage,
  pictures: Picture[],
  key: Key,
  nth: number,
  pool?: PartnerPool,
): Partners {
  const size = pictures.length;
  if (pairing === "dataset") return { outside: partnersInDataset(key, pool!) };
  // The second batch comes after the first, row by row.
  if (pairing === "external") return { positions: pictures.map((_, i) => size + i) };
  return {
    positions: partnersInBatch(pairing as Pairing, foldIn(key, pictures[0]!.address), size, drawsPairs(stage), nth),
  };
}

/** A ring for every occurrence, so that a sample that comes again meets somebody else. */
function partnersInDataset(key: Key, pool: PartnerPool): (picture: Picture) => number {
  const rings = new Map<number, (id: number) => number>();
  return ({ id, occurrence }) => {
    let ring = rings.get(occurrence);
    if (!ring) {
      ring = partnerInDataset(occurrenceKey(key, occurrence), pool);
      rings.set(occurrence, ring);
    }
    return ring(id);
  };
}

/** A sample's picture, with what its draws are addressed by in one copy of the batch. */
function pictureOf(id: number, occurrence: number, epoch: Key): Picture {
  return { id, occurrence, address: addressOf(epoch, id, occurrence) };
}

/** A picture of level 0, the `position`th of its copy of the batch. */
function sourceOf(
  { id, external }: Picture,
  position: number,
  { batchSize, from }: OpenRequest,
  ops?: OpCall[],
): SourceRef {
  if (external !== undefined) return sourceRef("external", external, external, ops);
  return from === "batch" && position < batchSize
    ? sourceRef(from, position, id, ops)
    : sourceRef("dataset", id, id, ops);
}

const sourceRef = (from: SourceRef["from"], index: number, id: number, ops?: OpCall[]): SourceRef =>
  ops ? { from, index, id, ops } : { from, index, id };
