/**
 * A dataset that need not lie on the GPU, nor in memory: its pictures are read by number while an epoch goes on, some
 * batches ahead. Order, draws and bytes are those of a `Dataset` of the same pictures.
 */
import { copied } from "../check/copied.ts";
import { type ArgumentError, found, InputError, SourceError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { isCallable, oneOf, positive } from "../check/values.ts";
import { epochOrder } from "../sample/epoch-order.ts";
import { checkSignal } from "../source/aborting.ts";
import type { RangeInput } from "../source/byte-source.ts";
import type { CifarOptions } from "../source/cifar.ts";
import type { FileHandle } from "../source/file-handle.ts";
import { type FileInput, type LoadProgress, reasonOf, type SkippedImage } from "../source/host-images.ts";
import { held } from "../source/host-memory.ts";
import type { IdxOptions } from "../source/idx.ts";
import type { ImageInput } from "../source/picture.ts";
import type { PictureStoreOptions } from "../source/picture-store.ts";
import { withRates } from "../source/rate.ts";
import type { AheadLimits } from "../source/read-ahead.ts";
import { type OpenStore, openStore, type PictureStore, sampleNamed } from "../source/store.ts";
import type { TarOptions } from "../source/tar-store.ts";
import type { Batch, StepOptions } from "./batch.ts";
import { heldFacts } from "./dataset.ts";
import { Engine } from "./engine.ts";
import type { OpenLane, StreamDoor } from "./epoch.ts";
import { type EpochOptions, openEpoch, type StreamEpoch, type Walked } from "./epoch-options.ts";
import type { PictureForm } from "./open-pictures.ts";
import { checkIndices, type SampleFacts, Samples, type ViewOf } from "./samples.ts";
import { type BatchOptions, Recent, readStep, type StreamRead } from "./stream-batch.ts";
import { shapeOf } from "./stream-step.ts";
import { type StreamSource, StreamWalk } from "./stream-walk.ts";
import { STREAM } from "./streamed.ts";
import type { ObjectData } from "./targets/types.ts";

export interface StreamOptions {
  /**
   * How far to read ahead in an epoch: so many pictures, and so many bytes of them, in host memory or on their way
   * there; whichever is reached first. A batch that is asked for is read in any case. Partners count too, and stay as
   * long as there is room. Default 4096 pictures and 64 MiB.
   */
  ahead?: Partial<AheadLimits>;
  /**
   * What a picture does that cannot be read: end the epoch with a SourceError that names it (`throw`, the default), or
   * stay out of it and be listed in `skipped` (`skip`). A batch then has fewer rows, and who would have had it as a
   * partner from the dataset has the next one, as in a view without it.
   */
  onError?: "throw" | "skip";
}

const OPTION_KEYS: readonly (keyof StreamOptions)[] = ["ahead", "onError"];

const AHEAD: AheadLimits = { pictures: 4096, bytes: 64 * 2 ** 20 };

/** What a stream and its views share. */
interface Whole {
  store: OpenStore;
  limits: AheadLimits;
  skips: boolean;
  /** By id, in the order in which they were found. */
  skipped: Map<number, SkippedImage>;
  /** Of single batches. */
  recent: Recent;
}

export class Stream extends Samples {
  /** Of every picture; undefined where they have sizes of their own. */
  readonly height: number | undefined;
  readonly width: number | undefined;
  readonly channels: number;
  readonly layout: "nhwc" | "nchw";
  readonly format = "u8";
  /** For the engine and the adapters. @internal */
  readonly [STREAM]: StreamDoor & StreamRead & { form(): PictureForm };

  private constructor(
    private readonly whole: Whole,
    facts: SampleFacts,
    viewOf?: ViewOf<Stream>,
    /** Whom each row of a batch is mixed with. */
    private readonly partners?: Stream,
  ) {
    super(facts, viewOf);
    const { size, channels, layout } = whole.store;
    this.height = size?.height;
    this.width = size?.width;
    this.channels = channels;
    this.layout = layout;
    this[STREAM] = {
      form: () => this.form(),
      epoch: (engine, options, openLane) => this.epoch(engine, options, openLane),
      read: (engine, indices, step, options) => this.read(engine, indices, step, options),
    };
  }

  /**
   * A stream over a store. Labels that stand beside the store's `read` are known before anything is read, which
   * `subset`, `split` and the class balance of a sampler need.
   * @throws InputError, SourceError for labels and fields
   */
  static from(store: PictureStore, options: StreamOptions = {}): Stream {
    const opened = openStore("store", store);
    knownKeys("stream.options", options, OPTION_KEYS);
    const { ahead = {}, onError = "throw" } = options;
    knownKeys("ahead", ahead, ["pictures", "bytes"]);
    for (const [name, value] of Object.entries(ahead)) if (value !== undefined) positive(`ahead.${name}`, value);
    oneOf("onError", onError, ["throw", "skip"]);
    const limits = { pictures: ahead.pictures ?? AHEAD.pictures, bytes: ahead.bytes ?? AHEAD.bytes };
    const recent = new Recent(limits);
    const whole = {
      store: opened,
      limits,
      skips: onError === "skip",
      skipped: new Map<number, SkippedImage>(),
      recent,
    };
    return new Stream(whole, { ...opened.annotations, count: opened.count, classes: opened.classes });
  }

  /**
   * A stream of picture files, blobs, `ImageBitmap`s, pixels, or handles of files (`FileSystemFileHandle`): decoded and
   * resized when they are read, as `Dataset.fromImages` does it, by workers. The files of a folder: `picturesIn`.
   * @throws InputError, SourceError for labels and fields
   */
  static async fromImages(
    images: ArrayLike<ImageInput | FileHandle>,
    options: PictureStoreOptions & StreamOptions,
  ): Promise<Stream> {
    const given = held(images);
    const { store, stream } = divided(options);
    const { PICTURE_STORE_KEYS, pictureStore } = await import("../source/picture-store.ts");
    knownKeys("fromImages.options", options, [...OPTION_KEYS, ...PICTURE_STORE_KEYS]);
    return Stream.from(pictureStore(given, store), stream);
  }

  /**
   * A stream of WebDataset shards: tar archives, each a `File`, a `Blob` or the address of a server that answers Range
   * requests. One pass over them finds the samples and their labels; pictures are read and decoded when they are
   * wanted.
   * @throws InputError, SourceError for a shard that is no tar archive, is cut off, or cannot be read in pieces; for a
   * sample without a picture, or without a label where others have one
   */
  static async fromTar(
    shards: RangeInput | readonly RangeInput[],
    options: TarOptions & StreamOptions,
  ): Promise<Stream> {
    const given = held(shards);
    const { store, stream } = divided(options);
    const { TAR_KEYS, tarStore } = await import("../source/tar-store.ts");
    knownKeys("fromTar.options", options, [...OPTION_KEYS, ...TAR_KEYS]);
    return Stream.from(await tarStore(given, store), stream);
  }

  /**
   * A stream of an IDX file that is too large to load: a `File`, a `Blob` or an address, unpacked. Its labels are
   * loaded, as by `Dataset.fromIdx`.
   * @throws InputError, SourceError as `Dataset.fromIdx`
   */
  static async fromIdx(
    files: { images: RangeInput; labels?: FileInput },
    options: IdxOptions & StreamOptions = {},
  ): Promise<Stream> {
    const given = held(files);
    const { store, stream } = divided(options);
    const [{ IDX_KEYS }, { idxStore }] = await Promise.all([
      import("../source/idx.ts"),
      import("../source/packed-stores.ts"),
    ]);
    knownKeys("fromIdx.options", options, [...OPTION_KEYS, ...IDX_KEYS]);
    return Stream.from(await idxStore(given, store), stream);
  }

  /**
   * A stream of batches of CIFAR's binary version that are too large to load: files, blobs or addresses, unpacked. One
   * pass over them finds the labels.
   * @throws InputError, SourceError as `Dataset.fromCifar`
   */
  static async fromCifar(
    files: RangeInput | readonly RangeInput[],
    options: CifarOptions & StreamOptions = {},
  ): Promise<Stream> {
    const given = held(files);
    const { store, stream } = divided(options);
    const [{ CIFAR_KEYS }, { cifarStore }] = await Promise.all([
      import("../source/cifar.ts"),
      import("../source/packed-stores.ts"),
    ]);
    knownKeys("fromCifar.options", options, [...OPTION_KEYS, ...CIFAR_KEYS]);
    return Stream.from(await cifarStore(given, store), stream);
  }

  /** Pictures that were left out so far, with `onError: "skip"`: their ids, names and reasons. */
  get skipped(): readonly SkippedImage[] {
    const all = [...this.whole.skipped.values()];
    return this.viewOf ? all.filter(({ index }) => this.viewOf!.members.has(index)) : all;
  }

  /**
   * This stream with a second one beside it, for policies with the pairing `external`: row i of a batch is mixed with
   * row i of a batch of `partners`, which is gone through in an order of its own, again and again if it is shorter (as
   * in `tf.data.Dataset.zip` of two shuffled datasets). It may be the same stream. A row is skipped with its partner.
   * @throws InputError for pictures of another size
   */
  zip(partners: Stream): Stream {
    if (!(partners instanceof Stream)) throw new InputError("zip.partners", "a Stream", partners);
    if (partners.partners) throw new InputError("zip.partners", "a stream that is not zipped itself", partners);
    for (const name of ["height", "width", "channels", "layout"] as const) {
      if (partners[name] !== this[name])
        throw new InputError(`zip.partners.${name}`, `${this[name] ?? "none"}, as this stream's`, partners[name]);
    }
    return new Stream(this.whole, this.facts(), this.viewOf as ViewOf<Stream> | undefined, partners);
  }

  /**
   * Adds objects that are known before any picture is read, by names of your own: boxes, and what belongs to each,
   * picture i of a set for sample i. An engine with targets of the same names takes them along. Views have them too.
   * What is read with the pictures stands in the store's `targets`.
   * @throws InputError, SourceError for what does not fit
   */
  async addTargets(targets: Readonly<Record<string, ObjectData>>): Promise<void> {
    const given = heldFacts(targets);
    if (this.viewOf)
      throw new InputError("addTargets", "the whole stream, whose views have its targets", found("a view"));
    const { store } = this.whole;
    const { knownObjects } = await import("./targets/known-objects.ts");
    Object.assign(store.targets, knownObjects(given, store));
  }

  /**
   * Reads some samples and mixes them: what `engine.run({ dataset, indices }, step)` does for a dataset. The pictures
   * of the last batches are kept, within `ahead`. A sample that cannot be read is an error here, whatever `onError`
   * says.
   * @throws as `engine.run`; SourceError naming the sample; the reason of `options.signal`
   */
  async batch(
    engine: Engine,
    indices: ArrayLike<number>,
    step: StepOptions = {},
    options: BatchOptions = {},
  ): Promise<Batch> {
    if (!(engine instanceof Engine)) throw new InputError("batch.engine", "an engine", engine);
    const { input, release } = await this.read(engine, indices, step, options);
    try {
      return engine.run(input, step);
    } finally {
      release();
    }
  }

  protected assertLiving(): void {}

  protected show(places: Uint32Array): this {
    const { view, facts } = this.partAt(places);
    return new Stream(this.whole, facts, view as ViewOf<Stream>, this.partners) as this;
  }

  private facts(): SampleFacts {
    const { count, classes, labels, fields } = this;
    return { count, classes, labels: labels as Uint32Array<ArrayBuffer> | undefined, fields };
  }

  private form(): PictureForm {
    const { layout } = this;
    const { store } = this.whole;
    const labelForm = store.annotations.labelRows ? "rows" : "ids";
    const haveOwnSizes = store.size === undefined;
    return { shape: shapeOf(store), haveOwnSizes, format: "u8", layout, pages: 1, labelForm };
  }

  private read(engine: Walked, indices: ArrayLike<number>, step: StepOptions, options: BatchOptions) {
    if (this.partners)
      throw new InputError("batch", "a stream that is not zipped, since only an epoch says who is zipped", this);
    const list = checkIndices("batch.indices", indices, this.count);
    const ids = list.map((index) => this.viewOf?.ids[index] ?? index);
    const { store, recent } = this.whole;
    return readStep(engine, { store, recent, members: this.viewOf?.members }, { ids, step }, options);
  }

  private epoch<B>(engine: Walked, options: EpochOptions, openLane: OpenLane<B>): StreamEpoch<B> {
    const open = openEpoch(engine, this, options);
    const theirs = this.partners && this.partnerOrder(engine, options);
    const { store, limits, skips, skipped } = this.whole;
    const { viewOf, partners } = this;
    const source: StreamSource = {
      store,
      partners: partners?.whole.store,
      limits,
      repeats: options.sampler !== undefined,
      get members() {
        return without(skipped, viewOf?.members, store.count);
      },
      rowsOf(number) {
        const { occurrences } = open.stepOf(number);
        const ids = open.order.batch(number).map((place) => viewOf?.ids[place] ?? place);
        const partnerIds = theirs?.batch(number).map((place) => partners!.viewOf?.ids[place] ?? place);
        const isOut = (i: number) =>
          skipped.has(ids[i]!) || (partnerIds && partners!.whole.skipped.has(partnerIds[i]!));
        const rows = ids.map((_, i) => i).filter((i) => !isOut(i));
        const pick = (list: number[]) => (rows.length === ids.length ? list : rows.map((i) => list[i]!));
        return { ids: pick(ids), occurrences: pick(occurrences), partnerIds: partnerIds && pick(partnerIds) };
      },
      skip: skips ? (errors, isPartner) => (isPartner ? partners! : this).skip(errors) : undefined,
      nothingLeft: () => {
        const [first] = [...skipped.values(), ...(partners?.skipped ?? [])];
        return new SourceError(
          "stream",
          "at least one picture that can be read",
          found(`none of ${this.count}${first ? `; ${first.name}: ${first.reason}` : ""}`),
        );
      },
    };
    const walk = () => new StreamWalk(engine, source, open, openLane);
    return { length: open.order.length, lookAhead: open.lookAhead, [Symbol.asyncIterator]: walk };
  }

  /** An order of their own, as long as this stream's. */
  private partnerOrder(engine: Walked, options: EpochOptions) {
    const { epoch = 0, batchSize, shuffle, shard, last, batches } = options;
    const samples = options.sampler?.samples ?? this.count;
    return epochOrder({
      ...{ seed: engine.seed, epoch, batchSize, shuffle, shard, last, batches },
      count: this.partners!.count,
      sampler: { samples },
      pass: 1,
    });
  }

  private skip(errors: ReadonlyMap<number, SourceError>): void {
    const { skipped, store } = this.whole;
    for (const [id, error] of errors) {
      const known = store.annotations.fields?.name?.[id];
      if (skipped.has(id)) continue;
      const name = typeof known === "string" ? known : `sample ${id}`;
      const { path, expected, found: what } = error as ArgumentError;
      // The error says whose it is, and then what of it.
      const who = sampleNamed(store.annotations, id);
      const blamed = path.startsWith(`${who}, `) ? path.slice(who.length + 2) : name;
      skipped.set(id, { index: id, name, reason: reasonOf(new SourceError(blamed, expected, what), name) });
    }
  }
}

/** What some stores are given beside their own options. */
interface Told {
  onProgress?: (progress: LoadProgress) => void;
  signal?: AbortSignal;
}

/** The options of a store and of its stream, as they are now. */
function divided<Store extends object>(options: Store & StreamOptions): { store: Store; stream: StreamOptions } {
  const { ahead, onError, ...store } = { ...options };
  const { onProgress, signal } = store as Told;
  if (onProgress !== undefined && !isCallable(onProgress)) throw new InputError("onProgress", "a function", onProgress);
  checkSignal("signal", signal);
  return { store: withRates(store as Told) as unknown as Store, stream: { ahead: copied(ahead), onError } };
}

/** The members without those that were skipped; nothing where that is the whole. */
function without(skipped: ReadonlyMap<number, unknown>, members: StreamSource["members"], count: number) {
  if (skipped.size === 0) return members;
  const isIn = (id: number) => !skipped.has(id) && (members ? members.has(id) : id < count);
  const out = members ? [...skipped.keys()].filter((id) => members.has(id)).length : skipped.size;
  return {
    size: (members?.size ?? count) - out,
    has: isIn,
    *[Symbol.iterator]() {
      if (members) {
        for (const id of members) if (isIn(id)) yield id;
      } else for (let id = 0; id < count; id++) if (isIn(id)) yield id;
    },
  };
}
