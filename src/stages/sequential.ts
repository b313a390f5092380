import { PURPOSE } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { foldIn } from "../random/key.ts";
import { checkStages, inTurn } from "./children.ts";
import { drawsOf } from "./draws.ts";
import { fixed, oneSize, type Sizes } from "./sizes.ts";
import type { DrawOps, ImageForm, ImageOptions, ImageStage } from "./stage.ts";

/** Every stage, in order. */
export interface Sequential extends ImageOptions {
  kind: "sequential";
  stages: ImageStage[];
}

declare module "./stage.ts" {
  interface ImageStages {
    sequential: Sequential;
  }
}

export const sequentialForm: ImageForm<Sequential> = {
  options: ["stages"],
  check: (value, path, child) => checkStages(value.stages, path, child),
  draws: () => drawsOf(),
  children: ({ stages }) => stages,
  takes: () => "each",
  sizeAfter: ({ stages }, { path, ...size }, child) =>
    stages.reduce<Sizes>((now, stage, i) => child(stage, `${path}.stages[${i}]`, now), fixed(size)),

  prepare({ stages }, { key, path, height, width }, child, sizesAfter) {
    const start = { height, width };
    const place = (i: number) => `${path}.stages[${i}]`;
    const prepared = (i: number, size: Size) => child(stages[i]!, place(i), foldIn(key, PURPOSE.child + i), size);
    const ready: DrawOps[] = [];
    let now = fixed(start);
    for (const [i, stage] of stages.entries()) {
      if (now.because) break;
      ready.push(prepared(i, oneSize(now)));
      now = sizesAfter(stage, place(i), now);
    }
    if (ready.length === stages.length) {
      return (id, calls) => {
        for (const draw of ready) draw(id, calls);
      };
    }
    const draw = inTurn(path, prepared);
    return (id, calls) => {
      let size: Size = start;
      for (let i = 0; i < stages.length; i++) size = draw(i, size, id, calls);
    };
  },
};
