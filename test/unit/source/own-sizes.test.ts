/** Sources whose pictures keep their sizes: arrays, decoded pictures, and what fits on a device. */
import { describe, expect, test } from "vitest";
import { packPictures, pageOf } from "../../../src/analysis/places.ts";
import { capacity } from "../../../src/gpu/capacity.ts";
import { fromArrays } from "../../../src/source/arrays.ts";
import { decodeImages, type RawPixels } from "../../../src/source/images.ts";
import { resize } from "../../../src/source/resize.ts";
import { noise } from "../../random.ts";
import { outcome } from "./files.ts";

const sizes = [2, 3, 1, 1, 5, 2];
const values = (6 + 1 + 10) * 3;

describe("fromArrays", () => {
  test("takes packed bytes as they are, and a list of pictures put together", () => {
    const images = noise(values);
    const whole = fromArrays({ images, sizes, labels: [0, 1, 0] });
    expect(whole).toEqual({
      ...{ count: 3, height: 5, width: 3, channels: 3, layout: "nhwc", sizes: Uint32Array.from(sizes) },
      ...{ pixels: images, labels: Uint32Array.of(0, 1, 0) },
    });
    expect(whole.pixels.buffer).toBe(images.buffer);
    const list = [images.subarray(0, 18), new Uint8ClampedArray(images.slice(18, 21)), images.subarray(21)];
    expect(fromArrays({ images: list, sizes }).pixels).toEqual(images);
    expect(
      fromArrays({ images: noise(17), sizes: Uint32Array.from(sizes), channels: 1, layout: "nchw" }),
    ).toMatchObject({
      ...{ channels: 1, layout: "nchw", count: 3 },
    });
  });

  test.each<[object, string]>([
    [{ sizes, images: noise(values - 1) }, "SourceError: images: expected 51 bytes, as the sizes say, found 50"],
    [{ sizes, images: noise(values + 4) }, "SourceError: images: expected 51 bytes, as the sizes say, found 55"],
    [
      { sizes, channels: 4, images: noise(values) },
      "SourceError: images: expected 68 bytes, as the sizes say, found 51",
    ],
    [{ sizes, images: [noise(18), noise(3)] }, "SourceError: images: expected 3 pictures, as the sizes say, found 2"],
    [
      { sizes, images: [noise(18), noise(4), noise(30)] },
      "SourceError: images[1]: expected 3 bytes, 1 × 1 × 3, found 4",
    ],
    [
      { sizes, images: [noise(18), [1, 2, 3], noise(30)] },
      "SourceError: images[1]: expected bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays), found [1, 2, 3]",
    ],
    [
      { sizes, images: 7 },
      "SourceError: images: expected bytes 0..255 (Uint8Array, Uint8ClampedArray or nested arrays), found 7",
    ],
    [
      { sizes, images: noise(values), shape: [3, 2, 3] },
      "InputError: shape: expected nothing beside sizes, found [3, 2, 3]",
    ],
    [
      { sizes: [2, 3, 1], images: noise(values) },
      "InputError: sizes: expected a list of [height, width] pairs, one number after the other, found [2, 3, 1]",
    ],
    [
      { sizes: 5, images: noise(values) },
      "InputError: sizes: expected a list of [height, width] pairs, one number after the other, found 5",
    ],
    [{ sizes: [], images: noise(values) }, "InputError: sizes: expected at least one pair, found []"],
    [
      { sizes: [2, 3, 0, 1], images: noise(values) },
      "InputError: sizes[2]: expected a height, an integer in 1..65535, found 0",
    ],
    [
      { sizes: [2, 3.5], images: noise(values) },
      "InputError: sizes[1]: expected a width, an integer in 1..65535, found 3.5",
    ],
    [
      { sizes, channels: 0, images: noise(values) },
      "InputError: channels: expected a whole number of at least 1, found 0",
    ],
    [
      { shape: [1, 2, 3], channels: 3, images: noise(6) },
      "InputError: channels: expected nothing without sizes, found 3",
    ],
    [{ sizes, images: noise(values), labels: [1] }, "SourceError: labels: expected 3 labels, one per picture, found 1"],
  ])("%s", async (arrays, message) => {
    expect(await outcome(() => fromArrays(arrays as never))).toBe(message);
  });
});

describe("decodeImages", () => {
  const raw = (height: number, width: number, channels: number, seed: number): RawPixels => ({
    data: noise(height * width * channels, seed),
    height,
    width,
  });
  const pictures = [raw(4, 7, 3, 1), raw(20, 10, 4, 2), raw(1, 30, 1, 3)];

  test("keeps every picture's size", async () => {
    const read = await decodeImages(pictures, { sizes: "own", labels: [2, 0, 1] });
    expect(read).toMatchObject({ count: 3, height: 20, width: 30, channels: 3, layout: "nhwc" });
    expect([...read.sizes!]).toEqual([4, 7, 20, 10, 1, 30]);
    expect(read.pixels.length).toBe((28 + 200 + 30) * 3);
    expect(read.pixels.subarray(0, 84)).toEqual(pictures[0]!.data);
    // Grey spreads to three equal colours.
    expect(read.pixels.subarray(228 * 3)).toEqual(
      Uint8Array.from({ length: 90 }, (_, i) => pictures[2]!.data[Math.floor(i / 3)]!),
    );
  });

  test("reduces what is longer than maxSide, in its ratio, by the same rule as any other size", async () => {
    const read = await decodeImages(pictures, { sizes: "own", maxSide: 10, channels: 4 });
    expect([...read.sizes!]).toEqual([4, 7, 10, 5, 1, 10]);
    const [, large] = pictures;
    const wanted = resize({ ...large!, channels: 4 }, { height: 10, width: 5, fit: "fill" });
    expect(read.pixels.subarray(28 * 4, (28 + 50) * 4)).toEqual(wanted);
  });

  test("leaves out what cannot be read, size and all", async () => {
    const broken = { ...pictures[1]!, data: noise(7) };
    const read = await decodeImages([pictures[0]!, broken, pictures[2]!], { sizes: "own", onError: "skip" });
    expect([...read.sizes!]).toEqual([4, 7, 1, 30]);
    expect(read.skipped!.map(({ index }) => index)).toEqual([1]);
  });

  test.each<[object, string]>([
    [{ sizes: "each" }, 'InputError: sizes: expected "own", found "each"'],
    [{ sizes: "own", height: 4 }, 'InputError: height: expected nothing beside sizes: "own", found 4'],
    [{ sizes: "own", width: 4 }, 'InputError: width: expected nothing beside sizes: "own", found 4'],
    [{ sizes: "own", fit: "fill" }, 'InputError: fit: expected nothing beside sizes: "own", found "fill"'],
    [{ sizes: "own", maxSide: 0 }, "InputError: maxSide: expected a whole number from 1 to 65535, found 0"],
    [{ sizes: "own", maxSide: 2.5 }, "InputError: maxSide: expected a whole number from 1 to 65535, found 2.5"],
    [{ height: 4, width: 4, maxSide: 8 }, 'InputError: maxSide: expected nothing without sizes: "own", found 8'],
    [
      {},
      'InputError: height: expected a whole number of at least 1 (or sizes: "own" in place of both), found undefined',
    ],
  ])("refuses %j", async (options, message) => {
    expect(await outcome(() => decodeImages(pictures, options as never))).toBe(message);
  });
});

describe("packing", () => {
  test("ends a page before the picture that does not fit", () => {
    const packed = packPictures("sizes", [2, 2, 3, 1, 1, 5, 4, 1], 1, 7);
    expect(packed).toEqual({ firsts: Uint32Array.of(0, 4, 0, 0), pageStarts: [0, 2, 3], pageValues: [7, 5, 4] });
    expect([0, 1, 2, 3].map((index) => pageOf(packed, index))).toEqual([0, 0, 1, 2]);
    // Larger than a page: alone, for the caller to refuse.
    expect(packPictures("sizes", [3, 3, 1, 1], 1, 7).pageValues).toEqual([9, 1]);
  });

  test("capacity counts pictures from the first on, and asks for the smallest pages that hold all", () => {
    const on = (limit: number) => ({ limits: { maxStorageBufferBindingSize: limit, maxBufferSize: limit } });
    const pairs = Array.from({ length: 60 }, (_, i) => 1 + ((i * 7) % 23));
    const { requiredLimits } = capacity(on(1), { sizes: pairs, channels: 3 });
    const page = requiredLimits.maxBufferSize;
    expect(capacity(on(page), { sizes: pairs, channels: 3 }).pictures).toBe(30);
    expect(capacity(on(page - 4), { sizes: pairs, channels: 3 }).pictures).toBeLessThan(30);
    expect(capacity(on(3 * 23), { sizes: [1, 23, 2, 2, 23, 1, 3, 3, 1, 23, 1, 23], channels: 3 }).pictures).toBe(4);
    expect(capacity(on(20), { sizes: [1, 1, 3, 3], channels: 3 }).pictures).toBe(1);
    expect(() => capacity(on(20), { sizes: pairs, channels: 3, count: 3 })).toThrow(
      "capacity.options.count: expected nothing beside sizes, found 3",
    );
    expect(() => capacity(on(20), { sizes: pairs, channels: 3, height: 3 })).toThrow(
      "capacity.options.height: expected nothing where pictures have sizes of their own, found 3",
    );
  });
});
