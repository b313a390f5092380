/** Arguments for ops that are added to a policy and have no strength of their own, or need more than it says. */
import type { ArgDraw } from "mixwell";

export const EXAMPLES: Readonly<Record<string, Record<string, ArgDraw>>> = {
  channelShuffle: { order: { permutation: 3 } },
  cutout: {
    box: {
      list: [
        [0, 50],
        [0, 50],
        [70, 110],
        [70, 110],
      ],
    },
    fill: [128],
  },
  erase: {
    box: {
      list: [
        [0, 50],
        [0, 50],
        [70, 110],
        [70, 110],
      ],
    },
    mode: "pixel",
  },
};
