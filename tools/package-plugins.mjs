// @ts-check
// What the build changes on the way from src/ to dist/: nothing that a program does, only what applications download.
import { relative, sep } from "node:path";
import { ROOT } from "./setup.mjs";
import { minified } from "./shaders/minify.mjs";

const pathOf = (/** @type {string} */ id) => relative(ROOT, id).split(sep).join("/");

/**
 * WGSL without the space and the names that people read by. `dist/shaders/` has whole kernels for them.
 * @returns {import("vite").Plugin}
 */
export function shortWgsl() {
  return {
    name: "mixwell-short-wgsl",
    enforce: "pre",
    transform(code, id) {
      if (pathOf(id) !== "src/generated/wgsl.ts") return null;
      return { code: code.replace(/`([^`]*)`/g, (_, text) => `\`${minified(text)}\``), map: { mappings: "" } };
    },
  };
}

/** Where descriptions stand that only the documentation shows. */
const DESCRIBED = /^src\/(?:ops|tables)\//;

/**
 * Ops, arguments and tables without their `about`: docs/ops.md and docs/policies.md are made of it.
 * @returns {import("vite").Plugin}
 */
export function withoutDescriptions() {
  return {
    name: "mixwell-without-descriptions",
    enforce: "post",
    transform(code, id) {
      if (!DESCRIBED.test(pathOf(id)) || !code.includes("about")) return null;
      let short = code;
      // White space of the same length, so that every other place stays what source maps say. The bundler prints anew.
      for (const { start, end } of described(this.parse(code))) {
        const until = end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0);
        short = short.slice(0, start) + code.slice(start, until).replace(/\S/g, " ") + short.slice(until);
      }
      return { code: short, map: null };
    },
  };
}

/** The properties `about` of objects. @param {unknown} node @returns {{ start: number, end: number }[]} */
function described(node) {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(described);
  const { type, key } = /** @type {{ type?: string, key?: { name?: string } }} */ (node);
  if (type === "Property" && key?.name === "about") return [/** @type {{ start: number, end: number }} */ (node)];
  return Object.values(node).flatMap(described);
}

/**
 * Ops as the plain objects that they are, without the function that gives them their types: through a function of so
 * many arguments rollup loses sight of what is pure, and keeps the shaders of ops that nobody imports.
 * @returns {import("vite").Plugin}
 */
export function plainOps() {
  return {
    name: "mixwell-plain-ops",
    enforce: "post",
    transform(code, id) {
      if (!pathOf(id).startsWith("src/ops/") || !code.includes("defineOp(")) return null;
      return {
        code: code.replace(/= (?:\/\* @__PURE__ \*\/ )?defineOp\(/g, (call) => `= (`.padEnd(call.length)),
        map: null,
      };
    },
  };
}

/** The bundler's object of all that a module exports, and where another module takes it. */
const NAMESPACE = /^var (\w+_exports) = \/\* @__PURE__ \*\/ __exportAll\(\{[\s\S]*?^\}\);$/m;
const TAKEN = /^import \{ (\w+_exports) \} from/gm;

/**
 * `export * as ops` as a namespace of the language again: of the object that the bundler makes of it, every application
 * would keep all that is in it.
 * @returns {import("vite").Plugin}
 */
export function realNamespaces() {
  return {
    name: "mixwell-real-namespaces",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk") chunk.code = withRealNamespaces(chunk.code);
    },
  };
}

/** @param {string} code */
export function withRealNamespaces(code) {
  const taken = code.replace(TAKEN, "import * as $1 from");
  const [object, name] = NAMESPACE.exec(taken) ?? ["", ""];
  if (!name) return taken;
  // As many lines as before, for the source map.
  return taken
    .replace(object, object.replace(/[^\n]/g, ""))
    .replace(/^import \{ __exportAll \} from .*;$/m, "")
    .replace(new RegExp(`(^export \\{.*?)\\b${name}(?:, )?`, "m"), "$1");
}
