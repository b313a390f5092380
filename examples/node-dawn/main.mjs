// @ts-check
// Mixes one epoch in Node, on Dawn: node main.mjs [IMAGES LABELS], IDX files, plain or gzip.
import { readFile } from "node:fs/promises";
import { createEngine, cutmix, Dataset, FASHION_MNIST_CLASSES, mixup, oneOf } from "mixwell";
import { createNodeDevice } from "mixwell/node";

const folder = new URL("../../data/fashion-mnist/", import.meta.url);
const [
  images = new URL("train-images-idx3-ubyte.gz", folder), //
  labels = new URL("train-labels-idx1-ubyte.gz", folder),
] = process.argv.slice(2);

const { device, close } = await createNodeDevice();
const dataset = await Dataset.fromIdx(device, { images: await readFile(images), labels: await readFile(labels) });
const engine = await createEngine(device, {
  seed: 1,
  policy: oneOf([mixup({ alpha: 0.2 }), cutmix()]),
  labels: { classes: FASHION_MNIST_CLASSES.length },
});

console.log(`${dataset.count} pictures of ${dataset.height}×${dataset.width}×${dataset.channels}`);
const batches = engine.epoch(dataset, { epoch: 0, batchSize: 64 });
let number = 0;
for (const batch of batches) {
  // A model would train on batch.images and batch.labels here. We look at the first and the last batch.
  if (number === 0 || number === batches.length - 1) {
    const { images: pixels, labels: rows = new Float32Array() } = await engine.read(batch);
    const average = [...pixels].reduce((sum, value) => sum + value, 0) / pixels.length;
    const shares = FASHION_MNIST_CLASSES.map((name, k) => `${rows[k]?.toFixed(4)} ${name}`).filter(
      (text) => !text.startsWith("0.0000"),
    );
    console.log(
      `batch ${number}: ${batch.size} pictures, average value ${average.toFixed(6)}; the first is ${shares.join(" + ")}`,
    );
  }
  number++;
}
console.log(`${number} batches`);

engine.destroy();
dataset.destroy();
close();
