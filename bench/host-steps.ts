/**
 * How long the host draws and lowers a step, and how much memory that takes: this package beside the built package of
 * another commit. Started by `npm run bench -- --host`, in Node, without a GPU. With `--allocations` it measures the
 * memory alone and prints it as JSON: that wants a process of its own, in which nothing is collected.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as mixwell from "../src/index.ts";
import { lower } from "../src/lower/lower.ts";
import { drawsOfPolicy } from "../src/policy/draws.ts";
import { keptPolicy } from "../src/policy/validate.ts";
import { CLASSES } from "./cases.ts";
import { SEED } from "./draws.ts";
import { summary, timeInTurn } from "./stopwatch.ts";

/** What is measured of a package: its policies, the draw, and `lower` as its engine calls it. */
type Package = Pick<
  typeof mixwell,
  | "cutmix"
  | "epochOrder"
  | "lower"
  | "mixup"
  | "oneOf"
  | "ops"
  | "presets"
  | "randAugment"
  | "randomResizedCrop"
  | "samplePlan"
> & { keptPolicy?: typeof keptPolicy };

/**
 * As its engine has them: `lower` without the check of a plan that somebody may have edited, and policies that are
 * checked once.
 */
const ours: Package = { ...mixwell, lower, keptPolicy };

const SHAPE = { height: 32, width: 32, channels: 3 };
const BATCH = 256;
/** Samples of CIFAR. */
const SAMPLES = 50_000;
/** Batches that are drawn in turn, so that no two steps in a row are alike. */
const STEPS = 64;
/** Steps before any is measured: as in a long run, what can be compiled is. */
const WARM = 300;
/** Steps whose memory is measured. */
const COUNTED = 16;

const CASES: { name: string; policy: (from: Package) => mixwell.Policy }[] = [
  { name: "MixUp", policy: ({ mixup }) => mixup({ alpha: 0.2 }) },
  {
    name: "RandAugment(2), MixUp or CutMix",
    policy: ({ randAugment, oneOf, mixup, cutmix }) => [
      randAugment({ table: "torchvision", layers: 2 }),
      oneOf([mixup({ alpha: 0.2 }), cutmix()]),
    ],
  },
  {
    name: "timm recipe",
    policy: ({ randomResizedCrop, ops, presets, oneOf, mixup, cutmix }) => [
      randomResizedCrop({ interpolation: ["bilinear", "bicubic"] }),
      ops.flipX({ prob: 0.5 }),
      presets.timmRandAugment("rand-m9-mstd0.5-inc1").policy,
      oneOf([mixup({ alpha: 0.8 }), cutmix()]),
    ],
  },
];

/** Draws and lowers one step after the other; what a step made is returned. */
function stepsOf(from: Package, given: mixwell.Policy): () => { plan: mixwell.Plan; recording: mixwell.Recording } {
  const policy = from.keptPolicy?.(given) ?? given;
  const order = from.epochOrder({ seed: SEED, epoch: 0, count: SAMPLES, batchSize: BATCH });
  const batches = Array.from({ length: STEPS }, (_, step) => order.batch(step));
  const { rows, ops, readings } = drawsOfPolicy(policy);
  const input = { shape: SHAPE, format: "u8", layout: "nhwc", pages: 1, picturesPerPage: SAMPLES } as const;
  const options = {
    ...input,
    mixers: rows,
    ops,
    readings,
    output: {},
    labels: { classes: CLASSES },
    labelForm: "ids",
  } as const;
  const { height, width } = SHAPE;
  let step = 0;
  return () => {
    const ids = batches[step++ % STEPS]!;
    const plan = from.samplePlan({
      policy,
      seed: SEED,
      epoch: 0,
      ids,
      height,
      width,
      datasetSize: SAMPLES,
      from: "dataset",
    });
    return { plan, recording: from.lower(plan, options) };
  };
}

/** Says whether two packages draw the same plans, and upload the same bytes for them. */
function compared(one: Package, other: Package, policy: (from: Package) => mixwell.Policy): string {
  const [a, b] = [stepsOf(one, policy(one)), stepsOf(other, policy(other))];
  const bytesOf = ({ uploads }: mixwell.Recording) =>
    uploads.map(({ block, bytes }) => [block, Buffer.from(bytes).toString("base64")]);
  const steps = Array.from({ length: STEPS }, () => [a(), b()] as const);
  const same = (what: (step: ReturnType<typeof a>) => unknown) =>
    steps.every(([mine, its]) => JSON.stringify(what(mine)) === JSON.stringify(what(its))) ? "the same" : "other";
  return `${same(({ plan }) => plan)} plans, ${same(({ recording }) => bytesOf(recording))} uploads`;
}

/**
 * Bytes that a step allocates, the memory of typed arrays included: the median of steps during which nothing was
 * collected.
 */
function bytesPerStep(step: () => unknown): number {
  for (let i = 0; i < WARM; i++) step();
  const used = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const counted: number[] = [];
  while (counted.length < COUNTED) {
    const before = used();
    step();
    const bytes = used() - before;
    if (bytes > 0) counted.push(bytes);
  }
  return summary(counted).median;
}

/** Room for all that the steps allocate (in MB), so that nothing is collected while it is counted. */
const NURSERY = ["--min-semi-space-size=256", "--max-semi-space-size=256"];

function allocations(args: string[]): number[][] {
  const child = spawnSync(process.execPath, [...NURSERY, fileURLToPath(import.meta.url), ...args, "--allocations"], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as number[][];
}

interface Row {
  case: string;
  package: string;
  median_ms: number;
  p10_ms: number;
  p90_ms: number;
  bytes_per_step: number;
}

const { values } = parseArgs({
  options: {
    against: { type: "string" },
    json: { type: "string" },
    rounds: { type: "string", default: "21" },
    allocations: { type: "boolean" },
  },
});
const folder = values.against === undefined ? undefined : resolve(values.against);
const packages: Record<string, Package> = { ours };
if (folder !== undefined)
  packages[folder] = (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Package;

if (values.allocations) {
  const bytes = CASES.map(({ policy }) =>
    Object.values(packages).map((from) => bytesPerStep(stepsOf(from, policy(from)))),
  );
  console.log(JSON.stringify(bytes));
} else {
  const bytes = allocations(folder === undefined ? [] : ["--against", folder]);
  const rows: Row[] = [];
  console.log(
    `${BATCH} samples of ${Object.values(SHAPE).join("×")}, partners from the dataset; Node ${process.version}, milliseconds of the CPU`,
  );
  for (const [c, { name, policy }] of CASES.entries()) {
    const contenders = Object.values(packages).map((from) => {
      const step = stepsOf(from, policy(from));
      for (let i = 0; i < WARM; i++) step();
      return {
        async burst(steps: number) {
          const start = process.cpuUsage();
          for (let i = 0; i < steps; i++) step();
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1000;
        },
      };
    });
    const timings = await timeInTurn(contenders, Number(values.rounds));
    for (const [i, { median, p10, p90 }] of timings.entries()) {
      const kilobytes = Math.round(bytes[c]![i]! / 1000);
      rows.push({
        case: name,
        package: Object.keys(packages)[i]!,
        median_ms: median,
        p10_ms: p10,
        p90_ms: p90,
        bytes_per_step: bytes[c]![i]!,
      });
      const spread = `(${p10.toFixed(3)} … ${p90.toFixed(3)})`;
      console.log(`${name}: ${median.toFixed(3)} ms ${spread}, ${kilobytes} kB a step  [${Object.keys(packages)[i]}]`);
    }
    for (const [i, other] of Object.values(packages).entries()) {
      if (i === 0) continue;
      const faster = timings[i]!.median / timings[0]!.median;
      const memory = bytes[c]![0]! / bytes[c]![i]!;
      console.log(
        `  ${faster.toFixed(2)} times as fast, ${memory.toFixed(2)} of the memory; ${compared(ours, other, policy)}`,
      );
    }
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
}
