import { createServer } from "node:net";
import { defineConfig } from "playwright/test";
import { findTestChromium, testGpuArgs } from "./tools/chromium.mjs";

/** Chosen once by the main process; the workers load this file again and inherit them. */
process.env.MIXWELL_DEMO_PORT ??= String(await freePort());
process.env.MIXWELL_START_PORT ??= String(await freePort());
process.env.MIXWELL_EXAMPLES_PORT ??= String(await freePort());
const executablePath = findTestChromium();

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no free port")),
      );
    });
  });
}

const urlOf = (port: string) => `http://localhost:${port}`;

/** What `tools/<script>` serves. */
const served = (script: string, port: string) => ({
  command: `node tools/${script} --port ${port} --strictPort`,
  url: urlOf(port),
  timeout: 240_000,
  reuseExistingServer: false,
});

/** Specs in `test/<name>`, whose pages are there. */
const specs = (name: string, port: string) => ({ name, testDir: `test/${name}`, use: { baseURL: urlOf(port) } });

export default defineConfig({
  projects: [
    specs("demo", process.env.MIXWELL_DEMO_PORT),
    specs("examples", process.env.MIXWELL_EXAMPLES_PORT),
    // These have servers of their own.
    specs("bundlers", process.env.MIXWELL_EXAMPLES_PORT),
  ],
  webServer: [
    // The built demo opens in half the time. Tests that ask the sources find them at `npm start`: see STARTED in
    // test/demo/page.ts.
    served("preview.mjs", process.env.MIXWELL_DEMO_PORT),
    served("start.mjs", process.env.MIXWELL_START_PORT),
    served("examples.mjs", process.env.MIXWELL_EXAMPLES_PORT),
  ],
  outputDir: "test-results",
  // What `npm test` has no time for, and other tests show in part. Whoever runs playwright has it all.
  ...(process.env.MIXWELL_LEAVES_OUT ? { grepInvert: /@whole/ } : {}),
  workers: 2,
  // Two busy cores and a software GPU can take their time: no test may fail for being slow.
  timeout: 900_000,
  expect: { timeout: 240_000 },
  use: {
    headless: true,
    launchOptions: { args: testGpuArgs(), ...(executablePath ? { executablePath } : {}) },
    // A bar that runs to and fro while kernels are compiled has the page drawn sixty times a second, in software.
    contextOptions: { reducedMotion: "reduce" },
  },
});
