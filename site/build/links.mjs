// @ts-check
// Links of a document, as they must be on the site.
import { posix } from "node:path";

/** Code blocks and inline code, which hold no links. */
const CODE = /^```[\s\S]*?^```$|`[^`\n]*`/gm;

/**
 * Does something to a text, but not to the code in it.
 * @param {string} text
 * @param {(prose: string) => string} change
 */
export function outsideCode(text, change) {
  /** @type {string[]} */
  const code = [];
  // A link's words may be code, so the code is put aside and not cut out.
  const prose = text.replace(CODE, (found) => `\uE000${code.push(found) - 1}\uE001`);
  return change(prose).replace(/\uE000(\d+)\uE001/g, (_, i) => /** @type {string} */ (code[Number(i)]));
}

const LINK = /(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g;

/**
 * @typedef {object} Way
 * @property {string} source the document with the link, as a path in the project
 * @property {string} page the page that it becomes, as a path on the site
 * @property {(target: string, anchor: string) => string | undefined} find where a document and a heading of it went
 * @property {string | undefined} repository where the project's other files can be read
 */

/**
 * Leads every link where its document went. A link to a file that is no page leads into the repository, and is plain
 * words where it has no address yet.
 * @param {string} text
 * @param {Way} way
 */
export function relink(text, { source, page, find, repository }) {
  return outsideCode(text, (prose) =>
    prose.replace(LINK, (whole, picture, words, target) => {
      if (/^[a-z]+:/.test(target)) return whole;
      const [file = "", anchor = ""] = target.split("#");
      const document = file === "" ? source : posix.join(posix.dirname(source), file);
      const found = find(document, anchor);
      if (found !== undefined) return `${picture}[${words}](${fromTo(page, found)})`;
      return repository ? `${picture}[${words}](${repository}/blob/main/${document})` : words;
    }),
  );
}

/**
 * @param {string} page
 * @param {string} target a path on the site, with or without an anchor
 */
function fromTo(page, target) {
  const [file = "", anchor] = target.split("#");
  const way = file === page ? "" : posix.relative(posix.dirname(page), file);
  const path = way === "" || way.startsWith(".") ? way : `./${way}`;
  return anchor ? `${path}#${anchor}` : path || "#";
}

/**
 * Links names in code to their pages of the API reference, once a page, but for headings, tables of contents and links.
 * @param {string} text
 * @param {string} page
 * @param {Map<string, string>} names what is exported, and where its page is
 */
export function linkNames(text, page, names) {
  const linked = new Set();
  return text
    .split(/(^```[\s\S]*?^```$)/m)
    .map((part) => {
      if (part.startsWith("```")) return part;
      return part.replace(
        /(^#.*$)|(!?\[(?:[^\][]|\[[^\]]*\])*\]\([^)]*\))|`(\w+)(\([^`\n]*\))?`/gm,
        (whole, heading, link, name) => {
          const target = heading || link ? undefined : names.get(name);
          if (!target || linked.has(name)) return whole;
          linked.add(name);
          return `[${whole}](${fromTo(page, target)})`;
        },
      );
    })
    .join("");
}
