import { PolicyError } from "../check/errors.ts";
import { PURPOSE, streamKey } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { isSame } from "../ops/size.ts";
import type { OpCall } from "../plan/plan.ts";
import type { Placed } from "../policy/lay-out.ts";
import { foldIn, type Key } from "../random/key.ts";
import { prepareImageStage, sizeAfterStage } from "../stages/index.ts";
import { type ImageContext, type ImageStage, stagePath } from "../stages/stage.ts";

/**
 * A picture that draws are made for: a sample's, or row `external` of the second batch, which draws by the sample that
 * it is mixed with.
 */
export interface Picture {
  id: number;
  /** How often the sample came before. */
  occurrence: number;
  /** What its draws are addressed by: the id, or another number for a further occurrence (`addressOf`). */
  address: number;
  external?: number;
}

/** What all image stages of a batch share. */
export type BatchContext = Omit<ImageContext, "key" | "path" | "granularity">;

/**
 * Gets a stage of the policy ready by its key: once for pictures of the batch (and the dataset), and where there are
 * any, once more for those of the second batch. The result is what is ready for a picture.
 */
export function keyed<T>(
  { stage, position }: Placed<{ stream?: string }>,
  epoch: Key,
  prepare: (key: Key) => T,
): (picture: Picture) => T {
  const key = streamKey(epoch, position, stage.stream);
  const ready = prepare(key);
  let external: T | undefined;
  return (picture) => {
    if (picture.external === undefined) return ready;
    external ??= prepare(foldIn(key, PURPOSE.external));
    return external;
  };
}

/** Draws what a picture gets and adds it to `calls`. */
export type DrawsPicture = (picture: Picture, calls: OpCall[]) => void;

/** Gets stages ready that follow each other. */
export function prepareImageStages(
  stages: readonly Placed<ImageStage>[],
  epoch: Key,
  context: BatchContext,
): DrawsPicture {
  let size: Size = context;
  const ready = stages.map((placed) => {
    const { stage, place } = placed;
    const { height, width } = size;
    size = sizeAfterStage(stage, size, place);
    return keyed(placed, epoch, (key) =>
      prepareImageStage(stage, { ...context, height, width, path: place, key, granularity: "sample" }),
    );
  });
  return (picture, calls) => {
    for (const drawFor of ready) drawFor(picture)(picture.address, calls);
  };
}

/** Throws PolicyError unless all augmenters of a repeated batch lead to the same size. */
export function checkAugmenters(augmenters: readonly (Placed<ImageStage> | undefined)[], size: Size): void {
  const first = augmenters[0] && sizeAfter([augmenters[0]], size);
  for (const placed of augmenters) {
    const after = placed && sizeAfter([placed], size);
    if (placed && !isSame(after!, first!)) {
      throw new PolicyError(
        stagePath(placed.place, placed.stage),
        `pictures of ${first!.height} × ${first!.width}, as from the first augmenter`,
        after,
      );
    }
  }
}

/** The size of the pictures after stages that follow each other. */
export const sizeAfter = (stages: readonly Placed<ImageStage>[], size: Size): Size =>
  stages.reduce((now, { stage, place }) => sizeAfterStage(stage, now, place), size);
