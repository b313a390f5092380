/**
 * This engine, timed in two ways: whole steps as a training loop runs them (draw, record, upload, submit, mix), and the
 * GPU's part alone (steps recorded beforehand into one encoder), which is what compares with a copy kernel on a GPU so
 * fast that the host is the slower half.
 */
import { type Batch, createEngine, readBatch } from "../src/index.ts";
import { type Case, CLASSES } from "./cases.ts";
import { type Contender, upload, type Work } from "./contender.ts";
import { drawSteps, policyOf, SEED } from "./draws.ts";
import { gpuTime } from "./gpu-time.ts";
import { movedBytes } from "./moved.ts";

/** Both contenders use one engine and one input. */
export async function engineContenders({ device, test, images, labels, draws }: Work): Promise<Contender[]> {
  const engine = await createEngine(device, {
    seed: SEED,
    policy: policyOf(test),
    output: test.output,
    labels: { classes: CLASSES },
    // Every burst is waited for; a second set of 512 steps' uniform blocks would only be memory.
    maxPending: 1,
  });
  const buffers = { images: upload(device, images), labels: upload(device, labels) };
  const input = { ...buffers, size: test.batch, ...test.shape, format: test.format };
  const stepOf = (i: number) => ({ step: draws[i % draws.length]!.step });
  const output = async (batch: Batch) => {
    const { images, labels } = await readBatch(device, batch);
    return { images: images as Float32Array, labels: labels! };
  };
  const bytes = mixwellBytes(test, device);

  const whole: Contender = {
    name: "mixwell",
    bytes,
    async burst(steps) {
      const start = performance.now();
      for (let i = 0; i < steps; i++) engine.run(input, stepOf(i));
      await device.queue.onSubmittedWorkDone();
      return performance.now() - start;
    },
    output: () => output(engine.run(input, stepOf(0))),
    destroy() {
      engine.destroy();
      for (const buffer of Object.values(buffers)) buffer.destroy();
    },
  };
  const gpuOnly: Contender = {
    name: "mixwell, GPU only",
    bytes,
    // The uniform blocks are on their way since `encode`; they must not count as mixing.
    burst: (steps) =>
      gpuTime(device, (encoder) => {
        for (let i = 0; i < steps; i++) engine.encode(encoder, input, stepOf(i));
      }),
    output() {
      const encoder = device.createCommandEncoder();
      const batch = engine.encode(encoder, input, stepOf(0));
      device.queue.submit([encoder.finish()]);
      return output(batch);
    },
    destroy() {},
  };
  return [whole, gpuOnly];
}

/** What a step reads and writes on that device, in the mean of the draws. */
export function mixwellBytes(test: Case, device: GPUDevice): number {
  return movedBytes({ plans: drawSteps(test).map(({ plan }) => plan), ...test }, device);
}

/**
 * MixUp reads two pictures a row, CutMix one in all (part of each); a row of f32 is written; labels: two ids in, a row
 * out.
 */
export function engineBytes(mixer: "mixup" | "cutmix", values: number, bytesIn: number, batch: number): number {
  return values * bytesIn * (mixer === "mixup" ? 2 : 1) + values * 4 + batch * (2 + CLASSES) * 4;
}
