/**
 * Links shaders/*.wgsl, reflects what came out, and writes src/generated/.
 *
 *     node tools/shaders.mjs                  write what changed
 *     node tools/shaders.mjs --check          write nothing; exit 1 and name the files that are stale
 * node tools/shaders.mjs --wgsl FOLDER    the linked texts as FOLDER/<name>.wgsl, for people who want the kernels alone
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PIPELINES } from "./shaders/both.mjs";
import { emitConstructors, opFiles, opNamesOf } from "./shaders/constructors.mjs";
import { listOps, withDispatch, wordStructs } from "./shaders/dispatch.mjs";
import { emitKernelFiles } from "./shaders/emit.mjs";
import { emitConstants, emitLayouts } from "./shaders/layouts.mjs";
import { libraryOf } from "./shaders/library.mjs";
import { linkShader, readPermutations, readSources, ShaderError } from "./shaders/link.mjs";
import { reflectShader } from "./shaders/reflect.mjs";
import { emitWords } from "./shaders/words.mjs";

export { ShaderError };

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Every permutation's linked text with all ops, `{ name, entry, pipeline, wgsl }`, in the order of
 * `shaders/permutations.json`.
 */
export async function linkAll(folder = join(root, "shaders")) {
  const sources = withDispatch(readSources(folder));
  const linked = [];
  for (const permutation of readPermutations(folder, sources)) {
    const { name, entry, conditions = {} } = permutation;
    const pipeline = Object.keys(PIPELINES).find((pipeline) => conditions[`${pipeline}_pipeline`]);
    linked.push({ name, entry, pipeline, wgsl: await linkShader(sources, permutation) });
  }
  return linked;
}

/** The generated files, `{ path: text }`, paths from the repository's root. */
export async function generate(folder = join(root, "shaders")) {
  const linked = await linkAll(folder);
  const reflected = linked.map(({ name, wgsl }) => ({ name, ...reflectShader(name, wgsl) }));
  const sources = readSources(folder);
  const ops = listOps(sources);
  const structs = wordStructs(sources, ops);
  const files = opFiles(join(root, "src/ops"));
  const library = { entries: await libraryOf(withDispatch(sources)), opNames: opNamesOf(files) };
  return {
    ...emitKernelFiles(linked, reflected, ops, structs, library),
    "src/generated/layouts.ts": emitLayouts(reflected),
    "src/generated/constants.ts": emitConstants(sources),
    "src/generated/op-words.ts": emitWords(structs, ops),
    "src/stages/ops.ts": emitConstructors(files),
  };
}

/** Which generated files differ from what stands under `root`. */
export function staleFiles(files) {
  return Object.keys(files).filter(
    (path) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== files[path],
  );
}

/** Generates and writes what changed; returns the paths written. */
export async function writeGenerated() {
  const files = await generate();
  const stale = staleFiles(files);
  for (const path of stale) writeFile(join(root, path), files[path]);
  return stale;
}

async function main([option, folder]) {
  if (option === undefined) {
    const written = await writeGenerated();
    console.log(written.length > 0 ? `wrote ${written.join(", ")}` : "src/generated is up to date");
  } else if (option === "--check") {
    const stale = staleFiles(await generate());
    if (stale.length > 0) throw new ShaderError(`stale: ${stale.join(", ")} (run \`npm run shaders\`)`);
  } else if (option === "--wgsl" && folder) {
    for (const { name, wgsl } of await linkAll()) writeFile(join(folder, `${name}.wgsl`), wgsl);
  } else {
    throw new ShaderError("usage: node tools/shaders.mjs [--check | --wgsl FOLDER]");
  }
}

function writeFile(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof ShaderError ? error.message : error);
    process.exitCode = 1;
  });
}
