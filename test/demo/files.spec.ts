/** The visitor's own files: loaded, shown, or refused in words. */
import { gzipSync } from "node:zlib";
import type { Page } from "playwright/test";
import type { Plan } from "../../src/plan/plan.ts";
import { expect, test } from "./fixtures.ts";
import { dropFiles, mixed, originals, reopenDemo, settled, type TestFile } from "./page.ts";
import { shownJson } from "./policy-page.ts";

test.use({ keepsPage: true });

/** Twelve grey ramps of 20 × 24 in three classes, as IDX. */
function idxPair(): { images: TestFile; labels: TestFile } {
  const pixels = Uint8Array.from({ length: 12 * 20 * 24 }, (_, i) => (Math.floor(i / 480) * 20 + (i % 24) * 5) & 255);
  const images = Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 12, 0, 0, 0, 20, 0, 0, 0, 24, ...pixels]);
  const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 12, ...Array.from({ length: 12 }, (_, i) => i % 3)]);
  return {
    images: { name: "ramps-images-idx3-ubyte", bytes: images },
    labels: { name: "ramps-labels-idx1-ubyte", bytes: labels },
  };
}

test("an IDX pair, dropped anywhere, becomes the dataset; a button leads back", async ({ page }) => {
  await reopenDemo(page);
  const photographs = await originals(page);
  const { images, labels } = idxPair();
  await dropFiles(page, [labels, { name: `${images.name}.gz`, bytes: gzipSync(images.bytes) }]);
  await expect(page.locator("#dataset-note")).toContainText("12 pictures of 20 × 24 × 1, 3 classes");
  await settled(page);
  expect((await originals(page)).every((print) => print.startsWith("24x20"))).toBe(true);
  expect(await mixed(page)).not.toEqual(await originals(page));
  await expect(page.locator("#mixed figcaption").first()).toContainText(/class \d/);
  await expect(page.locator("#code-text")).toContainText("Dataset.fromIdx");
  await page.getByRole("button", { name: "Back to the photographs" }).click();
  await expect(page.locator("#dataset-note")).toContainText("Seven photographs");
  await settled(page);
  expect(await originals(page)).toEqual(photographs);
});

test("IDX pictures without labels are titled by number", async ({ page }) => {
  await reopenDemo(page);
  await dropFiles(page, [idxPair().images]);
  await expect(page.locator("#dataset-note")).toContainText("12 pictures of 20 × 24 × 1");
  await settled(page);
  await expect(page.locator("#originals figcaption").first()).toHaveText(/^No\. \d+$/);
  await expect(page.locator("#mixed figcaption").first()).toContainText("No. ");
});

test("CIFAR batches of either kind, through the picker", { tag: "@whole" }, async ({ page }) => {
  await reopenDemo(page);
  const pixels = (seed: number) => Array.from({ length: 3072 }, (_, i) => (i * seed) & 255);
  const ten = Buffer.from([...Array(9).keys()].flatMap((i) => [i, ...pixels(i + 3)]));
  const hundred = Buffer.from([...Array(9).keys()].flatMap((i) => [i, 10 * i, ...pixels(i + 3)]));
  const picker = page.locator("#file-picker");
  await picker.setInputFiles({ name: "data_batch.bin", mimeType: "application/octet-stream", buffer: ten });
  await expect(page.locator("#dataset-note")).toContainText("9 pictures of 32 × 32 × 3, 10 classes. CIFAR-10");
  await picker.setInputFiles({ name: "train.bin.gz", mimeType: "application/gzip", buffer: gzipSync(hundred) });
  await expect(page.locator("#dataset-note")).toContainText("9 pictures of 32 × 32 × 3, 100 classes. CIFAR-100");
  await settled(page);
  await expect(page.locator("#mixed canvas")).toHaveCount(8);
});

/** How many colours each of some canvases has. */
const coloursIn = (page: Page, selector: string): Promise<number[]> =>
  page.locator(selector).evaluateAll((canvases) =>
    (canvases as HTMLCanvasElement[]).map((canvas) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }),
  );

test("picture files of any size keep it, a class a file", async ({ page }) => {
  await reopenDemo(page);
  const pictures = await page.evaluate(async () => {
    const sizes = [
      [40, 90],
      [300, 200],
      [224, 224],
    ] as const;
    return Promise.all(
      sizes.map(async ([width, height], i) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext("2d")!;
        context.fillStyle = ["#cc3344", "#22aa55", "#3355cc"][i]!;
        context.fillRect(0, 0, width, height);
        return [...new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer())];
      }),
    );
  });
  const names = ["rose.png", "leaf.png", "sky.png"];
  await dropFiles(
    page,
    pictures.map((bytes, i) => ({ name: names[i]!, bytes: Uint8Array.from(bytes) })),
  );
  await expect(page.locator("#dataset-note")).toContainText("3 pictures of different size, 3 classes");
  await settled(page);
  expect((await page.locator("#originals figcaption").allTextContents()).sort()).toEqual(["leaf", "rose", "sky"]);
  await expect(page.locator("#mixed canvas")).toHaveCount(3);
  // Each is shown whole, and a window of it is mixed.
  await expect(page.locator("#mixed-title")).toHaveText("Mixed, a crop of each");
  await expect(page.locator("#code-text")).toContainText("randomResizedCrop({ height: 224, width: 224 }), ");
  const plan = await shownJson<Plan>(page, "plan-text");
  const known = { leaf: [300, 200], rose: [40, 90], sky: [224, 224] };
  for (const { index, width, height, ops } of plan.sources) {
    expect([width, height]).toEqual(Object.values(known)[index]);
    expect(ops?.map(({ op }) => op)).toEqual(["cropAndResize"]);
  }
  // Own and partner are as they are mixed: of one colour, without the grey beside a whole picture.
  for (const side of ["own", "partner"]) expect(await coloursIn(page, `#inspector .${side} canvas`), side).toEqual([1]);
  expect(await coloursIn(page, "#originals canvas")).toEqual(
    plan.sources.slice(0, 3).map(({ index }) => [2, 2, 1][index]),
  );
});

const WRONG: { name: string; files: () => TestFile[]; words: string }[] = [
  {
    name: "a text file",
    files: () => [{ name: "notes.txt", bytes: Buffer.from("shopping list\n") }],
    words: "notes.txt: expected a picture this browser can decode, found text beginning",
  },
  { name: "labels alone", files: () => [idxPair().labels], words: "are images and labels swapped?" },
  {
    name: "a truncated IDX file",
    files: () => [{ name: "images-idx3-ubyte", bytes: idxPair().images.bytes.slice(0, 999) }],
    words: "images-idx3-ubyte: expected 5776 bytes",
  },
  {
    name: "half a CIFAR record",
    files: () => [{ name: "data_batch_1.bin", bytes: new Uint8Array(5000) }],
    words: "data_batch_1.bin: expected a multiple of 3073 bytes",
  },
];

test("a wrong file is refused in words, and the old pictures stay", async ({ page }) => {
  await reopenDemo(page);
  const before = await mixed(page);
  const message = page.locator("#message");
  for (const { name, files, words } of WRONG) {
    await dropFiles(page, files());
    await expect(message, name).toContainText(words);
    await expect(message).toHaveAttribute("role", "alert");
    await settled(page);
    expect(await mixed(page), name).toEqual(before);
    await message.getByRole("button", { name: "Close this message" }).click();
    await expect(message).toBeHidden();
  }
});
