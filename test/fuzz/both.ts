/** Packs of cases by the engine and by the reference. */
import {
  createEngine,
  Dataset,
  type Engine,
  type EngineInput,
  floatToHalf,
  type HostBatch,
  type HostSources,
  MixwellError,
  type Plan,
  type Policy,
  type ReferenceBatch,
  reference,
} from "mixwell";
import { upload } from "../gpu/help.ts";
import { generator } from "../random.ts";
import { tally } from "./campaign.ts";
import { compare } from "./compare.ts";
import { CLASSES, DATASET, indicesOf, labelsOf, type MixCase, outputOf, planOf, policyOf } from "./mixing.ts";
import { Readback } from "./readback.ts";
import { enginePolicy, inWords, type Round } from "./rounds.ts";
import { countCase } from "./seen.ts";

/** A case whose plan could be drawn. */
interface Job {
  mixing: MixCase;
  policy: Policy;
  plan: Plan;
  host: HostSources;
}

type Destroyable = { destroy(): void };

/** The engines of a round, and the reference. */
export class Both {
  private readonly engines = new Map<string, Promise<Engine>>();
  private readonly readback: Readback;

  constructor(
    private readonly device: GPUDevice,
    private readonly round: Round,
  ) {
    this.readback = new Readback(device);
  }

  async destroy(): Promise<void> {
    for (const engine of this.engines.values()) (await engine).destroy();
    this.readback.destroy();
  }

  /**
   * Runs cases on the GPU, in one submission with one wait, and on the CPU; throws what differs. One alone goes by
   * `run` and `read` instead of `encode`.
   */
  async try(pack: readonly MixCase[]): Promise<void> {
    const jobs = pack.flatMap((mixing) => jobOf(mixing) ?? []);
    const inputs: Destroyable[] = [];
    this.device.pushErrorScope("validation");
    const { error } = await (jobs.length === 1 ? this.tryAlone(jobs[0]!, inputs) : this.tryTogether(jobs, inputs)).then(
      () => ({ error: undefined }),
      (error: unknown) => ({ error }),
    );
    const complaint = await this.device.popErrorScope();
    for (const input of inputs) input.destroy();
    this.readback.reset();
    // It says more than what followed from it.
    if (complaint) throw new Error([complaint.message, ...jobs.map((job) => this.wordsOf(job))].join("\n"));
    if (error) throw error;
  }

  private async tryAlone(job: Job, inputs: Destroyable[]): Promise<void> {
    const engine = await this.engineFor(job.mixing);
    const batch = attempt(() => engine.run(this.inputOf(job, inputs), { plan: job.plan }));
    this.hold(job, batch instanceof MixwellError ? batch : await engine.read(batch), byReference(job));
  }

  private async tryTogether(jobs: readonly Job[], inputs: Destroyable[]): Promise<void> {
    const engines = await Promise.all(jobs.map(({ mixing }) => this.engineFor(mixing)));
    const encoder = this.device.createCommandEncoder();
    const made = jobs.map((job, i) =>
      attempt(() => {
        const batch = engines[i]!.encode(encoder, this.inputOf(job, inputs), { plan: job.plan });
        return this.readback.copy(encoder, batch);
      }),
    );
    this.device.queue.submit([encoder.finish()]);
    // While the GPU works.
    const wanted = jobs.map(byReference);
    await this.readback.mapped(() => {
      for (const [i, one] of made.entries()) this.hold(jobs[i]!, one instanceof MixwellError ? one : one(), wanted[i]!);
    });
  }

  /** Throws what differs. */
  private hold(job: Job, got: HostBatch | MixwellError, wanted: ReferenceBatch | MixwellError): void {
    try {
      if (got instanceof MixwellError) {
        // Refused on both sides, or it is a difference too. But the passes of a batch change the channels of all its
        // pictures at once, and the reference goes picture by picture.
        if (!(wanted instanceof MixwellError) && !got.message.includes("as the others of the batch become"))
          throw new Error(`the reference takes what the engine refuses: ${got.message}`);
        tally.refused++;
      } else if (wanted instanceof MixwellError)
        throw new Error(`the GPU takes what the reference refuses: ${wanted.message}`);
      else {
        compare(got, wanted, job.mixing, job.plan);
        countCase(job.mixing, job.policy, job.plan);
      }
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${this.wordsOf(job)}`, { cause: error });
    }
  }

  private wordsOf({ policy, plan }: Job): string {
    return `policy ${JSON.stringify(policy)}\nplan ${JSON.stringify(plan)}\n${inWords(this.round)}`;
  }

  private async engineFor(mixing: MixCase): Promise<Engine> {
    const options = { output: outputOf(mixing), labels: labelsOf(mixing), tuning: mixing.tuning };
    const key = JSON.stringify(options);
    const { labels, ...others } = options;
    const policy = enginePolicy(this.round);
    const engine =
      this.engines.get(key) ?? createEngine(this.device, { policy, warm: false, ...others, ...(labels && { labels }) });
    this.engines.set(key, engine);
    return engine;
  }

  private inputOf({ mixing, host }: Job, inputs: Destroyable[]): EngineInput {
    const { size, height, width, channels, format, layout, range } = mixing;
    const kept = <T extends Destroyable>(one: T): T => {
      inputs.push(one);
      return one;
    };
    const memory = { height, width, channels, format, layout, ...(range && { valueRange: range }) };
    const { dataset, batch, external } = host;
    const labels = (dataset ?? batch)!.labels as Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | undefined;
    const images = kept(upload(this.device, (dataset ?? batch)!.images as Uint8Array));
    if (!dataset) {
      const second = external && {
        images: kept(upload(this.device, external.images as Uint8Array)),
        size,
        labels: external.labels as typeof labels,
      };
      return {
        ...{ images, size, ...memory, ...(labels && { labels }) },
        ...(second && { external: second }),
      } as EngineInput;
    }
    const annotations =
      labels instanceof Float32Array ? { labelRows: { data: labels, classes: CLASSES } } : labels && { labels };
    const made = Dataset.fromBuffer(this.device, { images, count: DATASET, ...memory, ...annotations });
    return { dataset: kept(made), indices: indicesOf(mixing) };
  }
}

function jobOf(mixing: MixCase): Job | undefined {
  try {
    const policy = policyOf(mixing);
    return { mixing, policy, plan: planOf(mixing, policy), host: hostOf(mixing) };
  } catch (error) {
    if (!(error instanceof MixwellError)) throw error;
    tally.refused++;
    return undefined;
  }
}

function hostOf(mixing: MixCase): HostSources {
  const { from, size, seed, height, width, channels, format, layout, range } = mixing;
  const made = (count: number, number: number) => ({
    images: picturesOf(mixing, count, seed + number),
    ...(mixing.labels && { labels: classesOf(mixing.labels, count, seed + number + 1) }),
  });
  return {
    ...(from === "dataset" ? { dataset: made(DATASET, 0) } : { batch: made(size, 0) }),
    ...(from === "external" && { external: made(size, 2) }),
    shape: { height, width, channels },
    format,
    layout,
    ...(range && { valueRange: range }),
  };
}

function picturesOf({ height, width, channels, format, range = [0, 1] }: MixCase, count: number, seed: number) {
  const { next } = generator(seed);
  const values = Float32Array.from({ length: count * height * width * channels }, next);
  if (format === "u8") return Uint8Array.from(values, (value) => value * 256);
  const [low, high] = range;
  for (let i = 0; i < values.length; i++) values[i] = low + values[i]! * (high - low);
  return format === "f16" ? Uint16Array.from(values, floatToHalf) : values;
}

function classesOf({ rows }: NonNullable<MixCase["labels"]>, count: number, seed: number) {
  const { next, below } = generator(seed);
  if (rows) return Float32Array.from({ length: count * CLASSES }, next);
  return Uint32Array.from({ length: count }, () => below(CLASSES));
}

const byReference = ({ mixing, plan, host }: Job): ReferenceBatch | MixwellError => {
  const labels = labelsOf(mixing);
  return attempt(() => reference(plan, host, { output: outputOf(mixing), ...(labels && { labels }) }));
};

function attempt<T>(make: () => T): T | MixwellError {
  try {
    return make();
  } catch (error) {
    if (error instanceof MixwellError) return error;
    throw error;
  }
}
