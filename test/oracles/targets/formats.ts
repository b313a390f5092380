/** `formats-tv`: conversions, clips, and what torchvision keeps. */
import { type BoxFormat, clampBoxes, convertBoxes, sanitizeBoxes, transformObjects } from "mixwell";
import { blocksOf, inputOf, type OpenSet, planOf, type TargetCase, wrongBlock } from "./sets.ts";

/** torchvision's ways to cut a turned box; ours cuts its outline. */
export const isPeersClip = ({ op, params }: TargetCase): boolean => op === "clamp" && "mode" in params;

export function checkFormats(set: OpenSet, golden: TargetCase): string | undefined {
  const input = inputOf(set, golden.input);
  const numbers = Float64Array.from(set.view(input.data));
  const { size, minSize, minArea } = golden.params as { size: [number, number]; minSize: number; minArea: number };
  const shape = size && { height: size[0], width: size[1] };
  switch (golden.op) {
    case "convert":
      return checkConversion(set, golden);
    case "clamp":
      return wrongBlock(set, golden, "tv", clampBoxes(numbers, shape));
    case "sanitize-points":
      return wrongBlock(set, golden, "right", shownPoints(numbers, size));
    default: {
      const count = set.view(blocksOf(golden).right!).length;
      const fields = { row: Array.from({ length: count }, (_, row) => row) };
      const format = input.format as BoxFormat;
      const kept = sanitizeBoxes({ boxes: numbers, format, size: shape, fields }, { minSize, minArea });
      const flags = fields.row.map((row) => (kept.fields.row.includes(row) ? 1 : 0));
      return wrongBlock(set, golden, "right", flags);
    }
  }
}

/** Angles that are turns apart are the same. */
function checkConversion(set: OpenSet, golden: TargetCase): string | undefined {
  const { from, to } = golden.params as { from: BoxFormat; to: BoxFormat };
  const given = Float64Array.from(set.view(blocksOf(golden).from!));
  const made = convertBoxes(given, from, to);
  const wanted = Array.from(set.view(blocksOf(golden).tv!));
  if (to === "cxcywhr" || to === "xywhr") {
    for (let i = 4; i < made.length; i += 5) made[i] = wanted[i]! + nearestTurn(made[i]! - wanted[i]!);
  }
  return (
    wrongBlock(set, golden, "tv", made) ??
    ("exact" in golden.output ? wrongBlock(set, golden, "exact", made) : undefined)
  );
}

const nearestTurn = (degrees: number): number => degrees - 360 * Math.round(degrees / 360);

/** Which points are in a picture, by a plan that does nothing. */
function shownPoints(numbers: Float64Array, size: [number, number]): number[] {
  const count = numbers.length / 2;
  const data = Float64Array.from({ length: 3 * count }, (_, i) =>
    i % 3 === 2 ? 1 : numbers[2 * Math.floor(i / 3) + (i % 3)]!,
  );
  const batch = {
    format: "xyxy" as const,
    boxes: Float64Array.of(0, 0, size[1], size[0]),
    offsets: Uint32Array.of(0, 1),
    keypoints: { data, count, at: "edge" as const },
  };
  const made = transformObjects(planOf(size, [[]]), { batch });
  return Array.from({ length: count }, (_, i) => made.keypoints!.data[3 * i + 2]!);
}
