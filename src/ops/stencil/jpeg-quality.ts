import type { JpegQuality } from "../../generated/op-words.ts";
import { defineOp } from "../define.ts";
import { scaleOf, showPixel } from "../lib/jpeg.ts";
import type { Pixel } from "../op.ts";

export const jpegQualityOp = defineOp({
  kind: "stencil",
  prepare: "jpeg",
  name: "jpegQuality",
  about:
    "What saving as a baseline JPEG of this quality and loading it again does: byte for byte libjpeg-turbo's result with its defaults, " +
    "as Pillow has it, chroma at half resolution and interpolated back. Alpha is left alone. A picture of one channel keeps equal channels. " +
    "f32 pictures are rounded to bytes first, so they come back as multiples of 1/255. KerasCV's RandomJpegQuality draws the quality. " +
    "The op reads the coded picture that `codePicture` in jpeg.ts, or the kernel `jpeg`, makes of its input. Cost: that pass (one read " +
    "and about a hundred integer operations per pixel), and up to 4 reads per pixel here.",
  args: {
    quality: { type: "integer", min: 1, max: 100, unit: "IJG quality 1..100", about: "100 loses least, but not nothing." },
    chroma: {
      type: "choice",
      values: ["4:2:0", "4:4:4"],
      default: "4:2:0",
      unit: "subsampling",
      about: "Whether colour has half the resolution each way, or all of it.",
    },
  },
  laws: { jumps: true, floatsWithin: 1e-6, neutral: "none" },
  atMagnitude: (magnitude) => ({ quality: 100 - Math.round(95 * magnitude) }),
  encode,
  encodeF32: encode,
  u8: (fetch, { halved }, at) => showPixel(fetch, at, halved === 1),
  f32(fetch, { halved }, at) {
    // Numbers from `codePicture` are bytes over 255, so nothing is lost in going back.
    const bytes = (x: number, y: number) => fetch(x, y).map((value) => Math.floor(value * 255 + 0.5)) as unknown as Pixel;
    const [red, green, blue] = showPixel(bytes, at, halved === 1);
    return [Math.fround(red / 255), Math.fround(green / 255), Math.fround(blue / 255), fetch(at.x, at.y)[3]];
  },
});

/** The tables' scale in percent, and whether chroma is halved: for `codePicture` and for the stencil alike. */
function encode({ quality, chroma }: { readonly quality: number; readonly chroma: "4:2:0" | "4:4:4" }): JpegQuality {
  return { scale: scaleOf(quality), halved: chroma === "4:4:4" ? 0 : 1 };
}
