/**
 * What the visitor's files are: by their first bytes, then by name; anything else is left to the picture decoder and
 * its message.
 */

export interface GivenFile {
  file: File;
  /** Path inside the folder that was picked or dropped, or just the file's name. */
  path: string;
}

/** Files with their paths, as `filesIn` finds them. */
export const given = (files: readonly File[]): GivenFile[] =>
  files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));

export type FileKind = "idx-images" | "idx-labels" | "cifar" | "tar" | "picture";

export async function kindOf({ file }: GivenFile): Promise<FileKind> {
  const head = await firstBytes(file, 4);
  if (head[0] === 0 && head[1] === 0 && head[2] === 8) {
    if (head[3] === 1) return "idx-labels";
    if (head[3] === 3 || head[3] === 4) return "idx-images";
  }
  const name = file.name.toLowerCase().replace(/\.gz$/, "");
  if (/labels.*idx|idx1/.test(name)) return "idx-labels";
  if (/-ubyte$|\.idx\d?$|idx3/.test(name)) return "idx-images";
  if (name.endsWith(".tar")) return "tar";
  return name.endsWith(".bin") ? "cifar" : "picture";
}

/** Bytes of the file once unpacked; gzip says it in its last four, modulo 2^32. */
export async function unpackedSize(file: File): Promise<number> {
  if (!(await isGzip(file))) return file.size;
  const tail = await file.slice(-4).arrayBuffer();
  return new DataView(tail).getUint32(0, true);
}

async function isGzip(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b && file.size >= 18;
}

/** Of the contents, unpacked if need be; fewer, or none, where the file ends or is damaged. */
async function firstBytes(file: File, count: number): Promise<Uint8Array> {
  if (!(await isGzip(file))) return new Uint8Array(await file.slice(0, count).arrayBuffer());
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  try {
    const { value } = await reader.read();
    return value?.slice(0, count) ?? new Uint8Array(0);
  } catch {
    return new Uint8Array(0);
  } finally {
    await reader.cancel().catch(() => {});
  }
}
