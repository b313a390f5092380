/** The policy page by keyboard, by screen reader, in light and dark, on a phone, and without WebGPU. */
import { complaintsOfAxe, SCHEMES_APART } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { leave, mixwellUrl, STARTED, settled } from "./page.ts";
import { openPolicies, samples, shownJson, wrongValues } from "./policy-page.ts";

test.use({ keepsPage: true });

for (const { scheme, tag } of SCHEMES_APART)
  test(`axe finds nothing to complain about on the policy page, ${scheme}`, { tag }, async ({ page }) => {
    await openPolicies(page, "#preset=pipeline&mixer=cutmix");
    await page.locator("#items details").first().locator("> summary").click();
    await page.getByLabel("Add a stage").selectOption("cutout");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await settled(page);
    expect(await complaintsOfAxe(page, scheme)).toEqual([]);
  });

test("a policy can be built by keyboard alone", async ({ page }) => {
  await openPolicies(page, "#preset=pipeline");
  const before = await samples(page);
  await page.locator("#items summary").nth(1).focus();
  await page.keyboard.press("Enter");
  const slider = page.getByLabel("zoom height, to");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await settled(page);
  await expect(slider).toBeFocused();
  expect(JSON.stringify(await shownJson(page, "policy-text"))).toContain('"height":[0.8,1.3]');
  await page.getByRole("button", { name: "Move up: zoom" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#status")).toHaveText(/samples drawn|zoom is now number 1 of 9/);
  await expect(page.locator("#items .item-name").first()).toHaveText("zoom");
  // At the top there is no further up; the keyboard stays where it is.
  await expect(page.getByRole("button", { name: "Move up: zoom" })).toBeFocused();
  await settled(page);
  expect(await samples(page)).not.toEqual(before);

  const third = page.getByRole("button", { name: /^Sample 3, \w+: / });
  await third.focus();
  await expect(third).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("#steps-note")).toContainText("Sample 3");
});

test("every picture of the policy page has words, and sliders say their unit", async ({ page }) => {
  await openPolicies(page);
  const unnamed = await page
    .locator("canvas:not([role=presentation])")
    .evaluateAll((all) => all.filter((one) => !one.getAttribute("aria-label")).length);
  expect(unnamed).toBe(0);
  await expect(page.getByLabel("Magnitude", { exact: true })).toHaveAttribute("aria-valuetext", "bin 9 of 30");
});

test("nothing sticks out of a phone's screen, and the list of stages folds away", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  // The list is folded as the page opens.
  await leave(page);
  await openPolicies(page, "#preset=imagenet&mixer=both");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(page.getByLabel("Every picture gets")).toBeHidden();
  await page.locator("#list-fold > summary").click();
  await page.locator("#items summary").first().click();
  await expect(page.getByLabel("Posterize + Rotate, Posterize magnitude", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("the two pages lead to each other", { tag: "@whole" }, async ({ page }) => {
  await page.goto("/");
  // Photographs that are still on their way when the page is left would be reported as requests that failed.
  await settled(page);
  await page.getByRole("link", { name: "Policies" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Every sample draws its own.");
  await settled(page);
  await page.getByRole("link", { name: "Mixing" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Two pictures in");
  await settled(page);
});

test.describe("compared with what the sources make", () => {
  test.use({ baseURL: STARTED, keepsPage: false });

  test("without WebGPU the policy page says so, and the reference draws the same", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { get: () => undefined }));
    await openPolicies(page, "#preset=timm&seed=4");
    await expect(page.locator("#no-webgpu")).toBeVisible();
    await expect(page.locator("#adapter")).toHaveText("the CPU, by the reference");
    expect(await wrongValues(page, mixwellUrl, await shownJson(page, "plan-text"))).toBe(0);
  });
});
