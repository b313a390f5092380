// @ts-check
// Which documents are pages of the site, at which address and in which part of it. Their text is theirs alone: nothing
// is written twice.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { ROOT } from "../../tools/setup.mjs";

/**
 * @typedef {object} SitePage
 * @property {string} source the document, as a path in the project
 * @property {string} path where it is on the site: "policies.md"
 * @property {string} title what links to it say
 */

/** @typedef {{ text: string, pages: SitePage[] }} Part */

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** Documents that are pages under another name than their own. */
const NAMED = /** @type {const} */ ({
  "README.md": ["overview.md", "What there is"],
  "docs/README.md": ["contents.md", "All pages"],
  "docs/recipes/README.md": ["recipes/index.md", "All recipes"],
  "docs/migrate/README.md": ["migrate/index.md", "Coming from elsewhere"],
  "docs/magnitudes/README.md": ["magnitudes/index.md", "All tables"],
  "docs/ops.md": ["ops/index.md", "Gallery of ops"],
  "ARCHITECTURE.md": ["architecture.md", "Architecture"],
  "DECISIONS.md": ["decisions.md", "Decisions"],
  "CONTRIBUTING.md": ["contributing.md", "Contributing"],
  "CHANGELOG.md": ["changelog.md", "Changelog"],
  "examples/README.md": ["examples.md", "Examples"],
});

/** The guides' parts, by their names in docs/. What is in none of them is among the further guides. */
const GUIDES = {
  "Pictures and labels": ["policies", "ops", "own-ops", "mixers-and-labels", "targets", "presets", "migrate"],
  "Data in": ["datasets", "streams", "live-frames"],
  "Training and looking": ["your-own-loop", "other-libraries", "looking", "plans"],
  "Good to know": ["errors-and-limits", "browsers", "speed", "kernels-alone", "experiments", "photographs"],
};

/** The first heading of a document, without code marks. */
const titleOf = (/** @type {string} */ text) => /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? "";

/**
 * @param {string} source
 * @returns {SitePage}
 */
function pageOf(source) {
  const [path, title] = /** @type {Record<string, readonly [string, string]>} */ (NAMED)[source] ?? [];
  return {
    source,
    path: path ?? source.replace(/^docs\//, ""),
    title: title ?? titleOf(read(source)),
  };
}

/** @param {string} folder */
const documentsIn = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith(".md"))
        .map((name) => posix.join(folder, name))
    : [];

/** The links of an index, in its order; then what it does not name. */
function inOrderOf(/** @type {string} */ index, /** @type {string[]} */ documents) {
  if (!documents.includes(index)) return documents.sort();
  const linked = [...read(index).matchAll(/\]\(([^)#\s]+\.md)\)/g)].map(([, target]) =>
    posix.join(posix.dirname(index), /** @type {string} */ (target)),
  );
  const named = [index, ...linked.filter((document) => documents.includes(document))];
  return [...new Set([...named, ...documents.sort()])];
}

/** Every part of the site that is made of documents, in the order in which one reads it. */
export function contents() {
  const guides = inOrderOf("docs/README.md", documentsIn("docs"));
  const taken = [
    "docs/README.md",
    "docs/start.md",
    ...Object.values(GUIDES).flatMap((names) => names.map((name) => `docs/${name}.md`)),
  ];
  /** @type {[string, string[]][]} */
  const parts = [
    ["Start", ["docs/start.md", "README.md", "docs/README.md"]],
    ["Recipes", inOrderOf("docs/recipes/README.md", documentsIn("docs/recipes"))],
    ["Coming from elsewhere", inOrderOf("docs/migrate/README.md", documentsIn("docs/migrate"))],
    ...Object.entries(GUIDES).map(
      ([text, names]) => /** @type {[string, string[]]} */ ([text, names.map((name) => `docs/${name}.md`)]),
    ),
    ["Policies in numbers", inOrderOf("docs/magnitudes/README.md", documentsIn("docs/magnitudes"))],
    ["Further guides", guides.filter((document) => !taken.includes(document))],
    ["The project", ["examples/README.md", "ARCHITECTURE.md", "DECISIONS.md", "CONTRIBUTING.md", "CHANGELOG.md"]],
  ];
  return parts
    .map(([text, sources]) => ({ text, pages: sources.filter((source) => existsSync(join(ROOT, source))).map(pageOf) }))
    .filter(({ pages }) => pages.length > 0);
}
