// @ts-check
// The API reference: TypeDoc reads the sources' docstrings and writes a page for every exported name.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Application } from "typedoc";
import { ENTRIES, sourceOf } from "../../tools/entries.mjs";
import { ROOT } from "../../tools/setup.mjs";

/** @typedef {{ entry: string, kind: string, name: string, path: string }} ApiPage */

/** The entry points that export something, by what users import. */
const entryOf = (/** @type {string} */ source) =>
  source === "index" ? "mixwell" : `mixwell/${source.replace("interop/", "")}`;

/** What the pages are made of: a reading takes most of a minute, so it is kept until one of these changes. */
function stampOf() {
  const hash = createHash("sha256");
  for (const folder of ["src", "site/build"]) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    for (const file of files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort())
      hash.update(`${relative(ROOT, file)}\n`).update(readFileSync(file));
  }
  return hash.update(readFileSync(join(ROOT, "site/package.json"))).digest("hex");
}

/**
 * Writes the pages to a folder.
 * @param {string} to
 * @returns {Promise<ApiPage[]>}
 */
export async function writeApi(to) {
  const kept = join(ROOT, ".cache/site-api");
  const stamp = stampOf();
  const stampFile = join(kept, "stamp");
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, "pages.json"), JSON.stringify(await generate(join(kept, "pages"))));
    writeFileSync(stampFile, stamp);
  }
  cpSync(join(kept, "pages"), to, { recursive: true });
  return JSON.parse(readFileSync(join(kept, "pages.json"), "utf8"));
}

/** How TypeDoc reads the entry points. The compiler has checked the sources already. */
const READING = {
  entryPoints: ENTRIES.filter((entry) => entry === "index" || entry.startsWith("interop/")).map(sourceOf),
  tsconfig: join(ROOT, "site/tsconfig.json"),
  readme: "none",
  name: "API",
  skipErrorChecking: true,
  excludeInternal: true,
  disableSources: true,
};

/** @param {Application} app */
async function convert(app) {
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the sources.");
  return project;
}

/**
 * The names that public signatures mention and no entry point exports: a user can look them up nowhere.
 * @returns {Promise<{ name: string, file: string, by: string }[]>} the file as a path below src
 */
export async function unexported() {
  const validation = { notExported: true, invalidLink: false, notDocumented: false };
  const app = await Application.bootstrap({ ...READING, validation, logLevel: "Warn" });
  const project = await convert(app);
  /** @type {string[]} */
  const lines = [];
  app.logger.warn = (message) => void lines.push(String(message));
  app.validate(project);
  return lines.map((line) => {
    const [, name, file, by] = /^(\S+), defined in \S*?\bsrc\/(\S+), is referenced by (\S+) /.exec(line) ?? [];
    if (!name || !file || !by) throw new Error(`TypeDoc says: ${line}`);
    return { name, file, by };
  });
}

/**
 * @param {string} out
 * @returns {Promise<ApiPage[]>}
 */
async function generate(out) {
  const navigation = join(out, "navigation.json");
  const app = await Application.bootstrapWithPlugins({
    ...READING,
    plugin: ["typedoc-plugin-markdown"],
    out,
    validation: { notExported: false, invalidLink: false, notDocumented: false },
    logLevel: "Error",
    // The plugin's own options.
    .../** @type {object} */ ({
      entryFileName: "index",
      hideBreadcrumbs: true,
      hidePageHeader: true,
      useCodeBlocks: true,
      expandParameters: true,
      indexFormat: "table",
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      classPropertiesFormat: "table",
      typeAliasPropertiesFormat: "table",
      typeDeclarationFormat: "table",
      tableColumnSettings: { hideSources: true, hideModifiers: true },
      navigationJson: navigation,
    }),
  });
  const project = await convert(app);
  for (const module of project.children ?? []) module.name = entryOf(module.name);
  await app.generateOutputs(project);
  return pagesIn(JSON.parse(readFileSync(navigation, "utf8")));
}

/** @typedef {{ title: string, path?: string, children?: Entry[] }} Entry */

/**
 * TypeDoc's own table of contents: entry points, kinds of things, and these.
 * @param {Entry[]} modules
 * @returns {ApiPage[]}
 */
const pagesIn = (modules) =>
  modules.flatMap(({ title: entry, children: kinds = [] }) =>
    kinds.flatMap(({ title: kind, children = [] }) =>
      children.flatMap(({ title: name, path }) => (path ? [{ entry, kind, name, path: `api/${path}` }] : [])),
    ),
  );
