/** Batches from a store that need not fit on the GPU, nor in memory. */
import { type Batch, type Engine, epochOrder } from "mixwell";

/** Pictures that can be read by number: files, slices of one large file, a database, a server. */
export interface PictureStore {
  count: number;
  height: number;
  width: number;
  channels: number;
  read(ids: number[]): Promise<Pictures>;
}

export interface Pictures {
  /** One after the other, as H × W × C bytes. */
  images: Uint8Array<ArrayBuffer>;
  /** Their class ids. */
  labels: Uint32Array<ArrayBuffer>;
}

export interface StreamOptions {
  epoch?: number;
  batchSize: number;
  /** Batches whose pictures are being read while an earlier one is in use. */
  lookAhead?: number;
  /**
   * For the pairing `external`: partners come from this store (it may be the same one), read in an order of its own.
   */
  partners?: PictureStore;
}

/**
 * One pass over a store, in the order and with the draws that `engine.epoch` has for a dataset on the GPU. Partners
 * come from the batch or from `partners`; only the pairing `dataset` is not to be had, as it needs every picture at
 * hand.
 */
export async function* stream(engine: Engine, store: PictureStore, options: StreamOptions): AsyncGenerator<Batch> {
  const { epoch = 0, batchSize, lookAhead = 2, partners } = options;
  const { count, height, width, channels } = store;
  if (partners && !(["height", "width", "channels"] as const).every((side) => partners[side] === store[side]))
    throw new Error("the partners' pictures have another size");
  const order = epochOrder({ seed: engine.seed, epoch, count, batchSize });
  const partnerOrder =
    partners && epochOrder({ seed: engine.seed + 1, epoch, count: partners.count, batchSize, last: "wrap" });

  const read = (index: number) => {
    const ids = order.batch(index);
    const partnerIds = partnerOrder?.batch(index % partnerOrder.length).slice(0, ids.length);
    const pictures = Promise.all([store.read(ids), partnerIds && partners?.read(partnerIds)]);
    // If the caller stops early, nobody will ask for this one any more.
    pictures.catch(() => {});
    return { ids, pictures };
  };
  // One buffer a store is enough: the queue writes the next batch only after the step that reads this one.
  const size = Math.ceil((batchSize * height * width * channels) / 4) * 4;
  const makeBuffer = () =>
    engine.device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  const own = makeBuffer();
  const other = partners && makeBuffer();
  const words = new Uint8Array(size);
  const put = (buffer: GPUBuffer, { images, labels }: Pictures) => {
    // Whole words, which is what a queue writes.
    words.set(images);
    engine.device.queue.writeBuffer(buffer, 0, words, 0, Math.ceil(images.length / 4) * 4);
    return { images: buffer, size: labels.length, labels };
  };
  try {
    const ahead: ReturnType<typeof read>[] = [];
    for (let index = 0; index < order.length; index++) {
      while (ahead.length <= lookAhead && index + ahead.length < order.length) ahead.push(read(index + ahead.length));
      const { ids, pictures } = ahead.shift()!;
      const [batch, second] = await pictures;
      const input = { ...put(own, batch), height, width, channels, external: second && put(other!, second) };
      yield engine.run(input, { ids, epoch, step: epoch * order.length + index });
    }
  } finally {
    own.destroy();
    other?.destroy();
  }
}
