/** The pages say that kernels are being compiled, and no picture waits for one that was forgotten. */
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";
import { settled } from "./page.ts";
import { choose, inState, openTraining, start } from "./train-page.ts";

declare global {
  interface Window {
    /** What a line on the page said, one after the other. */
    said: string[];
    /** Pipelines that Mixwell made in the middle of a step. TensorFlow.js makes its own so. */
    atOnce: string[];
  }
}

/** Notes what the line says, from the beginning, and what is compiled at once. */
async function observe(page: Page, line: string): Promise<void> {
  await page.addInitScript((selector) => {
    window.said = [];
    window.atOnce = [];
    const { createComputePipeline } = GPUDevice.prototype;
    GPUDevice.prototype.createComputePipeline = function (descriptor) {
      if (/^(mix|augment|tone|tile|labels)_/.test(descriptor.label ?? "")) window.atOnce.push(descriptor.label!);
      return createComputePipeline.call(this, descriptor);
    };
    addEventListener("DOMContentLoaded", () => {
      const element = document.querySelector(selector)!;
      const note = () => window.said.push(element.textContent!);
      new MutationObserver(note).observe(element, { childList: true, characterData: true, subtree: true });
    });
  }, line);
}

for (const path of ["/", "/policy.html?side=56"]) {
  test(`${path} counts the kernels up, and then compiles none for its pictures`, { tag: "@whole" }, async ({
    page,
  }) => {
    await observe(page, "#loading-text");
    await page.goto(path);
    await settled(page);
    const said = await page.evaluate(() => window.said);
    const counted = said.flatMap(
      (words) => /^Compiling kernels, (\d+) of (\d+)$/.exec(words)?.slice(1).map(Number) ?? [],
    );
    const total = counted[1]!;
    // Several can be done at the same moment.
    expect(counted.slice(0, 2)).toEqual([0, total]);
    expect(counted.slice(-2)).toEqual([total, total]);
    await expect(page.locator("#loading")).toBeHidden();
    expect(await page.evaluate(() => window.atOnce)).toEqual([]);
  });
}

test("the training page says whose kernels are compiled before the first step, which compiles none", {
  tag: "@whole",
}, async ({ page }) => {
  await observe(page, "#run-words");
  await openTraining(page);
  await choose(page, { arms: ["mixup"], epochs: 1, batchSize: 64 });
  await start(page);
  await inState(page, "running");
  expect(await page.evaluate(() => window.said)).toContain("MixUp: compiling kernels, 0 % …");
  await expect(page.locator("#run-words")).toHaveText(/ of .* steps/);
  expect(await page.evaluate(() => window.atOnce)).toEqual([]);
});
