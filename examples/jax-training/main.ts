import { type Array as JaxArray, jit, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";
import { createEngine, cutmix, Dataset, mixup, oneOf, ops } from "mixwell";
import { createFeed, jaxDevice } from "mixwell/jax";
import { epochsOr, run, say } from "../shared/page.ts";
import { patches } from "../shared/photos.ts";

const SIDE = 16;
const EPOCHS = epochsOr(3);
const BATCH_SIZE = 64;
const LEARNING_RATE = 0.05;

/** A small MLP: 768 -> 32 -> classes. */
type Params = { w1: JaxArray; b1: JaxArray; w2: JaxArray; b2: JaxArray };

function newParams(inputs: number, hidden: number, classes: number): Params {
  const [first, second] = [random.key(1), random.key(2)];
  const w1 = random.normal(first, [inputs, hidden]).mul(Math.sqrt(2 / inputs));
  const w2 = random.normal(second, [hidden, classes]).mul(Math.sqrt(2 / hidden));
  return { w1, b1: np.zeros([hidden]), w2, b2: np.zeros([classes]) };
}

/** Soft cross-entropy: the labels are rows of shares, as mixing made them. */
function lossOf({ w1, b1, w2, b2 }: Params, images: JaxArray, labels: JaxArray): JaxArray {
  const hidden = nn.relu(np.dot(images.reshape([BATCH_SIZE, -1]), w1).add(b1));
  const logits = np.dot(hidden, w2).add(b2);
  return labels
    .mul(nn.logSoftmax(logits))
    .sum()
    .mul(-1 / BATCH_SIZE);
}

/** One step of SGD. In jax-js an operation consumes its arguments; `ref` keeps the parameters for their update. */
const trainStep = jit((params: Params, images: JaxArray, labels: JaxArray) => {
  const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(params), images, labels);
  const updated = tree.map(
    (weight: JaxArray, gradient: JaxArray) => weight.sub(gradient.mul(LEARNING_RATE)),
    params,
    gradients,
  );
  return { loss, params: updated as Params };
});

run(async () => {
  const device = await jaxDevice();
  const dataset = await Dataset.fromArrays(device, await patches(SIDE));
  const engine = await createEngine(device, {
    seed: 1,
    policy: [ops.flipX({ prob: 0.5 }), oneOf([mixup({ alpha: 0.2 }), cutmix()])],
    output: { normalize: { mean: [0.5], std: [0.25] } },
    labels: { classes: dataset.classes },
  });
  const feed = createFeed(engine);

  let params = newParams(SIDE * SIDE * 3, 32, dataset.classes);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let sum = 0;
    const batches = feed.epoch(dataset, { epoch, batchSize: BATCH_SIZE, last: "drop" });
    for (const { images, labels } of batches) {
      // The step consumes both arrays; their buffers go back to jax.
      const next = trainStep(params, images, labels!);
      params = next.params;
      sum += (await next.loss.data())[0]!;
    }
    say(`epoch ${epoch}: loss ${(sum / batches.length).toFixed(4)}`);
  }
  tree.dispose(params);
  engine.destroy();
  dataset.destroy();
});
