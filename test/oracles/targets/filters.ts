/** `filters`: which objects are kept, and how much of one is left after crops. */
import { clampBoxes, type OpCall, sanitizeBoxes, transformObjects } from "mixwell";
import { keeps } from "../../../src/targets/filter.ts";
import { blocksOf, inputOf, type OpenSet, planOf, type TargetCase, wrongBlock } from "./sets.ts";

type Thresholds = Record<string, number>;

export function checkFilters(set: OpenSet, golden: TargetCase): string | undefined {
  const input = inputOf(set, golden.input);
  const columns = (input.columns as string[]).length;
  const numbers = Array.from(set.view(input.data));
  const rows = numbers.flatMap((_, i) => (i % columns === 0 ? [numbers.slice(i, i + columns)] : []));
  switch (golden.op) {
    case "mixwell":
      return checkOurs(set, golden, rows);
    case "yolo":
      return checkYolo(set, golden, rows);
    case "albumentations":
      return checkAlbumentations(set, golden, rows);
    case "crop-chain":
      return checkChain(set, golden, rows[0]!);
    default:
      return checkCentre(set, golden, rows);
  }
}

/** By columns that say it all; boxes of these sides. */
function checkOurs(set: OpenSet, golden: TargetCase, rows: number[][]): string | undefined {
  const { maxAspect, ...rest } = golden.params as Thresholds;
  const column = (i: number) => Float32Array.from(rows, (row) => row[i]!);
  const table = {
    boxes: Float64Array.from(rows.flatMap(([width, height]) => [0, 0, width!, height!])),
    format: "xyxy" as const,
    area: column(2),
    visible: column(3),
    weight: column(4),
    fields: { row: rows.map((_, i) => i) },
  };
  const { fields } = sanitizeBoxes(table, { ...rest, ...(maxAspect && { maxAspect }) });
  return wrongBlock(
    set,
    golden,
    "flags",
    rows.map((_, i) => (fields.row.includes(i) ? 1 : 0)),
  );
}

/** What is left is a share of the box before, as YOLO counts. */
function checkYolo(set: OpenSet, golden: TargetCase, rows: number[][]): string | undefined {
  const ratios = rows.map(
    ([wideBefore, highBefore, width, height]) => (width! * height!) / (wideBefore! * highBefore! + 1e-16),
  );
  const { minSize, minVisibility, maxAspect } = golden.params as Thresholds;
  const filter = {
    minSize: minSize!,
    minVisibility: minVisibility!,
    maxAspect: maxAspect!,
    minArea: 0,
    minWeight: 0,
    isStrict: true,
  };
  const flags = rows.map(([, , width, height], i) =>
    keeps(filter, { width: width!, height: height!, area: 1, visible: ratios[i]!, weight: 1 }) ? 1 : 0,
  );
  return wrongBlock(set, golden, "flags", flags);
}

/** Its rule in ours: the clipped box, and the share that it is of the box before. It has a least width and a height. */
function checkAlbumentations(set: OpenSet, golden: TargetCase, rows: number[][]): string | undefined {
  const { size, minArea, minVisibility, minWidth, minHeight, maxAspect } = golden.params as unknown as {
    size: [number, number];
  } & Thresholds;
  const clipped = clampBoxes(Float64Array.from(rows.flat()), { height: size[0], width: size[1] });
  const areas = (boxes: ArrayLike<number>) =>
    rows.map((_, i) => (boxes[4 * i + 2]! - boxes[4 * i]!) * (boxes[4 * i + 3]! - boxes[4 * i + 1]!));
  const [before, after] = [areas(rows.flat()), areas(clipped)];
  const visible = after.map((area, i) => (before[i]! > 0 ? area / before[i]! : 0));
  const table = {
    boxes: clipped,
    format: "xyxy" as const,
    visible: Float32Array.from(visible),
    fields: { row: rows.map((_, i) => i) },
  };
  const minSize = Math.min(minWidth!, minHeight!);
  const { fields } = sanitizeBoxes(table, { minArea, minVisibility, minSize, ...(maxAspect && { maxAspect }) });
  // Where its thresholds are 0 it keeps what is no longer there; ours never does.
  const isGone = (i: number) => visible[i] === 0;
  const wanted = set.view(blocksOf(golden).flags!);
  const flags = rows.map((_, i) => {
    if (isGone(i)) return wanted[i]!;
    const [width, height] = [clipped[4 * i + 2]! - clipped[4 * i]!, clipped[4 * i + 3]! - clipped[4 * i + 1]!];
    return fields.row.includes(i) && width >= minWidth! && height >= minHeight! && before[i]! > 0 ? 1 : 0;
  });
  return (
    wrongBlock(set, golden, "clipped", clipped) ??
    wrongBlock(set, golden, "visible", visible) ??
    wrongBlock(set, golden, "flags", flags)
  );
}

/** Crops one after the other, each a part of a pixel where the set has it so. */
function checkChain(set: OpenSet, golden: TargetCase, box: number[]): string | undefined {
  const { windows, thresholds, size } = golden.params as unknown as {
    windows: [number, number, number, number][];
    thresholds: number[];
    size: [number, number];
  };
  const ops = windows.map(([left, top, width, height]): OpCall => {
    const [outWidth, outHeight] = [Math.ceil(width), Math.ceil(height)];
    return { op: "cropAndResize", left, top, width, height, outWidth, outHeight };
  });
  // A window is counted in the pixels that the one before made.
  const scaled = windows.map((window, i) => {
    if (i === 0) return ops[0]!;
    const [, , width, height] = windows[i - 1]!;
    const [across, down] = [Math.ceil(width) / width, Math.ceil(height) / height];
    const [left, top, wide, high] = window;
    return { ...ops[i]!, left: left * across, top: top * down, width: wide * across, height: high * down } as OpCall;
  });
  const batch = { format: "xyxy" as const, boxes: Float64Array.from(box), offsets: Uint32Array.of(0, 1) };
  const left = windows.map((_, i) => {
    const made = transformObjects(
      planOf(size, [scaled.slice(0, i + 1)]),
      { batch },
      { keep: "all", minArea: 0, minSize: 0 },
    );
    return { visible: made.visible[0]!, box: made.boxes, window: windows[i]! };
  });
  const boxes = left.flatMap(({ box: made, window: [, , width, height] }) =>
    Array.from(made, (number, i) => number * (i % 2 === 0 ? width / Math.ceil(width) : height / Math.ceil(height))),
  );
  const visible = left.map((step) => step.visible);
  // f32 out.
  const near = (name: string): TargetCase => ({
    ...golden,
    tols: { ...golden.tols, [name]: { kind: "maxAbs", value: 4e-6 } },
  });
  const kept = thresholds.map((threshold) => (visible.at(-1)! >= Math.fround(threshold) ? 1 : 0));
  return (
    wrongBlock(set, near("visible"), "visible", visible) ??
    wrongBlock(set, near("boxes"), "boxes", boxes) ??
    wrongBlock(set, golden, "keptByChain", kept)
  );
}

/** DALI keeps a box whose middle is in the window: the middle as a point through the crop. */
function checkCentre(set: OpenSet, golden: TargetCase, rows: number[][]): string | undefined {
  const { window } = golden.params as unknown as { window: [number, number, number, number] };
  const input = inputOf(set, golden.input);
  const [height, width] = input.size!;
  const data = Float64Array.from(rows.flatMap(([x0, y0, x1, y1]) => [(x0! + x1!) / 2, (y0! + y1!) / 2, 1]));
  const batch = {
    format: "xyxy" as const,
    boxes: Float64Array.of(0, 0, width, height),
    offsets: Uint32Array.of(0, 1),
    keypoints: { data, count: rows.length, at: "edge" as const },
  };
  const [left, top, across, down] = window;
  const crop: OpCall = { op: "crop", left, top, width: across, height: down };
  const { keypoints } = transformObjects(planOf([height, width], [[crop]]), { batch });
  const sure = set.view(blocksOf(golden).sure!);
  const wanted = set.view(blocksOf(golden).flags!);
  const wrong = rows.findIndex((_, i) => sure[i] === 1 && keypoints!.data[3 * i + 2] !== wanted[i]);
  return wrong < 0 ? undefined : `flags: row ${wrong} is ${keypoints!.data[3 * wrong + 2]}`;
}
