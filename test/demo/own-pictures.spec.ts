/** Own pictures that keep their sizes, that are too many to load, and that nobody waits for. */
import type { Page } from "playwright/test";
import type { Plan } from "../../src/plan/plan.ts";
import { bmpOf } from "../bmp.ts";
import { noise } from "../random.ts";
import { expect, test } from "./fixtures.ts";
import { dropFiles, mixed, originals, reopenDemo, settled, type TestFile } from "./page.ts";
import { openPolicies, SIDE, shownJson } from "./policy-page.ts";

const picture = (name: string, width: number, height: number, seed = 1): TestFile => ({
  name: `${name}.bmp`,
  bytes: bmpOf({ data: noise(3 * width * height, seed), width, height }),
});

test("pictures of different size keep it on the policy page, and the window of a crop is marked on the original", async ({
  page,
}) => {
  const list = { combine: "sequential", count: 2, options: {}, magnitude: 0.5 };
  const crop = { kind: "randomResizedCrop", scale: [0.2, 0.5] };
  const policy = JSON.stringify({ ...list, items: [[crop, false]] });
  await openPolicies(page, `#policy=${encodeURIComponent(policy)}`);
  const sizes = { long: [70, 30], high: [20, 64], small: [9, 11], square: [50, 50] } as const;
  const files = Object.entries(sizes).map(([name, [width, height]], i) => picture(name, width, height, i));
  await dropFiles(page, files, "#samples");
  await expect(page.locator("#dataset-note")).toContainText("4 pictures of different size, 4 classes");
  await settled(page);
  await expect(page.locator("#code-text")).toContainText('sizes: "own"');
  const plan = await shownJson<Plan>(page, "plan-text");
  const names = Object.keys(sizes).sort();
  expect(plan.sources.map(({ width, height }) => [width, height])).toEqual(
    plan.sources.map(({ index }) => [...sizes[names[index] as keyof typeof sizes]]),
  );
  for (const [row, { index, width = 0, height = 0, ops = [] }] of plan.sources.slice(0, 4).entries()) {
    await page.locator("#samples button").nth(row).click();
    await expect(page.locator("#steps-note")).toContainText(`Sample ${row + 1}, ${names[index]}`);
    await settled(page);
    const [call] = ops as unknown as { op: string; left: number; top: number; width: number; height: number }[];
    expect(call!.op).toBe("cropAndResize");
    const by = Math.min(SIDE / height, SIDE / width);
    const share = (part: number) => (100 * part) / SIDE;
    const wanted = {
      left: share((SIDE - width * by) / 2 + call!.left * by),
      top: share((SIDE - height * by) / 2 + call!.top * by),
      width: share(call!.width * by),
      height: share(call!.height * by),
    };
    const shown = await page.locator("#steps .box-outline").evaluate(({ style }) => ({
      left: Number.parseFloat(style.left),
      top: Number.parseFloat(style.top),
      width: Number.parseFloat(style.width),
      height: Number.parseFloat(style.height),
    }));
    for (const [name, value] of Object.entries(wanted))
      expect(shown[name as keyof typeof shown], `${name} of sample ${row + 1}`).toBeCloseTo(value, 2);
  }
});

test("what is too much to load is a stream, read when it is shown", async ({ page }) => {
  await reopenDemo(page);
  const files = Array.from({ length: 1001 }, (_, i) => picture(`p${i}`, 3, 2, i));
  await dropFiles(page, files);
  await expect(page.locator("#dataset-note")).toContainText("1,001 pictures of 224 × 224 × 3, 1001 classes. A stream,");
  await settled(page);
  await expect(page.locator("#code-text")).toContainText("Stream.fromImages");
  await expect(page.locator("#mixed canvas")).toHaveCount(8);
  expect(await mixed(page)).not.toEqual(await originals(page));
  await expect(page.locator("#measure")).toBeHidden();
});

/** Gives the page many pictures that take long, made there. */
async function giveLargeFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2000, 2000);
    const context = canvas.getContext("2d")!;
    for (let i = 0; i < 400; i++) {
      context.fillStyle = `hsl(${i * 37} 80% 50%)`;
      context.fillRect((i * 613) % 1900, (i * 389) % 1900, 300, 300);
    }
    const blob = await canvas.convertToBlob({ type: "image/png" });
    const transfer = new DataTransfer();
    for (let i = 0; i < 200; i++) transfer.items.add(new File([blob], `large${i}.png`));
    const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
    document.querySelector("#numbers")!.dispatchEvent(new DragEvent("drop", options));
  });
}

test("a load says how fast it is and how long it takes, and can be stopped: the old pictures stay", {
  tag: "@whole",
}, async ({ page }) => {
  await reopenDemo(page);
  const before = await mixed(page);
  await giveLargeFiles(page);
  await expect(page.locator("#loading-text")).toHaveText(
    /^Decoding large\d+\.png, \d+ of 200: [\d.]+ a second, \d+ (s|min) left$/,
  );
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.locator("#loading")).toBeHidden();
  await expect(page.locator("#dataset-note")).toContainText("Seven photographs");
  await expect(page.locator("#message")).toBeHidden();
  await settled(page);
  expect(await mixed(page)).toEqual(before);
});
