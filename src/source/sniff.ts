/**
 * What a file seems to be, from its first bytes: the "found" part of a reader's message.
 * People drop the label file, the archive, the Python version or the server's error page; naming it saves them the
 * search.
 */

/** How many bytes `sniff` and the header checks want to see (tar's mark sits at byte 257). */
export const HEAD_BYTES = 512;

interface Signature {
  at: number;
  mark: number[];
  name: string;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** Of drawings, which have no pixels. */
const DRAW = "(draw it into a canvas and pass its ImageBitmap)";

/** Of formats that few browsers decode. */
const CONVERT = "(convert it to PNG or JPEG first)";

/** By the brand of an ISO base media file (`ftyp` at byte 4): AVIF, and what phones write. */
const BRANDS: [RegExp, string][] = [
  [/^avi[fs]$/, "an AVIF picture"],
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/, `a HEIC picture ${CONVERT}`],
  [/^crx $/, `a camera's raw picture ${CONVERT}`],
];

const SIGNATURES: Signature[] = [
  { at: 0, mark: [0x1f, 0x8b], name: "gzip data" },
  { at: 0, mark: ascii("PK\x03\x04"), name: "a zip archive (unpack it first)" },
  { at: 257, mark: ascii("ustar"), name: "a tar archive (unpack it first)" },
  { at: 0, mark: [0xfd, ...ascii("7zXZ")], name: "xz data (unpack it first)" },
  { at: 0, mark: ascii("BZh"), name: "bzip2 data (unpack it first)" },
  { at: 0, mark: [0x28, 0xb5, 0x2f, 0xfd], name: "zstd data (unpack it first)" },
  { at: 0, mark: [0x89, ...ascii("PNG")], name: "a PNG picture" },
  { at: 0, mark: [0xff, 0xd8, 0xff], name: "a JPEG picture" },
  { at: 0, mark: ascii("GIF8"), name: "a GIF picture" },
  { at: 8, mark: ascii("WEBP"), name: "a WebP picture" },
  { at: 0, mark: [...ascii("II"), 42, 0], name: `a TIFF picture, or a camera's raw one ${CONVERT}` },
  { at: 0, mark: [...ascii("MM"), 0, 42], name: `a TIFF picture, or a camera's raw one ${CONVERT}` },
  { at: 0, mark: [0xff, 0x0a], name: `a JPEG XL picture ${CONVERT}` },
  { at: 4, mark: [...ascii("JXL "), 0x0d, 0x0a, 0x87, 0x0a], name: `a JPEG XL picture ${CONVERT}` },
  { at: 4, mark: [...ascii("jP  "), 0x0d, 0x0a, 0x87, 0x0a], name: `a JPEG 2000 picture ${CONVERT}` },
  { at: 0, mark: ascii("8BPS"), name: `a Photoshop picture ${CONVERT}` },
  { at: 0, mark: [0x93, ...ascii("NUMPY")], name: "a NumPy .npy file" },
  { at: 0, mark: ascii("PAR1"), name: "a Parquet file" },
  { at: 0, mark: [0x89, ...ascii("HDF")], name: "an HDF5 file" },
  { at: 0, mark: ascii("version https://git-lfs"), name: "a Git LFS pointer (run `git lfs pull`)" },
];

/** Names the format of a file's first bytes, or `undefined` when nothing is recognised. */
export function sniff(head: Uint8Array): string | undefined {
  if (head.length === 0) return "an empty file";
  if (isHtml(head)) return "something that looks like an HTML page";
  const match = SIGNATURES.find(({ at, mark }) => mark.every((byte, i) => head[at + i] === byte));
  if (match) return match.name;
  if (isBitmapFile(head)) return "a BMP picture";
  const text = latin1(head);
  if (text.slice(4, 8) === "ftyp") return brandOf(head);
  if (/^(ï»¿)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg\b/i.test(text))
    return `an SVG drawing ${DRAW}`;
  // Python's pickle, protocols 2 to 5: PROTO, version, then an opcode; the CIFAR archives for Python are made of these.
  if (head[0] === 0x80 && head[1]! >= 2 && head[1]! <= 5) return "a Python pickle";
  return undefined;
}

/**
 * "BM" alone could begin anything: the four bytes that are kept free are 0, and the second header has one of its known
 * sizes.
 */
function isBitmapFile(head: Uint8Array): boolean {
  if (head[0] !== 0x42 || head[1] !== 0x4d || head.length < 18) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(6, true) === 0 && [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

/** The main brand says it, and where that is general ("mif1") one of the others. */
function brandOf(head: Uint8Array): string {
  const end = Math.min(head.length, new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0, false));
  const text = latin1(head.subarray(0, end));
  const brands = [text.slice(8, 12), ...(text.slice(16).match(/[\s\S]{4}/g) ?? [])];
  return BRANDS.find(([pattern]) => brands.some((brand) => pattern.test(brand)))?.[1] ?? "a video";
}

/** As `sniff`, but always says something: a short text is quoted, anything else is shown as hexadecimal bytes. */
export function describeHead(head: Uint8Array): string {
  const name = sniff(head);
  if (name) return name;
  const first = head.subarray(0, 24);
  const printable = first.every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
  if (printable) return `text beginning ${JSON.stringify(String.fromCharCode(...first))}`;
  return `a file beginning with the bytes ${hex(head.subarray(0, 4))}`;
}

/** `03 08 00 00`. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

/** A web server's answer to a wrong address is often its home page with status 200. */
export function isHtml(head: Uint8Array): boolean {
  return /^(ï»¿)?\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/i.test(latin1(head));
}

const latin1 = (head: Uint8Array): string => new TextDecoder("latin1").decode(head.subarray(0, HEAD_BYTES));
