/**
 * WESL sources in, plain WGSL out: one text for each line of `shaders/permutations.json`.
 *
 * The linker resolves `import` and `@if`, drops what is not used and keeps comments. Around it stand the checks it
 * does not make (a condition nobody sets is silently false) and a tidying of its blank lines.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { link, withLoggerAsync } from "wesl/core";

/** A mistake in the shaders or in `permutations.json`: the message is all a person needs, without a stack. */
export class ShaderError extends Error {
  name = "ShaderError";
}

/** @typedef {{ name: string, entry: string, conditions?: Record<string, boolean>, constants?: Record<string, string | number> }} Permutation */
/** @typedef {Record<string, string>} Sources  WGSL with WESL's imports, by path below `shaders/`: `lib/threefry.wgsl`. */

/** Every `.wgsl` file below a folder. @returns {Sources} */
export function readSources(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".wgsl"))
    .sort();
  return Object.fromEntries(
    files.map((path) => [path, readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n")]),
  );
}

/** `shaders/permutations.json`, checked against the sources. @returns {Permutation[]} */
export function readPermutations(folder, sources) {
  let permutations;
  try {
    permutations = JSON.parse(readFileSync(join(folder, "permutations.json"), "utf8"));
  } catch (error) {
    throw new ShaderError(`permutations.json: ${error.message}`);
  }
  checkPermutations(permutations, sources);
  return permutations;
}

/**
 * Throws when a name is taken twice, an entry file is missing, or a condition is spelled differently on the two sides.
 * @param {Permutation[]} permutations
 * @param {Sources} sources
 */
export function checkPermutations(permutations, sources) {
  const names = new Set();
  const set = new Set();
  const tested = new Set(Object.values(sources).flatMap(conditionsTested));
  for (const { name, entry, conditions = {} } of permutations) {
    const where = `permutations.json, ${name}`;
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new ShaderError(`${where}: expected a snake_case name`);
    if (names.has(name)) throw new ShaderError(`${where}: the name appears twice`);
    if (!(entry in sources))
      throw new ShaderError(`${where}: expected entry to be a file of shaders/, found ${JSON.stringify(entry)}`);
    for (const [condition, value] of Object.entries(conditions)) {
      if (typeof value !== "boolean")
        throw new ShaderError(`${where}: expected ${condition} to be true or false, found ${value}`);
      if (!tested.has(condition)) throw new ShaderError(`${where}: no @if in shaders/ tests ${condition}`);
      set.add(condition);
    }
    names.add(name);
  }
  for (const condition of tested) {
    if (!set.has(condition))
      throw new ShaderError(`@if(… ${condition} …): no line of permutations.json sets ${condition}`);
  }
}

/** The names in a source's `@if(…)` and `@elif(…)`. */
function conditionsTested(source) {
  return [...withoutComments(source).matchAll(/@(?:el)?if\s*\(([^)]*)\)/g)]
    .flatMap(([, expression]) => expression.match(/[A-Za-z_]\w*/g) ?? [])
    .filter((word) => word !== "true" && word !== "false");
}

const withoutComments = (source) => source.replace(/\/\/.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");

/**
 * One permutation's plain WGSL.
 * @param {Sources} sources
 * @param {Permutation} permutation
 */
export async function linkShader(sources, { name, entry, conditions = {}, constants }) {
  const modules = Object.entries(sources).map(([path, source]) => [path, withoutHeader(source)]);
  const said = [];
  let linked;
  try {
    linked = await withLoggerAsync(
      (...words) => said.push(words.join(" ")),
      () =>
        link({
          weslSrc: Object.fromEntries(modules),
          rootModuleName: entry.replace(/\.wgsl$/, ""),
          conditions,
          constants,
          sourceMap: false,
        }),
    );
  } catch (error) {
    throw new ShaderError(`${name}: ${asOurFiles(said.length > 0 ? said.join("\n") : error.message)}`);
  }
  const text = tidy(linked.dest);
  const leftover = withoutComments(text).match(/^\s*import\b.*|@(?:el)?if\b.*|@else\b.*/m);
  if (leftover) throw new ShaderError(`${name}: the linked text is not plain WGSL: ${leftover[0].trim()}`);
  return [`// ${provenance(name, entry, conditions)}`, header(sources[entry]).trimEnd(), text]
    .filter(Boolean)
    .join("\n\n");
}

/** The first line of a linked text: where it comes from. */
function provenance(name, entry, conditions) {
  const held = Object.keys(conditions).filter((condition) => conditions[condition]);
  return `${name}: linked from shaders/${entry}${held.length > 0 ? ` with ${held.join(", ")}` : ""}.`;
}

/**
 * The comment a file opens with. The linker would give it to the declaration after it, or lose it where that is an
 * import, so it is taken out; that of the entry file opens the linked text.
 */
const header = (source) => source.match(/^(?:[ \t]*\/\/.*\n)+(?=\s*\n)/)?.[0] ?? "";

/** Blank lines stand in for the comment, so that errors keep their line. */
const withoutHeader = (source) =>
  "\n".repeat(header(source).split("\n").length - 1) + source.slice(header(source).length);

/** The linker calls every module `./x.wesl`. */
const asOurFiles = (message) => message.replace(/\.\/([\w/]+)\.wesl\b/g, "shaders/$1.wgsl");

/**
 * One blank line between declarations, none between neighbouring one-liners of a kind, and no comment inside a
 * signature.
 * @param {string} wgsl
 */
export function tidy(wgsl) {
  const blocks = wgsl
    // `@if(a) /// doc` + `fn f()` comes out as `fn /// doc` + `f()`.
    .replace(
      /^((?:@\S+ )*)fn ((?:\/\/.*\n\s*)+)/gm,
      (_, attributes, comments) => `${comments.trim()}\n${attributes}fn `,
    )
    .replace(/^((?:@\S+ )*@workgroup_size\([^)]*\)) fn /gm, "$1\nfn ")
    .replace(/[ \t]+$/gm, "")
    .trim()
    .split(/\n{2,}(?=\S)/);
  return `${blocks.reduce((text, block, i) => text + (oneKind(blocks[i - 1], block) ? "\n" : "\n\n") + block)}\n`;
}

const oneKind = (a, b) => oneLiner(a) !== undefined && oneLiner(a) === oneLiner(b);

/** What a declaration of one line without a comment above it is: `const`, `override`, `alias` or `@group`. */
const oneLiner = (text) => text.match(/^(const|override|alias|@group)\b.*;(?:\s*\/\/.*)?$/)?.[1];
