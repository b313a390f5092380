/** What a folder of pictures is taken for: its classes, its test pictures, its strays. */
import { SourceError } from "mixwell";
import { expect, test } from "vitest";
import {
  classesOf,
  isPicture,
  labelsAmong,
  loosePaths,
  pathsForTesting,
} from "../../../demo/sources/picture-folders.ts";

const forTesting = (...paths: string[]): string[] => [...pathsForTesting(paths)];

test("a test folder has one for training beside it, named alike", () => {
  expect(forTesting("pets/train/cat/1.png", "pets/test/cat/2.png")).toEqual(["pets/test/cat/2.png"]);
  expect(forTesting("train/cat/1.png", "test/cat/2.png")).toEqual(["test/cat/2.png"]);
  expect(forTesting("a/Training_Set/cat/1.png", "a/Test_Set/cat/2.png")).toEqual(["a/Test_Set/cat/2.png"]);
  expect(forTesting("seg_train/seg_train/sea/1.png", "seg_test/seg_test/sea/2.png")).toEqual([
    "seg_test/seg_test/sea/2.png",
  ]);
});

test("without one it is a class, and so is a word in a file's name", () => {
  expect(forTesting("trial/control/1.png", "trial/test/2.png")).toEqual([]);
  expect(forTesting("a/train/cat/1.png", "b/test/cat/2.png")).toEqual([]);
  expect(forTesting("steam_train/1.png", "crash_test/2.png")).toEqual([]);
  expect(forTesting("train/cat/1.png", "tested/cat/2.png")).toEqual([]);
  expect(forTesting("pets/cat/train-1.png", "pets/cat/test-2.png")).toEqual([]);
});

test("test ids count the training folders, whichever of them are there", () => {
  const classes = classesOf(["p/train/dog/1.png", "p/train/bird/2.png", "p/train/cat/3.png"]);
  expect(classes).toEqual(["bird", "cat", "dog"]);
  expect([...labelsAmong(classes, ["p/test/dog/1.png", "p/test/cat/2.png", "p/test/dog/3.png"])]).toEqual([2, 1, 2]);
});

test("a picture beside the class folders is in none of them", () => {
  const loose = (...paths: string[]): string[] => [...loosePaths(paths)];
  expect(loose("pets/cover.png", "pets/cat/1.png", "pets/dog/2.png")).toEqual(["pets/cover.png"]);
  expect(loose("cover.png", "cat/1.png", "dog/2.png")).toEqual(["cover.png"]);
  expect(loose("p/train/a.png", "p/train/cat/1.png", "p/test/b.png", "p/test/cat/2.png", "p/test/dog/3.png")).toEqual([
    "p/train/a.png",
    "p/test/b.png",
  ]);
  expect(loose("p/cover.png", "p/train/a.png", "p/train/cat/1.png", "p/train/dog/2.png")).toEqual([
    "p/cover.png",
    "p/train/a.png",
  ]);
  expect(loose("a.png", "p/b.png", "p/data/c.png", "p/data/cat/1.png", "p/data/dog/2.png")).toEqual([
    "a.png",
    "p/b.png",
    "p/data/c.png",
  ]);
  // Nothing is beside anything here, and where a class holds another it may still be one.
  expect(loose("cat/1.png", "catfish/2.png")).toEqual([]);
  expect(loose("1.png", "2.png")).toEqual([]);
  expect(loose("p/cat/1.png", "p/cat/wild/2.png", "p/dog/3.png")).toEqual([]);
});

test("a class that training lacks is refused, and a picture without a folder", () => {
  const strange = () => labelsAmong(["cat", "dog"], ["test/cat/1.png", "test/cow/2.png"]);
  expect(strange).toThrow(new SourceError("test/cow/2.png", "a class of the training folders (cat, dog)", "cow"));
  const many = Array.from({ length: 30 }, (_, i) => `class${i}`);
  expect(() => labelsAmong(many, ["test/1.png"])).toThrow(/class9, …\), found "test"/);
  expect(() => classesOf(["cat/1.png", "2.png"])).toThrow(
    new SourceError("2.png", "a folder of pictures for each class", "no folder"),
  );
});

test("a picture is told by its type or its name", () => {
  const named = (name: string, type = "") => isPicture({ file: new File([], name, { type }), path: name });
  expect(["a.png", "B.JPG", "c.jpeg", "d.webp"].filter((name) => !named(name))).toEqual([]);
  expect(named("photo", "image/png")).toBe(true);
  expect(["README.txt", "Thumbs.db", "desktop.ini", "png", "labels.csv"].filter((name) => named(name))).toEqual([]);
});
