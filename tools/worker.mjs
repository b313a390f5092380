// @ts-check
// `npm run worker`: bundles what runs in decoding workers and threads into the texts that src/generated holds, so that
// they can be made from the package by every bundler, and by none.
//
//     node tools/worker.mjs            writes them
//     node tools/worker.mjs --check    writes nothing; exits with 1 where one is stale
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";

/** What is bundled, what it writes below the project's folder, and the name of the text. */
export const WORKERS = [
  { entry: "src/source/decode-worker.ts", file: "src/generated/decode-worker.ts", name: "decodeWorker" },
  { entry: "src/interop/node/decode-thread.ts", file: "src/generated/decode-thread.ts", name: "decodeThread" },
];

/**
 * @param {{ entry: string, name: string }} worker
 * @returns {Promise<string>} the file as it should be
 */
export async function workerText({ entry, name }) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  const text = JSON.stringify(/** @type {{ text: string }} */ (outputFiles[0]).text.trimEnd());
  return `/** Written by \`npm run worker\` from ${entry}: do not edit. */\nexport const ${name}: string = ${text};\n`;
}

/**
 * @param {string} file
 * @param {string} text
 */
const isStale = (file, text) => !existsSync(join(ROOT, file)) || readFileSync(join(ROOT, file), "utf8") !== text;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    setUpDependencies();
    for (const worker of WORKERS) {
      const { file } = worker;
      const text = await workerText(worker);
      if (!isStale(file, text)) continue;
      if (process.argv.includes("--check")) {
        console.error(`${file} is stale: npm run worker`);
        process.exitCode = 1;
        continue;
      }
      writeFileSync(join(ROOT, file), text);
      console.log(`wrote ${file}`);
    }
  });
}
