// @ts-check
// `npm run build`: the package as it is published, in dist/: an ES module for every entry point, their types, and the
// linked plain WGSL of every entry point, and what assistants read.
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
  ];
  for (const step of steps) {
    process.exitCode = await step();
    if (process.exitCode !== 0) return;
  }
  writeForAssistants(join(ROOT, "dist"), (page) => `../${page}`);
});
