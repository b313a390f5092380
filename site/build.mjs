// @ts-check
// `npm run docs:build`: makes the documentation site in site-dist/, of README.md, docs/, the other documents and the
// sources' docstrings. `-- --base /mixwell/docs/` says where it will be served; default: /docs/, beside the demo.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vitepress";
import { lighten } from "../tools/lighten.mjs";
import { writeForAssistants } from "../tools/llms.mjs";
import { ROOT } from "../tools/setup.mjs";
import { writeApi } from "./build/api.mjs";
import { contents } from "./build/contents.mjs";
import { deadLinks } from "./build/dead-links.mjs";
import { finder, stage } from "./build/stage.mjs";

const { values } = parseArgs({ options: { base: { type: "string", default: "/docs/" } } });
const folder = join(ROOT, ".cache/site");
rmSync(join(folder, "api"), { recursive: true, force: true });
const api = await writeApi(join(folder, "api"));
stage(folder, api);
await lighten(folder, "mixed");
await build(join(ROOT, "site"), { base: values.base });
const out = join(ROOT, "site-dist");
const find = finder(contents());
writeForAssistants(out, (page) => (find(page, "") ?? page).replace(/\.md(?=#|$)/, ".html"));
const { dead, links } = deadLinks(out, values.base);
for (const line of dead) console.error(line);
if (dead.length > 0) process.exitCode = 1;
console.log(`site-dist/: ${links} links, ${dead.length} dead`);
