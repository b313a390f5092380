/**
 * The readers where they are at home: in the browser, with its decoders and its DecompressionStream, whose error texts
 * differ from Node's. (What needs neither is in test/unit/source.)
 */
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { readCifar } from "../../src/source/cifar.ts";
import { readIdx } from "../../src/source/idx.ts";
import { decodeImages, type ImageInput } from "../../src/source/images.ts";
import { inBrowser, listFiles, loadFixture, loadShared } from "../files.ts";

const message = async (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("gzip, by this platform's DecompressionStream", () => {
  const pixels = Uint8Array.from({ length: 30 * 100 * 100 }, (_, i) => (i * 7919) >> 5);
  const idx = (body: Uint8Array) => new Uint8Array([0, 0, 8, 3, 0, 0, 0, 30, 0, 0, 0, 100, 0, 0, 0, 100, ...body]);
  const gzip = async (bytes: Uint8Array<ArrayBuffer>) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  const named = (bytes: BlobPart) => new File([bytes], "x.gz");

  it("is unpacked", async () => {
    expect((await readIdx(named(await gzip(idx(pixels))))).pixels).toEqual(pixels);
  });

  it("is refused when it is truncated, damaged, or followed by something", async () => {
    const packed = await gzip(idx(pixels));
    const half = packed.slice(0, packed.length >> 1);
    const damaged = packed.slice().fill(0xff, 200, 300);
    const wrongSum = packed.slice();
    wrongSum[packed.length - 8]! ^= 1;
    expect(await message(readIdx(named(half)))).toBe(
      `SourceError: x.gz: expected a whole gzip file, found one that is truncated after ${half.length} bytes (get it again)`,
    );
    for (const bytes of [damaged, wrongSum]) {
      expect(await message(readIdx(named(bytes)))).toBe(
        `SourceError: x.gz: expected a sound gzip file, found one of ${packed.length} bytes that is corrupt (get it again)`,
      );
    }
    expect(await message(readIdx(named(new Uint8Array([...packed, 1, 2, 3, 4, 5]))))).toBe(
      "SourceError: x.gz: expected one gzip stream and nothing after it, found further bytes",
    );
  });

  it("is refused when it unpacks to more than its header says", async () => {
    const bomb = await gzip(idx(new Uint8Array(5_000_000)));
    expect(await message(readIdx(named(bomb)))).toBe(
      "SourceError: x.gz: expected 300016 bytes (a header of 16 and 30 × 100 × 100 elements), found more than that once unpacked",
    );
  });

  it("holds CIFAR batches too", async () => {
    const packed = await gzip(new Uint8Array(2 * 3073).fill(7));
    expect((await readCifar([packed, packed])).labels).toEqual(Uint32Array.of(7, 7, 7, 7));
  });
});

/** Pictures drawn by a formula, opaque. */
const ramps = (width: number, height: number) =>
  Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37 + (i >> 6)) % 256));

/** A PNG file of bytes as they are, so that no canvas has touched them. Type 2 is RGB, 6 is RGBA, 0 is grey. */
async function pngOf(
  pixels: Uint8Array,
  width: number,
  height: number,
  type: 0 | 2 | 6,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = width * { 0: 1, 2: 3, 6: 4 }[type];
  const lines = new Uint8Array(height * (row + 1));
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  return pngFile(new Blob([lines]), width, height, type);
}

/** A square of one grey, 60, made without its pixels ever being in memory. */
async function plainPng(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const line = new Uint8Array(side + 1).fill(60);
  line[0] = 0;
  return pngFile(new Blob(Array.from({ length: side }, () => line)), side, side, 0);
}

async function pngFile(lines: Blob, width: number, height: number, type: number): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await new Response(lines.stream().pipeThrough(new CompressionStream("deflate"))).arrayBuffer();
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  header.set([8, type], 8);
  const chunks = [
    pngChunk("IHDR", header),
    pngChunk("IDAT", new Uint8Array(packed)),
    pngChunk("IEND", new Uint8Array()),
  ];
  const file = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...chunks]);
  return new Uint8Array(await file.arrayBuffer());
}

function pngChunk(kind: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(kind), 4);
  chunk.set(data, 8);
  let crc = -1;
  for (const byte of chunk.subarray(4, data.length + 8)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  view.setUint32(data.length + 8, ~crc);
  return chunk;
}

/** Where two arrays part, or −1: comparing 50 MB by `toEqual` takes minutes, and by a callback seconds. */
function firstDifference(found: Uint8Array, expected: Uint8Array): number {
  const length = Math.min(found.length, expected.length);
  for (let i = 0; i < length; i++) if (found[i] !== expected[i]) return i;
  return found.length === expected.length ? -1 : length;
}

/** Pixels that differ from place to place; blue is 7. */
function coloursOf(width: number, height: number): Uint8Array {
  const colours = new Uint8Array(3 * width * height);
  for (let i = 0; i < colours.length; i++) colours[i] = i % 3 === 2 ? 7 : (i * 2654435761) >>> 22;
  return colours;
}

if (inBrowser) describe("picture files, decoded by this browser", decodeTests);
else {
  it("picture files are refused in Node, which decodes none", async () => {
    const file = new File([await loadFixture("pictures/gamma.png")], "gamma.png");
    expect(await message(decodeImages([file], { height: 2, width: 4 }))).toMatch(
      /^SourceError: gamma.png: expected pixels as/,
    );
  });
}

function decodeTests() {
  it("a PNG comes back byte for byte, and so do an ImageBitmap and ImageData", async () => {
    const data = ramps(40, 30);
    const image = new ImageData(data, 40, 30);
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext("2d")!.putImageData(image, 0, 0);
    const png = new File([await canvas.convertToBlob({ type: "image/png" })], "ramps.png");
    const bitmap = await createImageBitmap(image);
    const read = await decodeImages([png, bitmap, image], { height: 30, width: 40, channels: 4, labels: [1, 0, 1] });
    for (let n = 0; n < 3; n++) expect(read.pixels.slice(n * 4800, (n + 1) * 4800)).toEqual(new Uint8Array(data));
    expect(read.fields).toEqual({ name: ["ramps.png", "images[1]", "images[2]"] });
    expect(bitmap.width).toBe(40); // the caller's bitmap is left open
  });

  it("colour chunks are not applied, the EXIF orientation is", async () => {
    const png = new Blob([await loadFixture("pictures/gamma.png")]);
    const read = await decodeImages([png], { height: 2, width: 4 });
    expect([...read.pixels]).toEqual(Array.from({ length: 24 }, (_, i) => 16 * Math.floor(i / 3) + (i % 3)));
    const jpeg = new Blob([await loadFixture("pictures/rotated.jpg")]);
    const { pixels } = await decodeImages([jpeg], { height: 16, width: 32, channels: 1, fit: "fill" });
    const leftAndRight = [pixels[8 * 32 + 4]!, pixels[8 * 32 + 28]!];
    expect(leftAndRight.map((value) => (value > 250 ? "white" : value < 5 ? "black" : value))).toEqual([
      "white",
      "black",
    ]);
  });

  it("every orientation comes upright, in JPEG, PNG and WebP alike", async () => {
    const names = (await listFiles("fixtures")).filter((name) => /oriented\/.*\.(jpg|png|webp)$/.test(name));
    expect(names.length).toBe(28);
    for (const name of names) {
      const picture = new Blob([await loadFixture(name)]);
      const { pixels } = await decodeImages([picture], { height: 32, width: 48, channels: 1, fit: "fill" });
      // Six squares, 0 to 250 in steps of 50; a JPEG may be a few levels off.
      const squares = [0, 1, 2, 3, 4, 5].map((i) => pixels[(Math.floor(i / 3) * 16 + 8) * 48 + (i % 3) * 16 + 8]! / 50);
      expect([name, ...squares.map(Math.round)]).toEqual([name, 0, 1, 2, 3, 4, 5]);
    }
  });

  it("a transparent PNG keeps its colours, to the byte", async () => {
    const data = Uint8Array.of(200, 100, 50, 3, 13, 77, 201, 128, 255, 254, 253, 0, 9, 8, 7, 255);
    const png = new Blob([await pngOf(data, 2, 2, 6)]);
    expect((await decodeImages([png], { height: 2, width: 2, channels: 4 })).pixels).toEqual(data);
  });

  it("a picture larger than a canvas is read and not black, or refused where the browser refuses it", async () => {
    let read = 0;
    for (const [width, height] of [
      [65536, 2],
      [2, 65536],
      [4100, 4100],
    ] as const) {
      const colours = coloursOf(width, height);
      const png = new File([await pngOf(colours, width, height, 2)], "long.png");
      const bitmap = await createImageBitmap(png).catch(() => undefined);
      if (!bitmap) {
        const words = "long.png: expected a picture this browser can decode";
        await expect(decodeImages([png], { height, width })).rejects.toThrow(words);
        continue;
      }
      read++;
      for (const input of [png, bitmap] as ImageInput[]) {
        const { pixels } = await decodeImages([input], { height, width });
        expect(firstDifference(pixels, colours), `${width} × ${height}`).toBe(-1);
        const small = await decodeImages([input], { height: 2, width: 2, fit: "fill" });
        expect(small.pixels.every((value) => value > 0)).toBe(true);
      }
      bitmap.close();
    }
    expect(read).toBeGreaterThan(0);
  });

  // A gigabyte of pixels takes twenty seconds: `npm run test:whole` has it.
  const side = inject("sweeps") === "whole" ? 16_400 : 6000;
  it(`a picture of ${side} × ${side} is read, and not black`, async () => {
    const png = new File([await plainPng(side)], "large.png");
    const { pixels } = await decodeImages([png], { height: 2, width: 2, fit: "fill" });
    expect([...pixels]).toEqual(Array(12).fill(60));
  }, 400_000);

  describe("where canvases are smaller than a picture, or there is no memory for them", () => {
    afterEach(() => {
      vi.unstubAllGlobals();
    });
    /** Takes every call and holds nothing, as a canvas beyond its browser's limits. */
    const dead = class {
      constructor(
        readonly width: number,
        readonly height: number,
      ) {}
      getContext() {
        const getImageData = (_x: number, _y: number, width: number, height: number) => ({
          data: new Uint8ClampedArray(4 * width * height),
        });
        return { fillRect() {}, drawImage() {}, getImageData };
      }
    };

    it("an empty canvas is an error that names the picture", async () => {
      vi.stubGlobal("OffscreenCanvas", dead);
      const bitmap = await createImageBitmap(new ImageData(ramps(40, 30), 40, 30));
      const of = (input: ImageInput) => message(decodeImages([input], { height: 2, width: 2 }));
      expect(await of(bitmap)).toBe(
        "SourceError: images[0]: expected a picture that can be read back, found 40 × 30 pixels (there is no memory for a canvas)",
      );
      vi.unstubAllGlobals();
      expect(await of(bitmap)).toBe("no error");
    });

    it("no canvas is ever larger than 4096 × 4096", async () => {
      const sizes: number[] = [];
      const Real = OffscreenCanvas;
      vi.stubGlobal(
        "OffscreenCanvas",
        class extends Real {
          constructor(width: number, height: number) {
            super(width, height);
            sizes.push(width, height);
          }
        },
      );
      const bitmap = await createImageBitmap(new Blob([await pngOf(new Uint8Array(3 * 9000).fill(9), 9000, 1, 2)]));
      expect((await decodeImages([bitmap], { height: 1, width: 9000 })).pixels.every((value) => value === 9)).toBe(
        true,
      );
      expect(sizes).toEqual([4096, 1]);
    });

    it("a large picture that comes back empty is an error that names it", async () => {
      const bitmap = await createImageBitmap(new Blob([await pngOf(new Uint8Array(4 * 9000), 9000, 1, 6)]));
      expect(await message(decodeImages([bitmap], { height: 1, width: 2 }))).toBe(
        "SourceError: images[0]: expected a picture that can be read back, found 9000 × 1 pixels (it came back empty: too large for this browser, or transparent throughout)",
      );
    });
  });

  it("what cannot be decoded is named", async () => {
    const of = (...inputs: (Blob | ImageBitmap)[]) => message(decodeImages(inputs, { height: 2, width: 2 }));
    const png = new Blob([await loadFixture("pictures/gamma.png")]);
    const cut = new File([png.slice(0, 50)], "cut.png");
    const closed = await createImageBitmap(png);
    closed.close();
    expect(await of(png, new File(["<!doctype html><p>no</p>"], "cat.jpg"))).toBe(
      "SourceError: cat.jpg: expected a picture this browser can decode, found something that looks like an HTML page",
    );
    expect(await of(png, new File([], "empty.png"))).toBe(
      "SourceError: empty.png: expected a picture this browser can decode, found an empty file",
    );
    expect(await of(cut)).toBe(
      "SourceError: cut.png: expected a picture this browser can decode, found a PNG picture that is damaged or cut off",
    );
    expect(await of(new Blob(["not a picture"]))).toBe(
      'SourceError: images[0]: expected a picture this browser can decode, found text beginning "not a picture"',
    );
    const heic = new File(["\0\0\0\x18ftypheic\0\0\0\0mif1heic"], "IMG_0001.HEIC");
    expect(await of(heic)).toBe(
      "SourceError: IMG_0001.HEIC: expected a picture this browser can decode, found a HEIC picture (convert it to PNG or JPEG first)",
    );
    expect(await of(png, closed)).toBe("SourceError: images[1]: expected an open ImageBitmap, found a closed one");
  });

  it("photographs come out as Pillow decodes and resizes them (where ../shared has them)", async () => {
    // SHA-256 of ImageOps.fit(Image.open(file), (224, 160), BILINEAR), Pillow 12.3.0.
    const expected = {
      "astronaut.png": "d8309c4f39d9ba8616369444cf75cf377895c7bc158b6d8af1eee63a02971f34",
      "chelsea.png": "e883aa80f59651e7e255f514e50073c10d05e32914c81c70d970a9d4a1c4554c",
      "coffee.png": "82d28cb7b97437fccc4ba1a252ab0df03f38e43772ff4810eb07e64daad423cf",
      "hubble.png": "daa382901dbd2b69242cc8a2d26e2a1ea1c211507d7705473b1b7a70938371dd",
      "raccoon.png": "0c063b51e67048ba3c7b64a55feac3b0584079c83d7f8c268e6e4729de199b51",
      "retina.png": "c77ade91f4ff0da95e0a32e7bf3dd406c94ee43f0785f2bc480f765d86f01735",
      "rocket.png": "d94f4142606b4374874615be2af051ceb2081919f4e1c9b0a5d7913b91437316",
    };
    for (const [name, sha256] of Object.entries(expected)) {
      const bytes = await loadShared(`data/photos/${name}`);
      if (!bytes) {
        console.log("no ../shared/data/photos: decoding was tested on generated pictures only");
        return;
      }
      const { pixels } = await decodeImages([new File([bytes], name)], { height: 160, width: 224 });
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", pixels as Uint8Array<ArrayBuffer>));
      expect([name, Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")]).toEqual([name, sha256]);
    }
  });
}
