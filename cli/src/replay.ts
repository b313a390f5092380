/** `mixwell replay PLANS IN OUT`: what was drawn before, again. */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plan } from "mixwell";
import tar from "tar-stream";
import { type InputFlags, opened } from "./common.ts";
import { encode, type PictureFormat } from "./encode.ts";
import { badInput, usage, wordsOf } from "./exit-codes.ts";
import { pad } from "./manifest.ts";
import { encodeMap, MAP_ENDING, mapSourceOf } from "./maps.ts";
import { type DeviceOptions, Mixer } from "./mixing.ts";
import type { World } from "./program.ts";
import { makeFolder, writeWhole } from "./shard-files.ts";

interface ReplayFlags extends InputFlags, DeviceOptions {
  format: PictureFormat;
  quality: number;
}

/** A plan, and what its picture is called. */
interface Stored {
  name: string;
  plan: Plan;
}

export async function runReplay(plansPath: string, path: string, folder: string, flags: ReplayFlags, world: World) {
  const stored = await readPlans(plansPath);
  const { input } = await opened(path, { ...flags, size: flags.size ?? sizeOf(stored[0]!.plan) }, []);
  const { adapter, backend, format, quality } = flags;
  const { seed } = stored[0]!.plan;
  await makeFolder(folder);
  const device = { adapter, backend };
  const mixer = await Mixer.open(input.stream, { seed, policy: [], skips: false, device, maps: mapSourceOf(flags) });
  try {
    for (const { name, plan } of stored) {
      const { pixels, map } = await mixer.replay(plan);
      if (map) await writeWhole(join(folder, `${name}.${MAP_ENDING}`), await encodeMap(map));
      await writeWhole(join(folder, `${name}.${format}`), await encode({ format, quality }, pixels));
    }
  } finally {
    mixer.close();
  }
  world.err(`${folder}: ${stored.length} pictures`);
}

/** The size that a plan was drawn for. */
const sizeOf = ({ height, width }: Plan) => ({ height, width });

async function readPlans(path: string): Promise<Stored[]> {
  const texts = /\.tar$/i.test(path) ? await textsInShard(path) : linesOf(path, await textOf(path));
  if (texts.length === 0) throw badInput(`${path}: expected at least one plan, found none`);
  return texts.map(({ where, text, name }, i) => {
    let value: { plan?: unknown; row?: number; file?: string; sources?: unknown };
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw badInput(`${where}: expected JSON: ${(error as Error).message}`, error);
    }
    const plan = (value?.plan ?? value) as Partial<Plan> | null;
    if (typeof plan !== "object" || plan === null || !Array.isArray(plan.sources) || plan.sources.length === 0)
      throw usage(`${where}: expected a plan; was it written with --no-plans?`);
    if (plan.batchSize !== 1) throw usage(`${where}: expected a plan of one picture, found one of ${plan.batchSize}`);
    return { name: name ?? (value.row === undefined ? pad(i, 9) : pad(value.row, 9)), plan: plan as Plan };
  });
}

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: unknown) => {
    throw badInput(`${path}: expected a file that can be read: ${wordsOf(error)}`, error);
  });
}

interface PlanText {
  where: string;
  text: string;
  name?: string;
}

function linesOf(path: string, text: string): PlanText[] {
  if (!/\.jsonl$/i.test(path)) return [{ where: path, text }];
  const lines = text.split("\n").map((line, i) => ({ where: `${path}, line ${i + 1}`, text: line }));
  return lines.filter(({ text: line }) => line.trim() !== "");
}

async function textsInShard(path: string): Promise<PlanText[]> {
  const texts: PlanText[] = [];
  try {
    const files = createReadStream(path).pipe(tar.extract());
    for await (const entry of files) {
      const { name } = entry.header;
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      if (!name.endsWith(".json")) continue;
      texts.push({
        where: `${path}, ${name}`,
        text: Buffer.concat(parts).toString("utf8"),
        name: name.slice(0, -".json".length),
      });
    }
  } catch (error) {
    throw badInput(`${path}: expected a tar archive: ${wordsOf(error)}`, error);
  }
  return texts;
}
