/** The test projects: `npx vitest run --project unit`, and so on. `npm test` runs all of them. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import type { UserConfig } from "vite";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { dawnEnvironment, findChromium, gpuArgs } from "./tools/chromium.mjs";
import { aliases, optimizeDeps } from "./tools/entries.mjs";
import { serveTestFiles } from "./tools/serve-test-files.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const chromium = findChromium();

/** The folders that tests may read from, in Node and in the browser alike (test/files.ts). */
const testFolders = { fixtures: resolve(here, "test/fixtures"), shared: resolve(here, "../shared"), oracles: oracleFolder() };

/** `ORACLES`, else the shared folder where there is one, else the copy that every clone has. */
function oracleFolder(): string {
  if (process.env.ORACLES) return resolve(process.env.ORACLES);
  const shared = resolve(here, "../shared/oracles");
  return existsSync(shared) ? shared : resolve(here, "test/fixtures/oracles");
}

type Test = NonNullable<TestProjectInlineConfiguration["test"]>;

/** Two busy cores and a software GPU can take their time: no test may fail for being slow. */
const patience: Test = { testTimeout: 120_000, hookTimeout: 120_000, provide: { testFolders } };

/** A project that runs in plain Node. */
const inNode = (name: string, include: string[], more: Test = {}): TestProjectInlineConfiguration => ({
  extends: true,
  test: { ...patience, name, include, environment: "node", ...more },
});

/** Dawn finds its driver through an environment variable, and only forked processes see one that is set here. */
const dawn: Test = { pool: "forks", maxWorkers: 2, env: dawnEnvironment(chromium) };

/** Dawn is for Node. If vite found it while tests run, it would prepare it for the browser and reload the page under them. */
const noDeps = { exclude: ["webgpu"] };

/** Everything that the adapters' tests import, and a second copy of TensorFlow.js for the test of two copies in one page. */
const interopDeps = { ...optimizeDeps, include: [...optimizeDeps.include, "@tensorflow/tfjs-core/dist/tf-core.fesm.min.js"] };

/** A project that runs inside a page of headless Chromium. */
const inChromium = (name: string, include: string[], deps: UserConfig["optimizeDeps"] = noDeps): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [serveTestFiles(testFolders)],
  optimizeDeps: deps,
  test: {
    ...patience,
    name,
    include,
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      connectTimeout: 180_000,
      provider: playwright({ launchOptions: { args: gpuArgs(), ...(chromium ? { executablePath: chromium } : {}) } }),
      instances: [{ browser: "chromium" }],
    },
  },
});

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    projects: [
      inNode("unit", ["test/unit/**/*.test.ts", "src/**/*.test.ts"]),
      inChromium("gpu-browser", ["test/gpu/**/*.test.ts"]),
      inNode("gpu-node", ["test/gpu/**/*.test.ts"], dawn),
      inChromium("interop", ["test/interop/**/*.test.ts"], interopDeps),
      inNode("interop-node", ["test/interop-node/**/*.test.ts"], dawn),
      inChromium("oracles-browser", ["test/oracles/**/*.oracle.ts"]),
      inNode("oracles-node", ["test/oracles/**/*.oracle.ts"], dawn),
      inNode("package", ["test/package/**/*.test.ts"]),
    ],
  },
});
