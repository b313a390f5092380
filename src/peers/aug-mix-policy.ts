import { checkKeys, checkName } from "../check/check.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import type { OpAt } from "../stages/op-at.ts";
import { type AtOptions, opAt } from "../stages/op-at.ts";
import { tableOf } from "../tables/index.ts";
import { TIMM_AUG_MIX } from "../tables/timm.ts";

export interface AugMixPolicy extends Pick<AtOptions, "interpolation" | "fill" | "magnitudeStd"> {
  /** Default `"torchvision"`. */
  peer?: "torchvision" | "timm" | "kerascv" | "kerascvQuirks";
  /** In the peer's unit. Default 3 bins (torchvision), level 3 (timm), 0.3 (KerasCV). */
  severity?: number;
  /** Colour, contrast, brightness and sharpness too, which the paper leaves out (torchvision). Default true. */
  allOps?: boolean;
}

/**
 * What a chain of `augMix` draws from, at magnitudes drawn uniformly up to `severity` for every op: torchvision's first
 * `severity` of 10 bins, timm's levels 0 to `severity` (with its translations up to 0.3 of the side), KerasCV's
 * severities from 0.01. With a `magnitudeStd` (timm) the magnitude is `severity` with noise instead.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function augMixPolicy(options: AugMixPolicy = {}): OpAt[] {
  const { peer = "torchvision", severity, allOps = true, ...at } = given(options, "augMixPolicy");
  checkName(peer, "augMixPolicy.peer", ["torchvision", "timm", "kerascv", "kerascvQuirks"]);
  checkKeys(at, "augMixPolicy", ["peer", "severity", "allOps", "interpolation", "fill", "magnitudeStd"]);
  const stages = (): OpAt[] => {
    if (peer === "timm") {
      const magnitude: AtOptions["magnitude"] = at.magnitudeStd === undefined ? [0, severity ?? 3] : (severity ?? 3);
      return TIMM_AUG_MIX.map((entry) => opAt("timm", entry, { ...at, magnitude, translate: 0.3 }));
    }
    if (peer === "torchvision") {
      const names = Object.keys(tableOf("torchvisionAugMix").entries);
      return names
        .slice(0, allOps ? undefined : -4)
        .map((entry) => opAt("torchvisionAugMix", entry, { ...at, magnitude: [0, (severity ?? 3) - 1] }));
    }
    const table = peer === "kerascv" ? "kerascvAugMix" : "kerascvAugMixQuirks";
    return Object.keys(tableOf(table).entries).map((entry) =>
      opAt(table, entry, { ...at, magnitude: [0.01, severity ?? 0.3] }),
    );
  };
  return underName("augMixPolicy", stages, { made: { magnitude: "severity" } });
}
