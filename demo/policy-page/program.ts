/** The program that makes exactly the samples on the page. */
import type { DatasetFacts } from "../sources/source.ts";
import { oneLine, stageCode } from "./stage-code.ts";
import { type PolicyState, policyFor, SAMPLES } from "./state.ts";

export function programOf(state: PolicyState, datasetCode: string, facts: DatasetFacts): string {
  const { seed, epoch, batch } = state;
  const stages = policyFor(state, facts).map((stage) => stageCode(stage, { indent: "    " }));
  const names = new Set(["Dataset", "createEngine", ...stages.flatMap(({ imports }) => [...imports])]);
  const epochOptions = { epoch, batchSize: Math.min(SAMPLES, facts.count), last: "wrap", start: batch };
  return [
    `import { ${[...names].sort((a, b) => a.localeCompare(b, "en")).join(", ")} } from "mixwell";`,
    "",
    "const adapter = await navigator.gpu.requestAdapter();",
    "const device = await adapter.requestDevice();",
    "",
    datasetCode,
    "",
    "const engine = await createEngine(device, {",
    `  seed: ${seed},`,
    ...(stages.length === 0 ? ["  policy: [],"] : ["  policy: [", ...stages.map(({ text }) => `    ${text},`), "  ],"]),
    '  output: { format: "u8" },',
    "});",
    `const [batch] = engine.epoch(dataset, ${oneLine(epochOptions)});`,
    "const { images } = await engine.read(batch); // to look at; training uses batch.images",
    "",
  ].join("\n");
}
