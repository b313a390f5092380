/** Targets of streams, and of pictures with sizes of their own: the bytes of a dataset of the same pictures. */
import {
  createEngine,
  cutmix,
  Dataset,
  type Engine,
  imageTarget,
  mapTarget,
  mixup,
  mosaic,
  type ObjectSet,
  objectTarget,
  ops,
  type Pairing,
  type PictureStore,
  type Policy,
  randomResizedCrop,
  Stream,
} from "mixwell";
import { describe, expect, test } from "vitest";
import { awkwardSizes, ownSized } from "../../own-sizes.ts";
import { SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { COUNT, idMaps, PIXELS, pictures } from "./sets.ts";

const MAPS = idMaps(2) as Uint16Array;
const METRES = Float32Array.from({ length: COUNT * PIXELS }, (_, i) => (i * 7) % 64);

/** Picture i has i % 4 objects with two points, a polygon and a column each. */
function objectsAt(ids: readonly number[]): ObjectSet {
  const boxes = ids.map((id) => Array.from({ length: id % 4 }, (_, k) => [2 + 5 * k, 1 + id, 9 + 6 * k, 8 + id + k]));
  const all = boxes.flat();
  return {
    format: "xyxy",
    boxes,
    labels: all.map(([x, y]) => 100 * x! + y!),
    keypoints: { data: all.flatMap(([x, y]) => [x!, y!, 2, x! + 3, y! + 2, 1]), count: 2, swap: [[0, 1]] },
    polygons: {
      vertices: all.flatMap(([x0, y0, x1, y1]) => [x0!, y0!, x1!, y0!, x0!, y1!]),
      offsets: Uint32Array.from({ length: all.length + 1 }, (_, i) => 3 * i),
    },
    fields: { crowd: Uint8Array.from(all, ([x]) => x! % 3), names: all.map(([x]) => `box ${x}`) },
  };
}

const ALL = Array.from({ length: COUNT }, (_, i) => i);

const known = () => ({ kind: "objects", ...objectsAt(ALL) }) as const;

const targetsOf = () => ({
  masks: { kind: "mask", ids: MAPS, classes: 2 ** 16 },
  depth: { kind: "image", data: METRES, valueRange: [0, 64] },
  objects: known(),
  known: known(),
});

const dataset = async (more: object = {}) =>
  Dataset.fromArrays(await getDevice(), {
    images: pictures(),
    shape: [COUNT, SIZE.height, SIZE.width, 3],
    targets: targetsOf() as never,
    ...more,
  });

/** Each target in a list, picture by picture. */
function store(more: Partial<PictureStore> = {}): PictureStore {
  const images = pictures();
  const part = <T extends Uint8Array | Uint16Array | Float32Array>(from: T, id: number, each = PIXELS) =>
    from.slice(id * each, (id + 1) * each) as T;
  return {
    ...{ count: COUNT, ...SIZE, channels: 3 },
    targets: {
      masks: { kind: "mask", bytes: 2, classes: 2 ** 16 },
      depth: { kind: "image", format: "f32", valueRange: [0, 64] },
      objects: { kind: "objects" },
    },
    read: async (ids) => ({
      images: ids.map((id) => part(images, id, 3 * PIXELS)),
      targets: {
        masks: ids.map((id) => part(MAPS, id)),
        depth: ids.map((id) => part(METRES, id)),
        objects: objectsAt(ids),
      },
    }),
    ...more,
  };
}

async function streamOf(more?: Partial<PictureStore>): Promise<Stream> {
  const stream = Stream.from(store(more));
  await stream.addTargets({ known: known() });
  return stream;
}

async function engineOf(policy: Policy): Promise<Engine> {
  const targets = {
    masks: mapTarget({ blends: "dominant" }),
    depth: imageTarget(),
    objects: objectTarget({ minArea: 0, minSize: 0 }),
    known: objectTarget({ minArea: 0, minSize: 0 }),
  };
  return createEngine(await getDevice(), { policy, seed: 3, targets, output: { format: "u8" }, warm: false });
}

/** Every byte and number of each batch. */
async function batchesOf(engine: Engine, samples: Dataset | Stream, more: object = {}) {
  const made: unknown[] = [];
  const options = { batchSize: 3, last: "keep", ...more } as const;
  const epoch = samples instanceof Dataset ? engine.epoch(samples, options) : engine.epoch(samples, options);
  for await (const batch of epoch) {
    const { images, targets } = await engine.read(batch);
    made.push({ ids: batch.ids, images, targets, objects: batch.targets!.objects, known: batch.targets!.known });
  }
  return made;
}

const POLICIES: Record<string, (pairing: Pairing) => Policy> = {
  cutmix: (pairing) => [ops.flipX({ prob: 0.5 }), ops.rotate({ degrees: [-30, 30] }), cutmix({ pairing })],
  mixup: (pairing) => [randomResizedCrop({ height: 16, width: 20 }), mixup({ alpha: 1, pairing })],
};

describe("a stream's targets are a dataset's", () => {
  test.each(Object.entries(POLICIES))("%s, in any order, views too", async (_, policy) => {
    const resident = await dataset();
    const stream = await streamOf();
    const engine = await engineOf(policy("dataset"));
    for (const more of [{}, { epoch: 2, shuffle: false }, { sampler: { samples: 9 }, lookAhead: 0 }])
      expect(await batchesOf(engine, stream, more)).toEqual(await batchesOf(engine, resident, more));
    const some = [6, 1, 3, 4];
    expect(await batchesOf(engine, stream.subset(some))).toEqual(await batchesOf(engine, resident.subset(some)));
    const one = await stream.batch(engine, [2, 2, 5], { step: 4 });
    const wanted = engine.run({ dataset: resident, indices: [2, 2, 5] }, { step: 4 });
    expect(one.targets!.objects).toEqual(wanted.targets!.objects);
    const read = await engine.read(one);
    expect(read.targets).toEqual((await engine.read(wanted)).targets);
    engine.destroy();
    resident.destroy();
  });

  test("partners of a stream that is zipped bring theirs", async () => {
    const stream = await streamOf();
    const engine = await engineOf(POLICIES.cutmix!("external"));
    let partners = 0;
    for await (const batch of engine.epoch(stream.zip(stream), { batchSize: 4 })) {
      partners += batch.plan.sources.filter(({ from }) => from === "external").length;
      expect(batch.targets!.objects).toEqual(batch.targets!.known);
    }
    expect(partners).toBe(COUNT);
    engine.destroy();
  });
});

/** Pictures whose levels are ids, and these ids as maps: what is read from the nearest pixel is the map itself. */
describe("a map is its picture, read from the nearest pixel", () => {
  const sizes = awkwardSizes(12, 30, 4);
  const own = ownSized(sizes, 1, "u8");
  const starts = [0];
  for (let i = 0; i < 12; i++) starts.push(starts[i]! + sizes[2 * i]! * sizes[2 * i + 1]!);
  const values = (id: number) => own.images.slice(starts[id], starts[id + 1]);
  const read: PictureStore["read"] = (ids) => ({
    images: ids.map((id) => ({ data: values(id), height: sizes[2 * id]!, width: sizes[2 * id + 1]! })),
    targets: { masks: ids.map(values), again: ids.map(values) },
  });
  const targets = { masks: { kind: "mask", ignoreIndex: 0 }, again: { kind: "image" } } as const;
  const ragged: PictureStore = { count: 12, channels: 1, sizes: "own", targets, read };

  const mixed = async (pairing: Pairing) =>
    createEngine(await getDevice(), {
      policy: [
        randomResizedCrop({ height: 12, width: 16, interpolation: "nearest" }),
        ops.rotate({ degrees: [-40, 40], interpolation: "nearest" }),
        pairing === "dataset" ? mosaic() : cutmix({ pairing }),
      ],
      output: { format: "u8" },
      targets: { masks: mapTarget(), again: imageTarget() },
      warm: false,
    });

  test("in a dataset and a stream of pictures with sizes of their own", async () => {
    const device = await getDevice();
    const resident = await Dataset.fromArrays(device, {
      ...{ ...own, channels: 1 },
      targets: {
        masks: { kind: "mask", ids: own.images, ignoreIndex: 0 },
        again: { kind: "image", data: own.images },
      },
    });
    const engine = await mixed("dataset");
    const indices = [0, 1, 2, 3, 4, 11];
    const one = engine.run({ dataset: resident, indices });
    const { images, targets: made } = await engine.read(one);
    expect(new Set(images).size).toBeGreaterThan(50);
    expect(made).toEqual({ masks: images, again: images });
    const streamed = await Stream.from(ragged).batch(engine, indices);
    expect(await engine.read(streamed)).toEqual({ ...(await engine.read(one)) });
    engine.destroy();
    resident.destroy();
  });

  test("with partners of a stream that is zipped, and of a second batch of one's own", async () => {
    const engine = await mixed("external");
    const stream = Stream.from(ragged);
    for await (const batch of engine.epoch(stream.zip(stream), { batchSize: 6 })) {
      const { images, targets: made } = await engine.read(batch);
      expect(made).toEqual({ masks: images, again: images });
    }
    const buffer = upload(await getDevice(), own.images);
    const belonging = { masks: { images: buffer, ignoreIndex: 0 }, again: { images: buffer, channels: 1 } };
    const external = { images: buffer, size: 12, sizes, targets: belonging };
    const batch = engine.run(
      { images: buffer, size: 12, sizes, channels: 1, targets: belonging, external },
      { step: 0 },
    );
    const { images, targets: made } = await engine.read(batch);
    expect(made).toEqual({ masks: images, again: images });
    engine.destroy();
  });
});

test("pictures with sizes of their own that are all alike give the bytes of pictures of one size", async () => {
  const sizes = Uint32Array.from({ length: 2 * COUNT }, (_, i) => (i % 2 === 0 ? SIZE.height : SIZE.width));
  const [even, ragged] = [await dataset(), await dataset({ shape: undefined, channels: 3, sizes })];
  const engine = await engineOf([randomResizedCrop({ height: 16, width: 20 }), cutmix()]);
  expect(await batchesOf(engine, ragged)).toEqual(await batchesOf(engine, even));
  engine.destroy();
  ragged.destroy();
  even.destroy();
});
