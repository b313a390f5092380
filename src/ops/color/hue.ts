import { hueShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { fround } from "../lib/fixed.ts";

/** The turn in sixths of the circle, in [0, 6). */
const sixths = ({ shift }: { readonly shift: number }): number => {
  return 6 * (shift < 0 ? shift + 1 : shift);
};

/** Which channels get the largest, the changing and the smallest value in each sixth. */
function arrange(sixth: number, high: number, rising: number, falling: number, low: number): [number, number, number] {
  switch (sixth) {
    case 0:
      return [high, rising, low];
    case 1:
      return [falling, high, low];
    case 2:
      return [low, high, rising];
    case 3:
      return [low, falling, high];
    case 4:
      return [rising, low, high];
    default:
      return [high, low, falling];
  }
}

export const hueOp = defineOp({
  name: "hue",
  kind: "color",
  target: "nothing",
  shader: hueShader,
  about:
    "Turns the hue in HSV: torchvision's adjust_hue (and KerasCV's RandomHue with its factor / 2). In u8 computed in integers, within " +
    "one level of torchvision, which goes through f32 and truncates. Grey stays.",
  said: "hue turned by {shift} of the circle",
  args: {
    shift: {
      type: "number",
      min: -0.5,
      max: 0.5,
      identity: 0,
      unit: "share of the circle",
      about: "1/3 turns red to green; 0.5 and −0.5 are the same, the complement.",
    },
  },
  // Through HSV and back.
  laws: { jumps: true, floatsWithin: 1e-6, neutralWithin: 5e-7 },
  atMagnitude: (magnitude) => ({ shift: 0.5 * magnitude }),
  encode: (args) => ({ turn: Math.round(sixths(args) * 1048576) % 6291456 }),
  encodeF32: (args) => ({ turn: sixths(args) }),
  u8: (v, { turn }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range = high - low;
    if (range === 0) return v;

    // The hue, in sixths times `range`.
    let hue = 4 * range + v[0] - v[1];
    if (high === v[0]) hue = v[1] - v[2];
    else if (high === v[1]) hue = 2 * range + v[2] - v[0];
    if (hue < 0) hue += 6 * range;
    const turned = Math.floor((hue * 1048576 + (range >> 1)) / range) + turn;
    const sixth = (turned >> 20) % 6;
    const part = range * (turned & 0xfffff);

    // The bias makes good what the divisions cut off: the peer's values sit at whole numbers too.
    const rising = ((low << 20) + part + 1024) >> 20;
    const falling = ((high << 20) - part + 1024) >> 20;
    return [...arrange(sixth, high, rising, falling, low), v[3]];
  },
  f32: (v, { turn }) => {
    const high = Math.max(v[0], v[1], v[2]);
    const low = Math.min(v[0], v[1], v[2]);
    const range = fround(high - low);
    if (range === 0) return v;

    // The hue, in sixths.
    let hue = fround(4 + fround(fround(v[0] - v[1]) / range));
    if (high === v[0]) hue = fround(fround(v[1] - v[2]) / range);
    else if (high === v[1]) hue = fround(2 + fround(fround(v[2] - v[0]) / range));
    if (hue < 0) hue = fround(hue + 6);
    hue = fround(hue + turn);
    if (hue >= 6) hue = fround(hue - 6);
    const sixth = Math.min(Math.floor(hue), 5);
    const part = fround(range * fround(hue - sixth));

    return [...arrange(sixth, high, fround(low + part), fround(high - part), low), v[3]];
  },
});
