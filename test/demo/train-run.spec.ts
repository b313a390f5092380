/** Training in the page: every arm, both trainers, pause, stop, and the table. */
import { expect, test } from "./fixtures.ts";
import { dropFiles, fingerprints } from "./page.ts";
import { choose, curvesIn, idxPair, inState, openTraining, start, stepsDone } from "./train-page.ts";

test("20 steps of each arm on the patches: four curves, four diagrams, a table to copy", async ({ page, context }, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTraining(page);
  await expect(page.locator("#dataset-note")).toContainText("2,100 to train on, 252 to test with, 32 × 32 × 3, 7 classes");
  // 2,100 patches are 20 batches of 105.
  await choose(page, { arms: ["none", "mixup", "cutmix", "all"], epochs: 1, batchSize: 105 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toHaveText("Done: 80 of 80 steps.");
  expect(await curvesIn(page, "#loss-chart")).toBe(4);
  expect(await curvesIn(page, "#accuracy-chart")).toBe(4);
  await expect(page.locator("#reliability svg")).toHaveCount(4);
  await expect(page.locator("#reliability figcaption").first()).toContainText(/ECE \d+\.\d\s%, after step 20/);

  // What is seen, not only what is in the tree: the screenshot has MixUp's blue and CutMix's orange, line after line.
  const picture = await page.locator("#loss-chart svg").screenshot({ path: info.outputPath("loss.png") });
  await page.screenshot({ path: info.outputPath("train.png"), fullPage: true });
  const coloured = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const near = (colour: number[], i: number) => colour.every((value, c) => Math.abs(data[i + c]! - value) < 40);
    const count = { mixup: 0, cutmix: 0 };
    for (let i = 0; i < data.length; i += 4) {
      if (near([47, 87, 208], i)) count.mixup++;
      if (near([192, 74, 20], i)) count.cutmix++;
    }
    return count;
  }, picture.toString("base64"));
  // A curve across some 400 pixels, two wide; hidden parts and smoothed edges taken off generously.
  expect(coloured.mixup).toBeGreaterThan(150);
  expect(coloured.cutmix).toBeGreaterThan(150);

  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const rows = copied.split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(2 + 4);
  expect(
    rows.slice(2).map((row) =>
      row
        .split("|")
        .slice(1, 3)
        .map((cell) => cell.trim()),
    ),
  ).toEqual([
    ["None", "20"],
    ["MixUp", "20"],
    ["CutMix", "20"],
    ["RandAugment + both", "20"],
  ]);
  await expect(page.locator("#results-body tr")).toHaveCount(4);

  await page.getByRole("button", { name: "Copy as CSV" }).click();
  await expect(page.locator("#status")).toHaveText("Copied to the clipboard");
  const [head, ...lines] = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
  const columns = head!.split(",");
  expect(lines.map((line) => line.split(",")[columns.indexOf("arm")])).toEqual(["none", "mixup", "cutmix", "all"]);
  for (const line of lines) {
    expect(line.split(",")).toHaveLength(columns.length);
    expect(Number(line.split(",")[columns.indexOf("test_accuracy")])).toBeGreaterThan(0);
  }

  // Every arm's batch: pictures with something on them, and labels that say what.
  await expect(page.locator("#strips .strip")).toHaveCount(4);
  await expect(page.locator("#strips canvas")).toHaveCount(32);
  for (const prints of await Promise.all(["none", "all"].map((arm) => fingerprints(page.locator(`.strip[data-arm=${arm}]`))))) {
    expect(new Set(prints).size).toBeGreaterThan(4);
  }
  await expect(page.locator(".strip[data-arm=none] canvas").first()).toHaveAttribute("aria-label", /^[a-z]+ 100\s%$/);
});

test("TensorFlow.js trains too, one arm after another, and gives all its tensors back", async ({ page }) => {
  await openTraining(page);
  // Small pictures: TensorFlow.js is slow on a GPU in software.
  await dropFiles(page, [...idxPair("train"), ...idxPair("t10k")], "#results");
  await expect(page.locator("#dataset-note")).toContainText("40 to train on");
  await choose(page, { backend: "tfjs", epochs: 3, batchSize: 10 });
  await page.getByRole("radio", { name: "one after another" }).check({ force: true });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toHaveText("Done: 24 of 24 steps.");
  await expect(page.locator("#results-body tr")).toHaveCount(2);
  expect(await curvesIn(page, "#loss-chart")).toBe(2);
  const left = await page.evaluate(() => {
    const { _tfengine } = globalThis as unknown as { _tfengine: { memory(): { numTensors: number } } };
    return _tfengine.memory().numTensors;
  });
  expect(left).toBe(0);
});

test("pause holds it, resume goes on, stop ends it with what was reached", async ({ page }) => {
  await openTraining(page);
  await choose(page, { epochs: 50 });
  await start(page);
  await expect.poll(() => stepsDone(page), { timeout: 60_000 }).toBeGreaterThan(4);
  await expect(page.locator("input[name=model]").first()).toBeDisabled();

  await page.getByRole("button", { name: "Pause" }).click();
  await inState(page, "paused");
  // The step under way is finished; afterwards nothing moves.
  await page.waitForTimeout(1500);
  const held = await page.locator("#run-progress").getAttribute("value");
  await page.waitForTimeout(1500);
  expect(await page.locator("#run-progress").getAttribute("value")).toBe(held);

  await page.getByRole("button", { name: "Resume" }).click();
  const before = await stepsDone(page);
  await expect.poll(() => stepsDone(page), { timeout: 60_000 }).toBeGreaterThan(before);
  await expect(page.locator("#left")).toHaveText(/\d+ (s|min)/);
  await page.getByRole("button", { name: "Stop" }).click();
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toContainText("Stopped at");
  await expect(page.locator("#results-body tr")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "Train again" })).toBeFocused();
  await expect(page.locator("input[name=model]").first()).toBeEnabled();
});
