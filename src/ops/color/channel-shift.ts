import { channelShiftShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { deltaArg } from "../lib/arg.ts";
import { shiftF32, shiftU8, toFixed } from "../lib/fixed.ts";

export const channelShiftOp = defineOp({
  name: "channelShift",
  kind: "color",
  byLevel: true,
  target: "nothing",
  shader: channelShiftShader,
  about:
    "Adds a delta of its own to each channel and clips: KerasCV's RandomChannelShift, Kornia's RGBShift. A picture of one channel " +
    "takes red's. In u8 rounded, halves up.",
  args: {
    red: { ...deltaArg, about: "What is added to channel 0.", default: 0 },
    green: { ...deltaArg, about: "What is added to channel 1.", default: 0 },
    blue: { ...deltaArg, about: "What is added to channel 2.", default: 0 },
  },
  atMagnitude: (magnitude) => ({ red: 127.5 * magnitude, green: -127.5 * magnitude, blue: 127.5 * magnitude }),
  encode: ({ red, green, blue }) => ({ deltas: [toFixed(red, 16), toFixed(green, 16), toFixed(blue, 16)] }),
  encodeF32: ({ red, green, blue }) => ({ deltas: [red / 255, green / 255, blue / 255] }),
  u8: (v, { deltas: [red, green, blue] }, at) => shiftU8(v, at.channels === 1 ? [red, red, red] : [red, green, blue]),
  f32: (v, { deltas: [red, green, blue] }, at) => shiftF32(v, at.channels === 1 ? [red, red, red] : [red, green, blue]),
});
