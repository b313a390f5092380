/**
 * The soak, in Dawn on Node: many steps, many engines, many devices, and what is left of them. See tools/soak.mjs for
 * what is asked of it.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  augMix,
  createEngine,
  cutmix,
  Dataset,
  DeviceLostError,
  type Engine,
  fmix,
  mixup,
  oneOf,
  ops,
  type Policy,
  randAugment,
  reference,
  standardPolicy,
} from "mixwell";

const { values } = parseArgs({
  options: {
    steps: { type: "string", default: "100000" },
    engines: { type: "string", default: "1000" },
    devices: { type: "string", default: "200" },
    json: { type: "string" },
  },
});

const { create, globals } = await import("webgpu");
Object.assign(globalThis, globals);
// Kept in a variable for as long as the process lives: Dawn ends with its `GPU`.
const gpu = create([]);
const adapter = await gpu.requestAdapter();
if (!adapter) throw new Error("no WebGPU adapter: set VK_ICD_FILENAMES to a Vulkan driver");

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is looked at now and then. */
interface Sample {
  done: number;
  heapBytes: number;
  residentBytes: number;
  /** Buffers that were made and not destroyed, and their bytes. */
  buffers: number;
  gpuBytes: number;
  /** Files, pipes and sockets that the process has open; 0 where the system does not say. */
  handles: number;
  /** What keeps Node from ending: timers, requests. */
  resources: number;
}

interface Part {
  name: string;
  count: number;
  seconds: number;
  compared: number;
  samples: Sample[];
  faults: string[];
}

/** Of all devices together. */
const living = new Map<GPUBuffer, number>();
const uncaptured: string[] = [];

/** Knows no device: Dawn keeps what listens to a device, and so a device that its listener knew would never go. */
const onError = ({ error }: GPUUncapturedErrorEvent) => uncaptured.push(error.message);

async function newDevice(): Promise<GPUDevice> {
  const fresh = await gpu.requestAdapter();
  const device = await fresh!.requestDevice();
  device.addEventListener("uncapturederror", onError);
  const real = device.createBuffer;
  const createBuffer = (descriptor: GPUBufferDescriptor) => {
    const buffer = real.call(device, descriptor);
    const destroy = buffer.destroy.bind(buffer);
    living.set(buffer, buffer.size);
    const value = () => {
      living.delete(buffer);
      destroy();
    };
    Object.defineProperty(buffer, "destroy", { value });
    return buffer;
  };
  Object.defineProperty(device, "createBuffer", { value: createBuffer });
  return device;
}

async function sample(done: number): Promise<Sample> {
  // The second collection takes what the first one's finalizers let go of.
  for (let i = 0; i < 2; i++) {
    collect();
    await new Promise((next) => setTimeout(next, 20));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return {
    done,
    heapBytes: heapUsed,
    residentBytes: rss,
    buffers: living.size,
    gpuBytes: [...living.values()].reduce((sum, size) => sum + size, 0),
    handles: openHandles(),
    resources: process.getActiveResourcesInfo().length,
  };
}

function openHandles(): number {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
}

/** A small generator: which policy and which size comes next. */
let state = 12_345;
const below = (n: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return (state >>> 8) % n;
};

const POLICIES: Policy[] = [
  mixup(),
  oneOf([mixup(), cutmix()]),
  [ops.rotate({ degrees: [-20, 20] }), mixup({ pairing: "reverse" })],
  [randAugment({ table: "torchvision" }), cutmix()],
  [ops.equalize({ prob: 0.5 }), mixup(), ops.invert({ prob: 0.5 })],
  [augMix(standardPolicy({ table: "torchvision", magnitude: 3 }))],
  [ops.jpegQuality({ quality: 40, prob: 0.5 }), fmix()],
  [],
];
const LARGEST = { size: 8, side: 24 };
const bytes = Uint8Array.from({ length: LARGEST.size * LARGEST.side * LARGEST.side * 3 }, () => below(256));

function uploaded(device: GPUDevice): GPUBuffer {
  const images = device.createBuffer({ size: bytes.length, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(images, 0, bytes);
  return images;
}

/** Steps of changing policies and sizes; each 997th is held to the reference, byte for byte. */
async function soakSteps(count: number): Promise<Part> {
  const part = begin("steps on one device, of 8 policies and changing sizes", count);
  const device = await newDevice();
  const images = uploaded(device);
  const engines: Engine[] = [];
  for (const policy of POLICIES)
    engines.push(await createEngine(device, { policy, seed: 3, output: { format: "u8" }, warm: false }));
  for (let step = 0; step < count; step++) {
    const engine = engines[below(engines.length)]!;
    // The largest come early, so that what is kept for them is there before it is looked at.
    const isFirst = step < 64;
    const size = isFirst ? LARGEST.size : 1 + below(LARGEST.size);
    const height = isFirst ? LARGEST.side : 1 + below(LARGEST.side);
    const width = isFirst ? LARGEST.side : 1 + below(LARGEST.side);
    const batch = (isFirst ? engines[step % engines.length]! : engine).run(
      { images, size, height, width, channels: 3 },
      { step },
    );
    if (step % 997 === 996) {
      const got = await engine.read(batch);
      const shape = { height, width, channels: 3 };
      const host = { batch: { images: bytes.subarray(0, size * height * width * 3) }, shape } as const;
      const wanted = reference(batch.plan, { ...host, format: "u8", layout: "nhwc" }, { output: { format: "u8" } });
      if (got.images.some((byte, i) => byte !== wanted.images[i])) part.faults.push(`step ${step}: other bytes`);
      part.compared++;
    }
    if (step % 32 === 31) await device.queue.onSubmittedWorkDone();
    await note(part, step + 1);
  }
  for (const engine of engines) engine.destroy();
  images.destroy();
  expectNothingLeft(part);
  device.destroy();
  return end(part);
}

/** Engines that are made, used once and destroyed. */
async function soakEngines(count: number): Promise<Part> {
  const part = begin("engines made, used and destroyed", count);
  const device = await newDevice();
  const images = uploaded(device);
  for (let made = 0; made < count; made++) {
    const policy = POLICIES[made % POLICIES.length]!;
    const engine = await createEngine(device, { policy, seed: made, output: { format: "u8" }, warm: false });
    await engine.read(engine.run({ images, size: 4, height: 8, width: 8, channels: 3 }, { step: 0 }));
    engine.destroy();
    await note(part, made + 1);
  }
  images.destroy();
  expectNothingLeft(part);
  device.destroy();
  return end(part);
}

/** Devices that are lost: before the first step, with one under way, while a result is read, in an epoch. */
async function soakDevices(count: number): Promise<Part> {
  const part = begin("devices lost and replaced", count);
  for (let lost = 0; lost < count; lost++) {
    const device = await newDevice();
    const shape = [12, 8, 8, 3];
    const dataset = await Dataset.fromArrays(device, { images: bytes.subarray(0, 12 * 192), shape });
    const engine = await createEngine(device, { policy: mixup(), seed: 1, warm: false });
    const walk = engine.epoch(dataset, { batchSize: 4 })[Symbol.iterator]();
    const at = lost % 4;
    const batch = at > 0 ? walk.next().value : undefined;
    const reading = at > 1 && batch ? engine.read(batch) : Promise.resolve();
    device.destroy();
    if (at === 3) await device.lost;
    // What was read before it went may have come.
    await reading.catch((error: unknown) => expectLoss(part, error));
    await device.lost;
    try {
      engine.run({ dataset, indices: [1, 2] });
      part.faults.push("a step on a lost device was taken");
    } catch (error) {
      expectLoss(part, error);
    }
    engine.destroy();
    dataset.destroy();
    await note(part, lost + 1);
  }
  expectNothingLeft(part);
  return end(part);
}

function expectLoss(part: Part, error: unknown): void {
  if (!(error instanceof DeviceLostError)) part.faults.push(String(error));
}

function begin(name: string, count: number): Part {
  console.error(`${name}: ${count.toLocaleString("en")} ...`);
  return { name, count, seconds: performance.now(), compared: 0, samples: [], faults: [] };
}

/** Looks ten times, the first time after a fifth, when caches are full. */
async function note(part: Part, done: number): Promise<void> {
  const first = Math.ceil(part.count / 5);
  const every = Math.max(1, Math.floor((part.count - first) / 9));
  if (done < first || (done - first) % every !== 0) return;
  part.samples.push(await sample(done));
}

function expectNothingLeft(part: Part): void {
  if (living.size > 0) part.faults.push(`${living.size} buffers are left`);
  living.clear();
}

/**
 * Room for what moves without growing. An object of 100 bytes kept at every step would be 8 MB after 80,000 of them; a
 * kilobyte kept for every engine 0.8 MB after 800; the smallest buffer kept for one, 256 bytes of a uniform block, 200
 * KB; and a device that stays, with its kernels, is about a megabyte of the process. A handle is never lost.
 */
const HEAP_ROOM = { ofMany: 2 ** 22, ofFew: 3 * 2 ** 18 };
const GPU_ROOM = 2 ** 16;
const RESIDENT_ROOM = 2 ** 26;

function end(part: Part): Part {
  part.seconds = (performance.now() - part.seconds) / 1000;
  const [first] = part.samples;
  const last = part.samples.at(-1);
  if (first && last) {
    const grown = (name: keyof Sample, room: number) => {
      if (last[name] > first[name] + room) part.faults.push(`${name} grew from ${first[name]} to ${last[name]}`);
    };
    grown("heapBytes", part.count > 10_000 ? HEAP_ROOM.ofMany : HEAP_ROOM.ofFew);
    grown("residentBytes", RESIDENT_ROOM);
    grown("gpuBytes", GPU_ROOM);
    grown("buffers", 8);
    grown("handles", 0);
    grown("resources", 0);
  }
  for (const message of uncaptured.splice(0)) part.faults.push(`uncaptured: ${message}`);
  return part;
}

const mb = (size: number) => `${(size / 2 ** 20).toFixed(1)} MB`;
const COLUMNS: [string, (one: Sample) => string][] = [
  ["done", ({ done }) => done.toLocaleString("en")],
  ["JS heap", ({ heapBytes }) => mb(heapBytes)],
  ["GPU buffers", ({ buffers }) => String(buffers)],
  ["GPU bytes", ({ gpuBytes }) => mb(gpuBytes)],
  ["handles", ({ handles }) => String(handles)],
  ["resources", ({ resources }) => String(resources)],
  ["resident", ({ residentBytes }) => mb(residentBytes)],
];

function printed({ name, count, seconds, compared, samples, faults }: Part): string {
  const lines = [
    `\n${count.toLocaleString("en")} ${name}: ${seconds.toFixed(0)} s`,
    COLUMNS.map(([title]) => title.padStart(12)).join(""),
    ...samples.map((one) => COLUMNS.map(([, of]) => of(one).padStart(12)).join("")),
    ...(compared > 0 ? [`${compared} batches compared with the reference`] : []),
    ...(faults.length > 0 ? faults.map((fault) => `FAULT: ${fault}`) : ["level"]),
  ];
  return lines.join("\n");
}

const parts: Part[] = [];
for (const [count, soak] of [
  [Number(values.steps), soakSteps],
  [Number(values.engines), soakEngines],
  [Number(values.devices), soakDevices],
] as const)
  if (count > 0) parts.push(await soak(count));
const { vendor, architecture, description } = adapter.info;
console.log(`Node ${process.version}, Dawn, ${[vendor, architecture, description].filter(Boolean).join(", ")}`);
console.log(parts.map(printed).join("\n"));
const failed = parts.filter(({ faults }) => faults.length > 0).length;
console.log(`\n${parts.length - failed} passed, ${failed} failed`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(parts, undefined, 2)}\n`);
// Dawn's threads would keep the process.
process.exit(failed > 0 ? 1 : 0);
