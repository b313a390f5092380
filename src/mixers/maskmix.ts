import { frozenCopy } from "../check/copied.ts";
import { ArgumentError, PolicyError } from "../check/errors.ts";
import { given } from "../draw/options.ts";
import type { GivenMask } from "../plan/plan.ts";
import { uniformInt } from "../random/uniform.ts";
import { maskRow, remembered } from "./mask-rows.ts";
import { checkMask } from "./masks/check.ts";
import { givenMaskForm } from "./masks/given.ts";
import { knownMasks, type MaskForm } from "./masks/known.ts";
import { type MixOp, made, type StageOptions } from "./mixer.ts";
import { STAGE_OPTIONS } from "./options.ts";

/** Made by `maskmix()`. */
export interface MaskMix extends StageOptions {
  kind: "maskmix";
  /** What is drawn from, all alike. */
  masks: GivenMask[];
}

declare module "./mixer.ts" {
  interface Mixers {
    maskmix: MaskMix;
  }
}

/**
 * Mixing by masks of your own: the partner has a weight for every pixel, and the label weights are the means of those.
 * Every row draws one of `masks`, all alike.
 *
 * - `masks`: 1 to 256 masks made by {@link givenMask}, of any size: each is stretched to the picture without blending,
 * so a mask of blocks can
 *   stay small. They are part of the policy and of every plan that draws them.
 * - `prob`, `granularity`, `pairing`, `stream`: as in `mixup`.
 *
 * For a mask of its own for every sample (saliency, segmentation), edit the plan: a row is `{ mixer: "mask", own,
 * partner, mask, lambda }`. The masks of a drawn row are frozen: put another in its place.
 *
 * One level of mixing. Throws PolicyError when an option is unknown or out of range.
 */
export function maskmix(masks: GivenMask[], options: Omit<MaskMix, "kind" | "masks"> = {}): MaskMix {
  return {
    ...made(maskmixOp, { prob: 1, ...given(options, "maskmix"), kind: "maskmix", masks }),
    masks: masks.map(frozenCopy),
  };
}

/**
 * A mask from height × width bytes, line by line: 0 shows the own picture alone, 255 the partner alone. In a policy and
 * in a plan it is base64, so that both survive JSON.
 *
 * Throws ArgumentError unless there is a byte for every pixel.
 */
export function givenMask(weights: Uint8Array | Uint8ClampedArray, height: number, width: number): GivenMask {
  if (!(ArrayBuffer.isView(weights) && weights.BYTES_PER_ELEMENT === 1))
    throw new ArgumentError("givenMask.weights", "a Uint8Array", weights);
  let letters = "";
  for (const byte of weights) letters += String.fromCharCode(byte);
  knownMasks.add("given", givenMaskForm as MaskForm);
  const mask: GivenMask = { shape: "given", height, width, weights: btoa(letters) };
  checkMask(mask, "givenMask", ["given"], 0, ArgumentError);
  return mask;
}

const MAX_MASKS = 256;

/** The op behind {@link maskmix}: its options and the draw of one row. */
export const maskmixOp: MixOp<MaskMix> = {
  options: ["masks", ...STAGE_OPTIONS],
  masks: { given: givenMaskForm },
  draws: () => ({ rows: "mask" }),

  check({ masks }, path) {
    if (!Array.isArray(masks) || masks.length === 0 || masks.length > MAX_MASKS) {
      throw new PolicyError(`${path}.masks`, `an array of 1 to ${MAX_MASKS} masks made by givenMask()`, masks);
    }
    Array.from(masks as unknown[]).forEach((mask, i) => {
      checkMask(mask, `${path}.masks[${i}]`, ["given"], 0, PolicyError);
    });
  },

  prepare({ masks }, { height, width, key }) {
    const boxKey = key("box");
    // Rows of one mask share it, and with it one plane; frozen, because the policy and other plans have it too.
    const rows = masks.map((mask) =>
      remembered(() => maskRow(Object.isFrozen(mask) ? mask : frozenCopy(mask), height, width)),
    );
    return (id) => rows[masks.length === 1 ? 0 : uniformInt(boxKey, id, 0, masks.length)]!(0);
  },
};
