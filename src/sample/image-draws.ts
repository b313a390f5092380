import { PolicyError } from "../check/errors.ts";
import { PURPOSE, streamKey } from "../draw/keys.ts";
import type { Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import { isSame } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import type { Placed } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";
import { prepareImageStage, sizeAfterStage } from "../stages/index.ts";
import { type DrawOps, type ImageStage, stagePath } from "../stages/stage.ts";
import type { Pictures } from "./pictures.ts";

/**
 * Gets a stage of the policy ready by its key: once for pictures of the batch (and the dataset), and where there are
 * any, once more for those of the second batch. The result is told which of the two it is.
 */
export function keyed<T>(
  { stage, position }: Placed<{ stream?: string }>,
  epoch: Key,
  prepare: (key: Key) => T,
): (isExternal: boolean) => T {
  const key = streamKey(epoch, position, stage.stream);
  const ready = prepare(key);
  let external: T | undefined;
  return (isExternal) => {
    if (!isExternal) return ready;
    external ??= prepare(foldIn(key, PURPOSE.external));
    return external;
  };
}

/** Stages that follow each other, ready for pictures of one size. */
export interface ReadyStages {
  /** What the pictures become. */
  size: Size;
  stages: readonly ReadyStage[];
}

/** A stage that is ready: at one moment, or all through the epoch. */
interface ReadyStage {
  epoch: Key;
  /** Of the pictures that it gets, and that it makes. */
  before: Size;
  after: Size;
  /** Of the batch that is drawn. */
  first: { address: number };
  drawFor(isExternal: boolean): DrawOps;
}

/** Stages of kept policies that the next batch of the epoch can have as they are. */
const known = /* @__PURE__ */ new WeakMap<Placed<ImageStage>, ReadyStage>();

/** Gets stages ready that follow each other, for pictures of that size. */
export function prepareImageStages(
  stages: readonly Placed<ImageStage>[],
  epoch: Key,
  time: Time,
  size: Size,
): ReadyStages {
  let now = size;
  const ready = stages.map((placed) => {
    const stage = readyStage(placed, epoch, time, now);
    now = stage.after;
    return stage;
  });
  return { size: now, stages: ready };
}

function readyStage(placed: Placed<ImageStage>, epoch: Key, time: Time, { height, width }: Size): ReadyStage {
  const before = { height, width };
  const last = known.get(placed);
  if (last && last.epoch.k0 === epoch.k0 && last.epoch.k1 === epoch.k1 && isSame(last.before, before)) return last;
  const { stage, place } = placed;
  const first = { address: 0 };
  const ready: ReadyStage = {
    epoch,
    before,
    after: sizeAfterStage(stage, before, place),
    first,
    drawFor: keyed(placed, epoch, (key) =>
      prepareImageStage(stage, { ...before, time, first, path: place, key, granularity: "sample" }),
    ),
  };
  if (isSteady(stage)) known.set(placed, ready);
  return ready;
}

/** Whether the strengths of a stage stay the same all through an epoch: none is a function, and none goes by steps. */
function isSteady(value: unknown): boolean {
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  return (value as { unit?: unknown }).unit !== "step" && Object.values(value).every(isSteady);
}

/** Tells stages of the batch that they draw for next. */
export function beginBatch({ stages }: ReadyStages, address: number): void {
  for (const { first } of stages) first.address = address;
}

/** Draws what a picture gets and adds it to `calls`. */
export function drawOps({ stages }: ReadyStages, pictures: Pictures, i: number, calls: OpCall[]): void {
  const address = pictures.addresses[i]!;
  for (const stage of stages) stage.drawFor(i >= pictures.external)(address, calls);
}

/** Throws PolicyError unless all augmenters of a repeated batch lead to the same size. */
export function checkAugmenters(augmenters: readonly (Placed<ImageStage> | undefined)[], size: Size): void {
  const sizeAfter = ({ stage, place }: Placed<ImageStage>) => sizeAfterStage(stage, size, place);
  const first = augmenters[0] && sizeAfter(augmenters[0]);
  for (const placed of augmenters) {
    const after = placed && sizeAfter(placed);
    if (placed && !isSame(after!, first!)) {
      throw new PolicyError(
        stagePath(placed.place, placed.stage),
        `pictures of ${first!.height} × ${first!.width}, as from the first augmenter`,
        after,
      );
    }
  }
}
