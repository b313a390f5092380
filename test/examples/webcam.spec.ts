import { expect, runExample, test } from "./fixtures.ts";

test("webcam: without a camera a canvas plays one, and the head takes its steps", async ({ page }) => {
  const lines = await runExample(page, "webcam");
  expect(lines[0]).toBe("no camera: a canvas plays one");
  // How well it learns hangs on the video, which can lag behind its canvas for seconds on a GPU in software. So this
  // holds the steps, not the result: ln 2 is a guess, and what diverges is far above.
  expect(Number(/^learned in 30 steps: loss (\d+\.\d+)$/.exec(lines[1]!)?.[1])).toBeLessThan(1);
  const shown = lines.slice(2, 4).map((line) => /^shown the (first|second): (\d\.\d+)$/.exec(line)!);
  expect(shown.map(([, name]) => name)).toEqual(["first", "second"]);
  for (const [, , share] of shown) expect(Number(share)).toBeLessThanOrEqual(1);
  await expect(page.locator("#state")).toContainText("It sees the ");

  // A class is filmed again, and learned again.
  await page.getByRole("button", { name: "Film the second again" }).click();
  await expect(page.locator("#out")).toContainText(/(learned in 30 steps.*){2}/s);
  await expect(page.locator("#state")).toContainText("It sees the ");
  await expect(page.locator("#batch")).toHaveAttribute("aria-label", /^16 pictures: .*(first|second)/);
});
