/**
 * How long the host is busy with one step: drawing the plan, lowering it, filling the uniform blocks, recording the
 * pass.
 */
import { createEngine, lower, samplePlan } from "../src/index.ts";
import { CLASSES } from "./cases.ts";
import { upload } from "./contender.ts";
import { policyOf, SEED } from "./draws.ts";
import type { Timed } from "./stopwatch.ts";

export interface HostContender extends Timed {
  case: string;
  shape: string;
  name: string;
  /** Bytes of the uniform blocks that a step uploads. */
  bytes: number;
  destroy(): void;
}

/** Samples a batch; the picture's size makes no difference to the host. */
export const HOST_SIZES = [64, 256] as const;
const SHAPE = { height: 32, width: 32, channels: 3 };

/** The whole and its two pure parts (the rest is uploads and recording), for both mixers. */
export async function hostContenders(device: GPUDevice): Promise<HostContender[]> {
  const contenders: HostContender[] = [];
  for (const mixer of ["mixup", "cutmix"] as const) {
    for (const size of HOST_SIZES) contenders.push(...(await hostSteps(device, mixer, size)));
  }
  return contenders;
}

async function hostSteps(device: GPUDevice, mixer: "mixup" | "cutmix", size: number): Promise<HostContender[]> {
  const policy = policyOf({ mixer });
  const labels = { classes: CLASSES };
  const engine = await createEngine(device, { seed: SEED, policy, labels, maxPending: 1 });
  const buffers = {
    images: upload(device, new Uint8Array(size * SHAPE.height * SHAPE.width * SHAPE.channels)),
    labels: upload(device, new Uint32Array(size)),
  };
  const input = { ...buffers, ...SHAPE, size };
  let step = 0;
  const draw = () => samplePlan({ policy, seed: SEED, step: step++, batchSize: size, ...SHAPE });
  const plan = draw();
  const options = {
    shape: SHAPE,
    format: "u8",
    layout: "nhwc",
    output: {},
    labels,
    labelForm: "ids",
    pages: 1,
    picturesPerPage: size,
  } as const;
  const bytes = lower(plan, options).uploads.reduce((sum, upload) => sum + upload.bytes.byteLength, 0);

  const common = { case: `host, ${mixer}`, shape: `${size} samples`, bytes, destroy() {} };
  const inLoop = (once: () => unknown) => async (steps: number) => {
    const start = performance.now();
    for (let i = 0; i < steps; i++) once();
    return performance.now() - start;
  };
  return [
    {
      ...common,
      name: "draw + record",
      async burst(steps) {
        const encoder = device.createCommandEncoder();
        const took = await inLoop(() => engine.encode(encoder, input, { step: step++ }))(steps);
        // Not timed: the GPU does its part, so that nothing piles up.
        device.queue.submit([encoder.finish()]);
        await device.queue.onSubmittedWorkDone();
        return took;
      },
      destroy() {
        engine.destroy();
        for (const buffer of Object.values(buffers)) buffer.destroy();
      },
    },
    { ...common, name: "of it: samplePlan", burst: inLoop(draw) },
    { ...common, name: "of it: lower", burst: inLoop(() => lower(plan, options)) },
  ];
}
