import { type Scalar, train } from "@tensorflow/tfjs-core";
import { initializers, layers, sequential } from "@tensorflow/tfjs-layers";
import { createEngine, cutmix, Dataset, mixup, type OutputOptions, randAugment } from "mixwell";
import { createFeed, shareDevice } from "mixwell/tfjs";
import { epochsOr, openDevice, run, say } from "../shared/page.ts";
import { patches } from "../shared/photos.ts";

const SIDE = 16;
const BATCH_SIZE = 64;

run(async () => {
  const device = await openDevice();
  await shareDevice(device);
  const dataset = await Dataset.fromArrays(device, await patches(SIDE));
  const { classes } = dataset;

  // RandAugment, then CutMix, then MixUp on top of it, partners from the batch, and labels that keep account of all of
  // it.
  const pairing = "permutation";
  const output: OutputOptions = { valueRange: [-1, 1] };
  const engine = await createEngine(device, {
    seed: 1,
    policy: [
      randAugment({ layers: 1, magnitude: 0.3 }),
      cutmix({ prob: 0.5, pairing }),
      mixup({ alpha: 0.2, pairing }),
    ],
    output,
    labels: { classes, smoothing: 0.1 },
  });
  const feed = createFeed(engine);
  // The same pictures as they are, to see what was learnt.
  const plainEngine = await createEngine(device, { policy: [], output, labels: { classes } });
  const plainFeed = createFeed(plainEngine);

  const model = sequential();
  model.add(layers.flatten({ inputShape: [SIDE, SIDE, 3] }));
  model.add(layers.dense({ units: 32, activation: "relu", kernelInitializer: initializers.heNormal({ seed: 1 }) }));
  model.add(
    layers.dense({ units: classes, activation: "softmax", kernelInitializer: initializers.heNormal({ seed: 2 }) }),
  );
  const optimizer = train.momentum(0.03, 0.9);
  model.compile({ optimizer, loss: "categoricalCrossentropy", metrics: ["accuracy"] });

  await model.fitDataset(feed.dataset(dataset, { batchSize: BATCH_SIZE }), {
    epochs: epochsOr(3),
    callbacks: { onEpochEnd: async (epoch, logs) => say(`epoch ${epoch}: loss ${logs!.loss!.toFixed(4)}`) },
  });

  const [loss, accuracy] = (await model.evaluateDataset(
    plainFeed.dataset(dataset, { batchSize: BATCH_SIZE }),
    {},
  )) as Scalar[];
  say(`pictures as they are: accuracy ${(await accuracy!.data())[0]!.toFixed(4)}`);

  for (const mine of [loss!, accuracy!, model, optimizer]) mine.dispose();
  for (const mine of [feed, plainFeed, engine, plainEngine, dataset]) mine.destroy();
});
