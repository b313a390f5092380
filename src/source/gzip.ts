/** gzip -> bytes by the platform's own `DecompressionStream`, bounded by what the file's header announces. */
import { found, SourceError } from "../check/errors.ts";
import { untilAborted } from "./aborting.ts";
import { deflateEnd } from "./deflate-end.ts";
import type { FileInput } from "./host-images.ts";
import { ByteSink, DEFAULT_MAX_BYTES, nameOf, type ReadOptions, readBytes } from "./read.ts";
import { HEAD_BYTES } from "./sniff.ts";

/** The length a file must have, and the reason in words for the message. */
export interface ExpectedLength {
  bytes: number;
  because: string;
}

/**
 * Looks at a file's first bytes (`HEAD_BYTES` of them, or all if there are fewer) before the rest is decompressed.
 * Throws if they are wrong; returns the length of the whole file where the header states it.
 */
export type HeadCheck = (head: Uint8Array, name: string) => ExpectedLength | undefined;

export interface UnpackedFile {
  name: string;
  bytes: Uint8Array;
}

/** DEFLATE cannot shrink anything by more than this factor, so a claim beyond it is not worth allocating for. */
const MAX_DEFLATE_RATIO = 1032;

/** The smallest gzip file: a 10-byte header, an empty block of 2, and 8 bytes of checksum and length. */
const MIN_GZIP_BYTES = 20;

/** A checksum, and the unpacked length. */
const TRAILER_BYTES = 8;

/** At the worst ratio a slice unpacks to 17 MB. */
const SLICE_BYTES = 16384;

const ONE_STREAM = "one gzip stream and nothing after it";

/**
 * Reads a file, plain or gzip (told by its first bytes, never by its name: servers and browsers unpack `.gz` on the way
 * when they feel like it). The result has exactly the length that `checkHead` announced, if it announced one.
 *
 * @throws SourceError when the file cannot be read, is truncated or too long, or `checkHead` does not like it.
 */
export async function readUnpacked(
  input: FileInput,
  fallbackName: string,
  checkHead: HeadCheck,
  options: ReadOptions,
): Promise<UnpackedFile> {
  const name = options.name ?? nameOf(input, fallbackName);
  const raw = await readBytes(input, { ...options, name });
  if (isGzip(raw)) return { name, bytes: await gunzip(raw, checkHead, { ...options, name }) };

  const expected = checkHead(raw.subarray(0, HEAD_BYTES), name);
  if (expected && raw.length !== expected.bytes) throw wrongLength(name, expected, raw.length);
  return { name, bytes: raw };
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks one gzip member. It stops as soon as the output outgrows the length that `checkHead` announced (else
 * `maxBytes`), so a small file cannot fill the memory.
 */
export async function gunzip(
  packed: Uint8Array,
  checkHead: HeadCheck,
  options: ReadOptions & { name: string },
): Promise<Uint8Array> {
  const { name, onProgress, maxBytes = DEFAULT_MAX_BYTES } = options;
  if (typeof DecompressionStream === "undefined") {
    throw new SourceError(name, "an unpacked file", found("gzip data, and there is no DecompressionStream here"));
  }
  if (packed.length < MIN_GZIP_BYTES) throw truncatedGzip(name, packed.length);

  const announced = lengthAt(packed, packed.length - 4);
  const total = announced <= packed.length * MAX_DEFLATE_RATIO ? announced : undefined;
  const sink = new ByteSink(name, maxBytes);
  let expected: ExpectedLength | undefined;
  let headSeen = false;
  const seeHead = () => {
    headSeen = true;
    if (isGzip(sink.bytes()))
      throw new SourceError(name, "a file packed once", found("gzip data inside gzip data (unpack it first)"));
    expected = checkHead(sink.bytes().subarray(0, HEAD_BYTES), name);
    sink.reserve(Math.min(total ?? 0, expected?.bytes ?? maxBytes));
  };

  const reader = inflate(packed).getReader();
  try {
    for (;;) {
      const { done, value } = await untilAborted(nextChunk(reader, name, packed), options.signal);
      if (done) break;
      sink.push(value);
      if (!headSeen && sink.length >= HEAD_BYTES) seeHead();
      if (expected && sink.length > expected.bytes) throw wrongLength(name, expected, Number.POSITIVE_INFINITY);
      onProgress?.({ phase: "decompress", loaded: sink.length, total: expected?.bytes ?? total, name });
    }
  } finally {
    reader.cancel().catch(() => {});
  }

  // Node passes over zeros after the end and unpacks a second stream, browsers refuse both: the length in the trailer
  // decides.
  if (sink.length % 2 ** 32 !== announced) {
    throw new SourceError(
      name,
      ONE_STREAM,
      found(`${sink.length} bytes unpacked where the last four bytes say ${announced}`),
    );
  }
  if (!headSeen) seeHead();
  if (expected && sink.length !== expected.bytes) throw wrongLength(name, expected, sink.length);
  return sink.bytes();
}

/** gzip ends with the unpacked length modulo 2^32, little-endian (RFC 1952, 2.3.1). */
function lengthAt(packed: Uint8Array, at: number): number {
  return new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(at, true);
}

/** Feeds slices: Chromium unpacks all of a chunk before it hands anything out, which would let a bomb go off inside. */
function inflate(packed: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  const slices = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= packed.length) return controller.close();
      controller.enqueue(packed.slice(at, at + SLICE_BYTES));
      at += SLICE_BYTES;
    },
  });
  return slices.pipeThrough(new DecompressionStream("gzip"));
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, name: string, packed: Uint8Array) {
  try {
    return await reader.read();
  } catch (reason) {
    const error = explain(packed, name);
    error.cause = reason;
    throw error;
  }
}

/**
 * What is wrong with a file that the platform could not unpack. Each has words of its own for it, so we look for
 * ourselves.
 */
function explain(packed: Uint8Array, name: string): SourceError {
  const start = headerLength(packed);
  const walked = start === undefined ? undefined : deflateEnd(packed, start);
  if (!walked || walked.kind === "truncated") return truncatedGzip(name, packed.length);
  if (walked.kind === "whole") {
    const after = packed.length - walked.end - TRAILER_BYTES;
    if (after < 0) return truncatedGzip(name, packed.length);
    // In a damaged file an end can be met by chance; the length that follows a true one is right.
    const length = lengthAt(packed, walked.end + TRAILER_BYTES - 4);
    if (after > 0 && length === walked.unpacked % 2 ** 32)
      return new SourceError(name, ONE_STREAM, found("further bytes"));
  }
  return new SourceError(
    name,
    "a sound gzip file",
    found(`one of ${packed.length} bytes that is corrupt (get it again)`),
  );
}

/** Where the compressed data begins (RFC 1952, 2.3), or nothing where the header is cut off. */
function headerLength(packed: Uint8Array): number | undefined {
  const flags = packed[3]!;
  let at = 10;
  if (flags & 4) at += 2 + (packed[at]! | (packed[at + 1]! << 8));
  // A name and a comment, each ended by a zero.
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = packed.indexOf(0, at);
    if (zero < 0) return undefined;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at <= packed.length ? at : undefined;
}

function truncatedGzip(name: string, bytes: number): SourceError {
  return new SourceError(name, "a whole gzip file", found(`one that is truncated after ${bytes} bytes (get it again)`));
}

function wrongLength(name: string, expected: ExpectedLength, length: number): SourceError {
  const { bytes, because } = expected;
  if (length < bytes)
    return new SourceError(name, `${bytes} bytes (${because})`, found(`${length} bytes: it is truncated`));
  const more = Number.isFinite(length) ? `${length} bytes: ${length - bytes} too many` : "more than that once unpacked";
  return new SourceError(name, `${bytes} bytes (${because})`, found(more));
}
