// @ts-check
// `npm run worker`: bundles src/source/decode-worker.ts into the text that src/generated/decode-worker.ts holds, so
// that a decoding worker can be made from the package by every bundler, and by none.
//
//     node tools/worker.mjs            writes it
//     node tools/worker.mjs --check    writes nothing; exits with 1 where it is stale
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";

/** What it writes, below the project's folder. */
export const WORKER = "src/generated/decode-worker.ts";

/** @returns {Promise<string>} the file as it should be */
export async function workerText() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ["src/source/decode-worker.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  const text = JSON.stringify(/** @type {{ text: string }} */ (outputFiles[0]).text.trimEnd());
  return `/** Written by \`npm run worker\` from src/source/decode-worker.ts: do not edit. */\nexport const decodeWorker: string = ${text};\n`;
}

/** @param {string} text */
const isStale = (text) => !existsSync(join(ROOT, WORKER)) || readFileSync(join(ROOT, WORKER), "utf8") !== text;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    setUpDependencies();
    const text = await workerText();
    if (!isStale(text)) return;
    if (process.argv.includes("--check")) {
      console.error(`${WORKER} is stale: npm run worker`);
      process.exitCode = 1;
      return;
    }
    writeFileSync(join(ROOT, WORKER), text);
    console.log(`wrote ${WORKER}`);
  });
}
