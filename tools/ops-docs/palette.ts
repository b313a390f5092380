/**
 * Few colours for many: Heckbert's median cut (1982), in whole numbers, so that every machine makes the same palette.
 */
import type { Indexed, Rgb } from "./png.ts";

interface Colour {
  rgb: readonly [number, number, number];
  count: number;
}

/** At most `colours` besides the transparent one; `shown` says which pixels there are. */
export function toPalette({ height, width, data }: Rgb, shown: Uint8Array, colours: number): Indexed {
  const counts = new Map<number, number>();
  for (let i = 0; i < shown.length; i++)
    if (shown[i]) counts.set(keyAt(data, i), (counts.get(keyAt(data, i)) ?? 0) + 1);
  const all: Colour[] = [...counts].map(([key, count]) => ({ rgb: [key >> 16, (key >> 8) & 255, key & 255], count }));
  const boxes = cut(all, colours);
  const palette = Uint8Array.from([0, 0, 0, ...boxes.flatMap(mean)]);
  const indexOf = new Map(
    boxes.flatMap((box, i) => box.map(({ rgb: [r, g, b] }) => [(r << 16) | (g << 8) | b, i + 1] as const)),
  );
  const indices = Uint8Array.from(shown, (isShown, i) => (isShown ? indexOf.get(keyAt(data, i))! : 0));
  return { height, width, palette, indices };
}

const keyAt = (data: Uint8Array, pixel: number): number =>
  (data[3 * pixel]! << 16) | (data[3 * pixel + 1]! << 8) | data[3 * pixel + 2]!;

/** Halves, by pixels, the box whose widest channel times its pixels is largest, until there are enough. */
function cut(all: Colour[], wanted: number): Colour[][] {
  const open = (box: Colour[]) => {
    const { channel, range } = widest(box);
    return { box, channel, weight: box.length > 1 ? range * range * pixelsIn(box) : 0 };
  };
  const boxes = [open(all)];
  while (boxes.length < wanted) {
    const largest = boxes.reduce((best, { weight }, i) => (weight > boxes[best]!.weight ? i : best), 0);
    const { box, channel, weight } = boxes[largest]!;
    if (weight === 0) break;
    const sorted = box.toSorted(
      (a, b) => a.rgb[channel]! - b.rgb[channel]! || a.rgb[0] - b.rgb[0] || a.rgb[1] - b.rgb[1] || a.rgb[2] - b.rgb[2],
    );
    const half = pixelsIn(box) / 2;
    let middle = 0;
    for (let seen = 0; middle < sorted.length - 1 && (middle === 0 || seen + sorted[middle]!.count <= half); middle++)
      seen += sorted[middle]!.count;
    boxes.splice(largest, 1, open(sorted.slice(0, middle)), open(sorted.slice(middle)));
  }
  return boxes.map(({ box }) => box);
}

function widest(box: Colour[]): { channel: number; range: number } {
  const ranges = [0, 1, 2].map((channel) => {
    let [low, high] = [255, 0];
    for (const { rgb } of box) [low, high] = [Math.min(low, rgb[channel]!), Math.max(high, rgb[channel]!)];
    return high - low;
  });
  const range = Math.max(...ranges);
  return { channel: ranges.indexOf(range), range };
}

const pixelsIn = (box: Colour[]): number => box.reduce((sum, { count }) => sum + count, 0);

function mean(box: Colour[]): number[] {
  const pixels = pixelsIn(box);
  return [0, 1, 2].map((channel) =>
    Math.round(box.reduce((sum, { rgb, count }) => sum + rgb[channel]! * count, 0) / pixels),
  );
}
