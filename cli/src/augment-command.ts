/** `mixwell augment`: from the command line to a job. */
import sharp from "sharp";
import { version } from "../package.json";
import { augment } from "./augment.ts";
import { type InputFlags, opened, type PolicyFlags, workersFor } from "./common.ts";
import type { PictureFormat } from "./encode.ts";
import { usage } from "./exit-codes.ts";
import { runJobs } from "./jobs.ts";
import type { Form, Recipe } from "./manifest.ts";
import { mapSourceOf } from "./maps.ts";
import type { DeviceOptions } from "./mixing.ts";
import type { World } from "./program.ts";
import type { Layout } from "./rows.ts";
import { taskOf } from "./task.ts";

interface AugmentFlags extends InputFlags, PolicyFlags, DeviceOptions {
  to: Form;
  format: PictureFormat;
  quality: number;
  shards?: number;
  variants: number;
  epochs: number;
  firstEpoch: number;
  shuffle: boolean;
  shard?: string;
  jobs: number;
  onError: "stop" | "skip";
  plans: boolean;
  minVisible: number;
}

const PER_SHARD = 1000;

export async function runAugment(path: string, folder: string, flags: AugmentFlags, world: World): Promise<void> {
  const task = taskOf(flags.shard, world.env);
  if (flags.format === "jpg" && flags.channels === "4")
    throw usage("--format: expected png, webp or npy for 4 channels");
  if (flags.jobs > 1)
    return runJobs({ jobs: flags.jobs, workers: flags.workers ?? workersFor(flags.jobs) }, task, world);
  const { input, policy } = await opened(path, flags, flags.policy);
  const { objects: source } = input;
  const maps = mapSourceOf(flags);
  if (!source && (flags.to === "coco" || flags.to === "yolo"))
    throw usage(`--to ${flags.to}: expected IN with boxes, of COCO or YOLO, found ${input.kind}`);
  const { seed, batch, variants, epochs, firstEpoch, shuffle, adapter, backend } = flags;
  const { count, height, width, channels, classes, classNames } = input.stream;
  const rows = count * variants * epochs;
  if (!Number.isSafeInteger(rows)) throw usage(`--epochs and --variants: expected at most 2^53 rows, found ${rows}`);
  const shards = flags.shards ?? Math.ceil(rows / PER_SHARD);
  if (shards > rows) throw usage(`--shards: expected at most ${rows}, one for each picture, found ${shards}`);
  const layout: Layout = { count, firstEpoch, epochs, variants, shards, batch, shuffle, seed };
  const { count: _, ...withoutCount } = layout;
  const recipe: Recipe = {
    mixwell: 1,
    made: { mixwell: version, sharp: sharp.versions.sharp ?? "", libvips: sharp.versions.vips },
    input: { kind: input.kind, count, fingerprint: input.fingerprint },
    layout: withoutCount,
    // The commands' streams have pictures of one size.
    picture: { height: height!, width: width!, channels, fit: flags.fit },
    policy,
    output: { to: flags.to, format: flags.format, quality: flags.quality, plans: flags.plans },
    onError: flags.onError,
    ...(classes > 0 && { classes }),
    ...(classNames && { classNames }),
    ...(source && { objects: { categories: [...source.categories], minVisible: flags.minVisible } }),
    ...(maps && { maps: { bytes: maps.bytes, blends: maps.blends, fingerprint: input.maps! } }),
  };
  const { minVisible, fit } = flags;
  const objects = source && { source, rule: { height: height!, width: width!, fit, minVisible } };
  const device = { adapter, backend };
  await augment({ input, folder, recipe, layout, policy, task, device, objects, maps, signal: world.signal }, world);
}
