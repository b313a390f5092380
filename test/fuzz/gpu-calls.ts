/** One call that works for every public function that needs a device, with all its arguments: see calls.ts. */

import {
  type Batch,
  type BatchInput,
  createEngine,
  createOps,
  createRestorer,
  Dataset,
  type DatasetInput,
  drawBatch,
  type Engine,
  type EpochOptions,
  filesIn,
  imageTarget,
  liveFrames,
  mixup,
  type OpFunctions,
  ops,
  type PictureStore,
  picturesIn,
  readBatch,
  type SplitOptions,
  Stream,
  type TargetData,
  toImageData,
} from "mixwell";
import type { OpCall } from "../../src/plan/plan.ts";
import { tarOf } from "../tar.ts";
import { type Door, door } from "./door.ts";

/** Targets that were added so far. */
let added = 0;

/** What the calls work with, made once. */
export interface GpuGiven {
  device: GPUDevice;
  engine: Engine;
  dataset: Dataset;
  /** Six pictures of 4 × 4 × 3 bytes, usage STORAGE. */
  images: GPUBuffer;
  /** Outputs for two pictures. */
  out: { images: GPUBuffer; labels: GPUBuffer; classes: GPUBuffer; shares: GPUBuffer };
  batch: Batch;
  /** A frame of 4 × 4 pixels. */
  texture: GPUTexture;
  functions: OpFunctions;
  /** An IDX file of two pictures of 2 × 2, its labels, a batch of one record of CIFAR-10, and a shard. */
  files: {
    images: Uint8Array<ArrayBuffer>;
    labels: Uint8Array<ArrayBuffer>;
    cifar: Uint8Array<ArrayBuffer>;
    /** A shard of two samples: a picture and a class id each. */
    tar: Blob;
  };
}

export const SIX = { height: 4, width: 4, channels: 3 } as const;
const BYTES = 4 * 4 * 3;
const LABELS = { classes: 6, smoothing: 0.1, smoothUnmixed: true, dense: true, sparse: true };

/** What a decoder makes of a file may say more than is asked for. */
const DECODED = ["1"];
const DECODED_FIRST = ["0"];

/** A store may be an object of any class, and have more than is asked for. */
const STORE = ["0"];

/** Some ops as functions: one without arguments, and those with lists, numbers and names. */
const OPS = [
  ["invert", {}],
  ["rotate", { degrees: 3, interpolation: "bilinear", fill: [9] }],
  ["gaussianBlur", { sigma: [1, 1], kernel: [3, 3] }],
] as const;

/** Node has no canvas; there the call that is right is refused for want of a context, after all else was checked. */
const canvas = () =>
  "OffscreenCanvas" in globalThis
    ? new OffscreenCanvas(64, 1)
    : ({ width: 64, height: 1, getContext: () => null } as unknown as OffscreenCanvas);

/** Makes what the calls work with, on a device. */
export async function makeGiven(device: GPUDevice, make: (bytes: number) => GPUBuffer): Promise<GpuGiven> {
  const frames = liveFrames();
  const engine = await createEngine(device, { policy: mixup({ pairing: "reverse" }), labels: LABELS, frames });
  const labels = Uint32Array.from({ length: 6 }, (_, i) => i);
  const dataset = await Dataset.fromArrays(device, { images: new Uint8Array(6 * BYTES), shape: [6, 4, 4, 3], labels });
  const idx = (magic: number, dims: number[], body: number) =>
    new Uint8Array([0, 0, 8, magic, ...dims.flatMap((dim) => [0, 0, 0, dim]), ...new Array<number>(body).fill(1)]);
  return {
    device,
    engine,
    dataset,
    images: make(6 * BYTES),
    out: { images: make(2 * BYTES * 4), labels: make(2 * 6 * 4), classes: make(2 * 2 * 4), shares: make(2 * 2 * 4) },
    texture: device.createTexture({ size: [4, 4], format: "rgba8unorm", usage: GPUTextureUsage.COPY_SRC }),
    batch: engine.run({ dataset, indices: [0, 1] }, {}),
    functions: createOps(device),
    files: {
      images: idx(3, [2, 2, 2], 8),
      labels: idx(1, [2], 2),
      cifar: new Uint8Array(3073),
      tar: new Blob([
        tarOf(
          ["a", "b"].flatMap(
            (key) =>
              [
                [`${key}.png`, "a picture"],
                [`${key}.cls`, "1"],
              ] as const,
          ),
        ),
      ]),
    },
  };
}

/** The doors. What is given is looked at only when one is called. */
export function gpuDoors(given: GpuGiven): readonly Door[] {
  const rgb = () => ({ data: new Uint8Array(12), width: 2, height: 2 });
  const load = () => ({ pageBytes: 1024, onProgress: () => undefined, signal: new AbortController().signal });
  const streamed = () => ({ ahead: { pictures: 9, bytes: 999 }, onError: "skip" as const });
  const decoder = () => ({ workers: 0, makeWorker: () => new Worker("none.js"), decode: () => rgb() });
  const size = () => ({ height: 2, width: 2, fit: "contain" as const, channels: 3 as const, background: [1, 2, 3] });
  const folder = (): [File[], { signal: AbortSignal }] => [
    [new File(["x"], "a.png"), new File(["x"], "b.jpg")],
    { signal: new AbortController().signal },
  ];
  const reading = () => ({ onProgress: () => undefined, signal: new AbortController().signal });
  const pictures = (): BatchInput => ({
    images: given.images,
    size: 2,
    ...SIX,
    format: "u8",
    layout: "nhwc",
    labels: new Uint32Array(2),
    labelForm: "ids",
    external: { images: given.images, size: 2, labels: new Uint32Array(2) },
    clip: 1,
    fields: { name: ["a", "b"] },
  });
  const floats = (): BatchInput => ({
    images: given.images,
    size: 1,
    height: 2,
    width: 2,
    channels: 3,
    format: "f32",
    valueRange: [0, 2],
  });
  const store = (): PictureStore => ({
    count: 6,
    ...SIX,
    layout: "nhwc",
    labels: [0, 1, 2, 3, 4, 5],
    classes: 6,
    fields: { k: [1, 2, 3, 4, 5, 6] },
    read: (ids) => ({ images: new Uint8Array(ids.length * BYTES), fields: { more: [...ids] } }),
  });
  const stream = () => Stream.from(store());
  const some = (): DatasetInput => ({ dataset: given.dataset, indices: [0, 1] });
  const epoch = (): EpochOptions => ({
    epoch: 1,
    batchSize: 2,
    shuffle: true,
    shard: { rank: 0, world: 2 },
    last: "drop",
    sampler: { weights: [1, 2, 0, 1, 1, 1], balance: true, repeats: 2, samples: 12 },
    batches: 2,
    lookAhead: 0,
    start: 0,
  });
  const engineOptions = () => ({
    seed: 1,
    policy: [ops.invert(), mixup()],
    output: {
      format: "f32" as const,
      layout: "nchw" as const,
      valueRange: [-1, 1] as [number, number],
      normalize: { mean: [0], std: [1] },
    },
    labels: { ...LABELS },
    outputSets: 2,
    maxPending: 4,
    warm: { ...SIX, labelForm: "ids" as const },
    frames: liveFrames(),
    targets: { depth: imageTarget() },
    tuning: "auto" as const,
    onProgress: () => undefined,
  });
  const told = () => ({ onProgress: () => undefined });
  const step = () => ({ epoch: 1, step: 2, ids: [1, 2], plan: undefined, out: { ...given.out } });
  const plan = () => given.engine.draw(pictures(), { step: 1 });
  const objects = () => ({
    offsets: Uint32Array.of(0, 1, 1),
    boxes: Float32Array.of(1, 1, 3, 3),
    format: "xyxy" as const,
    normalized: false,
    size: { height: 4, width: 4 },
    labels: Uint32Array.of(0),
    weight: Float32Array.of(1),
    visible: Float32Array.of(1),
    area: Float32Array.of(4),
    source: new Uint32Array(1),
    index: new Uint32Array(1),
    fields: {},
  });
  const drawing = () => ({
    names: ["a", "b", "c", "d", "e", "f"],
    titles: false as const,
    columns: 1,
    rows: [1],
    tile: 4,
    pixelRatio: 1,
    color: "red",
    objects: objects(),
    valueRange: [0, 1] as [number, number],
    device: given.device,
  });
  return [
    door("createEngine", createEngine)(() => [given.device, engineOptions()]),
    door(
      "Dataset.addTargets",
      (targets: Record<string, TargetData>, options: object) => given.dataset.addTargets(targets, options),
      ["0"],
    )(() => [
      // Names are the caller's, and each can be given once.
      {
        [`masks ${++added}`]: { kind: "mask", ids: new Uint16Array(6 * 16), classes: 3, ignoreIndex: 7 },
        [`depth ${added}`]: {
          kind: "image",
          data: new Float32Array(6 * 32),
          channels: 2,
          layout: "nchw",
          valueRange: [0, 9],
        },
        [`objects ${added}`]: {
          kind: "objects",
          format: "xyxy",
          boxes: [[[0, 0, 2, 2]], [], [], [], [], []],
          labels: [4],
          degenerate: "drop",
        },
      },
      { pageBytes: 1024 },
    ]),
    door("createOps", createOps)(() => [given.device, { tuning: "auto", own: [] }]),
    door("createRestorer", createRestorer)(() => [given.device]),
    door("readBatch", readBatch, ["1"])(() => [given.device, { ...given.batch }]),
    door("toImageData", toImageData, ["1"])(() => [given.device, { ...given.batch }, 1, { valueRange: [0, 1] }]),
    door("drawBatch", drawBatch, ["0", "1", "objects", "size"])(() => [canvas(), { ...given.batch }, drawing()]),
    door("drawBatch", drawBatch, ["0", "1", "objects", "size"])(() => [
      canvas(),
      { ...given.batch },
      { ...drawing(), titles: ["a"] },
    ]),
    door(
      "Dataset.fromArrays",
      Dataset.fromArrays,
    )(() => [
      given.device,
      {
        images: [[[[1, 2, 3]]]],
        shape: [1, 1, 1, 3],
        layout: "nhwc",
        labels: [0],
        classes: 2,
        classNames: ["a", "b"],
        fields: { k: ["x"] },
      },
      load(),
    ]),
    door(
      "Dataset.fromArrays",
      Dataset.fromArrays,
    )(() => [given.device, { images: new Uint8Array(3), shape: [1, 1, 1, 3], labelRows: [[0.5, 0.5]] }, load()]),
    door(
      "Dataset.fromIdx",
      Dataset.fromIdx,
    )(() => [
      given.device,
      { images: given.files.images, labels: given.files.labels },
      { ...load(), names: { images: "a", labels: "b" }, classes: 2, classNames: ["a", "b"], maxBytes: 1000 },
    ]),
    door(
      "Dataset.fromCifar",
      Dataset.fromCifar,
    )(() => [
      given.device,
      [given.files.cifar],
      { ...load(), pageBytes: 4096, kind: "cifar10", labels: "fine", maxBytes: 10_000 },
    ]),
    door(
      "Dataset.fromImages",
      Dataset.fromImages,
      DECODED,
    )(() => [
      given.device,
      [rgb(), rgb()],
      {
        ...load(),
        height: 2,
        width: 2,
        fit: "contain",
        channels: 3,
        background: [1, 2, 3],
        labels: [0, 1],
        fields: { k: [1, 2] },
        classes: 2,
        classNames: ["a", "b"],
        ...decoder(),
      },
    ]),
    door(
      "Dataset.fromImages",
      Dataset.fromImages,
      DECODED,
    )(() => [given.device, [rgb()], { height: 2, width: 2, labelRows: [[0.5, 0.5]] }]),
    door(
      "Dataset.fromBuffer",
      Dataset.fromBuffer,
    )(() => [
      given.device,
      {
        images: given.images,
        count: 6,
        ...SIX,
        format: "u8",
        layout: "nhwc",
        labels: new Uint32Array(6),
        classNames: ["a"],
        fields: { k: [1, 2, 3, 4, 5, 6] },
      },
    ]),
    door(
      "Dataset.fromBuffer",
      Dataset.fromBuffer,
    )(() => [
      given.device,
      { images: given.images, count: 6, ...SIX, labelRows: { data: new Float32Array(12), classes: 2 } },
    ]),
    door("Dataset.subset", (samples: Parameters<Dataset["subset"]>[0]) => given.dataset.subset(samples))(() => [
      [5, 0, 2],
    ]),
    door("Dataset.subset", (samples: Parameters<Dataset["subset"]>[0]) => given.dataset.subset(samples))(() => [
      ({ index }) => index > 2,
    ]),
    door("Dataset.split", (options: SplitOptions) => given.dataset.split(options))(() => [
      { validation: 0.3, test: 0.2, seed: 1, stratify: false },
    ]),
    door("Dataset.fieldsAt", (indices: ArrayLike<number>) => given.dataset.fieldsAt(indices))(() => [[0, 1]]),
    door("Stream.from", Stream.from, STORE)(() => [store(), { ahead: { pictures: 9, bytes: 999 }, onError: "skip" }]),
    door(
      "Stream.from",
      Stream.from,
      STORE,
    )(() => [{ ...store(), labels: undefined, classes: undefined, labelRows: [[1], [0], [1], [0], [1], [0]] }, {}]),
    door(
      "Stream.fromImages",
      Stream.fromImages,
      DECODED_FIRST,
    )(() => [
      [rgb(), rgb()],
      {
        ...size(),
        ...streamed(),
        ...decoder(),
        labels: [0, 1],
        fields: { k: [1, 2] },
        classes: 2,
        classNames: ["a", "b"],
      },
    ]),
    door(
      "Stream.fromImages",
      Stream.fromImages,
      DECODED_FIRST,
    )(() => [
      [rgb(), rgb()],
      {
        ...size(),
        labelRows: [
          [0.5, 0.5],
          [1, 0],
        ],
      },
    ]),
    door(
      "Stream.fromTar",
      Stream.fromTar,
    )(() => [
      [given.files.tar],
      {
        ...size(),
        ...streamed(),
        ...decoder(),
        ...reading(),
        classes: 2,
        classNames: ["a", "b"],
        picture: "png",
        label: "cls",
      },
    ]),
    door(
      "Stream.fromIdx",
      Stream.fromIdx,
    )(() => [
      { images: new Blob([given.files.images]), labels: given.files.labels },
      {
        ...streamed(),
        ...reading(),
        names: { images: "a", labels: "b" },
        classes: 2,
        classNames: ["a", "b"],
        maxBytes: 1000,
      },
    ]),
    door(
      "Stream.fromCifar",
      Stream.fromCifar,
    )(() => [
      [new Blob([given.files.cifar])],
      { ...streamed(), ...reading(), kind: "cifar10", labels: "fine", maxBytes: 10_000 },
    ]),
    door("filesIn", filesIn)(() => folder()),
    door("picturesIn", picturesIn)(() => folder()),
    door("Stream.subset", (samples: Parameters<Stream["subset"]>[0]) => stream().subset(samples))(() => [[5, 0, 2]]),
    door("Stream.split", (options: SplitOptions) => stream().split(options))(() => [
      { validation: 0.3, test: 0.2, seed: 1, stratify: false },
    ]),
    door("Stream.fieldsAt", (indices: ArrayLike<number>) => stream().fieldsAt(indices))(() => [[0, 1]]),
    door("Stream.zip", (partners: Stream) => stream().zip(partners))(() => [stream()]),
    door("Stream.addTargets", (targets: Parameters<Stream["addTargets"]>[0]) => stream().addTargets(targets))(() => [
      { objects: { kind: "objects", format: "xyxy", boxes: [[[0, 0, 2, 2]], [], [], [], [], []], labels: [4] } },
    ]),
    door("Stream.batch", (...args: Parameters<Stream["batch"]>) => stream().batch(...args))(() => [
      given.engine,
      [0, 1],
      { epoch: 1, step: 2, plan: undefined, occurrences: [0, 1] },
      { signal: new AbortController().signal },
    ]),
    door("Engine.epoch", async (stream: Stream, options: EpochOptions) => {
      for await (const _ of given.engine.epoch(stream, options)) break;
    })(() => [stream(), epoch()]),
    door("Engine.draw", given?.engine.draw.bind(given.engine))(() => [pictures(), { epoch: 1, step: 2, ids: [1, 2] }]),
    door("Engine.draw", given?.engine.draw.bind(given.engine))(() => [some(), { epoch: 1, step: 2 }]),
    door(
      "Engine.draw",
      given?.engine.draw.bind(given.engine),
    )(() => [{ dataset: given.dataset.subset([4, 1]), indices: [1, 0] }, { epoch: 1 }]),
    door("Engine.run", given?.engine.run.bind(given.engine))(() => [pictures(), step()]),
    door("Engine.run", given?.engine.run.bind(given.engine))(() => [pictures(), { plan: plan() }]),
    door(
      "Engine.run",
      given?.engine.run.bind(given.engine),
    )(() => [some(), { epoch: 1, out: (name) => given.out[name] }]),
    door(
      "Engine.encode",
      given?.engine.encode.bind(given.engine),
    )(() => [given.device.createCommandEncoder(), pictures(), step()]),
    door("liveFrames", liveFrames)(() => [{ height: 4, width: 4, fit: "contain", channels: 3, background: [1, 2, 3] }]),
    door(
      "Engine.run",
      given?.engine.run.bind(given.engine),
    )(() => [
      {
        frames: [given.texture, given.texture],
        labels: new Uint32Array(2),
        labelForm: "ids",
        clip: 2,
        fields: { name: ["a", "b"] },
      },
      { epoch: 1, step: 2, ids: [1] },
    ]),
    door("Engine.epoch", (dataset: Dataset, options: EpochOptions) => {
      for (const _ of given.engine.epoch(dataset, options)) break;
    })(() => [given.dataset, epoch()]),
    door(
      "Engine.warm",
      given?.engine.warm.bind(given.engine),
    )(() => [{ ...SIX, format: "u8", layout: "nhwc", labelForm: "ids" }, told()]),
    door("Engine.read", given?.engine.read.bind(given.engine), ["0"])(() => [{ ...given.batch }]),
    door("createOps().apply", (batch: BatchInput, calls: readonly OpCall[]) => given.functions.apply(batch, calls))(
      () => [floats(), [{ op: "invert" }, { op: "flipX" }]],
    ),
    ...OPS.map(([name, args]) =>
      door(`createOps().${name}`, (batch: BatchInput | Batch, more: Readonly<Record<string, unknown>>) =>
        (given.functions[name] as (batch: BatchInput | Batch, args: object) => Batch)(batch, more),
      )(() => [floats(), { ...args }]),
    ),
  ];
}
