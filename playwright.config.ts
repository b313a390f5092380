import { createServer } from "node:net";
import { defineConfig } from "playwright/test";
import { findChromium, gpuArgs } from "./tools/chromium.mjs";

/** Chosen once by the main process; the workers load this file again and inherit them. */
process.env.MIXWELL_DEMO_PORT ??= String(await freePort());
process.env.MIXWELL_EXAMPLES_PORT ??= String(await freePort());
const executablePath = findChromium();

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no free port"))));
    });
  });
}

/** Specs in `test/<name>` see the pages that `tools/<script>` serves. */
const pagesOf = (name: string, script: string, port: string) => {
  const baseURL = `http://localhost:${port}`;
  const command = `node tools/${script} --port ${port} --strictPort`;
  return {
    project: { name, testDir: `test/${name}`, use: { baseURL } },
    webServer: { command, url: baseURL, timeout: 240_000, reuseExistingServer: false },
  };
};

const pages = [
  pagesOf("demo", "start.mjs", process.env.MIXWELL_DEMO_PORT),
  pagesOf("examples", "examples.mjs", process.env.MIXWELL_EXAMPLES_PORT),
];

export default defineConfig({
  projects: pages.map(({ project }) => project),
  webServer: pages.map(({ webServer }) => webServer),
  outputDir: "test-results",
  workers: 2,
  // Two busy cores and a software GPU can take their time: no test may fail for being slow.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: { headless: true, launchOptions: { args: gpuArgs(), ...(executablePath ? { executablePath } : {}) } },
});
