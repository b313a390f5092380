import { type DrawRequest, type OpenRequest, openRequest } from "./draw-request.ts";
import type { Pairing, Plan, Row, SourceRef, Stage } from "./plan.ts";
import { type Anchor, prepareStage } from "./policy/draw.ts";
import { epochKey, PURPOSE, streamKey } from "./policy/keys.ts";
import { drawsPairs } from "./policy/pairing.ts";
import { partnerInDataset, partnersInBatch } from "./policy/partners.ts";
import type { MixStage } from "./policy/policy.ts";
import { foldIn, type Key } from "./random/key.ts";

/**
 * Draws everything for one batch. Pure: the same request gives the same plan, whatever was drawn before.
 *
 * A draw is addressed by (seed, epoch, stage, purpose, sample id, draw number): see `policy/keys.ts`. So a sample gets the same λ,
 * box and choice in any batch, in any order, on any shard; with the `dataset` pairing the same partner too.
 *
 * - A row that its `prob` leaves alone is `{ mixer: "none" }`, and so is one whose partner is itself (a batch of one, the middle of an
 *   odd `reverse`, a fixed point of `permutation`): mixing a picture with itself changes nothing.
 * - A λ drawn as exactly 0 or 1 and an empty box stay as they were drawn.
 * - Granularity `half` gives ⌈B/2⌉ rows, each mixed with its mirror image from the other half.
 *
 * Throws InputError when the request does not fit together, and PolicyError when the policy cannot be drawn from.
 */
export function samplePlan(request: DrawRequest): Plan {
  const open = openRequest(request);
  const { seed, epoch, height, width, batchSize, stages } = open;
  const key = epochKey(seed, epoch, open.drawnByStep);

  // From the output down: a partner from the dataset is one more picture that the stages below have to make, drawn at its own id.
  const drawn: Stage[] = [];
  let ids = open.ids;
  for (let k = stages.length - 1; k >= 0; k--) {
    const stage = stages[k] as MixStage;
    const { rows, extras } = drawStage(stage, k, ids, streamKey(key, k, stage.stream), open);
    drawn.unshift({ pairing: open.pairings[k] as Pairing, rows });
    if (extras.length > 0) ids = ids.concat(extras);
  }
  if (drawn.length === 0) drawn.push({ pairing: "reverse", rows: ids.map((_, own) => ({ mixer: "none", own })) });
  return { version: 1, seed, epoch, height, width, sources: sourcesOf(ids, open), batchSize, stages: drawn };
}

/** One stage over a level of pictures with these ids, and the ids of the dataset samples it needs beside them. */
function drawStage(stage: MixStage, k: number, ids: number[], key: Key, open: OpenRequest): { rows: Row[]; extras: number[] } {
  const decide = prepareStage(stage, { ...open, key, path: open.paths[k] as string });
  const partners = partnersOf(stage, open.pairings[k] as Pairing, ids, foldIn(key, PURPOSE.pairing), open);
  const size = stage.granularity === "half" ? Math.ceil(ids.length / 2) : ids.length;
  const rows: Row[] = [];
  const extras: number[] = [];

  let own = 0;
  let partner = 0;
  const anchor: Anchor = (granularity) => {
    if (granularity === "batch") return ids[0] as number;
    return ids[granularity === "pair" ? Math.min(own, partner) : own] as number;
  };
  for (own = 0; own < size; own++) {
    const extra = partners.outside?.(ids[own] as number);
    partner = partners.positions?.[own] ?? (extra === ids[own] ? own : ids.length + extras.length);
    const mixer = partner === own ? undefined : decide(anchor);
    if (mixer === undefined) {
      rows.push({ mixer: "none", own });
      continue;
    }
    if (extra !== undefined) extras.push(extra);
    rows.push(mixer.draw(anchor(mixer.granularity), own, partner));
  }
  return { rows, extras };
}

/** Either the position of every row's partner, or the dataset id of the partner of any id. */
interface Partners {
  positions?: ArrayLike<number>;
  outside?: (id: number) => number;
}

function partnersOf(stage: MixStage, pairing: Pairing, ids: number[], key: Key, open: OpenRequest): Partners {
  const size = ids.length;
  if (pairing === "dataset") return { outside: partnerInDataset(key, open.datasetSize as number) };
  // The second batch comes after the first, row by row.
  if (pairing === "external") return { positions: ids.map((_, i) => size + i) };
  return { positions: partnersInBatch(pairing, key, ids[0] as number, size, drawsPairs(stage)) };
}

/** Level 0: the batch, the dataset samples it is mixed with, the second batch. */
function sourcesOf(ids: number[], { batchSize, from, pairings }: OpenRequest): SourceRef[] {
  const sources = ids.map(
    (id, i): SourceRef => (from === "batch" && i < batchSize ? { from, index: i, id } : { from: "dataset", index: id, id }),
  );
  if (pairings[0] !== "external") return sources;
  return sources.concat(ids.map((_, index) => ({ from: "external", index, id: index })));
}
