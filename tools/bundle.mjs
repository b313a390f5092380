// @ts-check
// One file for Node of a script and all it imports, but for Dawn and sharp: those are the packages "webgpu" and "sharp"
// where the file runs.
import { basename, dirname } from "node:path";
import { aliases } from "./entries.mjs";
import { ROOT } from "./setup.mjs";

/**
 * @param {string} entry relative to the project's folder
 * @param {string} file where to write it; its folder is made
 * @param {(string | RegExp)[]} external packages that stay imports
 */
export async function bundleForNode(entry, file, external = ["sharp", "webgpu"]) {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    resolve: { alias: aliases },
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: "node20",
      outDir: dirname(file),
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        external,
        output: { entryFileNames: basename(file), codeSplitting: false },
      },
    },
  });
}
