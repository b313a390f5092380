/**
 * One call that works for every public function of the adapters: see calls.ts. A library is imported by whoever can run
 * it.
 */
import type { Dataset, Engine, EpochOptions } from "mixwell";
import { type Door, door } from "./door.ts";

/** What the calls work with. What it holds is looked at only when one is called. */
export interface AdapterGiven {
  engine: Engine;
  dataset: Dataset;
  /** 2 × 3 floats, on the library's device. */
  buffer: GPUBuffer;
}

const input = (given: AdapterGiven) => ({ dataset: given.dataset, indices: [0, 1] });
const step = () => ({ epoch: 1, step: 2, ids: undefined, plan: undefined });
const epoch = (): EpochOptions => ({
  epoch: 1,
  batchSize: 2,
  shuffle: false,
  shard: { rank: 0, world: 1 },
  last: "wrap",
  sampler: { balance: false, repeats: 2, samples: 9 },
  batches: 4,
  lookAhead: 0,
  start: 0,
});
const first = <T>(batches: Iterable<T>): void => {
  for (const _ of batches) break;
};

type Tfjs = typeof import("mixwell/tfjs");
type TfjsGiven = AdapterGiven & {
  tensor: import("@tensorflow/tfjs-core").Tensor;
  policy: () => import("mixwell").Policy;
};

export const tfjsDoors = (tfjs: Tfjs, given: TfjsGiven): readonly Door[] => [
  door("tfjs.createFeed", (engine: Engine) => tfjs.createFeed(engine).destroy())(() => [given.engine]),
  door("TfjsFeed.run", (...args: Parameters<import("mixwell/tfjs").TfjsFeed["run"]>) =>
    tfjs.createFeed(given.engine).run(...args),
  )(() => [input(given), step()]),
  door("TfjsFeed.epoch", (dataset: Dataset, options: EpochOptions) =>
    first(tfjs.createFeed(given.engine).epoch(dataset, options)),
  )(() => [given.dataset, epoch()]),
  door("TfjsFeed.dataset", (...args: Parameters<import("mixwell/tfjs").TfjsFeed["dataset"]>) =>
    tfjs.createFeed(given.engine).dataset(...args),
  )(() => [given.dataset, { ...epoch(), repeat: true }]),
  door("tfjs.augmentLayer", (...args: Parameters<Tfjs["augmentLayer"]>) => tfjs.augmentLayer(...args))(() => [
    given.policy(),
    { seed: 1, valueRange: [0, 2], name: "mine", inputShape: [4, 4, 3] },
  ]),
  // TensorFlow.js makes it and calls it; a program calls `augmentLayer`.
  door("tfjs.AugmentLayer", () => undefined)(() => []),
  door("tfjs.bufferOf", (tensor: TfjsGiven["tensor"]) => tfjs.bufferOf(tensor))(() => [given.tensor]),
  door("tfjs.importTensor", (...args: Parameters<Tfjs["importTensor"]>) => tfjs.importTensor(...args))(() => [
    given.buffer,
    [2, 3],
    "float32",
  ]),
  door("tfjs.shareDevice", (device: GPUDevice) => tfjs.shareDevice(device))(() => [given.engine.device]),
  door("tfjs.tfjsDevice", () => tfjs.tfjsDevice())(() => []),
  door("tfjs.flush", () => tfjs.flush())(() => []),
];

type Jax = typeof import("mixwell/jax");
type JaxGiven = AdapterGiven & { array: import("@jax-js/jax").Array };

export const jaxDoors = (jax: Jax, given: JaxGiven): readonly Door[] => [
  door("jax.createFeed", (engine: Engine) => jax.createFeed(engine))(() => [given.engine]),
  door("JaxFeed.run", (...args: Parameters<import("mixwell/jax").JaxFeed["run"]>) =>
    jax.createFeed(given.engine).run(...args),
  )(() => [input(given), step()]),
  door("JaxFeed.epoch", (dataset: Dataset, options: EpochOptions) =>
    first(jax.createFeed(given.engine).epoch(dataset, options)),
  )(() => [given.dataset, epoch()]),
  door("jax.bufferOf", (array: JaxGiven["array"]) => jax.bufferOf(array))(() => [given.array]),
  door("jax.shareDevice", (device: GPUDevice) => jax.shareDevice(device))(() => [given.engine.device]),
  door("jax.jaxDevice", () => jax.jaxDevice())(() => []),
];

type Ort = typeof import("mixwell/ort");
type OrtGiven = AdapterGiven & {
  session: import("onnxruntime-web/webgpu").InferenceSession;
  tensor: import("onnxruntime-web/webgpu").Tensor;
  batch: import("mixwell").Batch;
};

export const ortDoors = (ort: Ort, given: OrtGiven): readonly Door[] => [
  door("ort.createFeed", (...args: Parameters<Ort["createFeed"]>) => ort.createFeed(...args).destroy())(() => [
    given.engine,
    given.session,
    { images: given.session.inputNames[0] },
  ]),
  door(
    "OrtFeed.run",
    (...args: Parameters<import("mixwell/ort").OrtFeed["run"]>) =>
      ort.createFeed(given.engine, given.session).run(...args),
    ["feeds"],
  )(() => [input(given), step(), { feeds: {}, fetches: [...given.session.outputNames], options: {} }]),
  door("ort.executionProvider", (device: GPUDevice) => ort.executionProvider(device))(() => [given.engine.device]),
  door("ort.sessionOptions", (...args: Parameters<Ort["sessionOptions"]>) => ort.sessionOptions(...args), [
    "1",
    "executionProviders",
  ])(() => [given.engine.device, { executionProviders: ["wasm"], enableGraphCapture: false }]),
  door("ort.importTensor", (...args: Parameters<Ort["importTensor"]>) => ort.importTensor(...args))(() => [
    given.buffer,
    [2, 3],
    "float32",
  ]),
  door("ort.toTensor", (batch: OrtGiven["batch"]) => ort.toTensor(batch), ["0"])(() => [{ ...given.batch }]),
  door("ort.bufferOf", (tensor: OrtGiven["tensor"]) => ort.bufferOf(tensor))(() => [given.tensor]),
  door("ort.inTurn", (work: () => Promise<unknown>) => ort.inTurn(work))(() => [async () => 1]),
];

type Node = typeof import("mixwell/node");

/** A PNG of one pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

export const nodeDoors = (node: Node, dawnOptions: string[]): readonly Door[] => [
  // What is below them is WebGPU's, which takes any key.
  door("node.decodeImage", (...args: Parameters<Node["decodeImage"]>) => node.decodeImage(...args))(() => [
    new Blob([Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0))]),
    "a.png",
  ]),
  door("node.createDecodeWorker", () => node.createDecodeWorker().terminate())(() => []),
  door(
    "node.createNodeDevice",
    async (options: Parameters<Node["createNodeDevice"]>[0]) => (await node.createNodeDevice(options)).close(),
    ["adapterOptions", "requiredLimits", "defaultQueue"],
  )(() => [
    {
      dawnOptions: [...dawnOptions],
      adapterOptions: {},
      label: "mine",
      requiredFeatures: [],
      requiredLimits: {},
      defaultQueue: {},
    },
  ]),
];

const none = undefined as never;

/** All of them, for their names. */
export const adapterDoors = [
  ...tfjsDoors(none, none),
  ...jaxDoors(none, none),
  ...ortDoors(none, none),
  ...nodeDoors(none, []),
];
