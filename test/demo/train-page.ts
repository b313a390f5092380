/** What the training page's tests ask of it. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright/test";
import { expect } from "./fixtures.ts";
import type { TestFile } from "./page.ts";

/** Opens the page and waits until its pictures are there. */
export async function openTraining(page: Page): Promise<void> {
  await page.goto("/train.html");
  await inState(page, "ready");
}

export async function inState(page: Page, state: string): Promise<void> {
  await expect(page.locator("body")).toHaveAttribute("data-run", state);
}

export interface Choice {
  arms?: string[];
  backend?: "tfjs" | "jax";
  model?: "mlp" | "cnn";
  epochs?: number;
  batchSize?: number;
}

export async function choose(page: Page, { arms, backend, model, epochs, batchSize }: Choice): Promise<void> {
  if (arms)
    for (const box of await page.locator("input[name=arm]").all())
      await box.setChecked(arms.includes(await box.inputValue()));
  // Folded on a phone.
  await page.locator("#more").evaluate((details) => Object.assign(details, { open: true }));
  if (model) await page.locator(`input[name=model][value=${model}]`).check({ force: true });
  if (backend) await page.locator(`input[name=backend][value=${backend}]`).check({ force: true });
  if (epochs) await page.getByLabel("Epochs").fill(String(epochs));
  if (batchSize) await page.getByLabel("Batch size").fill(String(batchSize));
}

export const start = (page: Page): Promise<void> =>
  page.getByRole("button", { name: /^Start training|^Train again/ }).click();

/** Steps done by all arms, as the page says. */
export async function stepsDone(page: Page): Promise<number> {
  const [, steps = "0"] = /([\d,]+) of/.exec((await page.locator("#run-words").textContent()) ?? "") ?? [];
  return Number(steps.replaceAll(",", ""));
}

/** Waits, once paused, until the step under way is finished: the page says so to whoever does not see it. */
export const atRest = (page: Page): Promise<void> => expect(page.locator("#status")).toHaveText("Training is paused");

/** Curves in a chart: paths of more points than a tick or an axis has. */
export function curvesIn(page: Page, chart: string): Promise<number> {
  return page
    .locator(`${chart} svg path`)
    .evaluateAll((paths) => paths.filter((path) => (path.getAttribute("d") ?? "").split("L").length > 10).length);
}

export interface DrawnBatch {
  /** A fingerprint of each of the eight pictures, where they stand in one line. */
  prints: string[];
  /** Of which colour the last line of the drawing is, which is of titles. */
  titles: "dark" | "light";
}

/**
 * From now on keeps the newest drawing of every arm's batch. Its pixels can be had in the task in which it is drawn
 * alone, as the page is not put together by the GPU here; the words for those who don't see it are set last.
 */
export async function keepDrawings(page: Page): Promise<(arm: string) => Promise<DrawnBatch>> {
  await page.locator("#strips").evaluate((strips) => {
    const drawings: Record<string, Promise<Blob | null>> = {};
    Object.assign(globalThis, { drawings });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const canvas = target as HTMLCanvasElement;
        const { arm } = canvas.closest<HTMLElement>(".strip")!.dataset;
        drawings[arm!] = new Promise((done) => canvas.toBlob(done));
      }
    }).observe(strips, { subtree: true, attributeFilter: ["aria-label"] });
  });
  return (arm) => page.evaluate(readDrawing, arm);
}

async function readDrawing(arm: string): Promise<DrawnBatch> {
  const { drawings } = globalThis as unknown as { drawings: Record<string, Promise<Blob>> };
  const bitmap = await createImageBitmap(await drawings[arm]!);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const [count, gap] = [8, 8];
  const side = (width + gap) / count - gap;
  const prints = Array.from({ length: count }, (_, i) => {
    const { data } = context.getImageData(i * (side + gap), 0, Math.max(1, side), Math.max(1, side));
    let hash = 0x811c9dc5;
    for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16);
  });
  // Text is opaque where it is thickest.
  const { data } = context.getImageData(0, height - 14, width, 14);
  const levels = Array.from({ length: data.length / 4 }, (_, i) => 4 * i).filter((at) => data[at + 3]! > 200);
  const mean = levels.reduce((sum, at) => sum + data[at]!, 0) / levels.length;
  return { prints, titles: mean > 128 ? "light" : "dark" };
}

/** Pictures of 8 × 8 in four classes, a grey for each, as IDX. @param count below 65,536 */
export function idxPair(prefix: string, count = 40): TestFile[] {
  const labels = Array.from({ length: count }, (_, i) => i % 4);
  const pixels = labels.flatMap((label) => Array.from({ length: 64 }, (_, i) => 60 * label + (i % 8)));
  const size = [0, 0, count >> 8, count & 255];
  return [
    {
      name: `${prefix}-images-idx3-ubyte`,
      bytes: Uint8Array.from([0, 0, 8, 3, ...size, 0, 0, 0, 8, 0, 0, 0, 8, ...pixels]),
    },
    { name: `${prefix}-labels-idx1-ubyte`, bytes: Uint8Array.from([0, 0, 8, 1, ...size, ...labels]) },
  ];
}

/** A PNG of 8 × 8 in one colour. */
export function png([red, green, blue]: readonly number[]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([size, named, sum]);
  };
  const rows = Array.from({ length: 8 }, () => [
    0,
    ...Array.from({ length: 8 }, () => [red!, green!, blue!]).flat(),
  ]).flat();
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk("IDAT", deflateSync(Buffer.from(rows)));
  return Buffer.concat([signature, chunk("IHDR", header), data, chunk("IEND", Buffer.alloc(0))]);
}

const COLOURS: Record<string, readonly number[]> = { bird: [220, 40, 40], cat: [40, 180, 60], dog: [50, 70, 220] };

/** Files of a folder with so many pictures: `{ "train/cat": 10 }`. The last name is the class and gives the colour. */
export function pictureFiles(folders: Record<string, number>): Record<string, Buffer> {
  const files = Object.entries(folders).flatMap(([folder, count]) => {
    const colour = COLOURS[folder.split("/").at(-1)!] ?? [128, 128, 128];
    const shade = (i: number) => colour.map((value) => value + (i % 16));
    return Array.from({ length: count }, (_, i) => [join(folder, `picture${i}.png`), png(shade(i))] as const);
  });
  return Object.fromEntries(files);
}

/** Writes a folder and picks it, as a person would with "A folder …". */
export async function pickFolder(page: Page, folder: string, files: Record<string, Buffer>): Promise<void> {
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await page.locator("#folder-picker").setInputFiles(folder);
}
