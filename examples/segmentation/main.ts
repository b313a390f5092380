import { type Array as JaxArray, jit, lax, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";
import { colorJitter, createEngine, cutmix, Dataset, mapTarget, mixup, oneOf, ops } from "mixwell";
import { createFeed, jaxDevice } from "mixwell/jax";
import { adam, rateAt, type Trained, untrained } from "../shared/adam.ts";
import { curve, legend, map, picture, row } from "../shared/figures.ts";
import { epochsOr, run, say } from "../shared/page.ts";
import { CLASSES, judged, SIDE, training } from "../shared/shapes.ts";

const EPOCHS = epochsOr(5);
const BATCH_SIZE = 16;
const SHOWN = 6;
const K = CLASSES.length;

/** A few convolutions at half the size; each place answers for 2 × 2 pixels. */
type Params = { w1: JaxArray; w2: JaxArray; w3: JaxArray; w4: JaxArray };

function newParams(): Params {
  const kernel = (seed: number, from: number, to: number, side: number) =>
    random.normal(random.key(seed), [to, from, side, side]).mul(Math.sqrt(2 / (from * side * side)));
  return { w1: kernel(1, 3, 16, 3), w2: kernel(2, 16, 16, 3), w3: kernel(3, 16, 16, 3), w4: kernel(4, 16, 4 * K, 1) };
}

/** [B, 3, H, W] -> how much each pixel looks like each class, [B, K, H, W]. */
function scoresOf({ w1, w2, w3, w4 }: Params, images: JaxArray): JaxArray {
  const first = nn.relu(lax.conv(images, w1, [2, 2], "SAME"));
  const second = nn.relu(lax.conv(first, w2, [1, 1], "SAME"));
  const third = nn.relu(lax.conv(second, w3, [1, 1], "SAME"));
  const scores = lax.conv(third, w4, [1, 1], "SAME").reshape([-1, 2, 2, K, SIDE / 2, SIDE / 2]);
  return scores.transpose([0, 3, 4, 1, 5, 2]).reshape([-1, K, SIDE, SIDE]);
}

/** Soft cross-entropy. A pixel that nobody labelled is a row of zeros, and adds nothing. */
function lossOf(params: Params, images: JaxArray, masks: JaxArray): JaxArray {
  const logs = nn.logSoftmax(scoresOf(params, images), 1);
  const labelled = masks.ref.sum();
  return masks.mul(logs).sum().mul(-1).div(labelled);
}

const trainStep = jit((trained: Trained<Params>, images: JaxArray, masks: JaxArray, rate: JaxArray) => {
  const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(trained.params), images, masks);
  return { loss, trained: adam(trained, gradients as Params, rate) };
});

const answer = jit((params: Params, images: JaxArray) => np.argmax(scoresOf(params, images), 1));

/** Intersection over union of two maps, for each class: the mean of those that are there. */
function meanIou(found: ArrayLike<number>, truth: ArrayLike<number>): number {
  const [both, either] = [new Float64Array(K), new Float64Array(K)];
  for (let i = 0; i < truth.length; i++) {
    const [mine, theirs] = [found[i]!, truth[i]!];
    either[mine]!++;
    if (mine === theirs) both[mine]!++;
    else either[theirs]!++;
  }
  const there = [...either.keys()].filter((label) => either[label]! > 0);
  return there.reduce((sum, label) => sum + both[label]! / either[label]!, 0) / there.length;
}

run(async () => {
  const device = await jaxDevice();
  const { count, images, ids } = training;
  const dataset = await Dataset.fromArrays(device, {
    images,
    shape: [count, SIDE, SIDE, 3],
    targets: { masks: { kind: "mask", ids, classes: K } },
  });
  // Whatever moves pixels moves their classes, and what mixes pictures mixes their maps: after MixUp a pixel is of two
  // classes, after a turn the corners are of none.
  const engine = await createEngine(device, {
    seed: 1,
    policy: [
      ops.flipX({ prob: 0.5 }),
      ops.rotate({ degrees: [-30, 30] }),
      colorJitter({ brightness: 0.3, contrast: 0.3 }),
      oneOf([cutmix(), mixup({ alpha: 0.4 })], { prob: 0.5 }),
    ],
    output: { layout: "nchw", normalize: { mean: [0.5], std: [0.25] } },
    targets: { masks: mapTarget({ output: "soft", classes: K, layout: "nchw" }) },
  });
  const feed = createFeed(engine);

  let trained = untrained(newParams());
  // As the engine normalises its pictures.
  const levels = Float32Array.from(judged.images, (level) => (level / 255 - 0.5) / 0.25);
  const inputs = np.array(levels).reshape([judged.count, SIDE, SIDE, 3]).transpose([0, 3, 1, 2]);
  const answers = async () => await answer(tree.ref(trained.params), inputs.ref).data();

  let found = await answers();
  const ious = [meanIou(found, judged.ids)];
  say(`before training: mean IoU ${ious[0]!.toFixed(3)}`);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let sum = 0;
    const batches = feed.epoch(dataset, { epoch, batchSize: BATCH_SIZE, last: "drop" });
    for (const { images, targets } of batches) {
      const rate = np.array(rateAt(++step, 0.01));
      const next = trainStep(trained, images, targets!.masks as JaxArray, rate);
      trained = next.trained as Trained<Params>;
      sum += (await next.loss.data())[0]!;
    }
    found = await answers();
    ious.push(meanIou(found, judged.ids));
    say(`epoch ${epoch}: loss ${(sum / batches.length).toFixed(3)}, mean IoU ${ious.at(-1)!.toFixed(3)}`);
  }

  const pixels = SIDE * SIDE;
  const shown = Array.from({ length: SHOWN }, (_, i) => i);
  const cut = <T extends Uint8Array | Int32Array | Float32Array>(all: T, i: number, each: number) =>
    all.subarray(i * each, (i + 1) * each);
  legend();
  row(
    "Pictures that it never saw",
    shown.map((i) => picture(cut(judged.images, i, 3 * pixels), SIDE, `picture ${i}`)),
  );
  row(
    "What is there",
    shown.map((i) => map(cut(judged.ids, i, pixels), SIDE, `truth of picture ${i}`)),
  );
  row(
    "What it finds",
    shown.map((i) => map(cut(found as Int32Array, i, pixels), SIDE, `prediction for picture ${i}`)),
  );
  curve("Mean intersection over union", ious);
  inputs.dispose();
  tree.dispose(trained);
  engine.destroy();
  dataset.destroy();
});
