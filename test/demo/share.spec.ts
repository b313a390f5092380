/** What can be taken away from each page: an address that opens it as it is, its code, and a peer's Python. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { fingerprints, leave, openDemo, pressUntilSaid, settled } from "./page.ts";
import { openPolicies } from "./policy-page.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** What is on the clipboard after the button, which then has other words. */
async function copied(page: Page, name: string): Promise<string> {
  const found = page.getByRole("button", { name, exact: true });
  const button = page.locator(`.share [data-copy="${await found.getAttribute("data-copy")}"]`);
  await pressUntilSaid(button, "Copied");
  return page.evaluate(() => navigator.clipboard.readText());
}

const text = (page: Page, id: string) => page.locator(id).textContent();

test("Mixing: peer, seed and the chosen picture are in the link, and timm's Python is there", async ({ page }) => {
  await openDemo(page, "#seed=5");
  await page.getByLabel("Start from").selectOption({ label: "timm's Mixup" });
  await settled(page);
  await page.getByRole("button", { name: /^Mixed picture 3:/ }).focus();
  const address = await copied(page, "Copy the link");
  expect(new URL(address).hash).toBe("#pairing=reverse&granularity=batch&smoothing=0.1&seed=5&picture=3");
  expect(await copied(page, "Copy as code")).toBe(await text(page, "#code-text"));
  expect(await copied(page, "Copy as Python")).toContain('mode="batch"');
  await expect(page.getByRole("link", { name: "Open in the docs" })).toHaveAttribute(
    "href",
    "./docs/recipes/timm.html",
  );
  const before = await text(page, "#inspector");
  await leave(page);
  await page.goto(address);
  await settled(page);
  await expect(page.getByRole("button", { name: /^Mixed picture 3:/ })).toHaveAttribute("aria-pressed", "true");
  expect(await text(page, "#inspector")).toBe(before);
  await expect(page.getByLabel("Start from")).toHaveValue("timm");
  await page.getByLabel("Pairing").selectOption("dataset");
  await expect(page.getByLabel("Start from")).toHaveValue("own");
  await expect(page.getByRole("button", { name: "Copy as Python" })).toBeHidden();
});

test("Policies: policy, seed and the chosen sample are in the link", { tag: "@whole" }, async ({ page }) => {
  await openPolicies(page, "#preset=trivial&seed=3");
  await page.getByRole("button", { name: /^Sample 2,/ }).focus();
  await settled(page);
  const address = await copied(page, "Copy the link");
  expect(new URL(address).hash).toBe("#preset=trivial&seed=3&picture=2");
  expect(await copied(page, "Copy as code")).toContain("trivialAugmentWide()");
  expect(await copied(page, "Copy as Python")).toContain("v2.TrivialAugmentWide()");
  const docs = page.getByRole("link", { name: "Open in the docs" });
  await expect(docs).toHaveAttribute("href", "./docs/magnitudes/trivialaugment.html");
  const before = await fingerprints(page.locator("#steps"));
  await leave(page);
  await page.goto(address);
  await settled(page);
  await expect(page.getByRole("button", { name: /^Sample 2,/ })).toHaveAttribute("aria-pressed", "true");
  expect(await fingerprints(page.locator("#steps"))).toEqual(before);
});

test("Targets: policy, batch, seed and what is shown are in the link", async ({ page }) => {
  const shown = () => expect(page.locator("body")).toHaveAttribute("data-state", "shown");
  await page.goto("/targets.html");
  await shown();
  await page.getByLabel("Policy").selectOption("turn");
  await page.getByLabel("Seed", { exact: true }).fill("9");
  await page.getByLabel("Outlines").check();
  await page.getByRole("button", { name: "Next batch" }).click();
  await shown();
  const address = await copied(page, "Copy the link");
  expect(decodeURIComponent(new URL(address).hash)).toBe("#policy=turn&seed=9&show=map,boxes,outlines,points&batch=1");
  expect(await copied(page, "Copy as code")).toContain("seed: 9,");
  expect(await copied(page, "Copy as Python")).toContain("v2.RandomHorizontalFlip(0.5)");
  const before = await fingerprints(page.locator("#after"));
  await leave(page);
  await page.goto(address);
  await shown();
  expect(await fingerprints(page.locator("#after"))).toEqual(before);
  await page.goto("/targets.html#policy=nothing&seed=-3&show=hats&batch=x");
  await shown();
  await expect(page.getByLabel("Policy")).toHaveValue("cutmix");
  await expect(page.getByLabel("Seed", { exact: true })).toHaveValue("1");
});

test("Training and Speed: what the form says is in the link, and in the code", async ({ page }) => {
  await page.goto("/speed.html");
  await page.getByRole("radio", { name: "32 × 224 × 224" }).check();
  await page.getByLabel("TensorFlow.js too").check();
  const speed = await copied(page, "Copy the link");
  expect(new URL(speed).hash).toBe("#set=large&with=tfjs");
  expect(await copied(page, "Copy as code")).toContain("const shape = [32, 224, 224, 3];");
  await leave(page);
  await page.goto(speed);
  await expect(page.getByLabel("TensorFlow.js too")).toBeChecked();

  await page.goto("/train.html");
  const [seed, tfjs] = [page.getByLabel("Seed", { exact: true }), page.getByRole("radio", { name: "TensorFlow.js" })];
  await page.getByLabel("CutMix, α 1").check();
  await tfjs.check();
  await seed.fill("12");
  await expect(page.getByRole("button", { name: "Start training" })).toBeEnabled();
  const training = await copied(page, "Copy the link");
  expect(decodeURIComponent(new URL(training).hash)).toBe("#arm=none,mixup,cutmix&backend=tfjs&seed=12");
  expect(await copied(page, "Copy as code")).toContain("cutmix({ alpha: 1,");
  await page.goto("/train.html#seed=3&arm=none");
  await expect(seed).toHaveValue("3");
  await expect(tfjs).not.toBeChecked();
  await expect(page.locator("#code-text")).toContainText("policy: [],");
  await page.goto(training);
  await expect(page.getByLabel("CutMix, α 1")).toBeChecked();
  await expect(tfjs).toBeChecked();
  await expect(seed).toHaveValue("12");
});
