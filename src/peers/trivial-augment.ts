import { checkKeys, checkName } from "../check/check.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import { type AtOptions, checkBins, opAt } from "../stages/op-at.ts";
import { randomChoice } from "../stages/pipeline.ts";
import type { RandomChoice } from "../stages/random-choice.ts";
import { IMAGE_OPTIONS, type ImageOptions } from "../stages/stage.ts";
import { binsOf, tableOf } from "../tables/index.ts";

const TABLES = ["torchvisionWide", "daliWide"];

/**
 * TrivialAugmentWide (Müller and Hutter 2021, arXiv:2103.10158): one op of 14 at a magnitude drawn uniformly, for every
 * picture. torchvision's table with its 31 bins; `table: "daliWide"` is DALI's. Throws PolicyError when an option is
 * unknown or out of range.
 */
export function trivialAugmentWide(
  options: Omit<AtOptions, "magnitude" | "magnitudeStd" | "magnitudeMax"> &
    ImageOptions & { table?: "torchvisionWide" | "daliWide" } = {},
): RandomChoice {
  const { table = "torchvisionWide", prob, granularity, stream, ...at } = given(options, "trivialAugmentWide");
  checkName(table, "trivialAugmentWide.table", TABLES);
  checkKeys(at, "trivialAugmentWide", ["table", "bins", "interpolation", "fill", "translate", ...IMAGE_OPTIONS]);
  checkBins(at.bins, tableOf(table), "trivialAugmentWide.bins");
  const most = binsOf(tableOf(table), at.bins) - 1;
  return underName("trivialAugmentWide", () => {
    const stages = Object.entries(tableOf(table).entries).map(([entry, { op: _op, ...rest }]) =>
      opAt(table, entry, { ...at, magnitude: "value" in rest ? [0, most] : 0 }),
    );
    return randomChoice(stages, given({ prob, granularity, stream }, "trivialAugmentWide"));
  });
}
