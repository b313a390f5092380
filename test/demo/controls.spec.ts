/** Every control changes what is drawn, and the address says what the controls say. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { mixed, openDemo, originals, pressUntilSaid, settled, shownPlan } from "./page.ts";

test.use({ keepsPage: true });

interface Shown {
  plan: string;
  code: string;
  pictures: string[];
}

async function shown(page: Page): Promise<Shown> {
  await settled(page);
  return {
    plan: JSON.stringify(await shownPlan(page)),
    code: (await page.locator("#code-text").textContent())!,
    pictures: await mixed(page),
  };
}

/** Sets a slider as a hand would; Playwright's `fill` sends `input` too. */
const slide = (page: Page, name: string, position: number) =>
  page.getByLabel(name, { exact: true }).fill(String(position));

/** In an order in which each of them matters, whatever those before it were set to; a seed that is drawn comes last. */
const CONTROLS: Record<string, (page: Page) => Promise<unknown>> = {
  "MixUp alpha": (page) => slide(page, "MixUp alpha", 12),
  "CutMix alpha": (page) => slide(page, "CutMix alpha", 12),
  probability: (page) => slide(page, "Probability", 0.4),
  seed: (page) => page.getByLabel("Seed", { exact: true }).fill("4711"),
  "next batch": (page) => page.getByRole("button", { name: "Next batch" }).click(),
  "batch size": (page) => page.getByRole("radio", { name: "16" }).check(),
  pairing: (page) => page.getByLabel("Pairing").selectOption("reverse"),
  "granularity batch": (page) => page.getByRole("radio", { name: "batch", exact: true }).check(),
  "granularity pair": (page) => page.getByRole("radio", { name: "pair", exact: true }).check(),
  "granularity half": (page) => page.getByRole("radio", { name: "half", exact: true }).check(),
  "mixer MixUp": (page) => page.getByRole("radio", { name: "MixUp" }).check(),
  "mixer CutMix": (page) => page.getByRole("radio", { name: "CutMix" }).check(),
  dice: (page) => page.getByRole("button", { name: "Random seed" }).click(),
};

test("each control changes the plan, the code and the pictures, and all of them go back", async ({ page }) => {
  await openDemo(page);
  const first = await shown(page);
  let before = first;
  for (const [name, operate] of Object.entries(CONTROLS)) {
    await operate(page);
    const changed = await shown(page);
    expect.soft(changed.plan, name).not.toBe(before.plan);
    expect.soft(changed.code, name).not.toBe(before.code);
    expect.soft(changed.pictures, name).not.toEqual(before.pictures);
    before = changed;
  }
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  expect(await shown(page)).toEqual(first);
});

test("label smoothing changes labels and code, and neither plan nor pictures", async ({ page }) => {
  await openDemo(page, "#mixer=mixup");
  const before = await shown(page);
  const titles = await page.locator("#mixed figcaption").allTextContents();
  await slide(page, "Label smoothing", 0.3);
  const after = await shown(page);
  expect(await page.locator("#mixed figcaption").allTextContents()).not.toEqual(titles);
  expect({ ...after, code: before.code }).toEqual(before);
  expect(after.code).toContain("smoothing: 0.3");
});

test("the stepper goes over the end of an epoch and back", async ({ page }) => {
  await openDemo(page, "#batch=4");
  await expect(page.locator("#position")).toHaveText("epoch 0, 5 of 5");
  const last = await originals(page);
  await page.getByRole("button", { name: "Next batch" }).click();
  await settled(page);
  await expect(page.locator("#position")).toHaveText("epoch 1, 1 of 5");
  expect(await originals(page)).not.toEqual(last);
  await page.getByRole("button", { name: "Previous batch" }).click();
  await settled(page);
  expect(await originals(page)).toEqual(last);
});

test("one seed gives one batch: after another seed, and in another tab from the address", { tag: "@whole" }, async ({
  page,
  context,
}) => {
  await openDemo(page, "#mixer=cutmix&seed=99&batch=2&prob=0.85&cutmixAlpha=3");
  const first = await shown(page);
  await page.getByLabel("Seed", { exact: true }).fill("100");
  expect((await shown(page)).pictures).not.toEqual(first.pictures);
  await page.getByLabel("Seed", { exact: true }).fill("99");
  expect(await shown(page)).toEqual(first);
  await page.getByRole("button", { name: "Next batch" }).click();
  await expect(page).toHaveURL(/batch=3/);
  await page.getByRole("button", { name: "Previous batch" }).click();
  await expect(page).toHaveURL(/batch=2/);
  await page.getByRole("link", { name: "Distributions" }).click();
  await expect(page.locator("#numbers")).toBeFocused();
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await shown(other)).toEqual(first);
  await expect(other.getByLabel("CutMix alpha")).toHaveAttribute("aria-valuetext", "3");
});

test("a link with impossible settings opens all the same", async ({ page }) => {
  await openDemo(page, "#mixer=blender&seed=-4&mixupAlpha=9&granularity=pair&pairing=roll&batch=99999");
  await expect(page.getByRole("radio", { name: "Both" })).toBeChecked();
  await expect(page.getByLabel("Pairing")).toHaveValue("derangement");
  await expect(page.locator("#mixed canvas")).toHaveCount(8);
});

test("pairings that cannot be drawn are not offered", async ({ page }) => {
  await openDemo(page, "#granularity=pair");
  const offered = page.locator("#pairing option:not([disabled])");
  await expect(offered).toHaveCount(3);
  await page.getByRole("radio", { name: "half" }).check();
  await settled(page);
  await expect(offered).toHaveCount(1);
  await expect(page.locator("#mixed canvas")).toHaveCount(4);
});

test("half a number in the seed's field does nothing until it is one", async ({ page }) => {
  await openDemo(page);
  const first = await shown(page);
  await page.getByLabel("Seed", { exact: true }).fill("");
  expect(await shown(page)).toEqual(first);
});

for (const [name, id] of [
  ["Copy the plan", "#plan-text"],
  ["Copy the code", "#code-text"],
] as const) {
  test(`"${name}" copies it and says so`, async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openDemo(page);
    const button = page.getByRole("button", { name });
    await pressUntilSaid(button, "Copied");
    await expect(page.locator("#status")).toHaveText("Copied to the clipboard");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await page.locator(id).textContent());
    await expect(button).toHaveText("Copy");
  });
}
