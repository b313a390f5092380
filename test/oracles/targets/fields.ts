/** `fields`: warps without a matrix. Splines with given nodes, thin plates, the lens. */
import { geometryOf, type HostSources, type OpCall, targetPlan, transformObjects } from "mixwell";
import type { Block } from "../files.ts";
import { mismatch, type Tolerance } from "../sets.ts";
import type { RunPictures } from "./run.ts";
import { blocksOf, inputOf, type OpenSet, planOf, type TargetCase, wrongWhere } from "./sets.ts";

interface Params {
  size: [number, number];
  k1: number;
  k2: number;
  center: [number, number];
  /** Of a spline. */
  order?: 1 | 3;
  spacing: [number, number];
  /** Of a thin plate. */
  distance?: "px" | "share";
  picture?: string;
  edge?: string;
  fill?: number;
  map?: string;
}

const paramsOf = ({ params }: TargetCase) => params as unknown as Params;

/** Whether a case says what pixels become; the others say where points and boxes are. */
export const hasPixels = ({ op }: TargetCase): boolean => op.endsWith("-bilinear") || op.endsWith("-nearest");

/** Where positions are read from, and where points and boxes go. */
export function checkPlaces(set: OpenSet, golden: TargetCase): string | undefined {
  if (golden.op === "lens-points") return wrongPoints(set, golden, "solved");
  return wrongPlaces(set, golden) ?? wrongPoints(set, golden, "pointsSolved") ?? wrongBoxes(set, golden);
}

export const checkPixels =
  (run: RunPictures) =>
  async (set: OpenSet, golden: TargetCase): Promise<string | undefined> =>
    golden.op.endsWith("-nearest") ? wrongMap(run, set, golden) : wrongPicture(run, set, golden);

/** Our call for a case. */
function callOf(set: OpenSet, golden: TargetCase): OpCall {
  const { size, order, spacing, distance, k1, k2, center } = paramsOf(golden);
  const numbers = Array.from(set.view(inputOf(set, golden.input).data));
  if (distance) {
    const half = numbers.length / 2;
    const [from, to] = [numbers.slice(0, half), numbers.slice(half)];
    return { op: "thinPlateSpline", from, to, distance: distance === "px" ? "pixels" : "share" };
  }
  if (!order) return { op: "lensDistortion", k1, k2, center };
  const [columns, rows] = [size[1] / spacing[0], size[0] / spacing[1]];
  if (order === 1) {
    const shifts = numbers.map((number, i) => number / spacing[i % 2]!);
    return { op: "gridDistortion", grid: [rows, columns], shifts };
  }
  const isEven = Number.isInteger(rows) && Number.isInteger(columns);
  return {
    op: "elastic",
    nodes: numbers,
    ...(isEven ? { grid: [rows, columns] } : { sigma: spacing[0] / Math.sqrt(3) }),
  };
}

const planOfField = (set: OpenSet, golden: TargetCase, reading: object = {}) =>
  planOf(paramsOf(golden).size, [[{ ...callOf(set, golden), ...reading } as OpCall]]);

/** Where each pixel is read, less where it is. */
function wrongPlaces(set: OpenSet, golden: TargetCase): string | undefined {
  const [height, width] = paramsOf(golden).size;
  const points = Float64Array.from({ length: 2 * height * width }, (_, i) => {
    const pixel = i >> 1;
    return (i % 2 === 0 ? pixel % width : Math.floor(pixel / width)) + 0.5;
  });
  const displaced = geometryOf(planOfField(set, golden), 0)
    .back(points)
    .map((place, i) => place - points[i]!);
  const { displacement } = blocksOf(golden);
  return mismatch(displaced, set.view(displacement!), golden.tol);
}

function wrongPoints(set: OpenSet, golden: TargetCase, flags: string): string | undefined {
  const points = Array.from(set.view(inputOf(set, "points").data));
  const made = geometryOf(planOfField(set, golden), 0).forth(points);
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
  const made = transformObjects(planOfField(set, golden), { batch }, { keep: "all", minArea: 0, minSize: 0 });
  const { boxes: wanted, boxesSolved } = blocksOf(golden);
  const solved = set.view(boxesSolved!);
  return wrongWhere({ golden, name: "boxes" }, made.boxes, set.view(wanted!), (i) => solved[i >> 2] === 1);
}

async function wrongMap(run: RunPictures, set: OpenSet, golden: TargetCase): Promise<string | undefined> {
  const { size, fill, map } = paramsOf(golden);
  const plan = targetPlan(planOfField(set, golden), { kind: "mask", fill: [fill!] });
  const images = Uint8Array.from(set.view(inputOf(set, map!).data));
  const made = await run(plan, sourcesOf(images, [...size, 1]));
  return wrongPixels(set, golden, made, { channels: 1, tol: golden.tol });
}

/** In floats by the case's own tolerance, and in bytes, which are rounded. */
async function wrongPicture(run: RunPictures, set: OpenSet, golden: TargetCase): Promise<string | undefined> {
  const { size, picture, edge, fill } = paramsOf(golden);
  const input = inputOf(set, picture!);
  const bytes = Uint8Array.from(set.view(input.data));
  const channels = input.data.shape[2] ?? 1;
  const reading = { edge, fill: [fill], peer: "pillow" };
  const floats = sourcesOf(
    Float32Array.from(bytes, (byte) => byte / 255),
    [...size, channels],
  );
  const made = await run(planOfField(set, golden, reading), floats);
  const levels = Array.from(made, (value) => 255 * value);
  const wrong = wrongPixels(set, golden, levels, { channels, tol: golden.tol });
  if (wrong) return wrong;
  const { u8Extra } = golden as TargetCase & { u8Extra: number };
  const { value } = golden.tol as Extract<Tolerance, { kind: "maxAbs" }>;
  // torchvision's rounding is to nearest; Pillow's cuts off.
  const whole = planOfField(set, golden, { ...reading, peer: edge === "edge" ? "torchvision" : "pillow" });
  const rounded = Array.from(await run(whole, sourcesOf(bytes, [...size, channels])));
  const extra = edge === "edge" ? u8Extra : 2 * u8Extra;
  const wrongBytes = wrongPixels(set, golden, rounded, { channels, tol: { kind: "maxAbs", value: value + extra } });
  return wrongBytes && `in bytes: ${wrongBytes}`;
}

function sourcesOf(images: Uint8Array | Float32Array, [height, width, channels]: readonly number[]): HostSources {
  const format = images instanceof Uint8Array ? "u8" : "f32";
  return { batch: { images }, shape: { height: height!, width: width!, channels: channels! }, format, layout: "nhwc" };
}

/** Where a border does not decide. */
function wrongPixels(
  set: OpenSet,
  golden: TargetCase,
  made: ArrayLike<number>,
  { channels, tol }: { channels: number; tol: Tolerance },
): string | undefined {
  const mask = golden.mask && set.view(golden.mask);
  const some = (values: ArrayLike<number>) =>
    Array.from(values).filter((_, i) => mask?.[Math.floor(i / channels)] !== 0);
  return mismatch(some(made), some(set.view(golden.output as Block)), tol);
}
