import { type Batch, createEngine, cutmix, type Engine, mixup, oneOf, Stream } from "mixwell";
import { openDevice, run, say } from "../shared/page.ts";
import { NAMES } from "../shared/photos.ts";
import { PATCH, patchStore } from "./patch-store.ts";

const STEPS = 100;
const BATCH_SIZE = 64;
/** Host memory for what is read ahead. */
const AHEAD = 8 * 2 ** 20;

run(async () => {
  const device = await openDevice();
  const stream = Stream.from(await patchStore(), { ahead: { bytes: AHEAD } });
  const engine = await createEngine(device, {
    seed: 7,
    policy: oneOf([mixup({ alpha: 0.4 }), cutmix()], { pairing: "external" }),
    labels: { classes: NAMES.length },
    warm: stream,
  });

  const picture = stream.height * stream.width * stream.channels;
  say(
    `${stream.count} pictures, ${mb(stream.count * picture)} MB; a batch and its partners on the GPU are ${mb(2 * BATCH_SIZE * picture)} MB`,
  );
  let step = 0;
  // Two passes over the same pictures, shuffled differently and zipped: each is mixed with its neighbour of the other
  // pass.
  for await (const batch of engine.epoch(stream.zip(stream), { batchSize: BATCH_SIZE, batches: STEPS })) {
    // Here a model would train on batch.images and batch.labels. Now and then we look at what it would see.
    if (step % 20 === 0) say(`batch ${step}: ${await show(engine, batch)}`);
    step++;
  }
  say(`${step} batches of ${BATCH_SIZE}`);
  engine.destroy();
});

const mb = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Draws the first eight pictures, and puts the classes of the first into words. */
async function show(engine: Engine, batch: Batch): Promise<string> {
  const { images, labels } = await engine.read(batch);
  const context = document.querySelector("canvas")!.getContext("2d")!;
  for (let i = 0; i < 8; i++) {
    const pixels = new ImageData(PATCH, PATCH).data.fill(255);
    for (let p = 0; p < PATCH * PATCH * 3; p++)
      pixels[Math.floor(p / 3) * 4 + (p % 3)] = 255 * images[i * PATCH * PATCH * 3 + p]!;
    context.putImageData(new ImageData(pixels, PATCH), i * PATCH, 0);
  }
  const shares = NAMES.map((name, k) => ({ name, share: labels![k]! })).filter(({ share }) => share > 0);
  return shares.map(({ name, share }) => `${share.toFixed(4)} ${name}`).join(" + ");
}
