/** Playwright's `test`, with a page on which any console error, uncaught exception or failed request fails the test. */
import { test as base, expect } from "playwright/test";

export { expect };

interface Fixtures {
  /** What the page complained about so far. Tests that provoke something empty it (`complaints.length = 0`). */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("requestfailed", (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
