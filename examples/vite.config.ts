/**
 * Serves the examples: `npm run examples`. They import mixwell and its subpaths by name, as in a project that has it
 * installed.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { dataPlugin } from "../tools/data/serve.mjs";
import { aliases, optimizeDeps } from "../tools/entries.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("."),
  // The photographs.
  publicDir: path("../demo/public"),
  // Its own: the demo prepares other dependencies.
  cacheDir: path("../node_modules/.vite-examples"),
  plugins: [dataPlugin()],
  resolve: { alias: aliases },
  optimizeDeps,
  server: {
    fs: { allow: [path("..")] },
    // Under test no page may be reloaded because somebody saves a file.
    ...(process.env.MIXWELL_EXAMPLES_PORT && { hmr: false, watch: null }),
  },
});
