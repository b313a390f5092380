/**
 * The buffers that a stream's pictures are written to, a step's after the other's: the queue writes the next ones only
 * after the step that reads these.
 */
import { MAX_PAGES, MAX_PICTURES } from "../analysis/limits.ts";
import { type Packed, packPictures } from "../analysis/places.ts";
import { found, InputError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { ownView } from "../source/host-memory.ts";
import type { Picture } from "../source/store.ts";
import { fitting, picturesPerPage } from "./pages.ts";
import { writeBytes } from "./write-bytes.ts";

export interface Pages {
  pages: { buffer: GPUBuffer; size: number }[];
  picturesPerPage: number;
  /** Where pictures lie that have sizes of their own. */
  places?: Packed;
}

/** What a stream says of its pictures. */
interface Form {
  channels: number;
  /** Of every picture; undefined where each has its own. */
  size: Size | undefined;
}

export class StreamPages {
  private buffers: GPUBuffer[] = [];
  /** Where pictures are put together that do not lie together. */
  private gathered = new Uint8Array(0);
  /** Of what belongs to the pictures, by name. */
  private readonly targets = new Map<string, StreamPages>();

  constructor(
    private readonly device: GPUDevice,
    private readonly form: Form,
    /** Pages that there can be. */
    private readonly most = MAX_PAGES,
  ) {}

  /** Of every picture; undefined where each has its own. */
  get size(): Size | undefined {
    return this.form.size;
  }

  /** Buffers for some pictures. @throws InputError where the device has none as large */
  open(pictures: readonly Size[]): Pages {
    const { limits } = this.device;
    const limit = Math.floor(Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) / 4) * 4;
    const { size } = this.form;
    return size ? this.openEven(pictures.length, size, limit) : this.openOwn(pictures, limit);
  }

  /** The pages of a target's pictures, whose pixels have so many bytes. */
  ofTarget(name: string, bytes: number): StreamPages {
    const known = this.targets.get(name);
    if (known) return known;
    const pages = new StreamPages(this.device, { channels: bytes, size: this.form.size }, this.most);
    this.targets.set(name, pages);
    return pages;
  }

  /** Writes pictures, one after the other, to the buffers that were opened for them. */
  write(pictures: readonly Pick<Picture, "data">[], { pages, picturesPerPage, places }: Pages): void {
    const firstOf = (page: number) => (places ? places.pageStarts[page] : page * picturesPerPage);
    pages.forEach(({ buffer }, page) => {
      const some = pictures.slice(firstOf(page), firstOf(page + 1)).map(({ data }) => data);
      writeBytes(this.device, buffer, 0, joined(some) ?? this.gather(some));
    });
  }

  destroy(): void {
    for (const buffer of this.buffers) buffer.destroy();
    this.buffers = [];
    for (const pages of this.targets.values()) pages.destroy();
  }

  private openEven(count: number, { height, width }: Size, limit: number): Pages {
    const picture = height * width * this.form.channels;
    const perPage = picturesPerPage(limit, picture);
    if (count > this.most * perPage)
      throw new InputError(
        "batchSize",
        `batches of which at most ${Math.min(this.most * perPage, fitting(limit, picture))} pictures are read, partners included (${ADVICE})`,
        found(`${count}`),
      );
    const bytes = (page: number) => Math.min(perPage, count - page * perPage) * picture;
    return { pages: this.pagesOf(Math.ceil(count / perPage), bytes, limit), picturesPerPage: perPage };
  }

  private openOwn(pictures: readonly Size[], limit: number): Pages {
    const { channels } = this.form;
    const sizes = pictures.flatMap(({ height, width }) => [height, width]);
    const places = packPictures("stream", sizes, channels, limit);
    const large = places.pageValues.findIndex((values) => values > limit);
    if (large >= 0) {
      const { height, width } = pictures[places.pageStarts[large]!]!;
      throw new InputError(
        "stream",
        `pictures of at most ${limit} bytes, the size of a page (give a maxSide, or request a higher maxStorageBufferBindingSize)`,
        found(`${height} × ${width} × ${channels}`),
      );
    }
    if (places.pageValues.length > this.most)
      throw new InputError(
        "batchSize",
        `batches whose pictures have at most ${this.most} pages of ${limit} bytes, partners included (${ADVICE})`,
        found(`${places.pageValues.length} pages`),
      );
    const pages = this.pagesOf(places.pageValues.length, (page) => places.pageValues[page]!, limit);
    return { pages, picturesPerPage: MAX_PICTURES, places };
  }

  private pagesOf(count: number, bytesOf: (page: number) => number, limit: number): Pages["pages"] {
    return Array.from({ length: count }, (_, page) => {
      const buffer = this.bufferFor(page, bytesOf(page), limit);
      return { buffer, size: buffer.size };
    });
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
    const bytes = pictures.reduce((sum, { length }) => sum + length, 0);
    const whole = Math.ceil(bytes / 4) * 4;
    if (this.gathered.length < whole) this.gathered = new Uint8Array(whole);
    let at = 0;
    for (const picture of pictures) {
      this.gathered.set(picture, at);
      at += picture.length;
    }
    return this.gathered.subarray(0, whole);
  }
}

const ADVICE = "use a smaller batch, or request a higher maxStorageBufferBindingSize";

/** The memory of pictures that lie one after the other, if they do, and end with a word; nothing is copied then. */
function joined(pictures: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | undefined {
  const [first] = pictures;
  if (!first) return undefined;
  let end = first.byteOffset;
  for (const picture of pictures) {
    if (picture.buffer !== first.buffer || picture.byteOffset !== end) return undefined;
    end += picture.length;
  }
  const bytes = end - first.byteOffset;
  return bytes % 4 === 0 ? ownView(new Uint8Array(first.buffer, first.byteOffset, bytes)) : undefined;
}
