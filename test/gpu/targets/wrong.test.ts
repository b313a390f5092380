/** Targets that cannot work, each with the whole sentence that it gets, before anything is uploaded. */
import {
  augMix,
  createEngine,
  cutmix,
  Dataset,
  type EngineOptions,
  imageTarget,
  mapTarget,
  mixup,
  type ObjectSet,
  objectTarget,
  oneOf,
  ops,
  type Policy,
  smoothmix,
  type TargetData,
} from "mixwell";
import { test } from "vitest";
import { noise } from "../../random.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectMessages, expectRefused } from "../refused.ts";

const SIDE = 4;
const COUNT = 3;
const PIXELS = SIDE * SIDE;
const arrays = () => ({ images: noise(COUNT * PIXELS), shape: [COUNT, SIDE, SIDE, 1] });
const boxes = (): ObjectSet => ({ format: "xyxy", boxes: [[[0, 0, 2, 2]], [], [[1, 1, 4, 4]]] });
const any = (value: unknown) => value as never;

test("options of targets", () =>
  expectRefused([
    [
      "map: a format",
      () => mapTarget({ format: any("f16") }),
      'InputError: mapTarget.options.format: expected "u8" or "f32", found "f16"',
    ],
    [
      "map: a fill below 0",
      () => mapTarget({ fill: -1 }),
      "InputError: mapTarget.options.fill: expected an id, a whole number below 16777216, found -1",
    ],
    [
      "map: a fill of 25 bits",
      () => mapTarget({ fill: 2 ** 24 }),
      "InputError: mapTarget.options.fill: expected an id, a whole number below 16777216, found 16777216",
    ],
    [
      "map: hidden",
      () => mapTarget({ hidden: any("erase") }),
      'InputError: mapTarget.options.hidden: expected "keep" or "fill", found "erase"',
    ],
    [
      "map: blends",
      () => mapTarget({ blends: any("argmax") }),
      'InputError: mapTarget.options.blends: expected "refuse" or "dominant", found "argmax"',
    ],
    [
      "map: an option of another name",
      () => mapTarget(any({ ignoreIndex: 3 })),
      'InputError: mapTarget.options: expected only output, classes, format, layout, fill, hidden, blends, found "ignoreIndex"',
    ],
    [
      "map: no options",
      () => mapTarget(any(3)),
      "InputError: mapTarget.options: expected { output, classes, format, layout, fill, hidden, blends }, found 3",
    ],
    [
      "image: color",
      () => imageTarget({ color: any("yes") }),
      'InputError: imageTarget.options.color: expected true or false, found "yes"',
    ],
    [
      "image: a reading",
      () => imageTarget({ interpolation: any("linear") }),
      'InputError: imageTarget.options.interpolation: expected "same" or "nearest" or "bilinear" or "bicubic", found "linear"',
    ],
    [
      "image: a fill that is no number",
      () => imageTarget({ fill: [Number.NaN] }),
      "InputError: imageTarget.options.fill: expected 1 to 4 finite numbers, found [NaN]",
    ],
    [
      "image: five fills",
      () => imageTarget({ fill: [0, 0, 0, 0, 0] }),
      "InputError: imageTarget.options.fill: expected 1 to 4 finite numbers, found [0, 0, 0, 0, 0]",
    ],
    [
      "image: a normalisation",
      () => imageTarget({ output: any({ normalize: { mean: 0, std: 1 } }) }),
      'InputError: imageTarget.options.output: expected only format, layout, valueRange, found "normalize"',
    ],
    [
      "image: a range of bytes",
      () => imageTarget({ output: { format: "u8", valueRange: [0, 1] } }),
      "InputError: output.valueRange: expected nothing for u8 output, which is 0..255, found [0, 1]",
    ],
    [
      "objects: a format",
      () => objectTarget({ format: any("yolo") }),
      'InputError: objectTarget.options.format: expected one of xyxy, xywh, cxcywh, yxyx, cxcywhr, xywhr, xyxyxyxy (that is { format: "cxcywh", normalized: true }), found "yolo"',
    ],
    [
      "objects: normalized",
      () => objectTarget({ normalized: any(1) }),
      "InputError: objectTarget.options.normalized: expected true or false, found 1",
    ],
    [
      "objects: pad 0",
      () => objectTarget({ pad: 0 }),
      "InputError: objectTarget.options.pad: expected an integer in 1..1048576, found 0",
    ],
    [
      "objects: pad 2.5",
      () => objectTarget({ pad: 2.5 }),
      "InputError: objectTarget.options.pad: expected an integer in 1..1048576, found 2.5",
    ],
    [
      "objects: a visibility above 1",
      () => objectTarget({ minVisibility: 1.5 }),
      "InputError: objectTarget.options.minVisibility: expected a number from 0 to 1, found 1.5",
    ],
    [
      "objects: a preset",
      () => objectTarget({ preset: any("coco") }),
      'InputError: objectTarget.options.preset: expected "torchvision" or "yolo", found "coco"',
    ],
    [
      "objects: turned boxes of a peer",
      () => objectTarget({ preset: "torchvision", format: "cxcywhr" }),
      'InputError: objectTarget.options.format: expected a format of upright boxes, with the preset torchvision, found "cxcywhr"',
    ],
    [
      "objects: keep",
      () => objectTarget({ keep: any("some") }),
      'InputError: objectTarget.options.keep: expected "kept" or "all", found "some"',
    ],
  ]));

test("engines", async () => {
  const device = await getDevice();
  const make = (policy: Policy, targets: unknown) => () =>
    createEngine(device, { policy, targets: targets as EngineOptions["targets"], warm: false });
  const masks = mapTarget();
  await expectRefused([
    ["a list", make([], [masks]), "InputError: targets: expected targets by name, found [MapTarget]"],
    [
      "a kind as a word",
      make([], { masks: "mask" }),
      'InputError: targets.masks: expected what mapTarget(), imageTarget() or objectTarget() makes, found "mask"',
    ],
    [
      "options without their constructor",
      make([], { masks: { fill: 255 } }),
      "InputError: targets.masks: expected what mapTarget(), imageTarget() or objectTarget() makes, found Object",
    ],
    [
      "MixUp of ids",
      make(mixup(), { masks }),
      'PolicyError: policy.mixup: expected mixers that do not blend, since targets.masks is a map of ids (or targets.masks with blends: "dominant"), found mixup',
    ],
    [
      "MixUp of ids, one of two",
      make([oneOf([cutmix(), mixup()])], { masks }),
      'PolicyError: policy[0].oneOf.mixers[1].mixup: expected mixers that do not blend, since targets.masks is a map of ids (or targets.masks with blends: "dominant"), found mixup',
    ],
    [
      "SmoothMix of ids",
      make([ops.flipX(), smoothmix()], { masks }),
      'PolicyError: policy[1].smoothmix: expected mixers that do not blend, since targets.masks is a map of ids (or targets.masks with blends: "dominant"), found smoothmix',
    ],
    [
      "AugMix of ids that turns",
      make(augMix([ops.rotate({ degrees: 20 })]), { masks }),
      'PolicyError: policy.augMix: expected mixers that do not blend, since targets.masks is a map of ids (or targets.masks with blends: "dominant"), found an AugMix of ops that move pixels',
    ],
  ]);
});

test("data of datasets", async () => {
  const device = await getDevice();
  const with_ = (targets: unknown) => async () => {
    const dataset = await Dataset.fromArrays(device, arrays());
    try {
      await dataset.addTargets(targets as Record<string, TargetData>);
    } finally {
      dataset.destroy();
    }
  };
  const ids = new Uint8Array(COUNT * PIXELS);
  const bad = ids.slice();
  bad[PIXELS + 6] = 9;
  const data = new Float32Array(COUNT * PIXELS);
  const nan = data.slice();
  nan[5] = Number.NaN;
  const object = (set: Partial<ObjectSet>) => ({ objects: { kind: "objects", ...boxes(), ...set } });
  await expectMessages([
    ["no targets", with_(3), "InputError: targets: expected targets by name, found 3"],
    ["no target", with_({ masks: 3 }), "InputError: targets.masks: expected { kind, … }, found 3"],
    [
      "a kind",
      with_({ masks: { kind: "masks", ids } }),
      'InputError: targets.masks.kind: expected "mask" or "image" or "objects", found "masks"',
    ],
    [
      "no ids",
      with_({ masks: { kind: "mask" } }),
      "SourceError: targets.masks.ids: expected a Uint8Array, a Uint16Array or a Uint32Array, found undefined",
    ],
    [
      "floats as ids",
      with_({ masks: { kind: "mask", ids: data } }),
      "SourceError: targets.masks.ids: expected a Uint8Array, a Uint16Array or a Uint32Array, found Float32Array of 48",
    ],
    [
      "too few ids",
      with_({ masks: { kind: "mask", ids: ids.subarray(1) } }),
      "SourceError: targets.masks.ids: expected 3 × 4 × 4 ids, as the pictures are, found 47",
    ],
    [
      "an id of 25 bits",
      with_({ masks: { kind: "mask", ids: new Uint32Array(COUNT * PIXELS).fill(2 ** 24) } }),
      "SourceError: targets.masks.ids[0] (picture 0, pixel 0, 0): expected an id below 16777216, found 16777216",
    ],
    [
      "an id beyond the classes",
      with_({ masks: { kind: "mask", ids: bad, classes: 5 } }),
      "SourceError: targets.masks.ids[22] (picture 1, pixel 2, 1): expected an id below 5, or 255, found 9",
    ],
    [
      "classes 0",
      with_({ masks: { kind: "mask", ids, classes: 0 } }),
      "InputError: targets.masks.classes: expected an integer in 1..16777216, found 0",
    ],
    [
      "an ignored id of 9 bits",
      with_({ masks: { kind: "mask", ids, ignoreIndex: 256 } }),
      "InputError: targets.masks.ignoreIndex: expected an id, a whole number below 256, or null, found 256",
    ],
    [
      "an option of another name",
      with_({ masks: { kind: "mask", ids, ignore: 3 } }),
      'InputError: targets.masks: expected only kind, ids, classes, ignoreIndex (did you mean ignoreIndex?), found "ignore"',
    ],
    [
      "too few depths",
      with_({ depth: { kind: "image", data: data.subarray(4) } }),
      "SourceError: targets.depth.data: expected 3 × 4 × 4 × 1 values, as the pictures are, found 44",
    ],
    [
      "a depth that is no number",
      with_({ depth: { kind: "image", data: nan } }),
      "SourceError: targets.depth.data[5]: expected a finite number, found NaN",
    ],
    [
      "depths in a list",
      with_({ depth: { kind: "image", data: [1, 2] } }),
      "SourceError: targets.depth.data: expected a Uint8Array or a Float32Array, found [1, 2]",
    ],
    [
      "a range of bytes",
      with_({ depth: { kind: "image", data: ids, valueRange: [0, 1] } }),
      "InputError: targets.depth.valueRange: expected nothing for u8 pictures, which are 0..255, found [0, 1]",
    ],
    [
      "an empty range",
      with_({ depth: { kind: "image", data, valueRange: [2, 2] } }),
      "InputError: targets.depth.valueRange: expected [low, high], two finite numbers, low < high, found [2, 2]",
    ],
    [
      "a layout",
      with_({ depth: { kind: "image", data, layout: "hwc" } }),
      'InputError: targets.depth.layout: expected "nhwc" or "nchw", found "hwc"',
    ],
    [
      "half a channel",
      with_({ depth: { kind: "image", data, channels: 0.5 } }),
      "InputError: targets.depth.shape.channels: expected an integer in 1..2147483648, found 0.5",
    ],
    [
      "objects of other pictures",
      with_(object({ boxes: [[], []] })),
      "SourceError: targets.objects: expected the objects of 3 pictures, as the dataset has, found 2",
    ],
    [
      "a box that is turned inside out",
      with_(object({ boxes: [[], [], [[3, 1, 1, 2]]] })),
      "InputError: targets.objects.boxes[0] (picture 2, object 0): expected a width and a height of 0 at least, found -2 × 1",
    ],
    [
      "a box without area",
      with_(object({ boxes: [[], [[2, 2, 2, 3]], []] })),
      'InputError: targets.objects.boxes[0] (picture 1, object 0): expected a box with an area in its picture (or degenerate: "drop"), found [2, 2, 2, 3]',
    ],
    [
      "a box outside",
      with_(object({ boxes: [[[9, 9, 12, 12]], [], []] })),
      'InputError: targets.objects.boxes[0] (picture 0, object 0): expected a box with an area in its picture (or degenerate: "drop"), found [9, 9, 12, 12]',
    ],
    [
      "a box that is no number",
      with_(object({ boxes: [[], [[0, 0, 2, Number.NaN]], []] })),
      "InputError: targets.objects.boxes[1][0]: expected finite numbers, found NaN",
    ],
    [
      "labels of another length",
      with_(object({ labels: Uint32Array.of(1) })),
      "InputError: targets.objects.labels: expected a Uint32Array of 2 class ids, found Uint32Array of 1",
    ],
    [
      "offsets that go back",
      with_(object({ boxes: new Float32Array(8), offsets: Uint32Array.of(0, 2, 1, 2) })),
      "InputError: targets.objects.offsets[2]: expected a whole number of at least 2, found 1",
    ],
    [
      "targets of a view",
      async () => (await Dataset.fromArrays(device, arrays())).subset([0]).addTargets({}),
      "InputError: addTargets: expected the whole dataset, whose views have its targets, found a view",
    ],
  ]);
});

test("steps", async () => {
  const device = await getDevice();
  const dataset = await Dataset.fromArrays(device, {
    ...arrays(),
    targets: {
      masks: { kind: "mask", ids: new Uint8Array(COUNT * PIXELS), ignoreIndex: null },
      objects: { kind: "objects", ...boxes() },
    },
  });
  const engine = (targets: EngineOptions["targets"], policy: Policy = []) =>
    createEngine(device, { policy, targets, warm: false });
  const masks = await engine({ masks: mapTarget() });
  const wide = await engine({ masks: mapTarget({ fill: 300 }) });
  const others = await engine({ others: mapTarget({ fill: 0 }) });
  const kinds = await engine({ objects: mapTarget({ fill: 0 }) });
  const objects = await engine({ objects: objectTarget() });
  const depth = await engine({ depth: imageTarget({ fill: [9] }) });
  const external = await engine({ masks: mapTarget() }, cutmix({ pairing: "external" }));
  const mirrored = await engine({ objects: objectTarget() }, ops.rotate({ degrees: 30, edge: "reflect" }) as Policy);
  const images = upload(device, noise(COUNT * PIXELS));
  const maps = upload(device, noise(COUNT * PIXELS));
  const small = upload(device, noise(4));
  const input = { images, size: COUNT, height: SIDE, width: SIDE, channels: 1 };
  const run = (made: typeof masks, targets: unknown) => () =>
    made.run({ ...input, targets: any(targets) }, { step: 0 });
  const indices = [0, 2];
  await expectRefused([
    [
      "no id for nothing",
      () => masks.run({ dataset, indices }),
      "InputError: createEngine.options.targets.masks.fill: expected an id, since the maps have none that is ignored, found undefined",
    ],
    [
      "a fill of more bytes than ids have",
      () => wide.run({ dataset, indices }),
      "InputError: createEngine.options.targets.masks.fill: expected an id, a whole number below 256, found 300",
    ],
    [
      "a target that the dataset has not",
      () => others.run({ dataset, indices }),
      "InputError: input.dataset.targets.others: expected the target that the engine was made for, found undefined",
    ],
    [
      "a target of another kind",
      () => kinds.run({ dataset, indices }),
      'InputError: input.dataset.targets.objects.kind: expected "mask", as the engine\'s target, found "objects"',
    ],
    [
      "a batch without",
      () => masks.run(input, { step: 0 }),
      "InputError: input.targets.masks: expected the target that the engine was made for, found undefined",
    ],
    [
      "a batch with another",
      run(masks, { maps: { images: maps } }),
      "InputError: input.targets.masks: expected the target that the engine was made for, found undefined",
    ],
    [
      "maps that are no object",
      run(masks, { masks: 3 }),
      "InputError: input.targets.masks: expected { images, bytes, ignoreIndex }, found 3",
    ],
    [
      "no buffer",
      run(masks, { masks: { images: 3 } }),
      "InputError: input.targets.masks.images: expected a GPUBuffer, found 3",
    ],
    [
      "a buffer that is too small",
      run(masks, { masks: { images: small } }),
      "InputError: input.targets.masks.images: expected at least 48 bytes, found 4 bytes",
    ],
    [
      "ids of four bytes",
      run(masks, { masks: { images: maps, bytes: 4 } }),
      "InputError: input.targets.masks.bytes: expected 1, 2 or 3, found 4",
    ],
    [
      "an ignored id of 9 bits",
      run(masks, { masks: { images: maps, ignoreIndex: 256 } }),
      "InputError: input.targets.masks.ignoreIndex: expected an id, a whole number below 256, found 256",
    ],
    [
      "no id for nothing, of a batch",
      run(masks, { masks: { images: maps, ignoreIndex: null } }),
      "InputError: createEngine.options.targets.masks.fill: expected an id, since the maps have none that is ignored, found undefined",
    ],
    [
      "objects of other rows",
      run(objects, { objects: { format: "xyxy", boxes: [[]] } }),
      "InputError: input.targets.objects: expected the objects of 3 pictures, as the batch has, found 1",
    ],
    [
      "objects that are none",
      run(objects, { objects: [] }),
      "InputError: input.targets.objects: expected { format, normalized, offsets, boxes, labels, keypoints, polygons, fields, degenerate }, found []",
    ],
    [
      "a channel too many",
      run(depth, { depth: { images: maps, channels: 2 } }),
      "InputError: input.targets.depth.images: expected at least 96 bytes, found 48 bytes",
    ],
    [
      "a fill beyond the range",
      run(depth, { depth: { images: small, channels: 1, format: "f32" } }),
      "InputError: input.targets.depth.images: expected at least 192 bytes, found 4 bytes",
    ],
    [
      "a second batch without",
      () =>
        external.run(
          { ...input, targets: { masks: { images: maps } }, external: { images, size: COUNT } },
          { step: 0 },
        ),
      "InputError: input.external.targets.masks: expected the target that the engine was made for, found undefined",
    ],
    [
      "copies of objects in a mirroring edge",
      () => mirrored.run({ dataset, indices }),
      'PlanError: plan.sources[0].ops[0].edge: expected constant or edge, for boxes and points (or the option copies: "ignore", or "objects"), found "reflect"',
    ],
  ]);
  for (const one of [masks, wide, others, kinds, objects, depth, external, mirrored]) one.destroy();
  dataset.destroy();
});
