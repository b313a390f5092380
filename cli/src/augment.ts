/** `mixwell augment IN OUT`: every picture, augmented and mixed, into files that other programs read. */
import { join } from "node:path";
import type { PolicyStage } from "mixwell";
import { encode } from "./encode.ts";
import { CliError, EXIT } from "./exit-codes.ts";
import { writeIndex } from "./forms.ts";
import type { Input } from "./input.ts";
import {
  allEntries,
  entriesFolder,
  openOutput,
  pad,
  type Recipe,
  readEntry,
  shardName,
  uniqueSkipped,
  writeEntry,
  writeWholeManifest,
} from "./manifest.ts";
import { encodeMap } from "./maps.ts";
import { type DeviceOptions, type MixedRow, Mixer, type MixerOptions, UNDER_WAY } from "./mixing.ts";
import { type Output, progressOf } from "./progress.ts";
import { type Chunk, chunksOf, type Layout, rangeOf } from "./rows.ts";
import { fileSizeOf, removeLeftovers } from "./shard-files.ts";
import type { Task } from "./task.ts";
import { openWriter, type Writer } from "./writers.ts";

export interface Job {
  input: Input;
  /** Where to. */
  folder: string;
  recipe: Recipe;
  layout: Layout;
  policy: PolicyStage[];
  task: Task;
  device: DeviceOptions;
  /** Where IN has boxes, and class maps. */
  objects?: MixerOptions["objects"];
  maps?: MixerOptions["maps"];
  signal: AbortSignal;
}

/** Milliseconds in which each kind of work was under way; they overlap. */
interface Spent {
  encode: number;
  write: number;
}

/** What shards are made by, one after the other. */
interface Making {
  /** The batches of all of them, in order. */
  mixed: AsyncGenerator<{ rows: MixedRow[]; wanted: number }, undefined>;
  mixer: Mixer;
  spent: Spent;
  add(pictures: number): void;
}

/** Makes this task's shards that are not there yet. */
export async function augment(job: Job, output: Output): Promise<void> {
  const { folder, recipe, layout, task } = job;
  await openOutput(folder, recipe);
  for (const place of [folder, entriesFolder(folder)]) await removeLeftovers(place);
  const mine = Array.from({ length: layout.shards }, (_, i) => i).filter((i) => i % task.world === task.rank);
  const left: number[] = [];
  for (const shard of mine) if (!(await isWhole(job, shard))) left.push(shard);
  const rows = left.reduce((sum, shard) => sum + lengthOf(layout, shard), 0);
  const progress = progressOf(output, rows);
  try {
    if (left.length > 0) await makeShards(job, left, progress);
  } finally {
    progress.stop();
  }
  await finish(job, output, mine.length - left.length);
}

const lengthOf = (layout: Layout, shard: number): number => {
  const [start, end] = rangeOf(layout, shard);
  return end - start;
};

async function makeShards(job: Job, shards: readonly number[], progress: ReturnType<typeof progressOf>): Promise<void> {
  const { input, layout, policy, device, recipe } = job;
  const skips = recipe.onError === "skip";
  const { objects, maps } = job;
  const mixer = await Mixer.open(input.stream, { seed: layout.seed, policy, skips, device, objects, maps });
  // One walk through all of them: the next shard's pictures are read while this one's last are written.
  const mixed = inTurn(allChunks(layout, shards), async (chunk) => ({
    rows: await mixer.mix(chunk),
    wanted: chunk.rows.length,
  }));
  try {
    for (const shard of shards) {
      const start = performance.now();
      const spent: Spent = { encode: 0, write: 0 };
      Object.assign(mixer.spent, { read: 0, mix: 0 });
      const entry = await makeShard(job, shard, { mixed, mixer, spent, add: progress.add });
      const ms = Object.fromEntries(
        Object.entries({ ...mixer.spent, ...spent }).map(([name, value]) => [name, Math.round(value)]),
      );
      const seconds = (performance.now() - start) / 1000;
      const { name, pictures, bytes } = entry;
      progress.shard({
        shard: name,
        pictures,
        bytes,
        seconds: round(seconds),
        perSecond: round(pictures / seconds),
        ms,
      });
    }
  } finally {
    await mixed.return(undefined);
    mixer.close();
  }
}

function* allChunks(layout: Layout, shards: readonly number[]): Generator<Chunk> {
  for (const shard of shards) yield* chunksOf(layout, shard);
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function makeShard({ folder, recipe, layout, signal }: Job, shard: number, { mixed, mixer, spent, add }: Making) {
  const name = shardName(shard, recipe.output.to);
  const path = join(folder, name);
  const writer = await openWriter(path, recipe);
  let pictures = 0;
  const objects = recipe.objects && new Map<string, number>(recipe.objects.categories.map(({ name }) => [name, 0]));
  try {
    for (let left = lengthOf(layout, shard); left > 0; ) {
      const batch = (await mixed.next()).value!;
      signal.throwIfAborted();
      pictures += await writeRows(batch.rows, { writer, recipe, spent });
      for (const { class: label } of batch.rows.flatMap(({ objects }) => objects ?? [])) {
        const { name } = recipe.objects!.categories[label]!;
        objects!.set(name, objects!.get(name)! + 1);
      }
      left -= batch.wanted;
      add(batch.wanted);
    }
    const { bytes, sha256 } = await timed(spent, "write", writer.finish());
    const skipped = skippedOf(layout, shard, mixer);
    const entry = {
      ...{ shard, name, pictures, bytes, sha256, skipped },
      ...(objects && { objects: Object.fromEntries([...objects].filter(([, count]) => count > 0)) }),
    };
    await writeEntry(folder, entry);
    return entry;
  } catch (error) {
    await writer.drop();
    throw error;
  }
}

/** Those of the shard's own rows: whatever else this task met belongs to other shards. */
function skippedOf(layout: Layout, shard: number, { skipped }: Mixer) {
  if (skipped.size === 0) return [];
  const ids = new Set([...chunksOf(layout, shard)].flatMap(({ rows }) => rows.map(({ id }) => id)));
  return [...skipped.values()].filter(({ id }) => ids.has(id)).sort((a, b) => a.id - b.id);
}

async function writeRows(
  rows: readonly MixedRow[],
  { writer, recipe, spent }: { writer: Writer; recipe: Recipe; spent: Spent },
): Promise<number> {
  const { format, quality, plans } = recipe.output;
  const encoding = { format: format as "png", quality };
  const encoded = rows.map(({ pixels, map }) => Promise.all([encode(encoding, pixels), map && encodeMap(map)]));
  const files = await timed(spent, "encode", Promise.all(encoded));
  const records = rows.map(({ row, id, epoch, variant, plan, classes, shares, objects, pixels }, i) => {
    const { height, width } = pixels;
    const known = { row, id, epoch, variant, ...(classes && { classes, shares }) };
    const about = { ...known, ...(objects && { objects }), ...(plans && { plan }) };
    const size = { height, width };
    const [picture, map] = files[i]!;
    return { key: pad(row, 9), ending: format, picture, map, label: classes?.[0], about, size, row, objects };
  });
  await timed(spent, "write", Promise.all(records.map((record) => writer.add(record))));
  return rows.length;
}

/** What `make` makes of each, in turn, some of them under way at once. */
async function* inTurn<T>(chunks: Iterable<Chunk>, make: (chunk: Chunk) => Promise<T>): AsyncGenerator<T, undefined> {
  const underWay: Promise<T>[] = [];
  try {
    for (const chunk of chunks) {
      const made = make(chunk);
      // Whoever stops at an earlier one does not wait for it.
      made.catch(() => {});
      underWay.push(made);
      if (underWay.length >= UNDER_WAY) yield await underWay.shift()!;
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    await Promise.allSettled(underWay);
  }
  return undefined;
}

async function timed<T>(spent: Spent, kind: keyof Spent, work: Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work;
  } finally {
    spent[kind] += performance.now() - start;
  }
}

/** A shard counts where its entry says so, and what it speaks of is there. */
async function isWhole({ folder, recipe }: Job, shard: number): Promise<boolean> {
  const name = shardName(shard, recipe.output.to);
  const entry = await readEntry(folder, name);
  if (!entry) return false;
  const size = await fileSizeOf(join(folder, name));
  return size !== undefined && (recipe.output.to !== "shards" || size === entry.bytes);
}

async function finish({ folder, recipe, layout, task }: Job, output: Output, before: number): Promise<void> {
  const entries = await allEntries(folder, recipe);
  if (entries) {
    await writeIndex(folder, recipe, entries);
    await writeWholeManifest(folder, recipe, entries);
  }
  const skipped = entries ? uniqueSkipped(entries) : [];
  const part = task.world > 1 ? `, task ${task.rank} of ${task.world} (${task.from})` : "";
  const state = entries ? "all shards are whole" : "other tasks have shards to make";
  output.err(`${folder}: ${layout.shards} shards${part}; ${before} were there; ${state}`);
  if (skipped.length > 0) output.err(`${skipped.length} pictures were skipped: see manifest.json`);
  if (entries && task.world === 1 && entries.every(({ pictures }) => pictures === 0))
    throw new CliError(EXIT.input, `${folder}: expected at least one picture that can be read, found none`);
}
