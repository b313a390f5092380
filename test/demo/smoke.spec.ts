import { expect, test } from "./fixtures.ts";

test("the demo opens, with a title, a main heading and no complaint", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Mixwell/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the page has a WebGPU adapter to work with", async ({ page }) => {
  await page.goto("/");
  expect(await page.evaluate(async () => (await navigator.gpu?.requestAdapter()) !== null)).toBe(true);
});
