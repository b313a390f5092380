import { describe, expect, it } from "vitest";
import type { FileInput, LoadProgress } from "../../../src/source/host-images.ts";
import { nameOf, readBytes } from "../../../src/source/read.ts";
import { sniff } from "../../../src/source/sniff.ts";
import { file, HTML, join, outcome, PICKLE, PNG, ramp, tar, text, ZIP } from "./files.ts";

const bytes = ramp(300);

function streamOf(...chunks: unknown[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk as Uint8Array);
      controller.close();
    },
  });
}

describe("readBytes takes", () => {
  const inputs: [string, () => FileInput][] = [
    ["an ArrayBuffer", () => bytes.buffer],
    ["a Uint8Array inside a larger buffer", () => join([9, 9, 9], bytes, [9]).subarray(3, 303)],
    ["a DataView", () => new DataView(bytes.buffer)],
    ["a Blob", () => new Blob([bytes])],
    ["a File", () => file(bytes, "a.bin")],
    ["a Response", () => new Response(bytes)],
    ["a stream of several chunks", () => streamOf(bytes.slice(0, 7), new Uint8Array(0), bytes.slice(7))],
  ];
  for (const [what, input] of inputs) {
    it(what, async () => {
      const seen: LoadProgress[] = [];
      expect([...(await readBytes(input(), { onProgress: (progress) => seen.push(progress) }))]).toEqual([...bytes]);
      expect(seen.at(-1)).toMatchObject({ phase: "read", loaded: 300 });
      for (let i = 1; i < seen.length; i++) expect(seen[i]!.loaded).toBeGreaterThanOrEqual(seen[i - 1]!.loaded);
    });
  }

  it("an empty Response", async () => expect(await readBytes(new Response(null))).toHaveLength(0));
});

it("readBytes reports the total where it is known", async () => {
  const totals = async (input: FileInput) => {
    const seen = new Set<number | undefined>();
    await readBytes(input, { onProgress: ({ total }) => seen.add(total) });
    return [...seen];
  };
  expect(await totals(new Blob([bytes]))).toEqual([300]);
  expect(await totals(new Response(bytes, { headers: { "content-length": "300" } }))).toEqual([300]);
  expect(
    await totals(new Response(bytes, { headers: { "content-length": "12", "content-encoding": "gzip" } })),
  ).toEqual([undefined]);
  expect(await totals(streamOf(bytes))).toEqual([undefined]);
});

it("nameOf finds a name to put into messages", () => {
  const response = (url: string) => Object.defineProperty(new Response(""), "url", { value: url });
  expect(nameOf(file(bytes, "train.gz"), "images")).toBe("train.gz");
  expect(nameOf(new Blob([bytes]), "images")).toBe("images");
  expect(nameOf(new Response(""), "images")).toBe("images");
  expect(nameOf(response("https://example.org/data/t10k%20images.gz?v=2#x"), "images")).toBe("t10k images.gz");
  expect(nameOf(response("https://example.org/100%.bin"), "images")).toBe("100%.bin");
  expect(nameOf(bytes, "images")).toBe("images");
});

describe("readBytes refuses", () => {
  const failing = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new TypeError("network error"));
    },
  });
  const locked = streamOf(bytes);
  locked.getReader();
  const used = new Response(bytes);
  void used.text();
  const opaque = Object.defineProperty(new Response(null), "type", { value: "opaque" });

  const wrong: [unknown, string][] = [
    [
      "data/train.gz",
      'InputError: f: expected a File, Blob, Response, ArrayBuffer, typed array or ReadableStream of bytes, found "data/train.gz" (for an address, pass `await fetch(address)`)',
    ],
    [
      Promise.resolve(bytes),
      "InputError: f: expected a File, Blob, Response, ArrayBuffer, typed array or ReadableStream of bytes, found a promise (did you forget `await`?)",
    ],
    [
      undefined,
      "InputError: f: expected a File, Blob, Response, ArrayBuffer, typed array or ReadableStream of bytes, found undefined",
    ],
    [
      { size: 3 },
      "InputError: f: expected a File, Blob, Response, ArrayBuffer, typed array or ReadableStream of bytes, found Object",
    ],
    [
      new Response("", { status: 404, statusText: "Not Found" }),
      "SourceError: f: expected a response with status 200 to 299, found 404 Not Found",
    ],
    [new Response("", { status: 503 }), "SourceError: f: expected a response with status 200 to 299, found 503"],
    [used, "SourceError: f: expected a response not read before, found one whose body is already used"],
    [
      opaque,
      "SourceError: f: expected a response that may be read, found an opaque one (the other origin must allow it by CORS)",
    ],
    [
      new Response(bytes, { headers: { "content-length": "400" } }),
      "SourceError: f: expected 400 bytes (its Content-Length), found 300 bytes: the download broke off",
    ],
    [
      new Response(HTML),
      "SourceError: f: expected a data file, found something that looks like an HTML page (is the address right?)",
    ],
    [
      failing,
      "SourceError: f: expected a file that can be read to its end, found an error after 0 bytes: network error",
    ],
    [locked, "SourceError: f: expected a stream nobody else is reading, found a locked one"],
    [streamOf("text"), 'SourceError: f: expected a stream of Uint8Array chunks, found "text"'],
    [new Blob([ramp(2000)]), "SourceError: f: expected at most 1000 bytes (maxBytes), found 2000 bytes"],
    [ramp(2000), "SourceError: f: expected at most 1000 bytes (maxBytes), found 2000 bytes"],
    [
      new Response(bytes, { headers: { "content-length": "2000" } }),
      "SourceError: f: expected at most 1000 bytes (maxBytes), found 2000 bytes",
    ],
    [streamOf(ramp(600), ramp(600)), "SourceError: f: expected at most 1000 bytes (maxBytes), found more than that"],
  ];
  for (const [input, message] of wrong) {
    it(message, async () =>
      expect(await outcome(() => readBytes(input as FileInput, { name: "f", maxBytes: 1000 }))).toBe(message),
    );
  }
});

it("readBytes stops the source when it gives up", async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await outcome(() => readBytes(endless, { name: "f", maxBytes: 5000 }))).toBe(
    "SourceError: f: expected at most 5000 bytes (maxBytes), found more than that",
  );
  expect(cancelled).toBe(true);
});

it("sniff names what people drop by mistake", () => {
  const known: [ArrayLike<number>, string | undefined][] = [
    [[], "an empty file"],
    [HTML, "something that looks like an HTML page"],
    [text("\n <!-- saved -->\n<html>"), "something that looks like an HTML page"],
    [join([0xef, 0xbb, 0xbf], HTML), "something that looks like an HTML page"],
    [[0x1f, 0x8b, 8], "gzip data"],
    [ZIP, "a zip archive (unpack it first)"],
    [tar("cifar-10-batches-bin/"), "a tar archive (unpack it first)"],
    [PNG, "a PNG picture"],
    [[0xff, 0xd8, 0xff, 0xe0], "a JPEG picture"],
    [text("RIFF....WEBPVP8 "), "a WebP picture"],
    [text("GIF89a"), "a GIF picture"],
    [join([0x93], text("NUMPY")), "a NumPy .npy file"],
    [text("version https://git-lfs.github.com/spec/v1\n"), "a Git LFS pointer (run `git lfs pull`)"],
    [PICKLE, "a Python pickle"],
    [[0, 0, 8, 3], undefined],
    [text("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "a HEIC picture (convert it to PNG or JPEG first)"],
    [text("\0\0\0\x18ftypmif1\0\0\0\0mif1avif"), "an AVIF picture"],
    [text("\0\0\0\x18ftypmif1\0\0\0\0mif1miaf"), "a HEIC picture (convert it to PNG or JPEG first)"],
    [text("\0\0\0\x18ftypisom\0\0\0\0isomavc1"), "a video"],
    [text("II*\0\x08\0\0\0"), "a TIFF picture, or a camera's raw one (convert it to PNG or JPEG first)"],
    [text("MM\0*\0\0\0\x08"), "a TIFF picture, or a camera's raw one (convert it to PNG or JPEG first)"],
    [[...text("BM"), 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0], "a BMP picture"],
    [text("BMW, Audi and other makers"), undefined],
    [[0xff, 0x0a, 1, 2], "a JPEG XL picture (convert it to PNG or JPEG first)"],
    [
      text('<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="x">'),
      "an SVG drawing (draw it into a canvas and pass its ImageBitmap)",
    ],
    [text("<?xml version='1.0'?><data/>"), undefined],
    [text("<svg>"), "an SVG drawing (draw it into a canvas and pass its ImageBitmap)"],
  ];
  expect(known.map(([head]) => sniff(Uint8Array.from(head)))).toEqual(known.map(([, name]) => name));
});
