/** The Speed page: it measures in a worker, checks before it times, and says what it found. */
import { faultsOf, type SpeedReport } from "../../demo/speed-page/report.ts";
import { complaintsOfAxe, SCHEMES } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test.use({ keepsPage: true });

test("it measures, says that every result was right, and gives a report of the right form", async ({ page }) => {
  await page.goto("/speed.html");
  const body = page.locator("body");
  await expect(body).toHaveAttribute("data-run", "ready");
  await expect(page.getByRole("button", { name: "Copy the report" })).toBeDisabled();
  // A frame around nothing would be a thick line.
  await expect(page.locator("#table")).toBeHidden();
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(body).toHaveAttribute("data-run", "running");
  // The page answers meanwhile.
  await page.getByRole("button", { name: "Dark theme" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", /dark|light/);
  await expect(body).toHaveAttribute("data-run", "ready");
  await expect(page.locator("#run-words")).toContainText("every result was right before it was timed");

  const report = JSON.parse((await page.locator("#report-text").textContent())!) as SpeedReport;
  expect(faultsOf(report)).toEqual([]);
  expect(report.rows.map(({ case: name, contender }) => `${name}: ${contender}`)).toEqual(
    ["mixup u8", "cutmix u8", "RandAugment(2) + mixup u8, normalised"].flatMap((name) =>
      ["copy f32", "copy vec4f", "mixwell", "mixwell, GPU only"].map((contender) => `${name}: ${contender}`),
    ),
  );
  await expect(page.getByRole("region", { name: "Measurements" }).locator("tbody tr")).toHaveCount(report.rows.length);
  await expect(page.locator("#chart svg[role=img]")).toHaveCount(1);
  expect(await page.locator("#chart rect").count()).toBeGreaterThanOrEqual(report.rows.length);
  await expect(page.getByRole("button", { name: "Copy the report" })).toBeEnabled();
});

test("axe finds nothing to complain about, and nothing sticks out of a phone's screen", async ({ page }) => {
  for (const scheme of SCHEMES) expect(await complaintsOfAxe(page, scheme), scheme).toEqual([]);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("a measurement can be stopped", async ({ page }) => {
  await page.locator("input[value=large]").check({ force: true });
  await page.getByRole("button", { name: "Measure again" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-run", "running");
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-run", "ready");
  await expect(page.locator("#run-words")).toHaveText("Stopped.");
});

test.describe("without WebGPU", () => {
  test.use({ keepsPage: false });

  test("it says so, and offers nothing", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { get: () => undefined }));
    await page.goto("/speed.html");
    await expect(page.locator("#no-webgpu-reason")).toHaveText("This browser does not offer WebGPU.");
    await expect(page.getByRole("button", { name: "Measure" })).toBeDisabled();
  });
});
