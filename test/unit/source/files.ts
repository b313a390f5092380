/** Small files of every format, made in the test, and the message a wrong call ends in. */
import { gzipSync } from "node:zlib";

/** An IDX file: header, then `bytes` (by default 0, 1, 2 … modulo 256, as many as the dimensions ask for). */
export function idx(
  dims: number[],
  bytes = ramp(dims.reduce((a, b) => a * b, 1)),
  type = 0x08,
): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(4 + 4 * dims.length + bytes.length);
  out.set([0, 0, type, dims.length]);
  dims.forEach((size, i) => {
    new DataView(out.buffer).setUint32(4 + 4 * i, size);
  });
  out.set(bytes, 4 + 4 * dims.length);
  return out;
}

export const ramp = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => i % 256);

/** CIFAR records: the label bytes, then 3072 bytes that all equal the record's number. */
export function cifar(...labels: (number | number[])[]): Uint8Array<ArrayBuffer> {
  return join(...labels.map((label, i) => join(Uint8Array.from([label].flat()), new Uint8Array(3072).fill(i))));
}

export function join(...parts: ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(bytes));
export const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
export const file = (bytes: BlobPart, name: string): File => new File([bytes], name);

/** The head of a tar archive: a name, and the mark at byte 257. */
export function tar(name: string): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(10240);
  out.set(text(name));
  out.set(text("ustar\x0000"), 257);
  return out;
}

export const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
export const ZIP = text("PK\x03\x04 some archive");
export const PICKLE = Uint8Array.of(0x80, 0x02, 0x7d, 0x71, 0x01, 0x28, 0x55, 0x0b);
export const HTML = text('<!DOCTYPE html>\n<html lang="en"><title>Not found</title>');

/** `ErrorName: message` of what a call throws or rejects with, or "no error" and what came back. */
export async function outcome(call: () => unknown): Promise<string> {
  try {
    return `no error: ${JSON.stringify(await call())}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : `not an Error: ${String(error)}`;
  }
}
