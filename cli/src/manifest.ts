/**
 * What an output folder says of itself. `mixwell.json` is the recipe: everything that its bytes depend on.
 * `manifest/NAME.json` says that a shard is whole, and what is in it. `manifest.json` says that all are.
 */
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { badOutput } from "./exit-codes.ts";
import type { Pair } from "./points.ts";
import type { Layout } from "./rows.ts";
import { makeFolder, textIn, writeWhole } from "./shard-files.ts";

/** What OUT is. */
export const FORMS = ["shards", "folder", "coco", "yolo"] as const;
export type Form = (typeof FORMS)[number];

/** A class of boxes, the number that it has in files, and its points. */
export interface Category {
  id: number;
  name: string;
  /** What its points are called, where its objects have points. */
  keypoints?: readonly string[];
  /** Points that a line joins, counted from 1, as COCO has it. */
  skeleton?: readonly Pair[];
  /** Points that change places where a picture is mirrored, counted from 0. */
  pairs?: readonly Pair[];
}

/** Everything that the bytes of an output depend on. */
export interface Recipe {
  mixwell: 1;
  /** The programs that decode, resize and encode: others may give other bytes. */
  made: Record<string, string>;
  input: { kind: string; count: number; fingerprint: string };
  layout: Omit<Layout, "count">;
  picture: { height: number; width: number; channels: number; fit: string };
  policy: unknown;
  output: { to: Form; format: string; quality: number; plans: boolean };
  onError: "stop" | "skip";
  /** Of an input with boxes: the classes, with their numbers in files, and what is kept. */
  objects?: { categories: Category[]; minVisible: number };
  /** Of an input with class maps: the bytes of an id, what blends do, and what the names of the files come to. */
  maps?: { bytes: number; blends: string; fingerprint: string };
  classes?: number;
  classNames?: readonly string[];
}

/** A shard that is whole. */
export interface Entry {
  shard: number;
  name: string;
  pictures: number;
  bytes: number;
  /** Of a shard's file; of a folder, over its files in the order of their names. */
  sha256: string;
  skipped: Skipped[];
  /** How many objects there are of each class that there is one of. */
  objects?: Record<string, number>;
}

/** A picture that could not be read. */
export interface Skipped {
  id: number;
  name: string;
  reason: string;
}

const RECIPE = "mixwell.json";
const WHOLE = "manifest.json";
const ENTRIES = "manifest";

export const shardName = (shard: number, to: Form): string =>
  to === "shards" ? `shard-${pad(shard, 6)}.tar` : `part-${pad(shard, 6)}`;

export const pad = (value: number, digits: number): string => String(value).padStart(digits, "0");

/**
 * Begins an output folder, or goes on with one that the same command began.
 * @throws CliError where it was begun by another one, and names what differs
 */
export async function openOutput(folder: string, recipe: Recipe): Promise<void> {
  await makeFolder(folder);
  const known = await readRecipe(folder);
  if (!known) {
    const strange = (await readdir(folder)).filter((name) => name !== ENTRIES && !name.startsWith(`${RECIPE}.part-`));
    // Another task may have begun it meanwhile.
    if (strange.length > 0 && !(await readRecipe(folder)))
      throw badOutput(`${folder}: expected an empty folder, or one that mixwell began, found ${strange[0]}`);
    await makeFolder(join(folder, ENTRIES));
    await writeWhole(join(folder, RECIPE), `${JSON.stringify(recipe, null, 2)}\n`);
    return;
  }
  await makeFolder(join(folder, ENTRIES));
  const path = difference(known, JSON.parse(JSON.stringify(recipe)));
  if (path)
    throw badOutput(
      `${join(folder, RECIPE)}: expected the same command as the one that began this folder; it differs in ${path}. Give another folder, or remove this one`,
    );
}

export async function readRecipe(folder: string): Promise<Recipe | undefined> {
  return parsed(join(folder, RECIPE));
}

export async function readEntry(folder: string, name: string): Promise<Entry | undefined> {
  return parsed(join(folder, ENTRIES, `${name}.json`));
}

export async function writeEntry(folder: string, entry: Entry): Promise<void> {
  await writeWhole(join(folder, ENTRIES, `${entry.name}.json`), `${JSON.stringify(entry)}\n`);
}

export const entriesFolder = (folder: string): string => join(folder, ENTRIES);

/** All entries, where every shard has one. */
export async function allEntries(folder: string, { layout, output }: Recipe): Promise<Entry[] | undefined> {
  const entries: Entry[] = [];
  for (let shard = 0; shard < layout.shards; shard++) {
    const entry = await readEntry(folder, shardName(shard, output.to));
    if (!entry) return undefined;
    entries.push(entry);
  }
  return entries;
}

/** Says that all shards are whole. Whoever comes last writes it, and two write the same. */
export async function writeWholeManifest(folder: string, recipe: Recipe, entries: readonly Entry[]): Promise<void> {
  const skipped = uniqueSkipped(entries);
  const pictures = entries.reduce((sum, entry) => sum + entry.pictures, 0);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const { classes, classNames } = recipe;
  const shards = entries.map(({ name, pictures, bytes, sha256 }) => ({ name, pictures, bytes, sha256 }));
  const objects = objectsIn(entries);
  const whole = { complete: true, pictures, bytes, classes, classNames, objects, shards, skipped };
  await writeWhole(join(folder, WHOLE), `${JSON.stringify(whole, null, 1)}\n`);
}

/** How many objects of each class all of them have; nothing where there are no boxes. */
export function objectsIn(entries: readonly Entry[]): Record<string, number> | undefined {
  const all = entries.flatMap(({ objects }) => (objects ? [objects] : []));
  if (all.length === 0) return undefined;
  const sums: Record<string, number> = {};
  for (const [name, count] of all.flatMap((objects) => Object.entries(objects))) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

export function uniqueSkipped(entries: readonly Entry[]): Skipped[] {
  const byId = new Map(entries.flatMap(({ skipped }) => skipped).map((one) => [one.id, one]));
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

async function parsed<T>(path: string): Promise<T | undefined> {
  const text = await textIn(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw badOutput(`${path}: expected JSON, since it is written whole; was it changed?`);
  }
}

/** The path to the first thing that is not the same in two values from JSON. */
export function difference(a: unknown, b: unknown, path = ""): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return `${path || "its whole"} (${JSON.stringify(a)} there, ${JSON.stringify(b)} here)`;
  const [before, now] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const found = difference(before[key], now[key], path ? `${path}.${key}` : key);
    if (found) return found;
  }
  return undefined;
}

export const fingerprintOf = (lines: Iterable<string>): string => {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest("hex");
};
