/** What /docs/ shows while the documentation is being built, and where that failed. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { waitingPage } from "../../../tools/site-waiting.mjs";

const publicFile = (path: string) => fileURLToPath(new URL(`../../../demo/public${path}`, import.meta.url));

describe.each(["building", "failed"] as const)("%s", (state) => {
  const page = waitingPage(state, 12_400);

  test("it asks for no file that is not there: an icon that no page names is asked for all the same", () => {
    const paths = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, path]) => path!);
    expect(paths).toEqual(["/icon.svg", "/"]);
    expect(existsSync(publicFile("/icon.svg"))).toBe(true);
    expect(existsSync(publicFile("/favicon.ico"))).toBe(false);
  });

  test("it has a language, a title, one heading and a way back", () => {
    expect(page).toMatch(/<html lang="en"/);
    expect(page).toMatch(/<title>.+<\/title>/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<a href="/">Back to the demo</a>');
  });
});

test("only one that is being built asks again, with and without scripts", () => {
  expect(waitingPage("building", 12_400)).toMatch(/<output>12 s so far<\/output>[\s\S]*location\.reload\(\)/);
  expect(waitingPage("building", 0)).toContain('<noscript><meta http-equiv="refresh"');
  expect(waitingPage("failed", 0)).not.toMatch(/reload|refresh/);
});
