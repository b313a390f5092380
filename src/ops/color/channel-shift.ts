import { asF32, asI32, f32, i32 } from "../../format/words.ts";
import { deltaArg } from "../lib/arg.ts";
import { shiftF32, shiftU8, toFixed } from "../lib/fixed.ts";
import { defineOp } from "../op.ts";

const deltas = ({ red, green, blue }: Readonly<Record<"red" | "green" | "blue", number>>): number[] => [red, green, blue];

export const channelShiftOp = defineOp({
  name: "channelShift",
  kind: "color",
  about:
    "Adds a delta of its own to each channel and clips: KerasCV's RandomChannelShift, Kornia's RGBShift. A picture of one channel " +
    "takes red's. In u8 rounded, halves up.",
  args: {
    red: { ...deltaArg("What is added to channel 0."), default: 0 },
    green: { ...deltaArg("What is added to channel 1."), default: 0 },
    blue: { ...deltaArg("What is added to channel 2."), default: 0 },
  },
  atMagnitude: (magnitude) => ({ red: 127.5 * magnitude, green: -127.5 * magnitude, blue: 127.5 * magnitude }),
  encode: (args) => deltas(args).map((delta) => i32(toFixed(delta, 16))),
  encodeF32: (args) => deltas(args).map((delta) => f32(delta / 255)),
  u8: (v, words, at) => {
    const red = asI32(words[0]!);
    return shiftU8(v, at.channels === 1 ? [red, red, red] : [red, asI32(words[1]!), asI32(words[2]!)]);
  },
  f32: (v, words, at) => {
    const red = asF32(words[0]!);
    return shiftF32(v, at.channels === 1 ? [red, red, red] : [red, asF32(words[1]!), asF32(words[2]!)]);
  },
});
