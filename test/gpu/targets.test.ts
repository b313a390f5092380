/** The code of docs/targets.md. It needs no GPU; it stands here with the code of all pages. */
import {
  type Batch,
  createEngine,
  Dataset,
  type Engine,
  mapTarget,
  type ObjectBatch,
  objectTarget,
  type Plan,
  type Restored,
  type Stream,
  type TargetOutput,
} from "mixwell";
import { expect, test } from "vitest";
import { bmpOf } from "../bmp.ts";
import { runBlock } from "../docs-blocks.ts";
import { inBrowser } from "../files.ts";
import { greyOf } from "../png.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

test("objects through a plan", async () => {
  const { objects } = await runBlock<{ objects: ObjectBatch }>("docs/targets.md#without-an-engine");
  expect([objects.format, objects.normalized, objects.offsets.length]).toEqual(["cxcywh", true, 3]);
  expect(objects.boxes.length).toBe(4 * objects.labels.length);
  expect(objects.labels.every((label) => [7, 3, 1].includes(label))).toBe(true);
});

test("boxes from one format to another", async () => {
  const { corners, inside } = await runBlock<{ corners: Float32Array; inside: Float32Array }>(
    "docs/targets.md#formats-of-boxes",
  );
  expect(Array.from(corners)).toEqual([240, 120, 400, 360]);
  expect(Array.from(inside)).toEqual([0, 20, 640, 100]);
});

test("a class map goes the way of its picture, on the reference and on the GPU", async () => {
  const pixels = 2 * 48 * 64;
  const ids = Uint8Array.from({ length: pixels }, (_, i) => (i * 7) % 19);
  const brought = { pictures: Uint8Array.from({ length: 3 * pixels }, (_, i) => (i * 31) & 255), ids };
  const { images, maps, mapPlan } = await runBlock<{ images: Uint8Array; maps: Uint8Array; mapPlan: Plan }>(
    "docs/targets.md#class-maps-and-companions",
    brought,
  );
  expect([images.length, maps.length]).toEqual([3 * pixels, pixels]);
  expect([...new Set(maps)].filter((id) => id > 18)).toEqual([255]);
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], output: { format: "u8" }, warm: false });
  const buffer = upload(device, ids);
  const input = { images: buffer, size: 2, height: 48, width: 64, channels: 1, format: "u8" } as const;
  const made = await engine.read(engine.run(input, { plan: mapPlan }));
  expect(made.images).toEqual(maps);
  engine.destroy();
  buffer.destroy();
});

test("predictions of views come back", async () => {
  const { boxes, points } = await runBlock<{ boxes: Float32Array; points: Float64Array }>(
    "docs/targets.md#geometry-and-the-way-back",
  );
  expect(Array.from(boxes)).toEqual([44, 10, 60, 30]);
  expect(Array.from(points)).toEqual([23.5, 12.5]);
});

test("targets of a dataset, with an engine", async () => {
  const device = await getDevice();
  const pixels = 2 * 48 * 64;
  const { masks, depth, objects } = await runBlock<Record<"masks" | "depth" | "objects", TargetOutput>>(
    "docs/targets.md#with-an-engine",
    {
      device,
      images: Uint8Array.from({ length: 3 * pixels }, (_, i) => (i * 31) & 255),
      ids: Uint8Array.from({ length: pixels }, (_, i) => (i * 7) % 19),
      metres: new Float32Array(pixels).fill(3),
    },
  );
  expect(masks).toMatchObject({ kind: "mask", shape: [2, 48, 64], ignoreIndex: 255 });
  expect(depth).toMatchObject({ kind: "image", shape: [2, 48, 64, 1], valueRange: [0, 80] });
  expect(objects).toMatchObject({ kind: "objects", format: "cxcywh", padded: { rows: 8 } });
});

test("clips share a draw", async () => {
  const device = await getDevice();
  const pixels = 6 * 48 * 64;
  const brought = {
    device,
    frames: upload(device, new Uint8Array(3 * pixels)),
    maps: upload(device, new Uint8Array(pixels)),
  };
  const { batch } = await runBlock<{ batch: Batch }>("docs/targets.md#clips", brought);
  expect(batch.ids).toEqual([40, 40, 40, 41, 41, 41]);
  expect(batch.targets!.masks).toMatchObject({ shape: [6, 48, 64] });
});

test("score planes come back, averaged", async () => {
  const device = await getDevice();
  const dataset = await Dataset.fromArrays(device, { images: noise(2 * 8 * 12 * 3), shape: [2, 8, 12, 3] });
  const predict = () => upload(device, new Float32Array(6 * 21 * 8 * 12).fill(0.5));
  const { scores } = await runBlock<{ scores: Restored }>("docs/targets.md#score-planes", { device, dataset, predict });
  expect(scores.shape).toEqual([2, 21, 8, 12]);
  expect(scores.rows.map(({ length }) => length)).toEqual([3, 3]);
  dataset.destroy();
});

test("clips in a dataset", async () => {
  const device = await getDevice();
  const frames = new Uint8Array(6 * 3 * 48 * 64);
  const { clips } = await runBlock<{ clips: Dataset }>("docs/targets.md#clips-2", { device, frames });
  expect([clips.count, clips.frames]).toEqual([2, 3]);
  clips.destroy();
});

test("targets of a stream", async () => {
  const device = await getDevice();
  const { batch } = await runBlock<{ batch: Batch }>("docs/targets.md#with-a-stream", {
    device,
    pictures: [0, 1].map((id) => new Uint8Array(48 * 64 * 3).fill(id)),
    maps: [0, 1].map((id) => new Uint8Array(48 * 64).fill(id)),
  });
  expect(batch.targets!.masks).toMatchObject({ kind: "mask", shape: [2, 48, 64] });
  expect(batch.targets!.objects).toMatchObject({ kind: "objects", format: "xywh" });
});

test("crops that look at objects", async () => {
  const device = await getDevice();
  const { engine } = await runBlock<{ engine: Engine }>("docs/targets.md#crops-that-look-at-objects", { device });
  const boxes = [[[10, 10, 60, 60]], []];
  const input = {
    images: upload(device, new Uint8Array(2 * 96 * 96 * 3)),
    size: 2,
    height: 96,
    width: 96,
    channels: 3,
  };
  const batch = engine.run({ ...input, targets: { objects: { format: "xyxy", boxes } } }, { step: 0 });
  expect(batch.shape).toEqual([2, 320, 320, 3]);
  engine.destroy();
});

test("class maps and boxes from files beside the pictures", async () => {
  const folder = (name: string, files: File[]) =>
    ({
      ...{ kind: "directory", name },
      values: () => files.map((file) => ({ kind: "file", name: file.name, getFile: async () => file })),
    }) as unknown as FileSystemDirectoryHandle;
  const ids = Uint8Array.from({ length: 48 * 64 }, (_, i) => i % 21);
  const data = noise(3 * 48 * 64, 1);
  const { stream } = await runBlock<{ stream: Stream }>("docs/targets.md#from-files", {
    images: folder("images", [new File([bmpOf({ data, height: 48, width: 64 })], "cat.bmp")]),
    masks: folder("masks", [new File([greyOf(ids, 64)], "cat.png")]),
    notes: folder("notes", [new File(['{ "boxes": [[24, 6, 20, 18]], "labels": [7] }'], "cat.json")]),
  });
  expect([stream.count, stream.height, stream.width]).toEqual([1, 224, 224]);
  // In Node the block has no decoder.
  if (!inBrowser) return;
  const engine = await createEngine(await getDevice(), {
    policy: [],
    targets: { masks: mapTarget(), objects: objectTarget() },
    warm: false,
  });
  const batch = await stream.batch(engine, [0], { step: 0 });
  const { masks } = (await engine.read(batch)).targets!;
  // The middle 48 × 48 of the map, 224 / 48 times as large.
  const wanted = (i: number) =>
    ids[Math.floor(((Math.floor(i / 224) + 0.5) * 48) / 224) * 64 + 8 + Math.floor((((i % 224) + 0.5) * 48) / 224)];
  expect(Array.from(masks as Uint8Array).findIndex((id, i) => id !== wanted(i))).toBe(-1);
  const { boxes } = batch.targets!.objects as ObjectBatch;
  expect(Array.from(boxes, Math.round)).toEqual([75, 28, 93, 84]);
  engine.destroy();
});
