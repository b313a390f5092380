// @ts-check
// `npm run test:oracles`: every golden set on the reference and on the GPU, in Chromium and in Dawn on Node, as a
// table. `ORACLES=folder npm run test:oracles` takes another folder of the same layout.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runTool } from "./run.mjs";
import { runMain, setUpDependencies, setUpTestChromium } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

await runMain(async () => {
  /** @type {Record<string, string>} */
  const env = {};
  if (process.env.ORACLES) {
    // npm starts us in the project's folder; the person typed a path relative to their own.
    env.ORACLES = resolve(process.env.INIT_CWD ?? ".", process.env.ORACLES);
    if (!existsSync(env.ORACLES))
      throw new SetupError(`ORACLES: expected a folder, found "${env.ORACLES}", which doesn't exist`);
  }
  setUpDependencies();
  env.CHROMIUM_PATH = setUpTestChromium();
  const projects = ["--project", "oracles-browser", "--project", "oracles-node"];
  const reporters = ["--reporter=default", "--reporter=./tools/oracle-reporter.mjs"];
  process.exitCode = await runTool(
    "vitest",
    ["run", ...projects, ...reporters, "--allowOnly=false", ...process.argv.slice(2)],
    env,
  );
});
