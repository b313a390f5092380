/** Serves and builds the demo page, straight from the engine's sources. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { dataPlugin } from "../tools/data/serve.mjs";
import { aliases, optimizeDeps } from "../tools/entries.mjs";
import { shadersPlugin } from "../tools/shaders-plugin.mjs";
import { sitePlugin } from "../tools/site-plugin.mjs";
import { partsPlugin } from "./parts-plugin.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const { version } = JSON.parse(readFileSync(path("../package.json"), "utf8")) as { version: string };

export default defineConfig({
  root: path("."),
  // Relative addresses, so that the built page may lie in any folder of any server.
  base: "./",
  // An address that is not there is an error, and not the first page.
  appType: "mpa",
  plugins: [partsPlugin(), shadersPlugin(), dataPlugin(), sitePlugin()],
  resolve: { alias: aliases },
  define: { __MIXWELL_VERSION__: JSON.stringify(version) },
  optimizeDeps,
  // The Speed page measures in a worker, which brings TensorFlow.js when it is asked for.
  worker: { format: "es" },
  server: { fs: { allow: [path("..")] } },
  build: {
    outDir: path("../demo-dist"),
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: {
      input: ["index", "policy", "targets", "train", "speed"].map((page) => path(`${page}.html`)),
    },
  },
});
