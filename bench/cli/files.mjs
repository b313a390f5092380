// @ts-check
// `npm run bench:cli`: pictures to disk, by the command, by sharp alone, and by torchvision where Python has it; in one
// run, on the same files, with the same sizes and the same format. Only ratios mean anything on a busy machine.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import sharp from "sharp";
import { dawnEnvironment, findChromium } from "../../tools/chromium.mjs";
import { runNode } from "../../tools/run.mjs";
import { ROOT } from "../../tools/setup.mjs";

const SHARED = join(ROOT, "../shared/data");
const CIFAR = join(SHARED, "cifar10-subset/test_batch.bin.gz");
const PROGRAM = join(ROOT, "cli/dist/mixwell.js");
const PYTHON = process.env.PYTHON ?? "python3";
const POLICY = ["--policy", "torchvision:randaugment", "--policy", "cutmix"];
const QUALITY = 95;
const UNDER_WAY = 8;

if (!existsSync(CIFAR)) throw new Error(`${CIFAR}: expected the pictures to measure with`);
if ((await runNode("cli/build.mjs", [])) !== 0) throw new Error("the command does not build");
const folder = mkdtempSync(join(tmpdir(), "mixwell-bench-"));
try {
  await writePngs(join(folder, "cifar"));
  await writePhotographs(join(folder, "photographs"), 300);
  console.log("| pictures | by | seconds | pictures a second |");
  console.log("|---|---|---|---|");
  for (const [what, side] of /** @type {[string, number][]} */ ([
    ["cifar", 32],
    ["photographs", 224],
  ])) {
    const files = join(folder, what);
    const count = readdirSync(files, { recursive: true }).filter((name) => /\.(png|jpg)$/.test(String(name))).length;
    row(
      what,
      "sharp alone: decoded, resized, encoded",
      count,
      await bySharp(files, join(folder, `sharp-${what}`), side),
    );
    row(
      what,
      "torchvision on 2 processes: RandAugment, CutMix",
      count,
      byTorchvision(files, join(folder, `torch-${what}`), side),
    );
    row(what, "mixwell: RandAugment, CutMix", count, byMixwell(files, join(folder, `mixwell-${what}`), side));
    row(what, "mixwell: no policy", count, byMixwell(files, join(folder, `none-${what}`), side, ["--policy", "none"]));
  }
  row("cifar", "mixwell, of CIFAR's own file", 2000, byMixwell(CIFAR, join(folder, "mixwell-binary"), 32));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} what
 * @param {string} by
 * @param {number} count
 * @param {{ seconds: number, more?: string } | undefined} took
 */
function row(what, by, count, took) {
  const rate = took ? `${took.seconds.toFixed(1)} | ${(count / took.seconds).toFixed(0)}` : "not there | ";
  console.log(`| ${count} of ${what} | ${by}${took?.more ?? ""} | ${rate} |`);
}

/**
 * @param {string} files
 * @param {string} out
 * @param {number} side
 */
async function bySharp(files, out, side) {
  mkdirSync(out);
  const names = readdirSync(files, { recursive: true, encoding: "utf8" }).filter((name) => /\.(png|jpg)$/.test(name));
  const start = performance.now();
  let next = 0;
  const work = async () => {
    for (let i = next++; i < names.length; i = next++) {
      const bytes = await readFile(join(files, /** @type {string} */ (names[i])));
      await writeFile(
        join(out, `${i}.jpg`),
        await sharp(bytes).resize(side, side, { fit: "cover" }).jpeg({ quality: QUALITY }).toBuffer(),
      );
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, work));
  return { seconds: (performance.now() - start) / 1000 };
}

/**
 * @param {string} files
 * @param {string} out
 * @param {number} side
 */
function byTorchvision(files, out, side) {
  mkdirSync(out);
  const script = fileURLToPath(new URL("torchvision_files.py", import.meta.url));
  const { status, stdout, stderr } = spawnSync(PYTHON, [script, files, out, `${side}`, `${QUALITY}`], {
    encoding: "utf8",
  });
  if (status !== 0) {
    console.error(stderr.split("\n").at(-2));
    return undefined;
  }
  return { seconds: Number(stdout) };
}

/**
 * The time of the shards alone: compiling is once a process, whatever the number of pictures.
 * @param {string} files
 * @param {string} out
 * @param {number} side
 */
function byMixwell(files, out, side, policy = POLICY) {
  const args = [
    "augment",
    files,
    out,
    ...policy,
    "--size",
    `${side}`,
    "--quality",
    `${QUALITY}`,
    "--shards",
    "4",
    "--to",
    "folder",
  ];
  const start = performance.now();
  const env = { ...process.env, ...dawnEnvironment(findChromium()) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8", env });
  if (status !== 0) throw new Error(stderr);
  const whole = (performance.now() - start) / 1000;
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const sum = (/** @type {(line: any) => number} */ of) => lines.reduce((total, line) => total + of(line), 0);
  const seconds = sum((line) => line.seconds);
  const [read, mix, encode, write] = ["read", "mix", "encode", "write"].map((kind) =>
    (sum((line) => line.ms[kind]) / 1000).toFixed(1),
  );
  const parts = `${read} s reading, ${mix} s mixing, ${encode} s encoding, ${write} s writing`;
  return {
    seconds,
    more: ` (${parts}, which overlap; ${(whole - seconds).toFixed(1)} s to start and compile)`,
  };
}

/** @param {string} out */
async function writePngs(out) {
  const bytes = gunzipSync(readFileSync(CIFAR));
  const plane = 1024;
  for (let i = 0; i * 3073 < bytes.length; i++) {
    const record = bytes.subarray(i * 3073, (i + 1) * 3073);
    const pixels = Buffer.alloc(3 * plane);
    for (let p = 0; p < plane; p++)
      for (let c = 0; c < 3; c++) pixels[p * 3 + c] = /** @type {number} */ (record[1 + c * plane + p]);
    mkdirSync(join(out, `${record[0]}`), { recursive: true });
    await writeFile(
      join(out, `${record[0]}/${i}.png`),
      await sharp(pixels, { raw: { width: 32, height: 32, channels: 3 } })
        .png()
        .toBuffer(),
    );
  }
}

/**
 * Seven photographs, cut in many ways and written as JPEG of 500 × 375, ImageNet's most common size.
 * @param {string} out
 * @param {number} count
 */
async function writePhotographs(out, count) {
  const names = readdirSync(join(SHARED, "photos"))
    .filter((name) => name.endsWith(".png"))
    .sort();
  for (let i = 0; i < count; i++) {
    const name = /** @type {string} */ (names[i % names.length]);
    const at = { left: (i * 7) % 56, top: (i * 11) % 106, width: 200, height: 150 };
    const folder = join(out, basename(name, ".png"));
    mkdirSync(folder, { recursive: true });
    const picture = sharp(join(SHARED, "photos", name))
      .extract(at)
      .resize(500, 375)
      .jpeg({ quality: 90 });
    await writeFile(join(folder, `${i}.jpg`), await picture.toBuffer());
  }
}
