import type { Key } from "../random/key.ts";
import { threefry2x32 } from "../random/threefry.ts";

const words = new Uint32Array(2);

/** The two words that seed a sample's noise. */
export function noiseWords(key: Key, id: number): [number, number] {
  threefry2x32(key, id, 0, words);
  return [words[0]!, words[1]!];
}
