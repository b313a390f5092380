/**
 * Whether a device is known to be gone. On a lost device WebGPU promises that calls do nothing; not every browser keeps
 * quiet about them, so none is made.
 */
import { DeviceLostError } from "../check/errors.ts";
import { turn } from "./turn.ts";

interface Met {
  info?: GPUDeviceLostInfo;
  loss?: DeviceLostError;
  /** Who wants to be told. */
  readonly waiting: Set<(loss: DeviceLostError) => void>;
}

/**
 * The devices we have met, and what ended them. WebGPU tells it once and later, so whoever must know at once looks
 * here. And nobody else asks `device.lost`: a promise that stays open for as long as the device lives keeps everything
 * that waits for it, so a step or a read that did (or raced it) would never be freed.
 */
const met = new WeakMap<GPUDevice, Met>();

function meet(device: GPUDevice): Met {
  let state = met.get(device);
  if (!state) {
    const made: Met = { waiting: new Set() };
    state = made;
    met.set(device, made);
    void device.lost?.then((info) => {
      const loss = new DeviceLostError(info.reason, info.message);
      Object.assign(made, { info, loss });
      for (const tell of made.waiting) tell(loss);
      made.waiting.clear();
    });
  }
  return state;
}

/** What ended the device, as far as it is known. Watches it from now on. */
export const knownLoss = (device: GPUDevice): DeviceLostError | undefined => meet(device).loss;

/** Tells of the loss when it comes, unless what is returned was called before. */
export function onLoss(device: GPUDevice, tell: (loss: DeviceLostError) => void): () => void {
  const { waiting } = meet(device);
  waiting.add(tell);
  return () => waiting.delete(tell);
}

/** Throws DeviceLostError if the device is known to be gone. */
export function assertLiving(device: GPUDevice): void {
  const loss = knownLoss(device);
  if (loss) throw loss;
}

/** What ended a device, or undefined while it works. Asks the device first, so one that was not met is known too. */
export async function lossOf(device: GPUDevice): Promise<GPUDeviceLostInfo | undefined> {
  const state = meet(device);
  // A device that is lost already answers before this does; a living one never does.
  await Promise.resolve();
  return state.info;
}

/** @throws DeviceLostError if the device is gone, also one that was lost before we met it */
export async function expectLiving(device: GPUDevice): Promise<void> {
  await lossOf(device);
  assertLiving(device);
}

/** What the work comes to, unless the device goes first. @throws DeviceLostError, and what the work throws */
export function orLoss<T>(device: GPUDevice, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = onLoss(device, reject);
    // Work that fails because the device goes may say so before the device does.
    const fail = (error: unknown) => turn().then(() => reject(error));
    work.then(resolve, fail).finally(forget);
    const loss = knownLoss(device);
    if (loss) reject(loss);
  });
}
