/** `fields`: warps without a matrix. Of these there is the lens. */
import { geometryOf, type OpCall, reference, targetPlan, transformObjects } from "mixwell";
import type { Block } from "../files.ts";
import { mismatch } from "../sets.ts";
import { blocksOf, inputOf, type OpenSet, planOf, type TargetCase, wrongWhere } from "./sets.ts";

interface Params {
  size: [number, number];
  k1: number;
  k2: number;
  center: [number, number];
  picture?: string;
  edge?: string;
  fill?: number;
  map?: string;
}

export const isLens = ({ op }: TargetCase): boolean => op.startsWith("lens");

const paramsOf = ({ params }: TargetCase) => params as unknown as Params;

export function checkField(set: OpenSet, golden: TargetCase): string | undefined {
  if (golden.op === "lens-points") return wrongPoints(set, golden, "solved");
  if (golden.op === "lens")
    return wrongPlaces(set, golden) ?? wrongPoints(set, golden, "pointsSolved") ?? wrongBoxes(set, golden);
  return golden.op === "lens-nearest" ? wrongMap(set, golden) : wrongPicture(set, golden);
}

function planOfLens(golden: TargetCase, reading: object = {}) {
  const { size, k1, k2, center } = paramsOf(golden);
  return planOf(size, [[{ op: "lensDistortion", k1, k2, center, ...reading } as OpCall]]);
}

/** Where each pixel is read, less where it is. */
function wrongPlaces(set: OpenSet, golden: TargetCase): string | undefined {
  const [height, width] = paramsOf(golden).size;
  const points = Float64Array.from({ length: 2 * height * width }, (_, i) => {
    const pixel = i >> 1;
    return (i % 2 === 0 ? pixel % width : Math.floor(pixel / width)) + 0.5;
  });
  const displaced = geometryOf(planOfLens(golden), 0)
    .back(points)
    .map((place, i) => place - points[i]!);
  const { displacement } = blocksOf(golden);
  return mismatch(displaced, set.view(displacement!), golden.tol);
}

function wrongPoints(set: OpenSet, golden: TargetCase, flags: string): string | undefined {
  const points = Array.from(set.view(inputOf(set, "points").data));
  const made = geometryOf(planOfLens(golden), 0).forth(points);
  const { points: wanted, [flags]: solved, pointsInside } = blocksOf(golden);
  const isSolved = set.view(solved!);
  const isInside = pointsInside && set.view(pointsInside);
  return wrongWhere(
    { golden, name: "points" },
    made,
    set.view(wanted!),
    (i) => isSolved[i >> 1] === 1 && isInside?.[i >> 1] !== 0,
  );
}

function wrongBoxes(set: OpenSet, golden: TargetCase): string | undefined {
  const boxes = Float64Array.from(set.view(inputOf(set, "boxes").data));
  const batch = {
    format: "xyxy" as const,
    boxes,
    offsets: Uint32Array.of(0, boxes.length / 4),
    degenerate: "drop" as const,
  };
  const made = transformObjects(planOfLens(golden), { batch }, { keep: "all", minArea: 0, minSize: 0 });
  const { boxes: wanted, boxesSolved } = blocksOf(golden);
  const solved = set.view(boxesSolved!);
  return wrongWhere({ golden, name: "boxes" }, made.boxes, set.view(wanted!), (i) => solved[i >> 2] === 1);
}

function wrongMap(set: OpenSet, golden: TargetCase): string | undefined {
  const { size, fill, map } = paramsOf(golden);
  const plan = targetPlan(planOfLens(golden), { kind: "mask", fill: [fill!] });
  const images = Uint8Array.from(set.view(inputOf(set, map!).data));
  const sources = {
    batch: { images },
    shape: { height: size[0], width: size[1], channels: 1 },
    format: "u8" as const,
    layout: "nhwc" as const,
  };
  const made = reference(plan, sources, { output: { format: "u8" } }).images;
  const mask = golden.mask && set.view(golden.mask);
  const some = (values: ArrayLike<number>) => Array.from(values).filter((_, i) => mask?.[i] !== 0);
  return mismatch(some(made), some(set.view(golden.output as Block)), golden.tol);
}

function wrongPicture(set: OpenSet, golden: TargetCase): string | undefined {
  const { size, picture, edge, fill } = paramsOf(golden);
  const input = inputOf(set, picture!);
  const images = Float32Array.from(set.view(input.data), (byte) => byte / 255);
  const channels = input.data.shape[2] ?? 1;
  const sources = {
    batch: { images },
    shape: { height: size[0], width: size[1], channels },
    format: "f32" as const,
    layout: "nhwc" as const,
  };
  const made = reference(planOfLens(golden, { edge, fill: [fill], peer: "pillow" }), sources).images;
  const mask = golden.mask && set.view(golden.mask);
  const some = (values: ArrayLike<number>) =>
    Array.from(values).filter((_, i) => mask?.[Math.floor(i / channels)] !== 0);
  return mismatch(some(Array.from(made, (value) => 255 * value)), some(set.view(golden.output as Block)), golden.tol);
}
