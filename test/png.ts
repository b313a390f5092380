/** PNG files for tests, in Node and in browsers. */
import { noise } from "./random.ts";

/** How the numbers of a pixel are written. */
export interface PngForm {
  depth: number;
  colour: number;
  interlaced?: boolean;
}

/** As zlib has what could not be made smaller: blocks of bytes as they are, and their sum. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts = [0x78, 0x01];
  for (let at = 0; at === 0 || at < bytes.length; at += 65_535) {
    const part = bytes.subarray(at, at + 65_535);
    const { length } = part;
    const isLast = at + length === bytes.length ? 1 : 0;
    parts.push(isLast, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255, ...part);
  }
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return Uint8Array.from([...parts, high >> 8, high & 255, low >> 8, low & 255]);
}

/** A PNG file of such rows, each with the filter of its number modulo five. Sums are not checked, so they are 0. */
export function pngOf(
  width: number,
  rows: readonly Uint8Array[],
  { depth, colour, interlaced = false }: PngForm,
): Uint8Array<ArrayBuffer> {
  const step = Math.max(1, ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]! * depth) >> 3);
  const filtered = rows.flatMap((row, y) => {
    const filter = y % 5;
    const above = rows[y - 1];
    const of = (i: number) => {
      const [left, up, corner] = [row[i - step] ?? 0, above?.[i] ?? 0, above?.[i - step] ?? 0];
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      return [0, left, up, (left + up) >> 1, paeth][filter]!;
    };
    return [filter, ...Array.from(row, (byte, i) => (byte - of(i)) & 255)];
  });
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, rows.length);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const chunk = (kind: string, data: Uint8Array) => {
    const made = new Uint8Array(12 + data.length);
    new DataView(made.buffer).setUint32(0, data.length);
    made.set(new TextEncoder().encode(kind), 4);
    made.set(data, 8);
    return made;
  };
  const packed = stored(Uint8Array.from(filtered));
  const half = packed.length >> 1;
  const chunks = [
    chunk("IHDR", header),
    ...(colour === 3 ? [chunk("PLTE", noise(768))] : []),
    // In two pieces, as files may have it.
    chunk("IDAT", packed.subarray(0, half)),
    chunk("IDAT", packed.subarray(half)),
    chunk("IEND", new Uint8Array()),
  ];
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flatMap((one) => Array.from(one))]);
}

/** A grey one of ids below 256. */
export const greyOf = (ids: Uint8Array, width: number) =>
  pngOf(
    width,
    Array.from({ length: ids.length / width }, (_, y) => ids.subarray(y * width, (y + 1) * width)),
    { depth: 8, colour: 0 },
  );
