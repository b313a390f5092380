import { createEngine, Dataset, drawBatch, mixup } from "mixwell";
import { openDevice } from "../shared/page.ts";
import { loadPhotos, NAMES, SIDE } from "../shared/photos.ts";

export type Drawn = { step: number; captions: string[]; isLast: boolean } | { error: string };

self.onmessage = ({ data: { canvas, steps } }: MessageEvent<{ canvas: OffscreenCanvas; steps: number }>) => {
  drawBatches(canvas, steps).catch((error: unknown) => self.postMessage({ error: String(error) } satisfies Drawn));
};

async function drawBatches(canvas: OffscreenCanvas, steps: number): Promise<void> {
  const device = await openDevice();
  const photos = await loadPhotos();
  const images = Uint8Array.from(photos.flatMap((photo) => [...photo]));
  const labels = photos.map((_, i) => i);
  const dataset = await Dataset.fromArrays(device, {
    images,
    shape: [photos.length, SIDE, SIDE, 3],
    labels,
    classNames: NAMES,
  });
  const engine = await createEngine(device, {
    seed: 11,
    policy: mixup({ alpha: 1 }),
    labels: { classes: NAMES.length },
  });

  for (let step = 0; step < steps; step++) {
    const batch = engine.run({ dataset, indices: labels }, { epoch: step });
    await drawBatch(canvas, batch, { names: NAMES, columns: NAMES.length });
    const captions = batch.plan.stages[0]!.rows.map((row) => {
      if (row.mixer !== "mixup") throw new Error(`expected a mixup row, found ${row.mixer}`);
      const [own, partner] = [row.own, row.partner].map((at) => NAMES[batch.plan.sources[at]!.index]);
      return `${row.lambda.toFixed(4)} ${own} + ${(1 - row.lambda).toFixed(4)} ${partner}`;
    });
    self.postMessage({ step, captions, isLast: step === steps - 1 } satisfies Drawn);
    // Long enough to see.
    await new Promise((next) => setTimeout(next, 500));
  }
}
