/** Colour and tone ops: the GPU kernels against the CPU reference; in u8 byte for byte, whatever the adapter. */

import { describe, expect, test } from "vitest";
import type { OpCall } from "../../src/plan/plan.ts";
import { asFloats, filledPicture, type PixelPicture, type Precision } from "../pictures.ts";
import { generator } from "../random.ts";
import { allOps, callsOf, runsIn } from "../unit/ops/sample-calls.ts";
import { hasKernelsOf } from "./divided.ts";
import { differing, floatsWithin, type Job, onBoth } from "./ops-on-both.ts";

/** 1,600 pixels: 784 that are chosen, and as many again at random. */
const SIDE = 40;
const CHANNELS = [1, 3, 4];

/** Every level as grey, the corners of the colour cube, its edges, then anything. */
function samplePicture(channels: number, seed: number): PixelPicture {
  const { byte } = generator(seed);
  let value = 0;
  return filledPicture({ height: SIDE, width: SIDE, channels }, "u8", (c) => {
    const i = Math.floor(value++ / channels);
    if (i < 256) return i;
    if (i < 272) return ((i >> c) & 1) * 255;
    if (i < 784) return [0, 255, i >> 2, i >> 1][(i >> c) & 3]! & 255;
    return byte();
  });
}

const narrowed = (picture: PixelPicture): PixelPicture => ({
  ...picture,
  values: picture.values.map((x) => 90 + (x >> 3)),
});

function jobs(channels: number, precision: Precision): Job[] {
  const ops = allOps.filter(([, op]) => (op.kind === "color" || op.kind === "tone") && runsIn(op, precision));
  const calls = ops
    .flatMap(([, op]) => callsOf(op, { height: SIDE, width: SIDE, channels }))
    .filter(({ channels }) => channels !== "one") as unknown as OpCall[];
  return calls.flatMap((call, i) => {
    const picture = samplePicture(channels, i + 1);
    return [picture, narrowed(picture)].map((each) => ({
      calls: [call],
      picture: precision === "u8" ? each : asFloats(each),
    }));
  });
}

describe("the kernels do what the reference does", () => {
  test.each(CHANNELS.filter((channels) => hasKernelsOf("u8", channels)))(
    "u8, %i channels: the same bytes",
    async (channels) => {
      const all = jobs(channels, "u8");
      for (const [i, made] of (await onBoth(all, "u8", "rows")).entries())
        expect(
          differing(made, () => 0),
          `${JSON.stringify(all[i]!.calls)} on picture ${i}`,
        ).toBe("");
    },
  );

  test.each(CHANNELS.filter((channels) => hasKernelsOf("f32", channels)))(
    "f32, %i channels: as close as WGSL's accuracy lets them be",
    async (channels) => {
      const all = jobs(channels, "f32");
      for (const [i, made] of (await onBoth(all, "f32", "rows")).entries()) {
        const bound = floatsWithin(all[i]!.calls[0]!);
        expect(
          differing(made, (size) => bound * Math.max(1, size)),
          `${JSON.stringify(all[i]!.calls)} on picture ${i}`,
        ).toBe("");
      }
    },
  );
});

test("the comparison sees one byte that is off", () => {
  const same = new Uint8Array(8).fill(7);
  expect(differing({ got: same, wanted: [...same] }, () => 0)).toBe("");
  expect(differing({ got: same, wanted: [7, 7, 7, 7, 7, 8, 7, 7] }, () => 0)).toBe("value 5: found 7, expected 8");
  expect(differing({ got: same, wanted: [7, 7, 7, 7, Number.NaN, 7, 7, 7] }, () => 1)).toContain("value 4");
});
