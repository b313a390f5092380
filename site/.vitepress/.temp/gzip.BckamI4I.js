import { S as SourceError, f as found, u as untilAborted } from "./index.F55_14cs.js";
import { n as nameOf, r as readBytes, H as HEAD_BYTES, B as ByteSink, D as DEFAULT_MAX_BYTES } from "./read.BXXHPWpY.js";
const MAX_BITS = 15;
const WINDOW = 32768;
const END_OF_BLOCK = 256;
const LENGTHS = [
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  13,
  15,
  17,
  19,
  23,
  27,
  31,
  35,
  43,
  51,
  59,
  67,
  83,
  99,
  115,
  131,
  163,
  195,
  227,
  258
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = (symbol) => Math.max(0, (symbol >> 1) - 1);
const distanceBase = (symbol) => (symbol < 4 ? symbol : 2 + (symbol & 1) << distanceBits(symbol)) + 1;
const DISTANCES = 30;
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
class Cut extends Error {
}
class Damage extends Error {
}
function deflateEnd(bytes, start) {
  try {
    return new Walk(bytes, start).toEnd();
  } catch (error) {
    if (error instanceof Cut) return { kind: "truncated" };
    if (error instanceof Damage) return { kind: "damaged" };
    throw error;
  }
}
class Walk {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }
  held = 0;
  heldBits = 0;
  unpacked = 0;
  toEnd() {
    for (let isLast = false; !isLast; ) {
      isLast = this.bits(1) === 1;
      const kind = this.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.coded(FIXED);
      else if (kind === 2) this.coded(this.readCodes());
      else throw new Damage();
    }
    return { kind: "whole", end: this.at, unpacked: this.unpacked };
  }
  /** The next bits, the first of them lowest. */
  bits(count) {
    while (this.heldBits < count) {
      if (this.at >= this.bytes.length) throw new Cut();
      this.held |= this.bytes[this.at++] << this.heldBits;
      this.heldBits += 8;
    }
    const value = this.held & (1 << count) - 1;
    this.held >>>= count;
    this.heldBits -= count;
    return value;
  }
  symbol({ counts, symbols }) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= this.bits(1);
      const count = counts[length];
      if (code - count < first) return symbols[index + code - first];
      index += count;
      first = first + count << 1;
      code <<= 1;
    }
    throw new Damage();
  }
  stored() {
    this.held = 0;
    this.heldBits = 0;
    const length = this.bits(16);
    if (this.bits(16) !== (~length & 65535)) throw new Damage();
    if (this.at + length > this.bytes.length) throw new Cut();
    this.at += length;
    this.unpacked += length;
  }
  coded({ literals, distances }) {
    for (; ; ) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        this.unpacked++;
        continue;
      }
      const lengthSymbol = symbol - END_OF_BLOCK - 1;
      if (lengthSymbol >= LENGTHS.length) throw new Damage();
      const length = LENGTHS[lengthSymbol] + this.bits(LENGTH_BITS[lengthSymbol]);
      const distanceSymbol = this.symbol(distances);
      if (distanceSymbol >= DISTANCES) throw new Damage();
      const distance = distanceBase(distanceSymbol) + this.bits(distanceBits(distanceSymbol));
      if (distance > Math.min(this.unpacked, WINDOW)) throw new Damage();
      this.unpacked += length;
    }
  }
  readCodes() {
    const literalCount = this.bits(5) + 257;
    const distanceCount = this.bits(5) + 1;
    const orderCount = this.bits(4) + 4;
    if (literalCount > 286 || distanceCount > DISTANCES) throw new Damage();
    const ofLengths = new Uint8Array(ORDER.length);
    for (let i = 0; i < orderCount; i++) ofLengths[ORDER[i]] = this.bits(3);
    const codes = codesOf(ofLengths);
    const lengths = new Uint8Array(literalCount + distanceCount);
    for (let i = 0; i < lengths.length; ) {
      const symbol = this.symbol(codes);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new Damage();
      const repeated = symbol === 16 ? lengths[i - 1] : 0;
      const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
      if (i + times > lengths.length) throw new Damage();
      lengths.fill(repeated, i, i + times);
      i += times;
    }
    if (lengths[END_OF_BLOCK] === 0) throw new Damage();
    return { literals: codesOf(lengths.subarray(0, literalCount)), distances: codesOf(lengths.subarray(literalCount)) };
  }
}
function codesOf(lengths) {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length]++;
  let left = 1;
  const used = lengths.length - counts[0];
  for (let length = 1; length <= MAX_BITS; length++) {
    left = 2 * left - counts[length];
    if (left < 0) throw new Damage();
  }
  if (left > 0 && used > 1) throw new Damage();
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length++) offsets[length + 1] = offsets[length] + counts[length];
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) if (length > 0) symbols[offsets[length]++] = symbol;
  return { counts, symbols };
}
const FIXED = {
  literals: codesOf(Uint8Array.from({ length: 288 }, (_, i) => i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
  distances: codesOf(new Uint8Array(32).fill(5))
};
const MAX_DEFLATE_RATIO = 1032;
const MIN_GZIP_BYTES = 20;
const TRAILER_BYTES = 8;
const SLICE_BYTES = 16384;
const ONE_STREAM = "one gzip stream and nothing after it";
async function readUnpacked(input, fallbackName, checkHead, options) {
  const name = options.name ?? nameOf(input, fallbackName);
  const raw = await readBytes(input, { ...options, name });
  if (isGzip(raw)) return { name, bytes: await gunzip(raw, checkHead, { ...options, name }) };
  const expected = checkHead(raw.subarray(0, HEAD_BYTES), name);
  if (expected && raw.length !== expected.bytes) throw wrongLength(name, expected, raw.length);
  return { name, bytes: raw };
}
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}
async function gunzip(packed, checkHead, options) {
  const { name, onProgress, maxBytes = DEFAULT_MAX_BYTES } = options;
  if (typeof DecompressionStream === "undefined") {
    throw new SourceError(name, "an unpacked file", found("gzip data, and there is no DecompressionStream here"));
  }
  if (packed.length < MIN_GZIP_BYTES) throw truncatedGzip(name, packed.length);
  const announced = lengthAt(packed, packed.length - 4);
  const total = announced <= packed.length * MAX_DEFLATE_RATIO ? announced : void 0;
  const sink = new ByteSink(name, maxBytes);
  let expected;
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
    for (; ; ) {
      const { done, value } = await untilAborted(nextChunk(reader, name, packed), options.signal);
      if (done) break;
      sink.push(value);
      if (!headSeen && sink.length >= HEAD_BYTES) seeHead();
      if (expected && sink.length > expected.bytes) throw wrongLength(name, expected, Number.POSITIVE_INFINITY);
      onProgress?.({ phase: "decompress", loaded: sink.length, total: expected?.bytes ?? total, name });
    }
  } finally {
    reader.cancel().catch(() => {
    });
  }
  if (sink.length % 2 ** 32 !== announced) {
    throw new SourceError(
      name,
      ONE_STREAM,
      found(`${sink.length} bytes unpacked where the last four bytes say ${announced}`)
    );
  }
  if (!headSeen) seeHead();
  if (expected && sink.length !== expected.bytes) throw wrongLength(name, expected, sink.length);
  return sink.bytes();
}
function lengthAt(packed, at) {
  return new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(at, true);
}
function inflate(packed) {
  let at = 0;
  const slices = new ReadableStream({
    pull(controller) {
      if (at >= packed.length) return controller.close();
      controller.enqueue(packed.slice(at, at + SLICE_BYTES));
      at += SLICE_BYTES;
    }
  });
  return slices.pipeThrough(new DecompressionStream("gzip"));
}
async function nextChunk(reader, name, packed) {
  try {
    return await reader.read();
  } catch (reason) {
    const error = explain(packed, name);
    error.cause = reason;
    throw error;
  }
}
function explain(packed, name) {
  const start = headerLength(packed);
  const walked = start === void 0 ? void 0 : deflateEnd(packed, start);
  if (!walked || walked.kind === "truncated") return truncatedGzip(name, packed.length);
  if (walked.kind === "whole") {
    const after = packed.length - walked.end - TRAILER_BYTES;
    if (after < 0) return truncatedGzip(name, packed.length);
    const length = lengthAt(packed, walked.end + TRAILER_BYTES - 4);
    if (after > 0 && length === walked.unpacked % 2 ** 32)
      return new SourceError(name, ONE_STREAM, found("further bytes"));
  }
  return new SourceError(
    name,
    "a sound gzip file",
    found(`one of ${packed.length} bytes that is corrupt (get it again)`)
  );
}
function headerLength(packed) {
  const flags = packed[3];
  let at = 10;
  if (flags & 4) at += 2 + (packed[at] | packed[at + 1] << 8);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = packed.indexOf(0, at);
    if (zero < 0) return void 0;
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  return at <= packed.length ? at : void 0;
}
function truncatedGzip(name, bytes) {
  return new SourceError(name, "a whole gzip file", found(`one that is truncated after ${bytes} bytes (get it again)`));
}
function wrongLength(name, expected, length) {
  const { bytes, because } = expected;
  if (length < bytes)
    return new SourceError(name, `${bytes} bytes (${because})`, found(`${length} bytes: it is truncated`));
  const more = Number.isFinite(length) ? `${length} bytes: ${length - bytes} too many` : "more than that once unpacked";
  return new SourceError(name, `${bytes} bytes (${because})`, found(more));
}
export {
  readUnpacked as r
};
