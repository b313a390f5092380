/** The code in docs/ that makes a device in Node runs as it stands there. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Dataset } from "mixwell";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { runBlock } from "../docs-blocks.ts";

test("Node: an engine on Dawn's device", async () => {
  const brought = { pixels: new Uint8Array(200 * 16 * 16 * 3).fill(255), classIds: new Uint32Array(200) };
  const { images } = await runBlock<{ images: Float32Array }>("docs/other-libraries.md#node", brought);
  expect(images.length).toBe(2 * 16 * 16 * 3);
  // λ + (1 − λ) of white, with two roundings.
  expect(images.every((value) => Math.abs(value - 1) < 2 ** -22)).toBe(true);
});

test("Node: whose GPU it is", async () => {
  const { device } = await runBlock<{ device: GPUDevice }>("docs/recipes/headless.md#node");
  expect(typeof device.adapterInfo.description).toBe("string");
  const { close } = await runBlock<{ close(): void }>("docs/start.md#a-device-2");
  close();
});

test("timm's recipe: class folders, two shards, and a resumed epoch that makes the steps that are left", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-recipe-"));
  try {
    const picture = sharp({ create: { width: 60, height: 52, channels: 3, background: "teal" } });
    const bytes = await picture.png().toBuffer();
    for (const name of ["cat", "coffee", "rocket"]) mkdirSync(join(folder, name, "indoor"), { recursive: true });
    for (let i = 0; i < 48; i++)
      writeFileSync(join(folder, ["cat/indoor", "coffee", "rocket"][i % 3]!, `${i}.png`), bytes);
    const shapes: number[] = [];
    const saves: object[] = [];
    vi.stubEnv("RANK", "1");
    const { dataset, epochs } = await runBlock<{ dataset: Dataset; epochs: number }>(
      "docs/recipes/timm.md#timms-command-line",
      {
        folder,
        saved: { epoch: 3, step: 1 },
        train: (images: GPUBuffer) => shapes.push(images.size),
        save: (place: object) => saves.push(place),
      },
    );
    expect([dataset.classNames, [...dataset.labelCounts!]]).toEqual([
      ["cat", "coffee", "rocket"],
      [16, 16, 16],
    ]);
    // 24 samples a shard are three batches: two are left of the epoch that was broken off.
    expect(epochs).toBe(5);
    expect(saves).toEqual([
      { epoch: 3, step: 2 },
      { epoch: 3, step: 3 },
      { epoch: 4, step: 1 },
      { epoch: 4, step: 2 },
      { epoch: 4, step: 3 },
    ]);
    expect(new Set(shapes)).toEqual(new Set([8 * 48 * 48 * 3 * 4]));
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the recipe of a folder, as numbers: what the files say is what is in them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-recipe-"));
  try {
    const [from, to] = [join(folder, "in"), join(folder, "out")];
    const white = await sharp({ create: { width: 70, height: 52, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    for (const name of ["cat", "rocket"]) {
      mkdirSync(join(from, name), { recursive: true });
      for (let i = 0; i < 10; i++) writeFileSync(join(from, name, `${i}.png`), white);
    }
    await runBlock("docs/recipes/folder-to-disk.md#normalised-numbers", { from, to });
    const about = JSON.parse(readFileSync(join(to, "batch-16.json"), "utf8"));
    const files = [6, 7, 8, 9].map((i) => join("rocket", `${i}.png`));
    expect(about).toEqual({ shape: [4, 3, 64, 64], classNames: ["cat", "rocket"], files });
    const floats = (name: string) => new Float32Array(new Uint8Array(readFileSync(join(to, name))).buffer);
    expect([floats("batch-0.f32").length, floats("batch-16.f32").length]).toEqual([16 * 12288, 4 * 12288]);
    expect([...floats("batch-16-labels.f32")]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    // White, by the mean and the deviation of each channel; what ops paint black is below 0.
    const most = floats("batch-0.f32").reduce((most, value) => Math.max(most, value), 0);
    expect(most).toBeCloseTo((1 - 0.406) / 0.225, 5);
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
    mkdirSync(join(from, "space"));
    cpSync(join(photos, "rocket.png"), join(from, "space/rocket.png"));
    for (const name of ["chelsea.png", "coffee.png"]) cpSync(join(photos, name), join(from, name));
    const run = async (to: string) => {
      const { written } = await runBlock<{ written: number }>("docs/recipes/folder-to-disk.md#a-folder-to-disk", {
        from,
        to,
      });
      const files = readdirSync(to, { recursive: true, encoding: "utf8" });
      return { written, files: files.filter((name) => /\.\w+$/.test(name)).sort() };
    };
    const [once, again] = [join(folder, "a"), join(folder, "b")];
    const { written, files } = await run(once);
    expect(written).toBe(6);
    expect(files).toEqual([
      ...["chelsea.png-0.png", "chelsea.png-1.png", "coffee.png-0.png", "coffee.png-1.png"],
      ...["plan-0-0.json", "plan-1-0.json", "space/rocket.png-0.png", "space/rocket.png-1.png"],
    ]);
    await run(again);
    for (const name of files) expect(readFileSync(join(again, name)), name).toEqual(readFileSync(join(once, name)));
    expect(readFileSync(join(once, files[0]!))).not.toEqual(readFileSync(join(once, files[1]!)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
