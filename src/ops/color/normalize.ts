import { found, InputError } from "../../check/errors.ts";
import { normalizeShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

/** Four values for four channels: one for all colour channels, or one each; a fourth is alpha's. */
function byChannel(
  name: string,
  list: readonly number[],
  channels: number,
  neutral: number,
): [number, number, number, number] {
  const allowed = channels === 4 ? [1, 3, 4] : [1, channels];
  if (!allowed.includes(list.length))
    throw new InputError(
      `normalize.${name}`,
      `1 number, or one for each channel of ${channels}-channel pictures`,
      list,
    );
  const [red = 0, green = red, blue = red, alpha = neutral] = list;
  return [red, green, blue, alpha];
}

/** Checked arguments with one number for each channel. */
export function channelsOf({ mean, std }: NormalizeArgs, channels: number): { mean: number[]; std: number[] } {
  return {
    mean: byChannel("mean", mean, channels, 0).slice(0, channels),
    std: byChannel("std", std, channels, 1).slice(0, channels),
  };
}

export interface NormalizeArgs {
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

export const normalizeOp = defineOp({
  name: "normalize",
  kind: "color",
  target: "nothing",
  shader: normalizeShader,
  about:
    "(v − mean) / std by channel, torchvision's Normalize, of values where white is 1 whatever the pictures' range. For pictures of " +
    "floats only: normalised values do not fit bytes " +
    "(the engine's `output.normalize` normalises whatever the pictures are, after everything else).",
  args: {
    mean: {
      type: "list",
      min: -1e6,
      // No picture has a mean above white: such a number is of levels. One below black undoes a normalisation.
      max: 1,
      identity: [0],
      unit: "white is 1, not 255",
      about: "One number for all colour channels, or one each.",
    },
    std: {
      type: "list",
      min: 1e-6,
      max: 1e6,
      identity: [1],
      unit: "white is 1, not 255",
      about: "Standard deviations: one number, or one each.",
    },
  },
  floatsOnly: true,
  examples: ({ channels }) =>
    [
      [
        [0.2, 0.2, 0.2],
        [1, 1, 1],
      ],
      [
        [0, 0, 0],
        [0.6, 0.6, 0.6],
      ],
      [
        [0.2, 0.2, 0.2],
        [0.6, 0.6, 0.6],
      ],
      [
        [0.2, 0, 0],
        [0.6, 1, 1],
      ],
    ].map(([mean, std]) => ({ mean: mean!.slice(0, channels), std: std!.slice(0, channels) })),
  laws: { leavesRangeBy: Number.MAX_VALUE, floatsWithin: 2e-6 },
  encode: () => {
    throw new InputError("normalize", "pictures of floats (format f32 or f16)", found("u8 pictures"));
  },
  encodeF32: ({ mean, std }, { channels }) => ({
    mean: byChannel("mean", mean, channels, 0),
    deviation: byChannel("std", std, channels, 1),
  }),
  u8: (v) => v,
  f32: (v, { mean, deviation }) => {
    const normalize = (c: 0 | 1 | 2 | 3) => fround(fround(v[c] - mean[c]) / deviation[c]);
    return [normalize(0), normalize(1), normalize(2), normalize(3)];
  },
});
