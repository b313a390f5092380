/** The output, read by programs that share nothing with what wrote it. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { expect, test } from "vitest";
import { made, newFolder, pictureFolder } from "./help.ts";
import { entriesOf } from "./untar.ts";

const SCRIPT = fileURLToPath(new URL("read_back.py", import.meta.url));
const PYTHON = process.env.PYTHON ?? "python3";

test("Python's tarfile reads the shards, else node-tar: counts, labels that sum to 1, pictures that decode", async () => {
  const folder = newFolder();
  const input = await pictureFolder(join(folder, "in"), ["cat", "dog", "emu"], 7);
  const out = join(folder, "out");
  await made(["augment", input, out, "--policy", "mixup:1", "--policy", "cutmix", "--size", "20x24", "--shards", "3"]);
  const python = spawnSync(PYTHON, [SCRIPT, out], { encoding: "utf8" });
  const isThere = python.error === undefined;
  if (isThere) {
    expect(python.stderr).toBe("");
    const { worst, pillow, ...counts } = JSON.parse(python.stdout);
    expect(counts).toMatchObject({ pictures: 21, labelled: 21, decoded: pillow ? 21 : 0 });
    // Four shares at most, each a float of 24 bits, written with all its digits.
    expect(worst).toBeLessThan(4 * 2 ** -24);
    if (pillow) expect(counts.sizes).toEqual([[20, 24, "RGB"]]);
  }
  console.log(isThere ? `read by ${PYTHON}: ${python.stdout.trim()}` : `${PYTHON} is not there`);
  const entries = readdirSync(out)
    .filter((name) => name.endsWith(".tar"))
    .flatMap((name) => entriesOf(readFileSync(join(out, name))));
  const ofKind = (ending: string) => entries.filter(({ name }) => name.endsWith(ending));
  expect([ofKind(".jpg").length, ofKind(".cls").length, ofKind(".json").length]).toEqual([21, 21, 21]);
  for (const { contents } of ofKind(".jpg")) {
    const { width, height, channels } = await sharp(contents).metadata();
    expect([height, width, channels]).toEqual([20, 24, 3]);
  }
  for (const { contents } of ofKind(".json")) {
    const { shares } = JSON.parse(contents.toString());
    expect(Math.abs(shares.reduce((sum: number, share: number) => sum + share, -1))).toBeLessThan(4 * 2 ** -24);
  }
});
