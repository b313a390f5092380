/**
 * Just enough PNG for the documentation: reads the photographs (8-bit RGB), writes and reads pictures with a palette.
 */
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const RGB = 2;
const PALETTE = 3;

export interface Rgb {
  height: number;
  width: number;
  /** H × W × 3 bytes. */
  data: Uint8Array;
}

/** Up to 256 colours; entry 0 is transparent. */
export interface Indexed {
  height: number;
  width: number;
  /** Three bytes a colour. */
  palette: Uint8Array;
  /** H × W. */
  indices: Uint8Array;
}

export function readRgb(file: Uint8Array): Rgb {
  const { height, width, type, rows } = openPng(file);
  if (type !== RGB) throw new Error(`expected a PNG of type ${RGB} (RGB), found ${type}`);
  return { height, width, data: unfilter(rows, height, 3 * width, 3) };
}

export function readIndexed(file: Uint8Array): Indexed {
  const { height, width, type, rows, palette } = openPng(file);
  if (type !== PALETTE) throw new Error(`expected a PNG of type ${PALETTE} (a palette), found ${type}`);
  return { height, width, palette, indices: unfilter(rows, height, width, 1) };
}

export function writeIndexed({ height, width, palette, indices }: Indexed): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  header.setUint8(9, PALETTE);
  // Every row begins with its filter: 0, none, which suits palettes best.
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk("PLTE", palette),
    chunk("tRNS", Uint8Array.from([0])),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function openPng(file: Uint8Array) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (SIGNATURE.some((byte, i) => file[i] !== byte)) throw new Error("expected a PNG");
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.set(name, [...(chunks.get(name) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const header = chunks.get("IHDR")![0]!;
  const [depth, type, , , interlaced] = header.subarray(8);
  if (depth !== 8 || interlaced !== 0) throw new Error("expected 8 bits a channel and no interlacing");
  const sides = new DataView(header.buffer, header.byteOffset, 8);
  return {
    width: sides.getUint32(0),
    height: sides.getUint32(4),
    type: type!,
    palette: Uint8Array.from(chunks.get("PLTE")?.[0] ?? []),
    rows: new Uint8Array(inflateSync(Buffer.concat(chunks.get("IDAT")!))),
  };
}

/**
 * Undoes the filters of PNG's section 9: a byte was stored as its difference from left, up, their mean, or Paeth's
 * choice of three.
 */
function unfilter(rows: Uint8Array, height: number, rowBytes: number, step: number): Uint8Array {
  const data = new Uint8Array(height * rowBytes);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (rowBytes + 1)]!;
    for (let i = 0; i < rowBytes; i++) {
      const at = y * rowBytes + i;
      const left = i >= step ? data[at - step]! : 0;
      const up = y > 0 ? data[at - rowBytes]! : 0;
      const corner = i >= step && y > 0 ? data[at - rowBytes - step]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      data[at] = rows[y * (rowBytes + 1) + 1 + i]! + guess;
    }
  }
  return data;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
