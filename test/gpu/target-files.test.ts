/** Class maps and boxes in files beside pictures: a dataset and a stream have of them what arrays would have. */
import {
  createEngine,
  cutmix,
  Dataset,
  fileTargets,
  mapTarget,
  objectTarget,
  ops,
  randomResizedCrop,
  Stream,
} from "mixwell";
import { expect, test } from "vitest";
import { bmpOf, decodeBmp } from "../bmp.ts";
import { inBrowser } from "../files.ts";
import { greyOf } from "../png.ts";
import { getDevice } from "./device.ts";
import { allOf } from "./streamed.ts";

const decoder = inBrowser ? {} : { decode: decodeBmp };
const SIZE = { height: 12, width: 20 };
const NAMES = ["d", "b", "a", "c"];

/** Ids of a picture whose levels are the ids, so that what happens to it is seen in its map. */
const idsOf = (i: number, { height, width } = SIZE) =>
  Uint8Array.from({ length: height * width }, (_, at) => (at * 7 + 31 * i) % 251);

/** Folders as a browser hands them out, of `a.bmp`, `a.png` and `a.json`, each in an order of its own. */
function folders(sizeOf: (i: number) => typeof SIZE) {
  const all = NAMES.map((name, i) => ({ name, i, ids: idsOf(i, sizeOf(i)), ...sizeOf(i) }));
  const sorted = all.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return {
    images: all.map(({ name, ids, height, width }) => {
      const data = Uint8Array.from({ length: 3 * ids.length }, (_, at) => ids[Math.floor(at / 3)]!);
      return new File([bmpOf({ data, height, width })], `${name}.bmp`);
    }),
    masks: sorted.map(({ name, ids, width }) => new File([greyOf(ids, width)], `${name}.png`)),
    boxes: sorted.map(({ name, i }) => new File([JSON.stringify({ boxes: [boxOf(i)], labels: [i] })], `${name}.json`)),
  };
}
const boxOf = (i: number) => [1 + i, 2, 9 + i, 8];

const targetsOf = ({ masks, boxes }: ReturnType<typeof folders>) =>
  fileTargets({
    masks: { kind: "mask", files: masks },
    objects: { kind: "objects", files: boxes, format: "xyxy" },
  });

test("are as if they had been given in arrays, and a level of the picture is the id of its map", async () => {
  const device = await getDevice();
  const files = folders(() => SIZE);
  const options = { ...SIZE, ...decoder, channels: 1 as const, targets: targetsOf(files) };
  const dataset = await Dataset.fromImages(device, files.images, options);
  const stream = await Stream.fromImages(files.images, options);
  const ids = Uint8Array.from(NAMES.flatMap((_, i) => Array.from(idsOf(i))));
  const given = await Dataset.fromArrays(device, {
    images: ids,
    shape: [4, SIZE.height, SIZE.width, 1],
    fields: { name: NAMES.map((name) => `${name}.bmp`) },
    targets: {
      masks: { kind: "mask", ids },
      objects: { kind: "objects", format: "xyxy", boxes: NAMES.map((_, i) => [boxOf(i)]), labels: [0, 1, 2, 3] },
    },
  });
  const engine = await createEngine(device, {
    policy: [
      ops.flipX({ prob: 0.5 }),
      ops.rotate({ degrees: [-30, 30], interpolation: "nearest", fill: [255] }),
      cutmix({ pairing: "roll" }),
    ],
    output: { format: "u8" },
    targets: { masks: mapTarget(), objects: objectTarget() },
    warm: false,
  });
  const indices = [0, 1, 2, 3];
  const batch = engine.run({ dataset, indices }, { epoch: 1 });
  const { images, targets } = await engine.read(batch);
  // A grey picture of one level a pixel, read nearest, is its map.
  expect(targets!.masks).toEqual(images);
  const { objects } = batch.targets!;
  const wanted = engine.run({ dataset: given, indices }, { epoch: 1 });
  expect(await engine.read(wanted)).toEqual({ images, targets });
  expect(wanted.targets!.objects).toEqual(objects);
  const streamed = await stream.batch(engine, indices, { epoch: 1 });
  expect(streamed.targets!.objects).toEqual(objects);
  expect(await engine.read(streamed)).toEqual({ images, targets });
  engine.destroy();
  for (const one of [dataset, given]) one.destroy();
});

test("of pictures that keep their sizes, of which one is left out", async () => {
  const device = await getDevice();
  const files = folders((i) => ({ height: 12 + i, width: 20 - i }));
  // The map of the second picture is that of another size.
  files.masks[1] = new File([greyOf(idsOf(1), SIZE.width)], "b.png");
  const options = { sizes: "own" as const, ...decoder, onError: "skip" as const, targets: targetsOf(files) };
  const dataset = await Dataset.fromImages(device, files.images, options);
  const stream = await Stream.fromImages(files.images, options);
  const engine = await createEngine(device, {
    policy: [randomResizedCrop({ height: 8, width: 8 }), ops.flipX({ prob: 0.5 })],
    targets: { masks: mapTarget(), objects: objectTarget({ minArea: 0, minSize: 0 }) },
    warm: false,
  });
  const [batch] = engine.epoch(dataset, { batchSize: 4, shuffle: false });
  const host = await engine.read(batch!);
  const names = ["d.bmp", "a.bmp", "c.bmp"];
  expect(batch!.fields.name).toEqual(names);
  const reason = "b.png: expected 13 × 19 ids, as its picture has, found 12 × 20";
  expect(dataset.skipped).toEqual([{ index: 1, name: "b.bmp", reason }]);
  // Ids of other pictures are others: each map is its own picture's.
  const maps = host.targets!.masks as Uint8Array;
  for (const [row, i] of [0, 2, 3].entries()) {
    const own = new Set(idsOf(i, { height: 12 + i, width: 20 - i }));
    for (const id of maps.subarray(64 * row, 64 * (row + 1))) expect(own.has(id)).toBe(true);
  }
  for await (const one of engine.epoch(stream, { batchSize: 4, shuffle: false })) {
    const all = await allOf(engine, one);
    expect(all.fields).toEqual({ name: names });
  }
  expect(stream.skipped).toEqual(dataset.skipped);
  engine.destroy();
  dataset.destroy();
});
