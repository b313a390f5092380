import { InputError } from "../../check/errors.ts";
import { channelShuffleShader } from "../../generated/op-shaders.ts";
import type { ChannelShuffle } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import type { Pixel } from "../op.ts";

type Order = readonly [number, number, number];

function encode({ order }: { readonly order: Order }): ChannelShuffle {
  if (new Set(order).size < 3 || !order.every(Number.isInteger))
    throw new InputError("channelShuffle.order", "0, 1 and 2 in any order", order);
  return { order };
}

const shuffle = (v: Pixel, { order: [red, green, blue] }: ChannelShuffle): Pixel => [
  v[red]!,
  v[green]!,
  v[blue]!,
  v[3],
];

export const channelShuffleOp = defineOp({
  name: "channelShuffle",
  kind: "color",
  target: "nothing",
  shader: channelShuffleShader,
  about:
    "Puts the three colour channels in another order: KerasCV's ChannelShuffle with groups of one channel, torchvision's " +
    "RandomChannelPermutation. Alpha stays; a picture of one channel has no other order.",
  said: "channels in another order",
  args: {
    order: {
      type: "list",
      length: 3,
      min: 0,
      max: 2,
      identity: [0, 1, 2],
      unit: "channel 0..2",
      about: "For each channel of the result, the channel it is taken from: [2, 1, 0] makes BGR of RGB.",
    },
  },
  examples: () =>
    [
      [0, 2, 1],
      [1, 0, 2],
      [2, 1, 0],
      [1, 2, 0],
    ].map((order) => ({ order })),
  encode,
  encodeF32: encode,
  u8: shuffle,
  f32: shuffle,
});
