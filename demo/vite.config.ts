/** Serves and builds the demo page, straight from the engine's sources. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { dataPlugin } from "../tools/data/serve.mjs";
import { aliases, optimizeDeps } from "../tools/entries.mjs";
import { shadersPlugin } from "../tools/shaders-plugin.mjs";
import { partsPlugin } from "./parts-plugin.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The page links to the README, which lies above it. */
function readmePlugin(): Plugin {
  const file = path("../README.md");
  return {
    name: "mixwell-readme",
    configureServer({ middlewares }) {
      middlewares.use("/README.md", (_request, response, next) => {
        if (!existsSync(file)) return next();
        response.setHeader("Content-Type", "text/plain; charset=utf-8");
        response.end(readFileSync(file));
      });
    },
    generateBundle() {
      if (existsSync(file)) this.emitFile({ type: "asset", fileName: "README.md", source: readFileSync(file) });
    },
  };
}

const { version } = JSON.parse(readFileSync(path("../package.json"), "utf8")) as { version: string };

export default defineConfig({
  root: path("."),
  // Relative addresses, so that the built page may lie in any folder of any server.
  base: "./",
  plugins: [partsPlugin(), shadersPlugin(), readmePlugin(), dataPlugin()],
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
    rolldownOptions: { input: [path("index.html"), path("policy.html"), path("train.html"), path("speed.html")] },
  },
});
