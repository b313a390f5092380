// @ts-check
// `npm run size`: how large an application becomes by what it imports, minified and gzipped, by every bundler; of the
// package in dist/.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";

/** What an application may say, by what the table calls it. */
export const APPLICATIONS = {
  MixwellError: 'import { MixwellError } from "mixwell"; globalThis.used = [MixwellError];',
  mixup: 'import { mixup } from "mixwell"; globalThis.used = [mixup];',
  "createEngine, mixup, Dataset":
    'import { createEngine, mixup, Dataset } from "mixwell"; globalThis.used = [createEngine, mixup, Dataset];',
  "… and randAugment":
    'import { createEngine, mixup, Dataset, randAugment } from "mixwell"; globalThis.used = [createEngine, mixup, Dataset, randAugment];',
  "… and ops.solarize":
    'import { createEngine, mixup, Dataset } from "mixwell"; import * as ops from "mixwell/ops"; globalThis.used = [createEngine, mixup, Dataset, ops.solarize];',
  "import *": 'import * as mixwell from "mixwell"; globalThis.used = Object.values(mixwell);',
};

/**
 * What each makes of an application's file: the text that is loaded at first, with what it imports. What is loaded when
 * it is needed (`import()`) is a file of its own and does not count.
 * @type {Record<string, (entry: string, out: string) => Promise<string>>}
 */
export const BUNDLERS = {
  async esbuild(entry, out) {
    // It does not split unless it is told to, and where it splits, a chunk is not shaken for its entry: the better of
    // the two.
    const [whole, split] = await Promise.all([withEsbuild(entry, out, false), withEsbuild(entry, out, true)]);
    return whole.length < split.length ? whole : split;
  },
  async vite(entry) {
    const { build } = await import("vite");
    const made = await build({
      configFile: false,
      logLevel: "error",
      build: { write: false, rolldownOptions: { input: entry }, modulePreload: false },
    });
    return loadedAtFirst(chunksOf(/** @type {import("vite").Rolldown.RolldownOutput} */ (made)));
  },
  async rollup(entry) {
    const [{ rollup }, { transform }] = await Promise.all([import("rollup"), import("esbuild")]);
    const bundle = await rollup({
      input: entry,
      plugins: [{ name: "package", resolveId: resolveOwn }],
      treeshake: { moduleSideEffects: hasSideEffects },
    });
    const code = loadedAtFirst(chunksOf(await bundle.generate({ format: "es" })));
    return (await transform(code, { minify: true, format: "esm" })).code;
  },
  async webpack(entry, out) {
    const { default: webpack } = await import("webpack");
    await new Promise((done, fail) => {
      webpack(
        { mode: "production", entry, output: { path: out, filename: "webpack.js" }, performance: false },
        (error, stats) => (error || stats?.hasErrors() ? fail(error ?? stats?.toString()) : done(stats)),
      );
    });
    return readFileSync(join(out, "webpack.js"), "utf8");
  },
};

/** Those that take no second for an application: `npm test` asks them, `npm run test:whole` the others. */
export const QUICK = ["esbuild", "vite"];

/** @param {string} entry @param {string} out @param {boolean} splitting */
async function withEsbuild(entry, out, splitting) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outdir: out,
    bundle: true,
    minify: true,
    splitting,
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const textOf = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const files = Object.entries(metafile.outputs).map(([path, { imports, entryPoint }]) => ({
    name: basename(path),
    isEntry: entryPoint?.endsWith(basename(entry)) ?? false,
    imports: imports.filter(({ kind }) => kind === "import-statement").map((one) => basename(one.path)),
    code: textOf.get(basename(path)) ?? "",
  }));
  return loadedAtFirst(files);
}

/** @typedef {{ name: string, isEntry: boolean, imports: string[], code: string }} Chunk */

/** @param {{ output: readonly object[] }} made @returns {Chunk[]} */
const chunksOf = ({ output }) =>
  output
    .filter((file) => "code" in file)
    .map((file) => /** @type {import("rollup").OutputChunk} */ (file))
    .map(({ fileName, isEntry, imports, code }) => ({ name: fileName, isEntry, imports, code }));

/** The text of the entry and of what it imports. @param {Chunk[]} chunks */
function loadedAtFirst(chunks) {
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of wanted) for (const chunk of chunks) if (imports.includes(chunk.name)) wanted.add(chunk);
  return [...wanted].map(({ code }) => code).join("\n");
}

/** Where an entry point lies, for the bundler that does not read package.json. @param {string} id */
const resolveOwn = (id) => (/^mixwell\b/.test(id) ? join(ROOT, `dist/${id.split("/")[1] ?? "index"}.js`) : null);

/** What package.json says, for the bundler that does not read it. @param {string} id */
function hasSideEffects(id) {
  const { sideEffects } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const path = relative(ROOT, id).split(sep).join("/");
  return path.startsWith("..") || sideEffects.includes(`./${path}`);
}

/**
 * Bytes, minified and gzipped, of one application.
 * @param {string} program
 * @param {string} bundler
 */
export async function sizeOf(program, bundler) {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-size-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/mixwell"), "junction");
    const entry = join(folder, "application.js");
    writeFileSync(entry, `${program}\n`);
    const bundle = /** @type {(typeof BUNDLERS)[string]} */ (BUNDLERS[bundler]);
    return gzipSync(await bundle(entry, folder), { level: 9 }).length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    setUpDependencies();
    const bundlers = Object.keys(BUNDLERS);
    const line = (/** @type {string} */ name, /** @type {string[]} */ cells) =>
      console.log(name.padEnd(30), ...cells.map((cell) => cell.padStart(9)));
    line("KB, minified and gzipped", bundlers);
    for (const [name, program] of Object.entries(APPLICATIONS)) {
      const sizes = [];
      for (const bundler of bundlers) sizes.push((await sizeOf(program, bundler)) / 1000);
      line(
        name,
        sizes.map((size) => size.toFixed(1)),
      );
    }
  });
}
