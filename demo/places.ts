/**
 * Where one can go, in the one order: the header of the demo's pages and of the documentation beside them is made of
 * this list.
 */
export interface Place {
  text: string;
  /** An address below the site's start, or below the demo's. */
  link: string;
}

/** Where a page of the documentation is served, from the demo: "presets#mixers" is ./docs/presets.html#mixers. */
export const docsAddress = (page: string): string => {
  const [path = "", anchor] = page.split("#");
  const file = path === "" || path.endsWith("/") ? path : `${path}.html`;
  return `./docs/${file}${anchor ? `#${anchor}` : ""}`;
};

export const GUIDES: readonly Place[] = [
  { text: "Guide", link: "start" },
  { text: "Recipes", link: "recipes/" },
  { text: "Ops", link: "ops/" },
  { text: "API", link: "api/" },
];

/** The demo's pages; the first one is its start. */
export const PAGES: readonly Place[] = [
  { text: "Mixing", link: "index.html" },
  { text: "Policies", link: "policy.html" },
  { text: "Targets", link: "targets.html" },
  { text: "Training", link: "train.html" },
  { text: "Speed", link: "speed.html" },
];
