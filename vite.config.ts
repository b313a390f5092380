/** Builds the library: `npm run build`. The tests have vitest.config.ts, the demo has demo/vite.config.ts. */
import { defineConfig } from "vite";
import { ENTRIES, isPeer, sourceOf } from "./tools/entries.mjs";
import { plainOps, realNamespaces, shortWgsl, withoutDescriptions } from "./tools/package-plugins.mjs";

export default defineConfig({
  plugins: [shortWgsl(), withoutDescriptions(), plainOps(), realNamespaces()],
  build: {
    // A file for every module, at the place where tsc writes its types: a bundler leaves out those that an application
    // does not need.
    lib: { entry: Object.fromEntries(ENTRIES.map((entry) => [entry, sourceOf(entry)])), formats: ["es"] },
    rolldownOptions: {
      external: isPeer,
      output: { preserveModules: true, preserveModulesRoot: "src", entryFileNames: "[name].js" },
    },
    outDir: "dist",
    target: "es2023",
    minify: false,
    sourcemap: true,
  },
});
