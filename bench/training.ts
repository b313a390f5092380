/**
 * Whole training steps in TensorFlow.js, forward, backward and Adam, as the demo's training page takes them: on a batch
 * that is there already, on batches that this engine mixes, and on batches mixed with TensorFlow.js operations.
 */
import * as tf from "@tensorflow/tfjs-core";
import { createEngine } from "../src/index.ts";
import { createFeed } from "../src/interop/tfjs.ts";
import { initialWeights, type Network } from "../training/models.ts";
import { nativeKernels } from "../training/tfjs-network.ts";
import { type TensorSource, TfjsTrainer } from "../training/tfjs-trainer.ts";
import type { ModelName } from "../training/types.ts";
import { allCases, type Case, CLASSES, NO_AUGMENTATION, RAND_AUGMENT, shapeName } from "./cases.ts";
import { upload, type Work } from "./contender.ts";
import { policyOf, prepareWork, SEED } from "./draws.ts";
import { mixwellBytes } from "./engine.ts";
import type { Timed } from "./stopwatch.ts";
import { type TensorMixing, tensorFlowWays } from "./tfjs-contender.ts";

export interface TrainingCase {
  name: string;
  model: ModelName;
  /** How its batches are mixed, and their shape. */
  mixing: Case;
}

export interface TrainingContender extends Timed {
  name: string;
  /** Read and written by the augmentation. */
  bytes: number;
  /** Takes the first step: its loss says whether the batch was mixed as it should. */
  firstLoss(): Promise<number>;
  destroy(): void;
}

/** A step of the CNN takes seconds on a GPU in software, and what augmentation adds is nothing beside it. */
const MOST_ROUNDS = { mlp: 41, cnn: 5 };

export const trainingRounds = ({ model }: TrainingCase, rounds: number): number => Math.min(rounds, MOST_ROUNDS[model]);

/** The MLP on pictures of CIFAR's size, and keras.io's MixUp example: its CNN on pictures of MNIST's size. */
export function trainingCases(): TrainingCase[] {
  const caseOf = (model: ModelName, name: string, shape: string): TrainingCase => {
    const mixing = allCases().find((test) => test.name === name && shapeName(test) === shape)!;
    return { name: `training step, ${model}, ${name}`, model, mixing };
  };
  return [
    caseOf("mlp", "mixup u8", "64×32×32×3"),
    caseOf("mlp", RAND_AUGMENT, "64×32×32×3"),
    caseOf("cnn", "mixup u8", "64×28×28×1"),
  ];
}

export async function trainingContenders(
  device: GPUDevice,
  { model, mixing }: TrainingCase,
): Promise<TrainingContender[]> {
  const work = prepareWork(device, mixing);
  const ways = await tensorFlowWays(work);
  const network: Network = { model, ...mixing.shape, classes: CLASSES };
  const setup = { network, weights: initialWeights(network, SEED), seed: SEED, dropout: 0 };
  const contender = (name: string, bytes: number, source: TensorSource): TrainingContender => {
    const trainer = new TfjsTrainer(setup, source, nativeKernels);
    const step = (i: number) => trainer.step([], { epoch: 0, step: work.draws[i % work.draws.length]!.step });
    return {
      name,
      bytes,
      async burst(steps) {
        const start = performance.now();
        // Every step ends with its loss on the host.
        for (let i = 0; i < steps; i++) await step(i);
        return performance.now() - start;
      },
      firstLoss: async () => (await step(0)).loss,
      destroy: () => trainer.destroy(),
    };
  };
  return [
    contender(NO_AUGMENTATION, 0, readyBatch(ways[0]!, mixing)),
    contender("mixwell", mixwellBytes(mixing, work.device), await mixedByEngine(work)),
    ...ways.map((way) => contender(way.name, way.bytes, mixedByOperations(way, mixing))),
  ];
}

async function mixedByEngine({ device, test, images, labels }: Work): Promise<TensorSource> {
  const policy = policyOf(test);
  const engine = await createEngine(device, { seed: SEED, policy, output: test.output, labels: { classes: CLASSES } });
  const feed = createFeed(engine);
  const buffers = { images: upload(device, images), labels: upload(device, labels) };
  const input = { ...buffers, size: test.batch, ...test.shape, format: test.format };
  return {
    async mixed(_, { step }) {
      const { images: xs, labels: ys } = feed.run(input, { step });
      return { xs, ys: ys! };
    },
    plain: neverTested,
    destroy() {
      feed.destroy();
      engine.destroy();
      for (const buffer of Object.values(buffers)) buffer.destroy();
    },
  };
}

/** The first step's batch, again and again. */
function readyBatch(way: TensorMixing, test: Case): TensorSource {
  const { xs, ys } = tensorsOf(way, test, 0);
  return {
    mixed: async () => ({ xs: tf.clone(xs), ys: tf.clone(ys) }),
    plain: neverTested,
    destroy: () => tf.dispose([xs, ys]),
  };
}

function mixedByOperations(way: TensorMixing, test: Case): TensorSource {
  return { mixed: async (_, { step }) => tensorsOf(way, test, step), plain: neverTested, destroy: () => way.destroy() };
}

function tensorsOf(way: TensorMixing, { batch, shape }: Case, step: number): { xs: tf.Tensor4D; ys: tf.Tensor2D } {
  const { images, labels } = way.batch(step);
  const xs = tf.reshape(images, [batch, shape.height, shape.width, shape.channels]) as tf.Tensor4D;
  images.dispose();
  return { xs, ys: labels as tf.Tensor2D };
}

const neverTested = () => Promise.reject(new Error("the benchmark predicts nothing"));

/**
 * How far first losses may lie apart, in nats. Mixed alike up to roundings, they do by some 1e-6. With image ops one
 * value in a hundred may be off by a level (see expected.ts): of normalised values, whose level is some 0.02, that
 * moves a loss by less than 0.01.
 */
const LOSS_ROOM = { plain: 1e-4, augmented: 1e-2 };

/** Takes everybody's first step: what is wrong with each, if anything. All have started from the same weights. */
export async function trainingErrors(
  contenders: readonly TrainingContender[],
  { mixing }: TrainingCase,
): Promise<(string | undefined)[]> {
  const losses: number[] = [];
  for (const contender of contenders) losses.push(await contender.firstLoss());
  const room = mixing.augment ? LOSS_ROOM.augmented : LOSS_ROOM.plain;
  // The batch that is there already was mixed by TensorFlow.js, and held to the reference in the case of the mixing
  // alone.
  const wanted = losses[0]!;
  return losses.map((loss) =>
    Math.abs(loss - wanted) <= room ? undefined : `wrong: expected a loss of ${wanted} ± ${room}, found ${loss}`,
  );
}
