import { shuffled } from "../draw/arg-draw.ts";
import { PURPOSE } from "../draw/keys.ts";
import { foldIn } from "../random/key.ts";
import { checkStages, sameSize } from "./children.ts";
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
  sizeAfter: ({ stages }, context, child) => sameSize(stages, context, child, context),

  prepare({ stages }, { key, path, address }, child) {
    const orderKey = foldIn(key, PURPOSE.order);
    const ready = stages.map((stage, i) => child(stage, `${path}.stages[${i}]`, foldIn(key, PURPOSE.child + i)));
    return (id, calls) => {
      for (const i of shuffled(orderKey, address(id), ready.length)) ready[i]!(id, calls);
    };
  },
};
