import { createServer } from "node:net";
import { defineConfig } from "playwright/test";
import { findChromium, gpuArgs } from "./tools/chromium.mjs";

/** Chosen once by the main process; the workers load this file again and inherit it. */
process.env.MIXWELL_DEMO_PORT ??= String(await freePort());
const baseURL = `http://localhost:${process.env.MIXWELL_DEMO_PORT}`;
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

export default defineConfig({
  testDir: "test/demo",
  outputDir: "test-results",
  workers: 2,
  // Two busy cores and a software GPU can take their time: no test may fail for being slow.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: { baseURL, headless: true, launchOptions: { args: gpuArgs(), ...(executablePath ? { executablePath } : {}) } },
  webServer: {
    command: `node tools/start.mjs --port ${process.env.MIXWELL_DEMO_PORT} --strictPort`,
    url: baseURL,
    timeout: 240_000,
    reuseExistingServer: false,
  },
});
