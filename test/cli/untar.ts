/** A reader of tar archives that shares nothing with the writer: `tar`, which is node-tar. */
import { Parser } from "tar";

export interface TarEntry {
  name: string;
  contents: Buffer;
}

export function entriesOf(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  const parser = new Parser({
    sync: true,
    strict: true,
    onReadEntry(entry) {
      const parts: Buffer[] = [];
      entry.on("data", (part: Buffer) => parts.push(Buffer.from(part)));
      entry.on("end", () => entries.push({ name: entry.path, contents: Buffer.concat(parts) }));
      entry.resume();
    },
  } as ConstructorParameters<typeof Parser>[0]);
  parser.end(Buffer.from(archive));
  return entries;
}
