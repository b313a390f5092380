import { findTestChromium, testGpuArgs } from "../../tools/chromium.mjs";
import { expect, runExample, test } from "./fixtures.ts";

/** Chromium's camera for tests, which nobody has to allow. */
const CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
const executablePath = findTestChromium();

test.use({
  launchOptions: { args: [...testGpuArgs(), ...CAMERA], ...(executablePath && { executablePath }) },
});

test("webcam: films a camera, learns and looks", { tag: "@whole" }, async ({ page }) => {
  const lines = await runExample(page, "webcam");
  expect(lines[0]).toBe("a camera");
  // Both classes are the same test picture: there is nothing to tell apart, only to get through.
  expect(lines[1]).toMatch(/^learned in 30 steps: loss \d+\.\d{4}$/);
  expect(lines[2]).toMatch(/^shown the first: [01]\.\d{4}$/);
  await expect(page.locator("#state")).toContainText("It sees the ");
  await expect(page.locator("#batch")).toHaveAttribute("aria-label", /^16 pictures: /);
});
