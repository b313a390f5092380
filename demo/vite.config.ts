/** Serves and builds the demo page, straight from the engine's sources. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { dataPlugin } from "../tools/data/serve.mjs";
import { aliases, optimizeDeps } from "../tools/entries.mjs";
import { shadersPlugin } from "../tools/shaders-plugin.mjs";
import { sitePlugin } from "../tools/site-plugin.mjs";
import { partsPlugin } from "./parts-plugin.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("."),
  // Relative addresses, so that the built page may lie in any folder of any server.
  base: "./",
  plugins: [partsPlugin(), shadersPlugin(), dataPlugin(), sitePlugin()],
  resolve: { alias: aliases },
  optimizeDeps,
  server: { fs: { allow: [path("..")] } },
  build: {
    outDir: path("../demo-dist"),
    emptyOutDir: true,
    target: "es2023",
    rolldownOptions: { input: [path("index.html"), path("policy.html"), path("train.html")] },
  },
});
