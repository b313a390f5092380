import { augMixOp } from "./aug-mix.ts";
import { cutblurOp } from "./cutblur.ts";
import { cutmixOp } from "./cutmix.ts";
import { fmixOp } from "./fmix.ts";
import { gridmixOp } from "./gridmix.ts";
import { maskmixOp } from "./maskmix.ts";
import { knownMasks } from "./masks/known.ts";
import { knownMixers, type MixOp, useMixer } from "./mixer.ts";
import { mixupOp } from "./mixup.ts";
import { mosaicOp } from "./mosaic.ts";
import { multimixupOp } from "./multimixup.ts";
import { resizemixOp } from "./resizemix.ts";
import { smoothmixOp } from "./smoothmix.ts";

/** A way to make one picture of two or more. */
export type Mixer = MixerOf<Exclude<AnyOp, { isSelf: true }>>;

/** A way to mix a picture with copies of itself. */
export type SelfMixer = MixerOf<Extract<AnyOp, { isSelf: true }>>;

type AnyOp = (typeof mixOps)[keyof typeof mixOps];
type MixerOf<Op> = Op extends MixOp<infer M> ? M : never;

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
};

/** The names of the mixing ops. */
export const MIXER_KINDS = Object.keys(mixOps) as (keyof typeof mixOps)[];

/** Enters all of them. */
export function useAllMixers(): void {
  for (const kind of MIXER_KINDS) useMixer(kind, mixOps[kind] as MixOp<never>);
  knownMixers.isComplete = true;
  knownMasks.isComplete = true;
}
