/**
 * How long the GPU takes for a step with each image op: this package beside the built package of another commit, in
 * Dawn on Node. Started by `npm run bench -- --ops`. Steps are recorded beforehand, so only the GPU's part is timed.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { create, globals } from "webgpu";
import * as mixwell from "../src/index.ts";
import { CLASSES, IMAGENET } from "./cases.ts";
import { SEED } from "./draws.ts";
import { movedBytes } from "./moved.ts";
import { timeInTurn } from "./stopwatch.ts";

/** What is measured of a package. */
type Package = Pick<
  typeof mixwell,
  | "createEngine"
  | "cutmix"
  | "Dataset"
  | "magnitudeTables"
  | "mixup"
  | "oneOf"
  | "ops"
  | "presets"
  | "randAugment"
  | "randomResizedCrop"
>;

/** Steps that differ. */
const STEPS = 4;

const OPTIONS = {
  against: { type: "string" },
  json: { type: "string" },
  rounds: { type: "string", default: "5" },
  only: { type: "string" },
  /** Of the large shape: a batch of 32, as the other cases have, takes minutes on a GPU in software. */
  batch: { type: "string", default: "8" },
  tuning: { type: "string", default: "auto" },
} as const;

const { values } = parseArgs({ options: OPTIONS });
const rounds = Number(values.rounds);

const SHAPES = [
  { batch: 64, side: 32 },
  { batch: Number(values.batch), side: 224 },
];

const mixup = ({ mixup }: Package) => mixup({ alpha: 1 });

const randAugment = (from: Package, layers: number, entries?: readonly string[]): mixwell.Policy => [
  from.randAugment({ table: "torchvision", layers, entries }),
  mixup(from),
];

/** MixUp alone, each of torchvision's ops before it, and then several. */
const CASES: { name: string; policy: (from: Package) => mixwell.Policy }[] = [
  { name: "MixUp", policy: mixup },
  ...Object.keys(mixwell.magnitudeTables.torchvision.entries).map((entry) => ({
    name: entry,
    policy: (from: Package) => randAugment(from, 1, [entry]),
  })),
  { name: "RandAugment(1)", policy: (from) => randAugment(from, 1) },
  { name: "RandAugment(2)", policy: (from) => randAugment(from, 2) },
  {
    name: "timm recipe",
    policy: (from) => [
      from.randomResizedCrop({ interpolation: ["bilinear", "bicubic"] }),
      from.ops.flipX({ prob: 0.5 }),
      from.presets.timmRandAugment("rand-m9-mstd0.5-inc1").policy,
      from.oneOf([from.mixup({ alpha: 0.8 }), from.cutmix()]),
    ],
  },
];

async function contender(from: Package, device: GPUDevice, given: mixwell.Policy, { batch, side }: Shape) {
  const count = 2 * batch;
  const images = new Uint8Array(count * side * side * 3);
  let state = 12345;
  for (let i = 0; i < images.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    images[i] = state >>> 24;
  }
  const labels = Uint32Array.from({ length: count }, (_, i) => i % CLASSES);
  const dataset = await from.Dataset.fromArrays(device, { images, shape: [count, side, side, 3], labels });
  const engine = await from.createEngine(device, {
    seed: SEED,
    policy: given,
    output: { normalize: IMAGENET },
    labels: { classes: CLASSES },
    maxPending: 1,
    ...(from === ours && { tuning: values.tuning as "auto" }),
  });
  const indices = Array.from({ length: batch }, (_, i) => i);
  const input = { dataset, indices };
  const pixels = batch * side * side;
  const plans = Array.from({ length: STEPS }, (_, epoch) => engine.draw(input, { epoch }));
  const shape = { height: side, width: side, channels: 3 };
  const tuning = values.tuning as "auto";
  return {
    pixels,
    /** What a step of this package moves; another's recordings are not ours to read. */
    bytes: movedBytes({ plans, shape, format: "u8", output: { normalize: IMAGENET }, tuning }, device),
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
    /** What the first step makes. */
    async output() {
      const { images } = await engine.read(engine.run(input, { epoch: 0 }));
      return images as Float32Array;
    },
    destroy() {
      engine.destroy();
      dataset.destroy();
    },
  };
}

type Shape = (typeof SHAPES)[number];

/** In words: how far two packages' results are apart. */
function compared(a: Float32Array, b: Float32Array): string {
  if (a.length !== b.length) return "other sizes";
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most === 0 ? "the same values" : `values differ by up to ${most.toPrecision(2)}`;
}

Object.assign(globalThis, globals);
const gpu = create([]);
// Kept for as long as the process lives: Dawn ends with its `GPU`.
Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
const adapter = await gpu.requestAdapter();
if (!adapter) throw new Error("no WebGPU adapter");
const device = await adapter.requestDevice();
let errors = 0;
device.addEventListener("uncapturederror", ({ error }) => {
  errors++;
  console.error(`WebGPU: ${error.message}`);
});

const ours: Package = mixwell;
const packages: Record<string, Package> = { ours };
if (values.against !== undefined)
  packages[values.against] = (await import(
    pathToFileURL(join(resolve(values.against), "dist/index.js")).href
  )) as Package;

const { vendor, architecture } = device.adapterInfo;
console.log(`GPU only, ${vendor} ${architecture}, Dawn; partners from the dataset, so twice the batch is augmented`);
const rows: object[] = [];
for (const shape of SHAPES) {
  const name = `${shape.batch}×${shape.side}×${shape.side}×3`;
  for (const { name: what, policy } of CASES) {
    if (values.only !== undefined && !`${what} ${name}`.includes(values.only)) continue;
    const contenders = [];
    for (const from of Object.values(packages)) contenders.push(await contender(from, device, policy(from), shape));
    const outputs = [];
    for (const one of contenders) outputs.push(await one.output());
    const timings = await timeInTurn(contenders, rounds);
    for (const one of contenders) one.destroy();
    const [mine, theirs] = timings;
    const cells = [`${what} ${name}:`, `${mine!.median.toFixed(2)} ms`];
    const { pixels, bytes } = contenders[0]!;
    cells.push(`${((1e6 * mine!.median) / pixels).toFixed(1)} ns and ${(bytes / pixels).toFixed(1)} bytes a pixel`);
    if (theirs) {
      cells.push(
        `before ${theirs.median.toFixed(2)} ms,`,
        `${(theirs.median / mine!.median).toFixed(2)} times as fast;`,
      );
      cells.push(compared(outputs[0]!, outputs[1]!));
    }
    console.log(cells.join(" "));
    rows.push({
      case: what,
      shape: name,
      ours_ms: mine!.median,
      theirs_ms: theirs?.median ?? null,
      bytes_per_pixel: bytes / pixels,
      rounds,
    });
  }
}
if (rows.length === 0) throw new Error(`--only: expected a part of a case's name and shape, found "${values.only}"`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
device.destroy();
process.exitCode = errors === 0 ? 0 : 1;
