import {
  clipByValue,
  dispose,
  losses,
  type Scalar,
  type Tensor2D,
  tidy,
  train,
  variableGrads,
} from "@tensorflow/tfjs-core";
import { initializers, layers, sequential } from "@tensorflow/tfjs-layers";
import { createEngine, cutmix, Dataset, mixedAccuracy, mixup, oneOf } from "mixwell";
import { createFeed, tfjsDevice } from "mixwell/tfjs";
import { epochsOr, run, say } from "../shared/page.ts";
import { patches } from "../shared/photos.ts";

const SIDE = 16;

run(async () => {
  const device = await tfjsDevice();
  const dataset = await Dataset.fromArrays(device, await patches(SIDE));
  const { classes } = dataset;
  const engine = await createEngine(device, {
    seed: 1,
    policy: oneOf([mixup({ alpha: 0.2 }), cutmix({ alpha: 1 })]),
    output: { normalize: { mean: [0.4914, 0.4822, 0.4465], std: [0.247, 0.2435, 0.2616] } },
    labels: { classes, sparse: true },
  });
  const feed = createFeed(engine);

  const model = sequential();
  model.add(layers.flatten({ inputShape: [SIDE, SIDE, 3] }));
  model.add(layers.dense({ units: 32, activation: "relu", kernelInitializer: initializers.heNormal({ seed: 1 }) }));
  model.add(layers.dense({ units: classes, kernelInitializer: initializers.heNormal({ seed: 2 }) }));
  const optimizer = train.adam(0.003);

  for (let epoch = 0; epoch < epochsOr(3); epoch++) {
    let [lossSum, accuracySum] = [0, 0];
    const batches = feed.epoch(dataset, { epoch, batchSize: 64 });
    for (const { xs, ys, sparse } of batches) {
      // Soft cross-entropy on the mixed labels.
      const lossOf = () => losses.softmaxCrossEntropy(ys!, model.apply(xs, { training: true }) as Tensor2D) as Scalar;
      const { value: loss, grads } = variableGrads(lossOf);
      // With the gradients at hand, anything may be done to them.
      const clipped = tidy(() =>
        Object.entries(grads).map(([name, gradient]) => ({ name, tensor: clipByValue(gradient, -1, 1) })),
      );
      optimizer.applyGradients(clipped);

      // Naming a class earns the share that it has in the picture. Only for the log: these are all the numbers that
      // leave the GPU.
      const logits = model.predict(xs) as Tensor2D;
      const [scores, ids, shares] = await Promise.all([logits.data(), sparse!.classes.data(), sparse!.shares.data()]);
      accuracySum += mixedAccuracy(scores, { classes: ids, shares, sources: sparse!.classes.shape[1] });
      lossSum += (await loss.data())[0]!;
      dispose([
        xs,
        ys!,
        sparse!.classes,
        sparse!.shares,
        loss,
        logits,
        ...Object.values(grads),
        ...clipped.map(({ tensor }) => tensor),
      ]);
    }
    say(
      `epoch ${epoch}: loss ${(lossSum / batches.length).toFixed(4)}, accuracy on mixed pictures ${(accuracySum / batches.length).toFixed(4)}`,
    );
  }

  for (const mine of [model, optimizer]) mine.dispose();
  for (const mine of [feed, engine, dataset]) mine.destroy();
});
