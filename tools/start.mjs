// @ts-check
// `npm start`: sets up and serves the demo; vite prints the address. Arguments go to vite (`npm start -- --port 8080
// --open`).
import { runTool } from "./run.mjs";
import { runMain, setUpDependencies } from "./setup.mjs";

await runMain(async () => {
  setUpDependencies();
  process.exitCode = await runTool("vite", ["--config", "demo/vite.config.ts", ...process.argv.slice(2)]);
});
