// @ts-check
// `npm run examples`: sets up and serves examples/; vite prints the address. Arguments go to vite (`npm run examples --
// --port 8080`).
import { runTool } from "./run.mjs";
import { runMain, setUpDependencies } from "./setup.mjs";

await runMain(async () => {
  setUpDependencies();
  process.exitCode = await runTool("vite", ["--config", "examples/vite.config.ts", ...process.argv.slice(2)]);
});
