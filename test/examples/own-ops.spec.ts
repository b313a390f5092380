import { expect, runExample, test } from "./fixtures.ts";

test("own-ops: the GPU's bytes are the reference's, and pictures draw two of the three ops", {
  tag: "@whole",
}, async ({ page }) => {
  const lines = await runExample(page, "own-ops");
  expect(lines.slice(0, 3)).toEqual(
    ["vignette", "emboss", "ripple"].map((op) => `${op}: ${7 * 128 * 128 * 3} bytes, 0 unlike the reference`),
  );
  expect(lines).toHaveLength(7);
  for (const line of lines.slice(3)) {
    const [own] = line.split(", then mixed");
    expect(own!.match(/darkened to the corners by|emboss|ripple/g), line).toHaveLength(2);
  }
  for (const op of ["vignette", "emboss", "ripple"])
    expect(await page.locator(`#${op}`).evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(300);
});
