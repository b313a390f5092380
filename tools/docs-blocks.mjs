// @ts-check
// The blocks of code in README.md and docs/, for the tests that compile and run them: test/unit/docs-code.test.ts says
// which do what.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The pages for users, as paths in the project. */
export const PAGES = [
  "README.md",
  ...["docs", "docs/recipes", "docs/magnitudes"].flatMap((folder) =>
    readdirSync(root + folder)
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => `${folder}/${name}`),
  ),
];

/**
 * A block's name is its page and the heading above it, as in a link; `-2` and so on where a heading has several.
 * @typedef {{ name: string; code: string }} Block
 */

/** @returns {Block[]} */
export function readBlocks() {
  return PAGES.flatMap((page) => blocksIn(page, readFileSync(root + page, "utf8")));
}

/**
 * @param {string} page
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksIn(page, text) {
  /** @type {Block[]} */
  const blocks = [];
  let anchor = "";
  let number = 0;
  for (const [, heading, code] of text.matchAll(/^#+ (.+)$|^```ts\n([\s\S]*?)^```$/gm)) {
    if (code === undefined) {
      anchor = anchorOf(/** @type {string} */ (heading));
      number = 0;
    } else {
      number++;
      blocks.push({ name: `${page}#${anchor}${number > 1 ? `-${number}` : ""}`, code });
    }
  }
  return blocks;
}

/**
 * What a link to a heading ends in, as GitHub makes it.
 * @param {string} heading
 */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

/** Imports, lines with `declare`, and the rest of a block. */
const IMPORTS = /^import [^;]*;\n/gm;
const DECLARED = /^declare (?:const|function) (\w+)\b.*\n/gm;

/**
 * A block as a module that exports one function: it takes what the block declares, runs the block, and returns what the
 * block defines.
 * @param {string} code
 */
export function runnable(code) {
  const imports = code.match(IMPORTS) ?? [];
  const declared = [...code.matchAll(DECLARED)].map(([, name]) => name);
  const body = code.replace(IMPORTS, "").replace(DECLARED, "");
  const defined = [...body.matchAll(/^(?:const|let) (?:(\w+)|\{ ([^}]*) \})/gm)].map(
    ([, name, names]) => name ?? names,
  );
  return `${imports.join("")}export default async ({ ${declared.join(", ")} }) => {\n${body}return { ${defined.join(", ")} };\n};\n`;
}

const ALL = "virtual:docs-blocks";
const ONE = "virtual:docs-block/";

/**
 * A vite plugin: `virtual:docs-blocks` has every block by its name, as a function that loads what `runnable` makes of
 * it.
 * @returns {import("vite").Plugin}
 */
export function docsBlocks() {
  return {
    name: "mixwell:docs-blocks",
    resolveId: (id) => (id === ALL || id.startsWith(ONE) ? `\0${id}` : undefined),
    async load(id) {
      const blocks = id.startsWith("\0virtual:docs-block") ? readBlocks() : [];
      if (id === `\0${ALL}`) {
        const entries = blocks.map(({ name }, i) => `${JSON.stringify(name)}: () => import("${ONE}${i}"),\n`);
        return `export default {\n${entries.join("")}};\n`;
      }
      const block = id.startsWith(`\0${ONE}`) ? blocks[Number(id.slice(ONE.length + 1))] : undefined;
      return block && (await transformWithOxc(runnable(block.code), `${block.name}.ts`)).code;
    },
  };
}
