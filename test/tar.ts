/** Tar archives for tests, written by the rules of POSIX and GNU. */

/** A file of an archive: its path, and what is in it. */
export type Entry = readonly [path: string, contents: Uint8Array | string];

export interface TarOptions {
  /** How names that do not fit the header are written. Default `pax`. */
  long?: "pax" | "gnu";
  /** Without the two blocks of zeros at the end. */
  endless?: boolean;
}

const BLOCK = 512;
const encode = (text: string) => new TextEncoder().encode(text);

/** An archive of these files. */
export function tarOf(
  entries: readonly Entry[],
  { long = "pax", endless = false }: TarOptions = {},
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  for (const [path, contents] of entries) {
    const body = typeof contents === "string" ? encode(contents) : contents;
    if (encode(path).length > 100) {
      const name = long === "gnu" ? encode(`${path}\0`) : paxRecord("path", path);
      parts.push(...member(long === "gnu" ? "././@LongLink" : "PaxHeader", long === "gnu" ? "L" : "x", name));
    }
    parts.push(...member(path, "0", body));
  }
  if (!endless) parts.push(new Uint8Array(2 * BLOCK));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function member(path: string, type: string, body: Uint8Array): Uint8Array[] {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => header.set(encode(text), at);
  header.set(encode(path).subarray(0, 100), 0);
  put("0000644\0", 100);
  put(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
  put("        ", 148);
  put(type, 156);
  put("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  const padding = new Uint8Array((BLOCK - (body.length % BLOCK)) % BLOCK);
  return [header, body, padding];
}

/** `length key=value`, where the length counts itself. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = encode(` ${key}=${value}\n`).length;
  let length = rest + 1;
  while (String(length).length + rest !== length) length = String(length).length + rest;
  return encode(`${length} ${key}=${value}\n`);
}
