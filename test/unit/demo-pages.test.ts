/** The demo's pages are made of parts, and what they say of other places holds. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { withParts } from "../../demo/parts-plugin.ts";
import { docsAddress, GUIDES, PAGES } from "../../demo/places.ts";
import { DOCS } from "../../demo/policy-page/python.ts";
import { PEERS } from "../../demo/studio/peers.ts";
import { contents } from "../../site/build/contents.mjs";
import { anchorOf } from "../../tools/docs-blocks.mjs";

const demo = fileURLToPath(new URL("../../demo/", import.meta.url));
const pages = readdirSync(demo).filter((name) => name.endsWith(".html"));
const made = (page: string) => withParts(readFileSync(`${demo}${page}`, "utf8"), page);

/** Of the site: pages by their addresses, with the anchors of their headings. */
const site = new Map(
  contents()
    .flatMap((part) => part.pages)
    .map(({ source, path }) => {
      const text = readFileSync(fileURLToPath(new URL(`../../${source}`, import.meta.url)), "utf8");
      const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
      return [docsAddress(path.replace(/(?:index)?\.md$/, "")), anchors];
    }),
);
const isOnSite = (address: string) => {
  const [page, anchor] = address.split("#");
  const isMade = page === "./docs/" || page === "./docs/api/";
  return isMade || (site.has(page!) && (!anchor || site.get(page!)!.includes(anchor)));
};

test("every page has the same header, in which it is marked, and every part is filled", () => {
  expect(PAGES.map(({ link }) => link).sort()).toEqual(pages.sort());
  for (const page of pages) {
    const html = made(page);
    expect(html, page).not.toMatch(/<!-- part|\{\w+\}/);
    const header = /<header.*?<\/header>/s.exec(html)![0];
    const links = [...header.matchAll(/href="(\.\/[^"]*)"/g)].map(([, link]) => link);
    const guides = GUIDES.map(({ link }) => docsAddress(link));
    expect(links, page).toEqual(["./docs/", ...guides, "./index.html", ...PAGES.map(({ link }) => `./${link}`)]);
    expect([...header.matchAll(/href="\.\/(\S+)" aria-current="page"/g)].map(([, link]) => link)).toEqual([page]);
  }
  expect(() => withParts("<!-- part: header -->", "index.html")).toThrow('part header: expected sections="…"');
});

test("links to sections lead to sections, and no id is there twice", () => {
  for (const page of pages) {
    const ids = [...made(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size, page).toBe(ids.length);
    for (const [, anchor] of made(page).matchAll(/href="#([^"]+)"/g)) expect(ids, page).toContain(anchor);
  }
});

test("every link to the documentation has its page", () => {
  const linked = pages.flatMap((page) =>
    [...made(page).matchAll(/href="(\.\/docs\/[^"]*)"/g)].map(([, link]) => link!),
  );
  const shared = [...Object.values(DOCS), ...Object.values(PEERS).map(({ docs }) => docs)].map(docsAddress);
  const said = [...linked, ...shared];
  expect(said.filter((address) => !isOnSite(address))).toEqual([]);
  expect(said.length).toBeGreaterThan(40);
  // Control.
  const found = ["presets#mixers", "presets#no-such", "no-such"].map((page) => isOnSite(docsAddress(page)));
  expect(found).toEqual([true, false, false]);
});
