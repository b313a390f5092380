/** Class maps beside pictures: moved as these are, written beside them, and read again. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { pngOf } from "../png.ts";
import { tarOf } from "../tar.ts";
import { filesIn, made, mixwell, newFolder, put } from "./help.ts";
import { entriesOf } from "./untar.ts";

const SIDE = 24;
const COUNT = 4;
/** So far apart that a picture's greys say which class each pixel is of. */
const STEP = 60;
const SIZE = ["--size", `${SIDE}`, "--format", "png"];

/** Four areas, in other places in each picture. */
const idsOf = (n: number): Uint8Array =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return x < 4 + 4 * n ? 1 : y < 12 ? 2 : x > y ? 3 : 0;
  });

const rowsOf = (values: Uint8Array): Uint8Array[] =>
  Array.from({ length: SIDE }, (_, y) => values.subarray(y * SIDE, (y + 1) * SIDE));

/** Grey of 8 bits, or places in a palette. */
const mapOf = (ids: Uint8Array, colour: 0 | 3 = 0) => pngOf(SIDE, rowsOf(ids), { depth: 8, colour });
const pictureOf = (ids: Uint8Array) =>
  sharp(
    ids.map((id) => STEP * id),
    { raw: { width: SIDE, height: SIDE, channels: 1 } },
  )
    .toColourspace("b-w")
    .png()
    .toBuffer();

/** Which of them is which in the order of their paths. */
const IN_ORDER = [0, 2, 1, 3];

/** Pictures in two folders, and their maps in two folders of the same names. */
async function shapes(root: string): Promise<{ pictures: string; maps: string }> {
  for (let n = 0; n < COUNT; n++) {
    const name = `${n % 2 === 0 ? "a" : "b"}/${n}.png`;
    put(join(root, "pictures", name), await pictureOf(idsOf(n)));
    put(join(root, "maps", name), mapOf(idsOf(n), n % 2 === 0 ? 3 : 0));
  }
  return { pictures: join(root, "pictures"), maps: join(root, "maps") };
}

/** The first value of each pixel. */
async function valuesOf(file: string | Buffer): Promise<number[]> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.width * info.height }, (_, i) => data[i * info.channels]!);
}

/** Moves bytes, and nothing in between: the greys of the pictures stay those of classes. */
const MOVES = [
  { kind: "op", op: "flipX", prob: 0.5 },
  { kind: "op", op: "rotate", degrees: 90, prob: 0.5 },
  { kind: "cutmix", alpha: 1 },
];

const policyIn = (folder: string, policy: object): string => put(join(folder, "policy.json"), JSON.stringify(policy));

test("every pixel's id is the class of what the picture shows there, in folders and in shards", async () => {
  const folder = newFolder();
  const { pictures, maps } = await shapes(folder);
  const command = ["--maps", maps, "--policy", policyIn(folder, MOVES), "--variants", "3", ...SIZE];
  await made(["augment", pictures, join(folder, "out"), ...command, "--to", "folder"]);
  const part = join(folder, "out/part-000000");
  const lines = readFileSync(join(part, "labels.jsonl"), "utf8").trim().split("\n");
  expect(lines.length).toBe(3 * COUNT);
  const seen: number[] = [];
  for (const { file, map } of lines.map((line) => JSON.parse(line))) {
    expect(map).toBe(`maps/${file}`);
    const ids = await valuesOf(join(part, map));
    expect(ids.map((id) => STEP * id)).toEqual(await valuesOf(join(part, file)));
    expect(await sharp(join(part, map)).metadata()).toMatchObject({ channels: 1, depth: "uchar" });
    seen.push(...ids);
  }
  expect([...new Set(seen)].sort()).toEqual([0, 1, 2, 3]);
  const { verified, wrong } = JSON.parse((await made(["inspect", join(folder, "out"), "--verify"])).out[0]!);
  expect([verified, wrong]).toEqual([true, []]);

  await made(["augment", pictures, join(folder, "shards"), ...command]);
  const entries = entriesOf(readFileSync(join(folder, "shards/shard-000000.tar")));
  const fileOf = (name: string) => entries.find((entry) => entry.name === name)?.contents;
  for (const { file } of lines.map((line) => JSON.parse(line))) {
    const key = file.slice(0, -".png".length);
    expect(fileOf(file)).toEqual(readFileSync(join(part, file)));
    expect(fileOf(`${key}.seg.png`)).toEqual(readFileSync(join(part, "maps", file)));
  }

  // What was written is read again, and plans that were stored give the same maps.
  await made(["augment", join(folder, "shards"), join(folder, "again"), "--maps", "seg.png", ...SIZE]);
  const again = entriesOf(readFileSync(join(folder, "again/shard-000000.tar")));
  const only = (all: typeof entries) => all.filter(({ name }) => name.endsWith(".png"));
  expect(only(again)).toEqual(only(entries));
  const replayed = join(folder, "replayed");
  await made(["replay", join(folder, "shards/shard-000000.tar"), pictures, replayed, "--maps", maps, ...SIZE]);
  expect(readdirSync(replayed).sort()).toEqual(
    only(entries)
      .map(({ name }) => name)
      .sort(),
  );
  for (const { name, contents } of only(entries)) expect(readFileSync(join(replayed, name)), name).toEqual(contents);
});

test("whoever makes them, and however often it was begun, the bytes are the same", async () => {
  const folder = newFolder();
  const { pictures, maps } = await shapes(folder);
  const command = ["--maps", maps, "--policy", policyIn(folder, MOVES), "--shards", "4", "--to", "folder", ...SIZE];
  await made(["augment", pictures, join(folder, "one"), ...command]);
  for (const shard of ["1/2", "0/2"])
    await made(["augment", pictures, join(folder, "two"), ...command, "--shard", shard]);
  expect(filesIn(join(folder, "two"))).toEqual(filesIn(join(folder, "one")));
  // Another command does not go on with it.
  const other = ["augment", pictures, join(folder, "one"), ...command.slice(2)];
  const { code, err } = await mixwell(other);
  expect([code, err.at(-1)]).toEqual([4, expect.stringContaining("maps")]);
});

test("ids of two and three bytes, and blends by the larger part", async () => {
  const folder = newFolder();
  const values = Array.from({ length: COUNT }, (_, n) => idsOf(n));
  for (const [n, ids] of values.entries()) {
    put(join(folder, "pictures", `${n}.png`), await pictureOf(ids));
    // 0, 300, 600, 900; and 0, 70,000 and so on in three colours.
    const two = Uint8Array.from([...ids].flatMap((id) => [(300 * id) >> 8, (300 * id) & 255]));
    const rows = Array.from({ length: SIDE }, (_, y) => two.subarray(2 * y * SIDE, 2 * (y + 1) * SIDE));
    put(join(folder, "two", `${n}.png`), pngOf(SIDE, rows, { depth: 16, colour: 0 }));
    const three = Uint8Array.from(
      [...ids].flatMap((id) => [0, 1, 2].map((byte) => ((70_000 * id) >> (8 * byte)) & 255)),
    );
    const colours = Array.from({ length: SIDE }, (_, y) => three.subarray(3 * y * SIDE, 3 * (y + 1) * SIDE));
    put(join(folder, "three", `${n}.png`), pngOf(SIDE, colours, { depth: 8, colour: 2 }));
  }
  for (const [name, bytes] of [
    ["two", "2"],
    ["three", "3"],
  ] as const) {
    const maps = ["--maps", join(folder, name), "--map-bytes", bytes];
    await made(["augment", join(folder, "pictures"), join(folder, `of ${name}`), ...maps, "--to", "folder", ...SIZE]);
    for (const [n, ids] of values.entries()) {
      const file = join(folder, `of ${name}`, `part-000000/maps/00000000${n}.png`);
      const read = sharp(file);
      if (bytes === "2") {
        const data = await read.toColourspace("grey16").raw({ depth: "ushort" }).toBuffer();
        expect([...new Uint16Array(data.buffer, data.byteOffset, data.length / 2)]).toEqual(
          [...ids].map((id) => 300 * id),
        );
      } else {
        const data = await read.raw().toBuffer();
        const found = Array.from(ids, (_, i) => data[3 * i]! + 256 * data[3 * i + 1]! + 65_536 * data[3 * i + 2]!);
        expect(found).toEqual([...ids].map((id) => 70_000 * id));
      }
    }
  }
  const { maps, pictures } = await shapes(join(folder, "blend"));
  const mixup = ["--policy", "mixup:1", "--maps", maps, ...SIZE];
  expect((await mixwell(["augment", pictures, join(folder, "refused"), ...mixup])).code).toBe(2);
  await made(["augment", pictures, join(folder, "blended"), ...mixup, "--map-blends", "dominant"]);
  const entries = entriesOf(readFileSync(join(folder, "blended/shard-000000.tar")));
  for (const { name, contents } of entries.filter((entry) => entry.name.endsWith(".seg.png"))) {
    const { plan } = JSON.parse(
      entries.find((entry) => entry.name === name.replace("seg.png", "json"))!.contents.toString(),
    );
    const { own, partner, lambda } = plan.stages[0].rows[0];
    const shown = plan.sources[lambda >= 0.5 || partner === undefined ? own : partner].index;
    expect(await valuesOf(contents)).toEqual([...idsOf(IN_ORDER[shown]!)]);
  }
});

test("maps beside a list, one of which cannot be read: its picture stays out", async () => {
  const folder = newFolder();
  await shapes(folder);
  put(join(folder, "maps/b/1.png"), "no picture");
  const list = put(
    join(folder, "list.csv"),
    "path,label\npictures/a/0.png,0\npictures/b/1.png,1\npictures/a/2.png,0\n",
  );
  const command = ["augment", list, join(folder, "out"), "--maps", join(folder, "maps"), "--to", "folder", ...SIZE];
  expect((await mixwell(command)).code).toBe(3);
  await made([...command.map((word) => (word.endsWith("/out") ? join(folder, "rest") : word)), "--on-error", "skip"]);
  const whole = JSON.parse(readFileSync(join(folder, "rest/manifest.json"), "utf8"));
  expect(whole.skipped).toEqual([{ id: 1, name: "pictures/b/1.png", reason: expect.stringContaining("a PNG file") }]);
  expect(readdirSync(join(folder, "rest/part-000000/maps"))).toEqual(["000000000.png", "000000002.png"]);
  expect(await valuesOf(join(folder, "rest/part-000000/maps/000000002.png"))).toEqual([...idsOf(2)]);
});

test("a contact sheet has the maps over the pictures", async () => {
  const folder = newFolder();
  const { pictures, maps } = await shapes(folder);
  const sheet = ["--size", `${SIDE}`, "--pictures", "1", "--draws", "1", "--channels", "1"];
  await made(["preview", pictures, "--out", join(folder, "plain"), ...sheet]);
  await made(["preview", pictures, "--out", join(folder, "tinted"), ...sheet, "--maps", maps]);
  const coloursOf = async (name: string) => {
    const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: SIDE, height: SIDE, channels: 3 });
    return Array.from({ length: SIDE * SIDE }, (_, i) => data.subarray(3 * i, 3 * i + 3).join());
  };
  const ids = idsOf(0);
  for (const name of ["plain.png", "tinted.png"]) {
    const colours = await coloursOf(name);
    const isGrey = new Set(colours).size === 4 && colours.every((colour) => new Set(colour.split(",")).size === 1);
    expect(isGrey).toBe(name === "plain.png");
    // One colour a class, since each class has one grey.
    const byClass = new Map(Array.from(ids, (id, i) => [id, colours[i]]));
    expect(new Set(byClass.values()).size).toBe(4);
    expect(colours).toEqual(Array.from(ids, (id) => byClass.get(id)));
  }
});

test("what cannot be: each with its exit code, and words that say where and what", async () => {
  const folder = newFolder();
  const { pictures, maps } = await shapes(folder);
  const picture = await pictureOf(idsOf(0));
  put(join(folder, "few/a/0.png"), mapOf(idsOf(0)));
  put(join(folder, "none/notes.txt"), "nothing here");
  for (let n = 0; n < COUNT; n++) {
    const name = `${n % 2 === 0 ? "a" : "b"}/${n}.png`;
    put(join(folder, "small", name), pngOf(2, [Uint8Array.of(0, 1), Uint8Array.of(1, 0)], { depth: 8, colour: 0 }));
    const rows = Array.from({ length: SIDE }, () => new Uint8Array(2 * SIDE).fill(1));
    put(join(folder, "deep", name), pngOf(SIDE, rows, { depth: 16, colour: 0 }));
    put(join(folder, "broken", name), "no picture");
  }
  put(join(folder, "without.tar"), tarOf([["0.png", picture]]));
  const idx = join(folder, "t-images-idx3-ubyte");
  put(idx, Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7));
  const at = (name: string) => join(folder, name);
  const cases: [given: string[], code: number, words: string][] = [
    [[pictures, "--maps", at("nowhere")], 3, "nowhere: expected a folder of class maps: it is not there"],
    [[pictures, "--maps", at("none")], 3, "none: expected PNG files, found 1 other entries"],
    [[pictures, "--maps", at("few")], 3, "for a/2.png: expected a file 2"],
    [[pictures, "--maps", join(pictures, "a")], 2, "--maps: expected a folder beside the pictures"],
    [[pictures, "--maps", at("small")], 3, "sample 0 (a/0.png): expected 24 × 24 ids, as its picture has, found 2 × 2"],
    [[pictures, "--maps", at("broken")], 3, "expected a PNG file"],
    [[pictures, "--maps", at("deep")], 3, "sample 0 (a/0.png), a/0.png, pixel 0, 0: expected an id below 256"],
    [[pictures, "--maps", maps, "--map-bytes", "4"], 2, "--map-bytes"],
    [[idx, "--maps", maps], 2, "--maps: expected picture files or shards, found idx"],
    [[at("without.tar"), "--maps", "seg.png"], 3, "expected a file .seg.png"],
    [[at("without.tar"), "--maps", maps], 2, "--maps: expected an ending of files in the shards"],
  ];
  for (const [[input, ...more], code, words] of cases) {
    const ended = await mixwell(["augment", input!, join(newFolder(), "out"), ...SIZE, ...more]);
    expect.soft([ended.code, ended.err.join("\n")], more.join(" ")).toEqual([code, expect.stringContaining(words)]);
  }
});
