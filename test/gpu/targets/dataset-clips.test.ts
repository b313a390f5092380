/** Clips in a dataset: what a batch of the same clips gives, with one draw and one label a clip. */
import {
  createEngine,
  cutmix,
  Dataset,
  mapTarget,
  mosaic,
  type ObjectSet,
  objectTarget,
  ops,
  type Plan,
  type Policy,
} from "mixwell";
import { expect, test } from "vitest";
import { SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectRefused } from "../refused.ts";
import { idMaps, PIXELS, pictures } from "./sets.ts";

const FRAMES = 3;
const CLIPS = 5;
const COUNT = FRAMES * CLIPS;
const images = pictures(COUNT);
const ids = idMaps(1, COUNT) as Uint8Array;
const boxesOf = (frames: readonly number[]): ObjectSet => ({
  format: "xyxy",
  boxes: frames.map((i) => [[1 + i, 2, 12 + i, 9]]),
  labels: frames.slice(),
});
const ALL = Array.from({ length: COUNT }, (_, i) => i);

const load = async (more: object = {}) =>
  Dataset.fromArrays(await getDevice(), {
    images,
    shape: [COUNT, SIZE.height, SIZE.width, 3],
    frames: FRAMES,
    labels: [2, 0, 1, 2, 1],
    classes: 3,
    fields: { name: ["a", "b", "c", "d", "e"] },
    targets: { masks: { kind: "mask", ids }, objects: { kind: "objects", ...boxesOf(ALL) } },
    ...more,
  });

const engineOf = async (policy: Policy) =>
  createEngine(await getDevice(), {
    policy,
    seed: 4,
    output: { format: "u8" },
    labels: { classes: 3 },
    targets: { masks: mapTarget(), objects: objectTarget({ minArea: 0, minSize: 0 }) },
    warm: false,
  });

test("clips of a dataset are drawn and mixed as those of a batch", async () => {
  const device = await getDevice();
  const dataset = await load();
  expect([dataset.count, dataset.frames, dataset.classes]).toEqual([CLIPS, FRAMES, 3]);
  const engine = await engineOf([ops.rotate({ degrees: [-40, 40] }), cutmix({ pairing: "roll" })]);
  const order = [3, 0, 4];
  const frames = order.flatMap((clip) => [0, 1, 2].map((t) => clip * FRAMES + t));
  const list = (from: Uint8Array, each: number) =>
    Uint8Array.from(frames.flatMap((i) => Array.from(from.subarray(i * each, (i + 1) * each))));
  const input = {
    ...{ images: upload(device, list(images, 3 * PIXELS)), size: frames.length, ...SIZE, channels: 3, clip: FRAMES },
    labels: Uint32Array.from(frames, (i) => [2, 0, 1, 2, 1][Math.floor(i / FRAMES)]!),
    targets: { masks: { images: upload(device, list(ids, PIXELS)) }, objects: boxesOf(frames) },
  };
  const wanted = engine.run(input, { ids: order, epoch: 2 });
  const host = await engine.read(wanted);
  const batch = engine.run({ dataset, indices: order }, { epoch: 2 });
  expect(await engine.read(batch)).toEqual(host);
  expect(batch.ids).toEqual(wanted.ids);
  expect(batch.fields).toEqual({ name: ["d", "d", "d", "a", "a", "a", "e", "e", "e"] });
  expect(batch.targets!.objects).toEqual(wanted.targets!.objects);
  const again = engine.run({ dataset, indices: order }, { plan: batch.plan });
  expect(await engine.read(again)).toEqual(host);
  engine.destroy();
  dataset.destroy();
});

test("partners of the dataset are clips, of a view its own, and an epoch counts clips", async () => {
  const dataset = await load();
  const engine = await engineOf([ops.flipX({ prob: 0.5 }), mosaic({ pairing: "dataset" })]);
  const view = dataset.subset([4, 1, 2]);
  expect([view.count, Array.from(view.labels!)]).toEqual([3, [1, 0, 1]]);
  let batches = 0;
  for (const { plan, size, shape } of engine.epoch(view, { batchSize: 2, last: "drop" })) {
    batches++;
    expect([size, shape[0]]).toEqual([2 * FRAMES, 2 * FRAMES]);
    for (const { index } of plan.sources) expect([1, 2, 4]).toContain(Math.floor(index / FRAMES));
    for (const { rows } of plan.stages)
      for (const row of rows) if ("partner" in row) expect(row.partner % FRAMES).toBe(row.own % FRAMES);
    for (let i = 0; i < plan.sources.length; i += FRAMES)
      for (const t of [1, 2]) expect(plan.sources[i + t]!.ops).toEqual(plan.sources[i]!.ops);
  }
  expect(batches).toBe(1);
  engine.destroy();
  dataset.destroy();
});

test("noise of each picture is what a batch of the same clips has, in views and epochs too", async () => {
  const device = await getDevice();
  const dataset = await load({ noise: "frame" });
  const engine = await engineOf([
    ops.rotate({ degrees: [-40, 40] }),
    ops.gaussianNoise({ std: 20 }),
    cutmix({ pairing: "roll" }),
  ]);
  const frames = [1, 3].flatMap((clip) => [0, 1, 2].map((t) => clip * FRAMES + t));
  const list = (from: Uint8Array, each: number) =>
    upload(device, Uint8Array.from(frames.flatMap((i) => Array.from(from.subarray(i * each, (i + 1) * each)))));
  const input = {
    ...{ images: list(images, 3 * PIXELS), size: frames.length, ...SIZE, channels: 3, clip: FRAMES },
    noise: "frame" as const,
    labels: Uint32Array.from(frames, (i) => [2, 0, 1, 2, 1][Math.floor(i / FRAMES)]!),
    targets: { masks: { images: list(ids, PIXELS) }, objects: boxesOf(frames) },
  };
  const wanted = await engine.read(engine.run(input, { ids: [1, 3], epoch: 2 }));
  const batch = engine.run({ dataset, indices: [1, 3] }, { epoch: 2 });
  expect(await engine.read(batch)).toEqual(wanted);
  const keys = (plan: Plan) =>
    plan.sources.map(({ ops: calls = [] }) => JSON.stringify(calls.flatMap((call) => ("key" in call ? call.key : []))));
  expect(new Set(keys(batch.plan)).size).toBe(6);
  const view = dataset.subset([3, 1]);
  expect(keys(engine.run({ dataset: view, indices: [1, 0] }, { epoch: 2 }).plan)).toEqual(keys(batch.plan));
  for (const { plan } of engine.epoch(view, { batchSize: 2, epoch: 1 })) expect(new Set(keys(plan)).size).toBe(6);
  expect([dataset.noise, view.noise]).toEqual(["frame", "frame"]);
  engine.destroy();
  dataset.destroy();
});

test("clips that are none", async () => {
  const dataset = await load();
  const plan = (await engineOf([])).run({ dataset, indices: [0] }).plan;
  const engine = await engineOf([]);
  const shape = [COUNT, SIZE.height, SIZE.width, 3];
  await expectRefused([
    ["no picture", () => load({ frames: 0 }), "InputError: frames: expected an integer of at least 1, found 0"],
    [
      "noise of its own kind",
      () => load({ noise: "frames" }),
      'InputError: noise: expected "clip" or "frame", found "frames"',
    ],
    ["half a clip", () => load({ frames: 4 }), "SourceError: images: expected clips of 4 pictures each, found 15"],
    [
      "a label a picture",
      () => load({ labels: new Uint32Array(COUNT) }),
      "SourceError: labels: expected 5 labels, one per picture, found 15",
    ],
    [
      "sizes of their own",
      () => load({ shape: undefined, sizes: new Array(2 * COUNT).fill(4) }),
      "InputError: frames: expected 1, for pictures with sizes of their own, found 3",
    ],
    [
      "objects by clip",
      () => load({ shape, targets: { objects: { kind: "objects", format: "xyxy", boxes: [[], [], [], [], []] } } }),
      "SourceError: targets.objects: expected the objects of 15 pictures, as the dataset has, found 5",
    ],
    [
      "another clip's plan",
      () => engine.run({ dataset, indices: [1] }, { plan }),
      "PlanError: plan.sources[0].index: expected 3, as input.indices[0], found 0",
    ],
  ]);
  engine.destroy();
  dataset.destroy();
});
