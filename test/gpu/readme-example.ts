/**
 * The code blocks of README.md, in its order, as functions that run: `readme.test.ts` runs them on a GPU, and
 * `test/unit/docs.test.ts` holds the README's text to them. A region is a block, less two spaces and the block's import line.
 */
import {
  type Batch,
  type BatchInput,
  cosine,
  createEngine,
  createOps,
  cutmix,
  Dataset,
  type Engine,
  kernels,
  linear,
  lower,
  mixedAccuracy,
  mixup,
  oneOf,
  ops,
  type Plan,
  presets,
  printRecording,
  randAugment,
  randomChoice,
  randomErasing,
  randomResizedCrop,
  reference,
  samplePlan,
  shaders,
} from "mixwell";

/** What a training step takes; `labels` is there because the engine was told to make some. */
type Train = (images: GPUBuffer, labels: GPUBuffer | undefined) => void;

export async function tenLines(device: GPUDevice, fetch: (name: string) => Promise<Response>, train: Train) {
  // #region
  const files = { images: await fetch("train-images-idx3-ubyte.gz"), labels: await fetch("train-labels-idx1-ubyte.gz") };
  const dataset = await Dataset.fromIdx(device, files);
  const engine = await createEngine(device, {
    seed: 42,
    policy: [randAugment({ layers: 2, magnitude: 0.3 }), oneOf([mixup({ alpha: 0.2 }), cutmix({ alpha: 1 })])],
    labels: { classes: 10, smoothing: 0.1 },
  });
  for (const batch of engine.epoch(dataset, { epoch: 0, batchSize: 64 })) {
    train(batch.images, batch.labels); // f32 [64, 28, 28, 1] and f32 [64, 10], both on the GPU
  }
  // #endregion
  return { dataset, engine };
}

export function augment() {
  // #region
  const augmented = [
    randomResizedCrop({ height: 32, width: 32, scale: [0.5, 1] }),
    ops.flipX({ prob: 0.5 }),
    randomChoice([
      ops.solarize({ threshold: [0, 256] }),
      ops.posterize({ bits: [4, 8] }),
      ops.rotate({ degrees: [0, 30], randomSign: true }),
    ]),
    mixup({ prob: 0.5 }),
    randomErasing({ prob: 0.25 }), // of what was mixed
  ];
  // #endregion
  return augmented;
}

export function functions(device: GPUDevice, batch: BatchInput) {
  // #region
  const ops = createOps(device);
  const solarized = ops.solarize(batch, { threshold: 128 });
  const turned = ops.apply(solarized, [{ op: "rotate", degrees: 10 }, { op: "equalize" }]); // in as few passes as they need
  // #endregion
  return { ops, solarized, turned };
}

export function chain() {
  // #region
  const policy = [
    cutmix({ alpha: 1, prob: linear({ from: 0.5, to: 0, start: 60, end: 80 }) }), // half of the pictures; from epoch 80 on none
    mixup({ alpha: cosine({ from: 0.4, to: 0.1, end: 100 }) }), // then all of them, boxes and all, ever less
  ];
  // #endregion
  return policy;
}

export async function preset(device: GPUDevice) {
  // #region
  const timm = presets.timmMixup({ mixupAlpha: 0.8, cutmixAlpha: 1, numClasses: 100 });
  const engine = await createEngine(device, { seed: 42, ...timm });
  // #endregion
  return engine;
}

export async function embed(device: GPUDevice, pixels: GPUBuffer, classIds: GPUBuffer, modelInput: GPUBuffer, modelTarget: GPUBuffer) {
  // #region
  const engine = await createEngine(device, { seed: 42, policy: mixup({ alpha: 0.4 }), labels: { classes: 10 } });
  const input = { images: pixels, labels: classIds, size: 32, height: 64, width: 64, channels: 3 };

  const encoder = device.createCommandEncoder();
  const batch = engine.encode(encoder, input, { step: 7, out: { images: modelInput, labels: modelTarget } });
  // … more passes of yours …
  device.queue.submit([encoder.finish()]);
  // #endregion
  return { engine, batch };
}

export function replay(engine: Engine, dataset: Dataset) {
  // #region
  const input = { dataset, indices: [17, 4, 9] };
  const batch = engine.run(input, { epoch: 3 });
  const saved = JSON.stringify(batch.plan);

  const plan: Plan = JSON.parse(saved);
  const again = engine.run(input, { plan }); // the same bytes

  const row = plan.stages[0]!.rows[0]!;
  if (row.mixer === "mixup") row.lambda = 0.5;
  const edited = engine.run(input, { plan }); // the same, but for its first picture
  // #endregion
  return { batch, again, edited };
}

export function onTheCpu(pixels: Uint8Array, ids: Uint32Array) {
  // #region
  const plan = samplePlan({ policy: cutmix(), seed: 42, step: 0, batchSize: 8, height: 32, width: 32 });
  const shape = { height: 32, width: 32, channels: 3 };
  const sources = { batch: { images: pixels, labels: ids }, shape, format: "u8", layout: "nhwc" } as const;
  const { images, labels } = reference(plan, sources, { labels: { classes: 10 } });
  // #endregion
  return { images, labels };
}

export async function accuracy(engine: Engine, batch: Batch, predictions: Uint32Array) {
  // #region
  const { classes, shares } = await engine.read(batch); // for looking and measuring; training needs no copy
  const earned = mixedAccuracy(predictions, { classes: classes!, shares: shares!, sources: batch.sparse!.sources });
  // #endregion
  return earned;
}

export function kernelsAlone() {
  // #region
  const plan = samplePlan({ policy: mixup(), seed: 42, step: 0, batchSize: 8, height: 32, width: 32 });
  const shape = { height: 32, width: 32, channels: 3 };
  const recording = lower(plan, { shape, format: "u8", layout: "nhwc", output: {}, pages: 1, picturesPerPage: 8 });

  printRecording(recording); // upload 336 bytes to mixChunks, dispatch mix_quads_u8_f32 4×8×1 …
  shaders.mix_quads_u8_f32; // its WGSL
  kernels.mix_quads_u8_f32.bindings; // what it wants bound, and where
  // #endregion
  return recording;
}
