/** The calls of `calls.ts` for the functions of boxes, points and maps. */
import * as mixwell from "mixwell";
import { type Door, door } from "./door.ts";

const size = { height: 6, width: 8 };
/** A form with all that it has. */
const form = (format: mixwell.BoxFormat) => ({ format, normalized: true });

const planned = () =>
  mixwell.samplePlan({
    policy: [mixwell.ops.rotate({ degrees: [-30, 30] }), mixwell.randomJigsaw({ grid: [2, 2] }), mixwell.cutmix()],
    seed: 3,
    ids: [4, 5],
    ...size,
    datasetSize: 6,
    from: "dataset",
  });

/** Three pictures with two objects each, as ids 4 and 5 and others are read. */
const objects = (): mixwell.ObjectSet => ({
  format: "xywh",
  normalized: false,
  offsets: Uint32Array.of(0, 2, 2, 4, 4, 5, 6),
  boxes: Float32Array.from({ length: 24 }, (_, i) => 1 + (i % 4)),
  labels: Uint32Array.of(1, 2, 3, 4, 5, 6),
  keypoints: {
    data: Float32Array.from({ length: 36 }, (_, i) => i % 3),
    count: 2,
    at: "index",
    swap: [[0, 1]],
  },
  polygons: {
    vertices: Float32Array.from({ length: 36 }, (_, i) => (i * 7) % 6),
    offsets: Uint32Array.of(0, 3, 6, 9, 12, 15, 18),
    rings: Uint32Array.of(0, 1, 2, 3, 4, 5, 6),
  },
  fields: { iscrowd: new Uint8Array(6), name: ["a", "b", "c", "d", "e", "f"] },
  degenerate: "drop",
});

const thresholds = (): mixwell.Thresholds => ({
  minArea: 2,
  minSize: 1,
  minVisibility: 0.1,
  minWeight: 0.1,
  maxAspect: 9,
  preset: "yolo",
});

const options = (): mixwell.ObjectOptions => ({
  format: "cxcywh",
  normalized: true,
  keep: "all",
  outline: "ellipse",
  hidden: "shrink",
  copies: "objects",
  pieces: "split",
  outside: "zero",
  hiddenPoints: "mark",
  ...thresholds(),
});

const table = () => mixwell.transformObjects(planned(), { dataset: objects() }, options());

const view = () => mixwell.backwards(planned());
const geometry = () => mixwell.geometryOf(planned(), 1, 1);
/** A row of one source. */
const alone = () => {
  const policy = [mixwell.ops.rotate({ degrees: [-30, 30] }), mixwell.randomJigsaw({ grid: [2, 2] })];
  return mixwell.backwards(mixwell.samplePlan({ policy, seed: 3, ids: [4, 5], ...size }));
};

export const targetDoors: Door[] = [
  door(
    "convertBoxes",
    mixwell.convertBoxes,
  )(() => [Float32Array.of(0.1, 0.2, 0.3, 0.4), form("cxcywh"), form("xyxyxyxy"), { ...size }]),
  door("convertBoxes", mixwell.convertBoxes)(() => [[[1, 2, 3, 4, 30]], "cxcywhr", "xyxy", { ...size }]),
  door("clampBoxes", mixwell.clampBoxes)(() => [Float64Array.of(-1, 2, 9, 4), { ...size }, form("yxyx")]),
  door(
    "fileTargets",
    mixwell.fileTargets,
  )(() => [
    {
      masks: { kind: "mask", file: "map.png", bytes: 2, classes: 30, ignoreIndex: 40 },
      objects: { kind: "objects", file: "ann.json", format: "cxcywh", normalized: true, degenerate: "drop" },
    },
  ]),
  door(
    "fileTargets",
    mixwell.fileTargets,
  )(() => [
    {
      masks: { kind: "mask", files: [new Blob(["a map"])], bytes: 3 },
      objects: { kind: "objects", files: [new Blob(["{}"])], file: "json", format: "xywh" },
    },
  ]),
  door("mapTarget", mixwell.mapTarget)(() => [{ format: "f32", fill: 7, hidden: "fill", blends: "dominant" }]),
  door(
    "mapTarget",
    mixwell.mapTarget,
  )(() => [{ output: "soft", classes: 4, format: "f16", layout: "nchw", fill: 7, hidden: "fill" }]),
  door(
    "imageTarget",
    mixwell.imageTarget,
  )(() => [
    {
      color: true,
      interpolation: "bilinear",
      fill: [1],
      output: { format: "f16", layout: "nchw", valueRange: [0, 2] },
    },
  ]),
  door("objectTarget", mixwell.objectTarget)(() => [{ ...options(), pad: 3 }]),
  door("sanitizeBoxes", mixwell.sanitizeBoxes)(() => [table(), thresholds()]),
  door("transformObjects", mixwell.transformObjects)(() => [planned(), { dataset: objects() } as never, options()]),
  door(
    "targetPlan",
    mixwell.targetPlan,
  )(() => [planned(), { kind: "mask", fill: [255], hidden: "fill", blends: "soft" }]),
  door(
    "targetPlan",
    mixwell.targetPlan,
  )(() => [planned(), { kind: "image", color: true, interpolation: "bilinear", fill: [0] }]),
  door("geometryOf", mixwell.geometryOf)(() => [planned(), 1, 1]),
  door("geometryOf().forth", (points: mixwell.PointList) => geometry().forth(points))(() => [[1, 2, 3, 4]]),
  door("geometryOf().back", (points: mixwell.PointList) => geometry().back(points))(() => [Float32Array.of(1, 2)]),
  door("backwards", mixwell.backwards)(() => [planned()]),
  door("backwards().source", (row: number) => alone().source(row))(() => [1]),
  door("backwards().source of a mix", (row: number) => view().source(row))(() => [0]),
  door("backwards().points", (row: number, points: mixwell.PointList) => alone().points(row, points))(() => [
    0,
    [1, 2],
  ]),
  door("backwards().boxes", (row: number, boxes: mixwell.Boxes, boxForm: mixwell.BoxForm) =>
    alone().boxes(row, boxes, boxForm),
  )(() => [0, [[1, 2, 3, 4]], form("xyxy")]),
  door("backwards().polygons", (row: number, polygons: { vertices: number[]; offsets: number[] }) =>
    alone().polygons(row, polygons),
  )(() => [0, { vertices: [1, 1, 5, 1, 5, 5], offsets: [0, 3] }]),
];
