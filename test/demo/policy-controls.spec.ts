/** Every control of the policy page changes what is drawn; the same state draws the same. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { dropFiles, settled } from "./page.ts";
import { labels, openPolicies, SIDE, samples, shownJson } from "./policy-page.ts";

test.use({ keepsPage: true });

interface Shown {
  plan: unknown;
  policy: unknown;
  code: string;
  pictures: string[];
}

async function shown(page: Page): Promise<Shown> {
  await settled(page);
  return {
    plan: await shownJson(page, "plan-text"),
    policy: await shownJson(page, "policy-text"),
    code: (await page.locator("#code-text").textContent())!,
    pictures: await samples(page),
  };
}

const slide = (page: Page, name: string, position: number) =>
  page.getByLabel(name, { exact: true }).fill(String(position));
const item = (page: Page, name: string) =>
  page.locator("#items > li").filter({ has: page.getByText(name, { exact: true }) });
const names = (page: Page) => page.locator("#items .item-name").allTextContents();

test("magnitude and seed change the samples, and back gives the same ones", async ({ page }) => {
  await openPolicies(page);
  const first = await shown(page);
  await slide(page, "Magnitude", 25);
  const strong = await shown(page);
  expect(strong.pictures).not.toEqual(first.pictures);
  expect(strong.code).toContain("magnitude: 25");
  expect(await page.locator("output[for=magnitude]").textContent()).toBe("bin 25 of 30");
  // The choice of ops, and their signs, do not depend on the magnitude.
  const opsOf = ({ plan }: Shown) =>
    (plan as { sources: { ops: { op: string }[] }[] }).sources.map(({ ops }) => ops.map(({ op }) => op));
  expect(opsOf(strong)).toEqual(opsOf(first));
  await slide(page, "Magnitude", 9);
  expect(await shown(page)).toEqual(first);

  await page.getByLabel("Seed", { exact: true }).fill("77");
  const other = await shown(page);
  expect(other.pictures).not.toEqual(first.pictures);
  expect(other.policy).toEqual(first.policy);
  await page.getByLabel("Seed", { exact: true }).fill("1");
  expect(await shown(page)).toEqual(first);
});

test("the next batch is another one, over the end of an epoch and back", async ({ page }) => {
  await openPolicies(page, "#batch=2");
  await expect(page.locator("#position")).toHaveText("epoch 0, 3 of 3");
  const last = await shown(page);
  await page.getByRole("button", { name: "Next batch" }).click();
  await settled(page);
  await expect(page.locator("#position")).toHaveText("epoch 1, 1 of 3");
  expect(await samples(page)).not.toEqual(last.pictures);
  await page.getByRole("button", { name: "Previous batch" }).click();
  expect(await shown(page)).toEqual(last);
});

test("stages are added, edited, moved and removed", async ({ page }) => {
  await openPolicies(page, "#preset=empty");
  expect(await shownJson(page, "policy-text")).toEqual([]);
  expect((await labels(page)).flat()).toEqual(Array.from({ length: 16 }, () => "unchanged"));
  await page.getByLabel("Add a stage").selectOption("rotate");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await settled(page);
  expect(await shownJson(page, "policy-text")).toEqual([{ kind: "op", op: "rotate", degrees: [-15, 15] }]);
  await page.getByLabel("Add a stage").selectOption("invert");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await settled(page);
  expect(await names(page)).toEqual(["rotate", "invert"]);

  // It follows the magnitude until a hand sets it.
  await slide(page, "Magnitude", 1);
  await settled(page);
  await expect(item(page, "rotate").locator(".item-summary")).toHaveText("−30° to 30°");
  await page.getByLabel("rotate degrees, from").fill("90");
  await settled(page);
  expect(await shownJson(page, "policy-text")).toMatchObject([{ degrees: [90, 90] }, {}]);
  await expect(item(page, "rotate").getByLabel("follows the magnitude")).not.toBeChecked();
  expect((await labels(page))[0]).toEqual(["rotated by 90°", "inverted"]);
  await page.getByRole("button", { name: "rotate degrees: one value" }).click();
  await item(page, "rotate").getByText("interpolation, edge, fill, peer").click();
  await page.getByLabel("rotate edge").selectOption("wrap");
  await page.getByLabel("rotate probability").fill("0.5");
  await settled(page);
  expect(await shownJson(page, "policy-text")).toMatchObject([
    { degrees: 90, edge: "wrap", prob: 0.5 },
    { op: "invert" },
  ]);
  await expect(page.locator("#code-text")).toContainText('ops.rotate({ degrees: 90, edge: "wrap", prob: 0.5 })');

  await page.getByRole("button", { name: "Move down: rotate" }).click();
  await settled(page);
  expect(await names(page)).toEqual(["invert", "rotate"]);
  await expect(page.getByRole("button", { name: "Move down: rotate" })).toBeFocused();
  await page.getByRole("button", { name: "Remove: invert" }).click();
  await settled(page);
  expect(await names(page)).toEqual(["rotate"]);
  await expect(page.getByRole("button", { name: "Remove: rotate" })).toBeFocused();
});

test("what cannot be is refused in words and changes nothing", async ({ page }) => {
  await openPolicies(page, "#preset=empty");
  await page.getByLabel("Add a stage").selectOption("cutout");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const before = await shown(page);
  const box = page.getByLabel("cutout box, as JSON");
  await box.fill("[1, 2, 3]");
  await box.press("Enter");
  await expect(item(page, "cutout").locator(".complaint").first()).toContainText("box");
  expect(await shown(page)).toEqual(before);
  await box.fill("[10, 20, 60, 80]");
  await box.press("Enter");
  await settled(page);
  expect(await shownJson(page, "policy-text")).toMatchObject([{ box: [10, 20, 60, 80] }]);
  await expect(item(page, "cutout").locator(".complaint").first()).toHaveText("");
});

test("how stages are chosen, how many, and the mixer change the policy", async ({ page }) => {
  await openPolicies(page);
  await slide(page, "Ops a picture", 4);
  await settled(page);
  expect((await labels(page)).every((lines) => lines.length === 4)).toBe(true);
  await page.getByLabel("Every picture gets").selectOption("randomChoice");
  await settled(page);
  expect((await labels(page)).every((lines) => lines.length === 1)).toBe(true);
  await page.getByRole("radio", { name: "CutMix" }).check();
  await settled(page);
  expect(await shownJson(page, "policy-text")).toMatchObject([{ kind: "randomChoice" }, { kind: "cutmix" }]);
  expect((await labels(page)).filter((lines) => lines.at(-1)!.startsWith("CutMix")).length).toBeGreaterThan(12);
});

test("the address carries the policy into another tab, and a broken one opens all the same", { tag: "@whole" }, async ({
  page,
  context,
}) => {
  await openPolicies(page, "#preset=pipeline&seed=8");
  await page.getByRole("button", { name: "Remove: gamma" }).click();
  await slide(page, "Ops a picture", 3);
  const first = await shown(page);
  await expect(page).toHaveURL(/policy=/);
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await shown(other)).toEqual(first);
  await other.close();
  await openPolicies(page, "#preset=nothing&policy=%7Bbroken&seed=-1&mixer=blender");
  await expect(page.getByLabel("Start from")).toHaveValue("torchvision");
  await expect(page.locator("#samples canvas")).toHaveCount(16);
});

test("own files are augmented as the photographs are", async ({ page }) => {
  await openPolicies(page, "#preset=trivial");
  const pixels = Uint8Array.from({ length: 20 * 16 * 16 }, (_, i) => (Math.floor(i / 256) * 9 + (i % 16) * 11) & 255);
  const images = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 16, 0, 0, 0, 16, ...pixels]);
  await dropFiles(page, [{ name: "ramps-images-idx3-ubyte", bytes: images }], "#samples");
  await expect(page.locator("#dataset-note")).toContainText("20 pictures of 16 × 16 × 1");
  await settled(page);
  expect((await samples(page)).every((print) => print.startsWith("16x16"))).toBe(true);
  await page.getByRole("button", { name: "Back to the photographs" }).click();
  await expect(page.locator("#dataset-note")).toContainText("Seven photographs");
  await settled(page);
  expect((await samples(page)).every((print) => print.startsWith(`${SIDE}x${SIDE}`))).toBe(true);
});
