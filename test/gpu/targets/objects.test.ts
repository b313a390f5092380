/** Objects in an engine: those of `transformObjects`, in columns and in tensors. */
import {
  createEngine,
  cutmix,
  Dataset,
  type ObjectOutput,
  type ObjectSet,
  objectTarget,
  ops,
  samplePlan,
  transformObjects,
} from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../../random.ts";
import { POLICIES, SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { readBack, upload } from "../help.ts";
import { batchOf, COUNT, datasetWith, IDS, pictures } from "./sets.ts";

/** Picture i has i % 4 objects, with two points each. */
function someObjects(count = COUNT): ObjectSet {
  const boxes = Array.from({ length: count }, (_, i) =>
    Array.from({ length: i % 4 }, (_, k) => [2 + 5 * k, 1 + i, 9 + 6 * k, 8 + i + k]),
  );
  const all = boxes.flat();
  return {
    format: "xyxy",
    boxes,
    labels: Uint32Array.from(all, (_, i) => 3 * i),
    keypoints: { data: Float32Array.from(all.flatMap(([x, y]) => [x!, y!, 2, x! + 3, y! + 2, 1])), count: 2 },
    fields: { crowd: Uint8Array.from(all, (_, i) => i % 2) },
  };
}

const columnsOf = ({ kind: _kind, padded: _padded, ...columns }: ObjectOutput) => columns;

test.each(Object.entries(POLICIES))("what transformObjects says: %s", async (_, policy) => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { objects: { kind: "objects", ...someObjects() } });
  const options = { format: "cxcywh", normalized: true, minVisibility: 0.1 } as const;
  const engine = await createEngine(device, {
    policy,
    seed: 3,
    targets: { objects: objectTarget(options) },
    warm: false,
  });
  for (const epoch of [0, 1]) {
    const batch = engine.run({ dataset, indices: IDS }, { epoch });
    const objects = batch.targets!.objects as ObjectOutput;
    expect(objects.offsets.length).toBe(IDS.length + 1);
    expect(columnsOf(objects)).toEqual(transformObjects(batch.plan, { dataset: someObjects() }, options));
    expect(batch.plan).toEqual(
      samplePlan({ policy, seed: 3, epoch, ids: IDS, ...SIZE, datasetSize: COUNT, from: "dataset" }),
    );
  }
  engine.destroy();
  dataset.destroy();
});

test("padded tensors: equally many rows a picture, zeros behind, and how many there were", async () => {
  const device = await getDevice();
  const dataset = await datasetWith(device, { objects: { kind: "objects", ...someObjects() } });
  const policy = [ops.flipX({ prob: 0.5 }), cutmix()];
  const objects = objectTarget({ minArea: 0, minSize: 0, pad: 2 });
  const engine = await createEngine(device, { policy, targets: { objects }, warm: false });
  const { batch } = await batchOf(engine, dataset);
  const made = batch.targets!.objects as ObjectOutput;
  const { boxes, labels, weight, counts, keypoints, rows } = made.padded!;
  const read = {
    boxes: new Float32Array(await readBack(device, boxes)),
    labels: new Uint32Array(await readBack(device, labels)),
    weight: new Float32Array(await readBack(device, weight)),
    counts: new Uint32Array(await readBack(device, counts)),
    keypoints: new Float32Array(await readBack(device, keypoints!)),
  };
  expect(rows).toBe(2);
  expect([read.boxes.length, read.keypoints.length]).toEqual([4 * 2 * 4, 4 * 2 * 2 * 3]);
  let more = 0;
  for (let picture = 0; picture < 4; picture++) {
    const first = made.offsets[picture]!;
    const count = made.offsets[picture + 1]! - first;
    more += Math.max(0, count - 2);
    expect(read.counts[picture]).toBe(count);
    for (let row = 0; row < 2; row++) {
      const to = 2 * picture + row;
      const from = first + row;
      const isThere = row < count;
      expect(read.boxes.subarray(4 * to, 4 * to + 4)).toEqual(
        isThere ? made.boxes.subarray(4 * from, 4 * from + 4) : new Float32Array(4),
      );
      expect(read.labels[to]).toBe(isThere ? made.labels[from] : 0);
      expect(read.weight[to]).toBe(isThere ? made.weight[from] : 0);
      expect(read.keypoints.subarray(6 * to, 6 * to + 6)).toEqual(
        isThere ? made.keypoints!.data.subarray(6 * from, 6 * from + 6) : new Float32Array(6),
      );
    }
  }
  expect(more).toBeGreaterThan(0);
  engine.destroy();
  dataset.destroy();
});

test("a batch of one's own brings its objects, and so does a second one", async () => {
  const device = await getDevice();
  const images = upload(device, pictures());
  const own = { images, size: 3, ...SIZE, channels: 3 };
  const others = { ...someObjects(4), boxes: (someObjects(4).boxes as number[][][]).slice(1) };
  const engine = await createEngine(device, {
    policy: cutmix({ pairing: "external" }),
    targets: { objects: objectTarget() },
    warm: false,
  });
  const external = { images: upload(device, pictures()), size: 3, targets: { objects: others } };
  const batch = engine.run({ ...own, targets: { objects: someObjects(3) }, external }, { step: 1 });
  expect(columnsOf(batch.targets!.objects as ObjectOutput)).toEqual(
    transformObjects(batch.plan, { batch: someObjects(3), external: others }),
  );
  engine.destroy();
});

test("epochs, views and replay have them too", async () => {
  const device = await getDevice();
  const whole = await datasetWith(device, { objects: { kind: "objects", ...someObjects() } });
  const view = whole.subset([6, 3, 2]);
  const policy = [ops.flipX({ prob: 0.5 }), cutmix({ pairing: "dataset" })];
  const engine = await createEngine(device, { policy, targets: { objects: objectTarget() }, warm: false });
  let batches = 0;
  for (const batch of engine.epoch(view, { batchSize: 2 })) {
    const wanted = transformObjects(batch.plan, { dataset: someObjects() });
    expect(columnsOf(batch.targets!.objects as ObjectOutput)).toEqual(wanted);
    batches++;
  }
  expect(batches).toBe(2);
  const drawn = engine.draw({ dataset: whole, indices: IDS }, { epoch: 4 });
  const again = engine.run({ dataset: whole, indices: IDS }, { plan: JSON.parse(JSON.stringify(drawn)) });
  expect(columnsOf(again.targets!.objects as ObjectOutput)).toEqual(
    transformObjects(drawn, { dataset: someObjects() }),
  );
  engine.destroy();
  whole.destroy();
});

test("pictures with sizes of their own: each box is of its own picture (traps B17, R1)", async () => {
  const device = await getDevice();
  const sizes = [20, 30, 12, 40];
  const boxes = [[[0.5, 0.5, 1, 1]], [[0.25, 0.5, 0.5, 1]]];
  const set = { format: "cxcywh", normalized: true, boxes } as const;
  const dataset = await Dataset.fromArrays(device, {
    images: noise((20 * 30 + 12 * 40) * 3),
    sizes,
    targets: { objects: { kind: "objects", ...set } },
  });
  const policy = [ops.resize({ height: 16, width: 16 }), ops.flipX({ prob: 0.5 })];
  const targets = { objects: objectTarget({ format: "xyxy", normalized: false }) };
  const engine = await createEngine(device, { policy, targets, warm: false });
  const batch = engine.run({ dataset, indices: [1, 0] });
  const made = batch.targets!.objects as ObjectOutput;
  const isMirrored = batch.plan.sources[0]!.ops!.some(({ op }) => op === "flipX");
  expect(Array.from(made.boxes)).toEqual([isMirrored ? 8 : 0, 0, isMirrored ? 16 : 8, 16, 0, 0, 16, 16]);
  engine.destroy();
  dataset.destroy();
});
