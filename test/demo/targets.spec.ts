/** The Targets page: what belongs to the pictures moves with them, and is said beside each. */
import type { Page } from "playwright/test";
import { complaintsOfAxe, SCHEMES } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test.use({ keepsPage: true });

async function openTargets(page: Page): Promise<void> {
  await page.goto("/targets.html");
  await expect(page.locator("body")).toHaveAttribute("data-state", "shown");
}

test("every policy shows its pictures, and says what is left of their objects", { tag: "@whole" }, async ({ page }) => {
  await openTargets(page);
  const body = page.locator("body");
  const after = page.locator("#after figure");
  await expect(after).toHaveCount(7);
  await expect(page.locator("#before figure")).toHaveCount(7);
  await expect(page.locator("#before canvas").first()).toHaveAttribute(
    "aria-label",
    /person: 100 % visible; .*shuttle: 100 % visible/,
  );
  const policies = await page
    .locator("#policy option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(policies).toContain("mixup");
  const seen = new Set<string>();
  for (const policy of policies) {
    await page.locator("#policy").selectOption(policy);
    await expect(body).toHaveAttribute("data-state", "shown");
    seen.add(
      await after
        .locator("figcaption")
        .allTextContents()
        .then((all) => all.join()),
    );
    if (policy === "mixup") await expect(page.locator("#after")).toContainText(/λ 0\.\d\d/);
    if (policy === "safe") await expect(page.locator("#after")).not.toContainText(/[1-8]\d % visible/);
  }
  // Those that keep every object whole say the same of them.
  expect(seen.size).toBeGreaterThan(policies.length - 4);
  await expect(page.locator("#code-text")).toContainText("colorJitter, cutmix, ops, randomIouCrop");
});

test("another batch is another draw, and what is shown over the pictures can be chosen", async ({ page }) => {
  await openTargets(page);
  const first = page.locator("#after canvas").first();
  const pixels = () => first.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  await page.getByLabel("Class map").uncheck();
  const without = await pixels();
  expect(without).not.toBe(before);
  await page.getByLabel("Outlines").check();
  expect(await pixels()).not.toBe(without);
  await page.getByRole("button", { name: "Next batch" }).click();
  await expect(page.locator("#position")).toHaveText("2");
  await expect(page.locator("body")).toHaveAttribute("data-state", "shown");
  await page.getByRole("button", { name: "Previous batch" }).click();
  await page.getByLabel("Outlines").uncheck();
  await page.getByLabel("Class map").check();
  await expect(page.locator("body")).toHaveAttribute("data-state", "shown");
  await expect.poll(pixels).toBe(before);
});

test("axe finds nothing to complain about, and nothing sticks out of a phone's screen", async ({ page }) => {
  await openTargets(page);
  for (const scheme of SCHEMES) expect(await complaintsOfAxe(page, scheme), scheme).toEqual([]);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test.describe("without WebGPU", () => {
  test.use({ keepsPage: false });

  test("it says so, and the code stands there", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { get: () => undefined }));
    await page.goto("/targets.html");
    await expect(page.locator("#no-webgpu-reason")).toHaveText("This browser does not offer WebGPU.");
    await expect(page.locator("#code-text")).toContainText("createEngine");
  });
});
