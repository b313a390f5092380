import { PURPOSE } from "../draw/keys.ts";
import type { Size } from "../format/format.ts";
import { foldIn } from "../random/key.ts";
import { checkStages } from "./children.ts";
import { drawsOf } from "./draws.ts";
import type { ImageForm, ImageOptions, ImageStage } from "./stage.ts";

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
    stages.reduce<Size>((now, stage, i) => child(stage, `${path}.stages[${i}]`, now), size),

  prepare({ stages }, { key, path, height, width }, child, sizeAfter) {
    let size: Size = { height, width };
    const ready = stages.map((stage, i) => {
      const place = `${path}.stages[${i}]`;
      const draw = child(stage, place, foldIn(key, PURPOSE.child + i), size);
      size = sizeAfter(stage, place, size);
      return draw;
    });
    return (id, calls) => {
      for (const draw of ready) draw(id, calls);
    };
  },
};
