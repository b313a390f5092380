import { found, InputError } from "../../check/errors.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

/** Four values for four channels: one for all colour channels, or one each; a fourth is alpha's. */
function byChannel(name: string, list: readonly number[], channels: number, neutral: number): [number, number, number, number] {
  const allowed = channels === 4 ? [1, 3, 4] : [1, channels];
  if (!allowed.includes(list.length))
    throw new InputError(`normalize.${name}`, `1 number, or one for each channel of ${channels}-channel pictures`, list);
  const [red = 0, green = red, blue = red, alpha = neutral] = list;
  return [red, green, blue, alpha];
}

export const normalizeOp = defineOp({
  name: "normalize",
  kind: "color",
  about:
    "(v − mean) / std by channel, torchvision's Normalize. For pictures of floats only: normalised values do not fit bytes " +
    "(the engine's `output.normalize` normalises whatever the pictures are, after everything else).",
  args: {
    mean: {
      type: "list",
      min: -1e6,
      max: 1e6,
      identity: [0],
      unit: "value, white is 1",
      about: "One number for all colour channels, or one each.",
    },
    std: {
      type: "list",
      min: 1e-6,
      max: 1e6,
      identity: [1],
      unit: "value, white is 1",
      about: "Standard deviations: one number, or one each.",
    },
  },
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
