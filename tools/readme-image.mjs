// @ts-check
// `node tools/readme-image.mjs`: makes docs/images/mixed.png, the README's picture, with the engine in headless
// Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { createServer } from "vite";
import { gpuArgs } from "./chromium.mjs";
import { ROOT, runMain, setUpChromium, setUpDependencies } from "./setup.mjs";

const FILE = "docs/images/mixed.png";

await runMain(async () => {
  setUpDependencies();
  const executablePath = setUpChromium();
  const server = await createServer({
    configFile: join(ROOT, "demo/vite.config.ts"),
    logLevel: "error",
    server: { port: 0 },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath, args: gpuArgs() });
  try {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    // The page's own script, asked for from inside the page, where vite knows it.
    const url = await page.evaluate("import('/readme-image.ts').then(({ readmeImage }) => readmeImage())");
    const png = Buffer.from(String(url).replace(/^data:image\/png;base64,/, ""), "base64");
    mkdirSync(join(ROOT, "docs/images"), { recursive: true });
    writeFileSync(join(ROOT, FILE), png);
    console.log(`${FILE}: ${Math.round(png.length / 1024)} KB`);
  } finally {
    await browser.close();
    await server.close();
  }
});
