// @ts-check
// The demo as its visitors get it: built, and served from there.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { SetupError } from "../setup-error.mjs";

/**
 * @param {string} checkout whose demo; it has its dependencies
 * @param {string} name of the folder in bench-dist that it is built into
 */
export async function previewDemo(checkout, name) {
  const outDir = join(ROOT, "bench-dist", name);
  await buildDemo(checkout, outDir);
  const { preview } = await import("vite");
  const server = await preview({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    build: { outDir },
    preview: { port: 0, host: "localhost" },
  });
  return { server, url: server.resolvedUrls?.local[0] ?? "" };
}

/**
 * @param {string} checkout
 * @param {string} outDir
 */
async function buildDemo(checkout, outDir) {
  const args = ["node_modules/vite/bin/vite.js", "build", "--config", "demo/vite.config.ts", "--outDir", outDir];
  const child = spawn(process.execPath, [...args, "--emptyOutDir", "--logLevel", "error"], {
    cwd: checkout,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const status = await new Promise((done) => child.on("close", done));
  if (status !== 0) throw new SetupError(`expected a checkout whose demo builds, found ${checkout}.`);
}
