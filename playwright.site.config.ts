/** `npm run docs:check`: the built site in a browser. It takes a build, so it is not a part of `npm test`. */
import { defineConfig } from "playwright/test";
import { findTestChromium, testGpuArgs } from "./tools/chromium.mjs";

const PORT = process.env.MIXWELL_SITE_PORT ?? "4179";
const executablePath = findTestChromium();

export default defineConfig({
  testDir: "test/site",
  use: {
    baseURL: `http://localhost:${PORT}/docs/`,
    headless: true,
    launchOptions: { args: testGpuArgs(), ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node tools/start.mjs --port ${PORT} --strictPort`,
    url: `http://localhost:${PORT}/docs/`,
    timeout: 600_000,
    reuseExistingServer: false,
  },
  outputDir: "test-results",
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 60_000 },
});
