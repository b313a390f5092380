/** What the demo's tests ask of the page. */
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright/test";
import type { Plan } from "../../src/plan/plan.ts";
import { expect } from "./fixtures.ts";

/**
 * Where `npm start` serves the demo, sources and all, for `test.use({ baseURL: STARTED })`. Other tests open the built
 * demo.
 */
export const STARTED = `http://localhost:${process.env.MIXWELL_START_PORT}`;

/** The engine's sources as `npm start` offers them. */
export const mixwellUrl = `/@fs${fileURLToPath(new URL("../../src/index.ts", import.meta.url)).replace(/^(?!\/)/, "/")}`;

/** Opens the page and waits until all of it is shown. */
export const openDemo = (page: Page, hash = ""): Promise<void> => openState(page, "/", hash);

/** Opens the page anew, whatever a test before has done to it. */
export async function reopenDemo(page: Page): Promise<void> {
  await page.goto("/");
  await settled(page);
}

/**
 * Leaves a page, so that an address is opened anew and not followed within it. For one that is asked for: that ends
 * what the page was still fetching, and fixtures.ts knows. `about:blank` is no request. It names an icon of no bytes,
 * as a browser asks for one that is not named, and says so where there is none.
 */
export async function leave(page: Page): Promise<void> {
  const body = '<!doctype html><link rel="icon" href="data:,">';
  await page.route("**/left", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/left");
  await page.unroute("**/left");
}

/**
 * Opens a page, or where it is open already follows a link to another state of it, and waits until all of it is shown.
 */
export async function openState(page: Page, address: string, hash: string): Promise<void> {
  if (page.url().split("#", 1)[0]!.endsWith(address)) await page.evaluate(followLink, `${address}${hash}`);
  else await page.goto(`${address}${hash}`);
  await settled(page);
}

/** At once, unlike a browser: what the page says of its state meanwhile (`writeHash`) could come between. */
function followLink(address: string): void {
  history.pushState(null, "", address);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Waits until what the settings say is shown. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("body")).toHaveAttribute("data-busy", "false");
}

/** A fingerprint of every picture in a grid, from the canvases' own pixels. */
export function fingerprints(grid: Locator): Promise<string[]> {
  return grid.locator("canvas").evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
      let hash = 0x811c9dc5;
      for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
      return `${width}x${height} ${(hash >>> 0).toString(16)}`;
    }),
  );
}

export const originals = (page: Page): Promise<string[]> => fingerprints(page.locator("#originals"));
export const mixed = (page: Page): Promise<string[]> => fingerprints(page.locator("#mixed"));

/** Presses a button, and waits until it has said something, however soon it says something else again. */
export async function pressUntilSaid(button: Locator, words: string): Promise<void> {
  const said = await button.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(element.textContent!)).observe(element, { childList: true });
    return texts;
  });
  await button.click();
  await expect.poll(() => said.jsonValue()).toContain(words);
  await said.dispose();
}

/** The plan as the page shows it. */
export async function shownPlan(page: Page): Promise<Plan> {
  return JSON.parse((await page.locator("#plan-text").textContent())!);
}

export interface TestFile {
  name: string;
  bytes: Uint8Array;
}

/** Drops files on the page, as a person would on any spot of it. */
export async function dropFiles(page: Page, files: TestFile[], onto = "#numbers"): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  await page.evaluate(
    ({ given: files, onto }) => {
      const transfer = new DataTransfer();
      for (const { name, bytes } of files) transfer.items.add(new File([Uint8Array.from(bytes)], name));
      const options = { dataTransfer: transfer, bubbles: true, cancelable: true };
      document.querySelector(onto)!.dispatchEvent(new DragEvent("dragover", options));
      document.querySelector(onto)!.dispatchEvent(new DragEvent("drop", options));
    },
    { given, onto },
  );
}
