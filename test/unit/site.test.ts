/**
 * The documentation site's pages, before VitePress makes HTML of them: `npm run docs:build` follows every link again.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { contents } from "../../site/build/contents.mjs";
import { deadLinks } from "../../site/build/dead-links.mjs";
import { linkNames, relink } from "../../site/build/links.mjs";
import { documentPages } from "../../site/build/stage.mjs";
import { anchorOf, PAGES } from "../../tools/docs-blocks.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** What the package exports, by entry point, as test/package holds it to what is exported. */
const exported = readdirSync(join(root, "test/package"))
  .filter((name) => /^exports.*\.txt$/.test(name))
  .flatMap((name) => read(`test/package/${name}`).split("\n").filter(Boolean));

/** TypeDoc writes a page for each; which folder it is in does not matter here. */
const names = new Map(exported.map((name) => [name, `api/${name}.md`]));
const pages = documentPages(names);

const temporary = mkdtempSync(join(tmpdir(), "mixwell-site-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Links in running text, and those of the gallery's cards. */
const linksIn = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/\]\(([^)\s]+)\)|href="([^"]+)"/g)]
    .map(([, link, href]) => link ?? href!.replace(/\.html$/, ".md"))
    .filter((target) => !/^[a-z]+:/.test(target));

const anchorsIn = (text: string) =>
  [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));

test("every document is a page, once", () => {
  const sources = contents().flatMap(({ pages: found }) => found.map(({ source }) => source));
  expect([...sources].sort()).toEqual([...new Set(sources)].sort());
  expect(PAGES.filter((page) => !sources.includes(page))).toEqual([]);
});

test("every link of the pages leads to a page, and to its heading", () => {
  const dead: string[] = [];
  let found = 0;
  for (const [path, text] of Object.entries(pages)) {
    for (const link of linksIn(text)) {
      found++;
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      if (target.startsWith("api/") || target.startsWith("images/")) continue;
      const page = pages[target];
      if (page === undefined || (anchor && !anchorsIn(page).includes(anchor))) dead.push(`${path}: ${link}`);
    }
  }
  expect(dead).toEqual([]);
  expect(found).toBeGreaterThan(400);
});

test("every exported name is in a page, and leads to its part of the reference", () => {
  const texts = Object.values(pages).join("\n");
  const missing = exported.filter(
    (name) => !texts.includes(`api/${name}.md`) && !new RegExp(`\\b${name}\\b`).test(texts),
  );
  expect(missing).toEqual([]);
  expect(texts).toContain("[`validatePlan`](./api/validatePlan.md)");
});

test("each op has a page, with its strip of pictures and its live preview", () => {
  const ops = readdirSync(join(root, "docs/images/ops")).map((name) => name.replace(".png", ""));
  for (const op of ops) {
    expect(pages[`ops/${op}.md`]).toContain(`](../images/ops/${op}.png)`);
    expect(pages[`ops/${op}.md`]).toContain(`<OpPreview op="${op}" />`);
  }
  expect(ops.length).toBeGreaterThan(40);
});

test("links to files that are no pages are words, until the repository has an address", () => {
  const way = {
    source: "docs/a.md",
    page: "b/a.md",
    find: (target: string) => (target === "docs/c.md" ? "c.md" : undefined),
  };
  const text = "[one](c.md#d) [`two`](../src/e.ts) `[three](c.md)`\n\n```ts\n[four](c.md)\n```\n";
  expect(relink(text, { ...way, repository: undefined })).toBe(
    "[one](../c.md) `two` `[three](c.md)`\n\n```ts\n[four](c.md)\n```\n",
  );
  expect(relink(text, { ...way, repository: "https://host/x" })).toContain(
    "[`two`](https://host/x/blob/main/src/e.ts)",
  );
});

test("a name is linked once a page, and never in a heading, a link or a block of code", () => {
  const found = new Map([["mixup", "api/mixup.md"]]);
  const text = "# `mixup`\n\n[`mixup`](a.md) `mixup()` `mixup`\n\n```ts\n`mixup`\n```\n";
  expect(linkNames(text, "b/c.md", found)).toBe(
    "# `mixup`\n\n[`mixup`](a.md) [`mixup()`](../api/mixup.md) `mixup`\n\n```ts\n`mixup`\n```\n",
  );
});

test("the search for dead links finds them in built pages", () => {
  mkdirSync(join(temporary, "ops"));
  writeFileSync(
    join(temporary, "index.html"),
    '<a href="/docs/ops/a.html#there">1</a><a href="/docs/ops/a.html#gone">2</a><a href="../">3</a>',
  );
  writeFileSync(
    join(temporary, "ops/a.html"),
    '<h2 id="there"></h2><a href="./a">4</a><a href="/demo.html">5</a><img src="x.png">',
  );
  expect(deadLinks(temporary, "/docs/")).toEqual({
    dead: ["index.html: /docs/ops/a.html#gone", "ops/a.html: ./a", "ops/a.html: x.png"],
    links: 6,
  });
});
