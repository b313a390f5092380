/** Pictures of different size for tests: their sizes, and their values packed one after the other. */
import { type Format, floatToHalf, type HostPictures, type HostSources, type Layout, type Plan } from "mixwell";
import { expect } from "vitest";
import { generator } from "./random.ts";

export interface OwnSized<Values = Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>> {
  /** Height and width, one pair after the other. */
  sizes: Uint32Array<ArrayBuffer>;
  images: Values;
}

/** Sizes that a packing gets wrong: one pixel, one line, one column, odd numbers of bytes; then any up to `most`. */
export function awkwardSizes(count: number, most: number, seed = 1): Uint32Array<ArrayBuffer> {
  const { below } = generator(seed);
  const edges = [1, 1, 1, most, most, 1, 3, 5, 2, 2, most, most - 1];
  return Uint32Array.from({ length: 2 * count }, (_, i) => edges[i] ?? 1 + below(most));
}

/** Noise of these sizes. */
export function ownSized(
  sizes: Uint32Array<ArrayBuffer>,
  channels: number,
  format: "u8",
  seed?: number,
): OwnSized<Uint8Array<ArrayBuffer>>;
export function ownSized(sizes: Uint32Array<ArrayBuffer>, channels: number, format: Format, seed?: number): OwnSized;
export function ownSized(sizes: Uint32Array<ArrayBuffer>, channels: number, format: Format, seed = 2): OwnSized {
  const { byte, next } = generator(seed);
  let values = 0;
  for (let i = 0; i < sizes.length; i += 2) values += sizes[i]! * sizes[i + 1]! * channels;
  if (format === "u8") return { sizes, images: Uint8Array.from({ length: values }, byte) };
  if (format === "f16") return { sizes, images: Uint16Array.from({ length: values }, () => floatToHalf(next())) };
  return { sizes, images: Float32Array.from({ length: values }, next) };
}

/** What `reference` reads. */
export function hostSources(
  pictures: Partial<Record<"batch" | "dataset" | "external", HostPictures>>,
  channels: number,
  format: Format,
  layout: Layout = "nhwc",
): HostSources {
  return { ...pictures, shape: { channels }, format, layout };
}

/** One of the pictures alone. */
export function pictureAt({ sizes, images }: OwnSized, index: number, channels: number) {
  let first = 0;
  for (let i = 0; i < index; i++) first += sizes[2 * i]! * sizes[2 * i + 1]! * channels;
  const [height, width] = [sizes[2 * index]!, sizes[2 * index + 1]!];
  return { height, width, channels, values: images.slice(first, first + height * width * channels) };
}

/** A part of a photograph, and a window of it: see fixtures/own-sizes. */
export type WindowCase = [name: string, part: number[], window: number[]];

/**
 * Holds windows of all pictures to Pillow's. Its weights have 22 bits, and ours are exact: a level may be rounded to
 * its neighbour, in one value of a hundred.
 */
export function expectPillows(made: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(made.length).toBe(wanted.length);
  let differing = 0;
  for (let i = 0; i < wanted.length; i++) {
    const off = Math.abs(made[i]! - wanted[i]!);
    if (off > 1) expect(off, `value ${i}`).toBeLessThanOrEqual(1);
    if (off > 0) differing++;
  }
  expect(differing / wanted.length).toBeLessThan(0.01);
}

/** That part: a picture of its own size. */
export function originalOf(photo: { data: ArrayLike<number>; width: number }, [, part]: WindowCase) {
  const [left, top, width, height] = part as [number, number, number, number];
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let i = 0; i < 3 * width; i++) data[3 * y * width + i] = photo.data[3 * ((top + y) * photo.width + left) + i]!;
  return { data, height, width };
}

/** The plan that takes every picture's window. */
export function planOf(
  cases: readonly WindowCase[],
  [outHeight, outWidth]: readonly [number, number],
  where: "batch" | "dataset" = "batch",
): Plan {
  const sources = cases.map(([, [, , ownWidth, ownHeight], [top, left, height, width]], index) => ({
    ...{ from: where, index, id: index, height: ownHeight!, width: ownWidth! },
    ops: [
      {
        op: "cropAndResize" as const,
        top: top!,
        left: left!,
        height: height!,
        width: width!,
        outHeight,
        outWidth,
        peer: "pillow" as const,
      },
    ],
  }));
  const rows = cases.map((_, own) => ({ mixer: "none" as const, own }));
  return {
    ...{ version: 1, seed: 0, epoch: 0, height: outHeight, width: outWidth, sources, batchSize: cases.length },
    stages: [{ pairing: "reverse", rows }],
  };
}
