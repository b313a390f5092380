/** Folders as browsers hand them out. */
import { describe, expect, it } from "vitest";
import { labelsFromPaths } from "../../../src/source/class-folders.ts";
import { type FolderInput, filesIn, picturesIn } from "../../../src/source/folder.ts";
import { file, outcome } from "./files.ts";

/** A file as `webkitdirectory` gives it. */
const picked = (path: string, type = ""): File => {
  const made = new File(["x"], path.split("/").at(-1)!, { type });
  Object.defineProperty(made, "webkitRelativePath", { value: path });
  return made;
};

const PATHS = [
  "set/dog/2.JPG",
  "set/dog/1.png",
  "set/cat/indoor/3.webp",
  "set/cat/.DS_Store",
  "set/cat/._3.webp",
  "set/.git/4.png",
  "set/__MACOSX/5.png",
  "set/Thumbs.db",
  "set/notes.txt",
  "set/logo.svg",
];
const PICTURES = ["set/cat/indoor/3.webp", "set/dog/1.png", "set/dog/2.JPG"];

/** What is in a folder: the names of its entries, and for folders what is in them. */
type Tree = { [name: string]: Tree | null };

const tree: Tree = {};
for (const path of PATHS) {
  let at = tree;
  const parts = path.split("/");
  for (const part of parts.slice(0, -1)) {
    at[part] ??= {};
    at = at[part];
  }
  at[parts.at(-1)!] = null;
}

/** A handle, as `showDirectoryPicker` gives it. */
function handleOf(name: string, below: Tree | null): FileSystemHandle {
  if (!below) return { kind: "file", name, getFile: async () => file("x", name) } as unknown as FileSystemHandle;
  const values = async function* () {
    for (const [inner, more] of Object.entries(below)) yield handleOf(inner, more);
  };
  return { kind: "directory", name, values } as unknown as FileSystemHandle;
}

/** What is dropped. A browser hands out a folder's entries a few at a time. */
function entryOf(path: string, below: Tree | null): FileSystemEntry {
  const name = path.split("/").at(-1)!;
  const common = { isFile: !below, isDirectory: below !== null, fullPath: `/${path}`, name };
  if (!below)
    return { ...common, file: (done: (made: File) => void) => done(file("x", name)) } as unknown as FileSystemEntry;
  const createReader = () => {
    const left = Object.entries(below);
    return {
      readEntries: (done: (some: FileSystemEntry[]) => void) =>
        done(left.splice(0, 2).map(([inner, more]) => entryOf(`${path}/${inner}`, more))),
    };
  };
  return { ...common, createReader } as unknown as FileSystemEntry;
}

function drop(entries: FileSystemEntry[], files: File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files } as unknown as DataTransfer;
}

const WAYS: [string, () => FolderInput][] = [
  ["picked by an input of a folder", () => PATHS.map((path) => picked(path))],
  ["by a handle", () => handleOf("set", tree.set!) as FileSystemDirectoryHandle],
  ["dropped", () => drop([entryOf("set", tree.set!)])],
];

describe("the pictures of a folder", () => {
  it.each(WAYS)("%s: by path, without what is hidden and what is no picture", async (_, folder) => {
    const files = await picturesIn(folder());
    expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(PICTURES);
    const { labels, classNames } = labelsFromPaths(files);
    expect([[...labels], classNames]).toEqual([
      [0, 1, 1],
      ["cat", "dog"],
    ]);
  });

  it.each(WAYS)("%s: all of its files but the hidden ones", async (_, folder) => {
    const files = await filesIn(folder());
    expect(files.map(({ webkitRelativePath }) => webkitRelativePath)).toEqual(
      [...PICTURES, "set/logo.svg", "set/notes.txt"].sort(),
    );
    expect(await filesIn([])).toEqual([]);
  });

  it("are files of a drop that has no entries, and files that say themselves what they are", async () => {
    const files = [file("x", "b.png"), picked("a", "image/png"), picked("c", "image/svg+xml")];
    expect((await picturesIn(drop([], files))).map(({ name }) => name)).toEqual(["a", "b.png"]);
  });

  it("can be given up", async () => {
    const giving = new AbortController();
    const reason = new Error("enough");
    giving.abort(reason);
    for (const [, folder] of WAYS.slice(1))
      await expect(picturesIn(folder(), { signal: giving.signal })).rejects.toBe(reason);
  });

  const wrong: [unknown, string][] = [
    [[], "SourceError: folder: expected at least one picture, found no file at all"],
    [
      [picked("set/notes.txt"), picked("set/a.tar")],
      "SourceError: folder: expected at least one picture, found 2 other files (set/notes.txt, set/a.tar)",
    ],
    [
      PATHS.slice(3).map((path) => picked(path)),
      "SourceError: folder: expected at least one picture, found 7 other files (set/cat/.DS_Store, set/cat/._3.webp, set/.git/4.png, …)",
    ],
    [handleOf("set", {}), "SourceError: folder: expected at least one picture, found no file at all"],
    [drop([]), "SourceError: folder: expected at least one picture, found no file at all"],
    [
      "folder",
      'InputError: picturesIn.folder: expected a list of files, a DataTransfer or a FileSystemDirectoryHandle, found "folder"',
    ],
    [
      null,
      "InputError: picturesIn.folder: expected a list of files, a DataTransfer or a FileSystemDirectoryHandle, found null",
    ],
    [
      { length: 2 ** 32 },
      "InputError: picturesIn.folder: expected a list of files, 16777216 at most, found 4294967296",
    ],
    [["a.png"], 'InputError: picturesIn.folder[0]: expected a File, found "a.png"'],
  ];
  it.each(wrong)("%o is refused", async (folder, message) => {
    expect(await outcome(() => picturesIn(folder as FolderInput))).toBe(message);
  });
});
