/** The mixers beside MixUp and CutMix on the GPU: the reference's bytes in u8, within the stated bound in f32. */
import {
  createEngine,
  cutblur,
  cutmix,
  type Format,
  floatToHalf,
  fmix,
  givenMask,
  gridmix,
  type Layout,
  maskmix,
  mixup,
  mosaic,
  multimixup,
  oneOf,
  ops,
  type Policy,
  randomJigsaw,
  reference,
  resizemix,
  smoothmix,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { noise } from "../random.ts";
import { expectSame } from "./compare.ts";
import { getDevice } from "./device.ts";
import { isMine } from "./divided.ts";
import { upload } from "./help.ts";

const POLICIES: [string, Policy][] = [
  ["resizemix", resizemix()],
  ["resizemix, nearest", resizemix({ interpolation: "nearest", granularity: "pair" })],
  ["mosaic", mosaic()],
  ["mosaic 3 × 2", mosaic({ grid: [3, 2], granularity: "batch" })],
  ["mosaic 4 × 4", mosaic({ grid: [4, 4], pairing: "roll" })],
  ["multimixup", multimixup({ sources: 5 })],
  ["cutblur", cutblur()],
  ["cutblur of all", cutblur({ scale: [1, 1], factor: 3 })],
  ["one of them", oneOf([mixup(), cutmix(), mosaic(), resizemix(), cutblur()], { prob: 0.9 })],
  ["mixup, then mosaic, then an op", [mixup(), mosaic(), ops.invert()]],
  ["gridmix", gridmix({ cells: 3 })],
  ["smoothmix", smoothmix({ prob: 0.8 })],
  ["fmix", fmix({ granularity: "pair" })],
  ["fmix, reference", fmix({ spectrum: "reference", pairing: "roll" })],
  ["maskmix", maskmix([givenMask(Uint8Array.of(0, 64, 128, 200, 255, 1), 2, 3)])],
  ["a mask with any other", oneOf([mixup(), cutmix(), smoothmix(), multimixup()], { prob: 0.9 })],
  ["mask on mask on box", [cutmix(), smoothmix(), fmix()]],
  ["mixup of masks, after a flip", [ops.flipX(), smoothmix(), mixup({ alpha: 5 })]],
  ["a mask, a flip, a mask", [gridmix({ cells: 2 }), ops.flipY(), fmix()]],
  ["jigsaw", randomJigsaw({ grid: [2, 3] })],
  ["jigsaw, then resizemix", [randomJigsaw(), resizemix()]],
];

const SHAPES: [height: number, width: number, channels: number, format: Format][] = [
  [16, 24, 3, "u8"],
  [16, 24, 3, "f32"],
  [7, 5, 1, "u8"],
  [7, 5, 4, "f16"],
  [12, 4, 4, "u8"],
  [9, 13, 3, "u8"],
  [1, 9, 3, "u8"],
  [2, 2, 1, "f32"],
];

/** Every mixer in both environments, and every kernel compiled in one of them. */
const shapes = SHAPES.filter((_, i) => isMine(i));

describe.each(POLICIES)("%s", (name, policy) => {
  test.each(shapes)("%i × %i × %i, %s", async (height, width, channels, format) => {
    const device = await getDevice();
    const size = 5;
    const bytes = noise(size * height * width * channels, 5);
    const values = Float32Array.from(bytes, (byte) => byte / 255);
    const pictures = format === "u8" ? bytes : format === "f16" ? Uint16Array.from(values, floatToHalf) : values;
    const labels = Uint32Array.from({ length: size }, (_, i) => i);
    const images = upload(device, pictures);
    const layout: Layout = height === 16 ? "nchw" : "nhwc";
    for (const output of [{ format: "u8" }, { format: "f32", layout }, { format: "f16" }] as const) {
      const engine = await createEngine(device, {
        seed: 11,
        policy,
        output,
        labels: { classes: size, sparse: true },
        warm: false,
      });
      const input = { images, size, height, width, channels, format, layout, labels };
      const batch = engine.run(input, { step: 3 });
      const got = await engine.read(batch);
      const sources = {
        batch: { images: pictures, labels },
        shape: { height, width, channels },
        format,
        layout,
      } as const;
      const wanted = reference(batch.plan, sources, { output, labels: { classes: size, sparse: true } });
      expectSame(got, wanted, format === "u8" ? 1 : 64, `${name} to ${output.format}`);
      for (let row = 0; row < size; row++) {
        const sum = got.labels!.subarray(row * size, (row + 1) * size).reduce((total, share) => total + share, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-6);
      }
      const again = engine.run(input, { plan: JSON.parse(JSON.stringify(batch.plan)) });
      expect((await engine.read(again)).images).toEqual(got.images);
      engine.destroy();
    }
    images.destroy();
  });
});

test("constant pictures stay what they are, whatever the weights", async () => {
  const device = await getDevice();
  for (const [name, policy] of POLICIES) {
    const [size, height, width] = [4, 8, 12];
    for (const level of [0, 1, 127, 255]) {
      const images = upload(device, new Uint8Array(size * height * width).fill(level));
      const engine = await createEngine(device, { policy, output: { format: "u8" }, warm: false });
      const got = await engine.read(engine.run({ images, size, height, width, channels: 1 }, { step: 1 }));
      const wanted = name.includes("an op") ? 255 - level : level;
      expect(
        Array.from(got.images).every((value) => value === wanted),
        `${name} of ${level}`,
      ).toBe(true);
      engine.destroy();
      images.destroy();
    }
  }
});
