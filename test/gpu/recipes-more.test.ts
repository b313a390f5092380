/** Further recipes as they stand in docs/recipes: a worker, masks and boxes, an op of one's own, other runtimes. */
import {
  createEngine,
  Dataset,
  type Engine,
  type EngineOptions,
  type OwnOp,
  type Plan,
  reference,
  samplePlan,
  validatePlan,
} from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

type Said = Record<string, unknown>;

/** The worker's file, with the page's end of the wire: what it is sent, and what it said when it had ended. */
async function worker(train: (send: (data: unknown) => void) => number) {
  const said: Said[] = [];
  let end = (_: Said[]) => {};
  const ended = new Promise<Said[]>((done) => {
    end = done;
  });
  const port = {
    onmessage: (_: { data: unknown }) => {},
    postMessage(data: Said) {
      said.push(data);
      if ("done" in data || "error" in data) end(said);
    },
  };
  const send = (data: unknown) => port.onmessage({ data });
  const brought = { device: await getDevice(), port, train: () => Promise.resolve(train(send)) };
  await runBlock("docs/recipes/worker.md#in-a-web-worker", brought);
  return { send, ended };
}

const job = () => ({
  images: noise(12 * 8 * 8 * 3),
  shape: [12, 8, 8, 3],
  labels: Uint32Array.from({ length: 12 }, (_, i) => i % 3),
  epochs: 2,
});

test("a worker trains, says each step, and that it is done", async () => {
  const { send, ended } = await worker(() => 0.5);
  send(job());
  expect(await ended).toEqual([...[0, 0, 1, 1].map((epoch) => ({ epoch, loss: 0.5 })), { done: true }]);
});

test("a worker stops when it is told to, and says what went wrong", async () => {
  const stopping = await worker((send) => {
    send("stop");
    return 1;
  });
  stopping.send(job());
  expect(await stopping.ended).toEqual([{ epoch: 0, loss: 1 }, { done: true }]);

  const failing = await worker(() => 0);
  failing.send({ ...job(), shape: [11, 8, 8, 3] });
  expect(await failing.ended).toEqual([{ error: expect.stringContaining("SourceError: images") }]);
});

test("masks and boxes: every batch has its maps and its boxes", async () => {
  const [count, height, width] = [8, 96, 128];
  const made: number[][] = [];
  const { engine, steps, dataset } = await runBlock<{
    engine: Engine;
    steps: number;
    dataset: { destroy(): void };
  }>("docs/recipes/masks-and-boxes.md#masks-and-boxes", {
    device: await getDevice(),
    pictures: noise(count * height * width * 3),
    maps: noise(count * height * width, 3).map((byte) => byte % 21),
    // Two in each picture but the last one.
    annotations: Array.from({ length: 2 * (count - 1) }, (_, i) => ({
      image_id: i >> 1,
      category_id: i % 5,
      bbox: [10 + i, 5, 40, 60],
    })),
    train: (images: GPUBuffer, maps: GPUBuffer, boxes: GPUBuffer[]) =>
      made.push([images, maps, ...boxes].map(({ size }) => size)),
  });
  expect(steps).toBe(2);
  for (const sizes of made)
    expect(sizes).toEqual([4 * 64 * 64 * 3 * 4, 4 * 64 * 64, 4 * 16 * 4 * 4, 4 * 16 * 4, 4 * 4]);
  engine.destroy();
  dataset.destroy();
});

test("boxes and masks of four libraries: ids are the maps' own, and boxes lie in their pictures", async () => {
  const device = await getDevice();
  const [count, height, width] = [6, 96, 128];
  const boxes = Array.from({ length: count }, (_, i) => (i === 3 ? [] : [[10 + i, 5, 40, 60]]));
  const labels = boxes.flat().map((_, i) => i + 1);
  const maps = { kind: "mask", ids: noise(count * height * width, 3).map((byte) => byte % 21), classes: 21 } as const;
  const objects = { kind: "objects", format: "xywh", boxes, labels } as const;
  const dataset = await Dataset.fromArrays(device, {
    images: noise(count * height * width * 3),
    shape: [count, height, width, 3],
    targets: { masks: maps, segmentation_masks: maps, boxes: objects, objects, bounding_boxes: objects },
  });
  type Block = { options: EngineOptions };
  const recipes = [
    await runBlock<Block>("docs/recipes/torchvision.md#boxes-and-masks"),
    await runBlock<Block>("docs/recipes/albumentations.md#boxes-and-masks"),
    await runBlock<Block>("docs/recipes/kornia.md#boxes-and-masks"),
    await runBlock<Block>("docs/recipes/kerascv.md#boxes-and-masks"),
  ];
  for (const { options } of recipes) {
    const engine = await createEngine(device, { ...options, warm: false });
    const batch = engine.run({ dataset, indices: [0, 1, 2, 3, 4, 5] }, { epoch: 0 });
    const [, rows, columns] = batch.shape;
    let found = 0;
    for (const [name, target] of Object.entries(batch.targets!)) {
      if (target.kind !== "objects") continue;
      const ends = target.format === "xyxy" ? 0 : 1;
      for (let i = 0; i < target.labels.length; i++) {
        const [x, y, toX, toY] = target.boxes.subarray(4 * i, 4 * i + 4) as unknown as [number, number, number, number];
        const at = `${name} ${i}`;
        expect(Math.min(x, y), at).toBeGreaterThanOrEqual(0);
        expect(toX + ends * x, at).toBeLessThanOrEqual(columns! + 1e-3);
        expect(toY + ends * y, at).toBeLessThanOrEqual(rows! + 1e-3);
        expect(labels).toContain(target.labels[i]);
        found++;
      }
    }
    expect(found).toBeGreaterThan(0);
    const { masks } = (await engine.read(batch)).targets!;
    if (masks) for (const id of new Set(masks)) expect(id <= 20 || id === 255, `id ${id}`).toBe(true);
    engine.destroy();
  }
  dataset.destroy();
});

test("an op of one's own: its engine draws it, and the GPU's bytes are the reference's", async () => {
  const device = await getDevice();
  const { oldPhoto, engine } = await runBlock<{
    oldPhoto: OwnOp<"oldPhoto", { amount?: number }>;
    engine: Engine;
  }>("docs/recipes/own-op.md#an-op-of-your-own", { device });
  const [height, width, ids] = [9, 7, Array.from({ length: 24 }, (_, i) => i)];
  const plan = samplePlan({ policy: engine.policy, seed: 1, ids, height, width });
  const drawn = plan.sources.flatMap(({ ops = [] }) => ops.filter(({ op }) => op === oldPhoto.opName));
  expect(drawn.length).toBeGreaterThan(2);
  engine.destroy();

  const bytes = noise(2 * height * width * 3);
  const own: Plan = {
    ...samplePlan({ policy: [], seed: 1, ids: [0, 1], height, width }),
    sources: [0.4, 1].map((amount, index) => ({
      from: "batch" as const,
      id: index,
      index,
      ops: [oldPhoto.opCall({ amount })],
    })),
  };
  validatePlan(own, { batchSize: 2, height, width });
  const output = { format: "u8" } as const;
  const shape = { height, width, channels: 3 };
  const onCpu = reference(own, { batch: { images: bytes }, shape, format: "u8", layout: "nhwc" }, { output });
  const plain = await createEngine(device, { policy: oldPhoto(), output });
  const images = upload(device, bytes);
  const onGpu = await plain.read(plain.run({ images, size: 2, ...shape }, { plan: own }));
  expect(Array.from(onGpu.images)).toEqual(Array.from(onCpu.images));
  expect(Array.from(onGpu.images)).not.toEqual(Array.from(bytes));
  plain.destroy();
  images.destroy();
});

test("Deno, Bun, CDN: the program asks for a device by itself", async () => {
  const device = await getDevice();
  const adapter = { requestDevice: () => Promise.resolve(device) };
  const sizes: number[] = [];
  const brought = {
    pixels: noise(32 * 16 * 16 * 3),
    classIds: Uint32Array.from({ length: 32 }, (_, i) => i % 4),
    train: (images: GPUBuffer, labels: GPUBuffer) => sizes.push(images.size, labels.size),
  };
  const name = "docs/recipes/deno-bun-cdn.md#deno-bun-and-a-cdn";
  const gpu = { requestAdapter: () => Promise.resolve(adapter) };
  const { engine, dataset } = await runBlock<Record<"engine" | "dataset", { destroy(): void }>>(
    "docs/recipes/deno-bun-cdn.md#deno-bun-and-a-cdn",
    { ...brought, gpu },
  );
  expect(sizes).toEqual(
    Array(4)
      .fill([8 * 16 * 16 * 3 * 4, 8 * 4 * 4])
      .flat(),
  );
  engine.destroy();
  dataset.destroy();
  const none = { requestAdapter: () => Promise.resolve(null) };
  await expect(runBlock(name, { ...brought, gpu: none })).rejects.toThrow("There is no WebGPU here.");
});
