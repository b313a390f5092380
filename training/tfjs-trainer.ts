/** Training in TensorFlow.js. */
import * as tf from "@tensorflow/tfjs-core";
// After the core: it registers one gradient twice, and asks a flag of the core's whether to say so.
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { createFeed, shareDevice, type TfjsFeed } from "mixwell/tfjs";
import { ADAM, DROPOUT, weightShapes } from "./models.ts";
import { type Drop, logitsOf, nativeKernels, type TfjsKernels } from "./tfjs-network.ts";
import type { Library, StepNumbers, Trainer, TrainerSetup } from "./trainer.ts";

/** Where a trainer's tensors come from; they are the trainer's to dispose. */
export interface TensorSource {
  /** Mixed pictures [B, H, W, C] and soft labels [B, K]. */
  mixed(
    indices: readonly number[],
    address: { epoch: number; step: number },
  ): Promise<{ xs: tf.Tensor4D; ys: tf.Tensor2D }>;
  /** Test pictures [B, H, W, C] as they are. */
  plain(indices: readonly number[]): Promise<tf.Tensor4D>;
  destroy(): void;
}

/** On the engine's device: batches are tensors over the buffers that it wrote. */
export const tfjsOnGpu: Library = {
  layout: () => "nhwc",
  prepare: shareDevice,
  trainer: (setup) => new TfjsTrainer(setup, new ZeroCopySource(setup), nativeKernels),
};

class ZeroCopySource implements TensorSource {
  private readonly feed: TfjsFeed;
  private readonly plainFeed: TfjsFeed;

  constructor(private readonly setup: TrainerSetup) {
    this.feed = createFeed(setup.engine);
    this.plainFeed = createFeed(setup.plainEngine);
  }

  async mixed(indices: readonly number[], address: { epoch: number; step: number }) {
    const { images, labels } = this.feed.run({ dataset: this.setup.train, indices }, address);
    return { xs: images, ys: labels! };
  }

  async plain(indices: readonly number[]) {
    return this.plainFeed.run({ dataset: this.setup.test, indices }).images;
  }

  destroy(): void {
    for (const feed of [this.feed, this.plainFeed]) feed.destroy();
  }
}

/** On whatever backend of TensorFlow.js is active. */
export class TfjsTrainer implements Trainer {
  readonly backend = "tfjs";
  private readonly variables: tf.Variable[];
  private readonly optimizer = tf.train.adam(ADAM.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);

  constructor(
    private readonly setup: Pick<TrainerSetup, "network" | "weights" | "seed" | "dropout">,
    private readonly source: TensorSource,
    private readonly kernels: TfjsKernels,
  ) {
    const { network, weights } = setup;
    this.variables = weightShapes(network).map((shape, i) =>
      tf.tidy(() => tf.variable(tf.tensor(weights[i]!, shape, "float32"))),
    );
  }

  async step(indices: readonly number[], address: { epoch: number; step: number }): Promise<StepNumbers> {
    const { seed, dropout: rate = DROPOUT } = this.setup;
    const { xs, ys } = await this.source.mixed(indices, address);
    const numbers = tf.tidy(() => this.update(xs, ys, { rate, seed: `${seed} ${address.epoch} ${address.step}` }));
    try {
      const [loss, accuracy] = await numbers.data();
      return { loss: loss!, accuracy: accuracy! };
    } finally {
      tf.dispose([numbers, xs, ys]);
    }
  }

  async predict(indices: readonly number[]): Promise<Float32Array> {
    const xs = await this.source.plain(indices);
    const rows = tf.tidy(() => tf.softmax(this.logits(xs)));
    try {
      return (await rows.data()) as Float32Array;
    } finally {
      tf.dispose([rows, xs]);
    }
  }

  getWeights(): Promise<Float32Array[]> {
    return Promise.all(this.variables.map(async (variable) => (await variable.data()).slice() as Float32Array));
  }

  destroy(): void {
    tf.dispose(this.variables);
    this.optimizer.dispose();
    this.source.destroy();
  }

  private logits(xs: tf.Tensor4D, drop?: Drop): tf.Tensor2D {
    return logitsOf(this.setup.network, this.kernels, this.variables, xs, drop);
  }

  /** @returns loss and accuracy in one tensor, so that one read fetches both */
  private update(xs: tf.Tensor4D, ys: tf.Tensor2D, drop: Drop): tf.Tensor {
    let earned: tf.Scalar | undefined;
    const lossOf = () => {
      const logits = this.logits(xs, drop);
      earned = tf.keep(mixedAccuracy(logits, ys));
      return tf.losses.softmaxCrossEntropy(ys, logits) as tf.Scalar;
    };
    const { value, grads } = tf.variableGrads(lossOf, this.variables);
    this.optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
    const both = tf.stack([value, earned!]);
    earned!.dispose();
    return both;
  }
}

/**
 * A dense label is, class by class, the sum of the shares of that class' sources: so the predicted class' label is what
 * the prediction earns, the same as Mixwell's `mixedAccuracy` of the sources.
 */
function mixedAccuracy(logits: tf.Tensor2D, ys: tf.Tensor2D): tf.Scalar {
  const predicted = tf.cast(tf.oneHot(tf.argMax(logits, 1), ys.shape[1]), "float32");
  return tf.mean(tf.sum(tf.mul(predicted, ys), 1));
}
