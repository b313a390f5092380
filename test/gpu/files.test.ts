import { expect, test } from "vitest";
import { listFiles, loadFixture, loadShared } from "../files.ts";

test("a fixture comes as it lies on the disk, in Node and in the browser", async () => {
  const text = new TextDecoder().decode(await loadFixture("oracles/random123_kat.txt"));
  expect(text.split("\n")).toContain("threefry2x32 20 00000000 00000000 00000000 00000000 6b200159 99ba4efe");
  expect(await listFiles("fixtures")).toContain("oracles/random123_kat.txt");
});

test("what is missing is an error for a fixture and undefined for shared data", async () => {
  await expect(loadFixture("no-such-file.bin")).rejects.toThrow('no file "no-such-file.bin"');
  expect(await loadShared("data/no-such-file.bin")).toBeUndefined();
});
