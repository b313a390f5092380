// @ts-check
// `npm run docs`: writes docs/ops.md, docs/magnitudes and docs/images/ops/*.png from the ops' descriptions and the
// policies' tables, with pictures by the CPU reference.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { runnerImport } from "vite";
import { ROOT, runMain, setUpDependencies } from "./setup.mjs";

await runMain(async () => {
  setUpDependencies();
  const config = {
    configFile: /** @type {const} */ (false),
    resolve: { alias: { mixwell: join(ROOT, "src/index.ts") } },
  };
  const { module } = await runnerImport(join(ROOT, "tools/ops-docs/generate.ts"), config);
  const docs = /** @type {typeof import("./ops-docs/generate.ts")} */ (module);
  const folder = join(ROOT, dirname(docs.pathOf("any")));
  mkdirSync(folder, { recursive: true });
  const pages = Object.entries(docs.pages());
  for (const [path, text] of pages) {
    mkdirSync(join(ROOT, dirname(path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  const pictures = docs.strips(readFileSync(join(ROOT, docs.PHOTOGRAPH)));
  let bytes = 0;
  for (const { path, strip } of pictures) {
    const png = docs.encode(strip);
    bytes += png.length;
    writeFileSync(join(ROOT, path), png);
  }
  // Of ops that are gone.
  const kept = pictures.map(({ path }) => basename(path));
  for (const name of readdirSync(folder)) if (!kept.includes(name)) rmSync(join(folder, name));
  console.log(`${pages.length} pages and ${pictures.length} strips of pictures, ${Math.round(bytes / 1024)} KB`);
});
