/**
 * The members of a tar archive, by one pass over its headers (POSIX.1-2001 pax and ustar, GNU's long names and large
 * sizes, and the old form). Contents are passed over, but for those that somebody asks for on the way.
 */
import { found, SourceError } from "../check/errors.ts";
import { type ByteSource, Window } from "./byte-source.ts";
import { sniff } from "./sniff.ts";

const BLOCK = 512;
/** Bytes of headers, and of small contents on the way, that are read at once. */
const STEP = 2 ** 20;
/** No name or pax header is longer. */
const MOST_HEADER = 2 ** 20;

export interface Member {
  path: string;
  /** Where the contents begin. */
  start: number;
  size: number;
}

/** Text of a member that is small, if wanted. */
export type Glance = () => Promise<Uint8Array>;

/**
 * Goes through an archive. `visit` is told every file in it, and can have its contents.
 * @throws SourceError for a file that is no tar archive, is packed, or is cut off
 */
export async function walkTar(
  source: ByteSource,
  visit: (member: Member, contents: Glance) => void | Promise<void>,
  { signal, onStep }: { signal?: AbortSignal; onStep?: (at: number) => void } = {},
): Promise<void> {
  const window = new Window(source, STEP, signal);
  let long: Partial<Record<"path" | "size", string>> = {};
  let last = "";
  for (let at = 0; ; ) {
    const header = await window.at(at, BLOCK);
    if (at === 0) checkBeginning(source, header);
    if (header.length < BLOCK) throw cutOff(source, at + header.length, last);
    if (header.every((byte) => byte === 0)) return;
    if (!hasRightSum(header))
      throw new SourceError(
        source.name,
        "a sound tar archive",
        found(`a damaged header at byte ${at}, ${after(last)}`),
      );
    const type = String.fromCharCode(header[156]!);
    const size = long.size === undefined ? numberIn(header, 124, 12) : Number(long.size);
    const start = at + BLOCK;
    if (!(Number.isSafeInteger(size) && size >= 0))
      throw new SourceError(
        source.name,
        "a sound tar archive",
        found(`a size that is none at byte ${at}, ${after(last)}`),
      );
    if ("LxgK".includes(type)) {
      if (size > MOST_HEADER)
        throw new SourceError(source.name, "a sound tar archive", found(`a header of ${size} bytes at byte ${at}`));
      const text = await window.at(start, size);
      if (text.length < size) throw cutOff(source, start + text.length, last);
      if (type === "L") long.path = textOf(text);
      if (type === "x") long = { ...long, ...paxOf(text) };
    } else {
      const path = long.path ?? pathIn(header);
      long = {};
      last = path;
      if (source.size !== undefined && start + size > source.size) throw cutOff(source, source.size, path);
      if (type === "0" || type === "\0" || type === "7") {
        const contents = async () => {
          const bytes = await window.at(start, size);
          if (bytes.length < size) throw cutOff(source, start + bytes.length, path);
          return bytes;
        };
        await visit({ path, start, size }, contents);
      }
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    onStep?.(at);
  }
}

/** What is no archive is told by what it seems to be. */
function checkBeginning({ name }: ByteSource, head: Uint8Array): void {
  if (head.length === BLOCK && (hasRightSum(head) || head.every((byte) => byte === 0))) return;
  const what = sniff(head);
  if (what?.startsWith("a tar archive")) return;
  const words = what === "gzip data" ? "gzip data (unpack it: what is packed cannot be read in pieces)" : what;
  throw new SourceError(name, "a tar archive", found(words ?? `${head.length} bytes of something else`));
}

/** POSIX: the sum of all bytes, the field itself taken as blanks. */
function hasRightSum(header: Uint8Array): boolean {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : header[i]!;
  return sum === numberIn(header, 148, 8);
}

/** Octal digits, or GNU's base 256. */
function numberIn(header: Uint8Array, at: number, length: number): number {
  if (header[at]! & 0x80) {
    let value = header[at]! & 0x7f;
    for (let i = 1; i < length; i++) value = value * 256 + header[at + i]!;
    return value;
  }
  const digits = textOf(header.subarray(at, at + length)).trim();
  return digits === "" ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function pathIn(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const isUstar = textOf(header.subarray(257, 263)) === "ustar";
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Records of `length key=value` lines. */
function paxOf(bytes: Uint8Array): Partial<Record<"path" | "size", string>> {
  const result: Partial<Record<"path" | "size", string>> = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(decoder.decode(bytes.subarray(at, space)));
    if (space < 0 || !(length > 0)) break;
    const record = decoder.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf("=");
    const key = record.slice(0, equals);
    if (key === "path" || key === "size") result[key] = record.slice(equals + 1);
    at += length;
  }
  return result;
}

const decoder = new TextDecoder();

/** Up to the first zero. */
function textOf(bytes: Uint8Array): string {
  const zero = bytes.indexOf(0);
  return decoder.decode(zero < 0 ? bytes : bytes.subarray(0, zero));
}

const after = (last: string): string => (last === "" ? "at the beginning" : `after ${last}`);

function cutOff({ name }: ByteSource, bytes: number, last: string): SourceError {
  const where = last === "" ? "" : `, in or after ${last}`;
  return new SourceError(name, "a whole tar archive", found(`one that is cut off after ${bytes} bytes${where}`));
}
