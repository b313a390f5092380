/** One comparison: every arm from the same weights, over the same pictures in the same order. */
import { createEngine, Dataset, MixwellError, type WarmProgress } from "mixwell";
import { ArmRun, type Length, lengthOf, secondsLeft } from "./arm-run.ts";
import { initialWeights, type Network } from "./models.ts";
import { corruptLabels } from "./noise.ts";
import { checkSettings } from "./settings.ts";
import { channelStatistics } from "./statistics.ts";
import { type Library, libraryOf } from "./trainer.ts";
import type { Compiling, LabelledPictures, Progress, Result, RunSettings, Testing, TrainData } from "./types.ts";

/** A page gets its turn at least this often. */
const TURN_MS = 30;

/** What a run stands at while it is paused. */
interface Gate {
  passed: Promise<void>;
  /** Whether the run came to it before it was opened. */
  held: Promise<boolean>;
  hold(): void;
  open(): void;
}

function makeGate(): Gate {
  let pass = () => {};
  let settle = (_isHeld: boolean) => {};
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  const held = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  const open = () => {
    settle(false);
    pass();
  };
  return { passed, held, hold: () => settle(true), open };
}

export class TrainingSession {
  private readonly length: Length;
  private readonly owned: { destroy(): void }[] = [];
  private runs: ArmRun[] = [];
  private isStarted = false;
  private isStopped = false;
  private gate: Gate | undefined;
  private lastTurn = 0;
  private done = 0;

  /**
   * @param onProgress called after every step; what it throws ends the run
   * @param library default: `settings.backend` on the device itself
   * @throws ArgumentError for settings that cannot work
   */
  constructor(
    private readonly device: GPUDevice,
    private readonly settings: RunSettings,
    private readonly onProgress: (progress: Progress) => void = () => {},
    private readonly library?: Library,
  ) {
    checkSettings(settings);
    this.length = lengthOf(settings);
  }

  /** Steps that each arm takes. */
  get totalSteps(): number {
    return this.length.totalSteps;
  }

  /**
   * Trains, once. Resolves with what was reached when all arms are through, or soon after `stop`: arms that took no
   * step are left out then. Everything that it made is freed by then, also when it rejects.
   * @param onReady called once, before the first step
   * @param onTested called as an arm looks at the test pictures, which it also does for its result
   * @param onCompiled called as the kernels of an arm's policy are compiled, before the first step
   */
  async start(
    onReady: () => void = () => {},
    onTested: (testing: Testing) => void = () => {},
    onCompiled: (compiling: Compiling) => void = () => {},
  ): Promise<Result[]> {
    if (this.isStarted) throw new MixwellError("this session was started before; make a new one");
    this.isStarted = true;
    try {
      this.runs = await this.prepare(onTested, onCompiled);
      onReady();
      const groups = this.settings.order === "together" ? [this.runs] : this.runs.map((run) => [run]);
      for (const group of groups) while (!this.isStopped && !group.every((run) => run.isDone)) await this.round(group);
      const results: Result[] = [];
      for (const run of this.runs) if (run.steps > 0) results.push(await run.result());
      return results;
    } finally {
      this.resume();
      for (const mine of this.owned.reverse()) mine.destroy();
    }
  }

  /**
   * The step that is under way is finished first, as with `stop`.
   * @returns true when it is finished; false when the run went on or ended instead
   */
  pause(): Promise<boolean> {
    if (this.isStopped) return Promise.resolve(false);
    this.gate ??= makeGate();
    return this.gate.held;
  }

  resume(): void {
    this.gate?.open();
    this.gate = undefined;
  }

  stop(): void {
    this.isStopped = true;
    this.resume();
  }

  private async prepare(
    onTested: (testing: Testing) => void,
    onCompiled: (compiling: Compiling) => void,
  ): Promise<ArmRun[]> {
    const { settings, device } = this;
    const { data, model, labelNoise, seed } = settings;
    const classes = data.classes.length;
    const library = this.library ?? (await libraryOf(settings.backend));
    await library.prepare(device);
    const labels = corruptLabels(data.train.labels, classes, labelNoise, seed);
    const train = this.own(await this.upload(data.train, labels, data));
    const test = this.own(await this.upload(data.test, Uint32Array.from(data.test.labels), data));

    const network: Network = { model, height: data.height, width: data.width, channels: data.channels, classes };
    const output = {
      layout: library.layout(network),
      ...(settings.standardize && { normalize: channelStatistics(data) }),
    };
    const plainEngine = this.own(await createEngine(device, { policy: [], output, warm: test }));
    const weights = initialWeights(network, seed);
    const runs: ArmRun[] = [];
    for (const { id, policy } of settings.arms) {
      const onProgress = (progress: WarmProgress) => onCompiled({ arm: id, ...progress });
      const engine = this.own(
        await createEngine(device, { seed, policy, output, labels: { classes }, warm: train, onProgress }),
      );
      const trainer = this.own(library.trainer({ network, engine, plainEngine, train, test, weights, seed }));
      runs.push(new ArmRun(id, trainer, settings, this.length, (done, total) => onTested({ arm: id, done, total })));
    }
    return runs;
  }

  private upload(pictures: LabelledPictures, labels: Uint32Array<ArrayBuffer>, shared: TrainData): Promise<Dataset> {
    const shape = [pictures.count, shared.height, shared.width, shared.channels];
    return Dataset.fromArrays(this.device, { images: pictures.images, shape, labels, classNames: shared.classes });
  }

  private own<T extends { destroy(): void }>(made: T): T {
    this.owned.push(made);
    return made;
  }

  /** A step of each. Once begun it is finished, so that arms that are stopped side by side can be compared. */
  private async round(runs: ArmRun[]): Promise<void> {
    for (const [i, run] of runs.entries()) {
      await this.turn();
      if (i === 0 && this.isStopped) return;
      await this.stepOf(run);
    }
  }

  private async stepOf(run: ArmRun): Promise<void> {
    const { epoch, numbers, test } = await run.next();
    this.done++;
    const { totalSteps } = this.length;
    const total = totalSteps * this.settings.arms.length;
    this.onProgress({
      arm: run.id,
      epoch,
      step: run.steps,
      totalSteps,
      done: this.done,
      total,
      loss: numbers.loss,
      trainAccuracy: numbers.accuracy,
      ...(test && { test }),
      stepsPerSecond: run.stepsPerSecond,
      secondsLeft: secondsLeft(this.runs),
    });
  }

  /** Waits while paused, and now and then lets a page draw and listen. */
  private async turn(): Promise<void> {
    while (this.gate) {
      this.gate.hold();
      await this.gate.passed;
    }
    if (performance.now() - this.lastTurn < TURN_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.lastTurn = performance.now();
  }
}
