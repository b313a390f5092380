/** Files that are read in pieces: blobs, and addresses whose server answers Range requests. */
import { found, InputError, SourceError } from "../check/errors.ts";
import { untilAborted } from "./aborting.ts";
import { isBlob, nameOf } from "./read.ts";
import { Turns } from "./turns.ts";

/** A file on disk, or an address: its server must answer Range requests. */
export type RangeInput = Blob | string | URL;

export interface ByteSource {
  /** What messages call it. */
  readonly name: string;
  /** Its length in bytes, where that is known. */
  readonly size: number | undefined;
  /**
   * The bytes from `start` to `end`, fewer where it ends before.
   * @throws SourceError naming the file, the signal's reason
   */
  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Reads that are under way at the same time, of files and of each server. A browser holds a handle for each: of
 * thousands it refuses most, as if the files were gone.
 */
const MOST_READS = 32;
const turnsOfFiles = new Turns(MOST_READS);
/** By origin: a server that does not answer keeps only its own readers waiting. */
const turnsOfServers = new Map<string, Turns>();

function turnsOf(origin: string): Turns {
  const known = turnsOfServers.get(origin) ?? new Turns(MOST_READS);
  turnsOfServers.set(origin, known);
  return known;
}

/** A file that can be read in pieces. @throws InputError for anything else */
export function byteSource(input: RangeInput, path: string): ByteSource {
  if (isBlob(input)) return new BlobSource(input, nameOf(input, path));
  if (typeof input === "string" || input instanceof URL) return new UrlSource(addressOf(input, path));
  throw new InputError(path, "a File, a Blob or an address", input);
}

function addressOf(input: string | URL, path: string): string {
  const base = (globalThis as { location?: { href: string } }).location?.href;
  try {
    return new URL(input, base).href;
  } catch {
    throw new InputError(path, "a File, a Blob or an address", input);
  }
}

class BlobSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly blob: Blob,
    readonly name: string,
  ) {
    this.size = blob.size;
  }

  async read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const reading = turnsOfFiles.take(() => {
      signal?.throwIfAborted();
      return this.blob.slice(start, end).arrayBuffer();
    });
    const bytes = await reading.catch((reason: unknown) => {
      signal?.throwIfAborted();
      const error = new SourceError(
        this.name,
        "a file that can be read",
        found(`${wordsOf(reason)} (was it moved or changed since it was picked?)`),
      );
      error.cause = reason;
      throw error;
    });
    return new Uint8Array(bytes);
  }
}

class UrlSource implements ByteSource {
  readonly name: string;
  size: number | undefined;
  private readonly turns: Turns;

  constructor(private readonly url: string) {
    this.name = url.split(/[?#]/)[0]!.split("/").pop() || url;
    this.turns = turnsOf(new URL(url).origin);
  }

  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return this.turns.take(() => this.readNow(start, end, signal));
  }

  private async readNow(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    signal?.throwIfAborted();
    const stop = Math.min(end, this.size ?? end);
    if (stop <= start) return new Uint8Array(0);
    const response = await this.fetched(`bytes=${start}-${stop - 1}`, signal);
    // Beyond the end there is nothing.
    if (response.status === 416) return this.drop(response, new Uint8Array(0));
    if (response.status === 200) {
      await this.drop(response);
      throw this.refused(
        "a server that answers Range requests (status 206)",
        "status 200: it would send the whole file each time",
      );
    }
    if (response.status !== 206) {
      await this.drop(response);
      throw this.refused("status 206", `status ${response.status} ${response.statusText}`.trim());
    }
    this.learnSize(response, start);
    const bytes = new Uint8Array(await this.body(response, signal));
    const wanted = Math.min(stop, this.size ?? stop) - start;
    // Who does not say how long the file is may have come to its end.
    const isShort = bytes.length < wanted && this.size !== undefined;
    if (isShort || bytes.length > wanted)
      throw this.refused(
        `${wanted} bytes, as asked for`,
        `${bytes.length}${isShort ? ": the download broke off" : ""}`,
      );
    return bytes;
  }

  private async fetched(range: string, signal: AbortSignal | undefined): Promise<Response> {
    try {
      return await fetch(this.url, { headers: { Range: range }, signal });
    } catch (reason) {
      signal?.throwIfAborted();
      throw this.refused("a server that can be reached, and allows Range requests by CORS", wordsOf(reason), reason);
    }
  }

  private async body(response: Response, signal: AbortSignal | undefined): Promise<ArrayBuffer> {
    try {
      return await response.arrayBuffer();
    } catch (reason) {
      signal?.throwIfAborted();
      throw this.refused("an answer to its end", wordsOf(reason), reason);
    }
  }

  /** The whole length stands in the answer, unless another origin hides it. */
  private learnSize({ headers }: Response, start: number): void {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get("content-range") ?? "") ?? [];
    if (first !== undefined && Number(first) !== start)
      throw this.refused(`the bytes from ${start} on`, `those from ${first} on`);
    if (total !== undefined) this.size = Number(total);
  }

  /** Lets go of an answer that nobody reads. */
  private async drop<T>(response: Response, result?: T): Promise<T> {
    await response.body?.cancel().catch(() => {});
    return result as T;
  }

  private refused(expected: string, what: string, cause?: unknown): SourceError {
    const error = new SourceError(this.name, expected, found(what));
    error.cause = cause;
    return error;
  }
}

const wordsOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));

/** A part of a file. */
export interface Piece {
  source: ByteSource;
  start: number;
  size: number;
}

/** Pieces with less than this between them are read in one go, and no more than that. */
const GAP = 16 * 1024;
const MOST_AT_ONCE = 8 * 2 ** 20;

/**
 * Reads pieces of files, neighbours together. In the order that was given. @throws SourceError for one that is cut off
 */
export async function readPieces(
  pieces: readonly Piece[],
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const order = pieces.map((piece, i) => ({ ...piece, i })).sort((a, b) => a.start - b.start);
  const read = new Array<Uint8Array<ArrayBuffer>>(pieces.length);
  const runs: (typeof order)[] = [];
  for (const source of new Set(pieces.map((piece) => piece.source))) {
    let run: typeof order = [];
    for (const piece of order.filter((one) => one.source === source)) {
      const [first, last] = [run[0], run.at(-1)];
      const joins =
        first &&
        last &&
        piece.start - (last.start + last.size) <= GAP &&
        piece.start + piece.size - first.start <= MOST_AT_ONCE;
      if (!joins) {
        run = [];
        runs.push(run);
      }
      run.push(piece);
    }
  }
  const reading = Promise.all(
    runs.map(async (run) => {
      const { source, start } = run[0]!;
      const end = Math.max(...run.map((piece) => piece.start + piece.size));
      const bytes = await source.read(start, end, signal);
      for (const piece of run) {
        const at = piece.start - start;
        if (bytes.length < at + piece.size)
          throw new SourceError(
            source.name,
            `at least ${piece.start + piece.size} bytes`,
            found(`${start + bytes.length}: it is shorter than it was`),
          );
        read[piece.i] = bytes.subarray(at, at + piece.size);
      }
    }),
  );
  // One listener for all of them: a signal warns of many.
  await untilAborted(reading, signal);
  return read;
}

/** Goes through a file once, in large steps, from the front. */
export class Window {
  private bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly step: number,
    private readonly signal?: AbortSignal,
  ) {}

  /** The bytes from `start` to `start + length`, fewer where the file ends before. Valid until the next call. */
  async at(start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = start + length;
    if (start < this.start || end > this.start + this.bytes.length) {
      this.bytes = await this.source.read(start, start + Math.max(length, this.step), this.signal);
      this.start = start;
    }
    return this.bytes.subarray(start - this.start, end - this.start);
  }
}
