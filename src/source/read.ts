/** Any file-like input -> its bytes, with progress, and a name that error messages can use. */
import { found, InputError, SourceError, show } from "../check/errors.ts";
import { untilAborted } from "./aborting.ts";
import type { FileInput, LoadProgress } from "./host-images.ts";
import { isBufferOfBytes, ownView } from "./host-memory.ts";
import { isHtml } from "./sniff.ts";

/** The most bytes a reader takes in, or lets a gzip file grow to, unless told otherwise: 2 GiB. */
export const DEFAULT_MAX_BYTES = 2 ** 31;

export interface ReadOptions {
  /** What messages and progress call the file; by default its own name (`nameOf`). */
  name?: string;
  onProgress?: (progress: LoadProgress) => void;
  /** The most bytes to take in (default 2 GiB). */
  maxBytes?: number;
  /** Ends the reading, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Refuses a limit that is none. */
export function checkMaxBytes(maxBytes: unknown): void {
  if (maxBytes !== undefined && !(typeof maxBytes === "number" && maxBytes >= 1))
    throw new InputError("maxBytes", "a positive number", maxBytes);
}

/**
 * The bytes of a file. An `ArrayBuffer` or a view is not copied, unless it is shared or resizable: the result looks
 * into it.
 *
 * @throws InputError for something that is no file, SourceError for a file that cannot be read, is too large, or is an
 * HTML page.
 */
export async function readBytes(input: FileInput, options: ReadOptions = {}): Promise<Uint8Array> {
  const name = options.name ?? nameOf(input, "file");
  options.signal?.throwIfAborted();
  const bytes = await bytesOf(input, name, options);
  if (isHtml(bytes))
    throw new SourceError(name, "a data file", found("something that looks like an HTML page (is the address right?)"));
  return bytes;
}

/** `File.name`, or the last part of a `Response`'s address, else `fallback`. */
export function nameOf(input: unknown, fallback: string): string {
  if (typeof Response !== "undefined" && input instanceof Response) {
    const last = input.url.split(/[?#]/)[0]!.split("/").pop()!;
    return readable(last) || fallback;
  }
  if (isBlob(input) && "name" in input && typeof input.name === "string") return input.name || fallback;
  return fallback;
}

/** The path inside the picked folder where there is one, else the file's name. */
export function pathOf(input: unknown): string | undefined {
  if (!isBlob(input)) return undefined;
  const { webkitRelativePath, name } = input as Partial<File>;
  return webkitRelativePath || name || undefined;
}

function readable(urlPart: string): string {
  try {
    return decodeURIComponent(urlPart);
  } catch {
    return urlPart;
  }
}

export function isBlob(input: unknown): input is Blob {
  return typeof Blob !== "undefined" && input instanceof Blob;
}

async function bytesOf(input: FileInput, name: string, options: ReadOptions): Promise<Uint8Array> {
  const limit = options.maxBytes ?? DEFAULT_MAX_BYTES;
  if (isBufferOfBytes(input)) return wholeInMemory(new Uint8Array(input), name, limit, options);
  if (ArrayBuffer.isView(input)) {
    return wholeInMemory(new Uint8Array(input.buffer, input.byteOffset, input.byteLength), name, limit, options);
  }
  if (isBlob(input)) {
    checkSize(input.size, name, limit);
    return drain(input.stream(), name, { ...options, total: input.size });
  }
  if (typeof Response !== "undefined" && input instanceof Response) return bytesOfResponse(input, name, limit, options);
  if (typeof ReadableStream !== "undefined" && input instanceof ReadableStream) return drain(input, name, options);
  throw new InputError(
    name,
    "a File, Blob, Response, ArrayBuffer, typed array or ReadableStream of bytes",
    found(whatInstead(input)),
  );
}

function whatInstead(input: unknown): string {
  if (typeof input === "string") return `${show(input)} (for an address, pass \`await fetch(address)\`)`;
  return show(input);
}

function wholeInMemory(bytes: Uint8Array, name: string, limit: number, options: ReadOptions): Uint8Array {
  checkSize(bytes.length, name, limit);
  options.onProgress?.({ phase: "read", loaded: bytes.length, total: bytes.length, name });
  return ownView(bytes);
}

async function bytesOfResponse(
  response: Response,
  name: string,
  limit: number,
  options: ReadOptions,
): Promise<Uint8Array> {
  if (response.type === "opaque") {
    throw new SourceError(
      name,
      "a response that may be read",
      found("an opaque one (the other origin must allow it by CORS)"),
    );
  }
  if (!response.ok) {
    throw new SourceError(
      name,
      "a response with status 200 to 299",
      found(`${response.status} ${response.statusText}`.trim()),
    );
  }
  if (response.bodyUsed)
    throw new SourceError(name, "a response not read before", found("one whose body is already used"));
  // With a Content-Encoding the length counts the encoded bytes, which are not the ones that arrive here.
  const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
  const total = length && /^\d+$/.test(length) ? Number(length) : undefined;
  if (total !== undefined) checkSize(total, name, limit);
  if (!response.body) return new Uint8Array(0);
  const bytes = await drain(response.body, name, { ...options, total });
  if (total !== undefined && bytes.length < total) {
    throw new SourceError(
      name,
      `${total} bytes (its Content-Length)`,
      found(`${bytes.length} bytes: the download broke off`),
    );
  }
  return bytes;
}

/** Reads a stream to its end. */
async function drain(
  stream: ReadableStream<Uint8Array>,
  name: string,
  options: ReadOptions & { total?: number },
): Promise<Uint8Array> {
  if (stream.locked) throw new SourceError(name, "a stream nobody else is reading", found("a locked one"));
  const sink = new ByteSink(name, options.maxBytes ?? DEFAULT_MAX_BYTES);
  sink.reserve(options.total ?? 0);
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await untilAborted(nextChunk(reader, name, sink.length), options.signal);
      if (done) return sink.bytes();
      if (!(value instanceof Uint8Array)) throw new SourceError(name, "a stream of Uint8Array chunks", value);
      sink.push(value);
      options.onProgress?.({ phase: "read", loaded: sink.length, total: options.total, name });
    }
  } finally {
    // After a clean end this does nothing; after an error it lets the source stop producing.
    reader.cancel().catch(() => {});
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, name: string, soFar: number) {
  try {
    return await reader.read();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    const error = new SourceError(
      name,
      "a file that can be read to its end",
      found(`an error after ${soFar} bytes: ${words}`),
    );
    error.cause = reason;
    throw error;
  }
}

function checkSize(size: number, name: string, limit: number): void {
  if (size > limit) throw new SourceError(name, `at most ${limit} bytes (maxBytes)`, found(`${size} bytes`));
}

/** A byte buffer that grows by doubling up to a stated limit: a file cannot take more memory than was granted to it. */
export class ByteSink {
  length = 0;
  private readonly name: string;
  private readonly limit: number;
  private buffer: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(name: string, limit: number) {
    this.name = name;
    this.limit = limit;
  }

  push(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length > this.limit)
      throw new SourceError(this.name, `at most ${this.limit} bytes (maxBytes)`, found("more than that"));
    if (length > this.buffer.length) this.reserve(Math.max(length, 2 * this.buffer.length));
    this.buffer.set(chunk, this.length);
    this.length = length;
  }

  /** Makes room for so many bytes in all (never more than the limit), to save copies when the size is known. */
  reserve(bytes: number): void {
    const size = Math.min(bytes, this.limit);
    if (size <= this.buffer.length) return;
    const grown = allocate(size, this.name);
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.subarray(0, this.length);
  }
}

/** `new Uint8Array(bytes)`, with our words when the machine has not that much memory. */
export function allocate(bytes: number, name: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(bytes);
  } catch {
    throw new SourceError(name, "a size that fits into memory", found(`${bytes} bytes, which could not be allocated`));
  }
}
