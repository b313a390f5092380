/**
 * The traps of boxes, points and maps that other libraries fell into, by their numbers: where each is tested, or what
 * it waits for.
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

/** What is no matter of boxes and plans alone. */
const WAITING: Readonly<Record<string, string>> = {
  M9: "soft maps by class",
  B19: "a crop that looks at boxes",
  G1: "clips that share a draw",
  V1: "frames of a video",
};

/** Tests of other files that walk into one: golden sets, and every object against its map. */
const ELSEWHERE: Readonly<Record<string, [file: string, text: string]>> = {
  F2: ["shown.test.ts", "(O12)"],
  R2: ["../../gpu/own-sizes-files.test.ts", "(R2)"],
};

/** The numbers at the end of titles: `… (M7, M8)`. */
const tested = Object.values(files).flatMap((text) =>
  [...text.matchAll(/["`][^"`\n]*\(((?:[A-Z]\d+(?:, )?)+)\)["`]/g)].flatMap(([, list]) => list!.split(", ")),
);

test("every trap is tested here, or says what it waits for", () => {
  const missing = TRAPS.filter((trap) => !tested.includes(trap) && !(trap in WAITING) && !(trap in ELSEWHERE));
  expect(missing).toEqual([]);
  expect(Object.keys(WAITING).filter((trap) => tested.includes(trap))).toEqual([]);
  for (const [file, text] of Object.values(ELSEWHERE))
    expect(readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8")).toContain(text);
});

test("the search above finds what it looks for", () => {
  expect(tested).toEqual(expect.arrayContaining(["B1", "M7", "M8", "K2"]));
  expect(TRAPS.length).toBe(44);
});
