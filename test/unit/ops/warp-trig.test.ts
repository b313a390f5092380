import { expect, test } from "vitest";
import { cosDegrees, sinDegrees, tanDegrees } from "../../../src/ops/lib/trig.ts";

test("sine and cosine of degrees are exact at multiples of 90", () => {
  for (const turns of [-2, -1, 0, 1, 3]) {
    expect([0, 90, 180, 270].map((degrees) => sinDegrees(degrees + 360 * turns) + 0)).toEqual([0, 1, 0, -1]);
    expect([0, 90, 180, 270].map((degrees) => cosDegrees(degrees + 360 * turns) + 0)).toEqual([1, 0, -1, 0]);
  }
  expect(tanDegrees(0)).toBe(0);
});

test("elsewhere they are within 2^-52 of Math.sin and Math.cos, whose argument is rounded itself", () => {
  let worst = 0;
  for (let i = -36_000; i <= 36_000; i += 7) {
    const degrees = i / 100;
    // Math.sin sees radians rounded twice, and a rounded pi.
    const radians = ((degrees % 360) * Math.PI) / 180;
    const slack = Math.abs(radians) * 2 ** -51.9;
    worst = Math.max(
      worst,
      Math.abs(sinDegrees(degrees) - Math.sin(radians)) - slack,
      Math.abs(cosDegrees(degrees) - Math.cos(radians)) - slack,
    );
  }
  expect(worst).toBeLessThan(2 ** -52);
});

test("sine keeps its sign and its relative precision near 0", () => {
  expect(sinDegrees(1e-9)).toBeCloseTo((1e-9 * Math.PI) / 180, 26);
  expect(sinDegrees(-17.3)).toBe(-sinDegrees(17.3));
  expect(cosDegrees(-17.3)).toBe(cosDegrees(17.3));
});
