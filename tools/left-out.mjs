// @ts-check
// What `npm test` leaves to `npm run test:whole`, so that it ends in ten minutes on two cores. What Playwright's tests
// leave out has the tag `@whole`.
import { readdirSync } from "node:fs";

/**
 * Chromium's share of the sweeps over kernels (test/gpu/divided.ts): the compiler and the driver are those of Dawn on
 * Node, which has the larger share, and the browser takes longest of all to compile.
 */
const SWEEPS = [
  ...["kernels", "large-batches", "mixers", "ops-stencil", "own-sizes", "stream-shards"],
  ...["targets/maps", "targets/soft"],
].map((name) => `test/gpu/${name}.test.ts`);

/**
 * In neither environment. Every op once more, on pictures without an inside and in the pass that mixes, with a kernel
 * of its own. Colours and warps, which are in the oracles and the fuzz, and in `.ci/run` on other compilers and
 * drivers. Random policies, which are in the fuzz. Ops of one's own beside all others, which is one large kernel. Own
 * sizes from files, which are own sizes.
 */
const NEITHER = [
  ...["last-segments", "ops-color", "ops-degenerate", "ops-policies", "ops-warp"],
  ...["own-ops-use", "own-sizes-files"],
].map((name) => `test/gpu/${name}.test.ts`);

/** What asks nothing of a browser: programs of the documentation, real files, and what compiles most. */
const SAME_ON_DAWN = [
  ...["own-ops", "real-data", "recipes-more", "stacked-labels", "stream-own-sizes", "traps", "value-range"],
  ...["targets/images", "targets/streams"],
].map((name) => `test/gpu/${name}.test.ts`);

/**
 * Files that are left out, by project of vitest.
 * @type {Record<string, string[]>}
 */
export const LEFT_OUT = {
  // The oracles have Pillow's and torchvision's cases on the reference, too.
  unit: ["exported-types", "ops/oracles", "traps/magnitudes"].map((name) => `test/unit/${name}.test.ts`),
  "gpu-browser": [...NEITHER, ...SWEEPS, ...SAME_ON_DAWN],
  // The pictures of these streams are decoded in a browser alone.
  "gpu-node": [...NEITHER, "test/gpu/docs-streams.test.ts"],
  interop: ["tfjs-training", "training-session", "training-trainers"].map((name) => `test/interop/${name}.test.ts`),
  cli: ["test/cli/killed.test.ts"],
  // Dawn on Node has all oracles of the GPU.
  "oracles-browser": readdirSync(new URL("../test/oracles", import.meta.url))
    .filter((name) => name.endsWith(".oracle.ts"))
    .map((name) => `test/oracles/${name}`),
  package: ["size", "size-elsewhere"].map((name) => `test/package/${name}.test.ts`),
};

/**
 * Files that take fewer cases in `npm test`, in any suite that has them: those that ask for `sweeps` (test/files.ts),
 * and the sweeps over kernels, of which Dawn has two cases of five.
 */
export const SHORTENED = [
  ...["frames/images", "ops-policies", "own-sizes-files", "sources", "stream-shards", "targets/maps"],
  ...["kernels", "large-batches", "mix", "mixers", "ops-color", "ops-stencil", "ops-warp", "own-ops", "own-ops-use"],
  ...["own-sizes", "targets/soft", "warm"],
]
  .map((name) => `test/gpu/${name}.test.ts`)
  .concat("test/unit/ops/properties.test.ts");

/**
 * The files of a suite that `npm run test:whole` runs: those that are left out, and the shortened ones.
 * @param {string} suite as in tools/test.mjs: a project, or what two of its projects have in common
 * @returns {string[]}
 */
export const wholeFilesOf = (suite) => {
  const projects = Object.keys(LEFT_OUT).filter((project) => project === suite || project.startsWith(`${suite}-`));
  const folder = suite.replace(/-(browser|node)$/, "");
  const shortened = SHORTENED.filter((file) => file.startsWith(`test/${folder}/`));
  return [...new Set([...projects.flatMap((project) => LEFT_OUT[project] ?? []), ...shortened])];
};
