/** The code in docs/ that makes a device in Node runs as it stands there. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dataset } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";

test("Node: an engine on Dawn's device", async () => {
  const brought = { pixels: new Uint8Array(200 * 16 * 16 * 3).fill(255), classIds: new Uint32Array(200) };
  const { images } = await runBlock<{ images: Float32Array }>("docs/other-libraries.md#node", brought);
  expect(images.length).toBe(2 * 16 * 16 * 3);
  // λ + (1 − λ) of white, with two roundings.
  expect(images.every((value) => Math.abs(value - 1) < 2 ** -22)).toBe(true);
});

test("timm's recipe: a folder of class folders becomes a dataset with its classes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-recipe-"));
  try {
    const photos = fileURLToPath(new URL("../../demo/public/photos", import.meta.url));
    for (const [name, path] of [
      ["chelsea.png", "cat/indoor/1.png"],
      ["coffee.png", "coffee/1.png"],
      ["rocket.png", "rocket/1.png"],
    ] as const)
      cpSync(join(photos, name), join(folder, path));
    const { dataset, close } = await runBlock<{ dataset: Dataset; close(): void }>(
      "docs/recipes/timm.md#device-and-pictures-in-node",
      { folder },
    );
    expect([dataset.count, dataset.classNames, [...dataset.labelCounts!]]).toEqual([
      3,
      ["cat", "coffee", "rocket"],
      [1, 1, 1],
    ]);
    dataset.destroy();
    close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the recipe of a folder: two copies of every picture and their plans, the same bytes when it is run again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-recipe-"));
  try {
    const from = join(folder, "in");
    mkdirSync(from);
    const photos = fileURLToPath(new URL("../../demo/public/photos", import.meta.url));
    for (const name of ["chelsea.png", "coffee.png", "rocket.png"]) cpSync(join(photos, name), join(from, name));
    const run = async (to: string) => {
      const { written } = await runBlock<{ written: number }>("docs/recipes/folder-to-disk.md#a-folder-to-disk", {
        from,
        to,
      });
      return { written, files: readdirSync(to).sort() };
    };
    const [once, again] = [join(folder, "a"), join(folder, "b")];
    const { written, files } = await run(once);
    expect(written).toBe(6);
    expect(files).toEqual([
      ...["chelsea.png-0.png", "chelsea.png-1.png", "coffee.png-0.png", "coffee.png-1.png"],
      ...["plan-0-0.json", "plan-1-0.json", "rocket.png-0.png", "rocket.png-1.png"],
    ]);
    await run(again);
    for (const name of files) expect(readFileSync(join(again, name)), name).toEqual(readFileSync(join(once, name)));
    expect(readFileSync(join(once, files[0]!))).not.toEqual(readFileSync(join(once, files[1]!)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
