/**
 * What image stages ask of drawing. An application without ops has no part of it: what brings an op brings it
 * (`../lower/ops.ts`), and drawing finds it here.
 */
import { found, PolicyError } from "../check/errors.ts";
import type { Time } from "../draw/schedule.ts";
import type { Size } from "../format/format.ts";
import type { openSizes } from "../plan/own-sizes.ts";
import type { OpCall } from "../plan/plan.ts";
import type { LaidOut, Placed } from "../policy/lay-out.ts";
import type { Key } from "../random/key.ts";
import type { ImageStage } from "../stages/stage.ts";
import type { Pictures } from "./pictures.ts";

/** Stages that follow each other, ready for the pictures that they get. */
export interface ReadyStages {
  /** What the pictures become. */
  size: Size;
  /** Tells the stages of the batch that they draw for next, and of the boxes in its pictures, if they are known. */
  beginBatch(address: number, boxesOf?: BoxesOf): void;
  /** Draws what the `i`th picture, which has that size, gets, and adds it to `calls`. */
  drawOps(pictures: Pictures, i: number, size: Size, calls: OpCall[]): void;
}

/** The boxes of the `i`th picture, which had that size before these ops. */
export type BoxesOf = (i: number, size: Size, calls: readonly OpCall[]) => ArrayLike<number>;

/** The size of all pictures; undefined where each has its own. */
export type SizeOfAll = Size | undefined;

export interface OpDraws {
  /** Gets stages ready that follow each other. Throws PolicyError where they leave pictures of several sizes. */
  prepareImageStages(stages: readonly Placed<ImageStage>[], epoch: Key, time: Time, from: SizeOfAll): ReadyStages;
  /** Throws PolicyError unless all augmenters of a repeated batch lead to the same size. */
  checkAugmenters(policy: Pick<LaidOut, "augmenters" | "before">, from: SizeOfAll): void;
  openSizes: typeof openSizes;
}

const nothing = () => {};

/** As long as there is no op, pictures stay as they are. */
const WITHOUT_OPS: OpDraws = {
  prepareImageStages: (_stages, _epoch, _time, from) => ({ size: from!, beginBatch: nothing, drawOps: nothing }),
  checkAugmenters: nothing,
  openSizes() {
    throw noOneSize();
  },
};

let here = WITHOUT_OPS;

export const opDraws = (): OpDraws => here;

export function useOpDraws(draws: OpDraws): void {
  here = draws;
}

/** Pictures with sizes of their own keep them. */
export const noOneSize = (): PolicyError =>
  new PolicyError(
    "policy",
    "a stage that gives all pictures one size before they are mixed and come out, such as " +
      "randomResizedCrop({ height: 224, width: 224 }), ops.resize({ height: 224, width: 224 }) or " +
      "ops.resize({ shortest: 256 }) and ops.centerCrop({ height: 224, width: 224 })",
    found("none, for pictures with sizes of their own"),
  );
