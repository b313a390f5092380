/** The example for Node: bundled with the sources in place of the package, and run as a process of its own. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "playwright/test";
import { build } from "vite";
import { cutmix, epochOrder, FASHION_MNIST_CLASSES, mixup, oneOf, reference, samplePlan } from "../../src/index.ts";
import { dawnEnvironment, findTestChromium } from "../../tools/chromium.mjs";
import { aliases } from "../../tools/entries.mjs";
import { gzip, idx } from "../unit/source/files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const COUNT = 150;
const SIDE = 28;
const PIXELS = Uint8Array.from({ length: COUNT * SIDE * SIDE }, (_, i) => (i * 7 + Math.floor(i / 784) * 31) % 256);
const LABELS = Uint8Array.from({ length: COUNT }, (_, i) => i % 10);

let folder: string;
let script: string;

test.beforeAll(async () => {
  // Inside the project, so that the bundle finds Dawn.
  mkdirSync(join(root, "test-results"), { recursive: true });
  folder = mkdtempSync(join(root, "test-results/node-dawn-"));
  script = join(folder, "main.mjs");
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    resolve: { alias: aliases },
    ssr: { noExternal: true },
    build: {
      ssr: "examples/node-dawn/main.mjs",
      target: "node20",
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { external: ["webgpu"], output: { entryFileNames: "main.mjs", codeSplitting: false } },
    },
  });
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("node-dawn: mixes an epoch as the reference says, and the process ends by itself", async () => {
  const [images, labels] = [join(folder, "images.gz"), join(folder, "labels")];
  writeFileSync(images, gzip(idx([COUNT, SIDE, SIDE], PIXELS as Uint8Array<ArrayBuffer>)));
  writeFileSync(labels, idx([COUNT], LABELS as Uint8Array<ArrayBuffer>));

  const { status, output, errors } = await runNode([script, images, labels]);
  expect(errors).toBe("");
  expect(status).toBe(0);
  expect(output.trimEnd().split("\n")).toEqual(["150 pictures of 28×28×1", wantedLine(0), wantedLine(2), "3 batches"]);
});

/** What the example has to print about a batch. */
function wantedLine(number: number): string {
  const order = epochOrder({ seed: 1, epoch: 0, count: COUNT, batchSize: 64 });
  const ids = order.batch(number);
  const plan = samplePlan({
    policy: oneOf([mixup({ alpha: 0.2 }), cutmix()]),
    seed: 1,
    epoch: 0,
    step: number,
    ids,
    height: SIDE,
    width: SIDE,
    datasetSize: COUNT,
    from: "dataset",
  });
  const shape = { height: SIDE, width: SIDE, channels: 1 };
  const sources = {
    dataset: { images: PIXELS, labels: Uint32Array.from(LABELS) },
    shape,
    format: "u8",
    layout: "nhwc",
  } as const;
  const batch = reference(plan, sources, { labels: { classes: 10 } });
  const average = [...batch.images].reduce((sum, value) => sum + value, 0) / batch.images.length;
  const shares = FASHION_MNIST_CLASSES.map((name, k) => ({ name, share: batch.labels![k]!.toFixed(4) }));
  const words = shares.filter(({ share }) => share !== "0.0000").map(({ name, share }) => `${share} ${name}`);
  // f32 values are right to 2^-22: an average over a batch differs in the seventh digit at most.
  return `batch ${number}: ${ids.length} pictures, average value ${average.toFixed(6)}; the first is ${words.join(" + ")}`;
}

test("node-dawn: a file that is not there is named, and the process ends", async () => {
  const { status, errors } = await runNode([script, join(folder, "no-images.gz"), join(folder, "no-labels.gz")]);
  expect(status).not.toBe(0);
  expect(errors).toContain("no-images.gz");
});

function runNode(args: string[]): Promise<{ status: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...dawnEnvironment(findTestChromium()) } });
  let output = "";
  let errors = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    errors += text;
  });
  // "close" comes when all that it printed was read.
  return new Promise((done) => child.on("close", (status) => done({ status, output, errors })));
}
