import { createEngine, cutmix, drawBatch, mixup, oneOf, Stream } from "mixwell";
import { openDevice, run, say } from "../shared/page.ts";
import { NAMES } from "../shared/photos.ts";
import { patchStore } from "./patch-store.ts";

const STEPS = 100;
const BATCH_SIZE = 64;
/** Host memory for what is read ahead. */
const AHEAD = 8 * 2 ** 20;

const SHOWN = [0, 1, 2, 3, 4, 5, 6, 7];
const canvas = document.querySelector("canvas")!;

run(async () => {
  const device = await openDevice();
  const stream = Stream.from(await patchStore(), { ahead: { bytes: AHEAD } });
  const engine = await createEngine(device, {
    seed: 7,
    policy: oneOf([mixup({ alpha: 0.4 }), cutmix()], { pairing: "external" }),
    labels: { classes: NAMES.length },
    warm: stream,
  });

  const { height = 0, width = 0, channels } = stream;
  const picture = height * width * channels;
  say(
    `${stream.count} pictures, ${mb(stream.count * picture)} MB; a batch and its partners on the GPU are ${mb(2 * BATCH_SIZE * picture)} MB`,
  );
  let step = 0;
  // Two passes over the same pictures, shuffled differently and zipped: each is mixed with its neighbour of the other
  // pass.
  for await (const batch of engine.epoch(stream.zip(stream), { batchSize: BATCH_SIZE, batches: STEPS })) {
    // Here a model would train on batch.images and batch.labels. Now and then we look at what it would see.
    if (step % 20 === 0) {
      const { titles } = await drawBatch(canvas, batch, { names: NAMES, rows: SHOWN });
      say(`batch ${step}: ${titles[0]}`);
    }
    step++;
  }
  say(`${step} batches of ${BATCH_SIZE}`);
  engine.destroy();
});

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
