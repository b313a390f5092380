// @ts-check
// The demo's pages in Firefox: each opens, names an adapter and complains of nothing; and is photographed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { launchFirefox } from "./firefox-provider.mjs";

/** Where the pictures are put. */
export const SCREENSHOTS = join(ROOT, "test-results/firefox");

const PAGES = ["index", "policy", "targets", "train", "speed"];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];
const TIMEOUT_MS = 180_000;

/**
 * @param {Record<string, string>} env what Firefox's driver needs
 * @returns {Promise<import("./run-tests.mjs").Counts>} pages
 */
export async function openDemoPages(env) {
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: join(ROOT, "demo/vite.config.ts"),
    logLevel: "error",
    server: { host: "localhost", port: 0 },
  });
  await server.listen();
  const browser = await launchFirefox(env);
  const counts = { passed: 0, failed: 0 };
  mkdirSync(SCREENSHOTS, { recursive: true });
  try {
    for (const name of PAGES) {
      const complaints = await look(await browser.newPage(), `${server.resolvedUrls?.local[0]}${name}.html`, name);
      for (const complaint of complaints) console.log(`firefox, ${name}.html: ${complaint}`);
      counts[complaints.length === 0 ? "passed" : "failed"]++;
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`${counts.passed} of ${PAGES.length} pages of the demo open in Firefox: ${SCREENSHOTS}`);
  return counts;
}

/**
 * @param {import("./firefox-provider.mjs").Page} page
 * @param {string} url
 * @param {string} name
 * @returns {Promise<string[]>} what is wrong with it
 */
async function look(page, url, name) {
  /** @type {string[]} */
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  try {
    await page.goto(url, { timeout: TIMEOUT_MS });
    await page.waitForFunction(isShown, { timeout: TIMEOUT_MS });
    if (name === "speed") await page.evaluate(measure);
    await page.waitForFunction(isDone, { timeout: TIMEOUT_MS });
    for (const size of SIZES) {
      await page.setViewport(size);
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size.width}.png`), fullPage: true });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > size.width) complaints.push(`${width} pixels wide on a screen of ${size.width}`);
    }
  } catch (error) {
    complaints.push(String(error));
  }
  await page.close();
  return complaints;
}

/** In the page: whether it has found its adapter, and what it opens with. */
const isShown = () =>
  !/looking for|nothing/.test(document.querySelector("#adapter")?.textContent ?? "nothing") &&
  document.body.dataset.run !== "loading";

/** In the page: starts what it measures. */
const measure = () => /** @type {HTMLElement | null} */ (document.querySelector("#start"))?.click();

/** In the page: whether it has drawn its pictures (pages of pictures say so, each in its way), or has measured. */
const isDone = () => {
  const { busy, state, run } = document.body.dataset;
  const hasMeasured = document.querySelector("#report-text")?.textContent !== "Measure first.";
  return busy === "false" || state === "shown" || (run === "ready" && hasMeasured);
};
