/** The test projects: `npx vitest run --project unit`, and so on. `npm test` runs all of them. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import type { UserConfig } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { Sequence } from "./test/sequence.ts";
import { firefox } from "./tools/adapters/firefox-provider.mjs";
import { chosenImplementation } from "./tools/adapters/implementations.mjs";
import { dawnArgs, dawnEnvironment, findTestChromium, testGpuArgs } from "./tools/chromium.mjs";
import { docsBlocks } from "./tools/docs-blocks.mjs";
import { aliases, optimizeDeps } from "./tools/entries.mjs";
import { LEFT_OUT } from "./tools/left-out.mjs";
import { serveTestFiles } from "./tools/serve-test-files.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const chromium = findTestChromium();

/** The folders that tests may read from, in Node and in the browser alike (test/files.ts). */
const testFolders = {
  fixtures: resolve(here, "test/fixtures"),
  shared: resolve(here, "../shared"),
  photos: resolve(here, "demo/public/photos"),
  oracles: process.env.ORACLES ? resolve(process.env.ORACLES) : goldenFolder("oracles"),
  // A folder that was named holds all that is wanted.
  targets: process.env.ORACLES ? "" : goldenFolder("oracles-targets"),
};

/** The shared folder where there is one, else the copy that every clone has. */
function goldenFolder(name: string): string {
  const shared = resolve(here, "../shared", name);
  return existsSync(shared) ? shared : resolve(here, "test/fixtures", name);
}

type Test = NonNullable<TestProjectInlineConfiguration["test"]>;

/** `npm run test:adapters` runs the GPU tests on other implementations than those that `npm test` takes. */
const other = chosenImplementation();
const { dawn: otherDawnArgs = [], ...adapter } = other?.request ?? {};

/** Two busy cores and a software GPU can take their time: no test may fail for being slow. */
const patience: Test = {
  testTimeout: other ? 3_600_000 : 300_000,
  hookTimeout: other ? 3_600_000 : 300_000,
  provide: {
    testFolders,
    dawnArgs: [...otherDawnArgs, ...dawnArgs(other ? "checked" : "unchecked")],
    sweeps: process.env.MIXWELL_SWEEPS === "whole" ? "whole" : "short",
    adapter: { name: other?.name, isWhole: process.env.MIXWELL_ADAPTER_WHOLE === "1", ...adapter },
  },
};

/** What `npm test` has no time for. Whoever runs vitest has it all. */
const leftOut = (suite: string): string[] => (process.env.MIXWELL_LEAVES_OUT ? (LEFT_OUT[suite] ?? []) : []);

/** A project that runs in plain Node. */
const inNode = (name: string, include: string[], more: Test = {}): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    ...patience,
    name,
    include,
    exclude: leftOut(name),
    environment: "node",
    ...more,
    setupFiles: [all, equal, ...(more.setupFiles ?? [])],
  },
});

/** Files that share a process or a page share a device too: test/gpu/device.ts. */
const watch = "test/gpu/watch.ts";

/** Dawn on Node waits without a core of its own. */
const polling = "test/gpu/polling.ts";

/** Tests name ops and stages in plans and policies of their own. */
const all = "src/all.ts";

/** Large lists are compared in no time. */
const equal = "test/equal.ts";

/** SwiftShader computes on all cores, and Chromium runs beside it. */
const DAWN_WORKERS = 1;

/** Dawn finds its driver through an environment variable, and only forked processes see one that is set here. */
const dawn: Test = {
  pool: "forks",
  maxWorkers: DAWN_WORKERS,
  env: other ? other.env() : dawnEnvironment(chromium),
  setupFiles: [polling, watch],
  isolate: false,
};

/**
 * Dawn is for Node. What vite finds while tests run it prepares for the browser, and reloads the page under them; so it
 * is told beforehand what there is to find.
 */
const noDeps = { exclude: ["webgpu", "sharp"], include: ["fast-check"] };

/**
 * Everything that the adapters' and the recipes' tests import, and a second copy of TensorFlow.js for the test of two
 * copies in one page.
 */
const interopDeps = {
  ...optimizeDeps,
  include: [
    ...optimizeDeps.include,
    "@tensorflow/tfjs-core/dist/tf-core.fesm.min.js",
    "typegpu",
    "typegpu/data",
    "react",
    "react-test-renderer",
  ],
};

/** A project that runs inside a page of headless Chromium. */
const inChromium = (
  name: string,
  include: string[],
  { deps = noDeps, isolate = false }: { deps?: UserConfig["optimizeDeps"]; isolate?: boolean } = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [serveTestFiles(testFolders)],
  optimizeDeps: deps,
  test: {
    ...patience,
    name,
    include,
    exclude: leftOut(name),
    fileParallelism: false,
    setupFiles: [all, equal, watch],
    isolate,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: 600_000,
      ...(other?.host === "firefox"
        ? { provider: firefox(other.env()), instances: [{ browser: "firefox" }] }
        : {
            provider: playwright({
              launchOptions: { args: testGpuArgs(), ...(chromium ? { executablePath: chromium } : {}) },
            }),
            instances: [{ browser: "chromium" }],
          }),
    },
  },
});

export default defineConfig({
  resolve: { alias: aliases },
  plugins: [docsBlocks()],
  test: {
    sequence: { sequencer: Sequence },
    projects: [
      inNode("unit", ["test/unit/**/*.test.ts", "src/**/*.test.ts"], {
        maxWorkers: Math.max(2, availableParallelism() - 1),
        // To import the sources anew for each of a hundred files took a quarter of the time. A test that puts something
        // in the globals takes it away again.
        isolate: false,
      }),
      inChromium("gpu-browser", ["test/gpu/**/*.test.ts"]),
      inNode("gpu-node", ["test/gpu/**/*.test.ts"], dawn),
      // The other libraries keep state of their own in a page, such as the device they compute on.
      inChromium("interop", ["test/interop/**/*.test.ts"], { deps: interopDeps, isolate: true }),
      // jax-js starts once in a process, on the first device that it is given.
      inNode("interop-node", ["test/interop-node/**/*.test.ts"], { ...dawn, isolate: true }),
      inNode("cli", ["test/cli/**/*.test.ts"], dawn),
      inChromium("oracles-browser", ["test/oracles/**/*.oracle.ts"]),
      inNode("oracles-node", ["test/oracles/**/*.oracle.ts"], dawn),
      // `npm run fuzz` goes on for as long as it is told to.
      inNode("fuzz", ["test/fuzz/**/*.fuzz.ts"], { ...dawn, testTimeout: 0 }),
      inNode("package", ["test/package/**/*.test.ts"], { globalSetup: "test/package/build.ts" }),
    ],
  },
});
