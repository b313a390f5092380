// @ts-check
// `npm run preview`: builds the demo into demo-dist/ and serves that, as any web server would. Arguments go to vite
// (`npm run preview -- --port 8080`).
import { runTool } from "./run.mjs";
import { runMain, setUpDependencies } from "./setup.mjs";

const CONFIG = ["--config", "demo/vite.config.ts"];

await runMain(async () => {
  setUpDependencies();
  const status = await runTool("vite", ["build", ...CONFIG]);
  process.exitCode = status || (await runTool("vite", ["preview", ...CONFIG, ...process.argv.slice(2)]));
});
