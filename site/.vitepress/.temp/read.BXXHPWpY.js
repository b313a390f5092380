import { S as SourceError, f as found, I as InputError, i as isBufferOfBytes, o as ownView, u as untilAborted, s as show } from "./index.F55_14cs.js";
const HEAD_BYTES = 512;
const ascii = (text) => [...text].map((letter) => letter.charCodeAt(0));
const DRAW = "(draw it into a canvas and pass its ImageBitmap)";
const CONVERT = "(convert it to PNG or JPEG first)";
const BRANDS = [
  [/^avi[fs]$/, "an AVIF picture"],
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/, `a HEIC picture ${CONVERT}`],
  [/^crx $/, `a camera's raw picture ${CONVERT}`]
];
const SIGNATURES = [
  { at: 0, mark: [31, 139], name: "gzip data" },
  { at: 0, mark: ascii("PK"), name: "a zip archive (unpack it first)" },
  { at: 257, mark: ascii("ustar"), name: "a tar archive (unpack it first)" },
  { at: 0, mark: [253, ...ascii("7zXZ")], name: "xz data (unpack it first)" },
  { at: 0, mark: ascii("BZh"), name: "bzip2 data (unpack it first)" },
  { at: 0, mark: [40, 181, 47, 253], name: "zstd data (unpack it first)" },
  { at: 0, mark: [137, ...ascii("PNG")], name: "a PNG picture" },
  { at: 0, mark: [255, 216, 255], name: "a JPEG picture" },
  { at: 0, mark: ascii("GIF8"), name: "a GIF picture" },
  { at: 8, mark: ascii("WEBP"), name: "a WebP picture" },
  { at: 0, mark: [...ascii("II"), 42, 0], name: `a TIFF picture, or a camera's raw one ${CONVERT}` },
  { at: 0, mark: [...ascii("MM"), 0, 42], name: `a TIFF picture, or a camera's raw one ${CONVERT}` },
  { at: 0, mark: [255, 10], name: `a JPEG XL picture ${CONVERT}` },
  { at: 4, mark: [...ascii("JXL "), 13, 10, 135, 10], name: `a JPEG XL picture ${CONVERT}` },
  { at: 4, mark: [...ascii("jP  "), 13, 10, 135, 10], name: `a JPEG 2000 picture ${CONVERT}` },
  { at: 0, mark: ascii("8BPS"), name: `a Photoshop picture ${CONVERT}` },
  { at: 0, mark: [147, ...ascii("NUMPY")], name: "a NumPy .npy file" },
  { at: 0, mark: ascii("PAR1"), name: "a Parquet file" },
  { at: 0, mark: [137, ...ascii("HDF")], name: "an HDF5 file" },
  { at: 0, mark: ascii("version https://git-lfs"), name: "a Git LFS pointer (run `git lfs pull`)" }
];
function sniff(head) {
  if (head.length === 0) return "an empty file";
  if (isHtml(head)) return "something that looks like an HTML page";
  const match = SIGNATURES.find(({ at, mark }) => mark.every((byte, i) => head[at + i] === byte));
  if (match) return match.name;
  if (isBitmapFile(head)) return "a BMP picture";
  const text = latin1(head);
  if (text.slice(4, 8) === "ftyp") return brandOf(head);
  if (/^(ï»¿)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg\b/i.test(text))
    return `an SVG drawing ${DRAW}`;
  if (head[0] === 128 && head[1] >= 2 && head[1] <= 5) return "a Python pickle";
  return void 0;
}
function isBitmapFile(head) {
  if (head[0] !== 66 || head[1] !== 77 || head.length < 18) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}
function brandOf(head) {
  const end = Math.min(head.length, new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0, false));
  const text = latin1(head.subarray(0, end));
  const brands = [text.slice(8, 12), ...text.slice(16).match(/[\s\S]{4}/g) ?? []];
  return BRANDS.find(([pattern]) => brands.some((brand) => pattern.test(brand)))?.[1] ?? "a video";
}
function describeHead(head) {
  const name = sniff(head);
  if (name) return name;
  const first = head.subarray(0, 24);
  const printable = first.every(
    (byte) => byte >= 32 && byte < 127 || byte === 10 || byte === 13 || byte === 9
  );
  if (printable) return `text beginning ${JSON.stringify(String.fromCharCode(...first))}`;
  return `a file beginning with the bytes ${hex(head.subarray(0, 4))}`;
}
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
function isHtml(head) {
  return /^(ï»¿)?\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(latin1(head));
}
const latin1 = (head) => new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
const DEFAULT_MAX_BYTES = 2 ** 31;
function checkMaxBytes(maxBytes) {
  if (maxBytes !== void 0 && !(typeof maxBytes === "number" && maxBytes >= 1))
    throw new InputError("maxBytes", "a positive number", maxBytes);
}
async function readBytes(input, options = {}) {
  const name = options.name ?? nameOf(input, "file");
  options.signal?.throwIfAborted();
  const bytes = await bytesOf(input, name, options);
  if (isHtml(bytes))
    throw new SourceError(name, "a data file", found("something that looks like an HTML page (is the address right?)"));
  return bytes;
}
function nameOf(input, fallback) {
  if (typeof Response !== "undefined" && input instanceof Response) {
    const last = input.url.split(/[?#]/)[0].split("/").pop();
    return readable(last) || fallback;
  }
  if (isBlob(input) && "name" in input && typeof input.name === "string") return input.name || fallback;
  return fallback;
}
function pathOf(input) {
  if (!isBlob(input)) return void 0;
  const { webkitRelativePath, name } = input;
  return webkitRelativePath || name || void 0;
}
function readable(urlPart) {
  try {
    return decodeURIComponent(urlPart);
  } catch {
    return urlPart;
  }
}
function isBlob(input) {
  return typeof Blob !== "undefined" && input instanceof Blob;
}
async function bytesOf(input, name, options) {
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
    found(whatInstead(input))
  );
}
function whatInstead(input) {
  if (typeof input === "string") return `${show(input)} (for an address, pass \`await fetch(address)\`)`;
  return show(input);
}
function wholeInMemory(bytes, name, limit, options) {
  checkSize(bytes.length, name, limit);
  options.onProgress?.({ phase: "read", loaded: bytes.length, total: bytes.length, name });
  return ownView(bytes);
}
async function bytesOfResponse(response, name, limit, options) {
  if (response.type === "opaque") {
    throw new SourceError(
      name,
      "a response that may be read",
      found("an opaque one (the other origin must allow it by CORS)")
    );
  }
  if (!response.ok) {
    throw new SourceError(
      name,
      "a response with status 200 to 299",
      found(`${response.status} ${response.statusText}`.trim())
    );
  }
  if (response.bodyUsed)
    throw new SourceError(name, "a response not read before", found("one whose body is already used"));
  const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
  const total = length && /^\d+$/.test(length) ? Number(length) : void 0;
  if (total !== void 0) checkSize(total, name, limit);
  if (!response.body) return new Uint8Array(0);
  const bytes = await drain(response.body, name, { ...options, total });
  if (total !== void 0 && bytes.length < total) {
    throw new SourceError(
      name,
      `${total} bytes (its Content-Length)`,
      found(`${bytes.length} bytes: the download broke off`)
    );
  }
  return bytes;
}
async function drain(stream, name, options) {
  if (stream.locked) throw new SourceError(name, "a stream nobody else is reading", found("a locked one"));
  const sink = new ByteSink(name, options.maxBytes ?? DEFAULT_MAX_BYTES);
  sink.reserve(options.total ?? 0);
  const reader = stream.getReader();
  try {
    for (; ; ) {
      const { done, value } = await untilAborted(nextChunk(reader, name, sink.length), options.signal);
      if (done) return sink.bytes();
      if (!(value instanceof Uint8Array)) throw new SourceError(name, "a stream of Uint8Array chunks", value);
      sink.push(value);
      options.onProgress?.({ phase: "read", loaded: sink.length, total: options.total, name });
    }
  } finally {
    reader.cancel().catch(() => {
    });
  }
}
async function nextChunk(reader, name, soFar) {
  try {
    return await reader.read();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    const error = new SourceError(
      name,
      "a file that can be read to its end",
      found(`an error after ${soFar} bytes: ${words}`)
    );
    error.cause = reason;
    throw error;
  }
}
function checkSize(size, name, limit) {
  if (size > limit) throw new SourceError(name, `at most ${limit} bytes (maxBytes)`, found(`${size} bytes`));
}
class ByteSink {
  length = 0;
  name;
  limit;
  buffer = new Uint8Array(0);
  constructor(name, limit) {
    this.name = name;
    this.limit = limit;
  }
  push(chunk) {
    const length = this.length + chunk.length;
    if (length > this.limit)
      throw new SourceError(this.name, `at most ${this.limit} bytes (maxBytes)`, found("more than that"));
    if (length > this.buffer.length) this.reserve(Math.max(length, 2 * this.buffer.length));
    this.buffer.set(chunk, this.length);
    this.length = length;
  }
  /** Makes room for so many bytes in all (never more than the limit), to save copies when the size is known. */
  reserve(bytes) {
    const size = Math.min(bytes, this.limit);
    if (size <= this.buffer.length) return;
    const grown = allocate(size, this.name);
    grown.set(this.buffer.subarray(0, this.length));
    this.buffer = grown;
  }
  bytes() {
    return this.buffer.subarray(0, this.length);
  }
}
function allocate(bytes, name) {
  try {
    return new Uint8Array(bytes);
  } catch {
    throw new SourceError(name, "a size that fits into memory", found(`${bytes} bytes, which could not be allocated`));
  }
}
export {
  ByteSink as B,
  DEFAULT_MAX_BYTES as D,
  HEAD_BYTES as H,
  allocate as a,
  checkMaxBytes as c,
  describeHead as d,
  hex as h,
  isBlob as i,
  nameOf as n,
  pathOf as p,
  readBytes as r,
  sniff as s
};
