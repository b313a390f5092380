/**
 * The buffers that a stream's pictures are written to, a step's after the other's: the queue writes the next ones only
 * after the step that reads these.
 */
import { MAX_PAGES } from "../analysis/limits.ts";
import { found, InputError } from "../check/errors.ts";
import { ownView } from "../source/host-memory.ts";
import { fitting, picturesPerPage } from "./pages.ts";

export interface Pages {
  pages: { buffer: GPUBuffer; size: number }[];
  picturesPerPage: number;
}

export class StreamPages {
  private buffers: GPUBuffer[] = [];
  /** Where pictures are put together that do not lie together. */
  private gathered = new Uint8Array(0);

  constructor(
    private readonly device: GPUDevice,
    /** Bytes of a picture. */
    private readonly picture: number,
    /** Pages that there can be. */
    private readonly most = MAX_PAGES,
  ) {}

  /** Buffers for so many pictures. @throws InputError where the device has none as large */
  open(count: number): Pages {
    const { limits } = this.device;
    const limit = Math.floor(Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 4) * 4;
    const perPage = picturesPerPage(limit, this.picture);
    if (count > this.most * perPage)
      throw new InputError(
        "batchSize",
        `batches of which at most ${Math.min(this.most * perPage, fitting(limit, this.picture))} pictures are read, partners included (use a smaller batch, or request a higher maxStorageBufferBindingSize)`,
        found(`${count}`),
      );
    const pages = Array.from({ length: Math.ceil(count / perPage) }, (_, page) => {
      const buffer = this.bufferFor(page, Math.min(perPage, count - page * perPage) * this.picture, limit);
      return { buffer, size: buffer.size };
    });
    return { pages, picturesPerPage: perPage };
  }

  /** Writes pictures, one after the other, to the buffers that were opened for them. */
  write(pictures: readonly Uint8Array[], { pages, picturesPerPage }: Pages): void {
    pages.forEach(({ buffer }, page) => {
      const some = pictures.slice(page * picturesPerPage, (page + 1) * picturesPerPage);
      this.device.queue.writeBuffer(buffer, 0, joined(some) ?? this.gather(some));
    });
  }

  destroy(): void {
    for (const buffer of this.buffers) buffer.destroy();
    this.buffers = [];
  }

  /** Grows by half, so that the first steps decide and not the one with most partners. */
  private bufferFor(page: number, bytes: number, limit: number): GPUBuffer {
    const known = this.buffers[page];
    if (known && known.size >= bytes) return known;
    // What was submitted keeps it alive.
    known?.destroy();
    const wanted = known ? Math.min(limit, Math.max(bytes, 1.5 * known.size)) : bytes;
    const buffer = this.device.createBuffer({
      label: `mixwell stream page ${page}`,
      size: Math.ceil(wanted / 4) * 4,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
    });
    this.buffers[page] = buffer;
    return buffer;
  }

  /** The pictures in memory of ours, in whole words. */
  private gather(pictures: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const bytes = pictures.length * this.picture;
    const whole = Math.ceil(bytes / 4) * 4;
    if (this.gathered.length < whole) this.gathered = new Uint8Array(whole);
    pictures.forEach((picture, i) => {
      this.gathered.set(picture, i * this.picture);
    });
    return this.gathered.subarray(0, whole);
  }
}

/** The memory of pictures that lie one after the other, if they do, and end with a word; nothing is copied then. */
function joined(pictures: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | undefined {
  const [first] = pictures;
  if (!first || (pictures.length * first.length) % 4 !== 0) return undefined;
  const isNext = (picture: Uint8Array, i: number) =>
    picture.buffer === first.buffer && picture.byteOffset === first.byteOffset + i * first.length;
  if (!pictures.every(isNext)) return undefined;
  return ownView(new Uint8Array(first.buffer, first.byteOffset, pictures.length * first.length));
}
