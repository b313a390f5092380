/** The command in this process, its files, and pictures to give it. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, onTestFinished } from "vitest";
import { run } from "../../cli/src/program.ts";

export interface Ended {
  code: number;
  out: string[];
  err: string[];
}

/** Runs the command as a scheduler would: no terminal, and the variables that are given. */
export async function mixwell(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const world = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await run(args, { ...world, env, signal: new AbortController().signal });
  return { code, out, err };
}

/** The same, where it has to end well. */
export async function made(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const ended = await mixwell(args, env);
  if (ended.code !== 0) throw new Error(`mixwell ${args.join(" ")}: ${ended.code}, ${ended.err.join("\n")}`);
  return ended;
}

/** A folder that is taken away when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One for all tests of a file. */
export function newSharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mixwell-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function put(path: string, contents: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
  return path;
}

/** IDX pictures of 8 × 8, each of a grey of its own, and their labels: four classes in turn. */
export function idxFiles(folder: string, count: number): string {
  const header = (magic: number, ...dims: number[]) => {
    const bytes = Buffer.alloc(4 + 4 * dims.length);
    bytes.writeUInt32BE(magic);
    dims.forEach((dim, i) => {
      bytes.writeUInt32BE(dim, 4 + 4 * i);
    });
    return bytes;
  };
  const pixels = Buffer.alloc(count * 64);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (Math.floor(i / 64) * 37 + (i % 64) * 3) & 255;
  put(
    join(folder, "t-labels-idx1-ubyte"),
    Buffer.concat([header(0x801, count), Buffer.from(Array.from({ length: count }, (_, i) => i % 4))]),
  );
  return put(join(folder, "t-images-idx3-ubyte"), Buffer.concat([header(0x803, count, 8, 8), pixels]));
}

/** Folders of PNG pictures, as `cat/0.png`; sides differ. */
export async function pictureFolder(root: string, classes: readonly string[], each: number): Promise<string> {
  for (const [k, name] of classes.entries())
    for (let i = 0; i < each; i++) {
      const background = { r: 40 * k, g: 20 * i, b: 200 };
      const create = { width: 20 + i, height: 24 - k, channels: 3 as const, background };
      put(join(root, name, `${i}.png`), await sharp({ create }).png().toBuffer());
    }
  return root;
}

/** Every file below a folder by its path, as a hash of its bytes. */
export function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}
