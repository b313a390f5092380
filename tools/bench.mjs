// @ts-check
// `npm run bench`: measures this engine beside a copy kernel, TensorFlow.js and plain JavaScript, and prints a table.
// See HELP.
import { writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchLoading } from "./bench/loading.mjs";
import { serveBench } from "./bench/serve.mjs";
import { benchSpeedPage, SPEED_BROWSERS, SPEED_SETS } from "./bench/speed-page.mjs";
import { bundleForNode } from "./bundle.mjs";
import { dawnEnvironment, findChromium, gpuArgs } from "./chromium.mjs";
import { runNode } from "./run.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const HELP = `usage: npm run bench -- [options]

  --json FILE     also write the rows: { case, shape, contender, median_ms, bytes, ratio_to_copy, … }
  --node          in Dawn on Node instead of headless Chromium (every contender runs there too)
  --rounds N      timed rounds of every case, at least 1; default 21
  --only TEXT     only the cases whose name or shape contains TEXT ("cutmix u8", "224", "host")
  --host          only how long the host draws and lowers a step, and how much memory that allocates: in Node, without a GPU
  --ops           only the GPU's time for a step with each image op before MixUp: in Dawn on Node. Further options:
                  --batch N     pictures of 224×224 in a batch; default 8 (the others take 32)
                  --tuning NAME the engine's option of that name
  --against PATH  with --host and --ops: beside the package of another commit. PATH is a checkout of it, after \`npm run build\`
  --sizes         only windows of pictures of different size beside those of one size: in Dawn on Node (--batch N, --tuning NAME)
  --streams       only pictures read from shards while an epoch goes on: each part, batches beside pictures on the GPU, memory
                  --count N     pictures; default 20000
                  --http        shards that a server on this machine sends in ranges, in place of blobs in memory
  --loading       only how long the demo takes to load 40 photographs of 4000×3000, and how long its page is not answered
                  meanwhile; with --against beside the demo of another checkout
  --speed-page    only whether the demo's Speed page says the same of its cases: both in one browser, in turn, and their
                  medians side by side. They agree where they differ by no more than the wider spread. Further options:
                  --browser NAME chromium (default) or firefox
                  --set NAME     quick (default) or large, as on the page
                  --turns N      measurements of each, at least 3; default 7
                  --json FILE    the page's last report
  --targets       only how long boxes and keypoints take through plans: in Node, without a GPU
  --bundle FILE   measure nothing: write the Node benchmark as one file, for a machine that has Node and Dawn but not this project.
                  There: node FILE [--json FILE] [--rounds N] [--only TEXT] [--dawn PATH/TO/dawn.node]
                  (without --dawn it takes the npm package "webgpu")

Runs on SwiftShader, a GPU in software, unless MIXWELL_GPU=hardware is set. Fails when a contender's output is wrong or WebGPU
reports an error, never for being slow.

What is measured: for every case, the median time of one step. Contenders take turns, burst by burst (A B C A B C …); a burst
is as many steps as fill about 40 ms (at most 512), submitted without waiting in between and ended by one onSubmittedWorkDone.
Each contender's first step is compared with the reference interpreter before anything is timed.
  copy f32, copy vec4f   copy as many f32 as the output has, a kernel of one value or of four an invocation; "× copy" is
                         relative to the faster one of the two in the same case
  mixwell                whole steps by engine.run: draw, record, upload, submit, mix pictures and labels
  mixwell, GPU only      steps recorded beforehand; only their submission is timed. As with the copies, by the GPU's own
                         clock (timestamp queries) where there is one: some browsers look only ten times a second
                         whether it is done
  TensorFlow.js          gather, multiply, add, compare on the same device. It has no u8 tensors: its input is f32 already. Its
                         draws, masks' coordinates and one-hot labels are tensors made beforehand, not timed. "tuned" gives
                         its kernels pictures as flat rows, which they take four values at a time
  JavaScript             typed arrays on the CPU, one thread
RandAugment(2) is torchvision's: two of 14 ops a picture, then MixUp. There TensorFlow.js computes every op for every picture and masks
choose, in the fastest form we could write (bench/tfjs-ops.ts); one value in a hundred may differ from the reference by a rounding.
There is no JavaScript.
  training step          a step of the demo's training page in TensorFlow.js: an MLP, and the CNN of keras.io's MixUp example. "no
                         augmentation" trains on one mixed batch that is there already; what the others take longer is
                         their share of the step
  first batch            from createEngine to the first batch, on a fresh device: with kernels compiled in run as they are needed ("warm:
                         false"), and before, beside the program; the longest time that nothing else had a turn; 5 rounds
  draw + record          the host's part of a step (samplePlan, lower, uploads, recording); nothing is waited for
With --host, 256 samples of 32×32×3 take partners from a dataset, under three policies. Times are milliseconds of the CPU, medians of
bursts taken in turn. Memory is what a step allocates, typed arrays included. Whether both packages draw the same plans and upload
the same bytes is said too. The package's own \`lower\` is called, which from 0.2 on also checks the plan.
"MB" is what a contender reads and writes in one step.`;

const OPTIONS = /** @type {const} */ ({
  json: { type: "string" },
  node: { type: "boolean" },
  rounds: { type: "string", default: "21" },
  only: { type: "string" },
  host: { type: "boolean" },
  ops: { type: "boolean" },
  batch: { type: "string" },
  tuning: { type: "string" },
  against: { type: "string" },
  targets: { type: "boolean" },
  sizes: { type: "boolean" },
  streams: { type: "boolean" },
  count: { type: "string", default: "20000" },
  http: { type: "boolean" },
  loading: { type: "boolean" },
  "speed-page": { type: "boolean" },
  browser: { type: "string", default: "chromium" },
  set: { type: "string", default: "quick" },
  turns: { type: "string", default: "7" },
  bundle: { type: "string" },
  help: { type: "boolean" },
});

await runMain(async () => {
  const values = readArguments();
  if (values.help) {
    console.log(HELP);
    return;
  }
  setUpDependencies();
  if (values.bundle) {
    await bundleForNode("bench/node.ts", resolve(values.bundle));
    console.log(`wrote ${values.bundle}`);
    return;
  }
  if (values.host) {
    process.exitCode = await runHost(values);
    return;
  }
  if (values.ops) {
    process.exitCode = await runOps(values);
    return;
  }
  if (values.sizes) {
    await bundleForNode("bench/own-sizes.ts", join(ROOT, "bench-dist/own-sizes.mjs"));
    const { rounds, batch, tuning } = values;
    const given = Object.entries({ rounds, batch, tuning }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    );
    process.exitCode = await runNode("bench-dist/own-sizes.mjs", given, dawnEnvironment(findChromium()));
    return;
  }
  if (values.loading) {
    const against = values.against === undefined ? undefined : resolve(values.against);
    await benchLoading({ against, rounds: Math.min(3, Number(values.rounds)) });
    return;
  }
  if (values.streams) {
    const { count, http = false, rounds } = values;
    const options = { count: Number(count), http, rounds: Math.min(3, Number(rounds)) };
    await inChromium((page) => page.evaluate((given) => window.runStreams?.(given), options));
    return;
  }
  if (values.targets) {
    await bundleForNode("bench/targets.ts", join(ROOT, "bench-dist/targets.mjs"));
    process.exitCode = await runNode("bench-dist/targets.mjs", ["--rounds", values.rounds]);
    return;
  }
  // Where --json points to is the caller's folder, not ours.
  const json = values.json === undefined ? undefined : resolve(values.json);
  if (values["speed-page"]) {
    const { browser, set, turns } = values;
    process.exitCode = await benchSpeedPage({ browser, set, turns: Number(turns), json });
    return;
  }
  process.exitCode = values.node ? await runInNode({ ...values, json }) : await runInChromium({ ...values, json });
});

function readArguments() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (!(Number.isInteger(Number(values.rounds)) && Number(values.rounds) >= 1)) {
      throw new Error(`--rounds: expected an integer of at least 1, found "${values.rounds}"`);
    }
    if (!(Number.isInteger(Number(values.count)) && Number(values.count) >= 4096))
      throw new Error(`--count: expected an integer of at least 4096, found "${values.count}"`);
    for (const [name, known] of /** @type {const} */ ([
      ["browser", SPEED_BROWSERS],
      ["set", SPEED_SETS],
    ]))
      if (!known.includes(values[name]))
        throw new Error(`--${name}: expected one of ${known.join(", ")}, found "${values[name]}"`);
    if (!(Number.isInteger(Number(values.turns)) && Number(values.turns) >= 3))
      throw new Error(`--turns: expected an integer of at least 3, found "${values.turns}"`);
    if (values.http && !values.streams) throw new Error("--http: expected --streams beside it");
    if (values.against !== undefined && !values.host && !values.ops && !values.loading)
      throw new Error("--against: expected --host, --ops or --loading beside it");
    return values;
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}

/**
 * @typedef {{ json?: string, rounds: string, only?: string }} Settings json: an absolute path
 */

/**
 * @param {{ against?: string, json?: string, rounds: string }} settings
 * @returns {Promise<number>} exit status
 */
async function runHost({ against, json, rounds }) {
  const file = join(ROOT, "bench-dist/host-steps.mjs");
  await bundleForNode("bench/host-steps.ts", file);
  const given = [...(against ? ["--against", resolve(against)] : []), ...(json ? ["--json", resolve(json)] : [])];
  return runNode(relative(ROOT, file), ["--rounds", rounds, ...given]);
}

/**
 * @param {Settings & { against?: string, batch?: string, tuning?: string }} settings
 * @returns {Promise<number>} exit status
 */
async function runOps({ json, against, ...more }) {
  const file = join(ROOT, "bench-dist/op-steps.mjs");
  await bundleForNode("bench/op-steps.ts", file);
  const options = {
    ...more,
    ...(against ? { against: resolve(against) } : {}),
    ...(json ? { json: resolve(json) } : {}),
  };
  const known = ["rounds", "only", "batch", "tuning", "against", "json"];
  const args = Object.entries(options).flatMap(([name, value]) =>
    known.includes(name) && value !== undefined ? [`--${name}`, String(value)] : [],
  );
  return runNode(relative(ROOT, file), args, dawnEnvironment(findChromium()));
}

/**
 * @param {Settings} settings
 * @returns {Promise<number>} exit status
 */
async function runInNode({ json, rounds, only }) {
  const file = join(ROOT, "bench-dist/bench.mjs");
  await bundleForNode("bench/node.ts", file);
  const args = ["--rounds", rounds, ...(only ? ["--only", only] : []), ...(json ? ["--json", json] : [])];
  return runNode(relative(ROOT, file), args, dawnEnvironment(findChromium()));
}

/**
 * @param {Settings} settings
 * @returns {Promise<number>} exit status
 */
function runInChromium({ json, rounds, only }) {
  return inChromium(async (page, { server, version }) => {
    const report = await page.evaluate(
      ({ runtime, options }) =>
        /** @type {NonNullable<typeof window.runBenchmark>} */ (window.runBenchmark)(runtime, options),
      { runtime: `Chromium ${version}`, options: { rounds: Number(rounds), only } },
    );
    const { isClean, jsonRows, printReport } = /** @type {typeof import("../bench/report.ts")} */ (
      await server.ssrLoadModule("/report.ts")
    );
    console.log(printReport(report));
    if (json) writeFileSync(json, `${JSON.stringify(jsonRows(report), undefined, 2)}\n`);
    return isClean(report) ? 0 : 1;
  });
}

/**
 * Opens the page that measures.
 * @template T
 * @param {(page: import("playwright").Page, about: { server: import("vite").ViteDevServer, version: string }) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function inChromium(use) {
  const executablePath = setUpChromium();
  const { chromium } = await import("playwright");
  const server = await serveBench();
  const browser = await chromium.launch({ executablePath, args: gpuArgs() });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await page.exposeFunction("logBenchmark", (/** @type {string} */ line) => console.error(line));
    await page.exposeFunction("sayLine", (/** @type {string} */ line) => console.log(line));
    const session = await page.context().newCDPSession(page);
    await page.exposeFunction("heapBytes", async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
      return usedSize + (backingStorageSize ?? 0);
    });
    await page.goto(/** @type {string} */ (server.resolvedUrls?.local[0]));
    await page.waitForFunction(() => window.runBenchmark, undefined, { timeout: 120_000 });
    return await use(page, { server, version: browser.version() });
  } finally {
    await browser.close();
    await server.close();
  }
}
