// @ts-check
// `npm run bench -- --loading`: how long the demo takes to load photographs of a camera, and how long its page is not
// answered meanwhile; beside the demo of another commit.
import { findChromium, gpuArgs } from "../chromium.mjs";
import { ROOT, setUpChromium } from "../setup.mjs";
import { photographs } from "./photographs.mjs";
import { previewDemo } from "./preview-demo.mjs";

const COUNT = 40;
/** What a person notices. */
const LONG_MS = 100;

/**
 * @typedef {object} Loaded
 * @property {number} seconds from the pick until the pictures are shown
 * @property {number[]} tasks of the page's main thread, those above 50 ms, in milliseconds
 */

/**
 * @param {{ against?: string, rounds: number }} settings against: another checkout, with its dependencies
 */
export async function benchLoading({ against, rounds }) {
  const executablePath = findChromium() ?? setUpChromium();
  const paths = await photographs(COUNT);
  const checkouts = [{ name: "this checkout", path: ROOT }, ...(against ? [{ name: against, path: against }] : [])];
  const contenders = [];
  for (const [i, { name, path }] of checkouts.entries()) {
    const { server, url } = await previewDemo(path, `demo-${i}`);
    contenders.push({ name, server, url, runs: /** @type {Loaded[]} */ ([]) });
  }
  const { chromium } = await import("playwright");
  const browser = await chromium.launch({ executablePath, args: gpuArgs() });
  try {
    console.log(`${COUNT} photographs of 4000×3000 (JPEG) into the demo; Chromium ${browser.version()}`);
    for (let round = 0; round < rounds; round++)
      for (const { name, url, runs } of contenders) {
        const loaded = await load(browser, url, paths);
        runs.push(loaded);
        console.log(`  ${name}, round ${round + 1}: ${wordsOf(loaded)}`);
      }
  } finally {
    await browser.close();
    for (const { server } of contenders) await server.close();
  }
  const medians = contenders.map(({ runs }) => median(runs.map(({ seconds }) => seconds)));
  for (const [i, { name, runs }] of contenders.entries()) {
    const longest = Math.max(0, ...runs.flatMap(({ tasks }) => tasks));
    console.log(
      `${name}: median ${medians[i]?.toFixed(2)} s; longest task ${longest === 0 ? "below 50" : longest} ms; ` +
        `${longest > LONG_MS ? "NOT all" : "all"} tasks at most ${LONG_MS} ms`,
    );
  }
  const [ours, theirs] = medians;
  if (ours !== undefined && theirs !== undefined)
    console.log(`${(theirs / ours).toFixed(2)} times as fast as ${against}`);
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url
 * @param {string[]} paths
 * @returns {Promise<Loaded>}
 */
async function load(browser, url, paths) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.waitForFunction(() => document.body.dataset.busy === "false", undefined, { timeout: 120_000 });
    await page.evaluate((count) => {
      /** @type {PerformanceEntry[]} */
      const entries = [];
      const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
      observer.observe({ type: "longtask" });
      let start = 0;
      addEventListener("change", () => (start ||= performance.now()), { capture: true });
      /** @type {any} */ (window).loaded = new Promise((done) => {
        const note = /** @type {HTMLElement} */ (document.getElementById("dataset-note"));
        new MutationObserver(() => {
          if (!note.textContent?.startsWith(`${count} pictures`)) return;
          const end = performance.now();
          // The observer is told afterwards.
          setTimeout(() => {
            entries.push(...observer.takeRecords());
            const tasks = entries.filter(({ startTime }) => startTime <= end && start <= startTime);
            done({ seconds: (end - start) / 1000, tasks: tasks.map(({ duration }) => duration) });
          }, 500);
        }).observe(note, { childList: true, subtree: true, characterData: true });
      });
    }, paths.length);
    await page.setInputFiles("#file-picker", paths);
    return await page.evaluate(() => /** @type {any} */ (window).loaded);
  } finally {
    await page.close();
  }
}

/** @param {Loaded} loaded */
function wordsOf({ seconds, tasks }) {
  const longest = Math.max(0, ...tasks);
  const rest =
    tasks.length === 0 ? "no task above 50 ms" : `${tasks.length} tasks above 50 ms, the longest ${longest} ms`;
  return `${seconds.toFixed(2)} s, ${rest}`;
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return /** @type {number} */ (sorted[Math.floor(sorted.length / 2)]);
}
