/** Files that are read in pieces: from disk, and from servers of every kind. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byteSource, readPieces } from "../../../src/source/byte-source.ts";
import { cifarStore, idxStore } from "../../../src/source/packed-stores.ts";
import type { PictureStore } from "../../../src/source/store.ts";
import { tarStore } from "../../../src/source/tar-store.ts";
import { tarOf } from "../../tar.ts";
import { cifar, file, gzip, idx, outcome, ramp } from "./files.ts";

const FILES: Record<string, Uint8Array<ArrayBuffer>> = {
  "ramp.bin": ramp(5000),
  "train.tar": tarOf([
    ["1.png", ramp(4)],
    ["1.cls", "1"],
    ["2.png", Uint8Array.of(9, 8, 7, 6)],
    ["2.cls", "0"],
  ]),
  "images-idx3": idx([5, 2, 3]),
  "batch.bin": cifar(3, 9, 0),
};

let server: Server;
let base: string;
/** The ranges that were asked for, and how many requests broke off. */
const asked: string[] = [];
let given = 0;

/** What each folder of the server does with a request for a part of a file. */
const WAYS: Record<string, (bytes: Uint8Array, range: [number, number], response: ServerResponse) => void> = {
  good(bytes, [start, end], response) {
    if (start >= bytes.length) return void response.writeHead(416).end();
    const part = bytes.subarray(start, end + 1);
    const range = `bytes ${start}-${start + part.length - 1}/${bytes.length}`;
    response.writeHead(206, { "content-range": range }).end(part);
  },
  secretive(bytes, [start, end], response) {
    if (start >= bytes.length) return void response.writeHead(416).end();
    response.writeHead(206).end(bytes.subarray(start, end + 1));
  },
  whole: (bytes, _, response) => void response.writeHead(200).end(bytes),
  forbidden: (_, __, response) => void response.writeHead(403).end("no"),
  missing: (_, __, response) => void response.writeHead(404).end("no"),
  silent() {},
  other: (bytes, [, end], response) =>
    void response.writeHead(206, { "content-range": `bytes 7-${end}/${bytes.length}` }).end(bytes.subarray(7, end)),
  breaking(bytes, [start], response) {
    response.writeHead(206, {
      "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
      "content-length": 4000,
    });
    response.write(bytes.subarray(0, 10), () => response.destroy());
  },
  short: (bytes, [start], response) =>
    void response
      .writeHead(206, { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` })
      .end(bytes.subarray(0, 3)),
  long: (bytes, [start], response) =>
    void response.writeHead(206, { "content-range": `bytes ${start}-${start}/${bytes.length}` }).end(bytes),
};

beforeAll(async () => {
  server = createServer((request: IncomingMessage, response) => {
    const [, way, name] = request.url!.split("?")[0]!.split("/");
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    asked.push(request.headers.range ?? "all");
    request.on("close", () => given++);
    WAYS[way!]!(FILES[name!]!, [Number(range![1]), Number(range![2])], response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("an address", () => {
  it("is read in pieces, neighbours together, and no further than its end", async () => {
    for (const way of ["good", "secretive"]) {
      const source = byteSource(new URL(`${base}/${way}/ramp.bin?token=1`), "shard");
      expect(source.name).toBe("ramp.bin");
      expect(await source.read(10, 20)).toEqual(ramp(5000).slice(10, 20));
      expect(await source.read(4990, 6000)).toEqual(ramp(5000).slice(4990));
      expect(await source.read(5000, 5100)).toEqual(new Uint8Array(0));
      expect(source.size).toBe(way === "good" ? 5000 : undefined);
      asked.length = 0;
      const pieces = [4000, 30, 0].map((start) => ({ source, start, size: 20 }));
      expect(await readPieces(pieces, undefined)).toEqual([4000, 30, 0].map((at) => ramp(5000).slice(at, at + 20)));
      expect(asked).toEqual(["bytes=0-4019"]);
    }
  });

  it("does for shards, IDX and CIFAR files what a file does", async () => {
    const context = { signal: new AbortController().signal };
    const contents = async (store: PictureStore) => {
      const ids = Array.from({ length: store.count }, (_, id) => id);
      const { images } = await store.read([...ids].reverse(), context);
      return { ...store, read: Array.isArray(images) ? images.map((one) => [...one]) : [...(images as Uint8Array)] };
    };
    const decode = async (blob: Blob) => ({ data: new Uint8Array(await blob.arrayBuffer()), width: 2, height: 2 });
    const options = { height: 2, width: 2, channels: 1 as const, decode };
    const [tar, images, batch] = ["train.tar", "images-idx3", "batch.bin"];
    for (const way of ["good", "secretive"]) {
      const at = (name: string) => `${base}/${way}/${name}`;
      const here = (name: string) => file(FILES[name]!, name);
      expect(await contents(await tarStore(at(tar!), options))).toEqual(
        await contents(await tarStore(here(tar!), options)),
      );
      const labels = idx([5], ramp(5));
      expect(await contents(await idxStore({ images: at(images!), labels }, {}))).toEqual(
        await contents(await idxStore({ images: here(images!), labels }, {})),
      );
      if (way === "good")
        expect(await contents(await cifarStore(at(batch!), {}))).toEqual(
          await contents(await cifarStore(here(batch!), {})),
        );
    }
    expect((await cifarStore(`${base}/good/batch.bin`, {})).labels).toEqual(Uint32Array.of(3, 9, 0));
  });

  const wrong: [way: string, message: RegExp][] = [
    [
      "whole",
      /^SourceError: ramp\.bin: expected a server that answers Range requests \(status 206\), found status 200: it would send the whole file each time$/,
    ],
    ["forbidden", /^SourceError: ramp\.bin: expected status 206, found status 403 Forbidden$/],
    ["missing", /^SourceError: ramp\.bin: expected status 206, found status 404 Not Found$/],
    ["other", /^SourceError: ramp\.bin: expected the bytes from 0 on, found those from 7 on$/],
    ["breaking", /^SourceError: ramp\.bin: expected an answer to its end, found /],
    ["short", /^SourceError: ramp\.bin: expected 100 bytes, as asked for, found 3: the download broke off$/],
    ["long", /^SourceError: ramp\.bin: expected 100 bytes, as asked for, found 5000$/],
  ];
  it.each(wrong)("whose server is of another kind is refused: %s", async (way, message) => {
    expect(await outcome(() => byteSource(`${base}/${way}/ramp.bin`, "shard").read(0, 100))).toMatch(message);
  });

  it("that nobody answers at is refused, and one that never ends can be given up", async () => {
    expect(await outcome(() => byteSource("http://localhost:1/x.tar", "shard").read(0, 1))).toMatch(
      /^SourceError: x\.tar: expected a server that can be reached, and allows Range requests by CORS, found /,
    );
    const giving = new AbortController();
    const before = given;
    const waiting = byteSource(`${base}/silent/ramp.bin`, "shard").read(0, 1, giving.signal);
    const reason = new Error("enough");
    setTimeout(() => giving.abort(reason), 20);
    await expect(waiting).rejects.toBe(reason);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(given).toBe(before + 1);
  });
});

describe("a file on disk", () => {
  it("that cannot be read any more is named", async () => {
    const gone = file("abc", "gone.tar");
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new DOMException("no", "NotReadableError")) }) as unknown as Blob;
    expect(await outcome(() => byteSource(gone, "shard").read(0, 1))).toBe(
      "SourceError: gone.tar: expected a file that can be read, found no (was it moved or changed since it was picked?)",
    );
    const shrunk = byteSource(file("abc", "a.tar"), "shard");
    expect(await outcome(() => readPieces([{ source: shrunk, start: 1, size: 5 }], undefined))).toBe(
      "SourceError: a.tar: expected at least 6 bytes, found 3: it is shorter than it was",
    );
  });
});

describe("thousands of pieces", () => {
  const pieces = (source: ReturnType<typeof byteSource>) =>
    // Too far apart to be read together.
    Array.from({ length: 100 }, (_, i) => ({ source, start: i * 20_000, size: 1 }));

  it("are read 32 at a time, whoever asks for them, and come in order", async () => {
    const whole = ramp(2_000_000);
    const blob = file(whole, "large.tar");
    const source = byteSource(blob, "shard");
    const slice = blob.slice.bind(blob);
    let [now, most] = [0, 0];
    blob.slice = (start, end) => {
      const part = slice(start, end);
      const arrayBuffer = part.arrayBuffer.bind(part);
      part.arrayBuffer = async () => {
        most = Math.max(most, ++now);
        try {
          return await arrayBuffer();
        } finally {
          now--;
        }
      };
      return part;
    };
    const read = await Promise.all([1, 2, 3].map(() => readPieces(pieces(source), undefined)));
    for (const bytes of read)
      expect(bytes.map(([value]) => value)).toEqual(pieces(source).map(({ start }) => whole[start]));
    expect([now, most]).toEqual([0, 32]);
  });

  it("that are given up let the next ones be read, also those that fail", async () => {
    const gone = file(ramp(2_000_000), "gone.tar");
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error("no")) }) as unknown as Blob;
    const giving = new AbortController();
    const givenUp = readPieces(pieces(byteSource(file(ramp(2_000_000), "a.tar"), "shard")), giving.signal);
    giving.abort(new Error("enough"));
    await expect(givenUp).rejects.toBe(giving.signal.reason);
    expect(await outcome(() => readPieces(pieces(byteSource(gone, "shard")), undefined))).toMatch(/^SourceError: gone/);
    const whole = ramp(2_000_000);
    const read = await readPieces(pieces(byteSource(file(whole, "b.tar"), "shard")), undefined);
    expect(read.map(([value]) => value)).toEqual(pieces(byteSource(gone, "")).map(({ start }) => whole[start]));
  });
});

describe("IDX and CIFAR files that are too large to load", () => {
  const context = { signal: new AbortController().signal };

  it("are read where their pictures lie", async () => {
    const store = await idxStore(
      { images: file(idx([4, 2, 2, 3]), "i"), labels: idx([4], ramp(4)) },
      { classNames: [..."abcd"] },
    );
    expect(store).toMatchObject({ count: 4, height: 2, width: 2, channels: 3, classNames: [..."abcd"] });
    expect([...(store.labels as Uint32Array)]).toEqual([0, 1, 2, 3]);
    expect((await store.read([2, 0], context)).images).toEqual(Uint8Array.from([...ramp(36).slice(24), ...ramp(12)]));
    const hundred = await cifarStore([file(cifar([1, 5], [19, 99]), "a"), file(cifar([0, 0]), "b")], {
      kind: "cifar100",
    });
    expect(hundred).toMatchObject({ count: 3, height: 32, width: 32, channels: 3, layout: "nchw" });
    expect(hundred.labels).toEqual(Uint32Array.of(5, 99, 0));
    expect(hundred.fields).toEqual({ coarse: Uint32Array.of(1, 19, 0) });
    const { images } = await hundred.read([2, 1], context);
    expect([(images as Uint8Array)[0], (images as Uint8Array)[3072]]).toEqual([0, 1]);
  });

  const wrong: [string, () => Promise<unknown>, string][] = [
    [
      "packed pictures",
      () => idxStore({ images: file(gzip(idx([1, 2, 2])), "i.gz") }, {}),
      "SourceError: i.gz: expected an unpacked file, found gzip data (unpack it: what is packed cannot be read in pieces)",
    ],
    [
      "truncated pictures",
      () => idxStore({ images: file(idx([5, 2, 2]).slice(0, 30), "i") }, {}),
      "SourceError: i: expected 36 bytes (a header of 16 and 5 × 2 × 2 elements), found 30 bytes: it is truncated",
    ],
    [
      "too many bytes",
      () => idxStore({ images: file(idx([5, 2, 2], ramp(21)), "i") }, {}),
      "SourceError: i: expected 36 bytes (a header of 16 and 5 × 2 × 2 elements), found 37 bytes",
    ],
    [
      "truncated, and nobody says how long it is",
      () => idxStore({ images: `${base}/secretive/ramp.bin` }, {}),
      "SourceError: ramp.bin: expected an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels), found a file beginning with the bytes 00 01 02 03",
    ],
    [
      "labels for pictures",
      () => idxStore({ images: file(idx([5], ramp(5)), "i") }, {}),
      "SourceError: i: expected an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels), found IDX labels (5 of them): are images and labels swapped?",
    ],
    [
      "too few labels",
      () => idxStore({ images: file(idx([5, 2, 2]), "i"), labels: file(idx([4], ramp(4)), "l") }, {}),
      "SourceError: l: expected 5 labels, one per picture in i, found 4",
    ],
    [
      "no file",
      () => idxStore({ images: 5 as never }, {}),
      "InputError: images: expected a File, a Blob or an address, found 5",
    ],
    [
      "packed records",
      () => cifarStore(file(gzip(cifar(1)), "b.gz"), {}),
      "SourceError: b.gz: expected an unpacked file, found gzip data (unpack it: what is packed cannot be read in pieces)",
    ],
    [
      "a record that is cut off",
      () => cifarStore(file(cifar(1, 2).slice(0, 5000), "b"), {}),
      "SourceError: b: expected a multiple of 3073 bytes (records of CIFAR-10), found 5000 bytes: 1927 after record 1, in a file beginning with the bytes 01 00 00 00",
    ],
    [
      "a label that there is none of",
      () => cifarStore(file(cifar(1, 10), "b"), {}),
      "SourceError: b: expected a label 0..9 in record 1, found 10",
    ],
    [
      "a server that hides the length",
      () => cifarStore(`${base}/secretive/batch.bin`, {}),
      "SourceError: batch.bin: expected a server that says how long the file is (Content-Range, also for other origins), found one that does not",
    ],
    ["no batch", () => cifarStore([], {}), "InputError: files: expected at least one batch file, found []"],
    [
      "another kind",
      () => cifarStore(file(cifar(1), "b"), { kind: "cifar" as never }),
      'InputError: kind: expected "cifar10" or "cifar100", found "cifar"',
    ],
  ];
  it.each(wrong)("%s are refused", async (_, call, message) => {
    expect(await outcome(call)).toBe(message);
  });
});
