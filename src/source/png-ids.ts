/**
 * The numbers in a PNG file, as they are: levels of grey, places in a palette, or red + 256 green + 65,536 blue. A
 * browser's decoder gives colours, and of a palette (Pascal VOC's maps) the colours in place of the ids.
 */
import { found, SourceError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples of a pixel, by colour type: grey, RGB, palette, grey and alpha, RGBA. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** More pixels than this are no picture that an engine takes. */
const MOST_PIXELS = 2 ** 28;

interface Header extends Size {
  depth: number;
  colour: number;
}

/** An id a pixel, below 2^24: alpha is not looked at. @throws SourceError for what is no such file */
export async function readPngIds(bytes: Uint8Array, name: string): Promise<Size & { ids: Uint32Array }> {
  const { header, packed } = chunksOf(bytes, name);
  const { height, width, depth, colour } = header;
  const samples = SAMPLES[colour]!;
  const step = Math.max(1, (samples * depth) >> 3);
  const rowBytes = Math.ceil((width * samples * depth) / 8);
  const rows = await unpacked(packed, name);
  if (rows.length !== height * (rowBytes + 1))
    throw new SourceError(name, `${height * (rowBytes + 1)} bytes of pixels`, found(`${rows.length}`));
  unfilter(rows, { height, rowBytes, step }, name);
  const ids = new Uint32Array(height * width);
  for (let y = 0, to = 0; y < height; y++) {
    const row = rows.subarray(y * (rowBytes + 1) + 1, (y + 1) * (rowBytes + 1));
    for (let x = 0; x < width; x++) ids[to++] = idAt(row, x, header);
  }
  return { height, width, ids };
}

function idAt(row: Uint8Array, x: number, { depth, colour }: Header): number {
  const samples = SAMPLES[colour]!;
  if (depth < 8) {
    const bit = x * depth;
    return (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }
  const bytes = depth / 8;
  const at = x * samples * bytes;
  if (samples < 3) return bytes === 1 ? row[at]! : row[at]! * 256 + row[at + 1]!;
  // Of 16 bits a colour only the upper 8 would fit.
  return row[at]! + row[at + 1]! * 256 + row[at + 2]! * 65_536;
}

/** The header, and the packed pixels in one piece. */
function chunksOf(bytes: Uint8Array, name: string): { header: Header; packed: Uint8Array<ArrayBuffer> } {
  if (SIGNATURE.some((byte, i) => bytes[i] !== byte))
    throw new SourceError(name, "a PNG file", found(`${bytes.length} bytes of something else`));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let header: Header | undefined;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = headerOf(data, name);
    if (kind === "IDAT") parts.push(data);
    if (kind === "IEND") {
      if (!header || parts.length === 0) break;
      const packed = new Uint8Array(parts.reduce((sum, { length: more }) => sum + more, 0));
      let to = 0;
      for (const part of parts) {
        packed.set(part, to);
        to += part.length;
      }
      return { header, packed };
    }
    at += 12 + length;
  }
  throw new SourceError(name, "a whole PNG file", found("one that is cut off"));
}

function headerOf(data: Uint8Array, name: string): Header {
  if (data.length !== 13) throw new SourceError(name, "a header of 13 bytes", found(`${data.length}`));
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [width, height, depth, colour] = [view.getUint32(0), view.getUint32(4), data[8]!, data[9]!];
  if (width === 0 || height === 0 || width * height > MOST_PIXELS)
    throw new SourceError(name, `1 to ${MOST_PIXELS} pixels`, found(`${height} × ${width}`));
  const isPlain = SAMPLES[colour] === 1 ? [1, 2, 4, 8, 16].includes(depth) : depth === 8;
  if (SAMPLES[colour] === undefined || !isPlain)
    throw new SourceError(name, "ids of 1 to 16 bits, or in 8 bits a colour", found(`${depth} bits, type ${colour}`));
  if (data[12] !== 0) throw new SourceError(name, "a PNG file that is not interlaced", found("an interlaced one"));
  return { height, width, depth, colour };
}

async function unpacked(packed: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (reason) {
    const error = new SourceError(name, "pixels that can be unpacked", found("damaged data"));
    error.cause = reason;
    throw error;
  }
}

/** PNG's five filters, undone where the rows lie: each row begins with the number of its own. */
function unfilter(
  rows: Uint8Array,
  { height, rowBytes, step }: { height: number; rowBytes: number; step: number },
  name: string,
): void {
  const stride = rowBytes + 1;
  for (let y = 0; y < height; y++) {
    const start = y * stride + 1;
    const filter = rows[start - 1]!;
    if (filter > 4) throw new SourceError(name, "filters 0 to 4", found(`${filter} in row ${y}`));
    for (let i = 0; i < rowBytes; i++) {
      const left = i >= step ? rows[start + i - step]! : 0;
      const above = y > 0 ? rows[start + i - stride]! : 0;
      const corner = y > 0 && i >= step ? rows[start + i - step - stride]! : 0;
      rows[start + i] = rows[start + i]! + predicted(filter, left, above, corner);
    }
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
