import { type Array as JaxArray, jit, lax, nn, numpy as np, random, tree, valueAndGrad } from "@jax-js/jax";
import { createEngine, Dataset, mixup, mosaic, objectTarget, oneOf, ops, randomZoomOut } from "mixwell";
import { createFeed, jaxDevice, type ObjectTensors } from "mixwell/jax";
import { adam, rateAt, type Trained, untrained } from "../shared/adam.ts";
import { type Found, meanIou, surest } from "../shared/boxes.ts";
import { curve, legend, outlined, picture, row } from "../shared/figures.ts";
import { epochsOr, run, say } from "../shared/page.ts";
import { CLASSES, judged, SIDE, training } from "../shared/shapes.ts";

/** Cells either way: each may find one shape whose middle is in it. */
const CELLS = 8;
const EPOCHS = epochsOr(6);
const BATCH_SIZE = 16;
const SHOWN = 6;
const K = CLASSES.length;

type Params = { w1: JaxArray; w2: JaxArray; w3: JaxArray; w4: JaxArray; w5: JaxArray; bias: JaxArray };

/** Four numbers of a box, one for whether there is a shape, and one a class. */
const NUMBERS = 5 + K;

function newParams(): Params {
  const kernel = (seed: number, from: number, to: number, side: number) =>
    random.normal(random.key(seed), [to, from, side, side]).mul(Math.sqrt(2 / (from * side * side)));
  const [w1, w2, w3] = [kernel(1, 3, 16, 3), kernel(2, 16, 24, 3), kernel(3, 24, 24, 3)];
  return { w1, w2, w3, w4: kernel(4, 24, 24, 3), w5: kernel(5, 24, NUMBERS, 1), bias: np.zeros([NUMBERS]) };
}

/** [B, 3, H, W] -> what each cell says, [B, cells, numbers]. */
function saidOf({ w1, w2, w3, w4, w5, bias }: Params, images: JaxArray): JaxArray {
  const first = nn.relu(lax.conv(images, w1, [2, 2], "SAME"));
  const second = nn.relu(lax.conv(first, w2, [2, 2], "SAME"));
  const third = nn.relu(lax.conv(second, w3, [1, 1], "SAME"));
  const fourth = nn.relu(lax.conv(third, w4, [1, 1], "SAME"));
  const said = lax.conv(fourth, w5, [1, 1], "SAME").reshape([-1, NUMBERS, CELLS * CELLS]);
  return said.transpose([0, 2, 1]).add(bias);
}

/** Middles count from their cell, and sizes are shares of the picture. */
const boxesOf = (said: JaxArray) => nn.sigmoid(said);

/**
 * A shape is the business of the cell that its middle is in. Its weight is its part of the picture: λ of MixUp, so a
 * shape that shows faintly is to be found faintly. Rows that are no shape have the weight 0.
 */
function lossOf(params: Params, images: JaxArray, { boxes, labels, weight }: Objects): JaxArray {
  const said = saidOf(params, images);
  const [batch, rows] = [boxes.shape[0]!, boxes.shape[1]!];
  const middles = boxes.ref.slice([], [], [0, 2]).mul(CELLS);
  const cells = np.floor(np.clip(middles.ref, 0, CELLS - 0.001));
  const [column, line] = [0, 1].map((axis) => nn.oneHot(cells.ref.slice([], [], axis).astype(np.int32), CELLS));
  const isIn = line!.reshape([batch, rows, CELLS, 1]).mul(column!.reshape([batch, rows, 1, CELLS]));
  const where = isIn.reshape([batch, rows, CELLS * CELLS]);

  // Whether there is a shape: of every cell.
  const there = np.max(where.ref.mul(weight.ref.reshape([batch, rows, 1])), 1);
  const doubt = said.ref.slice([], [], 4);
  const presence = nn.softplus(doubt.ref).sub(there.mul(doubt)).mean();

  // Where and what it is: of the cells that have one.
  const answers = np.matmul(where, said);
  const wanted = np.concatenate([middles.sub(cells), boxes.slice([], [], [2, 4])], 2);
  const off = np.abs(boxesOf(answers.ref.slice([], [], [0, 4])).sub(wanted)).sum(2);
  const logs = nn.logSoftmax(answers.slice([], [], [5, NUMBERS]), 2);
  const wrong = nn.oneHot(labels.astype(np.int32), K).mul(logs).sum(2).mul(-1);
  const shapes = weight.ref.sum().add(1e-6);
  const details = off.mul(2).add(wrong).mul(weight).sum().div(shapes);
  return presence.mul(4).add(details);
}

type Objects = Pick<ObjectTensors<JaxArray>, "boxes" | "labels" | "weight">;

const trainStep = jit((trained: Trained<Params>, images: JaxArray, objects: Objects, rate: JaxArray) => {
  const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(trained.params), images, objects);
  return { loss, trained: adam(trained, gradients as Params, rate) };
});

const answer = jit((params: Params, images: JaxArray) => saidOf(params, images));

run(async () => {
  const device = await jaxDevice();
  const dataset = await Dataset.fromArrays(device, {
    images: training.images,
    shape: [training.count, SIDE, SIDE, 3],
    targets: { shapes: { kind: "objects", format: "xywh", boxes: training.boxes, labels: training.labels } },
  });
  const engine = await createEngine(device, {
    seed: 1,
    policy: [
      ops.flipX({ prob: 0.5 }),
      randomZoomOut({ prob: 0.2, side: [1, 1.5], fill: [110] }),
      oneOf([mosaic(), mixup({ alpha: 2 })], { prob: 0.4 }),
    ],
    output: { layout: "nchw", normalize: { mean: [0.5], std: [0.25] } },
    targets: { shapes: objectTarget({ format: "cxcywh", normalized: true, minVisibility: 0.3, pad: 12 }) },
  });
  const feed = createFeed(engine);

  let trained = untrained(newParams());
  // As the engine normalises its pictures.
  const levels = Float32Array.from(judged.images, (level) => (level / 255 - 0.5) / 0.25);
  const inputs = np.array(levels).reshape([judged.count, SIDE, SIDE, 3]).transpose([0, 3, 1, 2]);
  const answers = async (): Promise<Found[][]> => {
    const said = await answer(tree.ref(trained.params), inputs.ref).data();
    const each = CELLS * CELLS * NUMBERS;
    return judged.boxes.map(({ length }, i) => surest(said.subarray(i * each, (i + 1) * each), length, SIDE));
  };

  let found = await answers();
  const ious = [meanIou(found, judged)];
  say(`before training: mean IoU ${ious[0]!.toFixed(3)}`);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let sum = 0;
    const batches = feed.epoch(dataset, { epoch, batchSize: BATCH_SIZE, last: "drop" });
    for (const { images, targets } of batches) {
      const { boxes, labels, weight, counts } = targets!.shapes as ObjectTensors<JaxArray>;
      counts.dispose();
      const next = trainStep(trained, images, { boxes, labels, weight }, np.array(rateAt(++step, 0.01)));
      trained = next.trained as Trained<Params>;
      sum += (await next.loss.data())[0]!;
    }
    found = await answers();
    ious.push(meanIou(found, judged));
    say(`epoch ${epoch}: loss ${(sum / batches.length).toFixed(3)}, mean IoU ${ious.at(-1)!.toFixed(3)}`);
  }

  const first = Array.from({ length: SHOWN }, (_, i) => i);
  const bytes = (i: number) => judged.images.subarray(3 * i * SIDE * SIDE, 3 * (i + 1) * SIDE * SIDE);
  const truth = (i: number) => {
    const before = judged.boxes.slice(0, i).flat().length;
    return judged.boxes[i]!.map((box, k) => ({ box, label: judged.labels[before + k]! }));
  };
  legend();
  row(
    "Pictures that it never saw",
    first.map((i) => picture(bytes(i), SIDE, `picture ${i}`)),
  );
  row(
    "What is there",
    first.map((i) => outlined(bytes(i), SIDE, truth(i), `truth of picture ${i}`)),
  );
  row(
    "What it finds",
    first.map((i) => outlined(bytes(i), SIDE, found[i]!, `boxes found in picture ${i}`)),
  );
  curve("Mean intersection over union", ious);
  inputs.dispose();
  tree.dispose(trained);
  engine.destroy();
  dataset.destroy();
});
