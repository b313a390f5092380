/** Crops that look at objects, in an engine: what `samplePlan` draws, for datasets, streams and batches. */
import {
  createEngine,
  Dataset,
  mapTarget,
  mixup,
  mosaic,
  type ObjectSet,
  objectsToDraw,
  objectTarget,
  ops,
  type Policy,
  randomBoxSafeCrop,
  randomIouCrop,
  randomZoomOut,
  Stream,
  samplePlan,
} from "mixwell";
import { expect, test } from "vitest";
import { SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectRefused } from "../refused.ts";
import { COUNT, idMaps, PIXELS, pictures } from "./sets.ts";

const objectsAt = (ids: readonly number[]): ObjectSet => ({
  format: "xyxy",
  boxes: ids.map((id) => Array.from({ length: id % 3 }, (_, k) => [2 + 9 * k, 1 + id, 12 + 9 * k, 9 + id + k])),
});
const ALL = Array.from({ length: COUNT }, (_, i) => i);
const IDS = [1, 4, 2, 7];

const POLICY: Policy = [
  ops.flipX({ prob: 0.5 }),
  randomZoomOut({ prob: 0.5, side: [1, 2] }),
  randomIouCrop({ overlaps: [0.1, 0.3] }),
  randomBoxSafeCrop({ height: 16, width: 20 }),
  mosaic(),
];

test("a dataset, a stream that reads its objects, and pictures of different size", async () => {
  const device = await getDevice();
  const images = pictures();
  const ids = idMaps(1) as Uint8Array;
  const targets = { objects: { kind: "objects", ...objectsAt(ALL) }, masks: { kind: "mask", ids } } as const;
  const shape = [COUNT, SIZE.height, SIZE.width, 3];
  const sizes = Uint32Array.from(ALL.flatMap(() => [SIZE.height, SIZE.width]));
  const even = await Dataset.fromArrays(device, { images, shape, targets });
  const ragged = await Dataset.fromArrays(device, { images, sizes, targets });
  const stream = Stream.from({
    ...{ count: COUNT, ...SIZE, channels: 3 },
    targets: { objects: { kind: "objects" }, masks: { kind: "mask" } },
    read: (numbers) => ({
      images: numbers.map((id) => images.slice(3 * PIXELS * id, 3 * PIXELS * (id + 1))),
      targets: {
        objects: objectsAt(numbers),
        masks: numbers.map((id) => ids.slice(PIXELS * id, PIXELS * (id + 1))),
      },
    }),
  });
  const engine = await createEngine(device, {
    policy: POLICY,
    seed: 3,
    targets: { objects: objectTarget({ minArea: 0, minSize: 0 }), masks: mapTarget() },
    output: { format: "u8" },
    warm: false,
  });
  const batch = engine.run({ dataset: even, indices: IDS });
  const drawn = samplePlan({
    ...{ policy: POLICY, seed: 3, ids: IDS, ...SIZE, from: "dataset", datasetSize: COUNT },
    objects: objectsToDraw({ dataset: objectsAt(ALL) }),
  });
  expect(batch.plan).toEqual(drawn);
  const wanted = await engine.read(batch);
  const { objects } = batch.targets!;
  const streamed = await stream.batch(engine, IDS);
  expect(streamed.plan).toEqual(drawn);
  expect(await engine.read(streamed)).toEqual(wanted);
  expect(streamed.targets!.objects).toEqual(objects);
  const other = engine.run({ dataset: ragged, indices: IDS });
  expect(await engine.read(other)).toEqual(wanted);
  expect(other.targets!.objects).toEqual(objects);
  engine.destroy();
  for (const dataset of [even, ragged]) dataset.destroy();
});

test("clips: one crop for the objects of all frames", async () => {
  const device = await getDevice();
  const policy = randomBoxSafeCrop();
  const engine = await createEngine(device, { policy, targets: { objects: objectTarget() }, warm: false });
  const set: ObjectSet = { format: "xyxy", boxes: [[[1, 1, 4, 4]], [[30, 20, 35, 23]], [], []] };
  const input = {
    images: upload(device, pictures(4)),
    size: 4,
    ...SIZE,
    channels: 3,
    clip: 2,
    targets: { objects: set },
  };
  const { plan, targets } = engine.run(input, { ids: [0, 1] });
  expect(plan.sources[0]!.ops).toEqual(plan.sources[1]!.ops);
  const { visible } = targets!.objects as { visible: Float32Array };
  expect(Array.from(visible, (share) => Math.round(1e5 * share) / 1e5)).toEqual([1, 1]);
  engine.destroy();
});

test("an engine that has no objects is refused", async () => {
  const device = await getDevice();
  const none =
    "PolicyError: policy: expected an objectTarget among the engine's targets, since a crop looks at objects, found none";
  await expectRefused([
    ["no targets", () => createEngine(device, { policy: randomIouCrop() }), none],
    [
      "maps alone",
      () =>
        createEngine(device, {
          policy: [randomBoxSafeCrop(), mixup()],
          targets: { masks: mapTarget({ blends: "dominant" }) },
        }),
      none,
    ],
  ]);
});
