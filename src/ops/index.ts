import type { CutMix, MixUp } from "../policy/policy.ts";
import { cutmixOp } from "./cutmix.ts";
import { mixupOp } from "./mixup.ts";
import type { MixOp } from "./op.ts";

/** Every mixing op under its one name. A new one adds its line here. */
export const mixOps: { mixup: MixOp<MixUp>; cutmix: MixOp<CutMix> } = {
  mixup: mixupOp,
  cutmix: cutmixOp,
};

/** The names of the mixing ops. */
export const MIXER_KINDS = Object.keys(mixOps) as (keyof typeof mixOps)[];
