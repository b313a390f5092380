// @ts-check
// The package's entry points, for everything that builds, serves or tests them: "mixwell", "mixwell/ops", "mixwell/all"
// and, for each adapter, "mixwell/<name>".
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The adapters to other libraries, by the name of their subpath. */
export const ADAPTERS = ["tfjs", "jax", "ort", "node"];

/** What runs in a decoding worker. */
const WORKER = "source/decode-worker";

/** Entry points as paths below `src` and `dist`, without an ending. */
export const ENTRIES = ["index", "ops", "all", ...ADAPTERS.map((adapter) => `interop/${adapter}`), WORKER];

/** @param {string} entry */
export const sourceOf = (entry) => fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url));

/** What vite, vitest and the demo resolve our own name to: the sources. The more specific names come first. */
export const aliases = [
  ...ADAPTERS.map((adapter) => ({ find: `mixwell/${adapter}`, replacement: sourceOf(`interop/${adapter}`) })),
  { find: "mixwell/all", replacement: sourceOf("all") },
  { find: "mixwell/ops", replacement: sourceOf("ops") },
  { find: "mixwell/decode-worker", replacement: sourceOf(WORKER) },
  { find: "mixwell", replacement: sourceOf("index") },
];

/** @type {{ peerDependencies: Record<string, string> }} */
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const peers = Object.keys(manifest.peerDependencies);

/**
 * Whether a module belongs to a peer: it is the user's copy that must be used, never one of ours.
 * @param {string} id as in the import
 */
export const isPeer = (id) => peers.some((peer) => id === peer || id.startsWith(`${peer}/`));

/**
 * For a vite server: what it prepares before the first page. Anything it met only later would make it reload the page,
 * in the middle of a test or of a training run. onnxruntime-web is served as it is, so that it finds its wasm beside
 * itself, and `webgpu` and `sharp` are for Node.
 */
export const optimizeDeps = {
  include: [
    "@jax-js/jax",
    "@tensorflow/tfjs-backend-webgpu",
    "@tensorflow/tfjs-core",
    "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops",
    "@tensorflow/tfjs-core/dist/register_all_gradients",
    "@tensorflow/tfjs-layers",
  ],
  exclude: ["onnxruntime-web", "sharp", "webgpu"],
};
