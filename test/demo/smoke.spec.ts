/** Every page opens as `npm start` serves it. */
import { expect, test } from "./fixtures.ts";
import { STARTED } from "./page.ts";

/** A page and its title. */
const PAGES = {
  "/": "Mixwell: MixUp and CutMix on your GPU",
  "/policy.html": "Mixwell: policies, built and seen on your GPU",
  "/targets.html": "Mixwell: maps, boxes and points that move with their pictures",
  "/train.html": "Mixwell: what MixUp and CutMix do to a training run",
  "/speed.html": "Mixwell: how fast it is on your GPU",
};

// All other files here open the pages as they are built.
test.use({ baseURL: STARTED });

for (const [path, title] of Object.entries(PAGES)) {
  test(`${path} opens, with a title, a main heading, an adapter and no complaint`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveTitle(title);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#adapter")).not.toHaveText(/looking for|nothing/);
    expect(await page.evaluate(async () => (await navigator.gpu?.requestAdapter()) !== null)).toBe(true);
  });
}
