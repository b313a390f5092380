/** The site as it is built: for those who look at it, for those who don't, and for browsers without scripts. */
import { complaintsOfAxe, SCHEMES } from "../demo/axe.ts";
import { expect, test } from "../demo/fixtures.ts";

const PAGES = ["", "start", "policies", "ops/", "ops/rotate", "api/", "api/mixwell/functions/createEngine", "recipes/"];

for (const path of PAGES) {
  test(`/${path}: axe finds nothing, in the light and in the dark`, async ({ page }) => {
    await page.goto(`./${path}`);
    for (const scheme of SCHEMES) expect([scheme, await complaintsOfAxe(page, scheme)]).toEqual([scheme, []]);
  });

  test(`/${path}: nothing scrolls sideways on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`./${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test("the search finds an op and a function", async ({ page }) => {
  await page.goto("./start");
  for (const [words, address] of [
    ["solarize", /\/ops\/solarize/],
    ["samplePlan", /samplePlan/],
  ] as const) {
    await page.getByRole("button", { name: "Search" }).first().click();
    await page.locator("#localsearch-input").fill(words);
    const first = page.locator("#localsearch-list a").first();
    await expect(first).toHaveAttribute("href", address);
    await page.keyboard.press("Escape");
  }
});

test("a theme that was chosen in the demo is the site's too, and the other way round", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("../speed.html");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.goto("./start");
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.getByRole("switch", { name: "light theme" }).first().click();
  await page.goto("../speed.html");
  await expect(page.getByRole("button", { name: "Dark theme" })).toHaveAttribute("aria-pressed", "false");
});

test("an op's page shows the op at work, and another picture when its slider is moved", async ({ page }) => {
  await page.goto("./ops/solarize");
  const preview = page.locator(".op-preview");
  const pixels = () => preview.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await expect(preview.getByRole("slider")).toHaveValue("128");
  await expect(preview.locator("output")).toHaveText("ops.solarize({ threshold: 128 })");
  const before = await pixels();
  await preview.getByRole("slider").fill("40.96");
  await expect(preview.locator("output")).toContainText("40.96");
  await expect.poll(pixels).not.toBe(before);
});
