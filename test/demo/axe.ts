/** What axe says of a page, in the light and in the dark. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";

/** Both in one page: to open it again takes a GPU in software many times as long as axe. */
export const SCHEMES = ["light", "dark"] as const;

/** For pages that take long to bring into the state that is looked at: `npm test` looks at it in the light. */
export const SCHEMES_APART = SCHEMES.map((scheme) => ({ scheme, tag: scheme === "dark" ? ["@whole"] : [] }));

const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** A line for every rule that is broken, with the elements that break it. */
export async function complaintsOfAxe(page: Page, colorScheme: (typeof SCHEMES)[number]): Promise<string[]> {
  // Without motion, so that no colour is caught half-way to the other scheme's.
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const axe = new AxeBuilder({ page });
  // In the dark the page has the same elements: only what axe says of colours can be another.
  const { violations } = await (colorScheme === "light" ? axe : axe.withRules(OF_COLOURS)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`,
  );
}
