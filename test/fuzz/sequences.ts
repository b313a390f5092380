/** Sequences of calls on one device, whatever order they come in: what may be done, and how it is carried out. */
import fc from "fast-check";
import {
  createEngine,
  cutmix,
  Dataset,
  DeviceLostError,
  type Engine,
  type Epoch,
  MixwellError,
  mixup,
  ops,
  type Policy,
} from "mixwell";
import { readBack, upload } from "../gpu/help.ts";
import { noise } from "../random.ts";

/** A call; `at` says on which of the engines, datasets or walks there are, and `n` how many, or which. */
export interface Step {
  kind:
    | "engine"
    | "dataset"
    | "run"
    | "run a dataset"
    | "encode"
    | "read"
    | "begin an epoch"
    | "next"
    | "leave"
    | "end an engine"
    | "end a dataset"
    | "wait"
    | "lose the device";
  at: number;
  n: number;
}

const KINDS: Step["kind"][] = [
  "engine",
  "dataset",
  "run",
  "run",
  "run a dataset",
  "encode",
  "read",
  "begin an epoch",
  "next",
  "next",
  "leave",
  "end an engine",
  "end a dataset",
  "wait",
];

const stepOf = (kinds: readonly Step["kind"][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(9), n: fc.nat(9) });

/** On a device that stays. */
export const sequences: fc.Arbitrary<Step[]> = fc.array(stepOf(KINDS), { minLength: 1, maxLength: 24 });

/** On one that may go at any point. */
export const sequencesWithLoss: fc.Arbitrary<Step[]> = fc.array(stepOf([...KINDS, "lose the device"]), {
  minLength: 2,
  maxLength: 16,
});

/** Few, so that a device compiles few kernels. */
const POLICIES: Policy[] = [mixup({ pairing: "reverse" }), [ops.invert({ prob: 0.5 }), cutmix()], []];
const SHAPE = { height: 4, width: 4, channels: 3 };
const PICTURE = 48;
const COUNT = 9;
const bytes = noise(COUNT * PICTURE);

interface Living<T> {
  one: T;
  isEnded: boolean;
}

/** Does the steps, and ends all that is left. Throws what a caller would call a fault. */
export async function carryOut(device: GPUDevice, steps: readonly Step[]): Promise<void> {
  const images = upload(device, bytes);
  const counted = countLiving(device);
  const engines: Living<Engine>[] = [];
  const datasets: Living<Dataset>[] = [];
  const walks: Iterator<unknown>[] = [];
  const batches: { batch: ReturnType<Engine["run"]>; by: Living<Engine> }[] = [];
  const pending: Promise<void>[] = [];
  let isLost = false;
  const pick = <T>(from: readonly T[], at: number): T | undefined => from[at % Math.max(1, from.length)];
  /** A refusal needs a reason: something that was ended, or lost. */
  const refusable = async (isRight: boolean, call: () => unknown) => {
    try {
      await call();
    } catch (error) {
      if (!(error instanceof MixwellError)) throw error;
      if (isRight && !isLost) throw new Error(`refused without a reason: ${error.message}`);
      if (error instanceof DeviceLostError && !isLost) throw new Error("a device is said to be lost that is not");
    }
  };

  const doStep = async ({ kind, at, n }: Step): Promise<void> => {
    const engine = pick(engines, at);
    const dataset = pick(datasets, n);
    const input = { images, size: 1 + (n % COUNT), ...SHAPE };
    if (kind === "engine" && engines.length < 4)
      await refusable(true, async () => {
        const made = await createEngine(device, {
          policy: POLICIES[n % 3]!,
          seed: n,
          warm: false,
          outputSets: 1 + (n % 3),
        });
        engines.push({ one: made, isEnded: false });
      });
    else if (kind === "dataset" && datasets.length < 3)
      await refusable(true, async () => {
        const made = await Dataset.fromArrays(device, { images: bytes, shape: [COUNT, 4, 4, 3] });
        datasets.push({ one: made, isEnded: false });
      });
    else if (kind === "wait") await device.queue.onSubmittedWorkDone().catch(() => undefined);
    else if (kind === "lose the device") {
      device.destroy();
      // Sometimes it is told before the next call, and sometimes not.
      if (n % 2 === 0) await device.lost;
      isLost = true;
    } else if (kind === "end an engine" && engine) {
      engine.one.destroy();
      engine.isEnded = true;
    } else if (kind === "end a dataset" && dataset) {
      dataset.one.destroy();
      dataset.isEnded = true;
    } else if (kind === "read") {
      const some = pick(batches, at);
      // Its buffers may have been used again, or freed with their engine: that is the caller's affair, and no crash.
      if (some) pending.push(refusable(false, () => some.by.one.read(some.batch)));
    } else if (kind === "next") {
      const walk = pick(walks, at);
      if (walk) await refusable(false, () => walk.next());
    } else if (kind === "leave") {
      const [walk] = walks.splice(at % Math.max(1, walks.length), 1);
      if (walk) await refusable(false, () => walk.return?.());
    } else if (!engine) return;
    else if (kind === "run")
      await refusable(!engine.isEnded, () => batches.push({ batch: engine.one.run(input, { step: n }), by: engine }));
    else if (kind === "run a dataset" && dataset)
      await refusable(!engine.isEnded && !dataset.isEnded, () =>
        batches.push({ batch: engine.one.run({ dataset: dataset.one, indices: [n % COUNT, 2] }), by: engine }),
      );
    else if (kind === "encode")
      await refusable(!engine.isEnded, () => {
        const encoder = device.createCommandEncoder();
        engine.one.encode(encoder, input, { step: n });
        // One that is dropped is never submitted: the engine must not wait for it.
        if (n % 3 > 0) device.queue.submit([encoder.finish()]);
      });
    else if (kind === "begin an epoch" && dataset)
      await refusable(!engine.isEnded && !dataset.isEnded, () => {
        const epoch = engine.one.epoch(dataset.one, { batchSize: 2, epoch: n, lookAhead: n % 3 }) as Epoch;
        walks.push(epoch[Symbol.iterator]());
      });
  };

  try {
    // Something to work on, whatever comes.
    await doStep({ kind: "engine", at: 0, n: steps.length });
    await doStep({ kind: "dataset", at: 0, n: 0 });
    for (const step of steps) await doStep(step);
    await Promise.all(pending);
  } finally {
    for (const { one } of engines) one.destroy();
    for (const { one } of datasets) one.destroy();
    counted.stop();
  }
  if (counted.living() > 0) throw new Error(`${counted.living()} buffers are left`);
  if (!isLost) {
    const left = new Uint8Array(await readBack(device, images));
    if (left.some((byte, i) => byte !== bytes[i])) throw new Error("the caller's pictures were changed");
  }
  images.destroy();
}

/** Buffers that were made since, and not destroyed. */
export function countLiving(device: GPUDevice): { living(): number; bytes(): number; stop(): void } {
  const living = new Set<GPUBuffer>();
  // WebGPU's own is on the object itself in Dawn, on its prototype in Chromium.
  const own = Object.getOwnPropertyDescriptor(device, "createBuffer");
  const real = device.createBuffer;
  const createBuffer = (descriptor: GPUBufferDescriptor) => {
    const buffer = real.call(device, descriptor);
    const destroy = buffer.destroy.bind(buffer);
    living.add(buffer);
    const value = () => {
      living.delete(buffer);
      destroy();
    };
    Object.defineProperty(buffer, "destroy", { value });
    return buffer;
  };
  Object.defineProperty(device, "createBuffer", { value: createBuffer, configurable: true, writable: true });
  const stop = () => {
    if (own) Object.defineProperty(device, "createBuffer", own);
    else Reflect.deleteProperty(device, "createBuffer");
  };
  const bytesOfAll = () => [...living].reduce((sum, { size }) => sum + size, 0);
  return { living: () => living.size, bytes: bytesOfAll, stop };
}
