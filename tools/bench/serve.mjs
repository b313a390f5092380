// @ts-check
// Serves the page that measures (bench/index.html).
import { join } from "node:path";
import { aliases, optimizeDeps } from "../entries.mjs";
import { ROOT } from "../setup.mjs";
import { serveShards } from "./serve-shards.mjs";

/** @returns {Promise<import("vite").ViteDevServer>} it listens */
export async function serveBench() {
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: false,
    root: join(ROOT, "bench"),
    logLevel: "warn",
    // Its own: the tests and the demo prepare other dependencies.
    cacheDir: join(ROOT, "node_modules/.vite-bench"),
    server: {
      host: "localhost",
      port: 0,
      fs: { allow: [ROOT] },
      watch: null,
      hmr: false,
      // Isolated pages get a clock of 0.005 ms instead of 0.1 ms.
      headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
    },
    resolve: { alias: aliases },
    optimizeDeps,
    plugins: [serveShards()],
  });
  return server.listen();
}
