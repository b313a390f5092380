/** What the training page's tests ask of it. */
import type { Page } from "playwright/test";
import { expect } from "./fixtures.ts";
import type { TestFile } from "./page.ts";

/** Opens the page and waits until its pictures are there. */
export async function openTraining(page: Page): Promise<void> {
  await page.goto("/train.html");
  await inState(page, "ready");
}

export async function inState(page: Page, state: string): Promise<void> {
  await expect(page.locator("body")).toHaveAttribute("data-run", state, { timeout: 120_000 });
}

export interface Choice {
  arms?: string[];
  backend?: "tfjs" | "jax";
  model?: "mlp" | "cnn";
  epochs?: number;
  batchSize?: number;
}

export async function choose(page: Page, { arms, backend, model, epochs, batchSize }: Choice): Promise<void> {
  if (arms) for (const box of await page.locator("input[name=arm]").all()) await box.setChecked(arms.includes(await box.inputValue()));
  // Folded on a phone.
  await page.locator("#more").evaluate((details) => Object.assign(details, { open: true }));
  if (model) await page.locator(`input[name=model][value=${model}]`).check({ force: true });
  if (backend) await page.locator(`input[name=backend][value=${backend}]`).check({ force: true });
  if (epochs) await page.getByLabel("Epochs").fill(String(epochs));
  if (batchSize) await page.getByLabel("Batch size").fill(String(batchSize));
}

export const start = (page: Page): Promise<void> => page.getByRole("button", { name: /^Start training|^Train again/ }).click();

/** Steps done by all arms, as the page says. */
export async function stepsDone(page: Page): Promise<number> {
  const [, steps = "0"] = /([\d,]+) of/.exec((await page.locator("#run-words").textContent()) ?? "") ?? [];
  return Number(steps.replaceAll(",", ""));
}

/** Curves in a chart: paths of more points than a tick or an axis has. */
export function curvesIn(page: Page, chart: string): Promise<number> {
  return page
    .locator(`${chart} svg path`)
    .evaluateAll((paths) => paths.filter((path) => (path.getAttribute("d") ?? "").split("L").length > 10).length);
}

/** Pictures of 8 × 8 in four classes, a grey for each, as IDX. @param count below 65,536 */
export function idxPair(prefix: string, count = 40): TestFile[] {
  const labels = Array.from({ length: count }, (_, i) => i % 4);
  const pixels = labels.flatMap((label) => Array.from({ length: 64 }, (_, i) => 60 * label + (i % 8)));
  const size = [0, 0, count >> 8, count & 255];
  return [
    { name: `${prefix}-images-idx3-ubyte`, bytes: Uint8Array.from([0, 0, 8, 3, ...size, 0, 0, 0, 8, 0, 0, 0, 8, ...pixels]) },
    { name: `${prefix}-labels-idx1-ubyte`, bytes: Uint8Array.from([0, 0, 8, 1, ...size, ...labels]) },
  ];
}
