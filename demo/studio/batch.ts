/** Everything the page shows of one batch. */
import type { Plan } from "mixwell";
import type { DatasetFacts } from "../sources/source.ts";
import type { MixedPictures, Pictures } from "./backend.ts";

export interface ShownBatch {
  facts: DatasetFacts;
  plan: Plan;
  /** All of the plan's sources, in its order: the batch first, then partners from the dataset. */
  sources: Pictures;
  /** The same after their crops, where pictures keep their sizes: what is mixed. */
  parts: Pictures;
  mixed: MixedPictures;
}
