// @ts-check
// `npm run test:adapters`: the GPU tests on other implementations of WebGPU than Chromium's and Dawn's on SwiftShader.
// By default the kernels, warps, mixing and most colours on those that are quick to run; `--all` takes every test on
// every one.
import { parseArgs } from "node:util";
import { lackingPackage } from "./adapters/brought.mjs";
import { openDemoPages } from "./adapters/demo-pages.mjs";
import { IMPLEMENTATIONS } from "./adapters/implementations.mjs";
import { installPackages } from "./adapters/packages.mjs";
import { lackingAdapter } from "./adapters/probe.mjs";
import { table, verdict } from "./adapters/report.mjs";
import { runTests } from "./adapters/run-tests.mjs";
import { inLanes, linesOf } from "./lanes.mjs";
import { runMain, setUpDependencies, setUpTestChromium } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const USAGE = `npm run test:adapters -- [--all] [--only NAME]... [--if-present] [FILTER]...

  --all        every implementation and every GPU test, and the demo's pages in Firefox (hours on two cores)
  --only NAME  one of ${IMPLEMENTATIONS.map(({ name }) => name).join(", ")}
  --if-present what this machine lacks, and cannot install, is named and fails nothing
  FILTER       part of the path of the test files to run

What an implementation lacks on this machine is installed where that is possible, else named.`;

/**
 * What finds most in the time: every kernel compiled, colours and warps against the reference, mixing, and last
 * segments. Of stencils llvmpipe compiles some for a minute each.
 */
const QUICK_FILES = ["kernels", "layout-echo", "ops-color", "ops-warp", "mix.test", "last-segments"].map(
  (file) => `gpu/${file}`,
);
/** What takes longest there and the other one has: both end at about the same time. @type {Record<string, string[]>} */
const SLOW_FILES = {
  "dawn-gles": ["gpu/mix.test", "gpu/ops-warp"],
  "deno-gl": ["gpu/ops-color", "gpu/last-segments"],
};

/** How many run at a time. Compiling, which takes most of it, keeps one core busy. */
const LANES = 2;

await runMain(async () => {
  const { all, only, filters, "if-present": takesWhatIsThere } = readArguments();
  setUpDependencies();
  setUpTestChromium();
  const wanted = IMPLEMENTATIONS.filter(({ name, isCheap }) =>
    only.length > 0 ? only.includes(name) : all || isCheap,
  );
  const isWhole = all || only.length > 0;
  /** @type {Map<string, import("./adapters/report.mjs").Row>} */
  const found = new Map();
  for (const implementation of wanted) {
    if (implementation.missing()) installPackages(implementation.packages);
    const lacking = implementation.missing() ?? lackingPackage(implementation.host) ?? lackingAdapter(implementation);
    if (lacking) found.set(implementation.name, { implementation, lacking });
  }

  // The last take longest, so they begin.
  const running = wanted.filter(({ name }) => !found.has(name)).reverse();
  await inLanes(LANES, running, async (implementation) => {
    const { name, host } = implementation;
    console.log(`\n=== ${name}: ${implementation.implementation}; ${implementation.driver}`);
    const quick = QUICK_FILES.filter((file) => !SLOW_FILES[name]?.includes(file));
    const files = filters.length > 0 ? filters : isWhole ? [] : quick;
    const outcome = await runTests(implementation, files, running.length > 1 ? linesOf(name) : undefined);
    const hasPages = host === "firefox" && files.length === 0;
    const pages = hasPages ? { pages: await openDemoPages(implementation.env()) } : {};
    found.set(name, { implementation, ...outcome, ...pages });
  });

  const rows = wanted.flatMap(({ name }) => found.get(name) ?? []);
  console.log(`\n${table(rows)}`);
  const { line, isGood } = verdict(rows, { takesWhatIsThere });
  console.log(line);
  if (!isGood) process.exitCode = 1;
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        all: { type: "boolean", default: false },
        only: { type: "string", multiple: true, default: [] },
        "if-present": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    for (const name of values.only) {
      if (!IMPLEMENTATIONS.some((one) => one.name === name)) throw new Error(`--only: found "${name}".\n\n${USAGE}`);
    }
    return { ...values, filters: positionals };
  } catch (error) {
    throw new SetupError(/** @type {Error} */ (error).message);
  }
}
