/** What the policy page's tests ask of it. */
import type { Page } from "playwright/test";
import type { Plan } from "../../src/plan/plan.ts";
import { fingerprints, openState } from "./page.ts";

/** Of the photographs on the page: a GPU in software takes six times as long for the page's own 140. */
export const SIDE = 56;

/** Opens the page, or follows a link to another state of it, and waits until all of it is shown. */
export const openPolicies = (page: Page, hash = ""): Promise<void> =>
  openState(page, `/policy.html?side=${SIDE}`, hash);

export const samples = (page: Page): Promise<string[]> => fingerprints(page.locator("#samples"));

/** What is written under each sample, a list of lines. */
export const labels = (page: Page): Promise<string[][]> =>
  page
    .locator("#samples figcaption")
    .evaluateAll((all) =>
      all.map((caption) =>
        [...caption.querySelectorAll(".drawn")].map((line) => line.textContent!.replaceAll("\u00a0", " ")),
      ),
    );

export async function shownJson<T = Plan>(page: Page, id: "plan-text" | "policy-text"): Promise<T> {
  return JSON.parse((await page.locator(`#${id}`).textContent())!);
}

/** How many values of the canvases differ from what the reference makes of a plan. */
export function wrongValues(page: Page, url: string, plan: unknown): Promise<number> {
  return page.evaluate(
    async ({ url, plan, side }) => {
      const { reference } = await import(/* @vite-ignore */ url);
      const { photographsOf } = await import(
        /* @vite-ignore */ new URL("sources/photographs.ts", document.baseURI).href
      );
      const dataset = await photographsOf(side).toHost();
      const shape = { height: side, width: side, channels: 3 };
      const sources = { dataset: dataset.pictures, shape, format: "u8", layout: "nhwc" };
      const { images, size } = reference(plan, sources, { output: { format: "u8" } });
      const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#samples canvas")];
      let wrong = Math.abs(size - canvases.length);
      canvases.forEach((canvas, row) => {
        const { data } = canvas.getContext("2d")!.getImageData(0, 0, side, side);
        for (let i = 0; i < 3 * side * side; i++) {
          if (data[4 * Math.floor(i / 3) + (i % 3)] !== images[row * 3 * side * side + i]) wrong++;
        }
      });
      return wrong;
    },
    { url, plan, side: SIDE },
  );
}
