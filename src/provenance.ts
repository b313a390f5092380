/**
 * Where every output picture comes from: the plan's graph, unrolled to one complete binary tree a row.
 *
 * A tree has `slots` = 2^stages leaves. Leaf k is one source picture; reading k's bits from the top, 0 takes the own and
 * 1 the partner child, starting at the last stage. Inner nodes are numbered as in a heap (1 is the root, the children of n
 * are 2n and 2n + 1, leaf k is node slots + k). A CutMix node has a box, in which its partner child shows; a MixUp node
 * has none, and its λ and 1 − λ multiply the weights of the leaves below.
 *
 * This is the exact label algebra for stacked mixers: `shares` come from counted pixels, overlap of boxes included, so
 * CutMix followed by MixUp has up to four sources and their shares sum to 1. Both interpreters of a plan, the shaders'
 * (`lower.ts`) and the CPU's (`reference.ts`), start from here.
 */
import type { Plan, Row } from "./plan.ts";

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
  /** rows × slots × 4: x0, y0, x1, y1 of inner node n at slot n; x0 = NO_BOX for a blend. Slot 0 is unused. */
  boxes: Int32Array;
  /** rows: 1 where nothing was mixed in (every mixer's row is `none`). */
  untouched: Uint8Array;
}

export const NO_BOX = -1;

/** Unrolls a plan. The plan must be valid (`validatePlan`). */
export function provenance(plan: Plan): Provenance {
  const depth = plan.stages.length;
  const slots = 1 << depth;
  const rows = depth === 0 ? plan.batchSize : plan.stages[depth - 1]!.rows.length;
  const result: Provenance = {
    rows,
    slots,
    sources: new Uint32Array(rows * slots),
    weights: new Float32Array(rows * slots),
    shares: new Float32Array(rows * slots),
    boxes: new Int32Array(rows * slots * 4).fill(NO_BOX),
    untouched: new Uint8Array(rows),
  };
  const tree = new Tree(plan, slots);
  for (let row = 0; row < rows; row++) tree.unroll(row, result);
  return result;
}

type Box = readonly [number, number, number, number];

/** The scratch state of one row's unrolling. */
class Tree {
  /** Product of λ factors on the way down: pixels, and label. They differ where a CutMix label is not its exact area. */
  private readonly weight: Float64Array;
  private readonly share: Float64Array;
  private readonly position: Uint32Array;
  private readonly box: (Box | undefined)[];
  /** Whether a node's box decides the label by its counted area. */
  private readonly counted: boolean[];

  constructor(
    private readonly plan: Plan,
    private readonly slots: number,
  ) {
    this.weight = new Float64Array(2 * slots);
    this.share = new Float64Array(2 * slots);
    this.position = new Uint32Array(2 * slots);
    this.box = new Array(slots);
    this.counted = new Array(slots);
  }

  unroll(row: number, into: Provenance): void {
    const { slots } = this;
    this.weight[1] = 1;
    this.share[1] = 1;
    this.position[1] = row;
    let mixed = false;
    let boxes = 0;
    for (let node = 1, stage = this.plan.stages.length - 1, last = 1; node < slots; node++) {
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
        into.boxes.set(box, (row * slots + node) * 4);
      }
    }
    for (let leaf = 0; leaf < slots; leaf++) {
      const node = slots + leaf;
      const at = row * slots + leaf;
      into.sources[at] = this.position[node]!;
      into.weights[at] = this.weight[node]!;
      into.shares[at] = boxes === 0 || this.weight[node] === 0 ? this.share[node]! : this.share[node]! * this.area(node);
    }
    into.untouched[row] = mixed ? 0 : 1;
  }

  /** Hands a node's weights on to its two children. */
  private branch(node: number, row: Row): void {
    const [own, partner] = [2 * node, 2 * node + 1];
    const [weight, share] = [this.weight[node]!, this.share[node]!];
    this.box[node] = undefined;
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
    this.box[node] = row.bbox;
    this.weight[partner] = weight;
    this.counted[node] = row.lambdaMode === undefined;
    this.share[own] = this.counted[node] ? share : share * row.lambda;
    this.share[partner] = this.counted[node] ? share : share * (1 - row.lambda);
  }

  /** Which part of the picture a leaf shows in, counted in pixels, as far as counted boxes decide it. */
  private area(leafNode: number): number {
    const { height, width } = this.plan;
    let region: Box = [0, 0, width, height];
    const holes: Box[] = [];
    for (let node = leafNode; node > 1; node >>= 1) {
      const box = this.box[node >> 1];
      if (!box || !this.counted[node >> 1]) continue;
      if (node & 1) region = overlap(region, box);
      else holes.push(box);
    }
    return uncovered(region, holes, 0) / (height * width);
  }
}

function overlap(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** Pixels of `region` that none of `holes[from …]` covers: the area without the first hole, less what that hole alone takes. */
function uncovered(region: Box, holes: Box[], from: number): number {
  const width = region[2] - region[0];
  const height = region[3] - region[1];
  if (width <= 0 || height <= 0) return 0;
  if (from === holes.length) return width * height;
  return uncovered(region, holes, from + 1) - uncovered(overlap(region, holes[from]!), holes, from + 1);
}
