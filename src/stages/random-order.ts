import { shuffled } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { foldIn } from "../random/key.ts";
import { checkStages, inTurn, sizesInAnyOrder } from "./children.ts";
import { drawsOf } from "./draws.ts";
import type { ImageForm, ImageOptions, ImageStage } from "./stage.ts";

/** Every stage, in an order drawn anew. */
export interface RandomOrder extends ImageOptions {
  kind: "randomOrder";
  stages: ImageStage[];
}

declare module "./stage.ts" {
  interface ImageStages {
    randomOrder: RandomOrder;
  }
}

export const randomOrderForm: ImageForm<RandomOrder> = {
  options: ["stages"],
  check: (value, path, child) => checkStages(value.stages, path, child),
  draws: () => drawsOf(),
  children: ({ stages }) => stages,
  takes: ({ stages }) => [stages.length, stages.length],
  sizeAfter: ({ stages }, context, child) => sizesInAnyOrder(stages, context, child),

  prepare({ stages }, { key, path, address, height, width }, child, sizesAfter) {
    const orderKey = foldIn(key, PURPOSE.order);
    const prepared = (i: number, size: Size) =>
      child(stages[i]!, `${path}.stages[${i}]`, foldIn(key, PURPOSE.child + i), size);
    const start = { height, width };
    if (sizesInAnyOrder(stages, { path, ...start }, sizesAfter).because) {
      const draw = inTurn(path, prepared);
      return (id, calls) => {
        let size: Size = start;
        for (const i of shuffled(orderKey, address(id), stages.length)) size = draw(i, size, id, calls);
      };
    }
    const ready = stages.map((_, i) => prepared(i, start));
    return (id, calls) => {
      for (const i of shuffled(orderKey, address(id), ready.length)) ready[i]!(id, calls);
    };
  },
};
