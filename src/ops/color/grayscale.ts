import { grayscaleShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { GREY_PEERS, greyF32, greyOf, greyU8 } from "../lib/grey.ts";

export const grayscaleOp = defineOp({
  name: "grayscale",
  kind: "color",
  target: "nothing",
  shader: grayscaleShader,
  about:
    'Grey in all three channels, or with `channels: "one"` a picture of one (then every picture of the batch must become one). Pillow\'s ' +
    'convert("L") rounds, torchvision\'s rgb_to_grayscale truncates and has weights that sum to 0.9999. Floats follow torchvision.',
  said: "turned grey",
  args: {
    channels: {
      type: "choice",
      values: ["same", "one"],
      default: "same",
      unit: "channels",
      about:
        "Whether the picture keeps its channels, all of them grey, or has one afterwards (KerasCV's output_channels=1).",
    },
  },
  laws: { neutral: "none", weighsGrey: true },
  channelsAfter: ({ channels: kept }, channels) => (kept === "one" ? 1 : channels),
  peers: GREY_PEERS,
  encode: ({ peer }) => ({ greyOf: greyOf(peer) }),
  encodeF32: () => ({}),
  u8: (v, words, at) => {
    const grey = greyU8(v, words.greyOf, at.channels);
    return [grey, grey, grey, v[3]];
  },
  f32: (v, _words, at) => {
    const grey = greyF32(v, at.channels);
    return [grey, grey, grey, v[3]];
  },
});
