import { PolicyError } from "../errors.ts";
import { checkCall } from "../ops/check-call.ts";
import type { ImageOp } from "../ops/image-op.ts";
import { imageOps } from "../ops/index.ts";
import type { OpCall } from "../plan.ts";
import type { ImageStage, OpStage } from "./image-stage.ts";

export interface Size {
  height: number;
  width: number;
}

/** Ops whose result has another size than their input, given by arguments that are the same for everybody. */
const RESIZING: Readonly<Record<string, readonly string[]>> = {
  crop: ["height", "width"],
  resize: ["height", "width"],
  cropAndResize: ["outHeight", "outWidth"],
};

/**
 * The size of the pictures after a stage. All pictures of a batch have one size, so a stage that changes it must do so for every picture
 * and to the same size. Throws PolicyError where it does not.
 */
export function sizeAfterStage(stage: ImageStage, size: Size, path: string): Size {
  const after = sizeIfApplied(stage, size, path);
  if (isSame(after, size) || (stage.prob ?? 1) === 1) return after;
  throw new PolicyError(`${path}.prob`, `1, because the stage changes the size to ${show(after)}`, stage.prob);
}

function sizeIfApplied(stage: ImageStage, size: Size, path: string): Size {
  switch (stage.kind) {
    case "op":
      return sizeAfterOp(stage, size, path);
    case "randomCrop":
    case "randomResizedCrop":
      return { height: stage.height ?? size.height, width: stage.width ?? size.width };
    case "sequential":
      return stage.stages.reduce((now, child, i) => sizeAfterStage(child, now, `${path}.stages[${i}]`), size);
    case "randomApply":
      return sizeAfterStage(stage.stage, size, `${path}.stage`);
    case "randomChoice": {
      const first = sizeAfterStage(stage.stages[0]!, size, `${path}.stages[0]`);
      return same(stage.stages, size, first, path);
    }
    case "randomOrder":
    case "randomPipeline":
      return same(stage.stages, size, size, path);
    default:
      return size;
  }
}

/** All of these must lead to the same size. */
function same(stages: readonly ImageStage[], size: Size, expected: Size, path: string): Size {
  stages.forEach((child, i) => {
    const after = sizeAfterStage(child, size, `${path}.stages[${i}]`);
    if (!isSame(after, expected)) {
      throw new PolicyError(`${path}.stages[${i}]`, `pictures of ${show(expected)}, whichever stages are drawn`, show(after));
    }
  });
  return expected;
}

function sizeAfterOp(stage: OpStage, size: Size, path: string): Size {
  const names = RESIZING[stage.op];
  if (names === undefined) return size;
  const [height, width] = names.map((name) => {
    const side = stage[name];
    if (typeof side !== "number") throw new PolicyError(`${path}.${name}`, "one number: all pictures get the same size", side);
    return side;
  }) as [number, number];
  return { height, width };
}

/** The size of a picture after calls that were drawn. */
export function sizeAfterCalls(calls: readonly OpCall[], size: Size, path: string): Size {
  return calls.reduce((now, call, i) => {
    if (RESIZING[call.op] === undefined) return now;
    const op = (imageOps as Record<string, ImageOp>)[call.op]!;
    return op.kind === "warp" ? (op.warp(checkCall(call, `${path}[${i}]`).args, now).size ?? now) : now;
  }, size);
}

export const isSame = (a: Size, b: Size): boolean => a.height === b.height && a.width === b.width;

const show = ({ height, width }: Size) => `${height} × ${width}`;
