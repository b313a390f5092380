/**
 * `mixwell inspect OUT`: what is whole, what is missing, what was left over; and whether the bytes are those written.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { badOutput, CliError, EXIT, wordsOf } from "./exit-codes.ts";
import { inOrderOfHash } from "./forms.ts";
import {
  type Entry,
  entriesFolder,
  type Form,
  objectsIn,
  readEntry,
  readRecipe,
  shardName,
  uniqueSkipped,
} from "./manifest.ts";
import type { World } from "./program.ts";
import { fileSizeOf, partsIn } from "./shard-files.ts";

export async function runInspect(folder: string, { verify }: { verify: boolean }, { out }: World): Promise<void> {
  const recipe = await readRecipe(folder);
  if (!recipe) throw badOutput(`${folder}: expected a folder with mixwell.json, found none`);
  const entries: Entry[] = [];
  const missing: string[] = [];
  const wrong: string[] = [];
  for (let shard = 0; shard < recipe.layout.shards; shard++) {
    const name = shardName(shard, recipe.output.to);
    const entry = await readEntry(folder, name);
    const size = await fileSizeOf(join(folder, name));
    if (!entry || size === undefined) missing.push(name);
    else if (recipe.output.to === "shards" && size !== entry.bytes)
      wrong.push(`${name}: ${entry.bytes} bytes expected, ${size} found`);
    else {
      if (verify && (await hashOf(join(folder, name), recipe.output.to)) !== entry.sha256)
        wrong.push(`${name}: other bytes than were written`);
      entries.push(entry);
    }
  }
  const leftovers = [...(await partsIn(folder)), ...(await partsIn(entriesFolder(folder)))];
  const skipped = uniqueSkipped(entries);
  const sum = (of: (entry: Entry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  out(
    JSON.stringify({
      shards: recipe.layout.shards,
      whole: entries.length,
      pictures: sum(({ pictures }) => pictures),
      bytes: sum(({ bytes }) => bytes),
      classes: recipe.classes,
      objects: objectsIn(entries),
      verified: verify,
      missing,
      wrong,
      leftovers,
      skipped,
    }),
  );
  if (missing.length + wrong.length > 0)
    throw new CliError(
      EXIT.incomplete,
      `${folder}: ${missing.length} shards are missing, ${wrong.length} are not what was written`,
    );
}

async function hashOf(path: string, to: Form): Promise<string> {
  const hash = createHash("sha256");
  try {
    if (to === "shards") {
      for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
      return hash.digest("hex");
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)));
    for (const name of inOrderOfHash(files.map((file) => file.split(sep).join("/")))) {
      const contents = await readFile(join(path, name));
      hash.update(`${name}\0${contents.length}\0`).update(contents);
    }
    return hash.digest("hex");
  } catch (error) {
    throw badOutput(`${path}: expected a file that can be read: ${wordsOf(error)}`, error);
  }
}
