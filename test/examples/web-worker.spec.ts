import type { Page } from "playwright/test";
import { averageColours, blend, expect, runExample, sharesIn, test } from "./fixtures.ts";

test("web-worker: what the canvas shows is what the worker says it mixed", async ({ page }) => {
  const lines = await runExample(page, "web-worker");
  expect(lines).toHaveLength(3);
  expect(new Set(lines.map((line) => line.replace(/^step \d+: /, ""))).size).toBe(3);
  const colours = await averageColours(page);
  const wanted = lines
    .at(-1)!
    .replace(/^step 2: /, "")
    .split(", ")
    .map((caption) => blend(sharesIn(caption), colours));
  expect(wanted).toHaveLength(7);
  const furthest = async () => {
    const shown = await shownColours(page);
    return Math.max(...wanted.flat().map((value, i) => Math.abs(value - shown.flat()[i]!)));
  };
  // The worker's last frame is presented some time after the worker's message. A canvas rounds every value by up to
  // half a level, and λ was printed with four digits of a difference of up to 255.
  await expect.poll(furthest).toBeLessThan(0.6);
});

/** The average colour of each of the seven tiles that are on the canvas. */
function shownColours(page: Page): Promise<number[][]> {
  return page.evaluate(() => {
    const side = 256;
    // Tiles stand eight pixels apart, with their titles below.
    const step = side + 8;
    const context = new OffscreenCanvas(7 * step, side).getContext("2d", { willReadFrequently: true })!;
    context.drawImage(document.querySelector("canvas")!, 0, 0);
    return Array.from({ length: 7 }, (_, tile) => {
      const { data } = context.getImageData(tile * step, 0, side, side);
      return [0, 1, 2].map((channel) => {
        let sum = 0;
        for (let i = channel; i < data.length; i += 4) sum += data[i]!;
        return sum / (side * side);
      });
    });
  });
}
