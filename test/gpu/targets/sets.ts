/** Datasets and batches with targets, for the GPU tests of targets. */
import { Dataset, type Engine, type Plan, reference, type TargetRule, targetPlan } from "mixwell";
import { noise } from "../../random.ts";
import { POLICIES, SIZE } from "../../unit/targets/plans.ts";

export const COUNT = 8;
export const PIXELS = SIZE.height * SIZE.width;
export const IDS = [1, 4, 2, 7];

/** Policies that ids can follow. */
export const HARD_POLICIES = Object.entries(POLICIES).filter(
  ([name]) => !["mixup", "multimixup", "smoothmix", "augMix"].includes(name) && !/mixup|four levels/.test(name),
);

/** Ids of some classes in blobs, as many bytes wide as the array says. */
export function idMaps(bytes: 1 | 2 | 3, count = COUNT): Uint8Array | Uint16Array | Uint32Array {
  const ids = [0, 1, 17, 200, 255, 256, 40_000, 65_535, 65_536, 2 ** 24 - 2].filter((id) => id < 2 ** (8 * bytes));
  const made = new { 1: Uint8Array, 2: Uint16Array, 3: Uint32Array }[bytes](count * PIXELS);
  const random = noise(made.length, 11);
  for (let i = 0; i < made.length; i++) {
    const [x, y] = [i % SIZE.width, Math.floor((i % PIXELS) / SIZE.width)];
    const blob = Math.floor(x / 5) + 7 * Math.floor(y / 4) + Math.floor(i / PIXELS);
    made[i] = ids[(random[i]! < 40 ? random[i]! : blob) % ids.length]!;
  }
  return made;
}

/** Ids as bytes, the lowest first. */
export function bytesOfIds(ids: ArrayLike<number>, bytes: number): Uint8Array {
  return Uint8Array.from(
    { length: ids.length * bytes },
    (_, i) => (ids[Math.floor(i / bytes)]! >> (8 * (i % bytes))) & 255,
  );
}

export const pictures = (count = COUNT) => noise(count * PIXELS * 3, 3);

export const datasetWith = (device: GPUDevice, targets: Parameters<Dataset["addTargets"]>[0]) =>
  Dataset.fromArrays(device, { images: pictures(), shape: [COUNT, SIZE.height, SIZE.width, 3], targets });

/** What the reference makes of bytes that go a plan's way as targets. */
export function byReference(plan: Plan, rule: TargetRule, images: Uint8Array, channels: number) {
  const source = { shape: { ...SIZE, channels }, format: "u8", layout: "nhwc" } as const;
  return reference(targetPlan(plan, rule), { dataset: { images }, ...source }, { output: { format: "u8" } }).images;
}

/** One batch of an engine over a dataset, read back. */
export async function batchOf(engine: Engine, dataset: Dataset, step = 0) {
  const batch = engine.run({ dataset, indices: IDS }, { epoch: step });
  return { batch, host: await engine.read(batch) };
}
