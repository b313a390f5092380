import { describe, expect, it } from "vitest";
import { labelsFromPaths } from "../../../src/source/class-folders.ts";
import { file, outcome } from "./files.ts";

const picked = (path: string) =>
  Object.defineProperty(file("", path.split("/").pop()!), "webkitRelativePath", { value: path });

/** The class of every path that counts, by name. */
const classes = (paths: string[], classNames?: string[]) => {
  const read = labelsFromPaths(paths, { classNames });
  return read.files.map((path, i) => `${path}: ${read.classNames[read.labels[i]!]}`);
};

describe("labelsFromPaths", () => {
  it("makes a folder below the root a class, numbered in sorted order", () => {
    const paths = ["train/dog/1.png", "train/cat/1.png", "train/dog/2.png", "train/Zebra/a.jpg"];
    expect(labelsFromPaths(paths)).toEqual({
      files: paths,
      labels: Uint32Array.of(2, 1, 2, 0),
      classNames: ["Zebra", "cat", "dog"],
    });
    expect(labelsFromPaths(["b\\1.png", "./a/1.png"])).toMatchObject({
      labels: Uint32Array.of(1, 0),
      classNames: ["a", "b"],
    });
    expect(labelsFromPaths([picked("pets/dog/x.png"), picked("pets/cat/x.png")])).toMatchObject({
      labels: Uint32Array.of(1, 0),
      classNames: ["cat", "dog"],
    });
    expect(classes(["/data/pets/cat/1.png", "/data/pets/cat/2.png"])).toEqual([
      "/data/pets/cat/1.png: cat",
      "/data/pets/cat/2.png: cat",
    ]);
    expect(labelsFromPaths([])).toEqual({ files: [], labels: new Uint32Array(), classNames: [] });
  });

  it("does not merge cat/indoor with dog/indoor", () => {
    expect(classes(["pets/cat/indoor/1.png", "pets/dog/indoor/2.png", "pets/dog/3.png"])).toEqual([
      "pets/cat/indoor/1.png: cat",
      "pets/dog/indoor/2.png: dog",
      "pets/dog/3.png: dog",
    ]);
  });

  it("numbers a validation folder in which a class is missing as the training folder", () => {
    const { classNames } = labelsFromPaths(["train/bird/1.png", "train/cat/1.png", "train/dog/1.png"]);
    const read = labelsFromPaths(["val/dog/9.png", "val/cat/8.png"], { classNames });
    expect(read).toMatchObject({ labels: Uint32Array.of(2, 1), classNames: ["bird", "cat", "dog"] });
    // The order is the list's, sorted or not.
    expect(labelsFromPaths(["val/dog/9.png", "val/cat/8.png"], { classNames: ["dog", "cat"] }).labels).toEqual(
      Uint32Array.of(0, 1),
    );
  });

  it("finds the classes by their names where folders alone do not say which they are", () => {
    const names = ["cat", "dog", "indoor"];
    expect(classes(["cat/indoor/1.png", "cat/outdoor/2.png"], ["cat", "dog"])).toEqual([
      "cat/indoor/1.png: cat",
      "cat/outdoor/2.png: cat",
    ]);
    expect(classes(["train/cat/1.png", "val/dog/2.png"], names)).toEqual([
      "train/cat/1.png: cat",
      "val/dog/2.png: dog",
    ]);
    expect(classes(["x/cat/indoor/1.png", "x/dog/2.png"], names)).toEqual([
      "x/cat/indoor/1.png: cat",
      "x/dog/2.png: dog",
    ]);
    expect(classes(["cat/dog/1.png"], ["cat", "dog"])).toEqual(["cat/dog/1.png: dog"]);
  });

  it("takes no hidden file for a picture and no hidden folder for a class", () => {
    const paths = [
      "p/cat/1.png",
      "p/.ipynb_checkpoints/1-checkpoint.png",
      "p/cat/._1.png",
      "p/.DS_Store",
      "__MACOSX/p/cat/1.png",
      "p/dog/2.png",
    ];
    expect(labelsFromPaths([...paths, ".hidden", "p/dog/Thumbs.db"])).toEqual({
      files: ["p/cat/1.png", "p/dog/2.png"],
      labels: Uint32Array.of(0, 1),
      classNames: ["cat", "dog"],
    });
    // Two dots lead upwards, and are no name.
    expect(classes(["../cat/1.png", "../dog/2.png"])).toEqual(["../cat/1.png: cat", "../dog/2.png: dog"]);
  });

  it("knows a name in macOS's spelling of accents", () => {
    expect(labelsFromPaths(["cafe\u0301/1.png"], { classNames: ["caf\u00e9"] }).labels).toEqual(Uint32Array.of(0));
  });

  it("refuses a picture without a folder, and one in no class", async () => {
    const of = (paths: unknown, options?: unknown) =>
      outcome(() => labelsFromPaths(paths as string[], options as { classNames: string[] }));
    expect(await of(["cat/1.png", "2.png"])).toBe('SourceError: 2.png: expected a path of class/file, found "2.png"');
    expect(await of([file("", "3.png")])).toBe("SourceError: 3.png: expected a path of class/file, found File");
    expect(await of([""])).toBe('SourceError: paths[0]: expected a path of class/file, found ""');
    expect(await of(["p/cow/1.png", "p/cat/1.png"], { classNames: ["cat", "dog"] })).toBe(
      'SourceError: p/cow/1.png: expected a path in one of the folders cat, dog, found "cow"',
    );
    expect(await of({ size: 1 })).toBe(
      "InputError: paths: expected a list of paths or files, or a FileList, found Object",
    );
    expect(await of([".git/config"])).toBe(
      "InputError: paths: expected a file that is not hidden, found 1 hidden ones",
    );
    expect(await of(["a/1.png"], { classNames: "a" })).toBe(
      'InputError: classNames: expected a list of names, found "a"',
    );
    expect(await of(["a/1.png"], { classNames: ["a", "a"] })).toBe(
      'InputError: classNames[1]: expected a name that is not in the list yet, found "a"',
    );
    expect(await of(["a/1.png"], { classNames: ["a", 7] })).toBe(
      "InputError: classNames[1]: expected a folder's name, found 7",
    );
    expect(await of(["a/1.png"], { classnames: ["a"] })).toBe(
      'InputError: options: expected only classNames (did you mean classNames?), found "classnames"',
    );
  });
});
