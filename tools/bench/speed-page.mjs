// @ts-check
// `npm run bench -- --speed-page`: whether the demo's Speed page and the bench say the same of the same cases. Both are
// open in one browser and measure in turn.
import { writeFileSync } from "node:fs";
import { IMPLEMENTATIONS } from "../adapters/implementations.mjs";
import { gpuArgs } from "../chromium.mjs";
import { ROOT, setUpChromium } from "../setup.mjs";
import { SetupError } from "../setup-error.mjs";
import { previewDemo } from "./preview-demo.mjs";
import { serveBench } from "./serve.mjs";

export const SPEED_BROWSERS = ["chromium", "firefox"];
export const SPEED_SETS = ["quick", "large"];

const ORDER = /** @type {const} */ (["page", "bench"]);

/**
 * As much of a page as is used here; both drivers' pages have it.
 * @typedef {object} Page
 * @property {(url: string, options: { timeout: number }) => Promise<unknown>} goto
 * @property {() => Promise<void>} bringToFront
 * @property {<T, A>(look: (argument: A) => T | Promise<T>, argument: A) => Promise<T>} evaluate
 */

/**
 * @param {{ browser: string, set: string, turns: number, json?: string }} settings json: where the page's last report
 * is written
 * @returns {Promise<number>} exit status: 0 where they agree
 */
export async function benchSpeedPage({ browser: name, set, turns, json }) {
  const browser = await launch(name);
  const bench = await serveBench();
  const demo = await previewDemo(ROOT, "speed-page");
  try {
    const { compareSpeeds, doAgree, printAgreement } = /** @type {typeof import("../../bench/agreement.ts")} */ (
      await bench.ssrLoadModule("/agreement.ts")
    );
    const { faultsOf, speedRows } = /** @type {typeof import("../../demo/speed-page/report.ts")} */ (
      await bench.ssrLoadModule("/../demo/speed-page/report.ts")
    );
    const pages = { page: await browser.newPage(), bench: await browser.newPage() };
    await pages.page.goto(`${demo.url}speed.html#set=${set}`, { timeout: 0 });
    await pages.bench.goto(bench.resolvedUrls?.local[0] ?? "", { timeout: 0 });
    /** @type {import("../../demo/speed-page/report.ts").SpeedReport[]} */
    const reports = [];
    /** @type {import("../../demo/speed-page/report.ts").SpeedRow[][]} */
    const measured = [];
    const sides = {
      async page() {
        const report = JSON.parse(await pages.page.evaluate(measureOnPage, set));
        const faults = faultsOf(report);
        if (faults.length > 0) throw new Error(`the page's report is not one: ${faults.join("; ")}`);
        reports.push(report);
      },
      async bench() {
        measured.push(speedRows(await pages.bench.evaluate(measureOnBench, set)));
      },
    };
    for (let turn = 0; turn < turns; turn++) {
      // Who comes first changes, so that what drifts, drifts for both.
      for (const side of turn % 2 === 0 ? ORDER : ORDER.toReversed()) {
        // A browser gives pages that nobody sees less of its time.
        await pages[side].bringToFront();
        await sides[side]();
      }
      console.error(`turn ${turn + 1} of ${turns}`);
    }
    const last = /** @type {typeof reports[0]} */ (reports.at(-1));
    const pairs = compareSpeeds(
      reports.map(({ rows }) => rows),
      measured,
    );
    console.log(`${last.browser}; adapter ${last.adapter.name}; ${last.date}`);
    console.log(`the GPU's part by the ${last.clock === "gpu" ? "GPU's" : "host's"} clock on the page\n`);
    console.log(printAgreement(pairs));
    if (json) writeFileSync(json, `${JSON.stringify(last, undefined, 2)}\n`);
    return doAgree(pairs) ? 0 : 1;
  } finally {
    await browser.close();
    await bench.close();
    await demo.server.close();
  }
}

/**
 * @param {string} name
 * @returns {Promise<{ newPage(): Promise<Page>, close(): Promise<void> }>}
 */
async function launch(name) {
  if (name === "chromium") {
    const { chromium } = await import("playwright");
    return /** @type {any} */ (chromium.launch({ executablePath: setUpChromium(), args: gpuArgs() }));
  }
  const { missing, env } = /** @type {typeof IMPLEMENTATIONS[0]} */ (IMPLEMENTATIONS.find((one) => one.name === name));
  const lacking = missing();
  if (lacking) throw new SetupError(`--browser ${name}: this machine lacks ${lacking}.`);
  const { launchFirefox } = await import("../adapters/firefox-provider.mjs");
  return /** @type {any} */ (launchFirefox(env()));
}

/** In the bench's page. @param {string} set */
async function measureOnBench(set) {
  while (!window.runSpeedSet) await new Promise((next) => setTimeout(next, 20));
  return window.runSpeedSet(/** @type {"quick"} */ (set));
}

/** In the demo's page: presses its button, and waits for its report. @param {string} set */
async function measureOnPage(set) {
  const { body } = document;
  /** @param {() => boolean} isSo */
  const until = (isSo) =>
    new Promise((done) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        done(undefined);
      };
      const observer = new MutationObserver(look);
      observer.observe(body, { attributes: true });
      look();
    });
  await until(() => body.dataset.run === "ready");
  const chosen = /** @type {HTMLInputElement} */ (document.querySelector("input[name=set]:checked"));
  if (chosen.value !== set) throw new Error(`the page would measure "${chosen.value}"`);
  /** @type {HTMLElement} */ (document.querySelector("#start")).click();
  await until(() => body.dataset.run === "ready");
  if (/** @type {HTMLButtonElement} */ (document.querySelector("#copy-report")).disabled)
    throw new Error(document.querySelector("#run-words")?.textContent ?? "no report");
  return document.querySelector("#report-text")?.textContent ?? "";
}
