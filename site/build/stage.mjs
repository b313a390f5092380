// @ts-check
// Lays out what the site is made of: documents, ops and API as pages whose links lead to each other, pictures, and the
// sidebar. VitePress makes HTML of that.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { ROOT } from "../../tools/setup.mjs";
import { contents } from "./contents.mjs";
import { linkNames, relink } from "./links.mjs";
import { opsPages, placeOf, takeApart } from "./ops-pages.mjs";

/** @typedef {import("./contents.mjs").Part} Part */
/** @typedef {import("./api.mjs").ApiPage} ApiPage */

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** Documents whose words are about this repository's own names, which no reference has. */
const ABOUT_THE_INSIDE = ["ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** Where the repository can be read, once package.json says it. */
function repository() {
  const { repository: found } = JSON.parse(read("package.json"));
  return typeof found?.url === "string" ? found.url.replace(/^git\+|\.git$/g, "") : undefined;
}

/**
 * Where a document, a picture of the documents or a folder with a document is on the site.
 * @param {Part[]} parts
 * @returns {(target: string, anchor: string) => string | undefined}
 */
export function finder(parts) {
  const paths = new Map(parts.flatMap(({ pages }) => pages).map(({ source, path }) => [source, path]));
  const ops = read("docs/ops.md");
  return (target, anchor) => {
    const document = target.replace(/\/$/, "");
    if (document === "docs/ops.md") return placeOf(ops, anchor);
    const path = paths.get(document) ?? paths.get(posix.join(document, "README.md"));
    if (path) return anchor ? `${path}#${anchor}` : path;
    return document.startsWith("docs/images/") ? document.slice("docs/".length) : undefined;
  };
}

/**
 * Every page of the site that is made of documents, by its path.
 * @param {Map<string, string>} names exported names and their pages of the API reference
 * @returns {Record<string, string>}
 */
export function documentPages(names) {
  const parts = contents();
  const find = finder(parts);
  const way = { find, repository: repository() };
  /** @type {Record<string, string>} */
  const pages = {};
  for (const { source, path } of parts.flatMap(({ pages: found }) => found)) {
    if (source === "docs/ops.md") {
      Object.assign(
        pages,
        opsPages(read(source), (text, page) => relink(text, { ...way, source, page })),
      );
      continue;
    }
    const text = relink(read(source), { ...way, source, page: path });
    const isInside = ABOUT_THE_INSIDE.includes(source);
    const hasOutline = [...text.matchAll(/^## /gm)].length > 1;
    // Who searches the site wants to use the library, not to change it.
    const about = [...(hasOutline ? [] : ["aside: false"]), ...(isInside ? ["search: false"] : [])];
    const front = about.length > 0 ? `---\n${about.join("\n")}\n---\n\n` : "";
    pages[path] = `${front}${isInside ? text : linkNames(text, path, names)}`;
  }
  return pages;
}

/** Names that stand for one thing: where entry points share a name, the page of the first. @param {ApiPage[]} api */
export function namesOf(api) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const { name, path } of api) if (!names.has(name)) names.set(name, path);
  return names;
}

/** @param {string} path */
const link = (path) => `/${path.replace(/(?:index)?\.md$/, "")}`;

/**
 * What stands beside the pages, in VitePress's form.
 * @param {ApiPage[]} api
 */
export function sidebars(api) {
  const guide = contents().map(({ text, pages }) => ({
    text,
    items: pages.map(({ title, path }) => ({ text: title, link: link(path) })),
  }));
  const ops = [
    { text: "Gallery of ops", link: "/ops/" },
    { text: "In numbers", link: "/ops/tables" },
    ...takeApart(read("docs/ops.md")).kinds.map(({ title, ops: found }) => ({
      text: title,
      items: found.map(({ name }) => ({ text: name, link: `/ops/${name}` })),
    })),
  ];
  const fronts = [{ text: "API reference", link: "/api/" }];
  const entries = [...new Set(api.map(({ entry }) => entry))];
  const reference = entries.map((entry) => {
    const own = api.filter((page) => page.entry === entry);
    const [{ path }] = /** @type {[ApiPage]} */ (own);
    const items = ORDER.map((kind) => ({
      text: kind,
      items: own.filter((page) => page.kind === kind).map(({ name, path: page }) => ({ text: name, link: link(page) })),
    })).filter((group) => group.items.length > 0 && !(entry === "mixwell" && TYPES.includes(group.text)));
    const folder = entry === "mixwell" ? "/api/" : `/${path.split("/").slice(0, -2).join("/")}/`;
    return { folder, bar: [...fronts, { text: entry, items }] };
  });
  return {
    "/ops/": ops,
    ...Object.fromEntries(reference.map(({ folder, bar }) => [folder, bar])),
    "/": [...guide, ...fronts],
  };
}

/** The front of the API reference. @param {ApiPage[]} api */
function apiIndex(api) {
  const entries = [...new Set(api.map(({ entry }) => entry))];
  const parts = entries.map((entry) => {
    const own = api.filter((page) => page.entry === entry);
    const kinds = [...new Set(own.map(({ kind }) => kind))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
    const lines = kinds.map(
      (kind) =>
        `**${kind}**: ${own
          .filter((page) => page.kind === kind)
          .map(({ name, path }) => `[\`${name}\`](../${path})`)
          .join(", ")}`,
    );
    return `## ${entry}\n\n${lines.join("\n\n")}`;
  });
  return `---\naside: false\n---\n\n# API reference\n\nThis page lists everything that the package exports. Shapes, units, ranges and errors stand with each name.\n\n${parts.join("\n\n")}\n`;
}

/** Kinds of things, in the order in which one looks for them. */
const ORDER = ["Functions", "Classes", "Variables", "Namespaces", "Interfaces", "Enumerations", "Type Aliases"];

/** Two hundred of them beside every page are no help: the front of the reference has them, and the search. */
const TYPES = ["Interfaces", "Enumerations", "Type Aliases"];

/**
 * Writes the whole site's sources to a folder.
 * @param {string} folder
 * @param {ApiPage[]} api whose pages are there already, or will be
 */
export function stage(folder, api) {
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name !== "api") rmSync(join(folder, name), { recursive: true, force: true });
  const write = (/** @type {string} */ path, /** @type {string} */ text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(documentPages(namesOf(api)))) write(path, text);
  write("api/index.md", apiIndex(api));
  cpSync(join(ROOT, "site/pages"), folder, { recursive: true });
  cpSync(join(ROOT, "docs/images"), join(folder, "images"), { recursive: true });
  cpSync(join(ROOT, "demo/public/photos"), join(folder, "public/photos"), { recursive: true });
  cpSync(join(ROOT, "demo/public/icon.svg"), join(folder, "public/icon.svg"));
  write("sidebars.json", JSON.stringify(sidebars(api)));
}
