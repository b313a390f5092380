/** What streams refuse, and their folders, shards, servers and stores: each with its words, and nothing is uploaded. */
import {
  createEngine,
  type Dataset,
  type Engine,
  mixup,
  type PictureStore,
  picturesIn,
  randomResizedCrop,
  Stream,
  type StreamOptions,
} from "mixwell";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bmpOf } from "../bmp.ts";
import { noise } from "../random.ts";
import { type Entry, tarOf } from "../tar.ts";
import { getDevice } from "./device.ts";
import { watch } from "./help.ts";

const size = { height: 2, width: 2 };
const picture = { data: noise(12), ...size };
const png = bmpOf(picture);
const good: Entry[] = [
  ["a/1.bmp", png],
  ["a/1.cls", "0"],
  ["a/2.bmp", png],
  ["a/2.cls", "1"],
];
const file = (contents: BlobPart, name: string): File => new File([contents], name);
const shard = (entries: Entry[], end = Number.POSITIVE_INFINITY) => file(tarOf(entries).slice(0, end), "a.tar");
const tar = (shards: unknown, options: object = {}) => Stream.fromTar(shards as Blob, { ...size, ...options });
const images = (pictures: unknown[], options: object = {}) =>
  Stream.fromImages(pictures as [], { ...size, ...options });
const idx = (dims: number[], bytes: number) =>
  file(Uint8Array.of(0, 0, 8, dims.length, ...dims.flatMap((n) => [0, 0, 0, n]), ...noise(bytes)), "i.idx");

const store = (more: object = {}): PictureStore => ({
  ...{ count: 3, ...size, channels: 3, labels: [0, 1, 2] },
  read: (ids) => ({ images: new Uint8Array(12 * ids.length) }),
  ...more,
});
const own = (read: () => unknown, more: object = {}): PictureStore =>
  store({ height: undefined, width: undefined, sizes: "own", read, ...more });
const from = (given: unknown, options: object = {}) => Stream.from(given as PictureStore, options as StreamOptions);
/** Reads two of its samples. */
const read = async (given: PictureStore | Promise<Stream>, indices = [0, 1]) => {
  const stream = given instanceof Promise ? await given : Stream.from(given);
  return stream.batch(engine, indices);
};

/** A server that answers to each address in its own way. */
function answer(address: string): Response {
  const bytes = tarOf(good);
  if (address.includes("whole")) return new Response(bytes, { status: 200 });
  if (address.includes("forbidden")) return new Response("no", { status: 403, statusText: "Forbidden" });
  if (address.includes("elsewhere"))
    return new Response(bytes.slice(512), { status: 206, headers: { "content-range": "bytes 512-6143/6144" } });
  if (address.includes("page"))
    return new Response("<!doctype html>", { status: 206, headers: { "content-range": "bytes 0-14/15" } });
  throw new TypeError("Failed to fetch");
}

let engine: Engine;
beforeAll(async () => {
  const policy = [randomResizedCrop(size), mixup({ alpha: 1, pairing: "derangement" })];
  engine = await createEngine(await getDevice(), { policy, labels: { classes: 3 } });
  vi.stubGlobal("fetch", async (address: string | URL) => answer(String(address)));
});
afterAll(() => {
  vi.unstubAllGlobals();
  engine.destroy();
});

const CASES: [name: string, call: () => unknown, message: string][] = [
  [
    "a folder without pictures",
    () => picturesIn([file("x", "notes.txt")]),
    "SourceError: folder: expected at least one picture, found 1 other file (notes.txt)",
  ],
  ["an empty folder", () => picturesIn([]), "SourceError: folder: expected at least one picture, found no file at all"],
  [
    "no folder",
    () => picturesIn("pictures" as never),
    'InputError: picturesIn.folder: expected a list of files, a DataTransfer or a FileSystemDirectoryHandle, found "pictures"',
  ],
  [
    "something in a folder that is no file",
    () => picturesIn([5] as never),
    "InputError: picturesIn.folder[0]: expected a File, found 5",
  ],
  [
    "a shard that is cut off in the middle of a picture",
    () => tar(shard(good, 550)),
    "SourceError: a.tar: expected a whole tar archive, found one that is cut off after 550 bytes, in or after a/1.bmp",
  ],
  [
    "one without its end",
    () => tar(shard(good, 2048)),
    "SourceError: a.tar: expected a whole tar archive, found one that is cut off after 2048 bytes, in or after a/1.cls",
  ],
  ["an empty shard", () => tar(file("", "a.tar")), "SourceError: a.tar: expected a tar archive, found an empty file"],
  [
    "a shard without samples",
    () => tar(shard([])),
    "SourceError: a.tar: expected samples with pictures, found an archive without any file",
  ],
  [
    "a packed shard",
    () => tar(file(Uint8Array.of(31, 139, 8, 0), "a.tar.gz")),
    "SourceError: a.tar.gz: expected a tar archive, found gzip data (unpack it: what is packed cannot be read in pieces)",
  ],
  [
    "a shard that is a picture",
    () => tar(file(png, "a.bmp")),
    "SourceError: a.bmp: expected a tar archive, found a BMP picture",
  ],
  [
    "a sample without a picture",
    () => tar(shard([...good, ["a/3.cls", "2"]])),
    "SourceError: a.tar, a/3: expected a picture (.jpg, .jpeg, .png, .webp, .gif, .bmp, .avif), found .cls",
  ],
  [
    "a sample without a label",
    () => tar(shard([...good, ["a/3.bmp", png]])),
    "SourceError: a.tar, a/3: expected a label, as other samples have, found none",
  ],
  [
    "a label that is a word",
    () =>
      tar(
        shard([
          ["a/1.bmp", png],
          ["a/1.cls", "cat"],
        ]),
      ),
    'SourceError: a.tar, a/1.cls: expected a class id, found "cat"',
  ],
  [
    "a class id too many",
    () => tar(shard(good), { classes: 1 }),
    "SourceError: store.labels[1]: expected a class id 0..0, found 1",
  ],
  ["no shard", () => tar([]), "InputError: shards: expected at least one tar archive, found []"],
  ["a shard that is a number", () => tar(7), "InputError: shards: expected a File, a Blob or an address, found 7"],
  [
    "a server that forbids Range",
    () => tar("https://example.org/whole.tar"),
    "SourceError: whole.tar: expected a server that answers Range requests (status 206), found status 200: it would send the whole file each time",
  ],
  [
    "a server that refuses",
    () => tar("https://example.org/forbidden.tar"),
    "SourceError: forbidden.tar: expected status 206, found status 403 Forbidden",
  ],
  [
    "a server that nobody reaches",
    () => tar("https://example.org/nobody.tar"),
    "SourceError: nobody.tar: expected a server that can be reached, and allows Range requests by CORS, found Failed to fetch",
  ],
  [
    "a server that sends other bytes",
    () => tar("https://example.org/elsewhere.tar"),
    "SourceError: elsewhere.tar: expected the bytes from 0 on, found those from 512 on",
  ],
  [
    "a server that sends a page",
    () => tar("https://example.org/page.tar"),
    "SourceError: page.tar: expected a tar archive, found something that looks like an HTML page",
  ],
  ["no pictures", () => images([]), "InputError: images: expected a list of at least one picture, found []"],
  [
    "no size",
    () => Stream.fromImages([picture], {} as never),
    'InputError: height: expected a whole number of at least 1 (or sizes: "own" in place of both), found undefined',
  ],
  [
    "two kinds of sizes",
    () => images([picture], { sizes: "own" }),
    'InputError: height: expected nothing beside sizes: "own", found 2',
  ],
  [
    "sizes of another name",
    () => images([picture], { sizes: "theirs" }),
    'InputError: sizes: expected "own", found "theirs"',
  ],
  [
    "a longest side without own sizes",
    () => images([picture], { maxSide: 9 }),
    'InputError: maxSide: expected nothing without sizes: "own", found 9',
  ],
  [
    "a label too few",
    () => images([picture, picture], { labels: [0] }),
    "SourceError: labels: expected 2 labels, one per picture, found 1",
  ],
  [
    "pixels that do not match their size",
    () => read(images([picture, { ...picture, data: noise(13) }], { labels: [0, 1] })),
    "SourceError: sample 1 (images[1]), images[1].data: expected 2 × 2 pixels of 1, 3 or 4 bytes, found 13 bytes",
  ],
  [
    "a file that is gone",
    () => read(images([{ name: "gone.png", getFile: () => Promise.reject(new Error("it is gone")) }, picture])),
    "SourceError: sample 0 (gone.png): expected a picture that can be read, found it is gone",
  ],
  [
    "a picture file that is text",
    () =>
      read(
        images([file("hello", "a.png"), picture], {
          workers: 0,
          decode: () => Promise.reject(new Error("no picture")),
        }),
      ),
    'SourceError: sample 0 (a.png): expected a picture that can be decoded, found text beginning "hello" (no picture)',
  ],
  [
    "an IDX file that is cut off",
    () => Stream.fromIdx({ images: idx([5, 2, 2], 19) }),
    "SourceError: i.idx: expected 36 bytes (a header of 16 and 5 × 2 × 2 elements), found 35 bytes: it is truncated",
  ],
  [
    "labels in place of pictures",
    () => Stream.fromIdx({ images: idx([5], 5) }),
    "SourceError: i.idx: expected an IDX file of pictures (bytes 00 00 08 03, or 00 00 08 04 with channels), found IDX labels (5 of them): are images and labels swapped?",
  ],
  [
    "half a record of CIFAR",
    () => Stream.fromCifar([file(noise(4000), "b.bin")]),
    "SourceError: b.bin: expected a multiple of 3073 bytes (records of CIFAR-10), found 4000 bytes: 927 after record 1, in a file beginning with the bytes 1d 3c 05 77",
  ],
  ["no store", () => from(5), "InputError: store: expected { count, height, width, channels, read, … }, found 5"],
  [
    "a store without pictures",
    () => from(store({ count: 0 })),
    "InputError: store.count: expected an integer in 1..4294967295, found 0",
  ],
  [
    "a store that does not read",
    () => from(store({ read: undefined })),
    "InputError: store.read: expected a function, found undefined",
  ],
  [
    "a store without a size",
    () => from(store({ height: undefined })),
    "InputError: store.height: expected an integer in 1..65535, found undefined",
  ],
  [
    "a store with own sizes and a size",
    () => from(store({ sizes: "own" })),
    "InputError: store.height: expected nothing where pictures have sizes of their own, found 2",
  ],
  [
    "no room ahead",
    () => from(store(), { ahead: { pictures: 0 } }),
    "InputError: ahead.pictures: expected a positive integer, found 0",
  ],
  [
    "an option that there is none of",
    () => from(store(), { cache: true }),
    'InputError: stream.options: expected only ahead, onError, found "cache"',
  ],
  [
    "something else when a picture fails",
    () => from(store(), { onError: "ignore" }),
    'InputError: onError: expected "throw" or "skip", found "ignore"',
  ],
  [
    "a read of too few bytes",
    () => read(store({ read: () => ({ images: noise(12) }) })),
    "InputError: store.read().images: expected 24 bytes, 2 pictures of 2 × 2 × 3, found 12",
  ],
  [
    "a read of too few pictures",
    () => read(store({ read: () => ({ images: [noise(12)] }) })),
    "InputError: store.read().images: expected 2 entries, one a picture, found 1",
  ],
  [
    "a picture of another size",
    () => read(store({ read: () => ({ images: [noise(12), noise(9)] }) })),
    "SourceError: sample 1: expected 12 bytes, a picture of 2 × 2 × 3, found 9",
  ],
  [
    "a read that gives labels once more",
    () => read(store({ read: () => ({ images: noise(24), labels: [0, 1] }) })),
    "InputError: store.read().labels: expected nothing, as the store has labels, found [0, 1]",
  ],
  [
    "a read that gives nothing",
    () => read(store({ read: () => ({ pixels: noise(24) }) })),
    'InputError: store.read(): expected only images, labels, labelRows, fields, targets (did you mean labels?), found "pixels"',
  ],
  [
    "a read that fails",
    () => read(store({ read: () => Promise.reject(new Error("the disk is full")) })),
    "SourceError: sample 0: expected a picture that can be read, found the disk is full",
  ],
  [
    "own sizes without sizes",
    () => read(own(() => ({ images: [noise(12), noise(12)] }))),
    "InputError: store.read().images[0]: expected { data, height, width } of a picture, or an error, found Uint8Array of 12",
  ],
  [
    "own sizes in one piece",
    () => read(own(() => ({ images: noise(24) }))),
    "InputError: store.read().images: expected a list with { data, height, width } a picture, found Uint8Array of 24",
  ],
  [
    "an own size that is none",
    () => read(own(() => ({ images: [picture, { ...picture, width: 0 }] }))),
    "InputError: store.read().images[1].width: expected an integer in 1..65535, found 0",
  ],
  [
    "an own size that does not match its bytes",
    () => read(own(() => ({ images: [picture, { ...picture, width: 3 }] }))),
    "SourceError: sample 1: expected 18 bytes, a picture of 2 × 3 × 3, found 12",
  ],
  [
    "a picture that is larger than a page",
    () => read(own((ids = [0, 1]) => ({ images: ids.map(() => large()) }))),
    "InputError: stream: expected pictures of at most 134217728 bytes, the size of a page (give a maxSide, or request a higher maxStorageBufferBindingSize), found 16384 × 16384 × 3",
  ],
  [
    "a sample that there is none of",
    () => read(store(), [3]),
    "InputError: batch.indices[0]: expected an integer in 0..2, found 3",
  ],
  [
    "a batch of a zipped stream",
    () => from(store()).zip(from(store())).batch(engine, [0]),
    "InputError: batch: expected a stream that is not zipped, since only an epoch says who is zipped, found Stream",
  ],
  [
    "zipped with another size",
    () => from(store()).zip(from(store({ width: 3 }))),
    "InputError: zip.partners.width: expected 2, as this stream's, found 3",
  ],
  [
    "zipped with own sizes",
    () => from(store()).zip(from(own(() => ({ images: [] })))),
    "InputError: zip.partners.height: expected 2, as this stream's, found undefined",
  ],
  [
    "a stream in place of a dataset",
    () => engine.run({ dataset: from(store()) as unknown as Dataset, indices: [0] }),
    "InputError: input.dataset: expected a Dataset (a stream is read first: `await stream.batch(engine, indices)`), found Stream",
  ],
  [
    "more classes than the engine has",
    () => read(store({ labels: [0, 3, 1] }), [0, 1]),
    "InputError: labels.classes: expected more than 3, the class id of sample 1, found 3",
  ],
];

const side = 16_384;
let whole: Uint8Array | undefined;
const large = () => {
  whole ??= new Uint8Array(3 * side * side);
  return { data: whole, height: side, width: side };
};

test.each(CASES)("%s", async (_, call, message) => {
  const seen = watch(engine.device);
  const said = await Promise.resolve()
    .then(call)
    .then(
      () => "nothing",
      (error: Error) => `${error.name}: ${error.message}`,
    );
  seen.stop();
  expect(seen.calls).toEqual({});
  expect(said).toBe(message);
});
