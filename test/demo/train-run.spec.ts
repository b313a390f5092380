/** Training in the page: every arm, both trainers, pause, stop, what it says meanwhile, and the table. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { dropFiles, settled } from "./page.ts";
import {
  atRest,
  choose,
  curvesIn,
  idxPair,
  inState,
  keepDrawings,
  openTraining,
  pickFolder,
  pictureFiles,
  start,
  stepsDone,
} from "./train-page.ts";

test.use({ keepsPage: true });

test("12 steps of each arm: four curves, four diagrams, a table to copy", async ({ page, context }, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTraining(page);
  const drawn = await keepDrawings(page);
  await expect(page.locator("#dataset-note")).toContainText(
    "2,100 to train on, 252 to test with, 32 × 32 × 3, 7 classes",
  );
  // All of the patches take a GPU in software twenty seconds. These are 96 to train on, in 12 batches of 8.
  await pickFolder(page, info.outputPath("pets"), pictureFiles({ bird: 30, cat: 30, dog: 60 }));
  await expect(page.locator("#dataset-note")).toContainText("96 to train on, 24 to test with, 32 × 32 × 3, 3 classes");
  await choose(page, { arms: ["none", "mixup", "cutmix", "all"], epochs: 1, batchSize: 8 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toHaveText("Done: 48 of 48 steps.");
  expect(await curvesIn(page, "#loss-chart")).toBe(4);
  expect(await curvesIn(page, "#accuracy-chart")).toBe(4);
  await expect(page.locator("#reliability svg")).toHaveCount(4);
  await expect(page.locator("#reliability figcaption").first()).toContainText(/ECE \d+\.\d\s%, after step 12/);

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
    ["None", "12"],
    ["MixUp", "12"],
    ["CutMix", "12"],
    ["RandAugment + both", "12"],
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
  for (const arm of ["none", "all"]) expect(new Set((await drawn(arm)).prints).size).toBeGreaterThan(4);
  for (const [arm, words] of [
    ["none", /^8 pictures: [a-z]+(; [a-z]+){7}$/],
    ["cutmix", /^8 pictures: .*[a-z]+ 0\.\d\d, [a-z]+ 0\.\d\d/],
  ] as const)
    await expect(page.locator(`.strip[data-arm=${arm}] canvas`)).toHaveAttribute("aria-label", words);
});

test("TensorFlow.js trains too, one arm after another, and gives all its tensors back", { tag: "@whole" }, async ({
  page,
}) => {
  await openTraining(page);
  // Small pictures: TensorFlow.js is slow on a GPU in software.
  await dropFiles(page, [...idxPair("train"), ...idxPair("t10k")], "#results");
  await expect(page.locator("#dataset-note")).toContainText("40 to train on");
  await choose(page, { backend: "tfjs", epochs: 3, batchSize: 10 });
  await page.getByRole("radio", { name: "one after another" }).check({ force: true });
  const said = await listen(page);
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toHaveText("Done: 24 of 24 steps.");
  expect((await said()).some((words) => words.startsWith("MixUp, epoch 1: "))).toBe(true);
  await expect(page.locator("#results-body tr")).toHaveCount(2);
  expect(await curvesIn(page, "#loss-chart")).toBe(2);
  const left = await page.evaluate(() => {
    const { _tfengine } = globalThis as unknown as { _tfengine: { memory(): { numTensors: number } } };
    return _tfengine.memory().numTensors;
  });
  expect(left).toBe(0);
});

/** From now on keeps everything that the bar says. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.locator("#run-words").evaluate((label) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => said.push(label.textContent)).observe(label, { childList: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

test("pause holds it, resume goes on, stop ends it with what was reached", { tag: "@whole" }, async ({ page }) => {
  await openTraining(page);
  // Long epochs, so that the last look at the test pictures is still to come when it stops.
  await choose(page, { epochs: 50, batchSize: 2 });
  const said = await listen(page);
  await start(page);
  await expect.poll(() => stepsDone(page)).toBeGreaterThan(4);
  await expect(page.locator("input[name=model]").first()).toBeDisabled();
  await expect(page.locator("#files")).toHaveCSS("opacity", "0.62");

  await page.getByRole("button", { name: "Pause" }).click();
  await inState(page, "paused");
  await atRest(page);
  const held = await stepsDone(page);
  await expect(page.locator("#run-words")).toHaveText(/^Paused at [\d,]+ of 105,000 steps\.$/);
  expect(Number(await page.locator("#run-progress").getAttribute("value"))).toBeCloseTo(held / 105_000, 9);
  await page.waitForTimeout(1500);
  expect(await stepsDone(page)).toBe(held);

  await page.getByRole("button", { name: "Resume" }).click();
  await expect.poll(() => stepsDone(page)).toBeGreaterThan(held);
  await expect(page.locator("#left")).toHaveText(/\d+ (s|min)/);
  await page.getByRole("button", { name: "Stop" }).click();
  await inState(page, "ended");
  await expect(page.locator("#run-words")).toContainText("Stopped at");
  for (const arm of ["None", "MixUp"]) expect(await said()).toContain(`Stopping: testing ${arm}, 0 of 252 pictures …`);
  for (const fact of ["#rate", "#left"]) await expect(page.locator(fact)).toHaveText("–");
  await expect(page.locator("#results-body tr")).toHaveCount(2);
  // Side by side, they took as many steps.
  const steps = await page.locator("#results-body td:nth-child(2)").allTextContents();
  expect(new Set(steps).size).toBe(1);
  await expect(page.getByRole("button", { name: "Train again" })).toBeFocused();
  await expect(page.locator("input[name=model]").first()).toBeEnabled();
});

test("paused within its first step, it says so until that one is done", { tag: "@whole" }, async ({ page }) => {
  await openTraining(page);
  await page.evaluate(() => {
    const pause = document.querySelector<HTMLButtonElement>("#pause")!;
    // As soon as it can be pressed: the first step has not ended by then.
    new MutationObserver(() => document.body.dataset.run === "running" && pause.click()).observe(document.body, {
      attributeFilter: ["data-run"],
    });
  });
  const said = await listen(page);
  await start(page);
  await inState(page, "paused");
  await expect(page.locator("#run-words")).toHaveText("Paused at 1 of 660 steps.");
  expect(await said()).toContain("Pausing after the first step …");
  await page.getByRole("button", { name: "Stop" }).click();
  await inState(page, "ended");
});

test("a run of three steps: a tick for every step, one result, and lines to copy by hand", { tag: "@whole" }, async ({
  page,
}) => {
  await openTraining(page);
  await page.evaluate(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await dropFiles(page, idxPair("greys"), "#results");
  await expect(page.locator("#dataset-note")).toContainText("32 to train on");
  await choose(page, { arms: ["none"], epochs: 3, batchSize: 32 });
  await start(page);
  await inState(page, "ended");
  await expect(page.locator("#status")).toHaveText("Training has ended: 1 result in the table");
  for (const chart of ["#loss-chart", "#accuracy-chart"]) {
    const labels = await page.locator(`${chart} svg text`).allTextContents();
    expect(labels.filter((label) => /^\d+$/.test(label))).toEqual(["1", "2", "3"]);
  }

  for (const [name, lines] of [
    ["Copy as Markdown", 5],
    ["Copy as CSV", 2],
  ] as const) {
    const button = page.getByRole("button", { name });
    await button.click();
    await expect(page.locator("#status")).toContainText("The text is selected");
    const selected = await page.evaluate(() => getSelection()!.toString());
    expect(selected.trim().split("\n")).toHaveLength(lines);
    await page.locator("#status").evaluate((status) => status.replaceChildren());
  }
});

test("back from another page, the settings say what they are set to", async ({ page }) => {
  await openTraining(page);
  const noise = page.getByLabel("Wrong labels");
  await noise.fill("45");
  await expect(page.locator("#noise-value")).toHaveText("45 %");
  await page.getByRole("link", { name: "Mixing" }).click();
  await settled(page);
  await page.goBack();
  await inState(page, "ready");
  await expect(noise).toHaveValue("45");
  await expect(page.locator("#noise-value")).toHaveText("45 %");
  await expect(noise).toHaveAttribute("aria-valuetext", "45 %");
});

test.describe("on a page of its own", () => {
  test.use({ keepsPage: false });

  test("without WebGPU the empty charts promise nothing", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "gpu", { value: undefined }));
    await page.goto("/train.html");
    await inState(page, "impossible");
    await expect(page.locator("#accuracy-chart")).toHaveText("Nothing can be trained here: see above.");
  });
});
