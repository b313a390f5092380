/** A line of YOLO's text files: an object. Places are shares of the picture's sides. */
import { badInput } from "./exit-codes.ts";
import type { FileObject } from "./objects.ts";
import type { Pair } from "./points.ts";

/** Files are written with few digits: by so much may a place lie beside the picture. */
const SLACK = 0.01;

/** Keypoints of every object. */
export interface Points {
  count: number;
  /** 2: x and y; 3: x, y and v. */
  numbers: number;
  pairs: Pair[];
}

/** A class and a box by its middle, with points or without; or a class and the vertices of an outline. */
export function objectOf([first, ...words]: string[], points: Points | undefined, where: string): FileObject {
  const numbers = words.map(Number);
  if (!/^\d+$/.test(first!)) throw badInput(`${where}: expected a class, a whole number, found "${first}"`);
  const { count, numbers: each } = points ?? { count: 0, numbers: 0 };
  const isOutline = !points && numbers.length >= 6 && numbers.length % 2 === 0;
  if (numbers.length !== 4 + count * each && !isOutline) {
    const rest = points ? `and ${count} points of ${each} numbers` : "or an outline";
    throw badInput(`${where}: expected x, y, width and height after the class, ${rest}, found ${numbers.length}`);
  }
  const isFlag = (i: number) => each === 3 && i >= 4 && (i - 4) % 3 === 2;
  const wrong = numbers.findIndex((value, i) => !(value >= -SLACK && value <= (isFlag(i) ? 2 : 1 + SLACK)));
  if (wrong >= 0) throw badInput(`${where}: expected shares of the picture, 0 to 1, found ${words[wrong]}`);
  const label = Number(first);
  if (isOutline) return { label, ...outlined(numbers) };
  const [x, y, width, height] = numbers as [number, number, number, number];
  const keypoints = Array.from({ length: count }, (_, point) => pointOf(numbers.slice(4 + point * each), each)).flat();
  return { label, box: [x - width / 2, y - height / 2, width, height], ...(points && { keypoints }) };
}

function outlined(numbers: number[]): Omit<FileObject, "label"> {
  const across = numbers.filter((_, i) => i % 2 === 0);
  const down = numbers.filter((_, i) => i % 2 === 1);
  const [left, top] = [Math.min(...across), Math.min(...down)];
  return { box: [left, top, Math.max(...across) - left, Math.max(...down) - top], rings: [numbers] };
}

/** Without v, a point at 0, 0 is taken for one that is not there. */
const pointOf = ([x = 0, y = 0, v = 0]: number[], numbers: number): number[] => [
  ...[x, y],
  numbers === 3 ? v : x === 0 && y === 0 ? 0 : 2,
];
