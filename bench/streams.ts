/**
 * What it costs to read pictures from shards while an epoch goes on, beside the same pictures on the GPU: the whole
 * epoch, and each part of it by itself; and whether memory stays flat meanwhile.
 */
import { StreamPages } from "../src/gpu/stream-pages.ts";
import { createEngine, Dataset, type Engine, type EpochOptions, mixup, ops, Stream } from "../src/index.ts";
import { byteSource, type RangeInput, readPieces } from "../src/source/byte-source.ts";
import { Decoder } from "../src/source/decoder.ts";
import { walkTar } from "../src/source/tar.ts";
import { bmpOf } from "../test/bmp.ts";
import { CLASSES, IMAGENET } from "./cases.ts";
import { SEED } from "./draws.ts";
import { addressesOf, imagesOf, SIDE, SIZE, shardsOf } from "./shards.ts";
import { summary } from "./stopwatch.ts";

const BATCH = 256;
const SHAPE = { height: SIDE, width: SIDE, channels: 3 };
/** Batches that are measured. */
const PART = 16;
/** They take a few milliseconds. */
const UPLOADS = 41;

export interface StreamsOptions {
  /** Pictures in the shards. */
  count: number;
  rounds: number;
  /** The shards are on the bench's server, in place of blobs in memory. */
  http: boolean;
  say: (line: string) => void;
  /** Bytes of the page's heap and of its array buffers, after what nobody holds was let go. */
  heap: () => Promise<number>;
}

/** A file in a shard. */
interface Place {
  shard: number;
  start: number;
  size: number;
}

export async function benchStreams(device: GPUDevice, options: StreamsOptions): Promise<void> {
  const { count, http, say } = options;
  const gpuBytes = watchBuffers(device);
  const shards = http ? addressesOf(count) : shardsOf(imagesOf(count)).map((bytes) => new Blob([bytes]));
  const where = http ? "by HTTP" : "in memory";
  say(`${count} pictures of ${SIDE}×${SIDE}×3 in ${shards.length} shards ${where}; batches of ${BATCH}`);
  const open = () => Stream.fromTar(shards, { height: SIDE, width: SIDE, classes: CLASSES });
  const [stream, seconds] = await timed(open);
  const engine = await createEngine(device, {
    seed: SEED,
    policy: [ops.flipX({ prob: 0.5 }), mixup({ alpha: 0.2, pairing: "derangement" })],
    output: { normalize: IMAGENET },
    labels: { classes: CLASSES },
    warm: stream,
  });
  say("");
  say(`${"part by itself".padEnd(24)}pictures a second`);
  say(`${"finding the samples".padEnd(24)}${rate(count / seconds)}   (once)`);
  await compare(device, engine, { ...options, shards, stream });
  say("");
  await memory(engine, stream, { ...options, gpuBytes });
  engine.destroy();
}

/** The parts of a stream, and its batches beside those of a dataset. */
async function compare(
  device: GPUDevice,
  engine: Engine,
  { count, rounds, say, shards, stream }: StreamsOptions & { shards: readonly RangeInput[]; stream: Stream },
): Promise<void> {
  const images = imagesOf(count);
  const labels = Uint32Array.from({ length: count }, (_, i) => i % CLASSES);
  const dataset = await Dataset.fromArrays(device, { images, shape: [count, SIDE, SIDE, 3], labels, classes: CLASSES });
  const inMemory = Stream.from({
    ...{ ...SHAPE, count, labels, classes: CLASSES },
    read: (ids) => ({ images: ids.map((id) => images.subarray(id * SIZE, (id + 1) * SIZE)) }),
  });
  const epochOf = (of: Dataset | Stream) => (round: number) => walk(device, engine, of, { epoch: round });
  const upload = await uploads(device, images);
  const resident = await median(rounds, epochOf(dataset));
  const parts = {
    "reading the shards": await median(rounds, partOfReading(shards, count)),
    decoding: await median(rounds, partOfDecoding(images)),
    uploading: upload.ours,
    "drawing and mixing": resident,
  };
  for (const [name, each] of Object.entries(parts)) say(`${name.padEnd(24)}${rate(1 / each)}`);
  const [slowest] = Object.entries(parts).toSorted(([, a], [, b]) => b - a);
  say(`the slowest part: ${slowest![0]}`);
  say(`upload: ${(upload.bare / upload.ours).toFixed(2)} of a bare writeBuffer loop over the same bytes`);
  const whole = {
    resident,
    "stream from memory": await median(rounds, epochOf(inMemory)),
    "stream from shards": await median(rounds, epochOf(stream)),
  };
  say("");
  say(`${"some batches".padEnd(24)}pictures a second   time × resident`);
  for (const [name, each] of Object.entries(whole))
    say(`${name.padEnd(24)}${rate(1 / each)}   ${(each / resident).toFixed(2)}`);
  dataset.destroy();
}

/** Reads files in the order of a shuffled epoch: seconds a picture. */
function partOfReading(shards: readonly RangeInput[], count: number): () => Promise<number> {
  const sources = shards.map((shard, i) => byteSource(shard, `shards[${i}]`));
  let places: Place[] | undefined;
  return async () => {
    if (!places) {
      const found: Place[] = [];
      for (const [shard, source] of sources.entries())
        await walkTar(source, async ({ path, start, size }) => {
          if (path.endsWith(".bmp")) found.push({ shard, start, size });
        });
      places = found;
    }
    const known = places;
    const [, seconds] = await timed(async () => {
      for (let batch = 0; batch < PART; batch++) {
        const some = Array.from({ length: BATCH }, (_, i) => known[((batch * BATCH + i) * 7919) % count]!);
        const pieces = some.map(({ shard, start, size }) => ({ source: sources[shard]!, start, size }));
        await readPieces(pieces, new AbortController().signal);
      }
    });
    return seconds / (PART * BATCH);
  };
}

/** Seconds a picture, from a file in memory to its bytes. */
function partOfDecoding(images: Uint8Array): () => Promise<number> {
  const target = { size: SHAPE, maxSide: SIDE, fit: "cover", channels: 3, background: [0, 0, 0, 255] } as const;
  const files = Array.from({ length: PART * BATCH }, (_, i) => {
    const at = (i * SIZE) % (images.length - SIZE);
    return bmpOf({ data: images.subarray(at, at + SIZE), width: SIDE, height: SIDE });
  });
  const decoder = new Decoder(target, {});
  return async () => {
    const [, seconds] = await timed(async () => {
      for (let batch = 0; batch < PART; batch++) {
        // Blobs are made as a stream makes them, of a batch at a time: a browser has room for only so many.
        const some = files.slice(batch * BATCH, (batch + 1) * BATCH).map((bytes) => new Blob([bytes]));
        await Promise.all(some.map((blob) => decoder.decode(blob, "file")));
      }
    });
    return seconds / files.length;
  };
}

/**
 * Seconds a picture: as a stream writes batches of pictures that lie apart, and as a loop writes batches that are
 * whole.
 */
async function uploads(device: GPUDevice, images: Uint8Array): Promise<{ ours: number; bare: number }> {
  const pages = new StreamPages(device, { channels: 3, size: SHAPE });
  const batches = Array.from({ length: PART }, (_, batch) =>
    Array.from({ length: BATCH }, (_, i) => ({
      ...{ height: SIDE, width: SIDE },
      data: images.slice((batch * BATCH + i) * SIZE, (batch * BATCH + i + 1) * SIZE),
    })),
  );
  const whole = batches.map((_, batch) => images.slice(batch * BATCH * SIZE, (batch + 1) * BATCH * SIZE));
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST;
  const buffer = device.createBuffer({ size: BATCH * SIZE, usage });
  const ways = {
    ours() {
      for (const pictures of batches) pages.write(pictures, pages.open(pictures));
    },
    bare() {
      for (const bytes of whole) device.queue.writeBuffer(buffer, 0, bytes);
    },
  };
  const times = { ours: [] as number[], bare: [] as number[] };
  // In turn, one more than is counted: the first makes buffers and fills caches.
  for (let round = 0; round <= UPLOADS; round++) {
    for (const [name, write] of Object.entries(ways)) {
      const [, seconds] = await timed(async () => {
        write();
        await device.queue.onSubmittedWorkDone();
      });
      if (round > 0) times[name as keyof typeof ways].push(seconds);
    }
  }
  pages.destroy();
  buffer.destroy();
  const each = (seconds: number[]) => summary(seconds).median / (PART * BATCH);
  return { ours: each(times.ours), bare: each(times.bare) };
}

/** The first batches of an epoch, to the end of the last one on the GPU: seconds a picture. */
async function walk(device: GPUDevice, engine: Engine, samples: Dataset | Stream, options: { epoch: number }) {
  const [, seconds] = await timed(async () => {
    const epochOptions: EpochOptions = { ...options, batchSize: BATCH, batches: PART };
    const epoch =
      samples instanceof Dataset ? engine.epoch(samples, epochOptions) : engine.epoch(samples, epochOptions);
    for await (const _ of epoch) await device.queue.onSubmittedWorkDone();
  });
  return seconds / (PART * BATCH);
}

/** Looks at the memory a few times in one epoch. */
async function memory(
  engine: Engine,
  stream: Stream,
  { heap, gpuBytes, say }: Pick<StreamsOptions, "heap" | "say"> & { gpuBytes: () => number },
): Promise<void> {
  const found: { heap: number; gpu: number }[] = [];
  let batches = 0;
  const seen = new Uint8Array(stream.count);
  for await (const { ids } of engine.epoch(stream, { epoch: 99, batchSize: BATCH })) {
    for (const id of ids) seen[id]!++;
    if (batches++ % 8 === 4) found.push({ heap: await heap(), gpu: gpuBytes() });
  }
  say(`memory in one epoch of ${batches} batches, every eighth:`);
  say(`  heap and array buffers: ${found.map(({ heap }) => megabytes(heap)).join(", ")}`);
  say(`  buffers on the GPU: ${found.map(({ gpu }) => megabytes(gpu)).join(", ")}`);
  say(`samples that came once: ${seen.filter((times) => times === 1).length} of ${stream.count}`);
}

/** How many bytes of buffers there are. */
function watchBuffers(device: GPUDevice): () => number {
  const sizes = new Map<GPUBuffer, number>();
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    sizes.set(buffer, descriptor.size);
    const destroy = buffer.destroy.bind(buffer);
    buffer.destroy = () => {
      sizes.delete(buffer);
      return destroy();
    };
    return buffer;
  };
  return () => [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

async function timed<T>(what: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await what();
  return [result, (performance.now() - start) / 1000];
}

/** Of some rounds, after one that does not count. */
async function median(rounds: number, once: (round: number) => Promise<number>): Promise<number> {
  await once(0);
  const found: number[] = [];
  for (let round = 0; round < rounds; round++) found.push(await once(round));
  return summary(found).median;
}

const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString("en").padStart(17);

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
