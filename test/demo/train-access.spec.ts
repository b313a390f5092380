/** The training page for keyboards, screen readers, dark rooms and phones. */
import { complaintsOfAxe, SCHEMES, SCHEMES_APART } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { dropFiles, settled } from "./page.ts";
import { choose, idxPair, inState, keepDrawings, openTraining, start } from "./train-page.ts";

test.use({ keepsPage: true });

for (const { scheme, tag } of SCHEMES_APART)
  test(`axe finds nothing to complain about, before and after a run, ${scheme}`, { tag }, async ({ page }) => {
    await openTraining(page);
    expect(await complaintsOfAxe(page, scheme), "before").toEqual([]);
    await dropFiles(page, idxPair("greys"), "#results");
    await expect(page.locator("#dataset-note")).toContainText("32 to train on");
    await choose(page, { epochs: 2, batchSize: 8 });
    await start(page);
    await inState(page, "ended");
    await expect(page.locator("#reliability svg[role=img]")).toHaveCount(2);
    expect(await complaintsOfAxe(page, scheme), "after").toEqual([]);
  });

test("nothing sticks out of a phone's screen, and the pages lead to each other", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openTraining(page);
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#dataset-note")).toContainText("32 to train on");
  await choose(page, { arms: ["none"], epochs: 2, batchSize: 8 });
  await start(page);
  await inState(page, "ended");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  for (const name of ["Mixing", "Policies", "Speed"]) await expect(page.getByRole("link", { name })).toBeVisible();
  // Without ops, which would be compiled for nothing.
  for (const other of ["/", "/policy.html#preset=empty"]) {
    await page.goto(other);
    await settled(page);
    await expect(page.getByRole("link", { name: "Training" })).toHaveAttribute("href", "./train.html");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  }
});

test("ticks and swatches keep their size however narrow the screen", async ({ page }) => {
  await openTraining(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 740 });
    const sizes = await page
      .locator(".tick > :is(input, i)")
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
    expect(sizes).toEqual(Array.from({ length: 8 }, () => 16));
    // Nor do the words beside them leave their box.
    const sticksOut = await page
      .locator(".tick")
      .evaluateAll((labels) => labels.filter((label) => label.scrollWidth > label.clientWidth).length);
    expect(sticksOut).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("a batch is drawn anew when the page's width or colours change: its titles stay legible", {
  tag: "@whole",
}, async ({ page }) => {
  await openTraining(page);
  const drawn = await keepDrawings(page);
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#dataset-note")).toContainText("32 to train on");
  await choose(page, { arms: ["mixup"], epochs: 1, batchSize: 32 });
  await start(page);
  await inState(page, "ended");
  const canvas = page.locator("#strips canvas");
  for (const [width, columns] of [
    [1280, 8],
    [961, 5],
    [390, 3],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    // A pixel of it is one of the screen, its pictures fill the line but for less than a pixel each.
    const fits = (element: HTMLCanvasElement, most: number) => {
      const left = element.parentElement!.clientWidth - element.clientWidth;
      return element.width === element.clientWidth && left >= 0 && left < most;
    };
    await expect.poll(() => canvas.evaluate(fits, columns)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect.poll(async () => (await drawn("mixup")).titles).toBe(scheme === "dark" ? "light" : "dark");
  }
});
