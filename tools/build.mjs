// @ts-check
// `npm run build`: the package as it is published, in dist/: an ES module for every entry point, their types, one file
// for CDNs, the linked plain WGSL of every entry point, and what assistants read.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeForAssistants } from "./llms.mjs";
import { runNode, runTool } from "./run.mjs";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";

await runMain(async () => {
  setUpDependencies();
  rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  const steps = [
    () => runTool("vite", ["build"]),
    () => runTool("tsc", ["--project", "tsconfig.build.json"]),
    () => runNode("tools/shaders.mjs", ["--wgsl", "dist/shaders"]),
    oneFile,
  ];
  for (const step of steps) {
    process.exitCode = await step();
    if (process.exitCode !== 0) return;
  }
  writeForAssistants(join(ROOT, "dist"), (page) => `../${page}`);
});

/**
 * All of it as one module, for a page without a bundler. It has no source map: the sources are in those of the modules.
 */
async function oneFile() {
  const { build } = await import("esbuild");
  const { errors } = await build({
    stdin: { contents: 'import "./all.js"; export * from "./index.js";', resolveDir: join(ROOT, "dist") },
    outfile: join(ROOT, "dist/mixwell.min.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    logLevel: "error",
  });
  return errors.length;
}
