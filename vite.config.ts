/** Builds the library: `npm run build`. The tests have vitest.config.ts, the demo has demo/vite.config.ts. */
import { defineConfig } from "vite";
import { ENTRIES, isPeer, sourceOf } from "./tools/entries.mjs";

export default defineConfig({
  build: {
    // One file for every entry of `exports`, at the place where tsc writes its types; what they share is a chunk of its own.
    lib: { entry: Object.fromEntries(ENTRIES.map((entry) => [entry, sourceOf(entry)])), formats: ["es"] },
    rolldownOptions: { external: isPeer, output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" } },
    outDir: "dist",
    target: "es2023",
    minify: false,
    sourcemap: true,
  },
});
