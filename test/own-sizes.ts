/** Pictures of different size for tests: their sizes, and their values packed one after the other. */
import { type Format, floatToHalf, type HostPictures, type HostSources, type Layout } from "mixwell";
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
