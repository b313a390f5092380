/** Which file belongs to which picture, and what is read of it by stores of files. */
import { describe, expect, test } from "vitest";
import { fileTargets } from "../../../src/source/file-targets.ts";
import { decodeImages } from "../../../src/source/images.ts";
import { checkPairedFiles, pairedFiles } from "../../../src/source/paired-files.ts";
import { pictureStore } from "../../../src/source/picture-store.ts";
import { openStore, type Picture } from "../../../src/source/store.ts";
import { greyOf, pngOf } from "../../png.ts";
import { noise } from "../../random.ts";

const fileAt = (path: string, contents: Uint8Array<ArrayBuffer> | string = path): File => {
  const file = new File([contents], path.split("/").at(-1)!);
  if (path.includes("/")) Object.defineProperty(file, "webkitRelativePath", { value: path });
  return file;
};
const handleAt = (name: string, file = fileAt(name)) => ({ name, getFile: async () => file });

const paired = async (pictures: readonly (string | undefined)[], files: readonly string[], ending?: string) => {
  const list = checkPairedFiles(
    "files",
    files.map((path) => fileAt(path)),
  );
  const found = pairedFiles("files", list, ending, pictures);
  return Promise.all(found.map((file) => (file as File).text()));
};

describe("a picture's file", () => {
  test.each<[string, string[], string[], string | undefined, string[]]>([
    [
      "has its name",
      ["images/b.jpg", "images/a.jpg"],
      ["masks/a.png", "masks/b.png"],
      undefined,
      ["masks/b.png", "masks/a.png"],
    ],
    [
      "is in another folder for each",
      ["in/b/1.jpg", "in/a/1.jpg"],
      ["m/a/1.png", "m/b/1.png"],
      undefined,
      ["m/b/1.png", "m/a/1.png"],
    ],
    ["of some pictures", ["in/dog/1.jpg"], ["m/cat/1.png", "m/dog/1.png"], undefined, ["m/dog/1.png"]],
    ["has dots in its name", ["a.b.jpg"], ["a.png", "a.b.png"], undefined, ["a.b.png"]],
    [
      "has an ending of its own",
      ["a.jpg", "b.jpg"],
      ["a.jpg", "a.seg.png", "b.jpg", "b.SEG.png", "b.json"],
      "seg.png",
      ["a.seg.png", "b.SEG.png"],
    ],
    ["is that of a picture that comes twice", ["a.jpg", "a.jpg"], ["a.png"], undefined, ["a.png", "a.png"]],
    ["has letters that are composed in another way", ["é.jpg"], ["é.png"], undefined, ["é.png"]],
  ])("%s", async (_, pictures, files, ending, wanted) => {
    expect(await paired(pictures, files, ending)).toEqual(wanted);
  });

  test("is the one in its place, where not all have names, or what a function says", async () => {
    expect(await paired([undefined, "b.jpg"], ["y.png", "x.png"])).toEqual(["y.png", "x.png"]);
    const said = pairedFiles("files", (name, i) => new Blob([`${name} ${i}`]), undefined, ["b.jpg", undefined]);
    expect(await Promise.all(said.map((file) => (file as Blob).text()))).toEqual(["b.jpg 0", "images[1] 1"]);
  });

  test.each<[string, (string | undefined)[], string[], string | undefined, string]>([
    [
      "without one",
      ["a.jpg", "c.jpg"],
      ["a.png", "b.png"],
      undefined,
      "files, for c.jpg: expected a file c of any ending, found 2 others (a.png, b.png)",
    ],
    [
      "without one of the ending",
      ["a.jpg"],
      ["a.png"],
      "seg.png",
      "files, for a.jpg: expected a file a.seg.png, found none at all",
    ],
    [
      "with two",
      ["in/a.jpg"],
      ["x/a.png", "y/a.png"],
      undefined,
      "files, for in/a.jpg: expected one file of its name, found x/a.png and y/a.png",
    ],
    [
      "with another's",
      ["in/x/a.jpg", "in/y/a.jpg"],
      ["m/x/a.png"],
      undefined,
      "files, for in/y/a.jpg: expected a file of its own, found m/x/a.png, which is that of in/x/a.jpg",
    ],
    [
      "too few without names",
      [undefined, undefined],
      ["a.png"],
      undefined,
      "files: expected 2 files, one a picture, as not all have names, found 1",
    ],
  ])("is refused: %s", async (_, pictures, files, ending, message) => {
    await expect(paired(pictures, files, ending)).rejects.toThrow(message);
  });

  test("is refused: what is no file", () => {
    const wrong: [unknown, string][] = [
      [3, "files: expected a list of files, or a function from a picture's name to its file, found 3"],
      [["a.png"], 'files[0]: expected a File, a Blob or a handle of a file, found "a.png"'],
    ];
    for (const [files, message] of wrong) expect(() => checkPairedFiles("files", files)).toThrow(message);
    expect(() => pairedFiles("files", () => undefined, undefined, ["a.jpg"])).toThrow(
      'files("a.jpg"): expected a file, found undefined',
    );
    expect(() => pairedFiles("files", () => 3 as never, undefined, ["a.jpg"])).toThrow(
      'files("a.jpg"): expected a File, a Blob or a handle of a file, found 3',
    );
  });
});

const [HEIGHT, WIDTH] = [12, 20];
const ids = Uint8Array.from({ length: HEIGHT * WIDTH }, (_, i) => (i * 7) % 251);
const decode = async () => ({ data: ids, width: WIDTH, height: HEIGHT });
const map = fileAt("masks/a.png", greyOf(ids, WIDTH));
const wide = fileAt(
  "masks/b.png",
  pngOf(
    WIDTH,
    Array.from({ length: HEIGHT }, (_, y) => noise(3 * WIDTH, y)),
    { depth: 8, colour: 2 },
  ),
);
const pictures = [fileAt("images/a.jpg"), handleAt("b.jpg")];
const read = async (options: Parameters<typeof pictureStore>[1], list = pictures) =>
  openStore("store", pictureStore(list, { decode, channels: 1, ...options })).read([1, 0], {
    signal: new AbortController().signal,
  });

describe("pictures with files beside them", () => {
  test("maps of 24 bits, boxes out of JSON, and handles, as a stream and as a dataset read them", async () => {
    const boxes = (name: string, box: number[]) => fileAt(name, JSON.stringify({ boxes: [box], labels: [4] }));
    const targets = fileTargets({
      masks: { kind: "mask", files: [wide, map], bytes: 3 },
      objects: {
        kind: "objects",
        files: [handleAt("b.json", boxes("b.json", [1, 1, 14, 4])), boxes("a.json", [8, 2, 12, 6])],
        format: "xyxy",
      },
    });
    const options = { height: 12, width: 12, targets };
    const [b, a] = (await read(options)) as [Picture, Picture];
    const middle = (id: (at: number, i: number) => number) =>
      Array.from({ length: 144 }, (_, i) => id(Math.floor(i / 12) * WIDTH + 4 + (i % 12), i));
    const bytes = (id: number) => [id & 255, (id >> 8) & 255, id >> 16];
    expect(Array.from(a.targets!.masks as Uint8Array)).toEqual(middle((at) => ids[at]!).flatMap(bytes));
    const rgb = Array.from({ length: HEIGHT }, (_, y) => Array.from(noise(3 * WIDTH, y))).flat();
    const wanted = middle((at) => rgb[3 * at]! + 256 * rgb[3 * at + 1]! + 65_536 * rgb[3 * at + 2]!);
    expect(Array.from(b.targets!.masks as Uint8Array)).toEqual(wanted.flatMap(bytes));

    const files = [pictures[0] as File, await (pictures[1] as ReturnType<typeof handleAt>).getFile()];
    const host = await decodeImages(files, { decode, channels: 1, ...options });
    const { masks, objects } = host.targets as unknown as {
      masks: { ids: Uint32Array };
      objects: { boxes: ArrayLike<number> };
    };
    expect(Array.from(masks.ids)).toEqual([...middle((at) => ids[at]!), ...wanted]);
    // Boxes are cut off with their pictures, of which four pixels are gone at either side.
    expect(Array.from(objects.boxes)).toEqual([4, 2, 8, 6, 0, 1, 10, 4]);
  });

  test("one that cannot be read says which file it was, and is left out where that was asked for", async () => {
    const small = fileAt("masks/b.png", greyOf(noise(12), 4));
    const targets = fileTargets({ masks: { kind: "mask", files: [map, small] } });
    const options = { height: HEIGHT, width: WIDTH, channels: 1 as const, decode, targets };
    const [b, a] = await read(options);
    expect((a as Picture).targets!.masks).toEqual(ids);
    const message = "masks/b.png: expected 12 × 20 ids, as its picture has, found 3 × 4";
    expect(String(b)).toContain(`sample 1 (b.jpg), ${message}`);
    const gone = { name: "b.png", getFile: () => Promise.reject(new Error("it was moved")) };
    const masks = fileTargets({ masks: { kind: "mask", files: [map, gone] } });
    const files = [fileAt("images/b.jpg"), fileAt("images/a.jpg")];
    const { skipped } = await decodeImages(files, { ...options, targets: masks, onError: "skip" });
    expect(skipped![0]!.reason).toBe("b.png: expected a file that can be read, found it was moved");
    await expect(decodeImages(files, options)).rejects.toThrow(message);
    const host = await decodeImages(files, { ...options, onError: "skip" });
    expect([host.count, host.skipped]).toEqual([1, [{ index: 0, name: "images/b.jpg", reason: message }]]);
    expect((host.targets!.masks as { ids: Uint8Array }).ids).toEqual(ids);
  });

  test.each<[string, object, string]>([
    [
      "targets that fileTargets did not make",
      { targets: {} },
      "targets: expected what fileTargets({ … }) makes, found Object",
    ],
    [
      "no files",
      { targets: fileTargets({ masks: { kind: "mask" } }) },
      "targets.masks.files: expected the files that belong to the pictures, found undefined",
    ],
    [
      "no id for what is free",
      { fit: "contain", targets: fileTargets({ masks: { kind: "mask", files: [map], ignoreIndex: null } }) },
      'targets.masks.ignoreIndex: expected an id for what "contain" leaves free, found null',
    ],
    [
      "no map",
      { targets: fileTargets({ masks: { kind: "mask", files: [wide] } }) },
      "targets.masks.files, for images/a.jpg: expected a file a of any ending, found 1 other (masks/b.png)",
    ],
    [
      "no PNG",
      { targets: fileTargets({ masks: { kind: "mask", files: [fileAt("a.jpg")] } }) },
      "a.jpg: expected a PNG file, found 5 bytes of something else",
    ],
    [
      "more classes than were said",
      { targets: fileTargets({ masks: { kind: "mask", files: [map], classes: 21 } }) },
      "masks/a.png, pixel 3, 0: expected an id below 21, or 255, found 21",
    ],
    [
      "ids of more bytes than were said",
      { targets: fileTargets({ masks: { kind: "mask", files: () => wide } }) },
      "masks/b.png, pixel 0, 0: expected an id below 256, found",
    ],
  ])("are refused: %s", async (_, options, message) => {
    const given = { height: 12, width: 20, decode, channels: 1, ...options } as never;
    await expect(decodeImages([fileAt("images/a.jpg")], given)).rejects.toThrow(message);
  });
});
