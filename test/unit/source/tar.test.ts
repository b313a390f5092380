/** WebDataset shards: found by one pass, read in pieces, and refused by name where something is wrong with them. */
import { mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { create } from "tar";
import { afterAll, describe, expect, it } from "vitest";
import { byteSource } from "../../../src/source/byte-source.ts";
import type { RawPixels } from "../../../src/source/picture.ts";
import { type Member, walkTar } from "../../../src/source/tar.ts";
import { type TarOptions, tarStore } from "../../../src/source/tar-store.ts";
import { noise } from "../../random.ts";
import { type Entry, tarOf } from "../../tar.ts";
import { file, gzip, outcome, ramp, text } from "./files.ts";

const folder = mkdtempSync(join(tmpdir(), "mixwell-tar-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The members of an archive, with their contents. */
async function membersOf(blob: Blob): Promise<[string, string][]> {
  const source = byteSource(blob, "shard");
  const members: Member[] = [];
  await walkTar(source, (member) => void members.push(member));
  return Promise.all(
    members.map(async ({ path, start, size }) => [
      path,
      new TextDecoder("latin1").decode(await source.read(start, start + size)),
    ]),
  );
}

describe("the members of an archive", () => {
  const long = `${"folder-".repeat(20)}/${"name-".repeat(30)}.jpg`;
  const entries: Entry[] = [
    ["a.txt", "first"],
    ["b/c.bin", noise(3000)],
    ["empty", ""],
    [long, "far away"],
    ["ümlaut.txt", "512 bytes".padEnd(512)],
  ];
  const wanted = entries.map(([path, body]) => [
    path,
    typeof body === "string" ? body : new TextDecoder("latin1").decode(body),
  ]);

  it.each(["pax", "gnu"] as const)("with long names, %s", async (way) => {
    expect(await membersOf(new Blob([tarOf(entries, { long: way })]))).toEqual(wanted);
  });

  it("as node-tar writes them, folders and links passed over", async () => {
    for (const [path, body] of entries) {
      mkdirSync(join(folder, "in", dirname(path)), { recursive: true });
      writeFileSync(join(folder, "in", path), body);
    }
    const archive = join(folder, "made.tar");
    await create({ file: archive, cwd: join(folder, "in") }, entries.map(([path]) => path).concat("b"));
    const found = await membersOf(await openAsBlob(archive));
    expect(found.slice(0, entries.length)).toEqual(wanted);
    expect(found.slice(entries.length)).toEqual([wanted[1]]);
  });

  it("are found in a large file without reading all of it", async () => {
    const source = byteSource(
      new Blob([
        tarOf([
          ["a", noise(5 * 2 ** 20)],
          ["b", noise(9 * 2 ** 20)],
          ["c", "end"],
        ]),
      ]),
      "shard",
    );
    let read = 0;
    const counted = {
      ...source,
      name: source.name,
      size: source.size,
      read: async (start: number, end: number) => {
        const bytes = await source.read(start, end);
        read += bytes.length;
        return bytes;
      },
    };
    const paths: string[] = [];
    await walkTar(counted, ({ path }) => void paths.push(path));
    expect(paths).toEqual(["a", "b", "c"]);
    expect(read).toBeLessThan(4 * 2 ** 20);
  });
});

/** A decoder for tests: the contents are the pixels, 2 × 2 × 1. */
const decode = async (blob: Blob): Promise<RawPixels> => {
  const data = new Uint8Array(await blob.arrayBuffer());
  if (data.length !== 4) throw new Error("no picture of mine");
  return { data, width: 2, height: 2 };
};
const OPTIONS: TarOptions = { height: 2, width: 2, channels: 1, decode };
const pixels = (value: number) => Uint8Array.of(value, value + 1, value + 2, value + 3);
const context = { signal: new AbortController().signal };

describe("a store of shards", () => {
  it("has the samples of all shards, in order, with their labels", async () => {
    const shards = [
      file(
        tarOf([
          ["x/1.png", pixels(10)],
          ["x/1.cls", "2"],
          ["x/2.cls", "0\n"],
          ["x/2.png", pixels(20)],
        ]),
        "a.tar",
      ),
      file(
        tarOf([
          ["y.left.jpg", pixels(30)],
          ["y.json", '{"label": 1, "k": 2}'],
          ["z.JPG", pixels(40)],
          ["z.cls", "1"],
          [".hidden", "x"],
          ["README", "x"],
        ]),
        "b.tar",
      ),
    ];
    const store = await tarStore(shards, { ...OPTIONS, classNames: ["a", "b", "c"] });
    expect(store).toMatchObject({ count: 4, height: 2, width: 2, channels: 1, classNames: ["a", "b", "c"] });
    expect(store.labels).toEqual([2, 0, 1, 1]);
    expect(store.fields).toEqual({ name: ["x/1", "x/2", "y", "z"] });
    expect((await store.read([3, 0, 2], context)).images).toEqual([pixels(40), pixels(10), pixels(30)]);
  });

  it("takes the endings that it is told, and no labels where there are none", async () => {
    const sample: Entry[] = [
      ["1.left.png", pixels(1)],
      ["1.right.png", pixels(5)],
      ["1.cls", "7"],
      ["1.coarse.cls", "3"],
      ["1.meta.json", '{"label": 4}'],
    ];
    const shard = file(tarOf(sample), "a.tar");
    const right = await tarStore(shard, { ...OPTIONS, picture: "right.png", label: "coarse.cls" });
    expect([right.labels, (await right.read([0], context)).images]).toEqual([[3], [pixels(5)]]);
    expect((await tarStore(shard, { ...OPTIONS, label: "meta.json" })).labels).toEqual([4]);
    const unlabelled = await tarStore(
      file(
        tarOf([
          ["1.png", pixels(1)],
          ["1.json", '{"url": 1}'],
        ]),
        "a.tar",
      ),
      OPTIONS,
    );
    expect(unlabelled.labels).toBeUndefined();
  });

  it("reads neighbours together, and pictures that cannot be decoded are errors in their places", async () => {
    const many: Entry[] = Array.from({ length: 50 }, (_, i) => [`${i}.png`, i === 7 ? "what?" : pixels(i)]);
    const blob = new Blob([tarOf(many)]);
    let reads = 0;
    const slice = blob.slice.bind(blob);
    blob.slice = (...range) => {
      reads++;
      return slice(...range);
    };
    const store = await tarStore(blob, OPTIONS);
    reads = 0;
    const { images } = await store.read(
      Array.from({ length: 50 }, (_, i) => 49 - i),
      context,
    );
    expect(reads).toBe(1);
    expect((images as unknown[]).toSpliced(42, 1)).toEqual(
      Array.from({ length: 50 }, (_, i) => pixels(49 - i)).toSpliced(42, 1),
    );
    expect(`${(images as unknown[])[42]}`).toBe(
      'SourceError: 7: expected a picture that can be decoded, found text beginning "what?" (no picture of mine)',
    );
  });

  it("says how far the pass is, and ends when it is told to", async () => {
    const shard = file(tarOf(Array.from({ length: 8 }, (_, i) => [`${i}.png`, noise(500_000, i)] as const)), "a.tar");
    const told: [string, number, number | undefined][] = [];
    await tarStore(shard, { ...OPTIONS, onProgress: ({ phase, loaded, total }) => told.push([phase, loaded, total]) });
    expect(told.length).toBeGreaterThan(2);
    expect(told.every(([phase, , total]) => phase === "index" && total === shard.size)).toBe(true);
    const giving = new AbortController();
    const reason = new Error("enough");
    const options = { ...OPTIONS, signal: giving.signal, onProgress: () => giving.abort(reason) };
    await expect(tarStore([shard, shard], options)).rejects.toBe(reason);
  });
});

describe("shards that are refused, each by its name and with what is wrong", () => {
  const good: Entry[] = [
    ["1.png", pixels(1)],
    ["1.cls", "0"],
    ["2.png", pixels(2)],
    ["2.cls", "1"],
  ];
  const bytes = tarOf(good);
  const damaged = bytes.slice();
  damaged[1024 + 3]! ^= 1;
  const badSize = tarOf([["1.png", pixels(1)]]);
  const shard = (contents: BlobPart) => file(contents, "a.tar");
  const wrong: [string, unknown, Partial<TarOptions>, string][] = [
    [
      "cut off in a header",
      shard(bytes.slice(0, 1224)),
      {},
      "a.tar: expected a whole tar archive, found one that is cut off after 1224 bytes, in or after 1.png",
    ],
    [
      "cut off in a picture",
      shard(bytes.slice(0, 514)),
      {},
      "a.tar: expected a whole tar archive, found one that is cut off after 514 bytes, in or after 1.png",
    ],
    [
      "cut off between files",
      shard(bytes.slice(0, 2048)),
      {},
      "a.tar: expected a whole tar archive, found one that is cut off after 2048 bytes, in or after 1.cls",
    ],
    [
      "without an end",
      shard(tarOf(good, { endless: true })),
      {},
      "a.tar: expected a whole tar archive, found one that is cut off after 4096 bytes, in or after 2.cls",
    ],
    [
      "damaged",
      shard(damaged),
      {},
      "a.tar: expected a sound tar archive, found a damaged header at byte 1024, after 1.png",
    ],
    ["empty", shard(""), {}, "a.tar: expected a tar archive, found an empty file"],
    ["without files", shard(tarOf([])), {}, "a.tar: expected samples with pictures, found an archive without any file"],
    [
      "packed",
      shard(gzip(bytes)),
      {},
      "a.tar: expected a tar archive, found gzip data (unpack it: what is packed cannot be read in pieces)",
    ],
    [
      "a zip archive",
      shard(text("PK\x03\x04".padEnd(600))),
      {},
      "a.tar: expected a tar archive, found a zip archive (unpack it first)",
    ],
    [
      "a server's page",
      shard("<!doctype html><p>404"),
      {},
      "a.tar: expected a tar archive, found something that looks like an HTML page",
    ],
    ["something else", shard(ramp(2000)), {}, "a.tar: expected a tar archive, found 512 bytes of something else"],
    [
      "a sample without a picture",
      shard(tarOf([...good, ["3.json", "{}"], ["3.txt", "x"]])),
      {},
      "a.tar, 3: expected a picture (.jpg, .jpeg, .png, .webp, .gif, .bmp, .avif), found .json, .txt",
    ],
    ["another ending", shard(bytes), { picture: "jpg" }, "a.tar, 1: expected a picture (.jpg), found .png, .cls"],
    [
      "a sample without a label",
      shard(tarOf([...good, ["3.png", pixels(3)]])),
      {},
      "a.tar, 3: expected a label, as other samples have, found none",
    ],
    [
      "labels nowhere",
      shard(tarOf([["1.png", pixels(1)]])),
      { label: "cls" },
      "a.tar, 1: expected a label in .cls, found none",
    ],
    [
      "a label that is a word",
      shard(
        tarOf([
          ["1.png", pixels(1)],
          ["1.cls", "cat"],
        ]),
      ),
      {},
      'a.tar, 1.cls: expected a class id, found "cat"',
    ],
    [
      "a label that is empty",
      shard(
        tarOf([
          ["1.png", pixels(1)],
          ["1.cls", ""],
        ]),
      ),
      {},
      "a.tar, 1.cls: expected a class id, found an empty file",
    ],
    [
      "a label of JSON that is a word",
      shard(
        tarOf([
          ["1.png", pixels(1)],
          ["1.json", '{"label": "cat"}'],
        ]),
      ),
      {},
      'a.tar, 1.json.label: expected a class id, found "cat"',
    ],
    [
      "no JSON",
      shard(
        tarOf([
          ["1.png", pixels(1)],
          ["1.json", "{"],
        ]),
      ),
      { label: "json" },
      "a.tar, 1.json: expected JSON, found ",
    ],
    ["no shard", [], {}, "shards: expected at least one tar archive, found []"],
    ["no file", [5], {}, "shards: expected a File, a Blob or an address, found 5"],
    ["no address", ["shard.tar"], {}, 'shards: expected a File, a Blob or an address, found "shard.tar"'],
    [
      "no size",
      shard(bytes),
      { height: 0 },
      'height: expected a whole number of at least 1 (or sizes: "own" in place of both), found 0',
    ],
    ["no ending", shard(bytes), { picture: "" }, 'picture: expected an ending, such as jpg, found ""'],
    ["no number of workers", shard(bytes), { workers: -1 }, "workers: expected an integer in 0..64, found -1"],
    ["no decoder", shard(bytes), { decode: "sharp" as never }, 'decode: expected a function, found "sharp"'],
  ];
  it.each(wrong)("%s", async (_, shards, options, message) => {
    const said = await outcome(() => tarStore(shards as Blob, { ...OPTIONS, ...options }));
    expect(said.replace(/^(Source|Input)Error: /, "").slice(0, message.length)).toBe(message);
  });

  it("a size that is no number", async () => {
    badSize.set(text("99999999999\0"), 124);
    // With the right sum, so that it is the size that is wrong.
    badSize.set(text("        "), 148);
    const sum = badSize.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    badSize.set(text(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
    expect(await outcome(() => tarStore(shard(badSize), OPTIONS))).toBe(
      "SourceError: a.tar: expected a sound tar archive, found a size that is none at byte 0, at the beginning",
    );
  });
});
