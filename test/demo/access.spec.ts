/** Keyboard, screen reader, light and dark, small screens. */
import { complaintsOfAxe, SCHEMES } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { mixed, openDemo, reopenDemo, settled } from "./page.ts";

test.use({ keepsPage: true });

test("axe finds nothing to complain about, light or dark", async ({ page }) => {
  await openDemo(page, "#smoothing=0.1");
  await expect(page.locator(".plot svg[aria-label]")).toHaveCount(6);
  for (const scheme of SCHEMES) expect(await complaintsOfAxe(page, scheme), scheme).toEqual([]);
});

test("the theme button overrules the system and is remembered", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await reopenDemo(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  const button = page.getByRole("button", { name: "Dark theme" });
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.evaluate(() => localStorage.clear());
});

test("the keyboard reaches everything, in order, and gets out again", async ({ page }) => {
  await reopenDemo(page);
  await expect(page.locator("#measure")).toBeVisible();
  const reached: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return "";
      return (
        element.id ||
        (element as HTMLInputElement).name ||
        element.getAttribute("aria-label") ||
        element.textContent!.trim()
      );
    });
    if (name === "" || (i > 0 && name === reached[0])) break;
    reached.push(name);
  }
  const inOrder = [
    "Skip to the pictures",
    "theme",
    "measure",
    "mixer",
    "mixupAlpha",
    "next",
    "seed",
    "dice",
    "pairing",
    "granularity",
    "smoothing",
    "batchSize",
    "file-picker",
    "Copy the plan",
    "Copy the code",
  ];
  expect(reached.filter((name) => inOrder.includes(name))).toEqual(inOrder);
  expect(reached.filter((name) => name.startsWith("Mixed picture"))).toHaveLength(8);
  expect(reached.length).toBeLessThan(80);
});

test("the page can be worked by keyboard alone", async ({ page }) => {
  await reopenDemo(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#studio")).toBeFocused();

  const before = await mixed(page);
  await page.getByRole("radio", { name: "Both" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "CutMix" })).toBeChecked();
  await settled(page);
  expect(await mixed(page)).not.toEqual(before);

  await page.getByLabel("CutMix alpha").focus();
  await page.keyboard.press("End");
  await expect(page.getByLabel("CutMix alpha")).toHaveAttribute("aria-valuetext", "8");

  const next = page.getByRole("button", { name: "Next batch" });
  await next.focus();
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(next).toBeFocused();
  await expect(page.locator("#status")).toHaveText("8 pictures mixed: epoch 0, batch 2, seed 1");

  const third = page.getByRole("button", { name: /^Mixed picture 3:/ });
  await third.focus();
  await expect(third).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("#inspector")).toContainText("Mixed 3");
});

test("every picture has words", async ({ page }) => {
  await reopenDemo(page);
  const unnamed = await page
    .locator("canvas:not([role=presentation])")
    .evaluateAll((all) => all.filter((one) => !one.getAttribute("aria-label")).length);
  expect(unnamed).toBe(0);
  await expect(
    page.getByRole("button", { name: /^Mixed picture 1: .+ \d+\s%.*: mixed 0\.\d\d with 0\.\d\d of / }),
  ).toBeVisible();
});

test("nothing sticks out of a phone's screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await reopenDemo(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(page.getByLabel("Pairing")).toBeHidden();
  await page.getByText("Pairing, granularity, labels").click();
  await expect(page.getByLabel("Pairing")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
