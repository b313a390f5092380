/** What a detector's numbers mean, and how good they are. */
import { CLASSES, type Scenes } from "./shapes.ts";

/** A shape that was found: left, top, width and height in pixels, and its class. */
export interface Found {
  box: number[];
  label: number;
}

const NUMBERS = 5 + CLASSES.length;
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/** The boxes of which the cells are surest, so many; of boxes that cover one another only the surest. */
export function surest(said: ArrayLike<number>, many: number, side: number): Found[] {
  const cells = Math.sqrt(said.length / NUMBERS);
  const all = Array.from({ length: cells * cells }, (_, cell) => {
    const numbers = Array.from({ length: NUMBERS }, (_, i) => said[cell * NUMBERS + i]!);
    const [x, y, width, height] = numbers.slice(0, 4).map(sigmoid) as [number, number, number, number];
    const middle = [((cell % cells) + x) / cells, (Math.floor(cell / cells) + y) / cells];
    const box = [middle[0]! - width / 2, middle[1]! - height / 2, width, height].map((share) => share * side);
    const scores = numbers.slice(5);
    return { sure: numbers[4]!, box, label: scores.indexOf(Math.max(...scores)) };
  }).sort((one, other) => other.sure - one.sure);
  const kept: Found[] = [];
  for (const { box, label } of all)
    if (kept.length < many && kept.every((other) => iou(box, other.box) < 0.3)) kept.push({ box, label });
  return kept;
}

/** Intersection over union of two boxes. */
export function iou(one: readonly number[], other: readonly number[]): number {
  const along = (axis: 0 | 1) => {
    const ends = [one, other].map((box) => box[axis]! + box[axis + 2]!);
    return Math.max(0, Math.min(...ends) - Math.max(one[axis]!, other[axis]!));
  };
  const both = along(0) * along(1);
  return both / (one[2]! * one[3]! + other[2]! * other[3]! - both);
}

/**
 * Of every shape that is there, its IoU with the best box of its class that was found; the mean of them. As many boxes
 * are looked at as there are shapes, so that guessing a lot does not help.
 */
export function meanIou(found: readonly Found[][], { boxes, labels }: Scenes): number {
  let next = 0;
  const best = boxes.flatMap((ofPicture, i) =>
    ofPicture.map((box) => {
      const label = labels[next++]!;
      return Math.max(0, ...found[i]!.filter((one) => one.label === label).map((one) => iou(one.box, box)));
    }),
  );
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}
