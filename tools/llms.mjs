// @ts-check
// llms.txt and ASSISTANTS.md of the package and of the site, for assistants that write code with Mixwell. Both are made
// of the documents when the package is built: titles, openings, code that is tested, and the names that are exported.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { blocksIn, PAGES } from "./docs-blocks.mjs";
import { ROOT } from "./setup.mjs";
import { wrapMarkdown } from "./wrap-markdown.mjs";

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** The first paragraph below the title, on one line. @param {string} text */
const openingOf = (text) => (text.replace(/^<!--.*?-->\s*/s, "").split(/\n{2,}/)[1] ?? "").replaceAll("\n", " ");

/** @param {string} text */
const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? "";

/** What a page is for: "This page answers how …" is "how …". @param {string} text */
const purposeOf = (text) => openingOf(text).replace(/^This page (?:answers|says|lists|shows) /, "");

/**
 * A line for each page of a folder of the documents.
 * @param {string} folder
 * @param {(page: string) => string} link
 */
const pagesOf = (folder, link) =>
  PAGES.filter(
    (page) => page.startsWith(folder) && !page.slice(folder.length).includes("/") && !page.endsWith("README.md"),
  )
    .map((page) => `- [${titleOf(read(page))}](${link(page)}): ${purposeOf(read(page))}`)
    .join("\n");

/** As https://llmstxt.org has it, a link a line: a title, what it is, and lists of links. */
function llmsTxt(/** @type {(page: string) => string} */ link) {
  const [, what, whom] = read("README.md").split(/\n{2,}/);
  return `# Mixwell

> ${/** @type {string} */ (what).replaceAll("\n", " ")}

${/** @type {string} */ (whom).replaceAll("\n", " ")}

Rules that code for Mixwell keeps to are in [ASSISTANTS.md](ASSISTANTS.md).

## Start

- [README](${link("README.md")}): ten lines that do everything, and what there is

## Recipes

${pagesOf("docs/recipes/", link)}

## Guides

${pagesOf("docs/", link)}

## Policies in numbers

${pagesOf("docs/magnitudes/", link)}

## Optional

- [Changelog](${link("CHANGELOG.md")}): what changed
`;
}

/** What the entry points export, as test/package holds it to the package. */
function exportsOf() {
  return readdirSync(join(ROOT, "test/package"))
    .filter((name) => /^exports.*\.txt$/.test(name))
    .sort()
    .map((name) => {
      const entry = name === "exports.txt" ? "mixwell" : `mixwell/${name.slice("exports-".length, -".txt".length)}`;
      const names = read(`test/package/${name}`).split("\n").filter(Boolean);
      return `- \`${entry}\`: ${names.map((one) => `\`${one}\``).join(", ")}`;
    })
    .join("\n");
}

/** The sentences of a page's section that begin its list entries. @param {string} page @param {string} heading */
function section(page, heading) {
  const found = new RegExp(`^## ${heading}\\n+([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(read(page))?.[1];
  if (found === undefined) throw new Error(`${page}: no section ${heading}`);
  return found.trim();
}

function assistantsMd() {
  const [ten, tensorflow] = blocksIn("README.md", read("README.md")).map(({ code }) => code);
  const recipe = blocksIn("docs/presets.md", read("docs/presets.md")).find(({ name }) =>
    name.endsWith("timms-command-line"),
  );
  return wrapMarkdown(`# Mixwell, for assistants

This page says what to know before you write code with the package \`mixwell\`.

## Rules

- Mixwell makes no device. The caller gives a \`GPUDevice\`; \`createNodeDevice\` of \`mixwell/node\` makes
  one in Node.
- \`createEngine\` is awaited; \`engine.run\` and \`engine.epoch\` are not. A stream's epoch is iterated by
  \`for await\`.
- \`batch.images\` and \`batch.labels\` are \`GPUBuffer\`s. Nothing is read back unless \`engine.read\` is
  called. Training needs no copy.
- Levels in arguments are 0 to 255, whatever the pictures' format. \`output.normalize\` is in units of
  \`valueRange\`, which is 0 to 1 by default.
- Any number of an op may be drawn: \`[low, high]\`, \`{ normal: [mean, std] }\`, \`{ choice: […] }\`.
- Draws depend on seed, epoch and sample id. To resume an epoch give \`start\`, to divide it \`shard\`.
- Import from \`mixwell\`, \`mixwell/tfjs\`, \`mixwell/jax\`, \`mixwell/ort\` and \`mixwell/node\` alone. A
  program that reads policies or plans from JSON imports \`mixwell/all\` once.
- An unknown option is an error that names the one that was probably meant. Do not guess: the
  arguments of every op stand in \`docs/ops.md\`.

## Ten lines

\`\`\`ts
${ten}\`\`\`

## TensorFlow.js

\`\`\`ts
${tensorflow}\`\`\`

## A command line of timm

\`\`\`ts
${recipe?.code}\`\`\`

## What is exported

${exportsOf()}

## Errors

${section("docs/errors-and-limits.md", "Errors").split("\n\n")[0]}

## Where more is

[llms.txt](llms.txt) lists every page, with what it answers.
`);
}

/**
 * Both files.
 * @param {(page: string) => string} link where a document is, seen from them
 */
export const filesForAssistants = (link) => ({ "llms.txt": llmsTxt(link), "ASSISTANTS.md": assistantsMd() });

/**
 * Writes both to a folder.
 * @param {string} folder
 * @param {(page: string) => string} link
 */
export function writeForAssistants(folder, link) {
  for (const [name, text] of Object.entries(filesForAssistants(link))) writeFileSync(join(folder, name), text);
}
