import { describe, expect, it } from "vitest";
import type { LoadProgress } from "../../../src/source/host-images.ts";
import { type DecodeOptions, decodeImages, type ImageInput } from "../../../src/source/images.ts";
import { file, outcome, PNG, ramp } from "./files.ts";

const NOTHING_DECODES = [
  "expected pixels as { data, width, height }, found a picture file, and nothing here can decode it",
  "(without a browser, give `decode` of mixwell/node)",
].join(" ");

/** Pixels of one value each: `rgba(2, 1, [255, 0, 0, 255])` is a red line of two. */
const rgba = (width: number, height: number, value: number[]) => ({
  data: Uint8ClampedArray.from({ length: width * height * value.length }, (_, i) => value[i % value.length]!),
  width,
  height,
});

describe("decodeImages, from pixels", () => {
  it("stacks pictures of several shapes and kinds into one", async () => {
    const seen: LoadProgress[] = [];
    const inputs = [rgba(8, 8, [9]), rgba(20, 10, [1, 2, 3]), rgba(3, 7, [4, 5, 6, 255])];
    const read = await decodeImages(inputs, {
      height: 4,
      width: 6,
      labels: [2, 0, 1],
      classNames: ["a", "b", "c"],
      onProgress: (progress) => seen.push(progress),
    });
    expect(read).toMatchObject({
      count: 3,
      height: 4,
      width: 6,
      channels: 3,
      layout: "nhwc",
      classNames: ["a", "b", "c"],
    });
    expect(read.labels).toEqual(Uint32Array.of(2, 0, 1));
    expect(read.fields).toEqual({ name: ["images[0]", "images[1]", "images[2]"] });
    const picture = (n: number) => read.pixels.subarray(n * 72, (n + 1) * 72);
    expect(picture(0)).toEqual(new Uint8Array(72).fill(9));
    expect([...picture(1).slice(0, 6)]).toEqual([1, 2, 3, 1, 2, 3]);
    expect([...picture(2).slice(66)]).toEqual([4, 5, 6, 4, 5, 6]);
    expect(seen).toEqual(
      [1, 2, 3].map((loaded) => ({ phase: "decode", loaded, total: 3, name: `images[${loaded - 1}]` })),
    );
  });

  const one = async (input: ImageInput, options: Partial<DecodeOptions>) => [
    ...(await decodeImages([input], { height: 1, width: 1, ...options })).pixels,
  ];

  it("turns colours grey by Pillow's weights", async () => {
    const grey = (value: number[]) => one(rgba(1, 1, value), { channels: 1 });
    expect(
      await Promise.all(
        [
          [255, 0, 0],
          [0, 255, 0],
          [0, 0, 255],
          [255, 255, 255],
          [10, 200, 77],
        ].map(grey),
      ),
    ).toEqual([[76], [150], [29], [255], [129]]);
  });

  it("lays transparency over the background, and keeps it in four channels", async () => {
    const half = rgba(1, 1, [200, 100, 0, 128]);
    expect(await one(half, {})).toEqual([100, 50, 0]);
    expect(await one(half, { background: [255, 255, 255] })).toEqual([227, 177, 127]);
    expect(await one(half, { channels: 4 })).toEqual([200, 100, 0, 128]);
    expect(await one(rgba(1, 1, [7, 8, 9]), { channels: 4 })).toEqual([7, 8, 9, 255]);
    expect(await one(rgba(1, 1, [200, 100, 0, 0]), { channels: 1, background: [255, 255, 255] })).toEqual([255]);
  });

  it("fits by cover, contain and fill", async () => {
    // Four columns 0 100 200 50, one row.
    const input = { data: Uint8Array.of(0, 100, 200, 50), width: 4, height: 1 };
    const fitted = (fit: DecodeOptions["fit"], background?: number[]) =>
      one(input, { width: 2, height: 1, channels: 1, fit, background });
    expect(await fitted("cover")).toEqual([100, 200]); // the middle half
    expect(await one(input, { width: 4, height: 3, channels: 1, fit: "contain", background: [255, 0, 0] })).toEqual([
      76, 76, 76, 76, 0, 100, 200, 50, 76, 76, 76, 76,
    ]);
    expect(await fitted("fill")).toEqual([71, 121]); // (3·0 + 3·100 + 200) / 7, (100 + 3·200 + 3·50) / 7
  });

  it("resizes before nothing else: a picture of the right size comes back byte for byte", async () => {
    const read = await decodeImages([{ data: ramp(5 * 7 * 3), width: 7, height: 5 }], { height: 5, width: 7 });
    expect(read.pixels).toEqual(ramp(105));
  });
});

describe("one damaged picture among thousands", () => {
  const size = { height: 1, width: 1, channels: 1 as const };
  const pictures = [
    rgba(1, 1, [10]),
    file(PNG, "broken.png"),
    rgba(1, 1, [30]),
    { data: ramp(5), width: 2, height: 2 },
    rgba(1, 1, [50]),
  ];

  it("stays out, with its label, its row and its fields, and is listed with the reason", async () => {
    const options = {
      ...size,
      onError: "skip" as const,
      fields: { id: [..."abcde"], weight: Float32Array.of(1, 2, 3, 4, 5) },
    };
    const read = await decodeImages(pictures, { ...options, labels: [0, 1, 2, 3, 4], classNames: [..."vwxyz"] });
    expect(read).toMatchObject({
      count: 3,
      pixels: Uint8Array.of(10, 30, 50),
      labels: Uint32Array.of(0, 2, 4),
      classNames: [..."vwxyz"],
    });
    expect(read.fields).toEqual({
      name: ["images[0]", "images[2]", "images[4]"],
      id: ["a", "c", "e"],
      weight: [1, 3, 5],
    });
    expect(read.skipped).toEqual([
      {
        index: 1,
        name: "broken.png",
        reason: NOTHING_DECODES,
      },
      {
        index: 3,
        name: "images[3]",
        reason: "images[3].data: expected 2 × 2 pixels of 1, 3 or 4 bytes, found 5 bytes",
      },
    ]);
    const labelRows = Float32Array.from({ length: 10 }, (_, i) => i);
    const rows = await decodeImages(pictures, { ...options, labelRows });
    expect(rows.labelRows).toEqual({ data: Float32Array.of(0, 1, 4, 5, 8, 9), classes: 2 });
  });

  it("ends the load where nobody asked for anything else, or where nothing is left", async () => {
    expect(await outcome(() => decodeImages(pictures, size))).toMatch(/^SourceError: broken\.png: expected pixels/);
    expect(await outcome(() => decodeImages([pictures[1]!, pictures[3]!], { ...size, onError: "skip" }))).toMatch(
      /^SourceError: images: expected at least one picture that can be decoded, found none of 2; broken\.png: expected pixels/,
    );
    expect(await outcome(() => decodeImages(pictures, { ...size, onError: "ignore" as never }))).toBe(
      'InputError: onError: expected "throw" or "skip", found "ignore"',
    );
    // What is wrong with the call is no damaged picture.
    expect(await outcome(() => decodeImages(pictures, { ...size, onError: "skip", labels: [0] }))).toBe(
      "SourceError: labels: expected 5 labels, one per picture, found 1",
    );
  });

  it("a whole list says so by an empty list", async () => {
    expect((await decodeImages([pictures[0]!], { ...size, onError: "skip" })).skipped).toEqual([]);
  });
});

describe("decodeImages refuses", () => {
  const size = { height: 4, width: 4 };
  const good = rgba(2, 2, [1, 2, 3]);
  const wrong: [unknown, unknown, string][] = [
    [[], size, "InputError: images: expected a list of at least one picture, found []"],
    [good, size, "InputError: images: expected a list of at least one picture, found Object"],
    [
      [good],
      { width: 4 },
      'InputError: height: expected a whole number of at least 1 (or sizes: "own" in place of both), found undefined',
    ],
    [
      [good],
      { height: 4, width: 0 },
      'InputError: width: expected a whole number of at least 1 (or sizes: "own" in place of both), found 0',
    ],
    [[good], { ...size, fit: "crop" }, 'InputError: fit: expected "cover", "contain" or "fill", found "crop"'],
    [[good], { ...size, channels: 2 }, "InputError: channels: expected 1, 3 or 4, found 2"],
    [
      [good],
      { ...size, background: "white" },
      'InputError: background: expected [red, green, blue] or [red, green, blue, alpha], each 0..255, found "white"',
    ],
    [
      [good],
      { ...size, background: [0.5, 0.5, 0.5] },
      "InputError: background: expected [red, green, blue] or [red, green, blue, alpha], each 0..255, found [0.5, 0.5, 0.5]",
    ],
    [[good, good], { ...size, labels: [0] }, "SourceError: labels: expected 2 labels, one per picture, found 1"],
    [[good], { ...size, labels: [3], classes: 3 }, "SourceError: labels[0]: expected a class id 0..2, found 3"],
    [
      [good, "cat.png"],
      size,
      'SourceError: images[1]: expected a Blob, ImageBitmap, ImageData or { data, width, height }, found "cat.png"',
    ],
    [
      [null],
      size,
      "SourceError: images[0]: expected a Blob, ImageBitmap, ImageData or { data, width, height }, found null",
    ],
    [
      [{ ...good, width: 3 }],
      size,
      "SourceError: images[0].data: expected 2 × 3 pixels of 1, 3 or 4 bytes, found 12 bytes",
    ],
    [[{ ...good, height: 0 }], size, "SourceError: images[0].height: expected a whole number of at least 1, found 0"],
    [
      [{ data: new Float32Array(12), width: 2, height: 2 }],
      size,
      "SourceError: images[0].data: expected a Uint8Array or Uint8ClampedArray, found Float32Array of 12",
    ],
    [[good, file(PNG, "cat.png")], size, `SourceError: cat.png: ${NOTHING_DECODES}`],
  ];
  for (const [inputs, options, message] of wrong) {
    it(message, async () =>
      expect(await outcome(() => decodeImages(inputs as ImageInput[], options as DecodeOptions))).toBe(message),
    );
  }
});
