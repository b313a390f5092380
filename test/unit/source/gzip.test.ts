/** What a broken gzip file is told as, whatever words the platform has for it. */
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { deflateEnd } from "../../../src/source/deflate-end.ts";
import { readUnpacked } from "../../../src/source/gzip.ts";
import { gzip, join, outcome, ramp } from "./files.ts";

/** Bytes that compress a little, by long and short matches. */
const text = Uint8Array.from({ length: 40_000 }, (_, i) => (((i * i) >> 7) % 23) ^ (i % 300 < 20 ? i : 7));

describe("the end of a DEFLATE stream", () => {
  const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY } = constants;
  const packings = [
    ["stored", { level: 0 }],
    ["fixed codes", { strategy: Z_FIXED }],
    ["Huffman codes only", { strategy: Z_HUFFMAN_ONLY }],
    ["runs", { strategy: Z_RLE }],
    ["the fastest", { level: 1, strategy: Z_DEFAULT_STRATEGY }],
    ["the smallest", { level: 9 }],
    ["a small memory", { level: 6, memLevel: 1 }],
  ] as const;
  for (const [name, options] of packings) {
    it(`is found in zlib's: ${name}`, () => {
      for (const bytes of [new Uint8Array(), ramp(1), new Uint8Array(70_000).fill(3), ramp(5000), text]) {
        const packed = new Uint8Array(deflateRawSync(bytes, options));
        const whole = { kind: "whole", end: packed.length + 2, unpacked: bytes.length };
        expect(deflateEnd(join([9, 9], packed), 2)).toEqual(whole);
        expect(deflateEnd(join([9, 9], packed, [1, 2, 3]), 2)).toEqual(whole);
        for (const kept of [0, 1, packed.length >> 1, packed.length - 1].filter((length) => length < packed.length))
          expect(deflateEnd(packed.subarray(0, kept), 0), `${kept} of ${packed.length}`).toEqual({ kind: "truncated" });
      }
    });
  }

  it("damage is told where the codes show it", () => {
    expect(deflateEnd(Uint8Array.of(0b111), 0)).toEqual({ kind: "damaged" }); // a kind of block that there isn't
    expect(deflateEnd(Uint8Array.of(1, 5, 0, 5, 0), 0)).toEqual({ kind: "damaged" }); // a length that its check contradicts
    expect(deflateEnd(Uint8Array.of(0b011, 0b1010, 0, 0), 0).kind).not.toBe("whole"); // a match before there is anything
  });
});

describe.each(["Node's", "Firefox's", "Deno's"])("a gzip file, by %s DecompressionStream", (platform) => {
  const WORDS: Record<string, string> = {
    "Firefox's": "The input data is corrupted",
    "Deno's": "corrupt deflate stream",
  };
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  /** Fails as the platform does, in its words, where Node's own fails. */
  const speaking = (words: string) =>
    class {
      readonly readable: ReadableStream;
      readonly writable: WritableStream;
      constructor(format: CompressionFormat) {
        const { readable, writable } = new Native(format);
        this.writable = writable as WritableStream;
        const reader = readable.getReader();
        this.readable = new ReadableStream({
          async pull(controller) {
            const next = await reader.read().catch(() => {
              throw new TypeError(words);
            });
            if (next.done) controller.close();
            else controller.enqueue(next.value);
          },
        });
      }
    };
  const Native = DecompressionStream;
  const read = async (bytes: Uint8Array<ArrayBuffer>) => {
    const words = WORDS[platform];
    if (words) vi.stubGlobal("DecompressionStream", speaking(words));
    return outcome(async () => (await readUnpacked(bytes, "x.gz", () => undefined, {})).bytes.length);
  };
  const packed = gzip(text);

  it("is unpacked", async () => {
    expect(await read(packed)).toBe(`no error: ${text.length}`);
  });

  it("says that it is truncated, wherever it was cut", async () => {
    for (const kept of [25, packed.length >> 1, packed.length - 9, packed.length - 8, packed.length - 1]) {
      expect(await read(packed.slice(0, kept))).toBe(
        `SourceError: x.gz: expected a whole gzip file, found one that is truncated after ${kept} bytes (get it again)`,
      );
    }
  });

  it("says that it is corrupt, in the data or by the checksum", async () => {
    const damaged = packed.slice().fill(0xff, 200, 300);
    const wrongSum = packed.slice();
    wrongSum[packed.length - 8]! ^= 1;
    for (const bytes of [damaged, wrongSum])
      expect(await read(bytes)).toBe(
        `SourceError: x.gz: expected a sound gzip file, found one of ${packed.length} bytes that is corrupt (get it again)`,
      );
  });

  it("says that something follows, with a name in its header too", async () => {
    expect(await read(join(packed, [1, 2, 3, 4, 5]))).toBe(
      "SourceError: x.gz: expected one gzip stream and nothing after it, found further bytes",
    );
    const plain = new Uint8Array(gzipSync(text));
    const named = join(
      plain.subarray(0, 3),
      [0x1c],
      plain.subarray(4, 10),
      [2, 0, 7, 7],
      [0x61, 0],
      [0x62, 0x63, 0],
      plain.subarray(10),
    );
    expect(await read(named)).toBe(`no error: ${text.length}`);
    expect(await read(join(named, [9]))).toBe(
      "SourceError: x.gz: expected one gzip stream and nothing after it, found further bytes",
    );
    expect(await read(named.slice(0, 20))).toMatch(/found one that is truncated after 20 bytes/);
  });
});
