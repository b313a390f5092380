/** The shards that streams are measured with: the same bytes in the page that reads them and in Node, which serves. */
import { bmpOf } from "../test/bmp.ts";
import { noise } from "../test/random.ts";
import { tarOf } from "../test/tar.ts";
import { CLASSES } from "./cases.ts";

export const SIDE = 64;
/** Bytes of a picture. */
export const SIZE = SIDE * SIDE * 3;
const PER_SHARD = 1000;

/** The pictures, one after the other. */
export const imagesOf = (count: number): Uint8Array<ArrayBuffer> => noise(count * SIZE);

/** Where the bench's server has the shards of so many pictures (tools/bench/serve-shards.mjs). */
export const addressesOf = (count: number): string[] =>
  Array.from({ length: Math.ceil(count / PER_SHARD) }, (_, i) => `/shards/${count}/${i}.tar`);

/** Tar archives of them as files, each with its class. */
export function shardsOf(images: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const count = images.length / SIZE;
  const shards: Uint8Array<ArrayBuffer>[] = [];
  for (let first = 0; first < count; first += PER_SHARD) {
    const ids = Array.from({ length: Math.min(PER_SHARD, count - first) }, (_, i) => first + i);
    const entries = ids.flatMap((id) => {
      const data = images.subarray(id * SIZE, (id + 1) * SIZE);
      const key = String(id).padStart(6, "0");
      return [
        [`${key}.bmp`, bmpOf({ data, width: SIDE, height: SIDE })],
        [`${key}.cls`, `${id % CLASSES}`],
      ] as [string, Uint8Array | string][];
    });
    shards.push(tarOf(entries));
  }
  return shards;
}
