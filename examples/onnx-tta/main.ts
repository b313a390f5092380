import { colorJitter, createEngine, Dataset, ops, randomResizedCrop } from "mixwell";
import { createFeed, sessionOptions } from "mixwell/ort";
import { InferenceSession } from "onnxruntime-web/webgpu";
import { openDevice, run, say } from "../shared/page.ts";
import { loadPhotos, NAMES, SIDE } from "../shared/photos.ts";

const VIEWS = 8;
const MODEL = new URL("./model.onnx", import.meta.url).href;

run(async () => {
  const device = await openDevice();
  const session = await InferenceSession.create(MODEL, sessionOptions(device));

  const photos = await loadPhotos();
  const images = new Uint8Array(await new Blob(photos as BlobPart[]).arrayBuffer());
  const dataset = await Dataset.fromArrays(device, { images, shape: [photos.length, SIDE, SIDE, 3] });
  const engine = await createEngine(device, {
    seed: 2,
    policy: [
      randomResizedCrop({ height: 128, width: 128, scale: [0.1, 0.6] }),
      ops.flipX({ prob: 0.5 }),
      colorJitter({ brightness: 0.3, contrast: 0.3, saturation: 0.3 }),
    ],
    output: { layout: "nchw" },
  });
  const feed = createFeed(engine, session);

  // Every view is an epoch of its own: the same pictures, drawn anew.
  const indices = photos.map((_, i) => i);
  const averages = photos.map(() => NAMES.map(() => 0));
  for (let view = 0; view < VIEWS; view++) {
    const { probabilities } = await feed.run({ dataset, indices }, { epoch: view });
    const rows = (await probabilities!.getData()) as Float32Array;
    const answers = indices.map((i) => [...rows.subarray(i * NAMES.length, (i + 1) * NAMES.length)]);
    answers.forEach((answer, i) => {
      averages[i] = averages[i]!.map((sum, k) => sum + answer[k]! / VIEWS);
    });
    say(`view ${view}: ${inWords(answers)}`);
  }
  say(`average: ${inWords(averages)}`);

  feed.destroy();
  await session.release();
  engine.destroy();
  dataset.destroy();
});

/** For every picture its likeliest class, and the probability of the right one. */
function inWords(answers: number[][]): string {
  return answers.map((row, i) => `${NAMES[row.indexOf(Math.max(...row))]} (${row[i]!.toFixed(4)})`).join(", ");
}
