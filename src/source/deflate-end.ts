/**
 * Where a DEFLATE stream ends (RFC 1951), or why it doesn't. A platform's `DecompressionStream` says no more than that
 * it failed, each in words of its own; this walks over the codes to say whether a file was cut off, damaged, or
 * followed by something. Nothing is unpacked.
 */

export type DeflateEnd =
  | {
      kind: "whole";
      /** The first byte after the stream. */
      end: number;
      /** Bytes that it unpacks to. */
      unpacked: number;
    }
  | { kind: "truncated" }
  | { kind: "damaged" };

/** Canonical Huffman codes: how many codes have each length, and the symbols in the order of their codes. */
interface Codes {
  counts: Uint16Array;
  symbols: Uint16Array;
}

const MAX_BITS = 15;
/** The furthest a match can lie back. */
const WINDOW = 32768;
const END_OF_BLOCK = 256;

/**
 * RFC 1951, 3.2.5: the shortest match of each length symbol (257 on) and how many further bits it has; likewise for
 * distances.
 */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = (symbol: number): number => Math.max(0, (symbol >> 1) - 1);
const distanceBase = (symbol: number): number => (symbol < 4 ? symbol : (2 + (symbol & 1)) << distanceBits(symbol)) + 1;
const DISTANCES = 30;
/** 3.2.7: in which order the lengths of the code for lengths are written. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Thrown within this file. */
class Cut extends Error {}
class Damage extends Error {}

/** Walks over the stream that begins at byte `start`. */
export function deflateEnd(bytes: Uint8Array, start: number): DeflateEnd {
  try {
    return new Walk(bytes, start).toEnd();
  } catch (error) {
    if (error instanceof Cut) return { kind: "truncated" };
    if (error instanceof Damage) return { kind: "damaged" };
    throw error;
  }
}

class Walk {
  private held = 0;
  private heldBits = 0;
  private unpacked = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  toEnd(): DeflateEnd {
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
  private bits(count: number): number {
    while (this.heldBits < count) {
      if (this.at >= this.bytes.length) throw new Cut();
      this.held |= this.bytes[this.at++]! << this.heldBits;
      this.heldBits += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.heldBits -= count;
    return value;
  }

  private symbol({ counts, symbols }: Codes): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= this.bits(1);
      const count = counts[length]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Damage();
  }

  private stored(): void {
    this.held = 0;
    this.heldBits = 0;
    const length = this.bits(16);
    if (this.bits(16) !== (~length & 0xffff)) throw new Damage();
    if (this.at + length > this.bytes.length) throw new Cut();
    this.at += length;
    this.unpacked += length;
  }

  private coded({ literals, distances }: { literals: Codes; distances: Codes }): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        this.unpacked++;
        continue;
      }
      const lengthSymbol = symbol - END_OF_BLOCK - 1;
      if (lengthSymbol >= LENGTHS.length) throw new Damage();
      const length = LENGTHS[lengthSymbol]! + this.bits(LENGTH_BITS[lengthSymbol]!);
      const distanceSymbol = this.symbol(distances);
      if (distanceSymbol >= DISTANCES) throw new Damage();
      const distance = distanceBase(distanceSymbol) + this.bits(distanceBits(distanceSymbol));
      if (distance > Math.min(this.unpacked, WINDOW)) throw new Damage();
      this.unpacked += length;
    }
  }

  private readCodes() {
    const literalCount = this.bits(5) + 257;
    const distanceCount = this.bits(5) + 1;
    const orderCount = this.bits(4) + 4;
    if (literalCount > 286 || distanceCount > DISTANCES) throw new Damage();
    const ofLengths = new Uint8Array(ORDER.length);
    for (let i = 0; i < orderCount; i++) ofLengths[ORDER[i]!] = this.bits(3);
    const codes = codesOf(ofLengths);
    const lengths = new Uint8Array(literalCount + distanceCount);
    for (let i = 0; i < lengths.length; ) {
      const symbol = this.symbol(codes);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new Damage();
      const repeated = symbol === 16 ? lengths[i - 1]! : 0;
      const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
      if (i + times > lengths.length) throw new Damage();
      lengths.fill(repeated, i, i + times);
      i += times;
    }
    if (lengths[END_OF_BLOCK] === 0) throw new Damage();
    return { literals: codesOf(lengths.subarray(0, literalCount)), distances: codesOf(lengths.subarray(literalCount)) };
  }
}

/** From the length of every symbol's code. */
function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length]!++;
  let left = 1;
  const used = lengths.length - counts[0]!;
  for (let length = 1; length <= MAX_BITS; length++) {
    left = 2 * left - counts[length]!;
    if (left < 0) throw new Damage();
  }
  // Only a single code may leave others free, as zlib has it.
  if (left > 0 && used > 1) throw new Damage();
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length++) offsets[length + 1] = offsets[length]! + counts[length]!;
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) if (length > 0) symbols[offsets[length]!++] = symbol;
  return { counts, symbols };
}

/** 3.2.6. All 32 distances have codes, two of which mean nothing. */
const FIXED = {
  literals: codesOf(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: codesOf(new Uint8Array(32).fill(5)),
};
