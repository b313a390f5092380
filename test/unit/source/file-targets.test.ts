/** Class maps and boxes in files beside pictures: the numbers in PNG files, and fitted as their pictures are. */
import { describe, expect, test } from "vitest";
import { fileTargets } from "../../../src/source/file-targets.ts";
import { readPngIds } from "../../../src/source/png-ids.ts";
import { openStore, type Picture } from "../../../src/source/store.ts";
import type { PictureObjects } from "../../../src/source/store-targets.ts";
import { type TarOptions, tarStore } from "../../../src/source/tar-store.ts";
import { greyOf, pngOf } from "../../png.ts";
import { noise } from "../../random.ts";
import { type Entry, tarOf } from "../../tar.ts";

describe("the ids of a PNG file", () => {
  test.each([
    [1, 0],
    [2, 0],
    [4, 3],
    [8, 0],
    [8, 3],
    [8, 4],
    [16, 0],
    [8, 2],
    [8, 6],
  ])("of %i bits, colour type %i, whatever filter a row has", async (depth, colour) => {
    const [width, height] = [13, 11];
    const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]!;
    const rowBytes = Math.ceil((width * samples * depth) / 8);
    const bytes = noise(height * rowBytes, depth + colour);
    const rows = Array.from({ length: height }, (_, y) => bytes.subarray(y * rowBytes, (y + 1) * rowBytes));
    const made = await readPngIds(pngOf(width, rows, { depth, colour }), "a.png");
    expect([made.height, made.width]).toEqual([height, width]);
    const wanted = rows.flatMap((row) =>
      Array.from({ length: width }, (_, x) => {
        if (depth < 8) return Number.parseInt(bits(row).slice(x * depth, (x + 1) * depth), 2);
        if (depth === 16) return 256 * row[2 * x]! + row[2 * x + 1]!;
        const at = samples * x;
        return samples < 3 ? row[at]! : row[at]! + 256 * row[at + 1]! + 65_536 * row[at + 2]!;
      }),
    );
    expect(Array.from(made.ids)).toEqual(wanted);
  });

  const bits = (row: Uint8Array) => Array.from(row, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const good = greyOf(noise(12), 4);
  const damaged = good.map((byte, i) => (i > 45 && i < 56 ? 255 - byte : byte));

  test.each<[string, Uint8Array, string]>([
    ["no PNG", Uint8Array.of(1, 2, 3), "m.png: expected a PNG file, found 3 bytes of something else"],
    ["cut off", good.subarray(0, 50), "m.png: expected a whole PNG file, found one that is cut off"],
    ["damaged", damaged, "m.png: expected pixels that can be unpacked, found damaged data"],
    [
      "interlaced",
      pngOf(4, [noise(4)], { depth: 8, colour: 0, interlaced: true }),
      "m.png: expected a PNG file that is not interlaced, found an interlaced one",
    ],
    [
      "48 bits a pixel",
      pngOf(4, [noise(24)], { depth: 16, colour: 2 }),
      "m.png: expected ids of 1 to 16 bits, or in 8 bits a colour, found 16 bits, type 2",
    ],
    ["a row too few", pngOf(4, [noise(3)], { depth: 8, colour: 0 }), "m.png: expected 5 bytes of pixels, found 4"],
  ])("are not read of a file that is %s", async (_, bytes, message) => {
    await expect(readPngIds(bytes, "m.png")).rejects.toThrow(message);
  });
});

const [HEIGHT, WIDTH] = [12, 20];
/** Pixels whose levels are the ids, so that what happens to a picture is seen in it. */
const ids = Uint8Array.from({ length: HEIGHT * WIDTH }, (_, i) => (i * 7) % 251);
const decode = async () => ({ data: ids, width: WIDTH, height: HEIGHT });

const shard = (entries: Entry[]) => new File([tarOf(entries)], "a.tar");
const sample = (key: string, boxes: number[][], more: object = {}): Entry[] => [
  [`${key}.jpg`, "a picture"],
  [`${key}.json`, JSON.stringify({ boxes, labels: boxes.map((_, i) => i + 3), ...more })],
  [`${key}.seg.png`, greyOf(ids, WIDTH)],
];
const TARGETS = { masks: { kind: "mask" }, objects: { kind: "objects", format: "xywh" } } as const;

type Given = Partial<Omit<TarOptions, "targets">> & { targets?: Parameters<typeof fileTargets>[0] };

async function readOf(
  { targets = TARGETS, ...options }: Given,
  entries = [...sample("a", [[4, 2, 8, 6]]), ...sample("b", [])],
) {
  const store = openStore(
    "store",
    await tarStore(shard(entries), { channels: 1, targets: fileTargets(targets), decode, ...options }),
  );
  const read = await store.read([1, 0], { signal: new AbortController().signal });
  return { store, read };
}

const boxesOf = (picture: Picture) => {
  const { set, picture: place } = picture.targets!.objects as PictureObjects;
  const [from, end] = [set.offsets[place]!, set.offsets[place + 1]!];
  return Array.from({ length: end - from }, (_, i) =>
    Array.from({ length: 4 }, (_, k) => Math.round(1e4 * set.boxes[4 * (from + i) + k]!) / 1e4),
  );
};

describe("shards with maps and boxes", () => {
  test("pictures that keep their sizes: maps and boxes as they are", async () => {
    const { read, store } = await readOf({ sizes: "own" });
    const [b, a] = read as [Picture, Picture];
    expect(a.targets!.masks).toEqual(ids);
    expect([boxesOf(a), boxesOf(b)]).toEqual([[[4, 2, 8, 6]], []]);
    expect((a.targets!.objects as PictureObjects).set.labels![0]).toBe(3);
    expect(Object.keys(store.targets)).toEqual(["masks", "objects"]);
  });

  test("cut to fit: what is left of the map is the middle, and boxes are cut off", async () => {
    const { read } = await readOf({ height: 12, width: 12 });
    const [, a] = read as [Picture, Picture];
    const middle = Array.from({ length: 144 }, (_, i) => ids[Math.floor(i / 12) * WIDTH + 4 + (i % 12)]!);
    expect(a.targets!.masks).toEqual(Uint8Array.from(middle));
    expect(a.data).toEqual(Uint8Array.from(middle));
    expect(boxesOf(a)).toEqual([[0, 2, 8, 6]]);
  });

  test("halved and stretched, and with room around", async () => {
    const stretched = (await readOf({ height: 6, width: 40, fit: "fill" })).read[1] as Picture;
    const wanted = Array.from(
      { length: 240 },
      (_, i) => ids[(2 * Math.floor(i / 40) + 1) * WIDTH + (((i % 40) / 2) | 0)]!,
    );
    expect(stretched.targets!.masks).toEqual(Uint8Array.from(wanted));
    expect(boxesOf(stretched)).toEqual([[8, 1, 16, 3]]);
    const around = (await readOf({ height: 20, width: 20, fit: "contain" })).read[1] as Picture;
    const map = around.targets!.masks as Uint8Array;
    expect(map.subarray(4 * 20, 16 * 20)).toEqual(ids);
    expect([...new Set([...map.subarray(0, 80), ...map.subarray(320)])]).toEqual([255]);
    expect(boxesOf(around)).toEqual([[4, 6, 8, 6]]);
  });

  test("another form of file, in shares, with points, and ids of two bytes", async () => {
    const rows = Array.from({ length: HEIGHT }, (_, y) =>
      Uint8Array.from({ length: 2 * WIDTH }, (_, i) => (i + y) & 255),
    );
    const targets: Given["targets"] = {
      masks: { kind: "mask", file: "map.png", bytes: 2, ignoreIndex: null },
      objects: {
        kind: "objects",
        file: "ann.json",
        format: "cxcywh",
        normalized: true,
        keypoints: { count: 1, at: "edge" },
        read: (value) => {
          const { found } = value as { found: { box: number[]; point: number[] }[] };
          return { boxes: found.map(({ box }) => box), keypoints: found.flatMap(({ point }) => point) };
        },
      },
    };
    const { read } = await readOf({ height: 12, width: 10, targets }, [
      ["a.ann.json", JSON.stringify({ found: [{ box: [0.5, 0.5, 0.2, 0.5], point: [0.5, 0.25, 2] }] })],
      ["a.jpg", "a picture"],
      ["a.map.png", pngOf(WIDTH, rows, { depth: 16, colour: 0 })],
      ["b.ann.json", JSON.stringify({ found: [] })],
      ["b.jpg", "a picture"],
      ["b.map.png", pngOf(WIDTH, rows, { depth: 16, colour: 0 })],
    ]);
    const a = read[1] as Picture;
    expect(boxesOf(a)).toEqual([[0.5, 0.5, 0.4, 0.5]]);
    const { set } = a.targets!.objects as PictureObjects;
    expect(Array.from(set.keypoints!.data.slice(0, 3))).toEqual([0.5, 0.25, 2]);
    expect((a.targets!.masks as Uint8Array).length).toBe(2 * 12 * 10);
  });

  test.each<[string, Given, Entry[] | undefined, string]>([
    ["no targets", { targets: 3 as never }, undefined, "fileTargets: expected targets by name, found 3"],
    [
      "further pictures",
      { targets: { depth: { kind: "image" } as never } },
      undefined,
      'fileTargets.depth.kind: expected "mask" or "objects", found "image"',
    ],
    [
      "an ending that is none",
      { targets: { masks: { kind: "mask", file: "" } } },
      undefined,
      'fileTargets.masks.file: expected an ending, such as seg.png, found ""',
    ],
    [
      "one ending for two",
      { targets: { masks: { kind: "mask" }, others: { kind: "mask" } } },
      undefined,
      "fileTargets: expected files of an ending of its own for each, found .seg.png twice",
    ],
    [
      "no id for what is free",
      { fit: "contain", targets: { masks: { kind: "mask", ignoreIndex: null } } },
      undefined,
      'targets.masks.ignoreIndex: expected an id for what "contain" leaves free, found null',
    ],
    [
      "a sample without a map",
      {},
      [...sample("a", []), ["b.jpg", "x"], ["b.json", '{"boxes":[]}']],
      "a.tar, b: expected a file .seg.png for targets.masks, found .jpg, .json",
    ],
  ])("are refused: %s", async (_, more, entries, message) => {
    await expect(readOf({ height: 12, width: 20, ...more }, entries)).rejects.toThrow(message);
  });

  test("are refused: targets that fileTargets did not make", async () => {
    const options = { height: 12, width: 20, decode, targets: TARGETS as never };
    await expect(tarStore(shard(sample("a", [])), options)).rejects.toThrow(
      "targets: expected what fileTargets({ … }) makes, found Object",
    );
  });

  test.each<[string, Entry[], string]>([
    [
      "a map of another size",
      [
        ["a.jpg", "x"],
        ["a.json", '{"boxes":[]}'],
        ["a.seg.png", greyOf(noise(12), 4)],
      ],
      "sample 0 (a), a.seg.png: expected 12 × 20 ids, as its picture has, found 3 × 4",
    ],
    [
      "no JSON",
      [
        ["a.jpg", "x"],
        ["a.json", "{"],
        ["a.seg.png", greyOf(ids, WIDTH)],
      ],
      "sample 0 (a), a.json: expected JSON",
    ],
    [
      "no boxes",
      [
        ["a.jpg", "x"],
        ["a.json", '{"bbox":[]}'],
        ["a.seg.png", greyOf(ids, WIDTH)],
      ],
      "sample 0 (a), a.json: expected an object with `boxes`",
    ],
    [
      "a box of three numbers",
      [
        ["a.jpg", "x"],
        ["a.json", '{"boxes":[[1,2,3]]}'],
        ["a.seg.png", greyOf(ids, WIDTH)],
      ],
      "sample 0 (a), a.json.boxes[0]",
    ],
  ])("one sample alone cannot be read: %s", async (_, entries, message) => {
    const { read } = await readOf({ height: 12, width: 20 }, [...entries, ...sample("b", [[1, 1, 4, 4]])]);
    expect(boxesOf(read[0] as Picture)).toEqual([[1, 1, 4, 4]]);
    expect(String(read[1])).toContain(message);
  });
});
