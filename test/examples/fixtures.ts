/** Runs an example's page to its end. */
import type { Page } from "playwright/test";
import { expect } from "../demo/fixtures.ts";

export { expect, test } from "../demo/fixtures.ts";

/** Opens an example, waits until it is through, and returns the lines that it printed. @param asked as `?epochs=2` */
export async function runExample(page: Page, name: string, asked = ""): Promise<string[]> {
  await page.goto(`/${name}/${asked}`);
  // An example that failed says so too; its own words are the better message.
  await expect(page.locator("html")).toHaveAttribute("data-state", /done|failed/);
  const text = (await page.locator("#out").textContent())!;
  expect(await page.locator("html").getAttribute("data-state"), text).toBe("done");
  return text.trimEnd().split("\n");
}

/**
 * "0.25 cat + 0.75 coffee" -> { cat: 0.25, coffee: 0.75 }. A picture mixed with another of its class has it twice: they
 * are added.
 */
export function sharesIn(words: string): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [, share, name] of words.matchAll(/(\d\.\d+) ([a-z]+)/g))
    shares[name!] = (shares[name!] ?? 0) + Number(share);
  return shares;
}

/** The average colour of every photograph, 0 to 255, by class name; `halved` takes half of every byte, rounded down. */
export function averageColours(page: Page, { halved = false } = {}): Promise<Record<string, number[]>> {
  return page.evaluate(async (halved) => {
    const photos = await (import("/shared/photos.ts" as string) as Promise<
      typeof import("../../examples/shared/photos.ts")
    >);
    const averages = (await photos.loadPhotos()).map((pixels) => {
      const sums = [0, 0, 0];
      pixels.forEach((value, i) => {
        sums[i % 3]! += halved ? value >> 1 : value;
      });
      return sums.map((sum) => sum / (pixels.length / 3));
    });
    return Object.fromEntries(photos.NAMES.map((name, i) => [name, averages[i]!]));
  }, halved);
}

/** Σ share · colour. */
export function blend(shares: Record<string, number>, colours: Record<string, number[]>): number[] {
  return [0, 1, 2].map((channel) =>
    Object.entries(shares).reduce((sum, [name, share]) => sum + share * colours[name]![channel]!, 0),
  );
}
