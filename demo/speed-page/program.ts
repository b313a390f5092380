/** The step that the page measures, for one's own machine. */

/** Batch, height and width, by the name of the set. */
const SHAPES: Record<string, string> = { quick: "[64, 32, 32, 3]", large: "[32, 224, 224, 3]" };

export const programOf = (set: string): string => `import { createEngine, Dataset, mixup, randAugment } from "mixwell";

const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
const device = await adapter.requestDevice();

const shape = ${SHAPES[set]};
const images = new Uint8Array(shape.reduce((a, b) => a * b)).map((_, i) => (i * 31) % 251);
const labels = Uint32Array.from({ length: shape[0] }, (_, i) => i % 10);
const dataset = await Dataset.fromArrays(device, { images, shape, labels });
const engine = await createEngine(device, {
  policy: [randAugment({ layers: 2 }), mixup()],
  output: { normalize: { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } },
  labels: { classes: 10 },
});

const indices = [...labels.keys()];
for (let step = 0; step < 20; step++) {
  const start = performance.now();
  engine.run({ dataset, indices }, { step });
  await device.queue.onSubmittedWorkDone();
  console.log(\`step \${step}: \${(performance.now() - start).toFixed(2)} ms\`);
}
`;
