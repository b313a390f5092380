/** A drawing for every arm: what its batch looks like right now. */
import { type Batch, createEngine, Dataset, drawBatch, type Engine } from "mixwell";
import { corruptLabels } from "../../training/noise.ts";
import type { Arm, Progress, RunSettings } from "../../training/types.ts";
import { byId, make } from "../page/elements.ts";
import { onTheme } from "../page/theme.ts";
import { type BatchLook, lookAt } from "./batch-look.ts";

/** Between two looks at an arm: each is a batch of its own, which training does not need. */
const LOOK_MS = 2000;

interface Strip {
  arm: Arm;
  note: HTMLElement;
  canvas: HTMLCanvasElement;
  lookedAt: number;
  /** Of the arm's policy, for its kernels; it is given its plans. */
  engine?: Engine;
  /** What is drawn: the engine's until it runs again. */
  batch?: Batch;
}

export class BatchStrips {
  private readonly strips: Strip[];
  private readonly labels: Uint32Array<ArrayBuffer>;
  private running: Promise<void> | undefined;
  private width = 0;
  private readonly ends: (() => void)[] = [];

  /** @param onFailure what to do when a look fails; training goes on */
  constructor(
    private readonly device: GPUDevice,
    private readonly settings: RunSettings,
    private readonly onFailure: (error: unknown) => void,
  ) {
    const { data, labelNoise, seed, arms } = settings;
    this.labels = corruptLabels(data.train.labels, data.classes.length, labelNoise, seed);
    this.strips = arms.map(newStrip);
    const place = byId("strips", HTMLElement);
    place.replaceChildren(...this.strips.map(frameOf));
    byId("strips-empty", HTMLElement).hidden = true;
    const observer = new ResizeObserver(([entry]) => this.fit(Math.round(entry!.contentRect.width)));
    observer.observe(place);
    this.ends.push(
      () => observer.disconnect(),
      onTheme(() => this.redraw()),
    );
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

  /** Resolves when the last look has been drawn. The drawings go on to follow the page's width and colours. */
  async settled(): Promise<void> {
    await this.running;
  }

  /** Once it has settled: gives back what the drawings are made from. */
  close(): void {
    for (const end of this.ends) end();
    for (const { engine } of this.strips) engine?.destroy();
  }

  private async look(strip: Strip, { epoch, step }: Progress): Promise<void> {
    const { height, width, channels, classes } = this.settings.data;
    // Progress counts steps that are done.
    const look = lookAt(this.settings, this.labels, strip.arm, { epoch, step: step - 1 });
    const shape = [look.labels.length, height, width, channels];
    const dataset = await Dataset.fromArrays(this.device, { images: look.images, shape, labels: look.labels });
    try {
      const { policy } = strip.arm;
      const options = { policy, output: { format: "u8" }, labels: { classes: classes.length }, warm: dataset } as const;
      strip.engine ??= await createEngine(this.device, options);
      strip.batch = strip.engine.run({ dataset, indices: ownOf(look) }, { plan: look.plan });
      await this.draw(strip);
      strip.note.textContent = `epoch ${epoch + 1}, step ${step.toLocaleString("en")}`;
    } finally {
      dataset.destroy();
    }
  }

  private async draw({ canvas, batch }: Strip): Promise<void> {
    if (!batch) return;
    canvas.hidden = false;
    await drawBatch(canvas, batch, { names: this.settings.data.classes });
  }

  private fit(width: number): void {
    if (width === this.width) return;
    this.width = width;
    this.redraw();
  }

  /** A drawing has the width and the colours that the page had. */
  private redraw(): void {
    for (const strip of this.strips) this.draw(strip).catch(this.onFailure);
  }
}

const ownOf = ({ plan }: BatchLook): number[] => plan.sources.slice(0, plan.batchSize).map(({ index }) => index);

/** Titles that are drawn name the pictures to who does not see them, too. */
const newStrip = (arm: Arm): Strip => ({
  arm,
  note: make("small", {}, "waiting for its first step"),
  canvas: make("canvas", { hidden: true }),
  lookedAt: Number.NEGATIVE_INFINITY,
});

const frameOf = ({ arm, note, canvas }: Strip): HTMLElement =>
  make(
    "div",
    { className: "strip", "data-arm": arm.id },
    make("h3", { className: "grid-title" }, `${arm.title} `, note),
    canvas,
  );
