/** Training in jax-js, on batches written into its own arrays. */
import { type Array as JaxArray, jit, lax, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";
import { foldIn, hashName, type Key, keyFromSeed } from "mixwell";
import { createFeed, type JaxFeed, shareDevice } from "mixwell/jax";
import { ADAM, DROPOUT, type Network, weightShapes } from "./models.ts";
import type { Library, StepNumbers, Trainer, TrainerSetup } from "./trainer.ts";
import type { ModelName } from "./types.ts";

export const jaxOnGpu: Library = {
  // It convolves channels first; a flat picture is in the order that TensorFlow.js sees.
  layout: ({ model }) => (model === "cnn" ? "nchw" : "nhwc"),
  prepare: shareDevice,
  trainer: (setup) => new JaxTrainer(setup),
};

/** Everything that a step changes, each a list with one array a weight: the weights and Adam's two moments. */
type State = { weights: JaxArray[]; first: JaxArray[]; second: JaxArray[] };

/**
 * In jax-js an operation consumes its arguments, and `ref` keeps one for another use.
 * What changes from step to step comes in as arrays: a plain number would be part of a shader, to be compiled anew
 * every time.
 */
class JaxTrainer implements Trainer {
  readonly backend = "jax";
  private readonly feed: JaxFeed;
  private readonly plainFeed: JaxFeed;
  private readonly compiled: Compiled;
  private readonly dropKey: Key;
  private state: State;
  private steps = 0;

  constructor(private readonly setup: TrainerSetup) {
    const { network, dropout = DROPOUT, weights, seed } = setup;
    this.feed = createFeed(setup.engine);
    this.plainFeed = createFeed(setup.plainEngine);
    this.compiled = compiledFor(network.model, dropout);
    this.dropKey = foldIn(keyFromSeed(seed), hashName("dropout"));
    this.state = newState(network, weights);
  }

  async step(indices: readonly number[], address: { epoch: number; step: number }): Promise<StepNumbers> {
    const { images, labels } = this.feed.run({ dataset: this.setup.train, indices }, address);
    this.steps++;
    const { k0, k1 } = foldIn(foldIn(this.dropKey, address.epoch), address.step);
    const drop = np.array(new Uint32Array([k0, k1]));
    const rate = np.array(ADAM.rate / (1 - ADAM.beta1 ** this.steps));
    const correction = np.array(1 / (1 - ADAM.beta2 ** this.steps));
    const { state, numbers } = this.compiled.step(this.state, images, labels!, drop, rate, correction);
    this.state = state;
    const [loss, accuracy] = await numbers.data();
    return { loss: loss!, accuracy: accuracy! };
  }

  async predict(indices: readonly number[]): Promise<Float32Array> {
    const { images } = this.plainFeed.run({ dataset: this.setup.test, indices });
    return (await this.compiled.probabilities(tree.ref(this.state.weights), images).data()) as Float32Array;
  }

  async getWeights(): Promise<Float32Array[]> {
    return Promise.all(this.state.weights.map(async (weight) => (await fromOihw(weight.ref).data()) as Float32Array));
  }

  destroy(): void {
    tree.dispose(this.state);
  }
}

interface Compiled {
  step: ReturnType<typeof stepOf>;
  probabilities: (weights: JaxArray[], images: JaxArray) => JaxArray;
}

/**
 * jax traces and compiles once for every shape. Kept for all arms and later runs: that takes longer than many a step.
 */
const everCompiled = new Map<string, Compiled>();

function compiledFor(model: ModelName, dropout: number): Compiled {
  const name = `${model} ${dropout}`;
  let compiled = everCompiled.get(name);
  if (!compiled) {
    const probabilities = jit((weights: JaxArray[], images: JaxArray) => nn.softmax(logitsOf(model, weights, images)));
    compiled = { step: stepOf(model, dropout), probabilities };
    everCompiled.set(name, compiled);
  }
  return compiled;
}

function newState(network: Network, weights: TrainerSetup["weights"]): State {
  const shapes = weightShapes(network);
  const arrays = shapes.map((shape, i) => toOihw(np.array(weights[i]!, { shape })));
  const zeros = () => arrays.map(({ shape }) => np.zeros(shape));
  return { weights: arrays, first: zeros(), second: zeros() };
}

/** Convolution kernels [k, k, in, out] are [out, in, k, k] in jax; everything else is the same. */
const toOihw = (weight: JaxArray) => (weight.ndim === 4 ? np.transpose(weight, [3, 2, 0, 1]) : weight);
const fromOihw = (weight: JaxArray) => (weight.ndim === 4 ? np.transpose(weight, [2, 3, 1, 0]) : weight);

/** One step of Adam on the soft cross-entropy, in the order of operations that TensorFlow.js has. */
function stepOf(model: ModelName, dropout: number) {
  const lossOf = (weights: JaxArray[], images: JaxArray, labels: JaxArray, drop: JaxArray): [JaxArray, JaxArray] => {
    const rows = labels.shape[0]!;
    const logits = logitsOf(model, weights, images, { key: drop, rate: dropout });
    const predicted = nn.oneHot(np.argmax(lax.stopGradient(logits.ref), 1), labels.shape[1]!);
    // The predicted class' label is what the prediction earns.
    const accuracy = predicted
      .mul(labels.ref)
      .sum()
      .mul(1 / rows);
    const loss = nn
      .logSoftmax(logits)
      .mul(labels)
      .sum()
      .mul(-1 / rows);
    return [loss, accuracy];
  };
  const gradientsOf = valueAndGrad(lossOf, { hasAux: true });

  return jit(
    (state: State, images: JaxArray, labels: JaxArray, drop: JaxArray, rate: JaxArray, correction: JaxArray) => {
      const [[loss, accuracy], gradients] = gradientsOf(tree.ref(state.weights), images, labels, drop) as unknown as [
        [JaxArray, JaxArray],
        JaxArray[],
      ];
      const next: State = { weights: [], first: [], second: [] };
      gradients.forEach((gradient, i) => {
        const first = state.first[i]!.mul(ADAM.beta1).add(gradient.ref.mul(1 - ADAM.beta1));
        const second = state.second[i]!.mul(ADAM.beta2).add(gradient.ref.mul(gradient).mul(1 - ADAM.beta2));
        const change = first.ref.mul(rate.ref).div(np.sqrt(second.ref.mul(correction.ref)).add(ADAM.epsilon));
        next.weights.push(state.weights[i]!.sub(change));
        next.first.push(first);
        next.second.push(second);
      });
      for (const used of [rate, correction]) used.dispose();
      return { state: next, numbers: np.stack([loss, accuracy]) };
    },
  );
}

/** Scores [B, K], before the softmax. Consumes everything; `drop` as in training. */
function logitsOf(
  model: ModelName,
  weights: JaxArray[],
  images: JaxArray,
  drop?: { key: JaxArray; rate: number },
): JaxArray {
  const dense = (x: JaxArray, layer: number) => np.matmul(x, weights[layer]!).add(weights[layer + 1]!);
  if (model === "mlp") {
    drop?.key.dispose();
    return dense(nn.relu(dense(images.reshape([images.shape[0]!, -1]), 0)), 2);
  }
  const convolved = (x: JaxArray, layer: number) => {
    const bias = weights[layer + 1]!.reshape([1, -1, 1, 1]);
    return nn.relu(lax.convGeneralDilated(x, weights[layer]!, [1, 1], "VALID").add(bias));
  };
  const pooled = (x: JaxArray) => lax.reduceWindow(x, np.max, [2, 2], [2, 2]);
  let kept = pooled(convolved(pooled(convolved(images, 0)), 2));
  if (drop && drop.rate > 0) {
    const keep = random.bernoulli(drop.key, 1 - drop.rate, kept.shape);
    kept = np.where(keep, kept.mul(1 / (1 - drop.rate)), 0);
  } else drop?.key.dispose();
  return dense(nn.relu(dense(kept.mean([2, 3]), 4)), 6);
}
