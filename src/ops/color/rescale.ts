import { InputError } from "../../check/errors.ts";
import { rescaleShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { clampByte, fround, toFixed } from "../lib/fixed.ts";

/** What 18 fractional bits leave room for in 32 bits. */
const U8_SCALE = 16;
const U8_OFFSET = 4095;

export const rescaleOp = defineOp({
  name: "rescale",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: rescaleShader,
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
  encode: ({ scale, offset }) => {
    if (Math.abs(scale) > U8_SCALE)
      throw new InputError("rescale.scale", `${-U8_SCALE} to ${U8_SCALE} for u8 pictures`, scale);
    if (Math.abs(offset) > U8_OFFSET)
      throw new InputError("rescale.offset", `${-U8_OFFSET} to ${U8_OFFSET} for u8 pictures`, offset);
    return { scale: toFixed(scale, 18), offset: toFixed(offset, 18) };
  },
  encodeF32: ({ scale, offset }) => ({ scale, offset: offset / 255 }),
  u8: (v, { scale, offset }) => {
    const rescale = (x: number) => clampByte((x * scale + offset + 131072) >> 18);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  },
  f32: (v, { scale, offset }) => {
    const rescale = (x: number) => fround(fround(x * scale) + offset);
    return [rescale(v[0]), rescale(v[1]), rescale(v[2]), v[3]];
  },
});
