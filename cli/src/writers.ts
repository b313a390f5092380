/** The two forms of an output shard: a tar archive (WebDataset), and a folder with a list of labels. */
import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import tar from "tar-stream";
import { badOutput, wordsOf } from "./exit-codes.ts";
import { type Files, filesOf } from "./forms.ts";
import type { Recipe } from "./manifest.ts";
import { MAP_ENDING } from "./maps.ts";
import type { RowObject } from "./objects.ts";
import type { Size } from "./program.ts";
import { partOf, putInPlace } from "./shard-files.ts";

/** What is written of one row. */
export interface Record {
  /** Its name, without an ending. */
  key: string;
  ending: string;
  picture: Uint8Array;
  /** A PNG file of ids, where IN has class maps. */
  map?: Uint8Array;
  /** The class with the greatest share, where there are labels. */
  label?: number;
  about: object;
  row: number;
  size: Size;
  /** Where IN has boxes. */
  objects?: readonly RowObject[];
}

/** A shard while it is written. */
export interface Writer {
  /** Takes the next one. They can be under way together, and keep their order. */
  add(record: Record): Promise<void>;
  /** Puts it in its place. */
  finish(): Promise<{ bytes: number; sha256: string }>;
  /** Takes away what was written. */
  drop(): Promise<void>;
}

/** Bytes on their way to the disk beyond which nothing more is taken. */
const WAITING = 8 * 2 ** 20;

/** The same bytes whenever and by whomever it is written: no times, no owners. */
const HEADER = { mtime: new Date(0), mode: 0o644, uid: 0, gid: 0, uname: "", gname: "" };

async function tarWriter(path: string): Promise<Writer> {
  const part = partOf(path);
  const file = await open(part, "wx").catch((error: unknown) => {
    throw badOutput(`${path}: cannot be written: ${wordsOf(error)}`, error);
  });
  const pack = tar.pack();
  const hash = createHash("sha256");
  let made = 0;
  let written = 0;
  let waiting: (() => void)[] = [];
  let failure: unknown;
  const wake = () => {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  };
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };
  const writing = (async () => {
    for await (const bytes of pack as AsyncIterable<Buffer>) {
      // Known before the loop ends, which ends the archive too.
      if (failure === undefined) await writeAll(file, bytes).catch(fail);
      hash.update(bytes);
      written += bytes.length;
      wake();
    }
  })().catch(fail);
  const check = () => {
    if (failure !== undefined) throw badOutput(`${path}: cannot be written: ${wordsOf(failure)}`, failure);
  };
  const put = (name: string, contents: string | Uint8Array) => {
    const bytes = Buffer.from(contents as Uint8Array);
    made += bytes.length;
    pack.entry({ ...HEADER, name, size: bytes.length }, bytes);
  };
  return {
    async add({ key, ending, picture, map, label, about }) {
      check();
      if (label !== undefined) put(`${key}.cls`, `${label}`);
      put(`${key}.${ending}`, picture);
      put(`${key}.json`, JSON.stringify(about));
      if (map) put(`${key}.${MAP_ENDING}`, map);
      while (failure === undefined && made - written > WAITING)
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      check();
    },
    async finish() {
      pack.finalize();
      await writing;
      check();
      await file.sync().catch(fail);
      await file.close();
      check();
      await putInPlace(part, path);
      return { bytes: written, sha256: hash.digest("hex") };
    },
    async drop() {
      pack.destroy();
      await writing;
      await file.close().catch(() => {});
      await rm(part, { force: true });
    },
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

export const openWriter = (path: string, { output: { to }, objects, maps }: Recipe): Promise<Writer> =>
  to === "shards" ? tarWriter(path) : folderWriter(path, filesOf(to, objects?.categories ?? [], maps !== undefined));

async function folderWriter(path: string, files: Files): Promise<Writer> {
  const part = partOf(path);
  const failed = (error: unknown) => badOutput(`${path}: cannot be written: ${wordsOf(error)}`, error);
  for (const folder of [part, ...files.folders.map((name) => join(part, name))])
    await mkdir(folder).catch((error: unknown) => {
      throw failed(error);
    });
  const hash = createHash("sha256");
  let written = 0;
  const put = async ([name, contents]: [string, Uint8Array]) => {
    hash.update(`${name}\0${contents.length}\0`).update(contents);
    written += contents.length;
    // Not each forced to the disk, which would take longer than all the rest: what a power cut took, `inspect --verify`
    // finds.
    await writeFile(join(part, name), contents, { flag: "wx" }).catch((error: unknown) => {
      throw failed(error);
    });
  };
  return {
    add: async (record) => void (await Promise.all(files.of(record).map(put))),
    async finish() {
      for (const file of files.last()) await put(file);
      await putInPlace(part, path);
      return { bytes: written, sha256: hash.digest("hex") };
    },
    drop: () => rm(part, { recursive: true, force: true }),
  };
}
