import { PolicyError } from "../check/errors.ts";
import { PURPOSE, streamKey } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { isSame } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import type { Placed } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";
import type { ImageStage } from "../stages/image-stage.ts";
import { prepareImageStage } from "../stages/index.ts";
import type { DrawOps, ImageContext } from "../stages/stage.ts";
import { sizeAfterStage } from "../stages/stage-size.ts";

/** Whose picture is drawn for: a sample, or row `external` of the second batch, by the sample it is mixed with. */
export interface Picture {
  id: number;
  /** Which of the sample's occurrences it belongs to, the first one 0. */
  occurrence: number;
  /** What its draws are addressed by: the id, or another number for a further occurrence (`addressOf`). */
  address: number;
  external?: number;
}

/** What all image stages of a batch share. */
export type BatchContext = Omit<ImageContext, "key" | "path" | "granularity">;

/** The key of a stage of the policy, for pictures of the batch (and the dataset), or for those of the second batch. */
export function placedKey({ stage, position }: Placed<{ stream?: string }>, epoch: Key, isExternal: boolean): Key {
  const key = streamKey(epoch, position, stage.stream);
  return isExternal ? foldIn(key, PURPOSE.external) : key;
}

/** Gets stages ready that follow each other; the result draws what one picture gets from all of them. */
export function prepareImageStages(
  stages: readonly Placed<ImageStage>[],
  epoch: Key,
  context: BatchContext,
): (picture: Picture) => OpCall[] {
  const prepare = (isExternal: boolean) => {
    let { height, width } = context;
    return stages.map((placed) => {
      const key = placedKey(placed, epoch, isExternal);
      const draw = prepareImageStage(placed.stage, { ...context, height, width, path: placed.place, key, granularity: "sample" });
      ({ height, width } = sizeAfterStage(placed.stage, { height, width }, placed.path));
      return draw;
    });
  };
  const ready = prepare(false);
  let external: DrawOps[] | undefined;
  return (picture) => {
    const calls: OpCall[] = [];
    if (picture.external !== undefined) external ??= prepare(true);
    for (const draw of picture.external === undefined ? ready : external!) draw(picture.address, calls);
    return calls;
  };
}

/** Throws PolicyError unless all augmenters of a repeated batch lead to the same size. */
export function checkAugmenters(augmenters: readonly (Placed<ImageStage> | undefined)[], size: Size): void {
  const first = augmenters[0] && sizeAfter([augmenters[0]], size);
  for (const placed of augmenters) {
    const after = placed && sizeAfter([placed], size);
    if (placed && !isSame(after!, first!)) {
      throw new PolicyError(placed.path, `pictures of ${first!.height} × ${first!.width}, as from the first augmenter`, after);
    }
  }
}

/** The size of the pictures after stages that follow each other. */
export const sizeAfter = (stages: readonly Placed<ImageStage>[], size: Size): Size =>
  stages.reduce((now, { stage, path }) => sizeAfterStage(stage, now, path), size);
