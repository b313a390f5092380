import { PURPOSE } from "../draw/keys.ts";
import { foldIn } from "../random/key.ts";
import { drawsOf } from "./draws.ts";
import { fixed } from "./sizes.ts";
import type { ImageForm, ImageOptions, ImageStage } from "./stage.ts";

/** The stage with a chance of `prob` (and of its own). */
export interface RandomApply extends ImageOptions {
  kind: "randomApply";
  stage: ImageStage;
}

declare module "./stage.ts" {
  interface ImageStages {
    randomApply: RandomApply;
  }
}

export const randomApplyForm: ImageForm<RandomApply> = {
  options: ["stage"],
  check: (value, path, child) => child(value.stage, `${path}.stage`),
  draws: () => drawsOf(),
  children: ({ stage }) => [stage],
  takes: () => "each",
  sizeAfter: ({ stage }, { path, ...size }, child) => child(stage, `${path}.stage`, fixed(size)),

  prepare: ({ stage }, { key, path }, child) => child(stage, `${path}.stage`, foldIn(key, PURPOSE.child)),
};
