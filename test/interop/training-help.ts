/** What the tests of training share: settings that train in seconds on a GPU in software. */
import { createEngine, Dataset, type Engine, type Policy } from "mixwell";
import { armOf } from "../../training/arms.ts";
import { initialWeights, type Network } from "../../training/models.ts";
import { libraryOf, type Trainer, type TrainerSetup } from "../../training/trainer.ts";
import type { Backend, LabelledPictures, RunSettings, TrainData } from "../../training/types.ts";
import { stripes } from "../unit/training/data.ts";

/** 40 pictures of 16 × 16 to train on, four classes. */
export const smallData = stripes({ train: 40, test: 12, side: 16, classes: 4 });

export const smallRun: RunSettings = {
  data: smallData,
  model: "mlp",
  backend: "jax",
  arms: [armOf("none"), armOf("mixup")],
  labelNoise: 0,
  epochs: 2,
  batchSize: 16,
  seed: 5,
};

export interface Opened {
  trainer: Trainer;
  setup: TrainerSetup;
  close(): void;
}

/** A trainer as a session makes it, alone. */
export async function openTrainer(
  device: GPUDevice,
  backend: Backend,
  network: Network,
  policy: Policy,
  data: TrainData,
  dropout?: number,
): Promise<Opened> {
  const library = await libraryOf(backend);
  await library.prepare(device);
  const output = { layout: library.layout(network) };
  const engine = await createEngine(device, { seed: 9, policy, output, labels: { classes: network.classes } });
  const plainEngine = await createEngine(device, { policy: [], output });
  const [train, test] = [await upload(device, data, data.train), await upload(device, data, data.test)];
  const setup: TrainerSetup = {
    network,
    engine,
    plainEngine,
    train,
    test,
    weights: initialWeights(network, 9),
    seed: 9,
    dropout,
  };
  const trainer = library.trainer(setup);
  const close = () => {
    for (const mine of [trainer, engine, plainEngine, train, test]) mine.destroy();
  };
  return { trainer, setup, close };
}

function upload(
  device: GPUDevice,
  { height, width, channels, classes }: TrainData,
  { images, labels, count }: LabelledPictures,
): Promise<Dataset> {
  return Dataset.fromArrays(device, {
    images,
    shape: [count, height, width, channels],
    labels: Uint32Array.from(labels),
    classNames: classes,
  });
}

/** Scores of the mlp for pictures on the host, in double precision. */
export function mlpOnHost(
  images: ArrayLike<number>,
  [w1, b1, w2, b2]: readonly ArrayLike<number>[],
  inputs: number,
): number[] {
  const dense = (x: ArrayLike<number>, from: number, size: number, w: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from({ length: b.length }, (_, k) => {
      let sum = b[k]!;
      for (let i = 0; i < size; i++) sum += x[from + i]! * w[i * b.length + k]!;
      return sum;
    });
  const scores: number[] = [];
  for (let from = 0; from < images.length; from += inputs) {
    const hidden = dense(images, from, inputs, w1!, b1!).map((value) => Math.max(0, value));
    scores.push(...dense(hidden, 0, hidden.length, w2!, b2!));
  }
  return scores;
}

/** Mean cross-entropy of scores against soft labels. */
export function crossEntropy(scores: readonly number[], labels: ArrayLike<number>, classes: number): number {
  let loss = 0;
  for (let from = 0; from < scores.length; from += classes) {
    const row = scores.slice(from, from + classes);
    const most = Math.max(...row);
    const log = most + Math.log(row.reduce((sum, value) => sum + Math.exp(value - most), 0));
    row.forEach((value, k) => {
      loss += labels[from + k]! * (log - value);
    });
  }
  return (loss * classes) / scores.length;
}

/** A batch's pictures and sparse labels, as the engine mixes them for this step. */
export async function mixedOnHost(
  engine: Engine,
  setup: TrainerSetup,
  indices: number[],
  address: { epoch: number; step: number },
) {
  return engine.read(engine.run({ dataset: setup.train, indices }, address));
}
