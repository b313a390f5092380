/** Patches to train on and to test with have no pixel in common. */
import { expect, test } from "vitest";
import { type Place, placesOf } from "../../../demo/sources/patches.ts";

const SIDE = 32;
const WHOLE = 256;

function coverage(places: Place[]): Set<number> {
  const pixels = new Set<number>();
  for (const { x, y } of places) {
    for (let row = y; row < y + SIDE; row++)
      for (let column = x; column < x + SIDE; column++) pixels.add(row * WHOLE + column);
  }
  return pixels;
}

test("no pixel of a photograph is in both sets, and none is left out", () => {
  const [train, test] = [coverage(placesOf("train")), coverage(placesOf("test"))];
  expect([...test].filter((pixel) => train.has(pixel))).toEqual([]);
  expect(train.size + test.size).toBe(WHOLE * WHOLE);
});

test("patches lie inside the photograph, each once", () => {
  for (const set of ["train", "test"] as const) {
    const places = placesOf(set);
    for (const { x, y } of places) expect(Math.min(x, y, WHOLE - SIDE - x, WHOLE - SIDE - y)).toBeGreaterThanOrEqual(0);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
  }
  expect([placesOf("train").length, placesOf("test").length]).toEqual([300, 36]);
});
