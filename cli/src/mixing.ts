/** Batches on the GPU, and the pictures of their rows back on the host. */
import { createEngine, type Engine, mapTarget, type Plan, type PolicyStage, SourceError, type Stream } from "mixwell";
import { createNodeDevice, type NodeDevice } from "mixwell/node";
import type { Pixels } from "./encode.ts";
import { CliError, EXIT } from "./exit-codes.ts";
import { failedRequestOf } from "./http.ts";
import type { Skipped } from "./manifest.ts";
import { type ClassMap, MAPS, type MapSource } from "./maps.ts";
import { type ObjectRule, type ObjectSource, objectsOf, type RowObject } from "./objects.ts";
import { planOfRow } from "./plan-row.ts";
import { asPolicy } from "./policy-names.ts";
import type { Chunk, OutRow } from "./rows.ts";

export interface MixerOptions {
  seed: number;
  policy: PolicyStage[];
  /** Leave pictures out that cannot be read. */
  skips: boolean;
  device: DeviceOptions;
  /** What is in the pictures, and how it is moved with them. */
  objects?: { source: ObjectSource; rule: ObjectRule };
  /** Where the stream has class maps. */
  maps?: MapSource;
}

export interface DeviceOptions {
  /** A part of a GPU's name. */
  adapter?: string;
  /** Dawn's name of a driver's interface, such as vulkan. */
  backend?: string;
}

/** A row that was mixed. */
export interface MixedRow extends OutRow {
  pixels: Pixels;
  plan: Plan;
  /** Class ids and their shares, which sum to 1; nothing where there are no labels. */
  classes?: number[];
  shares?: number[];
  /** What is in it, where IN has boxes. */
  objects?: RowObject[];
  /** Where IN has class maps. */
  map?: ClassMap;
}

/** Batches that may be under way at once: one is encoded and written, one is on the GPU, and one is read. */
export const UNDER_WAY = 3;

/** @throws NoWebGpuError; CliError where none is called as was asked for, with the names of those that are there */
export async function openDevice({ adapter, backend }: DeviceOptions): Promise<NodeDevice> {
  const wanted = Object.entries({ adapter, backend }).filter(([, value]) => value !== undefined);
  try {
    return await createNodeDevice({ dawnOptions: wanted.map(([name, value]) => `${name}=${value}`) });
  } catch (error) {
    // Dawn lists them where its own options fit none.
    const names = [...(error as Error).message.matchAll(/backend: '(.*)', name: '(.*)'/g)];
    if (wanted.length === 0 || names.length === 0) throw error;
    const there = names.map(([, by, name]) => `${name} (${by})`).join(", ");
    const asked = wanted.map(([name, value]) => `--${name} ${value}`).join(" ");
    throw new CliError(EXIT.device, `${asked}: expected a GPU that is called so, found ${there}`, { cause: error });
  }
}

export class Mixer {
  /** Pictures that could not be read, by id. */
  readonly skipped = new Map<number, Skipped>();
  /** Milliseconds in which pictures were read and decoded, and in which the GPU was waited for; batches overlap. */
  readonly spent = { read: 0, mix: 0 };
  /** The stream without these. */
  private view: Stream;
  /** Their ids in order. */
  private out: number[] = [];

  private constructor(
    private readonly device: NodeDevice,
    private readonly engine: Engine,
    private readonly stream: Stream,
    private readonly skips: boolean,
    private readonly objects: MixerOptions["objects"],
  ) {
    this.view = stream;
  }

  static async open(stream: Stream, options: MixerOptions): Promise<Mixer> {
    const { seed, policy, skips, objects, maps } = options;
    const device = await openDevice(options.device);
    try {
      const labels = stream.classes > 0 ? { classes: stream.classes, sparse: true, dense: false } : undefined;
      const engine = await createEngine(device.device, {
        ...{ seed, policy: asPolicy(policy), labels, warm: stream },
        output: { format: "u8" },
        outputSets: UNDER_WAY + 2,
        ...(maps && { targets: { [MAPS]: mapTarget({ blends: maps.blends }) } }),
      });
      return new Mixer(device, engine, stream, skips, objects);
    } catch (error) {
      device.close();
      throw error;
    }
  }

  /** The rows of a batch, without those that were skipped. @throws SourceError, DeviceLostError */
  async mix({ epoch, step, rows }: Chunk): Promise<MixedRow[]> {
    for (;;) {
      const left = rows.filter(({ id }) => !this.skipped.has(id));
      if (left.length === 0) return [];
      try {
        const places = left.map(({ id }) => this.placeOf(id));
        const occurrences = left.map(({ variant }) => variant);
        return await this.run(left, places, { epoch, step, occurrences });
      } catch (error) {
        // Whoever leaves out what the network did not bring makes other bytes the next time.
        if (!this.skips || !(error instanceof SourceError) || failedRequestOf(error)) throw error;
        this.skip(error);
      }
    }
  }

  /** What a stored plan of one row gives. */
  async replay(plan: Plan): Promise<MixedRow> {
    const ids = plan.sources.slice(0, plan.batchSize).map(({ index }) => index);
    const row = { row: 0, id: ids[0]!, epoch: plan.epoch, variant: 0 };
    const [mixed] = await this.run([row], ids, { plan });
    return mixed!;
  }

  close(): void {
    this.engine.destroy();
    this.device.close();
  }

  private async run(
    rows: readonly OutRow[],
    places: readonly number[],
    step: { epoch?: number; step?: number; occurrences?: number[]; plan?: Plan },
  ): Promise<MixedRow[]> {
    const start = performance.now();
    const batch = await this.view.batch(this.engine, places, step);
    const isRead = performance.now();
    const { plan, sparse } = batch;
    const [size, height, width, channels] = batch.shape;
    const moved = this.objects && objectsOf(plan, this.objects.source, this.objects.rule);
    // It is waited for when the pictures are there.
    moved?.catch(() => {});
    const { images, classes, shares, targets } = await this.engine.read(batch);
    const ids = targets?.[MAPS] as ClassMap["ids"] | undefined;
    const objects = await moved;
    this.spent.read += isRead - start;
    this.spent.mix += performance.now() - isRead;
    const bytes = height * width * channels;
    if (size !== rows.length)
      throw new Error(
        `a batch of ${size} rows for ${rows.length} pictures: policies that repeat rows are not for files`,
      );
    return rows.map((row, i) => {
      const data = (images as Uint8Array).subarray(i * bytes, (i + 1) * bytes);
      const pixels: Pixels = { data, height, width, channels: channels as Pixels["channels"] };
      const of = sparse?.sources ?? 0;
      const label = classes && shares && summed(classes, shares, i * of, (i + 1) * of);
      const map = ids && { ids: ids.subarray(i * height * width, (i + 1) * height * width), height, width };
      const known = { ...label, ...(objects && { objects: objects[i]! }), ...(map && { map }) };
      return { ...row, pixels, plan: planOfRow(plan, i), ...known };
    });
  }

  /** Takes a picture out. Who would have had it as a partner has the next one. */
  private skip(error: SourceError): void {
    const [, text] = /^sample (\d+)\b/.exec(error.path) ?? [];
    if (text === undefined) throw error;
    const id = Number(text);
    // A batch beside this one met it too.
    if (this.skipped.has(id)) return;
    const name = /^sample \d+ \((.*)\)/.exec(error.path)?.[1] ?? `${id}`;
    this.skipped.set(id, { id, name, reason: error.message.slice(error.path.length + 2) });
    this.out = [...this.skipped.keys()].sort((a, b) => a - b);
    const { count } = this.stream;
    if (this.out.length === count)
      throw new SourceError("input", "at least one picture that can be read", `none of ${count}; ${error.message}`);
    this.view = this.stream.subset(Array.from({ length: count }, (_, i) => i).filter((i) => !this.skipped.has(i)));
  }

  /** A picture's place in the view: those before it that are out are not counted. */
  private placeOf(id: number): number {
    const before = this.out.findIndex((out) => out >= id);
    return id - (before < 0 ? this.out.length : before);
  }
}

/** Shares by class, greatest first, without those of nothing. */
function summed(classes: Uint32Array, shares: Float32Array, start: number, end: number) {
  const byClass = new Map<number, number>();
  for (let i = start; i < end; i++) {
    if (shares[i]! > 0) byClass.set(classes[i]!, (byClass.get(classes[i]!) ?? 0) + shares[i]!);
  }
  const sorted = [...byClass].sort(([a, x], [b, y]) => y - x || a - b);
  return { classes: sorted.map(([id]) => id), shares: sorted.map(([, share]) => share) };
}
