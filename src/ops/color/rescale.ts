import { InputError } from "../../check/errors.ts";
import { asF32, asI32, f32, i32 } from "../../format/words.ts";
import { number } from "../lib/arg.ts";
import { clampByte, fround, toFixed } from "../lib/fixed.ts";
import type { ColorOp } from "../op.ts";

/** What 18 fractional bits leave room for in 32 bits. */
const U8_SCALE = 16;
const U8_OFFSET = 4095;

export const rescaleOp: ColorOp = {
  name: "rescale",
  kind: "color",
  about:
    "scale · v + offset, Keras's Rescaling. In u8 rounded, halves up, and clipped, with |scale| at most 16 and |offset| at most " +
    "4095. Floats are not clipped.",
  args: {
    scale: { type: "number", min: -65536, max: 65536, identity: 1, unit: "factor", about: "Multiplies every value." },
    offset: {
      type: "number",
      min: -65536,
      max: 65536,
      default: 0,
      identity: 0,
      unit: "level",
      about: "Added afterwards, on the scale where white is 255.",
    },
  },
  laws: { leavesRangeBy: Number.MAX_VALUE },
  atMagnitude: (magnitude) => ({ scale: 1 - 0.75 * magnitude, offset: 0 }),
  encode: (args) => {
    const scale = number(args, "scale");
    const offset = number(args, "offset");
    if (Math.abs(scale) > U8_SCALE) throw new InputError("rescale.scale", `${-U8_SCALE} to ${U8_SCALE} for u8 pictures`, scale);
    if (Math.abs(offset) > U8_OFFSET) throw new InputError("rescale.offset", `${-U8_OFFSET} to ${U8_OFFSET} for u8 pictures`, offset);
    return [i32(toFixed(scale, 18)), i32(toFixed(offset, 18))];
  },
  encodeF32: (args) => [f32(number(args, "scale")), f32(number(args, "offset") / 255)],
  u8: (v, words) => {
    const scale = asI32(words[0]!);
    const offset = asI32(words[1]!);
    const rescale = (x: number) => clampByte((x * scale + offset + 131072) >> 18);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  },
  f32: (v, words) => {
    const scale = asF32(words[0]!);
    const offset = asF32(words[1]!);
    const rescale = (x: number) => fround(fround(x * scale) + offset);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  },
};
