// @ts-check
// docs/ops.md as pages: a gallery, a page for each op, and one with the tables of the policies.
import { anchorOf } from "../../tools/docs-blocks.mjs";

/** @typedef {{ name: string, kind: string, body: string }} OpPage */

const PREAMBLE_END = "| Kind | Ops |";

/**
 * @param {string} text docs/ops.md
 * @returns {{ opening: string, kinds: { title: string, about: string, ops: OpPage[] }[], tables: string }}
 */
export function takeApart(text) {
  const [head = "", ...chapters] = text.replace(/^<!--.*?-->\s*/s, "").split(/^(?=## )/m);
  const kinds = chapters
    .filter((chapter) => /^## \w+ ops$/m.test(chapter.split("\n")[0] ?? ""))
    .map((chapter) => {
      const [about = "", ...ops] = chapter.split(/^(?=### )/m);
      const title = /^## (.*)$/m.exec(about)?.[1] ?? "";
      return {
        title,
        about: about.replace(/^## .*$/m, "").trim(),
        ops: ops.map((body) => ({ name: /^### (.*)$/m.exec(body)?.[1] ?? "", kind: title, body })),
      };
    });
  const tables = chapters.filter((chapter) => !kinds.some(({ title }) => chapter.startsWith(`## ${title}\n`)));
  return { opening: head.slice(0, head.indexOf(PREAMBLE_END)).trim(), kinds, tables: tables.join("") };
}

/** Where a heading of docs/ops.md went. @param {string} text @param {string} anchor */
export function placeOf(text, anchor) {
  const { kinds, tables } = takeApart(text);
  const op = kinds.flatMap(({ ops }) => ops).find(({ name }) => anchorOf(name) === anchor);
  if (op) return `ops/${op.name}.md`;
  const isTable = [...tables.matchAll(/^#+ (.*)$/gm)].some(([, heading = ""]) => anchorOf(heading) === anchor);
  if (isTable) return `ops/tables.md#${anchor}`;
  return anchor ? `ops/index.md#${anchor}` : "ops/index.md";
}

/** Without what it says of itself: on the site the page is another. */
const withoutTitle = (/** @type {string} */ opening) =>
  opening
    .split(/\n{2,}/)
    .slice(2)
    .join("\n\n");

/** The first sentence of an op's own words. */
const firstSentence = (/** @type {string} */ body) =>
  (body.split(/\n{2,}/)[1] ?? "").replaceAll("\n", " ").replace(/([^.]\.)(?= [A-Z]).*$/s, "$1");

/** An op in the gallery: its strip of pictures, its name, and what it does in a sentence. @param {OpPage} op */
function cardOf({ name, body }) {
  const strip = `<img src="../images/ops/${name}.png" alt="" loading="lazy" width="288" height="58">`;
  const words = `<strong>${name}</strong><span>${asHtml(firstSentence(body))}</span>`;
  return `<a class="op-card" href="./${name}.html">${strip}${words}</a>`;
}

/**
 * @param {string} text docs/ops.md
 * @param {(text: string, page: string) => string} relink leads the document's links to where they went
 * @returns {Record<string, string>} pages by their paths on the site
 */
export function opsPages(text, relink) {
  const { opening, kinds, tables } = takeApart(text);
  const cards = (/** @type {OpPage[]} */ ops) => ops.map(cardOf).join("\n");
  const gallery = kinds.map(
    ({ title, about, ops }) => `## ${title}\n\n${about}\n\n<div class="op-grid">\n${cards(ops)}\n</div>`,
  );
  const all = kinds.flatMap(({ ops }) => ops);
  /** @type {Record<string, string>} */
  const pages = {
    "ops/index.md": `# Gallery of ops\n\nEvery image op at five strengths. A page of its own has its arguments, units and ranges, and where there is WebGPU, a photograph to try it on. The policies' magnitudes and lists are [in tables](tables.md).\n\n${gallery.join("\n\n")}\n\n## How to read these pages\n\n${relink(withoutTitle(opening), "ops/index.md")}\n`,
    "ops/tables.md": `# The policies in numbers\n\nThis page has the tables of the policies: magnitudes, AutoAugment's lists, AugMix and KerasCV's layers.\n\n${relink(tables, "ops/tables.md")}`,
  };
  for (const [i, { name, kind, body }] of all.entries()) {
    const near = [all[i - 1], all[i + 1]];
    const head = [
      "---",
      "aside: false",
      `description: ${JSON.stringify(`The image op ${name}: ${firstSentence(body)}`)}`,
      ...["prev", "next"].map((way, n) => {
        const page = near[n];
        return page ? `${way}: { text: ${page.name}, link: /ops/${page.name} }` : `${way}: false`;
      }),
      "---",
    ].join("\n");
    const own = withPreview(relink(body.replace(/^### .*$/m, "").trim(), `ops/${name}.md`), name);
    pages[`ops/${name}.md`] =
      `${head}\n\n# ${name}\n\n<p class="op-kind">${kind.replace(/ ops$/, " op")}</p>\n\n${own}\n\n` +
      `Options of every op: [policies](../policies.md#image-ops). All ops: [gallery](index.md#${anchorOf(kind)}).\n`;
  }
  return pages;
}

/**
 * The live picture comes before the table of arguments, where there is one.
 * @param {string} own
 * @param {string} name
 */
function withPreview(own, name) {
  const preview = `<OpPreview op="${name}" />`;
  const table = own.search(/^\| Argument /m);
  return table < 0 ? `${own}\n\n${preview}` : `${own.slice(0, table)}${preview}\n\n## Arguments\n\n${own.slice(table)}`;
}

const asHtml = (/** @type {string} */ words) =>
  words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/`([^`]*)`/g, "<code>$1</code>");
