import { PolicyError } from "../check/errors.ts";
import { atCall, checkCall } from "../ops/check-call.ts";
import { imageOps } from "../ops/index.ts";
import type { Arg, ImageOp } from "../ops/op.ts";
import type { OpCall } from "../plan/plan.ts";
import type { AnyOpStage, ImageStage } from "./image-stage.ts";

export interface Size {
  height: number;
  width: number;
}

/** The arguments that are a side of the result, by op: such an op may change the size. */
const sidesOfResult = new Map(Object.values<ImageOp>(imageOps).map(({ name, args }) => [name, sidesIn(args)]));

function sidesIn(args: Readonly<Record<string, Arg>>) {
  return Object.entries(args).flatMap(([name, arg]) => (arg.sideOfResult ? [{ name, side: arg.sideOfResult, arg }] : []));
}

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

function sizeAfterOp(stage: AnyOpStage, size: Size, path: string): Size {
  const after = { ...size };
  for (const { name, side, arg } of sidesOfResult.get(stage.op)!) {
    const length = stage[name] ?? arg.default;
    if (typeof length !== "number") throw new PolicyError(`${path}.${name}`, "one number: all pictures get the same size", length);
    after[side] = length;
  }
  return after;
}

/** The size of a picture after calls that were drawn. */
export function sizeAfterCalls(calls: readonly OpCall[], size: Size, path: string): Size {
  return calls.reduce((now, call, i) => {
    const op = (imageOps as Record<string, ImageOp>)[call.op]!;
    if (sidesOfResult.get(call.op)!.length === 0 || op.kind !== "warp") return now;
    try {
      return op.warp(checkCall(call, `${path}[${i}]`).args, now).size ?? now;
    } catch (error) {
      throw atCall(error, call.op, `${path}[${i}]`);
    }
  }, size);
}

export const isSame = (a: Size, b: Size): boolean => a.height === b.height && a.width === b.width;

const show = ({ height, width }: Size) => `${height} × ${width}`;
