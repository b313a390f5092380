// @ts-check
// Follows every link of the built site to its page and its heading.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/**
 * @param {string} folder the built site
 * @param {string} base where it will be served
 * @returns {{ dead: string[], links: number }} a line for each link that leads nowhere
 */
export function deadLinks(folder, base) {
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"));
  const texts = new Map(pages.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const ids = new Map(
    [...texts].map(([path, html]) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  /** @type {string[]} */
  const dead = [];
  let links = 0;
  for (const [page, html] of texts) {
    const targets = [...html.matchAll(/<a [^>]*href="([^"]*)"|<img [^>]*src="([^"]*)"/g)].map(
      ([, href, src]) => href ?? src ?? "",
    );
    for (const target of new Set(targets)) {
      if (/^(?:[a-z]+:|\/\/)/.test(target)) continue;
      links++;
      const [written = "", anchor] = target.split("#");
      const path = written === "" ? "" : posix.normalize(written);
      // The demo is served above the site, by others.
      if (path.startsWith("/") ? !path.startsWith(base) : isAbove(path, page)) continue;
      const found = pageAt(path === "" ? page : locate(path, page, base), texts, folder);
      const isThere =
        found !== undefined && (!anchor || !ids.has(found) || ids.get(found)?.has(decodeURIComponent(anchor)));
      if (!isThere) dead.push(`${page}: ${target}`);
    }
  }
  return { dead, links };
}

/** @param {string} path @param {string} page */
const isAbove = (path, page) => posix.join(posix.dirname(page), path).startsWith("../");

/** @param {string} path @param {string} page @param {string} base */
const locate = (path, page, base) =>
  path.startsWith("/") ? path.slice(base.length) : posix.join(posix.dirname(page), path);

/**
 * The rules of every server of files: a folder is its index. An ending is not guessed, as only some servers do.
 * @param {string} path
 * @param {Map<string, string>} texts
 * @param {string} folder
 */
function pageAt(path, texts, folder) {
  const candidates = [path, posix.join(path, "index.html")];
  return candidates.find(
    (name) => texts.has(name) || (name !== "" && /\.\w+$/.test(name) && existsSync(join(folder, name))),
  );
}
