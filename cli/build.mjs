// @ts-check
// `npm run build -w cli`: the command as one file, Mixwell in it. What it depends on it takes from where it is
// installed.
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { bundleForNode } from "../tools/bundle.mjs";
import { ROOT } from "../tools/setup.mjs";
import { EXTERNAL } from "./external.mjs";

const file = process.argv[2] ?? join(ROOT, "cli/dist/mixwell.js");
await bundleForNode("cli/src/bin.ts", file, EXTERNAL);
chmodSync(file, 0o755);
