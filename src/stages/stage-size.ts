import { PolicyError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { isSame, sidesOfResult } from "../ops/size.ts";
import type { AnyOpStage, ImageStage } from "./image-stage.ts";

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

const show = ({ height, width }: Size) => `${height} × ${width}`;
