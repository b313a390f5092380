// @ts-check
// Vitest's browser tests in Firefox. It speaks WebDriver BiDi by itself, so neither a driver program nor a build of
// Playwright's is needed; puppeteer-core is fetched when it is first asked for (brought.mjs).
import { defineBrowserProvider } from "@vitest/browser";
import { bring } from "./brought.mjs";
import { findFirefox } from "./implementations.mjs";

/** WebGPU is on by default on some systems only, and blocked on drivers in software. */
const PREFERENCES = {
  "dom.webgpu.enabled": true,
  "gfx.webgpu.ignore-blocklist": true,
  // A kernel that is compiled in software may take longer than a page's script may.
  "dom.max_script_run_time": 0,
};

/**
 * As much of puppeteer-core as is used here.
 * @typedef {object} Page
 * @property {(url: string, options?: object) => Promise<unknown>} goto
 * @property {(event: string, listener: (event: any) => void) => void} on
 * @property {(isSo: () => boolean, options?: object) => Promise<unknown>} waitForFunction
 * @property {(size: { width: number, height: number }) => Promise<void>} setViewport
 * @property {(options: object) => Promise<unknown>} screenshot
 * @property {<T>(look: () => T) => Promise<T>} evaluate
 * @property {() => Promise<void>} close
 */
/**
 * @typedef {{ newPage(): Promise<Page>, close(): Promise<void> }} Browser
 */

/**
 * A Firefox without a window.
 * @param {Record<string, string>} env what its driver needs
 * @returns {Promise<Browser>}
 */
export async function launchFirefox(env) {
  const { default: puppeteer } = await bring("puppeteer-core");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
    env: { ...process.env, ...env },
    // A suite is one call of the page's.
    protocolTimeout: 0,
  });
}

class FirefoxProvider {
  name = "firefox";
  supportsParallelism = false;
  /** @type {Promise<Browser> | undefined} */
  browser;

  /** @param {Record<string, string>} env */
  constructor(env) {
    this.env = env;
  }

  getCommandsContext() {
    return {};
  }

  /**
   * @param {string} _session
   * @param {string} url
   */
  async openPage(_session, url) {
    this.browser ??= launchFirefox(this.env);
    const page = await (await this.browser).newPage();
    await page.goto(url, { timeout: 0 });
  }

  async close() {
    await (await this.browser)?.close();
  }
}

/** @param {Record<string, string>} env what its driver needs */
export const firefox = (env) =>
  defineBrowserProvider({
    name: "firefox",
    supportedBrowser: ["firefox"],
    options: {},
    providerFactory: () => new FirefoxProvider(env),
  });
