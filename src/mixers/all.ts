import { augMixOp } from "./aug-mix.ts";
import { cutblurOp } from "./cutblur.ts";
import { cutmixOp } from "./cutmix.ts";
import { fmixOp } from "./fmix.ts";
import { gridmixOp } from "./gridmix.ts";
import { maskmixOp } from "./maskmix.ts";
import { knownMasks } from "./masks/known.ts";
import { knownMixers, type Mixers, type MixOp, type SelfMixers, useMixer } from "./mixer.ts";
import { mixupOp } from "./mixup.ts";
import { mosaicOp } from "./mosaic.ts";
import { multimixupOp } from "./multimixup.ts";
import { useOneOf } from "./one-of.ts";
import { resizemixOp } from "./resizemix.ts";
import { smoothmixOp } from "./smoothmix.ts";

/** Every mixing op under its one name. A new one adds its line here. */
export const mixOps = {
  mixup: mixupOp,
  cutmix: cutmixOp,
  resizemix: resizemixOp,
  mosaic: mosaicOp,
  multimixup: multimixupOp,
  cutblur: cutblurOp,
  gridmix: gridmixOp,
  smoothmix: smoothmixOp,
  fmix: fmixOp,
  maskmix: maskmixOp,
  augMix: augMixOp,
} satisfies { [K in keyof Mixers]: MixOp<Mixers[K]> } & { [K in keyof SelfMixers]: MixOp<SelfMixers[K]> };

/** The names of the mixing ops. */
export const MIXER_KINDS = Object.keys(mixOps) as (keyof typeof mixOps)[];

/** Enters all of them. */
export function useAllMixers(): void {
  for (const kind of MIXER_KINDS) useMixer(kind, mixOps[kind] as MixOp<never>);
  useOneOf();
  knownMixers.isComplete = true;
  knownMasks.isComplete = true;
}
