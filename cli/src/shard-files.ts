/**
 * Files and folders that appear whole or not at all: they are written beside, under a name that says who writes, and
 * renamed. What a writer left that is no more is taken away by the next one.
 */
import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { badOutput, wordsOf } from "./exit-codes.ts";

/** `NAME.part-HOST-PID-TOKEN`: a name that no finished file has. */
const PART = /^(?<name>.+)\.part-(?<host>[^-]+)-(?<pid>\d+)-(?<token>[0-9a-f]{12})$/;
/** Another machine's writer is taken for gone when it wrote nothing for so long. */
const STALE_MS = 10 * 60_000;

const host = hostname().replaceAll(/[^A-Za-z0-9]/g, "_");
/** Those of this process, so that a process number that is used again means nothing. */
const own = new Set<string>();

/** A name beside `path` to write under. */
export function partOf(path: string): string {
  const token = randomBytes(6).toString("hex");
  own.add(token);
  return `${path}.part-${host}-${process.pid}-${token}`;
}

/** Takes away what dead writers left in a folder. Gives the names that it took away. */
export async function removeLeftovers(folder: string, now = Date.now()): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await namesIn(folder)) {
    const part = PART.exec(name)?.groups;
    if (!part || own.has(part.token!)) continue;
    const path = join(folder, name);
    if (!(await isAbandoned(path, part as { host: string; pid: string }, now))) continue;
    await rm(path, { recursive: true, force: true });
    removed.push(name);
  }
  return removed;
}

/** Leftovers that are still there: of writers that may be at work. */
export const partsIn = async (folder: string): Promise<string[]> =>
  (await namesIn(folder)).filter((name) => PART.test(name));

async function isAbandoned(path: string, part: { host: string; pid: string }, now: number): Promise<boolean> {
  if (part.host === host && !isRunning(Number(part.pid))) return true;
  const touched = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => now,
  );
  return now - touched > STALE_MS;
}

/** A process of ours by this number is another one than the writer, who had a token that we do not know. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === "EPERM";
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return [];
    throw badOutput(`${folder}: expected a folder that can be read: ${wordsOf(error)}`, error);
  }
}

/** Writes a small file whole. */
export async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  const part = partOf(path);
  try {
    const file = await open(part, "wx");
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw badOutput(`${path}: cannot be written: ${wordsOf(error)}`, error);
  }
}

/** Puts a finished part in its place. A folder that another task has put there meanwhile stays: it is the same. */
export async function putInPlace(part: string, path: string): Promise<void> {
  try {
    await rename(part, path);
  } catch (error) {
    const { code } = error as { code?: string };
    await rm(part, { recursive: true, force: true }).catch(() => {});
    if (code === "ENOTEMPTY" || code === "EEXIST") return;
    throw badOutput(`${path}: cannot be written: ${wordsOf(error)}`, error);
  }
  await syncFolder(dirname(path));
}

/** A rename lasts when the folder is on the disk, where the system lets one ask for that. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw badOutput(`${path}: expected a folder that can be made: ${wordsOf(error)}`, error);
  }
}

/** A file's text; nothing where there is none. */
export async function textIn(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return undefined;
    throw badOutput(`${basename(path)}: expected a file that can be read: ${wordsOf(error)}`, error);
  }
}

/** A file's length, or a folder's; nothing where there is neither. */
export const fileSizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
