/**
 * The picture in the README: photographs, and what MixUp and CutMix make of them, with their labels. Made by the engine
 * in a page of its own script (`node tools/readme-image.mjs`); the demo does not load it.
 */
import { createEngine, cutmix, type Dataset, type MixStage, mixup } from "mixwell";
import { photographs } from "./sources/photographs.ts";
import { paint } from "./studio/draw.ts";
import { openGpu } from "./studio/gpu.ts";
import { nameOfSample, percent, rowOf, softLabel } from "./studio/words.ts";

const SEED = 66;
/** The centre crops of five photographs. */
const SAMPLES = [0, 5, 10, 25, 30];
const SIDE = 100;
const GAP = 10;
const HEAD = 96;
const TITLE = 38;
const FONT = '"Helvetica Neue", Arial, sans-serif';
const ROWS: { title: string; policy: MixStage | [] }[] = [
  { title: "Originals", policy: [] },
  { title: "MixUp", policy: mixup({ alpha: 2, pairing: "derangement" }) },
  { title: "CutMix", policy: cutmix({ alpha: 2, pairing: "derangement" }) },
];

/** A PNG as a data URL. */
export async function readmeImage(): Promise<string> {
  const { device } = await openGpu();
  const dataset = await photographs.load(device);
  const canvas = document.createElement("canvas");
  canvas.width = HEAD + SAMPLES.length * (SIDE + GAP);
  canvas.height = GAP + ROWS.length * (SIDE + TITLE);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [i, { title, policy }] of ROWS.entries()) {
    const top = GAP + i * (SIDE + TITLE);
    write(context, title, GAP, top + SIDE / 2 + 5, "600 15px", "#1a1b20");
    await drawRow(context, device, dataset, policy, top);
  }
  return canvas.toDataURL("image/png");
}

async function drawRow(
  context: CanvasRenderingContext2D,
  device: GPUDevice,
  dataset: Dataset,
  policy: MixStage | [],
  top: number,
): Promise<void> {
  const engine = await createEngine(device, {
    seed: SEED,
    policy,
    output: { format: "u8" },
    labels: { classes: dataset.classes },
  });
  const batch = engine.run({ dataset, indices: SAMPLES });
  const { images, labels } = await engine.read(batch);
  const [count, height, width, channels] = batch.shape;
  for (let row = 0; row < count; row++) {
    const tile = document.createElement("canvas");
    paint(tile, { data: images as Uint8Array, count, height, width, channels }, row);
    const left = HEAD + row * (SIDE + GAP);
    context.imageSmoothingQuality = "high";
    context.drawImage(tile, left, top, SIDE, SIDE);
    const own = nameOfSample(dataset, batch.plan.sources[rowOf(batch.plan, row).own]!.index);
    softLabel(dataset, batch.plan, row, labels)
      .slice(0, 2)
      .forEach(({ name, share }, line) => {
        const words = Array.isArray(policy) ? name : `${name} ${percent(share)}`;
        write(context, words, left, top + SIDE + 14 + 14 * line, "12px", name === own ? "#2f57d0" : "#c04a14");
      });
  }
  engine.destroy();
}

function write(
  context: CanvasRenderingContext2D,
  words: string,
  x: number,
  y: number,
  size: string,
  colour: string,
): void {
  context.font = `${size} ${FONT}`;
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
