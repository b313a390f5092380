/**
 * The orientation that a JPEG, PNG or WebP file asks for by EXIF. Browsers disagree on where they obey it (Chromium
 * does in JPEG and PNG and not in WebP), so it is taken out of the file before a browser sees it, and obeyed here
 * (`orient.ts`).
 */

/** A picture file that no browser turns, and how it is to be turned: EXIF's 1 to 8, 1 as it is. */
export interface Unturned {
  file: Uint8Array<ArrayBuffer>;
  orientation: number;
}

/** Bytes to leave out, and those to put in their place. */
interface Edit {
  at: number;
  length: number;
  bytes: number[];
}

interface Found {
  orientation: number;
  edits: Edit[];
}

/** An EXIF block in a file, and the chunk or segment around it. */
interface Block {
  start: number;
  end: number;
  /** Where a checksum covers the block, so that it can't be edited: the whole chunk, to be left out. */
  chunk?: { start: number; end: number };
}

const ORIENTATION = 0x0112;
const SHORT = 3;
const LONG = 4;

/**
 * Takes the orientation out of a file. Rejects, as `Blob.arrayBuffer` does, when the file cannot be read. What comes
 * back is in one piece: Firefox decodes no picture of a Blob that was made from several.
 */
export async function takeOrientation(blob: Blob): Promise<Unturned> {
  const file = new Uint8Array(await blob.arrayBuffer());
  const { orientation, edits } = findOrientation(file);
  if (edits.length === 0) return { file, orientation };
  const parts: BlobPart[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(file.subarray(at, edit.at), Uint8Array.from(edit.bytes));
    at = edit.at + edit.length;
  }
  parts.push(file.subarray(at));
  return { file: new Uint8Array(await new Blob(parts).arrayBuffer()), orientation };
}

/** The first orientation in a file, and what to change so that the file has none. */
function findOrientation(file: Uint8Array): Found {
  const result: Found = { orientation: 1, edits: [] };
  for (const block of blocksOf(file)) {
    const entry = orientationIn(file.subarray(block.start, block.end));
    if (!entry) continue;
    if (result.edits.length === 0) result.orientation = entry.value;
    const { chunk } = block;
    result.edits.push(
      chunk
        ? { at: chunk.start, length: chunk.end - chunk.start, bytes: [] }
        : { at: block.start + entry.at, length: entry.asUpright.length, bytes: entry.asUpright },
    );
  }
  return result;
}

function blocksOf(file: Uint8Array): Block[] {
  if (startsWith(file, 0, [0xff, 0xd8, 0xff])) return inJpeg(file);
  if (startsWith(file, 0, [0x89, ...ascii("PNG\r\n\x1a\n")])) return inPng(file);
  if (startsWith(file, 0, ascii("RIFF")) && startsWith(file, 8, ascii("WEBP"))) return inWebp(file);
  return [];
}

/** APP1 segments that begin with "Exif", before the first scan. */
function inJpeg(file: Uint8Array): Block[] {
  const blocks: Block[] = [];
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1]!;
    if (marker === 0xff) {
      at++; // A marker may have fill bytes before it.
      continue;
    }
    if (marker === 0xda) break;
    const end = at + 2 + ((file[at + 2]! << 8) | file[at + 3]!);
    if (marker === 0xe1 && startsWith(file, at + 4, EXIF_MARK)) blocks.push({ start: at + 4 + EXIF_MARK.length, end });
    at = end;
  }
  return blocks;
}

/** `eXIf` chunks (PNG, third edition, 11.3.4.5). */
function inPng(file: Uint8Array): Block[] {
  const blocks: Block[] = [];
  const view = viewOf(file);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + view.getUint32(at, false);
    if (startsWith(file, at + 4, ascii("eXIf")))
      blocks.push({ start: at + 8, end: end - 4, chunk: { start: at, end } });
    at = end;
  }
  return blocks;
}

/** `EXIF` chunks (WebP container specification); some writers begin them as a JPEG's. */
function inWebp(file: Uint8Array): Block[] {
  const blocks: Block[] = [];
  const view = viewOf(file);
  for (let at = 12; at + 8 <= file.length; ) {
    const length = view.getUint32(at + 4, true);
    const start = at + 8 + (startsWith(file, at + 8, EXIF_MARK) ? EXIF_MARK.length : 0);
    if (startsWith(file, at, ascii("EXIF"))) blocks.push({ start, end: at + 8 + length });
    at += 8 + length + (length % 2);
  }
  return blocks;
}

/**
 * The entry in a TIFF structure's first directory: its value, where that stands, and what to write there to say
 * "upright".
 */
function orientationIn(block: Uint8Array): { value: number; at: number; asUpright: number[] } | undefined {
  const isLittle = startsWith(block, 0, [0x49, 0x49, 42, 0]);
  if (block.length < 8 || !(isLittle || startsWith(block, 0, [0x4d, 0x4d, 0, 42]))) return undefined;
  const view = viewOf(block);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > block.length) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > block.length) return undefined;
    const type = view.getUint16(at + 2, isLittle);
    if (view.getUint16(at, isLittle) !== ORIENTATION || (type !== SHORT && type !== LONG)) continue;
    const value = type === SHORT ? view.getUint16(at + 8, isLittle) : view.getUint32(at + 8, isLittle);
    if (value < 2 || value > 8) return undefined;
    const upright = type === SHORT ? [0, 1] : [0, 0, 0, 1];
    return { value, at: at + 8, asUpright: isLittle ? upright.reverse() : upright };
  }
  return undefined;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const EXIF_MARK = [...ascii("Exif"), 0, 0];
const startsWith = (file: Uint8Array, at: number, mark: number[]): boolean =>
  mark.every((byte, i) => file[at + i] === byte);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
