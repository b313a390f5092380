/**
 * Whether a device is known to be gone. On a lost device WebGPU promises that calls do nothing; not every browser keeps
 * quiet about them, so none is made.
 */
import { DeviceLostError } from "../check/errors.ts";

interface Met {
  loss?: DeviceLostError;
  /** Who wants to be told. */
  readonly waiting: Set<(loss: DeviceLostError) => void>;
}

/**
 * The devices we have met, and what ended them. WebGPU tells it once and later, so whoever must know at once looks
 * here.
 */
const met = new WeakMap<GPUDevice, Met>();

function meet(device: GPUDevice): Met {
  let state = met.get(device);
  if (!state) {
    const made: Met = { waiting: new Set() };
    state = made;
    met.set(device, made);
    void device.lost?.then(({ reason, message }) => {
      const loss = new DeviceLostError(reason, message);
      made.loss = loss;
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

/** Asks the device first, so that one that was lost before we met it is refused too. @throws DeviceLostError */
export async function expectLiving(device: GPUDevice): Promise<void> {
  knownLoss(device);
  // A lost device answers this at once; a living one never does.
  await Promise.race([device.lost, Promise.resolve()]);
  assertLiving(device);
}
