/**
 * The traps of boxes, points and maps that other libraries fell into, by their numbers: where each is tested.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const files = import.meta.glob<string>("./*.test.ts", { eager: true, query: "?raw", import: "default" });

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

const TRAPS = [
  ...numbered("M", 11),
  ...numbered("B", 21),
  ...numbered("K", 4),
  "G1",
  "G2",
  "R1",
  "R2",
  "T1",
  "F1",
  "F2",
  "V1",
];

/** Tests of other files that walk into one: golden sets, and every object against its map. */
const ELSEWHERE: Readonly<Record<string, [file: string, text: string]>> = {
  B19: ["crops.test.ts", "(trap B19)"],
  M9: ["../../gpu/targets/soft.test.ts", "(trap M9)"],
  G1: ["../../gpu/targets/clips.test.ts", "(trap G1)"],
  V1: ["../../gpu/frames/images.test.ts", "(trap V1)"],
  R2: ["../../gpu/own-sizes-files.test.ts", "(R2)"],
};

/** The numbers at the end of titles: `… (M7, M8)`. */
const tested = Object.values(files).flatMap((text) =>
  [...text.matchAll(/["`][^"`\n]*\(((?:[A-Z]\d+(?:, )?)+)\)["`]/g)].flatMap(([, list]) => list!.split(", ")),
);

test("every trap is tested, here or where it says", () => {
  const missing = TRAPS.filter((trap) => !tested.includes(trap) && !(trap in ELSEWHERE));
  expect(missing).toEqual([]);
  for (const [file, text] of Object.values(ELSEWHERE))
    expect(readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8")).toContain(text);
});

test("the search above finds what it looks for", () => {
  expect(tested).toEqual(expect.arrayContaining(["B1", "M7", "M8", "K2"]));
  expect(TRAPS.length).toBe(44);
});
