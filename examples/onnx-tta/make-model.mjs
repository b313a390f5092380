// @ts-check
// `node examples/onnx-tta/make-model.mjs` writes model.onnx from the photographs.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const { module } = await runnerImport(fileURLToPath(new URL("./make-model.ts", import.meta.url)), {
  configFile: false,
});
const { makeModel } = /** @type {typeof import("./make-model.ts")} */ (module);
const model = makeModel(new URL("../../demo/public/photos/", import.meta.url));
writeFileSync(new URL("./model.onnx", import.meta.url), model);
console.log(`model.onnx: ${model.length} bytes`);
