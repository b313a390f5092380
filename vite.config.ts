/** Builds the library: `npm run build`. The tests have vitest.config.ts, the demo has demo/vite.config.ts. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    lib: { entry: fileURLToPath(new URL("src/index.ts", import.meta.url)), formats: ["es"], fileName: "index" },
    outDir: "dist",
    target: "es2023",
    minify: false,
    sourcemap: true,
  },
});
