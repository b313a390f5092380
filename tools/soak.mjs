// @ts-check
// `npm run soak`: many steps, engines and devices in Dawn on Node, and whether memory and handles stay level. Arguments
// are the program's (bench/soak.ts).
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundleForNode } from "./bundle.mjs";
import { dawnEnvironment } from "./chromium.mjs";
import { runNode } from "./run.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";
import { SetupError } from "./setup-error.mjs";

const HELP = `npm run soak -- [--steps N] [--engines N] [--devices N] [--json FILE]

  --steps N    steps of changing policies and sizes on one device (default 100,000; 0 for none)
  --engines N  engines made, used and destroyed (default 1,000)
  --devices N  devices lost and replaced (default 200)
  --json FILE  also write what was seen

Each part is looked at ten times: JS heap, GPU buffers and their bytes, open handles, the process. It fails when one of them grows,
when a batch is not the reference's, or when WebGPU reports an error.`;

await runMain(async () => {
  const { help, json, ...counts } = readArguments();
  if (help) {
    console.log(HELP);
    return;
  }
  setUpDependencies();
  const chromium = setUpChromium();
  await bundleForNode("bench/soak.ts", join(ROOT, "bench-dist/soak.mjs"));
  const args = Object.entries(counts).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  const written = json === undefined ? [] : ["--json", resolve(json)];
  process.exitCode = await runNode("bench-dist/soak.mjs", [...args, ...written], dawnEnvironment(chromium));
});

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        steps: { type: "string" },
        engines: { type: "string" },
        devices: { type: "string" },
        json: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    for (const name of /** @type {const} */ (["steps", "engines", "devices"]))
      if (values[name] !== undefined && !(Number.isInteger(Number(values[name])) && Number(values[name]) >= 0))
        throw new Error(`--${name}: found "${values[name]}"`);
    return values;
  } catch (error) {
    throw new SetupError(`${/** @type {Error} */ (error).message}\n\n${HELP}`);
  }
}
