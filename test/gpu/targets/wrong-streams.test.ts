/** Targets of streams and of ragged pictures that cannot work, each with the whole sentence that it gets. */
import {
  createEngine,
  Dataset,
  type Engine,
  imageTarget,
  mapTarget,
  objectTarget,
  type PictureStore,
  randomResizedCrop,
  Stream,
} from "mixwell";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDevice } from "../device.ts";
import { expectMessages, expectRefused } from "../refused.ts";

const SIDE = 4;
const PIXELS = SIDE * SIDE;
const bytes = (ids: readonly number[]) => ids.map(() => new Uint8Array(PIXELS));
const BOXES = { format: "xyxy", boxes: [[[0, 0, 2, 2]], []] } as const;

function store(targets: unknown, read?: unknown): PictureStore {
  return {
    ...{ count: 3, height: SIDE, width: SIDE, channels: 1, targets: targets as PictureStore["targets"] },
    read: (ids) => ({
      images: new Uint8Array(PIXELS * ids.length),
      targets: (typeof read === "function" ? read(ids) : read) as never,
    }),
  };
}

let engine: Engine;
beforeAll(async () => {
  const targets = { masks: mapTarget(), depth: imageTarget(), objects: objectTarget() };
  const policy = randomResizedCrop({ height: SIDE, width: SIDE });
  engine = await createEngine(await getDevice(), { policy, targets, warm: false });
});
afterAll(() => engine.destroy());

test("what a store says of its targets", () => {
  const from = (targets: unknown) => () => Stream.from(store(targets));
  return expectRefused([
    ["no object", from(3), "InputError: store.targets: expected targets by name, found 3"],
    ["no target", from({ masks: 3 }), "InputError: store.targets.masks: expected { kind, … }, found 3"],
    [
      "no kind",
      from({ masks: {} }),
      'InputError: store.targets.masks.kind: expected "mask" or "image" or "objects", found undefined',
    ],
    [
      "ids beside read",
      from({ masks: { kind: "mask", ids: new Uint8Array(48) } }),
      'InputError: store.targets.masks: expected only kind, bytes, classes, ignoreIndex, found "ids"',
    ],
    [
      "objects beside read",
      from({ objects: { kind: "objects", ...BOXES } }),
      'InputError: store.targets.objects: expected only kind, found "format"',
    ],
    [
      "ids of 32 bits",
      from({ masks: { kind: "mask", bytes: 4 } }),
      "InputError: store.targets.masks.bytes: expected 1, 2 or 3, found 4",
    ],
    [
      "an ignored id that is none",
      from({ masks: { kind: "mask", ignoreIndex: 256 } }),
      "InputError: store.targets.masks.ignoreIndex: expected an id, a whole number below 256, or null, found 256",
    ],
    [
      "no class",
      from({ masks: { kind: "mask", classes: 0 } }),
      "InputError: store.targets.masks.classes: expected an integer in 1..16777216, found 0",
    ],
    [
      "halves",
      from({ depth: { kind: "image", format: "f16" } }),
      'InputError: store.targets.depth.format: expected "u8" or "f32", found "f16"',
    ],
    [
      "no channels",
      from({ depth: { kind: "image", channels: 0 } }),
      "InputError: store.targets.depth.shape.channels: expected an integer in 1..2147483648, found 0",
    ],
  ]);
});

test("what a store reads", () => {
  const all = {
    masks: { kind: "mask", classes: 3 },
    depth: { kind: "image", format: "f32" },
    objects: { kind: "objects" },
  };
  const good = (ids: readonly number[]) => ({
    masks: bytes(ids),
    depth: ids.map(() => new Float32Array(PIXELS)),
    objects: BOXES,
  });
  const read = (more: object | undefined) => () =>
    Stream.from(store(all, (ids: number[]) => more && { ...good(ids), ...more })).batch(engine, [0, 1]);
  const where = "InputError: store.read().targets";
  return expectRefused([
    ["nothing", read(undefined), `${where}.masks: expected what the store says it reads, found undefined`],
    [
      "another name",
      read({ maps: [] }),
      `${where}: expected only masks, depth, objects (did you mean masks?), found "maps"`,
    ],
    [
      "no list",
      read({ masks: new Uint8Array(32) }),
      `${where}.masks: expected a list with an entry a picture, found Uint8Array of 32`,
    ],
    [
      "one too few",
      read({ masks: [new Uint8Array(16)] }),
      `${where}.masks: expected 2 entries, one a picture, found 1`,
    ],
    [
      "ids of another width",
      read({ masks: bytes([0, 1]).map((ids) => Uint16Array.from(ids)) }),
      `${where}.masks[0]: expected a Uint8Array, found Uint16Array of 16`,
    ],
    [
      "a map of another size",
      read({ masks: [new Uint8Array(16), new Uint8Array(15)] }),
      "SourceError: sample 1, targets.masks: expected 4 × 4 ids, as the picture has, found 15",
    ],
    [
      "an id that is no class",
      read({ masks: [new Uint8Array(16), new Uint8Array(16).fill(7)] }),
      "SourceError: sample 1, targets.masks[0] (pixel 0, 0): expected an id below 3, or 255, found 7",
    ],
    [
      "bytes for floats",
      read({ depth: bytes([0, 1]) }),
      `${where}.depth[0]: expected a Float32Array, found Uint8Array of 16`,
    ],
    [
      "a depth of another size",
      read({ depth: [new Float32Array(3), new Float32Array(16)] }),
      "SourceError: sample 0, targets.depth: expected 4 × 4 × 1 values, as the picture has, found 3",
    ],
    [
      "a depth that is no number",
      read({ depth: [new Float32Array(16), new Float32Array(16).fill(Number.NaN)] }),
      "SourceError: sample 1, targets.depth[0]: expected a finite number, found NaN",
    ],
    ["no objects", read({ objects: 3 }), `${where}.objects: expected { format, boxes, … }, found 3`],
    [
      "objects of another number of pictures",
      read({ objects: { format: "xyxy", boxes: [[]] } }),
      `${where}.objects: expected the objects of 2 pictures, as were asked for, found 1`,
    ],
    [
      "a box of no area",
      read({ objects: { format: "xyxy", boxes: [[], [[1, 1, 1, 3]]] } }),
      'SourceError: sample 1, store.read().targets.objects.boxes[0] (picture 1, object 0): expected a box with an area in its picture (or degenerate: "drop"), found [1, 1, 1, 3]',
    ],
  ]);
});

test("columns that change from read to read", async () => {
  const points = { data: [1, 1, 2], count: 1 };
  const objects = ([id]: number[]) => ({
    objects: { format: "xyxy", boxes: [[[0, 0, 2, 2]]], ...(id === 1 && { keypoints: points }) },
  });
  const one = store({ objects: { kind: "objects" } }, objects);
  const reads: PictureStore = {
    ...one,
    read: async (ids, context) => {
      if (ids.length > 1) throw new Error("one at a time");
      return one.read(ids, context);
    },
  };
  const device = await getDevice();
  const boxed = await createEngine(device, { policy: [], targets: { objects: objectTarget() }, warm: false });
  await expectMessages([
    [
      "keypoints in one",
      () => Stream.from(reads).batch(boxed, [0, 1]),
      "InputError: stream.targets.objects.keypoints.count: expected 0, as of the pictures that were read before, found 1",
    ],
    [
      "a target that the stream does not have",
      () => Stream.from(store(undefined)).batch(boxed, [0]),
      "InputError: input.dataset.targets.objects: expected the target that the engine was made for, found undefined",
    ],
    [
      "a target of another kind",
      () =>
        Stream.from(store({ objects: { kind: "mask" } }, (ids: number[]) => ({ objects: bytes(ids) }))).batch(
          boxed,
          [0],
        ),
      'InputError: input.dataset.targets.objects.kind: expected "objects", as the engine\'s target, found "mask"',
    ],
  ]);
  boxed.destroy();
});

test("objects that are added to a stream", () => {
  const add =
    (targets: unknown, stream = Stream.from(store({ masks: { kind: "mask" } }))) =>
    () =>
      stream.addTargets(targets as never);
  const objects = { kind: "objects", format: "xyxy", boxes: [[], [], []] };
  return expectRefused([
    ["no object", add(3), "InputError: targets: expected targets by name, found 3"],
    ["no target", add({ objects: 3 }), 'InputError: targets.objects: expected { kind: "objects", … }, found 3'],
    [
      "maps",
      add({ ids: { kind: "mask", ids: new Uint8Array(48) } }),
      'InputError: targets.ids.kind: expected "objects", found "mask"',
    ],
    [
      "a name that is taken",
      add({ masks: objects }),
      "InputError: targets.masks: expected a name that no target has yet, found masks",
    ],
    [
      "too few pictures",
      add({ objects: { ...objects, boxes: [[]] } }),
      "SourceError: targets.objects: expected the objects of 3 pictures, as the stream has, found 1",
    ],
    [
      "a box that is none",
      add({ objects: { ...objects, boxes: [[], [[0, 0, Number.NaN, 1]], []] } }),
      "InputError: targets.objects.boxes[1][0]: expected finite numbers, found NaN",
    ],
    [
      "a view",
      add({ objects }, Stream.from(store({})).subset([0, 1])),
      "InputError: addTargets: expected the whole stream, whose views have its targets, found a view",
    ],
  ]);
});

test("maps of pictures with sizes of their own", async () => {
  const device = await getDevice();
  const sizes = [2, 3, 4, 4];
  const with_ = (targets: unknown) => () =>
    Dataset.fromArrays(device, { images: new Uint8Array(22), sizes, channels: 1, targets: targets as never });
  await expectRefused([
    [
      "one id too few",
      with_({ masks: { kind: "mask", ids: new Uint8Array(21) } }),
      "SourceError: targets.masks.ids: expected 22 ids, as the pictures are, found 21",
    ],
    [
      "an id that is no class",
      with_({
        masks: { kind: "mask", classes: 3, ids: Uint8Array.from({ length: 22 }, (_, i) => (i === 11 ? 9 : 0)) },
      }),
      "SourceError: targets.masks.ids[11] (picture 1, pixel 1, 1): expected an id below 3, or 255, found 9",
    ],
    [
      "a depth of one value less",
      with_({ depth: { kind: "image", data: new Float32Array(65), channels: 3 } }),
      "SourceError: targets.depth.data: expected 22 × 3 values, as the pictures are, found 65",
    ],
  ]);
  expect(device).toBeDefined();
});
