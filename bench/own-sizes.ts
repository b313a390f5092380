/**
 * Pictures of different size beside pictures of one size, at the same output: a window of each, a flip and CutMix, in
 * Dawn on Node. Started by `npm run bench -- --sizes`. Both datasets have about as many pixels. Windows are drawn by
 * the sizes, so they are not the same.
 */
import { parseArgs } from "node:util";
import { create, globals } from "webgpu";
import { createEngine, cutmix, Dataset, ops, randomResizedCrop } from "../src/index.ts";
import { CLASSES, IMAGENET } from "./cases.ts";
import { SEED } from "./draws.ts";
import { timeInTurn } from "./stopwatch.ts";

const OPTIONS = {
  rounds: { type: "string", default: "7" },
  batch: { type: "string", default: "16" },
  tuning: { type: "string", default: "auto" },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const batch = Number(values.batch);
const COUNT = 2 * batch;
/** The side of the pictures of one size, and of those that come out. */
const SIDE = 320;
const OUT = 224;
/** Steps that differ. */
const STEPS = 4;

Object.assign(globalThis, globals);
const gpu = create([]);
// Kept for as long as the process lives: Dawn ends with its `GPU`.
Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
const adapter = await gpu.requestAdapter();
if (!adapter) throw new Error("no WebGPU adapter");
const device = await adapter.requestDevice();
let state = 12345;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
/** Sides of a fifth less to a fifth more, turned at will: of about the area of the one size. */
const sizes = Uint32Array.from({ length: 2 * COUNT }, () => Math.round(SIDE * (0.8 + 0.4 * next())));
const noise = (length: number) => Uint8Array.from({ length }, () => 256 * next());
const labels = Uint32Array.from({ length: COUNT }, (_, i) => i % CLASSES);
let pixels = 0;
for (let i = 0; i < COUNT; i++) pixels += sizes[2 * i]! * sizes[2 * i + 1]!;
const DATASETS = {
  "one size": () =>
    Dataset.fromArrays(device, { images: noise(COUNT * SIDE * SIDE * 3), shape: [COUNT, SIDE, SIDE, 3], labels }),
  "own sizes": () => Dataset.fromArrays(device, { images: noise(pixels * 3), sizes, labels }),
};

async function contender(name: keyof typeof DATASETS) {
  const dataset = await DATASETS[name]();
  const engine = await createEngine(device, {
    seed: SEED,
    policy: [randomResizedCrop({ height: OUT, width: OUT }), ops.flipX({ prob: 0.5 }), cutmix()],
    output: { normalize: IMAGENET },
    labels: { classes: CLASSES },
    maxPending: 1,
    warm: dataset,
    tuning: values.tuning as "auto",
  });
  const input = { dataset, indices: Array.from({ length: batch }, (_, i) => i) };
  return [
    {
      name: `${name}, whole steps`,
      async burst(steps: number) {
        const start = performance.now();
        for (let i = 0; i < steps; i++) engine.run(input, { epoch: i % STEPS });
        await device.queue.onSubmittedWorkDone();
        return performance.now() - start;
      },
    },
    {
      name: `${name}, GPU only`,
      async burst(steps: number) {
        const encoder = device.createCommandEncoder();
        for (let i = 0; i < steps; i++) engine.encode(encoder, input, { epoch: i % STEPS });
        const commands = encoder.finish();
        await device.queue.onSubmittedWorkDone();
        const start = performance.now();
        device.queue.submit([commands]);
        await device.queue.onSubmittedWorkDone();
        return performance.now() - start;
      },
    },
    {
      name: `${name}, draw`,
      async burst(steps: number) {
        const start = performance.now();
        for (let i = 0; i < steps; i++) engine.draw(input, { epoch: i % STEPS });
        return performance.now() - start;
      },
    },
  ];
}

const contenders = (await Promise.all([contender("one size"), contender("own sizes")])).flat();
const timings = await timeInTurn(contenders, Number(values.rounds));
const { vendor, architecture } = device.adapterInfo;
const share = (pixels / (COUNT * SIDE * SIDE)).toFixed(3);
console.log(`${vendor} ${architecture}, Dawn: ${batch} windows of ${OUT}×${OUT}, partners from the dataset`);
console.log(`out of ${COUNT} pictures of ${SIDE}×${SIDE}, or of sizes of their own with ${share} times the pixels`);
contenders.forEach(({ name }, i) => {
  const { median, p10, p90 } = timings[i]!;
  const ratio = i >= 3 ? `  ${(median / timings[i - 3]!.median).toFixed(2)} of one size` : "";
  console.log(`${name.padEnd(26)} ${median.toFixed(3)} ms (${p10.toFixed(3)} to ${p90.toFixed(3)})${ratio}`);
});
device.destroy();
