/** A strip of pictures for every arm: what its batch looks like right now. */
import { createEngine, Dataset, type Engine } from "mixwell";
import { corruptLabels } from "../../training/noise.ts";
import type { Arm, Progress, RunSettings } from "../../training/types.ts";
import { byId, make } from "../page/elements.ts";
import type { Pictures } from "../studio/backend.ts";
import { paint } from "../studio/draw.ts";
import { type BatchLook, lookAt, SHOWN } from "./batch-look.ts";
import { percentRound } from "./words.ts";

/** Between two looks at an arm: each is a batch of its own and a read, which training does not need. */
const LOOK_MS = 2000;

/** Less would be shown as 0 %. */
const LEAST_SHARE = 0.005;

interface Strip {
  arm: Arm;
  note: HTMLElement;
  tiles: { canvas: HTMLCanvasElement; caption: HTMLElement }[];
  lookedAt: number;
  /** Of the arm's policy, for its kernels; it is given its plans. */
  engine?: Engine;
}

export class BatchStrips {
  private readonly strips: Strip[];
  private readonly labels: Uint32Array<ArrayBuffer>;
  private running: Promise<void> | undefined;

  /** @param onFailure what to do when a look fails; training goes on */
  constructor(
    private readonly device: GPUDevice,
    private readonly settings: RunSettings,
    private readonly onFailure: (error: unknown) => void,
  ) {
    const { data, labelNoise, seed, arms } = settings;
    this.labels = corruptLabels(data.train.labels, data.classes.length, labelNoise, seed);
    this.strips = arms.map(newStrip);
    byId("strips", HTMLElement).replaceChildren(...this.strips.map(frameOf));
    byId("strips-empty", HTMLElement).hidden = true;
  }

  /** Looks again if the last time was long enough ago. */
  add(progress: Progress): void {
    const strip = this.strips.find(({ arm }) => arm.id === progress.arm)!;
    if (this.running || performance.now() - strip.lookedAt < LOOK_MS) return;
    this.running = this.look(strip, progress)
      .catch(this.onFailure)
      .then(() => {
        strip.lookedAt = performance.now();
        this.running = undefined;
      });
  }

  /** The pictures stay in the page. */
  async close(): Promise<void> {
    await this.running;
    for (const { engine } of this.strips) engine?.destroy();
  }

  private async look(strip: Strip, { epoch, step }: Progress): Promise<void> {
    const { height, width, channels, classes } = this.settings.data;
    // Progress counts steps that are done.
    const look = lookAt(this.settings, this.labels, strip.arm, { epoch, step: step - 1 });
    const shape = [look.labels.length, height, width, channels];
    const dataset = await Dataset.fromArrays(this.device, {
      images: look.images,
      shape,
      labels: look.labels,
      classNames: classes,
    });
    try {
      const { policy } = strip.arm;
      const options = { policy, output: { format: "u8" }, labels: { classes: classes.length }, warm: dataset } as const;
      strip.engine ??= await createEngine(this.device, options);
      const made = await strip.engine.read(strip.engine.run({ dataset, indices: ownOf(look) }, { plan: look.plan }));
      const pictures: Pictures = {
        data: made.images as Uint8Array,
        count: look.plan.batchSize,
        height,
        width,
        channels,
      };
      fill(strip, pictures, made.labels!, classes);
      strip.note.textContent = `epoch ${epoch + 1}, step ${step.toLocaleString("en")}`;
    } finally {
      dataset.destroy();
    }
  }
}

const ownOf = ({ plan }: BatchLook): number[] => plan.sources.slice(0, plan.batchSize).map(({ index }) => index);

function newStrip(arm: Arm): Strip {
  const tiles = Array.from({ length: SHOWN }, () => ({
    canvas: make("canvas", { role: "img", "aria-label": `${arm.title}, not shown yet`, width: 32, height: 32 }),
    caption: make("figcaption", {}, "\u00a0"),
  }));
  return { arm, note: make("small", {}, "waiting for its first step"), tiles, lookedAt: Number.NEGATIVE_INFINITY };
}

function frameOf({ arm, note, tiles }: Strip): HTMLElement {
  const pictures = tiles.map(({ canvas, caption }) => make("li", {}, make("figure", {}, canvas, caption)));
  return make(
    "div",
    { className: "strip", "data-arm": arm.id },
    make("h3", { className: "grid-title" }, `${arm.title} `, note),
    make("ul", { className: "grid", "aria-label": `A batch of ${arm.title}` }, ...pictures),
  );
}

function fill({ tiles }: Strip, pictures: Pictures, labels: Float32Array, classes: readonly string[]): void {
  tiles.forEach(({ canvas, caption }, row) => {
    const isThere = row < pictures.count;
    canvas.parentElement!.parentElement!.hidden = !isThere;
    if (!isThere) return;
    paint(canvas, pictures, row);
    const shares = sharesOf(labels.subarray(row * classes.length, (row + 1) * classes.length), classes);
    canvas.setAttribute("aria-label", shares.map(({ name, share }) => `${name} ${percentRound(share)}`).join(", "));
    const lines = [0, 1].map((i) => lineOf(shares[i], i === 0 ? "first" : "none"));
    caption.replaceChildren(...lines);
  });
}

interface Share {
  name: string;
  share: number;
}

/** The two largest of a soft label. */
function sharesOf(label: Float32Array, classes: readonly string[]): Share[] {
  const shares = classes.map((name, id) => ({ name, share: label[id]! }));
  return shares
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, 2);
}

function lineOf(share: Share | undefined, order: string): HTMLElement {
  if (!share) return make("span", { className: "share none" }, "\u00a0");
  return make(
    "span",
    { className: `share ${order}` },
    make("span", { title: share.name }, share.name),
    make("span", {}, percentRound(share.share)),
  );
}
