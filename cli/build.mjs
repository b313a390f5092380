// @ts-check
// `npm run build -w cli`: the command as one file, Mixwell in it. What it depends on it takes from where it is installed.
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { bundleForNode } from "../tools/bundle.mjs";
import { ROOT } from "../tools/setup.mjs";

const file = process.argv[2] ?? join(ROOT, "cli/dist/mixwell.js");
await bundleForNode("cli/src/bin.ts", file, [
  "sharp",
  "webgpu",
  "commander",
  "tar-stream",
  "cli-progress",
  /^csv-parse/,
]);
chmodSync(file, 0o755);
