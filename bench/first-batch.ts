/**
 * How long it takes from `createEngine` to the first batch, on a device that has compiled nothing: with kernels
 * compiled as they are needed, and with kernels that were compiled before, beside the program.
 */
import {
  createEngine,
  cutmix,
  Dataset,
  mixup,
  oneOf,
  ops,
  type Policy,
  presets,
  randAugment,
  randomResizedCrop,
} from "../src/index.ts";
import { CLASSES, IMAGENET } from "./cases.ts";
import { SEED } from "./draws.ts";
import type { Row } from "./report.ts";
import { summary } from "./stopwatch.ts";

export const FIRST_BATCH = "first batch";

/** Compiling takes seconds on a GPU in software. */
const MOST_ROUNDS = 5;

const [BATCH, SIDE] = [64, 32];

const mix = oneOf([mixup({ alpha: 0.8 }), cutmix()]);

const POLICIES: Record<string, Policy> = {
  mixup: mixup({ alpha: 0.2 }),
  "RandAugment(2) + mixup": [randAugment({ table: "torchvision", layers: 2 }), mixup({ alpha: 0.2 })],
  "timm recipe": [
    randomResizedCrop({ height: SIDE, width: SIDE, interpolation: ["bilinear", "bicubic"] }),
    ops.flipX({ prob: 0.5 }),
    presets.timmRandAugment("rand-m9-mstd0.5-inc1").policy,
    mix,
  ],
};

/** Whether kernels are compiled before the first batch. */
const WAYS = { "as needed": false, before: true };

type Way = keyof typeof WAYS;

/** In milliseconds. */
interface Times {
  /** From the call of `createEngine` to the end of the first batch on the GPU. */
  whole: number;
  /** Of it: from the call of `run`. */
  batch: number;
  /** The longest that nothing else of the program had its turn. */
  block: number;
}

const PARTS: Record<keyof Times, string> = { whole: "", batch: ", of it the batch", block: ", longest block" };

/** Every policy, both ways in turn. Devices are made by `open`, one for each measurement. */
export async function firstBatches(
  open: () => Promise<GPUDevice>,
  rounds: number,
  chosen: (name: string) => boolean,
): Promise<Row[]> {
  const rows: Row[] = [];
  const shape = `${BATCH}×${SIDE}×${SIDE}×3`;
  for (const [name, policy] of Object.entries(POLICIES)) {
    const common = { case: `${FIRST_BATCH}, ${name}`, shape, bytes: 0, ratio_to_copy: null };
    if (!chosen(`${common.case} ${shape}`)) continue;
    const times: Record<Way, Times[]> = { "as needed": [], before: [] };
    for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
      for (const [way, warm] of Object.entries(WAYS)) {
        const device = await open();
        times[way as Way].push(await firstBatch(device, policy, warm));
        device.destroy();
      }
    }
    for (const way of Object.keys(WAYS) as Way[]) {
      for (const [part, words] of Object.entries(PARTS)) {
        const { median, p10, p90 } = summary(times[way].map((time) => time[part as keyof Times]));
        const contender = `compiled ${way}${words}`;
        rows.push({
          ...common,
          contender,
          median_ms: median,
          p10_ms: p10,
          p90_ms: p90,
          rounds: times[way].length,
          steps: 1,
        });
      }
    }
  }
  return rows;
}

async function firstBatch(device: GPUDevice, policy: Policy, warm: boolean): Promise<Times> {
  const images = new Uint8Array(BATCH * SIDE * SIDE * 3);
  const labels = Uint32Array.from({ length: BATCH }, (_, i) => i % CLASSES);
  const dataset = await Dataset.fromArrays(device, { images, shape: [BATCH, SIDE, SIDE, 3], labels });
  const indices = Array.from({ length: BATCH }, (_, i) => i);
  await device.queue.onSubmittedWorkDone();
  const block = watchBlocks();
  const start = performance.now();
  const engine = await createEngine(device, {
    seed: SEED,
    policy,
    output: { normalize: IMAGENET },
    labels: { classes: CLASSES },
    warm,
  });
  const ready = performance.now();
  engine.run({ dataset, indices });
  await device.queue.onSubmittedWorkDone();
  const end = performance.now();
  const longest = await block();
  engine.destroy();
  return { whole: end - start, batch: end - ready, block: longest };
}

/** Takes turns with everything else; the result tells the longest time between two of them. */
function watchBlocks(): () => Promise<number> {
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const watching = (async () => {
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve));
      look();
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return longest;
  };
}
