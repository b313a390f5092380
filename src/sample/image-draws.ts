/** What image stages draw for each picture; see `op-draws.ts`. */
import { PolicyError } from "../check/errors.ts";
import type { Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import { isSame, sizeAfterCalls } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import type { Placed } from "../policy/lay-out.ts";
import type { Key } from "../random/key.ts";
import { prepareImageStage, sizesAfterStage } from "../stages/index.ts";
import { anySize, fixed, oneSize, type Sizes } from "../stages/sizes.ts";
import { type DrawOps, type FirstSample, type ImageStage, stagePath } from "../stages/stage.ts";
import { keyed } from "./keyed.ts";
import { type BoxesOf, noOneSize, type OpDraws } from "./op-draws.ts";
import type { Pictures } from "./pictures.ts";

/** A stage that is ready: at one moment, or all through the epoch. */
interface ReadyStage {
  epoch: Key;
  /** Of the pictures that it gets, and that it makes; absent where that is drawn. */
  before: Size;
  after: Size | undefined;
  /** Of the batch that is drawn. */
  first: { address: number; boxes?: FirstSample["boxes"] };
  drawFor(isExternal: boolean): DrawOps;
}

/** Stages of kept policies that the next batch of the epoch can have as they are. */
const kept = /* @__PURE__ */ new WeakMap<Placed<ImageStage>, ReadyStage>();

/** See `OpDraws`. */
export const prepareImageStages: OpDraws["prepareImageStages"] = (stages, epoch, time, from) => {
  let now = from ? fixed(from) : ownSizes();
  let known: BoxesOf | undefined;
  const ready = stages.map((placed) => {
    const bySize = new StageBySize(placed, epoch, time);
    const after = now.because ? undefined : bySize.at(oneSize(now)).after;
    now = after ? fixed(after) : sizesAfterStage(placed.stage, now, placed.place);
    return bySize;
  });
  return {
    size: oneSize(now),
    beginBatch(address, boxesOf) {
      known = boxesOf;
      for (const stage of ready) stage.beginBatch(address);
    },
    drawOps(pictures, i, size, calls) {
      const boxes = known && ((so: readonly OpCall[]) => known!(i, size, so));
      drawOps(ready, { pictures, i, size, boxes }, calls);
    },
  };
};

/** A stage for pictures of any size: it is made ready for every size that comes. */
class StageBySize {
  /** The batch's first sample. */
  private address = 0;
  private last: ReadyStage | undefined;
  private others: Map<number, ReadyStage> | undefined;

  constructor(
    readonly placed: Placed<ImageStage>,
    private readonly epoch: Key,
    private readonly time: Time,
  ) {}

  beginBatch(address: number): void {
    this.address = address;
    if (this.last) this.last.first.address = address;
    if (this.others) for (const { first } of this.others.values()) first.address = address;
  }

  at(size: Size): ReadyStage {
    const { last } = this;
    if (last && isSame(last.before, size)) return last;
    const key = size.height * 2 ** 16 + size.width;
    let stage = this.others?.get(key);
    if (!stage) {
      stage = readyStage(this.placed, this.epoch, this.time, size);
      stage.first.address = this.address;
      this.others ??= new Map();
      this.others.set(key, stage);
    }
    this.last = stage;
    return stage;
  }
}

function readyStage(placed: Placed<ImageStage>, epoch: Key, time: Time, { height, width }: Size): ReadyStage {
  const before = { height, width };
  const last = kept.get(placed);
  if (last && last.epoch.k0 === epoch.k0 && last.epoch.k1 === epoch.k1 && isSame(last.before, before)) return last;
  const { stage, place } = placed;
  const first: ReadyStage["first"] = { address: 0 };
  const after = sizesAfterStage(stage, fixed(before), place);
  const ready: ReadyStage = {
    epoch,
    before,
    after: after.because ? undefined : oneSize(after),
    first,
    drawFor: keyed(placed, epoch, (key) =>
      prepareImageStage(stage, { ...before, time, first, path: place, key, granularity: "sample" }),
    ),
  };
  if (isSteady(stage)) kept.set(placed, ready);
  return ready;
}

/** Whether the strengths of a stage stay the same all through an epoch: none is a function, and none goes by steps. */
function isSteady(value: unknown): boolean {
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  return (value as { unit?: unknown }).unit !== "step" && Object.values(value).every(isSteady);
}

/** A picture whose ops are drawn. */
interface DrawnPicture {
  pictures: Pictures;
  i: number;
  size: Size;
  boxes: FirstSample["boxes"];
}

function drawOps(stages: readonly StageBySize[], { pictures, i, size, boxes }: DrawnPicture, calls: OpCall[]): void {
  const address = pictures.addresses[i]!;
  let now = size;
  for (const bySize of stages) {
    const stage = bySize.at(now);
    const from = calls.length;
    stage.first.boxes = boxes;
    stage.drawFor(i >= pictures.external)(address, calls);
    stage.first.boxes = undefined;
    now = stage.after ?? sizeAfterCalls(calls.slice(from), now, bySize.placed.place);
  }
}

/** See `OpDraws`. */
export const checkAugmenters: OpDraws["checkAugmenters"] = ({ augmenters, before }, from) => {
  const [first, ...others] = augmenters.map((augmenter) =>
    oneSize(
      [...(augmenter ? [augmenter] : []), ...before].reduce(
        (now, { stage, place }) => sizesAfterStage(stage, now, place),
        from ? fixed(from) : ownSizes(),
      ),
    ),
  );
  const odd = others.findIndex((size) => !isSame(size, first!));
  if (odd < 0) return;
  const { place, stage } = augmenters[odd + 1]!;
  const expected = `pictures of ${first!.height} × ${first!.width}, as from the first augmenter`;
  throw new PolicyError(stagePath(place, stage), expected, others[odd]);
};

/** The sizes of pictures that each have their own, before any is drawn. */
export const ownSizes = (): Sizes => anySize(noOneSize());
