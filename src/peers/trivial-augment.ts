import { checkName } from "../check/check.ts";
import { given } from "../draw/options.ts";
import type { ImageOptions, RandomChoice } from "../stages/image-stage.ts";
import { checkBins } from "../stages/op-at.ts";
import { randomChoice } from "../stages/pipeline.ts";
import { binsOf, tableOf } from "../tables/index.ts";
import { type AtOptions, opAt } from "./rand-augment.ts";

const TABLES = ["torchvisionWide", "daliWide"];

/**
 * TrivialAugmentWide (Müller and Hutter 2021, arXiv:2103.10158): one op of 14 at a magnitude drawn uniformly, for every picture.
 * torchvision's table with its 31 bins; `table: "daliWide"` is DALI's. Throws PolicyError when an option is unknown or out of range.
 */
export function trivialAugmentWide(
  options: Omit<AtOptions, "magnitude" | "magnitudeStd" | "magnitudeMax"> & ImageOptions & { table?: "torchvisionWide" | "daliWide" } = {},
): RandomChoice {
  const { table = "torchvisionWide", prob, granularity, stream, ...at } = given(options, "trivialAugmentWide");
  checkName(table, "trivialAugmentWide.table", TABLES);
  checkBins(at.bins, tableOf(table), "trivialAugmentWide.bins");
  const most = binsOf(tableOf(table), at.bins) - 1;
  const stages = Object.entries(tableOf(table).entries).map(([entry, { op: _op, ...rest }]) =>
    opAt(table, entry, { ...at, magnitude: "value" in rest ? [0, most] : 0 }),
  );
  return randomChoice(stages, given({ prob, granularity, stream }, "trivialAugmentWide"));
}
