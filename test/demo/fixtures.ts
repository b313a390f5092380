/** Playwright's `test`, with a page on which any console error, uncaught exception or failed request fails the test. */
import { type BrowserContext, test as base, expect, type Request } from "playwright/test";

export { expect };

interface Fixtures {
  /** What the page complained about so far. Tests that provoke something empty it (`complaints.length = 0`). */
  complaints: string[];
  /**
   * Whether the tests of a file have a page each, as usual, or all the same one, which is half the work to load again,
   * and keeps its device and kernels where it is not. After a failure there is a new one. Not for tests that add
   * scripts to it.
   */
  keepsPage: boolean;
}

interface Kept {
  file?: string;
  context?: BrowserContext;
}

export const test = base.extend<Fixtures, { kept: Kept }>({
  keepsPage: [false, { option: true }],
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture needs.
    async ({}, use) => {
      const kept: Kept = {};
      await use(kept);
      await kept.context?.close();
    },
    { scope: "worker" },
  ],
  context: async ({ context, browser, keepsPage, kept }, use, { file }) => {
    if (!keepsPage) return use(context);
    if (kept.file !== file) {
      await kept.context?.close();
      Object.assign(kept, { file, context: await browser.newContext() });
    }
    await use(kept.context!);
  },
  page: async ({ context, keepsPage, viewport }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    await use(page);
    if (!keepsPage) return;
    // As a new page would be.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    if (viewport) await page.setViewportSize(viewport);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      // What a page was still fetching when it was left is given up by the browser, and nobody's failure.
      let asked = new Set<Request>();
      page.on("request", (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = new Set();
        asked.add(request);
      });
      page.on("requestfailed", (request) => {
        if (asked.has(request)) complaints.push(`${request.url()}: ${request.failure()?.errorText}`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
