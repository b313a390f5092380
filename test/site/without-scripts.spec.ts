/** Pages can be read where scripts are switched off, and lead to each other. */
import { expect, test } from "playwright/test";

test.use({ javaScriptEnabled: false });

for (const width of [390, 1280]) {
  test(`${width} pixels wide, a page can be read, and one finds the others`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("./policies");
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
    await expect(page.getByText("A policy is one stage, or a list")).toBeInViewport();
    await expect(page.getByRole("link", { name: "Datasets", exact: true })).toBeVisible();
    await page.getByRole("link", { name: "API", exact: true }).click();
    await expect(page.getByRole("link", { name: "createEngine", exact: true }).first()).toBeVisible();
  });
}
