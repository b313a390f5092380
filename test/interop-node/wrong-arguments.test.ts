/**
 * Wrong arguments for the adapters that run in Node: refused in words of our own (see
 * test/unit/wrong-arguments.test.ts).
 */
import { createEngine, Dataset, mixup, ops } from "mixwell";
import * as node from "mixwell/node";
import { expect, inject, test } from "vitest";
import { jaxDoors, nodeDoors, tfjsDoors } from "../fuzz/adapter-calls.ts";
import type { Door } from "../fuzz/door.ts";
import { NO_OPTION, withUnknownOptions } from "../fuzz/mistakes.ts";
import { complaint, tryMistakes } from "../fuzz/run.ts";

/** Takes every right call, and refuses every unknown option and every mistake. */
async function hold(doors: readonly Door[]): Promise<void> {
  for (const door of doors) {
    expect(await complaint(door, door.args()), door.name).toBeUndefined();
    for (const { path, args } of withUnknownOptions(door.args, door.open)) {
      const call = async () => (door.call as (...args: unknown[]) => unknown)(...args);
      await expect(call(), `${door.name} ${path}`).rejects.toThrow(NO_OPTION);
    }
    await tryMistakes(door, { runs: 40 });
  }
}

const usage = () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC;

async function made(device: GPUDevice) {
  const engine = await createEngine(device, { policy: mixup({ pairing: "reverse" }), labels: { classes: 2 } });
  const dataset = await Dataset.fromArrays(device, {
    images: new Uint8Array(4 * 48),
    shape: [4, 4, 4, 3],
    labels: [0, 1, 0, 1],
  });
  return { engine, dataset, buffer: device.createBuffer({ size: 24, usage: usage() }) };
}

test("mixwell/node throws nothing but MixwellError", async () => {
  await hold(nodeDoors(node, inject("dawnArgs")));
});

test("mixwell/tfjs throws nothing but MixwellError", async () => {
  const { device, close } = await node.createNodeDevice({ dawnOptions: inject("dawnArgs") });
  // Afterwards, because it looks for navigator.gpu while it is loaded.
  const tfjs = await import("mixwell/tfjs");
  const { ones } = await import("@tensorflow/tfjs-core");
  await tfjs.shareDevice(device);
  await hold(
    tfjsDoors(tfjs, { ...(await made(device)), tensor: ones([2, 3]), policy: () => [ops.invert({ prob: 0.5 })] }),
  );
  close();
});

test("mixwell/jax throws nothing but MixwellError", async () => {
  const { close, device } = await node.createNodeDevice({ dawnOptions: inject("dawnArgs") });
  // Afterwards, because it looks for navigator.gpu while it is loaded.
  const jax = await import("mixwell/jax");
  const { numpy: np } = await import("@jax-js/jax");
  await jax.shareDevice(device);
  await hold(jaxDoors(jax, { ...(await made(device)), array: np.ones([2, 3]) }));
  close();
});
