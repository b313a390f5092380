/**
 * Where every output picture comes from: the plan's graph, unrolled to one complete binary tree a row.
 *
 * A tree has `slots` = 2^stages leaves. Leaf k is one source picture; reading k's bits from the top, 0 takes the own
 * and 1 the partner child, starting at the last stage. Inner nodes are numbered as in a heap (1 is the root, the
 * children of n are 2n and 2n + 1, leaf k is node slots + k). A CutMix node has a box, in which its partner child
 * shows; a mask node has a weight for every pixel; a MixUp node has neither, and its λ and 1 − λ multiply the weights
 * of the leaves below.
 *
 * This is the exact label algebra for stacked mixers: `shares` come from counted pixels, overlap of boxes included, so
 * CutMix followed by MixUp has up to four sources and their shares sum to 1. Both interpreters of a plan, the shaders'
 * (`lower.ts`) and the CPU's (`reference.ts`), walk `unrolledRuns`.
 */

import { maskPlane, partnerShare, partOf, WHOLE } from "../mixers/masks/plane.ts";
import type { MaskShape, Plan, Row } from "../plan/plan.ts";
import { type Box, overlap, uncovered } from "./boxes.ts";
import { type Run, runsOf, type StageSize, stageSizes } from "./runs.ts";

export interface Provenance {
  /** Output rows. */
  rows: number;
  /** Leaves a row: 1 without a mixer, 2 with one, 4 with two stacked … */
  slots: number;
  /** rows × slots: position in `plan.sources`. */
  sources: Uint32Array;
  /** rows × slots: weight of the leaf's pixels where they show; 0 where the leaf is not there at all. */
  weights: Float32Array;
  /** rows × slots: the leaf's part of the label. */
  shares: Float32Array;
  /**
   * rows × slots × 4: x0, y0, x1, y1 of inner node n at slot n; x0 = NO_BOX for a blend, and MASK_BOX for a mask, whose
   * place in `masks` follows. Slot 0 is unused.
   */
  boxes: Int32Array;
  masks: MaskShape[];
  /** rows: 1 where nothing was mixed in (every mixer's row is `none`). */
  untouched: Uint8Array;
}

export const NO_BOX = -1;
export const MASK_BOX = -2;

/**
 * Unrolls a plan, or only its stages `from` to `to` (exclusive): then `sources` are positions in the level below stage
 * `from`. The plan must be valid (`validatePlan`).
 *
 * Ops between two stages move pixels, and with them the boxes drawn before. Pixels are then mixed run by run, and a
 * label's share is the product of what each run counts.
 */
export function provenance(plan: Plan, from = 0, to = plan.stages.length): Provenance {
  const depth = to - from;
  const slots = 1 << depth;
  const rows = to > 0 ? plan.stages[to - 1]!.rows.length : plan.sources.length;
  const result = takeTrees(rows, slots);
  const tree = new Tree(plan, from, to);
  for (let row = 0; row < rows; row++) tree.unroll(row, result);
  return result;
}

/** Trees of an earlier plan, to be written over by one that has as many. A larger batch would keep much memory. */
const spare: Provenance[] = [];
const MOST_SPARE = 4;
const MOST_LEAVES = 1 << 14;

function takeTrees(rows: number, slots: number): Provenance {
  const at = spare.findIndex((trees) => trees.rows === rows && trees.slots === slots);
  const old = at < 0 ? undefined : spare.splice(at, 1)[0];
  old?.boxes.fill(NO_BOX);
  return old
    ? { ...old, masks: [] }
    : {
        rows,
        slots,
        sources: new Uint32Array(rows * slots),
        weights: new Float32Array(rows * slots),
        shares: new Float32Array(rows * slots),
        boxes: new Int32Array(rows * slots * 4).fill(NO_BOX),
        masks: [],
        untouched: new Uint8Array(rows),
      };
}

/** Gives back the memory of trees that nobody looks at any more. */
export function releaseTrees(runs: readonly UnrolledRun[]): void {
  for (const { tree } of runs) {
    if (tree.rows * tree.slots <= MOST_LEAVES && spare.unshift(tree) > MOST_SPARE) spare.pop();
  }
}

/** A run, and the trees of its mixing. */
export interface UnrolledRun extends Run {
  tree: Provenance;
}

/** A valid plan's runs, each unrolled by itself. */
export function unrolledRuns(plan: Plan): UnrolledRun[] {
  return runsOf(plan).map((run) => ({ ...run, tree: provenance(plan, run.from, run.to) }));
}

/** The trees of the whole plan, which its labels are made from. */
export function wholeTree(plan: Plan, runs: readonly UnrolledRun[]): Provenance {
  return runs.length === 1 ? runs[0]!.tree : provenance(plan);
}

const NO_HOLES: readonly Box[] = [];
const NO_MASKS: readonly Seen[] = [];

/** The scratch state of one row's unrolling. */
class Tree {
  /**
   * Product of λ factors on the way down: pixels, and label. They differ where a CutMix label is not its exact area.
   */
  private readonly weight: Float64Array;
  private readonly share: Float64Array;
  private readonly position: Uint32Array;
  private readonly box: (Box | undefined)[];
  private readonly mask: (MaskShape | undefined)[];
  /** Whether a node's box decides the label by its counted area. */
  private readonly counted: boolean[];
  private readonly slots: number;
  /** Only boxes ask for them. */
  private sizes: StageSize[] | undefined;

  constructor(
    private readonly plan: Plan,
    from: number,
    private readonly to: number,
  ) {
    const slots = 1 << (to - from);
    this.slots = slots;
    this.weight = new Float64Array(2 * slots);
    this.share = new Float64Array(2 * slots);
    this.position = new Uint32Array(2 * slots);
    this.box = new Array(slots);
    this.mask = new Array(slots);
    this.counted = new Array(slots);
  }

  unroll(row: number, into: Provenance): void {
    const { slots } = this;
    this.weight[1] = 1;
    this.share[1] = 1;
    this.position[1] = row;
    let mixed = false;
    let boxes = 0;
    for (let node = 1, stage = this.to - 1, last = 1; node < slots; node++) {
      if (node > last) {
        stage--;
        last = 2 * last + 1;
      }
      const drawn = this.plan.stages[stage]!.rows[this.position[node]!]!;
      this.branch(node, drawn);
      if (this.weight[node]! > 0 && drawn.mixer !== "none") mixed = true;
      const box = this.box[node];
      if (box) {
        boxes++;
        // One by one: `set` takes longer for four.
        const at = (row * slots + node) * 4;
        for (let side = 0; side < 4; side++) into.boxes[at + side] = box[side]!;
      }
      const mask = this.mask[node];
      if (mask) {
        boxes++;
        into.boxes.set([MASK_BOX, into.masks.push(mask) - 1], (row * slots + node) * 4);
      }
    }
    for (let leaf = 0; leaf < slots; leaf++) {
      const node = slots + leaf;
      const at = row * slots + leaf;
      into.sources[at] = this.position[node]!;
      into.weights[at] = this.weight[node]!;
      into.shares[at] =
        boxes === 0 || this.weight[node] === 0 ? this.share[node]! : this.share[node]! * this.area(node);
    }
    into.untouched[row] = mixed ? 0 : 1;
  }

  /** Hands a node's weights on to its two children. */
  private branch(node: number, row: Row): void {
    const own = 2 * node;
    const partner = own + 1;
    const weight = this.weight[node]!;
    const share = this.share[node]!;
    this.box[node] = undefined;
    this.mask[node] = undefined;
    this.counted[node] = false;
    this.position[own] = row.own;
    this.weight[own] = weight;
    this.share[own] = share;
    if (row.mixer === "none") {
      this.position[partner] = row.own;
      this.weight[partner] = 0;
      this.share[partner] = 0;
      return;
    }
    this.position[partner] = row.partner;
    if (row.mixer === "mixup") {
      this.weight[own] = weight * row.lambda;
      this.weight[partner] = weight * (1 - row.lambda);
      this.share[own] = share * row.lambda;
      this.share[partner] = share * (1 - row.lambda);
      return;
    }
    this.weight[partner] = weight;
    if (row.mixer === "mask") {
      this.mask[node] = row.mask;
      this.share[own] = share;
      this.share[partner] = share;
      return;
    }
    this.box[node] = row.bbox;
    this.counted[node] = row.lambdaMode === undefined;
    this.share[own] = this.counted[node] ? share : share * row.lambda;
    this.share[partner] = this.counted[node] ? share : share * (1 - row.lambda);
  }

  /** Which part of the picture a leaf shows in, counted in pixels, as far as counted boxes decide it. */
  private area(leafNode: number): number {
    if (this.slots === 2 && this.mask[1] === undefined) return this.areaOfTwo(leafNode);
    let stage = this.to - Math.log2(this.slots);
    let share = 1;
    let region: Box | undefined;
    let holes = NO_HOLES;
    let masks = NO_MASKS;
    for (let node = leafNode; node > 1; node >>= 1, stage++) {
      const { height, width, isCut } = this.sizeOf(stage);
      region ??= [0, 0, width, height];
      const box = this.box[node >> 1];
      if (box && this.counted[node >> 1]) {
        if (node & 1) region = overlap(region, box);
        else holes = [...holes, box];
      }
      const mask = this.mask[node >> 1];
      if (mask) masks = [...masks, { mask, isPartner: (node & 1) === 1 }];
      if (isCut || node < 4) {
        share *=
          masks.length > 0
            ? shown(region, holes, masks, { height, width })
            : uncovered(region, holes, 0) / (height * width);
        region = undefined;
        holes = NO_HOLES;
        masks = NO_MASKS;
      }
    }
    return share;
  }

  /** The same of two pictures without a mask: a box is all in the picture, and no lists are needed. */
  private areaOfTwo(leafNode: number): number {
    const box = this.box[1];
    if (!box || !this.counted[1]) return 1;
    const { height, width } = this.sizeOf(this.to - 1);
    const inside = (box[2] - box[0]) * (box[3] - box[1]);
    return (leafNode === 3 ? inside : height * width - inside) / (height * width);
  }

  /** The size of the pictures that a stage mixes. */
  private sizeOf(stage: number): StageSize {
    this.sizes ??= stageSizes(this.plan);
    return this.sizes[stage]!;
  }
}

/** A mask, and which of its two pictures is looked at. */
interface Seen {
  mask: MaskShape;
  isPartner: boolean;
}

/** The share of the picture that shows through masks, in `region` where none of `holes` covers it. */
function shown(
  region: Box,
  holes: readonly Box[],
  masks: readonly Seen[],
  size: { height: number; width: number },
): number {
  const area = size.height * size.width;
  const [x0, y0, x1, y1] = region;
  if (masks.length === 1 && holes.length === 0 && (x1 - x0) * (y1 - y0) === area) {
    const partner = partnerShare(masks[0]!.mask, size);
    return masks[0]!.isPartner ? partner : 1 - partner;
  }
  const planes = masks.map(({ mask, isPartner }) => ({ bytes: maskPlane(mask, size), isPartner }));
  let sum = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (holes.some((hole) => x >= hole[0] && x < hole[2] && y >= hole[1] && y < hole[3])) continue;
      let part = 1;
      for (const { bytes, isPartner } of planes) {
        const partner = partOf(bytes[y * size.width + x]!);
        part *= (isPartner ? partner : WHOLE - partner) / WHOLE;
      }
      sum += part;
    }
  }
  return sum / area;
}
