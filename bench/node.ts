/**
 * The benchmark in Dawn on Node. `node tools/bench.mjs --bundle FILE` makes one file of it and all it needs but Dawn
 * itself, which is the package `webgpu` where that can be found, or the file given in `--dawn`.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchmark } from "./benchmark.ts";
import { isClean, jsonRows, printReport } from "./report.ts";

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "21" },
    only: { type: "string" },
    dawn: { type: "string" },
  },
});

type Dawn = Pick<typeof import("webgpu"), "create" | "globals">;
const { create, globals }: Dawn = values.dawn
  ? createRequire(import.meta.url)(resolve(values.dawn))
  : await import("webgpu");
Object.assign(globalThis, globals);
// Kept in a variable for as long as the process lives: Dawn ends with its `GPU`.
const gpu = create([]);
// TensorFlow.js asks it whether there is WebGPU.
Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });

const options = { rounds: Number(values.rounds), only: values.only };
const report = await benchmark(gpu, `Node ${process.version}, Dawn`, options, (line) => console.error(line));
console.log(printReport(report));
if (values.json) writeFileSync(values.json, `${JSON.stringify(jsonRows(report), undefined, 2)}\n`);
process.exitCode = isClean(report) ? 0 : 1;
