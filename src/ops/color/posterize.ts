import { posterizeShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

export const posterizeOp = defineOp({
  name: "posterize",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: posterizeShader,
  about:
    "Keeps the upper bits of each channel. 8 changes nothing, 0 gives black (timm's and torchvision's reading). " +
    "In floats, as torchvision v2: floor(v · 2^bits) / 2^bits below 1; 8 bits change nothing there either.",
  said: "posterized to {bits}",
  args: {
    bits: {
      type: "integer",
      min: 0,
      max: 8,
      identity: 8,
      unit: "bits",
      about: "How many bits of each channel are kept.",
    },
  },
  laws: { jumps: true },
  atMagnitude: (magnitude) => ({ bits: Math.round(8 - 7 * magnitude) }),
  encode: ({ bits }) => ({ mask: 256 - (1 << (8 - bits)) }),
  encodeF32: ({ bits }) => ({ levels: bits === 8 ? 0 : 1 << bits }),
  u8: (v, { mask }) => [v[0] & mask, v[1] & mask, v[2] & mask, v[3]],
  f32: (v, { levels }) => {
    if (levels === 0) return v;
    const cut = (x: number) => Math.min(Math.max(Math.floor(fround(x * levels)), 0), levels - 1) / levels;
    return [cut(v[0]), cut(v[1]), cut(v[2]), v[3]];
  },
});
